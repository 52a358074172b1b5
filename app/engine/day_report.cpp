#include "app/engine/day_report.h"

#include "app/engine/command.h"
#include "app/engine/papers/day_report.h"
#include "app/engine/papers/queue.h"
#include "db/read/day.h"
#include "db/read/visits.h"

namespace kushi {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson optional_json(const std::optional<std::int64_t>& value) { return value ? OrderedJson(*value) : OrderedJson(); }

OrderedJson rates_json(const std::vector<RateTotals>& by_rate, std::int64_t RateTotals::*part)
{
    auto json = OrderedJson::object();
    for (const auto& rate : by_rate) json[rate.rate.text] = rate.*part;
    return json;
}

OrderedJson drawer_json(const DayFigures::Drawer& drawer)
{
    return {{"float", drawer.opening_float}, {"cash_net", drawer.cash_net}, {"paid_in", drawer.paid_in},
            {"paid_out", drawer.paid_out},   {"drops", drawer.drops},       {"expected", drawer.expected},
            {"counted", optional_json(drawer.counted)}, {"over_short", optional_json(drawer.over_short)}};
}

void put_breakdowns(OrderedJson& json, const DayFigures& figures)
{
    json["by_hour"] = OrderedJson::array();
    for (const auto& hour : figures.by_hour) json["by_hour"].push_back({{"hour", hour.hour}, {"count", hour.count}, {"total", hour.total}});
    json["by_service"] = OrderedJson::array();
    for (const auto& item : figures.by_service) json["by_service"].push_back({{"item", item.item}, {"count", item.count}, {"total", item.total}});
    json["by_therapist"] = OrderedJson::array();
    for (const auto& one : figures.by_therapist) {
        json["by_therapist"].push_back({{"staff", one.staff}, {"count", one.count}, {"total", one.total}, {"tips", one.tips}});
    }
}

/// What was used at the chairs that day, a line a product and unit.
OrderedJson product_use_json(const Database& database, const std::string& business_date)
{
    struct Sum { Quantity amount; std::int64_t cost = 0; };
    std::map<std::pair<std::string, std::string>, Sum> sums;
    for (const auto& use : product_uses_on(database, business_date)) {
        auto& sum = sums[{use.product, use.unit}];
        if (const auto amount = Quantity::parse(use.amount)) sum.amount.units += amount->units;
        sum.cost += use.cost;
    }
    auto json = OrderedJson::array();
    for (const auto& [key, sum] : sums) {
        json.push_back({{"product", key.first}, {"amount", sum.amount.text()}, {"unit", key.second}, {"cost", sum.cost}});
    }
    return json;
}

OrderedJson figures_json(const DayReport& report, const Database& database)
{
    const auto& figures = report.figures;
    const auto& date = report.facts.business_date;
    OrderedJson json{{"business_date", date}, {"closed", report.facts.z.has_value()}, {"z", optional_json(report.facts.z)}};
    json["count_sales"] = figures.count_sales;
    json["count_refunds"] = figures.count_refunds;
    json["count_voids"] = figures.count_voids;
    json["gross"] = figures.gross;
    json["discounts"] = figures.discounts;
    json["refunds"] = figures.refunds;
    json["voids"] = figures.voids;
    json["net_incl"] = figures.net_incl;
    json["net_by_rate"] = rates_json(figures.by_rate, &RateTotals::net);
    json["tax_by_rate"] = rates_json(figures.by_rate, &RateTotals::tax);
    json["tax_total"] = figures.tax_total;
    json["tenders"] = OrderedJson::object();
    for (const auto& tender : figures.tenders) json["tenders"][tender.name] = tender.amount;
    json["tips"] = figures.tips;
    json["prepaid_sold"] = figures.prepaid_sold;
    json["cash_rounding"] = figures.cash_rounding;
    json["drawer"] = drawer_json(figures.drawer);
    json["grand_total_after"] = figures.grand_total_after;
    json["first_number"] = figures.first_number;
    json["last_number"] = figures.last_number;
    const auto counts = day_counts(database, date);
    json["visits"] = counts.visits;
    json["new_clients"] = counts.new_clients;
    json["returning_clients"] = counts.returning_clients;
    json["rebooked"] = counts.rebooked;
    put_breakdowns(json, figures);
    json["product_use"] = product_use_json(database, date);
    return json;
}

}  // namespace

Outcome<DayReport> day_report(const Database& database, const Salon& salon, const std::string& business_date,
                              std::optional<std::int64_t> counted, std::optional<std::int64_t> z)
{
    DayReport report;
    report.facts = day_facts(database, business_date, salon.day_rule.zone);
    if (counted) report.facts.counted = counted;
    report.facts.z = z;
    if (z) report.facts.z_before = z_before(database, *z);
    auto figures = add_up(report.facts);
    if (!figures) return unexpected{figures.error()};
    report.figures = *std::move(figures);
    report.failing = failing_identities(report.facts, report.figures);
    report.json = figures_json(report, database);
    return report;
}

Outcome<OrderedJson> report_json(const Database& database, const Salon& salon, const std::string& business_date)
{
    if (const auto stored = closed_report(database, business_date)) return OrderedJson::parse(*stored);
    auto report = day_report(database, salon, business_date);
    if (!report) return unexpected{report.error()};
    return report->json;
}

OrderedJson as_seen_by(const Command& command, OrderedJson report)
{
    if (command.may(Act::read_reports_all)) return report;
    for (auto& use : report["product_use"]) use["cost"] = nullptr;
    return report;
}

printing::Document report_paper(const Database& database, const Salon& salon, bool training, const DayReport& report,
                                const std::string& kind, const std::string& staff, Instant now, const std::string& chain_mark)
{
    const auto& language = salon.language;
    DayPaperFacts facts;
    facts.kind = kind == "z_report"   ? DayPaperFacts::Kind::z
                 : kind == "x_report" ? DayPaperFacts::Kind::x
                                      : DayPaperFacts::Kind::day;
    facts.language = language;
    facts.currency = salon.currency;
    facts.business_date = report.facts.business_date;
    facts.z = report.facts.z;
    facts.printed_at = now;
    if (const auto* person = salon.person(staff)) facts.staff_name = person->name.for_language(language);
    facts.grand_total_before = report.facts.grand_total_before;
    facts.drawer_openings = drawer_openings(database, report.facts.business_date);
    facts.copies = reprints_on(database, report.facts.business_date);
    const auto counts = day_counts(database, report.facts.business_date);
    facts.visits = counts.visits;
    facts.new_clients = counts.new_clients;
    facts.rebooked = counts.rebooked;
    for (const auto& [code, service] : salon.services) facts.item_names[code] = service.name.for_language(language);
    for (const auto& person : salon.staff) facts.staff_names[person.id] = person.name.for_language(language);
    facts.chain_mark = chain_mark;
    facts.failing = report.failing;
    return day_report_document(report.figures, salon_facts(salon, training, language), facts);
}

}  // namespace kushi
