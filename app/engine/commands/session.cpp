#include "app/engine/command.h"
#include "app/engine/views.h"
#include "core/money/denominations.h"
#include "core/people/pin.h"
#include "db/pin_attempts.h"

namespace kushi {
namespace {

/// The engine has checked the PIN: the actor is whose it was.
Answer sign_in(Command& command)
{
    command.fields.text("staff");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    command.record("staff.signed_in", {{"subject", command.actor.id}});
    return OrderedJson{{"staff", staff_json(command.actor, command.language)},
                       {"failures_before", command.failures_before}};
}

/// Takes away the wait after wrong PINs. Nobody signs in to do it: where everybody is locked out at the lock screen, a
/// manager's PIN beside the request is enough. Managers' own locks are the owner's, or each try of a thief would be
/// free.
Answer unlock_staff(Command& command)
{
    if (command.actor.id.empty()) {
        if (!command.approver) return refused("who", "as");
        command.actor = *command.approver;
    }
    const auto name = command.fields.text("staff");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    const auto* person = command.salon.person(name);
    if (person == nullptr) return refused("unknown_staff", "staff");
    const bool leads = person->roles.has(Role::manager) || person->roles.has(Role::owner);
    KUSHI_TRY(command.may(leads ? Act::change_managers : Act::change_staff));
    forget_pin_attempts(command.database, person->id);
    command.record("staff.unlocked", {{"subject", person->id}});
    return nothing_more();
}

OrderedJson tile_json(const Command& command, const Person& person, bool training)
{
    const auto tries = pin_attempts(command.database, person.id);
    const auto lock = pin_lock(tries.failures, tries.last_success, command.wall_now());
    auto tile = staff_json(person, command.language);
    if (training) tile["practice_pin"] = person.practice_pin.empty() ? OrderedJson() : OrderedJson(person.practice_pin);
    tile["locked"] = lock.state != PinLock::State::open;
    tile["locked_until"] =
        lock.state == PinLock::State::waiting ? OrderedJson(instant_text(lock.until)) : OrderedJson();
    return tile;
}

/// What stands on the screen before anybody has signed in: no client, no figure.
Answer lock_screen(Command& command)
{
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    const bool training = command.journal().identity().training;
    auto staff = OrderedJson::array();
    for (const auto& person : command.salon.staff) {
        if (person.active && !person.pin_hash.empty()) staff.push_back(tile_json(command, person, training));
    }
    auto denominations = OrderedJson::array();
    for (const auto one : denominations_of(command.salon.currency)) denominations.push_back(one);
    return OrderedJson{{"salon", command.salon.name.for_language(command.language)},
                       {"training", training},
                       {"language", command.salon.language},
                       {"zone", command.salon.day_rule.zone},
                       {"currency", command.salon.currency.code()},
                       {"denominations", std::move(denominations)},
                       {"business_day", command.day},
                       {"now", instant_text(command.now)},
                       {"staff", std::move(staff)}};
}

}  // namespace

std::vector<CommandEntry> session_commands()
{
    return {{"lock_screen", lock_screen, true}, {"sign_in", sign_in, true, true}, {"unlock_staff", unlock_staff, true}};
}

}  // namespace kushi
