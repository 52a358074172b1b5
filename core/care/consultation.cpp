#include "core/care/consultation.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/care/answers.h"

namespace kushi {

namespace {

using nlohmann::json;

constexpr std::array safety_words{"broken_skin", "infection", "lice_or_ringworm", "fever",      "high_blood_pressure",
                                  "pregnant",    "surgery",   "recent_colour",    "medication", "extensions"};
constexpr int most_of_scale = 4;

Hair read_hair(Answers answers)
{
    Hair hair{answers.one<HairType>("type"), answers.one<Lengths>("lengths"), answers.yes_or_no("coloured")};
    answers.nothing_else();
    return hair;
}

Life read_life(Answers answers)
{
    Life life;
    life.dry_shampoo = answers.one<Habit>("dry_shampoo");
    life.styling = answers.one<Habit>("styling");
    life.heavy_conditioner = answers.one<Habit>("heavy_conditioner");
    life.sea_or_pool = answers.one<Habit>("sea_or_pool");
    life.sport = answers.one<Habit>("sport");
    life.screen_hours = answers.number("screen_hours", 0, 24);
    answers.nothing_else();
    return life;
}

Tension read_tension(Answers answers)
{
    Tension tension;
    tension.headache = answers.one<Headache>("headache");
    tension.temples = answers.yes_or_no("temples");
    tension.jaw = answers.yes_or_no("jaw");
    tension.neck = answers.yes_or_no("neck");
    tension.shoulders = answers.yes_or_no("shoulders");
    tension.sleep = answers.one<Sleep>("sleep");
    tension.stress = answers.whole("stress", 0, most_of_scale);
    answers.nothing_else();
    return tension;
}

Preference read_preference(Answers answers)
{
    Preference preference;
    preference.steps = answers.one<Steps>("steps");
    preference.often = answers.one<Often>("often");
    preference.pressure = answers.one<Pressure>("pressure");
    preference.temperature = answers.one<Temperature>("temperature");
    preference.scent = answers.one<Scent>("scent");
    preference.talk = answers.one<Talk>("talk");
    answers.nothing_else();
    return preference;
}

Safety read_safety(Answers answers)
{
    Safety safety;
    safety.allergies = answers.texts("allergies", {});
    for (const char* question : safety_words) {
        if (const auto answer = answers.yes_or_no(question)) safety.answers.emplace(question, *answer);
    }
    answers.nothing_else();
    return safety;
}

SinceLast read_since_last(Answers answers)
{
    SinceLast since;
    since.days_until_oily = answers.whole("days_until_oily", 0, 365);
    since.itch = answers.whole("itch", 0, most_of_scale);
    since.comfort = answers.whole("comfort", 0, most_of_scale);
    since.roots = answers.whole("roots", 0, most_of_scale);
    since.home_care = answers.one<HomeCare>("home_care");
    answers.nothing_else();
    return since;
}

Consultation read_consultation(Answers answers)
{
    Consultation consultation;
    consultation.concerns = answers.many<Concern>("concerns");
    consultation.bother = answers.whole("bother", 0, most_of_scale);
    consultation.scalp_type = answers.one<ScalpType>("scalp_type");
    consultation.hair = read_hair(answers.inside("hair"));
    consultation.wash = answers.one<WashRhythm>("wash");
    consultation.life = read_life(answers.inside("life"));
    consultation.tension = read_tension(answers.inside("tension"));
    consultation.goals = answers.many<Goal>("goals");
    consultation.preference = read_preference(answers.inside("preference"));
    consultation.safety = read_safety(answers.inside("safety"));
    consultation.since_last = read_since_last(answers.inside("since_last"));
    answers.nothing_else();
    return consultation;
}

template <class T>
void put(json& object, const char* name, const std::optional<T>& value)
{
    if (!value) return;
    if constexpr (std::is_enum_v<T>)
        object[name] = word_of(*value);
    else
        object[name] = *value;
}

template <class Enum>
void put(json& object, const char* name, const std::optional<std::vector<Enum>>& values)
{
    if (!values) return;
    json list = json::array();
    for (const Enum value : *values) list.push_back(word_of(value));
    object[name] = std::move(list);
}

void put_part(json& object, const char* name, json part)
{
    if (!part.empty()) object[name] = std::move(part);
}

json hair_json(const Hair& hair)
{
    json object = json::object();
    put(object, "type", hair.type);
    put(object, "lengths", hair.lengths);
    put(object, "coloured", hair.coloured);
    return object;
}

json life_json(const Life& life)
{
    json object = json::object();
    put(object, "dry_shampoo", life.dry_shampoo);
    put(object, "styling", life.styling);
    put(object, "heavy_conditioner", life.heavy_conditioner);
    put(object, "sea_or_pool", life.sea_or_pool);
    put(object, "sport", life.sport);
    if (life.screen_hours && std::trunc(*life.screen_hours) == *life.screen_hours) {
        object["screen_hours"] = static_cast<int>(*life.screen_hours);  // 7, as it was said, not 7.0
    } else {
        put(object, "screen_hours", life.screen_hours);
    }
    return object;
}

json tension_json(const Tension& tension)
{
    json object = json::object();
    put(object, "headache", tension.headache);
    put(object, "temples", tension.temples);
    put(object, "jaw", tension.jaw);
    put(object, "neck", tension.neck);
    put(object, "shoulders", tension.shoulders);
    put(object, "sleep", tension.sleep);
    put(object, "stress", tension.stress);
    return object;
}

json preference_json(const Preference& preference)
{
    json object = json::object();
    put(object, "steps", preference.steps);
    put(object, "often", preference.often);
    put(object, "pressure", preference.pressure);
    put(object, "temperature", preference.temperature);
    put(object, "scent", preference.scent);
    put(object, "talk", preference.talk);
    return object;
}

json safety_json(const Safety& safety)
{
    json object = json::object();
    if (safety.allergies) object["allergies"] = *safety.allergies;
    for (const auto& [question, answer] : safety.answers) object[question] = answer;
    return object;
}

}  // namespace

bool Safety::yes(std::string_view question) const
{
    const auto found = answers.find(question);
    return found != answers.end() && found->second;
}

bool Consultation::has(Concern concern) const
{
    return concerns && std::find(concerns->begin(), concerns->end(), concern) != concerns->end();
}

bool Consultation::has(Goal goal) const
{
    return goals && std::find(goals->begin(), goals->end(), goal) != goals->end();
}

Outcome<Consultation> consultation_from_json(const json& object)
{
    std::optional<Refusal> refusal;
    auto consultation = read_consultation(Answers{&object, {}, refusal});
    if (refusal) return unexpected{*refusal};
    return consultation;
}

json to_json(const Consultation& consultation)
{
    json object = json::object();
    put(object, "concerns", consultation.concerns);
    put(object, "bother", consultation.bother);
    put(object, "scalp_type", consultation.scalp_type);
    put_part(object, "hair", hair_json(consultation.hair));
    put(object, "wash", consultation.wash);
    put_part(object, "life", life_json(consultation.life));
    put_part(object, "tension", tension_json(consultation.tension));
    put(object, "goals", consultation.goals);
    put_part(object, "preference", preference_json(consultation.preference));
    put_part(object, "safety", safety_json(consultation.safety));
    put_part(object, "since_last", to_json(consultation.since_last));
    return object;
}

Outcome<SinceLast> since_last_from_json(const json& object, const std::string& path)
{
    std::optional<Refusal> refusal;
    const auto since = read_since_last(Answers{&object, path, refusal});
    if (refusal) return unexpected{*refusal};
    return since;
}

json to_json(const SinceLast& since)
{
    json object = json::object();
    put(object, "days_until_oily", since.days_until_oily);
    put(object, "itch", since.itch);
    put(object, "comfort", since.comfort);
    put(object, "roots", since.roots);
    put(object, "home_care", since.home_care);
    return object;
}

std::vector<std::string> safety_questions()
{
    return {safety_words.begin(), safety_words.end()};
}

bool safety_answered(const Consultation& consultation)
{
    return std::all_of(safety_words.begin(), safety_words.end(),
                       [&](const char* question) { return consultation.safety.answers.contains(question); });
}

}  // namespace kushi
