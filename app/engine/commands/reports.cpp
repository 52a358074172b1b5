#include <algorithm>
#include <set>

#include "app/engine/command.h"
#include "app/engine/day_report.h"
#include "app/engine/papers/queue.h"
#include "app/engine/period_report.h"
#include "core/day/accounts.h"
#include "core/day/period.h"
#include "db/read/day.h"
#include "db/read/period.h"

namespace kushi {
namespace {

/// Which report is asked for: `kind`, and the date, ends or number that belong to it.
struct Wanted {
    std::string kind;
    Period period;
    std::optional<std::int64_t> z;
};

const std::vector<std::string> report_kinds{"day", "week", "month", "year", "range", "z", "own"};

/// Of a therapist's own work a month or a day, by how the date is written; of the others what their kind says.
Outcome<Period> period_of(const Command& command, const std::string& kind, const std::string& date, const std::string& from,
                          const std::string& to)
{
    if (kind == "range") return range_in(from, to);
    const auto& text = date.empty() ? command.day : date;
    if (kind == "own") return period_in(text.size() == 7 ? "month" : "day", text);
    return period_in(kind == "z" ? "day" : kind, text);
}

Outcome<Wanted> wanted_report(Command& command)
{
    Wanted wanted;
    wanted.kind = command.fields.word("kind", report_kinds);
    const auto date = command.fields.optional_text("date").value_or("");
    const auto from = command.fields.optional_text("from").value_or("");
    const auto to = command.fields.optional_text("to").value_or("");
    wanted.z = command.fields.optional_whole("z", 1, 1'000'000'000);
    if (wanted.kind == "z" && !wanted.z) command.fields.refuse("bad_request", "z");
    auto period = period_of(command, wanted.kind, date, from, to);
    if (!period) command.fields.refuse(period.error().code, period.error().field);
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    wanted.period = *std::move(period);
    return wanted;
}

/// The desk sees its own till today, a therapist the own work, who manages the salon everything.
Outcome<void> may_read(const Command& command, const Wanted& wanted)
{
    if (wanted.kind == "own") return command.may(Act::read_own_work);
    const bool own_till_today = wanted.kind == "day" && wanted.period.from == command.day;
    if (own_till_today && command.may(Act::read_till_report)) return {};
    return command.may(Act::read_reports_all);
}

Answer wanted_json(const Command& command, const Wanted& wanted)
{
    if (wanted.kind == "z") {
        const auto stored = report_of_z(command.database, *wanted.z);
        if (!stored) return refused("unknown_z", "z");
        return OrderedJson::parse(*stored);
    }
    if (wanted.kind == "own") return own_report(command.database, command.salon, wanted.period, command.actor.id);
    if (wanted.kind == "day") return report_json(command.database, command.salon, wanted.period.from, &command.vault);
    return period_report(command.database, command.salon, wanted.period);
}

/// A day, week, month, year or range, a Z by its number, or the asker's own work.
Answer report(Command& command)
{
    const auto wanted = wanted_report(command);
    if (!wanted) return unexpected{wanted.error()};
    KUSHI_TRY(may_read(command, *wanted));
    auto json = wanted_json(command, *wanted);
    if (!json) return json;
    if (wanted->kind == "own") return OrderedJson{{"report", *std::move(json)}};
    return OrderedJson{{"report", as_seen_by(command, *std::move(json))}};
}

/// The same on the receipt printer.
Answer report_print(Command& command)
{
    const auto wanted = wanted_report(command);
    if (!wanted) return unexpected{wanted.error()};
    if (wanted->kind == "own") return refused("bad_request", "kind");
    KUSHI_TRY(may_read(command, *wanted));
    auto json = wanted_json(command, *wanted);
    if (!json) return json;
    const auto seen = as_seen_by(command, *std::move(json));
    const auto paper = paper_of_report(seen, command.salon, command.journal().identity().training, command.actor.id,
                                       command.salon.language, command.now);
    const auto name = wanted->kind == "z" ? "Z-" + std::to_string(*wanted->z) : wanted->period.from;
    const auto job = queue_paper(command, "day_report", name, paper);
    if (!job) return refused("no_printer");
    return OrderedJson{{"job", std::to_string(*job)}};
}

/// As the salon's accountant knows it: by the account with its rate, by the account, or by its own name.
std::string code_of(const Salon& salon, const AccountEntry& entry)
{
    for (const auto& name : {entry.account + '@' + entry.rate, entry.account}) {
        const auto found = salon.account_codes.find(name);
        if (found != salon.account_codes.end()) return found->second;
    }
    return entry.account;
}

struct AccountDay {
    DayFigures figures;
    std::optional<std::int64_t> z;
};

/// A date as the documents and the ledger have it. What a drawer had over or short is booked when its day is closed.
Outcome<AccountDay> account_day(const Command& command, const std::string& date)
{
    const auto facts = day_facts(command.database, date, command.salon.day_rule.zone);
    auto figures = add_up(facts);
    if (!figures) return unexpected{figures.error()};
    AccountDay day{*std::move(figures), z_of_day(command.database, date)};
    if (!day.z) day.figures.drawer.counted = day.figures.drawer.over_short = std::nullopt;
    return day;
}

std::set<std::string> dates_with_entries(const Database& database, const Period& period)
{
    std::set<std::string> dates;
    for (const auto& day : days_in(database, period)) dates.insert(day.business_date);
    const auto moved = ledger_dates_in(database, period);
    dates.insert(moved.begin(), moved.end());
    return dates;
}

/// Balanced double entries of every date from one to another, for the salon's books. They name no person.
Answer accounts_export(Command& command)
{
    const auto from = command.fields.text("from");
    const auto to = command.fields.text("to");
    const auto period = range_in(from, to);
    if (!period) command.fields.refuse(period.error().code, period.error().field);
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::read_reports_all));
    auto rows = OrderedJson::array();
    std::int64_t debit = 0, credit = 0;
    for (const auto& date : dates_with_entries(command.database, *period)) {
        const auto day = account_day(command, date);
        if (!day) return unexpected{day.error()};
        const auto entries = entries_of(day->figures);
        if (const auto failing = failing_accounts(entries, day->figures); !failing.empty()) {
            return refused("day_does_not_add_up", {}, date + ": " + failing.front());
        }
        for (const auto& entry : entries) {
            rows.push_back({{"date", date}, {"z", day->z ? OrderedJson(*day->z) : OrderedJson()}, {"account", entry.account},
                            {"code", code_of(command.salon, entry)}, {"rate", entry.rate}, {"debit", entry.debit}, {"credit", entry.credit}});
            debit += entry.debit;
            credit += entry.credit;
        }
    }
    return OrderedJson{{"rows", std::move(rows)}, {"debit", debit}, {"credit", credit}};
}

}  // namespace

std::vector<CommandEntry> report_commands()
{
    return {{"accounts_export", accounts_export}, {"report", report}, {"report_print", report_print}};
}

}  // namespace kushi
