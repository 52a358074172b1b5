#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/day/accounts.h"
#include "core/day/report_json.h"
#include "db/read/catalogue.h"
#include "db/read/day.h"
#include "db/read/prepaid.h"
#include "db/verify/findings.h"

namespace kushi::verify_detail {
namespace {

using Json = nlohmann::json;  // unordered: a stored object may hold its figures in another order

struct ClosedDay {
    std::string date;
    std::int64_t z = 0, seq = 0, counted = 0, grand_total_after = 0, terminal = 0;
    Json report;
};

std::vector<ClosedDay> closed_days(const Database& database)
{
    std::vector<ClosedDay> days;
    Query row{database,
              "SELECT business_date, z, seq, counted, grand_total_after, terminal, report FROM day_close "
              "WHERE terminal = (SELECT terminal FROM terminal) ORDER BY z"};
    while (row.next()) {
        days.push_back({row.text(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5),
                        Json::parse(row.text(6), nullptr, false)});
    }
    return days;
}

/// The money of a Z as the report has it, but what may be otherwise later: hours hang on the zone, which a salon may
/// correct; nominations on the visit. A Z of before a figure was stored says nothing of it.
Json comparable(Json money)
{
    money.erase("by_hour");
    if (money.contains("by_therapist")) {
        for (auto& row : money["by_therapist"]) row.erase("nominations");
    }
    return money;
}

/// An older Z knew less of each therapist: what it does not say of one is not compared.
bool same_rows(const Json& stored, const Json& now)
{
    if (!stored.is_array() || stored.size() != now.size()) return false;
    for (std::size_t i = 0; i < now.size(); ++i) {
        for (const auto& [name, value] : stored[i].items()) {
            if (name != "commission" && now[i].value(name, Json()) != value) return false;
        }
    }
    return true;
}

/// The till adds to the drawer how it was counted, which the documents do not say.
bool holds(const Json& stored, const Json& now)
{
    if (!now.is_object()) return stored == now;
    if (!stored.is_object()) return false;
    return std::ranges::all_of(now.items(), [&](const auto& row) { return stored.value(row.key(), Json()) == row.value(); }) &&
           (now.contains("expected") || stored.size() == now.size());
}

bool is_newer_figure(const std::string& name)
{
    return name == "count_prepaid" || name == "discounts_by" || name == "revenue_by" || name == "liabilities";
}

/// What was owed to clients, carried on from day to day: asking for each day anew would read the whole ledger each time.
class Ledger {
public:
    explicit Ledger(const Database& database)
    {
        Query sold{database,
                   "SELECT sold_on, kind, SUM(owed), SUM(CASE WHEN taxed_at_issue = 1 THEN owed ELSE 0 END) FROM prepaid "
                   "GROUP BY sold_on, kind"};
        while (sold.next()) {
            auto& owed = of_day(sold.text(0), sold.text(1));
            owed.sold += sold.integer(2);
            owed.taxed_before += sold.integer(3);
        }
        Query move{database,
                   "SELECT m.business_date, p.kind, m.kind, SUM(m.owed), SUM(CASE WHEN p.taxed_at_issue = 1 THEN m.owed ELSE 0 END) "
                   "FROM prepaid_move m JOIN prepaid p ON p.id = m.prepaid GROUP BY m.business_date, p.kind, m.kind"};
        while (move.next()) {
            auto& owed = of_day(move.text(0), move.text(1));
            const auto word = move.text(2);
            const std::int64_t sign = word == "given_back" ? -1 : 1;
            (word == "expired" ? owed.expired : word == "cancelled" ? owed.cancelled : owed.used) += sign * move.integer(3);
            if (word != "expired") owed.taxed_before -= sign * move.integer(4);
        }
    }

    /// The day's rows. What happened on days that were not closed, and before it, is in what was owed before.
    std::vector<Liability> on(const std::string& date)
    {
        for (; next_ != days_.end() && next_->first < date; ++next_) carry(next_->second);
        std::vector<Liability> rows;
        for (const char* kind : {"ticket", "voucher", "deposit"}) {
            Liability owed{kind};
            if (next_ != days_.end() && next_->first == date && next_->second.contains(kind)) owed = next_->second.at(kind);
            owed.before = owed_[kind];
            owed.after = owed.before + owed.sold - owed.used - owed.expired - owed.cancelled;
            rows.push_back(owed);
        }
        return rows;
    }

private:
    using Kinds = std::map<std::string, Liability>;
    Liability& of_day(const std::string& date, const std::string& kind)
    {
        auto& owed = days_[date].try_emplace(kind, Liability{kind}).first->second;
        next_ = days_.begin();
        return owed;
    }
    void carry(const Kinds& kinds)
    {
        for (const auto& [kind, owed] : kinds) owed_[kind] += owed.sold - owed.used - owed.expired - owed.cancelled;
    }

    std::map<std::string, Kinds> days_;
    std::map<std::string, Kinds>::const_iterator next_ = days_.begin();
    std::map<std::string, std::int64_t> owed_;
};

class Days {
public:
    Days(const Database& database, Findings& findings) : database_{database}, findings_{findings}, ledger_{database}
    {
        zone_ = all_settings(database).value("salon.zone", std::string{"Asia/Tokyo"});
    }

    void check(const ClosedDay& day)
    {
        auto facts = day_facts(database_, day.date, zone_, ledger_.on(day.date));
        facts.counted = day.counted;
        facts.z = day.z;
        facts.z_before = z_before_;
        facts.counter_before = counter_before_;
        const auto figures = add_up(facts);
        if (!figures) return wrong(day, "The day does not add up to a number.");
        for (const auto& sentence : failing_identities(facts, *figures)) wrong(day, sentence);
        for (const auto& sentence : failing_accounts(entries_of(*figures), *figures)) wrong(day, sentence);
        compare(day, comparable(to_json(*figures)));
        z_before_ = day.z;
        if (!facts.documents.empty()) counter_before_ = facts.documents.back().counter;
    }

private:
    void wrong(const ClosedDay& day, const std::string& sentence)
    {
        findings_.add({"day", "wrong", day.terminal, day.seq, day.date, sentence});
    }

public:
    /// What every single ticket, voucher and deposit has left, against their ledger, as it stands at the end.
    void check_what_is_left(const std::string& last_day)
    {
        for (const auto& owed : liabilities_on(database_, last_day)) {
            const auto ledger = owed.before + owed.sold - owed.used - owed.expired - owed.cancelled;
            if (owed.after == ledger) continue;
            findings_.add({"day", "wrong", 0, 0, last_day, "What every " + owed.kind + " has left is not what its ledger says."});
        }
    }

private:
    void compare(const ClosedDay& day, const Json& money)
    {
        if (!day.report.is_object()) return wrong(day, "The stored Z cannot be read.");
        const auto report = comparable(day.report);
        for (const auto& [name, figure] : money.items()) {
            const auto stored = report.find(name);
            if (stored == report.end() && is_newer_figure(name)) continue;
            const bool same = stored != report.end() && (name == "by_therapist" ? same_rows(*stored, figure) : holds(*stored, figure));
            if (!same) wrong(day, "The stored Z has another " + name + " than its documents.");
        }
        if (day.report.value("z", Json()) != Json(day.z)) wrong(day, "The stored Z bears another number.");
        if (money.at("grand_total_after") != Json(day.grand_total_after)) wrong(day, "The perpetual total is another than the Z's.");
    }

    const Database& database_;
    Findings& findings_;
    Ledger ledger_;
    std::string zone_;
    std::optional<std::int64_t> z_before_ = 0;
    std::optional<std::int64_t> counter_before_ = 0;
};

}  // namespace

void check_days(const Database& database, Findings& findings)
{
    const auto days = closed_days(database);
    Days check{database, findings};
    for (const auto& day : days) {
        check.check(day);
        findings.progress("day", ++findings.report.days, static_cast<std::int64_t>(days.size()));
    }
    if (!days.empty()) check.check_what_is_left(days.back().date);
}

}  // namespace kushi::verify_detail
