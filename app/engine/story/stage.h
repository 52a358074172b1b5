#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/engine/salon.h"
#include "app/engine/story/chance.h"
#include "app/words/language.h"

namespace kushi {

/// The engine refused what the story told: the story is wrong, or a rule is.
class StoryProblem : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Who plays which part, by staff code.
struct Cast {
    std::string owner, manager, desk;
    std::vector<std::string> therapists;  ///< those at the chair all day, then the owner where the owner treats too
};
Cast cast_of(const Salon& salon);

/// The instant of a local time in the salon's zone; the earlier one where the clocks go back.
Instant local_instant(std::chrono::year_month_day day, std::chrono::minutes after_midnight, const std::string& zone);
/// "HH:MM". @throws std::logic_error for any other text
std::chrono::minutes minutes_of(std::string_view clock);

/// Where stories are played: acts are written down person by person and played in the order of the clock, each through the
/// engine's own door with its instant.
class Stage {
public:
    using Json = nlohmann::json;
    using OrderedJson = nlohmann::ordered_json;
    using Door = std::function<OrderedJson(const Json&)>;

    Stage(Door door, const Salon& salon, Chance& chance, std::string language);

    const Salon& salon;
    const Cast cast;
    Chance& chance;
    std::chrono::year_month_day day{};  ///< that `clock` means
    bool every_tap = true;              ///< also the starts of steps, which leave no fact behind

    /// The manager's PIN for single acts of others.
    struct Approval {
        std::string by, pin;
    } approval;

    [[nodiscard]] Instant clock(std::string_view local_time) const;
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] std::string words(const Phrase& phrase) const { return std::string{phrase.in(language_)}; }
    /// An amount of about so many yen in the salon's own money: 500 is 500 yen, 3.00 pounds or 3.00 dollars.
    [[nodiscard]] std::int64_t about(std::int64_t yen) const;

    /// Something to do at an instant; what stands at the same instant is done in the order in which it was told.
    void at(Instant when, std::function<void()> act);
    void at(std::string_view local_time, std::function<void()> act) { at(clock(local_time), std::move(act)); }
    void in(std::chrono::seconds later, std::function<void()> act) { at(now_ + later, std::move(act)); }
    /// Does all of it, and what it brings with it.
    void play();
    /// ... that happens by this instant; what would come later is left out.
    void play_until(Instant end);

    /// @throws StoryProblem when it is refused
    OrderedJson act(const std::string& as, Json request);
    /// The same with the manager's approval.
    OrderedJson act_approved(const std::string& as, Json request);
    /// May be refused: the answer says so.
    OrderedJson ask(const std::string& as, Json request);
    /// A new key for one checkout, refund or void.
    std::string new_key();

private:
    Door door_;
    std::string language_;
    Instant now_{};
    std::multimap<Instant, std::function<void()>> to_do_;
};

}  // namespace kushi
