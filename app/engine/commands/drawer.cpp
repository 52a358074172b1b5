#include "app/engine/command.h"
#include "app/engine/day_report.h"
#include "app/engine/documents.h"
#include "app/engine/papers/queue.h"
#include "core/money/denominations.h"
#include "db/read/day.h"
#include "db/read/visits.h"

namespace kushi {
namespace {

/// Counts the float in: from now on the day takes money. A day that was not closed comes first; one before the last close
/// is over, whatever a clock that went back says: Z numbers and the perpetual total go forward with the days.
Answer open_day_command(Command& command)
{
    const auto opening_float = command.fields.amount("float");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::count_drawer));
    if (const auto last = last_closed_day(command.database); last && command.day <= *last) return refused("day_closed", {}, *last);
    if (day_is_open(command.database, command.day)) return refused("day_already_open");
    if (const auto earlier = open_day(command.database)) return refused("earlier_day_open", {}, *earlier);
    command.record("drawer.moved", {{"kind", "float"}, {"amount", opening_float}});
    return OrderedJson{{"day", command.day}};
}

/// Cash that comes or goes without a sale, each with its reason.
Answer move_cash(Command& command, const char* kind)
{
    const bool no_sale = std::string_view{kind} == "no_sale";
    const auto amount = no_sale ? command.fields.optional_amount("amount").value_or(0) : command.fields.amount("amount");
    const auto reason = command.fields.free_text("reason");
    if (!no_sale && amount == 0) command.fields.refuse("bad_amount", "amount");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::cash_movement, {nullptr, {}, true}));
    KUSHI_TRY(day_takes_money(command));
    command.record("drawer.moved", {{"kind", kind}, {"amount", no_sale ? 0 : amount}}, {{"reason", reason}});
    return nothing_more();
}

Answer paid_in(Command& command) { return move_cash(command, "paid_in"); }
Answer paid_out(Command& command) { return move_cash(command, "paid_out"); }
Answer drop(Command& command) { return move_cash(command, "drop"); }
Answer open_drawer(Command& command) { return move_cash(command, "no_sale"); }

constexpr std::int64_t most_pieces = 1'000'000;
constexpr std::int64_t largest_count = 1'000'000'000'000;

/// {denomination: pieces}, both whole: 10000: 3 and 500: 2 make 31,000.
std::optional<std::int64_t> counted_pieces(const Json& pieces)
{
    std::int64_t sum = 0;
    for (const auto& [denomination, number] : pieces.items()) {
        const bool digits = !denomination.empty() && denomination.size() <= 9 &&
                            denomination.find_first_not_of("0123456789") == std::string::npos;
        if (!digits || !number.is_number_integer() || number.get<std::int64_t>() < 0 || number.get<std::int64_t>() > most_pieces) {
            return std::nullopt;
        }
        sum += std::stoll(denomination) * number.get<std::int64_t>();
        if (sum > largest_count) return std::nullopt;
    }
    return sum;
}

/// The drawer as it was counted: a sum, or pieces by denomination.
std::optional<std::int64_t> count_in(Command& command)
{
    const auto& count = command.fields.any("count");
    if (count.is_null()) return std::nullopt;
    if (count.is_object()) {
        const auto sum = counted_pieces(count);
        if (!sum) command.fields.refuse("bad_count", "count");
        return sum;
    }
    return command.fields.optional_amount("count");
}

void record_count(Command& command, const std::string& day, std::int64_t counted)
{
    command.record("drawer.moved", {{"kind", "count"}, {"amount", counted}, {"day", day}});
}

/// The drawer's notes and coins as the salon's currency has them, for a count by pieces.
OrderedJson denominations_json(const Command& command)
{
    auto all = OrderedJson::array();
    for (const auto one : denominations_of(command.salon.currency)) all.push_back(one);
    return all;
}

/// Counted blind: what should be there is not in the answer, and the desk's part of the close ends here.
Answer count_drawer(Command& command)
{
    const auto counted = count_in(command);
    if (!counted) command.fields.refuse("bad_request", "count");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::count_drawer));
    const auto day = open_day(command.database);
    if (!day) return refused(day_is_closed(command.database, command.day) ? "day_closed" : "day_not_open");
    record_count(command, *day, *counted);
    return OrderedJson{{"counted", *counted}, {"day", *day}, {"at", instant_text(command.now)}};
}

/// What the desk counted last, for the manager who goes on to close the day.
Answer drawer_count(Command& command)
{
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::close_day));
    const auto day = open_day(command.database);
    const auto count = day ? newest_count(command.database, *day) : std::nullopt;
    OrderedJson answer{{"day", day ? OrderedJson(*day) : OrderedJson()}, {"counted", nullptr}, {"at", nullptr}, {"staff", nullptr}};
    if (count) {
        answer["counted"] = count->counted;
        answer["at"] = count->at;
        answer["staff"] = count->staff;
    }
    answer["denominations"] = denominations_json(command);
    return answer;
}

/// The figures of the open day without closing it, any number of times.
Answer x_report(Command& command)
{
    const auto counted = count_in(command);
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::x_report));
    const auto day = open_day(command.database).value_or(command.day);
    if (counted && day_is_open(command.database, day)) record_count(command, day, *counted);
    if (day_is_closed(command.database, day)) {
        auto stored = report_json(command.database, command.salon, day);
        if (!stored) return unexpected{stored.error()};
        return OrderedJson{{"report", as_seen_by(command, *std::move(stored))}};
    }
    auto report = day_report(command.database, command.salon, day, counted, std::nullopt, &command.vault);
    if (!report) return unexpected{report.error()};
    queue_paper(command, "x_report", day,
                report_paper(command.database, command.salon, command.journal().identity().training, *report, "x_report",
                             command.actor.id, command.now, chain_mark(command.journal().tip())));
    return OrderedJson{{"report", as_seen_by(command, std::move(report->json))}};
}

/// Visits that are still on the board: they are named, and go on tomorrow.
OrderedJson open_visits(const Command& command, const std::string& day)
{
    auto open = OrderedJson::array();
    for (const auto& visit : visits_on(command.database, day)) {
        if (!visit.closed()) open.push_back({{"visit", visit.id}, {"status", visit.status}});
    }
    return open;
}

/// Counts, adds up, proves the identities and seals the day: one fact, numbered without a hole.
Answer close_day(Command& command)
{
    const auto counted = count_in(command);
    if (!counted) command.fields.refuse("bad_request", "count");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::close_day));
    const auto day = open_day(command.database);
    if (!day) return refused(day_is_closed(command.database, command.day) ? "day_closed" : "day_not_open");
    record_count(command, *day, *counted);
    const auto z = last_z(command.database) + 1;
    auto report = day_report(command.database, command.salon, *day, counted, z, &command.vault);
    if (!report) return unexpected{report.error()};
    if (!report->failing.empty()) return refused("day_does_not_add_up", {}, report->failing.front());
    command.record("day.closed",
                   {{"day", *day}, {"z", z}, {"counted", *counted}, {"report", report->json},
                    {"grand_total_after", report->figures.grand_total_after}});
    const auto signature = command.journal().sign_tip();
    queue_paper(command, "z_report", "Z-" + std::to_string(z),
                report_paper(command.database, command.salon, command.journal().identity().training, *report, "z_report",
                             command.actor.id, command.now, chain_mark(command.journal().tip())));
    return OrderedJson{{"z", std::move(report->json)}, {"open_visits", open_visits(command, *day)},
                       {"tip", hex(command.journal().tip())}, {"signature", signature}};
}

}  // namespace

std::vector<CommandEntry> drawer_commands()
{
    return {{"close_day", close_day}, {"count_drawer", count_drawer}, {"drawer_count", drawer_count}, {"drop", drop},         {"open_day", open_day_command}, {"open_drawer", open_drawer},
            {"paid_in", paid_in},     {"paid_out", paid_out}, {"x_report", x_report}};
}

}  // namespace kushi
