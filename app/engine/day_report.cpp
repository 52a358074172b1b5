#include "app/engine/day_report.h"

#include <algorithm>
#include <iterator>

#include "app/engine/command.h"
#include "app/engine/papers/day_report.h"
#include "app/engine/papers/queue.h"
#include "app/engine/papers/receipt_check.h"
#include "core/day/accounts.h"
#include "core/day/commission.h"
#include "core/day/report_json.h"
#include "core/money/rounding.h"
#include "db/read/day.h"
#include "db/read/goods.h"

namespace kushi {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson optional_json(const std::optional<std::int64_t>& value) { return value ? OrderedJson(*value) : OrderedJson(); }

PieceCosts piece_costs(const Salon& salon)
{
    PieceCosts costs;
    for (const auto& [code, product] : salon.products) costs[code] = {product.cost, product.content.units};
    return costs;
}

/// Everything that must agree: till, ledger of what is prepaid, accounts, and the papers where they may be opened.
std::vector<std::string> failing_checks(const DayReport& report, const Database& database, const Vault* vault)
{
    auto failing = failing_identities(report.facts, report.figures);
    std::ranges::move(failing_accounts(entries_of(report.figures), report.figures), std::back_inserter(failing));
    if (vault != nullptr) {
        std::ranges::move(failing_receipts(database, *vault, report.facts.business_date), std::back_inserter(failing));
    }
    return failing;
}

OrderedJson day_json(const DayReport& report, const Database& database, const Salon& salon)
{
    const auto& date = report.facts.business_date;
    OrderedJson json{{"business_date", date}, {"closed", report.facts.z.has_value()}, {"z", optional_json(report.facts.z)},
                     {"period", {{"kind", "day"}, {"from", date}, {"to", date}}}};
    json.update(to_json(report.figures));
    put_commissions(json, report.figures, salon);
    put_goods(json, report.figures, goods_on(database, date, piece_costs(salon)));
    const auto counts = day_counts(database, date);
    json["visits"] = counts.visits;
    json["new_clients"] = counts.new_clients;
    json["returning_clients"] = counts.returning_clients;
    json["rebooked"] = counts.rebooked;
    json["rebook_rate"] = rebook_rate(counts.rebooked, counts.visits);
    json["no_sale_openings"] = drawer_openings(database, date);
    json["reprints"] = reprints_on(database, date);
    json["checks"] = {{"ok", report.failing.empty()}, {"failing", report.failing}};
    return json;
}

}  // namespace

void put_commissions(OrderedJson& report, const DayFigures& figures, const Salon& salon)
{
    for (auto& row : report["by_therapist"]) {
        const auto& staff = row["staff"].get_ref<const std::string&>();
        const auto work = std::ranges::find(figures.by_therapist, staff, &DayFigures::Therapist::staff);
        const auto* person = salon.person(staff);
        const auto* rule = rule_for(salon.commission_rules, staff, person == nullptr ? std::string{} : person->code);
        row["commission"] = rule == nullptr || work == figures.by_therapist.end() ? 0 : commission_of(*work, *rule);
    }
}

OrderedJson rebook_rate(std::int64_t rebooked, std::int64_t visits)
{
    if (visits <= 0) return nullptr;
    const auto tenths = static_cast<std::int64_t>(divided(Wide{1000} * rebooked, visits, Rounding::half_up));
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

Outcome<DayReport> day_report(const Database& database, const Salon& salon, const std::string& business_date,
                              std::optional<std::int64_t> counted, std::optional<std::int64_t> z, const Vault* vault)
{
    DayReport report;
    report.facts = day_facts(database, business_date, salon.day_rule.zone);
    if (counted) report.facts.counted = counted;
    report.facts.z = z;
    if (z) report.facts.z_before = z_before(database, *z);
    auto figures = add_up(report.facts);
    if (!figures) return unexpected{figures.error()};
    report.figures = *std::move(figures);
    report.failing = failing_checks(report, database, vault);
    report.json = day_json(report, database, salon);
    return report;
}

Outcome<OrderedJson> report_json(const Database& database, const Salon& salon, const std::string& business_date, const Vault* vault)
{
    if (const auto stored = closed_report(database, business_date)) return OrderedJson::parse(*stored);
    auto report = day_report(database, salon, business_date, std::nullopt, std::nullopt, vault);
    if (!report) return unexpected{report.error()};
    return report->json;
}

OrderedJson as_seen_by(const Command& command, OrderedJson report)
{
    if (command.may(Act::read_reports_all)) return report;
    for (auto& use : report["product_use"]) use["cost"] = nullptr;
    for (const char* list : {"by_product", "by_therapist"}) {
        if (!report.contains(list)) continue;
        for (auto& row : report[list]) {
            for (const char* hidden : {"cost", "margin", "commission"}) {
                if (row.contains(hidden)) row[hidden] = nullptr;
            }
        }
    }
    for (const char* hidden : {"margin", "stock_value"}) {
        if (report.contains(hidden)) report[hidden] = nullptr;
    }
    return report;
}

namespace {

/// Names in the paper's language, who printed it and when: the same for every paper of a report.
DayPaperFacts paper_facts(const Salon& salon, const std::string& staff, const std::string& language, Instant now)
{
    DayPaperFacts facts;
    facts.language = language;
    facts.currency = salon.currency;
    facts.printed_at = now;
    if (const auto* person = salon.person(staff)) facts.staff_name = person->name.for_language(language);
    for (const auto& [code, service] : salon.services) facts.item_names[code] = service.name.for_language(language);
    for (const auto& [code, product] : salon.products) facts.item_names[code] = product.name.for_language(language);
    for (const auto& person : salon.staff) facts.staff_names[person.id] = person.name.for_language(language);
    return facts;
}

/// What the JSON of a report says beside its figures.
void read_report(const OrderedJson& report, DayPaperFacts& facts)
{
    const auto number = [&report](const char* name) {
        const auto found = report.find(name);
        return found != report.end() && found->is_number_integer() ? std::optional{found->get<std::int64_t>()} : std::nullopt;
    };
    facts.business_date = report.value("business_date", std::string{});
    facts.z = number("z");
    if (report.contains("period")) facts.period = {report["period"].value("kind", ""), report["period"].value("from", ""), report["period"].value("to", "")};
    facts.days_open = number("days_open");
    facts.grand_total_before = number("grand_total_after").value_or(0) - number("net_incl").value_or(0);
    facts.drawer_openings = number("no_sale_openings").value_or(0);
    facts.copies = number("reprints").value_or(0);
    facts.visits = number("visits");
    facts.new_clients = number("new_clients");
    facts.rebooked = number("rebooked");
    if (report.contains("checks")) facts.failing = report["checks"].value("failing", std::vector<std::string>{});
    if (report.contains("by_therapist")) {
        for (const auto& row : report["by_therapist"]) {
            const auto commission = row.find("commission");
            if (commission == row.end() || !commission->is_number_integer()) continue;
            if (*commission != 0) facts.commissions[row.value("staff", "")] = commission->get<std::int64_t>();
        }
    }
    if (report.contains("margin") && report["margin"].is_object()) {
        facts.margin = Margin{report["margin"].value("revenue_net", std::int64_t{0}), report["margin"].value("product_cost", std::int64_t{0}),
                              report["margin"].value("margin", std::int64_t{0})};
        facts.stock_value = number("stock_value");
    }
}

}  // namespace

printing::Document paper_of_report(const OrderedJson& report, const Salon& salon, bool training, const std::string& staff,
                                   const std::string& language, Instant now)
{
    auto facts = paper_facts(salon, staff, language, now);
    read_report(report, facts);
    if (facts.z) facts.kind = DayPaperFacts::Kind::z;
    else if (!facts.period.kind.empty() && facts.period.kind != "day") facts.kind = DayPaperFacts::Kind::period;
    return day_report_document(day_figures_from_json(report), salon_facts(salon, training, language), facts);
}

printing::Document report_paper(const Database&, const Salon& salon, bool training, const DayReport& report,
                                const std::string& kind, const std::string& staff, Instant now, const std::string& chain_mark)
{
    auto facts = paper_facts(salon, staff, salon.language, now);
    read_report(report.json, facts);
    facts.kind = kind == "z_report"   ? DayPaperFacts::Kind::z
                 : kind == "x_report" ? DayPaperFacts::Kind::x
                                      : DayPaperFacts::Kind::day;
    facts.z = report.facts.z;
    facts.grand_total_before = report.facts.grand_total_before;
    facts.chain_mark = chain_mark;
    return day_report_document(report.figures, salon_facts(salon, training, salon.language), facts);
}

}  // namespace kushi
