#include "app/engine/story/stage.h"

#include <date/tz.h>

#include "core/id.h"

namespace kushi {

Cast cast_of(const Salon& salon)
{
    Cast cast;
    for (const auto& person : salon.staff) {
        if (person.roles.has(Role::owner)) cast.owner = person.code;
        else if (person.roles.has(Role::manager)) cast.manager = person.code;
        else if (person.roles.has(Role::front_desk)) cast.desk = person.code;
        else if (person.roles.has(Role::therapist)) cast.therapists.push_back(person.code);
    }
    if (const auto* owner = salon.person(cast.owner); owner != nullptr && owner->roles.has(Role::therapist)) {
        cast.therapists.push_back(cast.owner);
    }
    return cast;
}

Instant local_instant(std::chrono::year_month_day day, std::chrono::minutes after_midnight, const std::string& zone)
{
    const date::local_days local{std::chrono::sys_days{day}.time_since_epoch()};
    const auto instant = date::locate_zone(zone)->to_sys(local + after_midnight, date::choose::earliest);
    return std::chrono::time_point_cast<std::chrono::milliseconds>(instant);
}

std::chrono::minutes minutes_of(std::string_view clock)
{
    const auto digit = [&](std::size_t at) { return clock.at(at) - '0'; };
    if (clock.size() != 5 || clock[2] != ':') throw std::logic_error{"a story's clock shows HH:MM"};
    return std::chrono::minutes{(digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4)};
}

Stage::Stage(Door door, const Salon& played_in, Chance& chance_, std::string language)
    : salon{played_in}, cast{cast_of(played_in)}, chance{chance_}, door_{std::move(door)}, language_{std::move(language)}
{
}

Instant Stage::clock(std::string_view local_time) const
{
    return local_instant(day, minutes_of(local_time), salon.day_rule.zone);
}

std::int64_t Stage::about(std::int64_t yen) const { return salon.currency.code() == "JPY" ? yen : yen * 6 / 10; }

void Stage::at(Instant when, std::function<void()> act) { to_do_.emplace(when, std::move(act)); }

void Stage::play() { play_until(Instant::max()); }

void Stage::play_until(Instant end)
{
    while (!to_do_.empty() && to_do_.begin()->first <= end) {
        auto next = to_do_.extract(to_do_.begin());
        now_ = next.key();
        next.mapped()();
    }
    to_do_.clear();
}

Stage::OrderedJson Stage::ask(const std::string& as, Json request)
{
    request["as"] = as;
    request["at"] = instant_text(now_);
    return door_(request);
}

Stage::OrderedJson Stage::act(const std::string& as, Json request)
{
    const auto what = request.value("do", "");
    auto answer = ask(as, std::move(request));
    if (answer["ok"].get<bool>()) return answer;
    throw StoryProblem{what + " by " + as + " at " + instant_text(now_) + ": " + answer["error"]["message"].get<std::string>() + " [" +
                       answer["error"]["code"].get<std::string>() + "]"};
}

Stage::OrderedJson Stage::act_approved(const std::string& as, Json request)
{
    request["approved_by"] = approval.by;
    request["pin"] = approval.pin;
    return act(as, std::move(request));
}

std::string Stage::new_key()
{
    std::array<std::uint8_t, 10> random{};
    chance.fill(random);
    return uuid_text(uuid_v7(now_.time_since_epoch().count(), random));
}

}  // namespace kushi
