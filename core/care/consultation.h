#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/care/consultation_words.h"
#include "core/result.h"

namespace kushi {

/// What was asked at the chair. Every answer starts empty, which is not "no": an empty list was asked and answered with
/// nothing, an absent one was not asked.
struct Hair {
    std::optional<HairType> type;
    std::optional<Lengths> lengths;
    std::optional<bool> coloured;
    friend bool operator==(const Hair&, const Hair&) = default;
};

struct Life {
    std::optional<Habit> dry_shampoo, styling, heavy_conditioner, sea_or_pool, sport;
    std::optional<double> screen_hours;  ///< a day, 0 to 24
    friend bool operator==(const Life&, const Life&) = default;
};

struct Tension {
    std::optional<Headache> headache;
    std::optional<bool> temples, jaw, neck, shoulders;
    std::optional<Sleep> sleep;
    std::optional<int> stress;  ///< 0 to 4
    friend bool operator==(const Tension&, const Tension&) = default;
};

struct Preference {
    std::optional<Steps> steps;
    std::optional<Often> often;
    std::optional<Pressure> pressure;
    std::optional<Temperature> temperature;
    std::optional<Scent> scent;
    std::optional<Talk> talk;
    friend bool operator==(const Preference&, const Preference&) = default;
};

struct Safety {
    std::optional<std::vector<std::string>> allergies;  ///< as the client says them, up to 100 of up to 200 characters
    std::map<std::string, bool, std::less<>> answers;   ///< by the words of safety_questions()
    [[nodiscard]] bool yes(std::string_view question) const;
    friend bool operator==(const Safety&, const Safety&) = default;
};

/// How it went after the last visit: asked of a returning client, and again a week after.
struct SinceLast {
    std::optional<int> days_until_oily;       ///< 0 to 365
    std::optional<int> itch, comfort, roots;  ///< 0 to 4
    std::optional<HomeCare> home_care;
    friend bool operator==(const SinceLast&, const SinceLast&) = default;
};

struct Consultation {
    std::optional<std::vector<Concern>> concerns;  ///< each once, in the order they were named
    std::optional<int> bother;                     ///< how much it bothers, 0 to 4
    std::optional<ScalpType> scalp_type;
    Hair hair;
    std::optional<WashRhythm> wash;
    Life life;
    Tension tension;
    std::optional<std::vector<Goal>> goals;
    Preference preference;
    Safety safety;
    SinceLast since_last;
    friend bool operator==(const Consultation&, const Consultation&) = default;
    [[nodiscard]] bool has(Concern concern) const;
    [[nodiscard]] bool has(Goal goal) const;
};

/// Reads the words of a consultation; a field that is absent or null stays unanswered. The refusal's field is the path
/// ("life.dry_shampoo"): `unknown_word`, `unknown_field`, `out_of_range`, `too_long`, or `bad_request` for a wrong
/// type.
Outcome<Consultation> consultation_from_json(const nlohmann::json& object);
/// Only what was answered.
nlohmann::json to_json(const Consultation& consultation);

/// The same for the follow-up alone; refusals name the field after `path`.
Outcome<SinceLast> since_last_from_json(const nlohmann::json& object, const std::string& path = {});
nlohmann::json to_json(const SinceLast& since_last);

/// The safety questions with a true or false answer, in the order they are asked.
std::vector<std::string> safety_questions();
/// No hands on a head before this is so: every one of them has true or false.
bool safety_answered(const Consultation& consultation);

}  // namespace kushi
