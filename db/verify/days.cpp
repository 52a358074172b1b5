#include <nlohmann/json.hpp>

#include "db/read/catalogue.h"
#include "db/read/day.h"
#include "db/verify/findings.h"

namespace kushi::verify_detail {
namespace {

using Json = nlohmann::json;

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

template <class Number>
Json number_or_null(const std::optional<Number>& value)
{
    return value ? Json(*value) : Json();
}

Json by_rate(const DayFigures& figures, std::int64_t RateTotals::*part)
{
    auto json = Json::object();
    for (const auto& row : figures.by_rate) json[row.rate.text] = row.*part;
    return json;
}

Json drawer(const DayFigures::Drawer& from)
{
    return {{"float", from.opening_float}, {"cash_net", from.cash_net}, {"paid_in", from.paid_in},
            {"paid_out", from.paid_out},   {"drops", from.drops},       {"expected", from.expected},
            {"counted", number_or_null(from.counted)}, {"over_short", number_or_null(from.over_short)}};
}

/// The money of a Z by the names that the report has (spec: cli.md, "day report"). Hours are left out: they hang on the
/// zone, which a salon may correct later.
Json money_of(const DayFigures& figures)
{
    auto tenders = Json::object();
    for (const auto& row : figures.tenders) tenders[row.name] = row.amount;
    auto services = Json::array();
    for (const auto& row : figures.by_service) services.push_back({{"item", row.item}, {"count", row.count}, {"total", row.total}});
    auto therapists = Json::array();
    for (const auto& row : figures.by_therapist) {
        therapists.push_back({{"staff", row.staff}, {"count", row.count}, {"total", row.total}, {"tips", row.tips}});
    }
    return {{"count_sales", figures.count_sales}, {"count_refunds", figures.count_refunds}, {"count_voids", figures.count_voids},
            {"gross", figures.gross}, {"discounts", figures.discounts}, {"refunds", figures.refunds}, {"voids", figures.voids},
            {"net_incl", figures.net_incl}, {"net_by_rate", by_rate(figures, &RateTotals::net)},
            {"tax_by_rate", by_rate(figures, &RateTotals::tax)}, {"tax_total", figures.tax_total}, {"tenders", tenders},
            {"tips", figures.tips}, {"prepaid_sold", figures.prepaid_sold}, {"cash_rounding", figures.cash_rounding},
            {"drawer", drawer(figures.drawer)}, {"grand_total_after", figures.grand_total_after},
            {"first_number", figures.first_number}, {"last_number", figures.last_number}, {"by_service", services},
            {"by_therapist", therapists}};
}

class Days {
public:
    Days(const Database& database, Findings& findings) : database_{database}, findings_{findings}
    {
        zone_ = all_settings(database).value("salon.zone", std::string{"Asia/Tokyo"});
    }

    void check(const ClosedDay& day)
    {
        auto facts = day_facts(database_, day.date, zone_);
        facts.counted = day.counted;
        facts.z = day.z;
        facts.z_before = z_before_;
        facts.counter_before = counter_before_;
        const auto figures = add_up(facts);
        if (!figures) return wrong(day, "The day does not add up to a number.");
        for (const auto& sentence : failing_identities(facts, *figures)) wrong(day, sentence);
        compare(day, money_of(*figures));
        z_before_ = day.z;
        if (!facts.documents.empty()) counter_before_ = facts.documents.back().counter;
    }

private:
    void wrong(const ClosedDay& day, const std::string& sentence)
    {
        findings_.add({"day", "wrong", day.terminal, day.seq, day.date, sentence});
    }

    void compare(const ClosedDay& day, const Json& money)
    {
        if (!day.report.is_object()) return wrong(day, "The stored Z cannot be read.");
        for (const auto& [name, figure] : money.items()) {
            const auto stored = day.report.find(name);
            if (stored == day.report.end() || *stored != figure) wrong(day, "The stored Z has another " + name + " than its documents.");
        }
        if (day.report.value("z", Json()) != Json(day.z)) wrong(day, "The stored Z bears another number.");
        if (money.at("grand_total_after") != Json(day.grand_total_after)) wrong(day, "The perpetual total is another than the Z's.");
    }

    const Database& database_;
    Findings& findings_;
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
}

}  // namespace kushi::verify_detail
