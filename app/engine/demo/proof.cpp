#include "app/engine/demo/proof.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/engine/day_report.h"
#include "core/sale/sale.h"
#include "db/read/sales.h"
#include "db/verify.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

void add(DayTotals& totals, SaleKind kind, std::int64_t total)
{
    switch (kind) {
        case SaleKind::sale: ++totals.count_sales, totals.sales += total; break;
        case SaleKind::refund: ++totals.count_refunds, totals.refunds += total; break;
        case SaleKind::void_: ++totals.count_voids, totals.voids += total; break;
    }
}

std::string text_of(const DayTotals& totals)
{
    return fmt::format("{} sales {}, {} refunds {}, {} voids {}", totals.count_sales, totals.sales, totals.count_refunds, totals.refunds,
                       totals.count_voids, totals.voids);
}

void compare(DemoProof& proof, const char* where, const DayTotals& found)
{
    if (found == proof.report) return;
    proof.failures.push_back(fmt::format("The report says {}, {} say {}.", text_of(proof.report), where, text_of(found)));
}

/// Every job ended on paper, one sheet each, and the Z's paper says what the report says.
void check_papers(DemoProof& proof, const OrderedJson& report, const OrderedJson& jobs)
{
    for (const auto& job : jobs) {
        const auto state = job["state"].get<std::string>();
        if (state == "PRINTED") continue;
        proof.failures.push_back(fmt::format("Job {} ({} {}) ended {}: {}", job["id"].get<std::string>(), job["kind"].get<std::string>(),
                                             job["number"].get<std::string>(), state, job["reason"].dump()));
    }
    proof.jobs = static_cast<std::int64_t>(jobs.size());
    if (proof.papers.sheets != proof.jobs) {
        proof.failures.push_back(fmt::format("{} papers were to be printed, {} lie in the tray.", proof.jobs, proof.papers.sheets));
    }
    const auto& problems = proof.papers.problems;
    proof.failures.insert(proof.failures.end(), problems.begin(), problems.end());
    if (proof.papers.z_net != report["net_incl"] || proof.papers.z_over_short != report["drawer"]["over_short"]) {
        proof.failures.emplace_back("The paper of the Z does not say what the report says.");
    }
}

void check_day(DemoProof& proof, OpenSalon& salon, const std::string& business_date)
{
    const auto again = day_report(salon.database(), salon.engine().salon(), business_date);
    if (!again) return proof.failures.push_back("The day cannot be added up: " + again.error().code);
    for (const auto& identity : again->failing) proof.failures.push_back("The day does not add up: " + identity);
}

void check_salon(DemoProof& proof, const OpenSalon& salon)
{
    VerifyOptions options;
    options.vault = &salon.vault();
    const auto verified = verify(salon.database(), options);
    proof.events = verified.events;
    for (const auto& problem : verified.problems) {
        proof.failures.push_back(fmt::format("verify: {} {} {} {}", problem.part, problem.kind, problem.subject, problem.detail));
    }
}

}  // namespace

DayTotals totals_of_report(const OrderedJson& report)
{
    DayTotals totals;
    totals.count_sales = report["count_sales"].get<std::int64_t>();
    totals.sales = report["gross"].get<std::int64_t>() - report["discounts"].get<std::int64_t>();
    totals.count_refunds = report["count_refunds"].get<std::int64_t>();
    totals.refunds = report["refunds"].get<std::int64_t>();
    totals.count_voids = report["count_voids"].get<std::int64_t>();
    totals.voids = report["voids"].get<std::int64_t>();
    return totals;
}

DayTotals totals_of_journal(const Database& database, const std::string& business_date)
{
    DayTotals totals;
    Query row{database, "SELECT pub FROM event WHERE type IN ('sale.completed', 'sale.refunded', 'sale.voided') ORDER BY seq"};
    while (row.next()) {
        const auto document = Json::parse(row.text(0)).at("document");
        if (document.at("business_date") != business_date) continue;
        add(totals, sale_kind(document.at("kind").get<std::string>()).value(), document.at("totals").at("total").get<std::int64_t>());
    }
    return totals;
}

DayTotals totals_of_tables(const OpenSalon& salon, const std::string& business_date)
{
    DayTotals totals;
    for (const auto& id : sale_ids(salon.database(), business_date)) {
        const auto sale = sale_by_id(salon.database(), salon.vault(), id).value();
        add(totals, sale.kind, sale.totals.total);
    }
    return totals;
}

DemoProof prove(OpenSalon& salon, const OrderedJson& report, const OrderedJson& jobs, const std::filesystem::path& receipts)
{
    const auto business_date = report["business_date"].get<std::string>();
    DemoProof proof;
    proof.report = totals_of_report(report);
    proof.journal = totals_of_journal(salon.database(), business_date);
    proof.tables = totals_of_tables(salon, business_date);
    proof.papers = totals_of_papers(receipts, salon.engine().salon().language);
    compare(proof, "the facts of the journal", proof.journal);
    compare(proof, "the tables", proof.tables);
    compare(proof, "the papers", proof.papers.day);
    if (proof.report.net() != report["net_incl"]) proof.failures.emplace_back("The report's net is not its parts.");
    check_papers(proof, report, jobs);
    check_day(proof, salon, business_date);
    check_salon(proof, salon);
    return proof;
}

}  // namespace kushi
