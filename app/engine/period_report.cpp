#include "app/engine/period_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/engine/day_report.h"
#include "core/day/commission.h"
#include "core/day/report_json.h"
#include "db/read/period.h"

namespace kushi {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::int64_t most_days_listed = 62;

/// One day of the period: its report, and the same read back.
struct Day {
    std::string date;
    OrderedJson report;
    DayFigures figures;
};

/// As its Z stored it. One of before a figure was stored gets it from its documents, and keeps what it says itself.
Outcome<OrderedJson> report_of(const Database& database, const Salon& salon, const PeriodDay& day)
{
    auto stored = day.report.empty() ? OrderedJson() : OrderedJson::parse(day.report);
    if (stored.contains("checks")) return stored;
    auto live = day_report(database, salon, day.business_date);
    if (!live) return unexpected{live.error()};
    if (stored.is_object()) {
        stored.erase("by_therapist");
        live->json.update(stored);
    }
    return live->json;
}

Outcome<std::vector<Day>> days_of_period(const Database& database, const Salon& salon, const Period& period)
{
    std::vector<Day> days;
    for (const auto& day : days_in(database, period)) {
        auto report = report_of(database, salon, day);
        if (!report) return unexpected{report.error()};
        auto figures = day_figures_from_json(*report);
        days.push_back({day.business_date, *std::move(report), std::move(figures)});
    }
    return days;
}

/// A row a day, or a row a month where days would be too many to read.
void put_course(OrderedJson& json, const Period& period, const std::vector<Day>& days)
{
    const bool by_day = days_of(period) <= most_days_listed;
    const char* key = by_day ? "date" : "month";
    auto rows = OrderedJson::array();
    for (const auto& day : days) {
        const auto name = by_day ? day.date : day.date.substr(0, 7);
        if (rows.empty() || rows.back()[key] != name) rows.push_back({{key, name}, {"count", 0}, {"total", 0}});
        rows.back()["count"] = rows.back()["count"].get<std::int64_t>() + day.figures.count_sales;
        rows.back()["total"] = rows.back()["total"].get<std::int64_t>() + day.figures.net_incl;
    }
    json[by_day ? "by_day" : "by_month"] = std::move(rows);
}

std::int64_t sum_of_days(const std::vector<Day>& days, const char* name)
{
    std::int64_t sum = 0;
    for (const auto& day : days) sum += day.report.value(name, std::int64_t{0});
    return sum;
}

void put_counts(OrderedJson& json, const Database& database, const Period& period, const std::vector<Day>& days)
{
    const auto visits = sum_of_days(days, "visits");
    const auto rebooked = sum_of_days(days, "rebooked");
    const auto people = people_in(database, period);
    json["visits"] = visits;
    json["new_clients"] = people.new_clients;
    json["returning_clients"] = people.returning_clients;
    json["rebooked"] = rebooked;
    json["rebook_rate"] = rebook_rate(rebooked, visits);
    json["no_sale_openings"] = sum_of_days(days, "no_sale_openings");
    json["reprints"] = sum_of_days(days, "reprints");
}

/// A day that does not add up makes the period not add up; and the sum has identities of its own.
OrderedJson checks_json(const std::vector<Day>& days, const DayFigures& sum)
{
    auto failing = OrderedJson::array();
    for (const auto& day : days) {
        for (const auto& sentence : day.report["checks"]["failing"]) failing.push_back(day.date + ": " + sentence.get<std::string>());
    }
    for (const auto& sentence : failing_sums(sum)) failing.push_back(sentence);
    return {{"ok", failing.empty()}, {"failing", failing}};
}

/// What only a day has is null in a longer report.
void put_drawer(OrderedJson& json)
{
    for (const char* name : {"float", "expected", "counted"}) json["drawer"][name] = nullptr;
}

OrderedJson head_of(const Period& period, const std::vector<Day>& days)
{
    const bool closed = std::ranges::all_of(days, [](const Day& day) { return day.report.value("closed", false); });
    return {{"period", {{"kind", period.kind}, {"from", period.from}, {"to", period.to}}}, {"closed", closed}, {"z", nullptr},
            {"days_open", days.size()}};
}

}  // namespace

Outcome<OrderedJson> period_report(const Database& database, const Salon& salon, const Period& period)
{
    const auto days = days_of_period(database, salon, period);
    if (!days) return unexpected{days.error()};
    std::vector<DayFigures> figures;
    std::vector<Goods> goods;
    for (const auto& day : *days) {
        figures.push_back(day.figures);
        goods.push_back(goods_from_json(day.report));
    }
    auto sum = sum_of(figures);
    if (!sum) return unexpected{sum.error()};
    sum->liabilities = liabilities_in(database, period);
    auto json = head_of(period, *days);
    json.update(to_json(*sum));
    put_drawer(json);
    put_commissions(json, *sum, salon);
    put_course(json, period, *days);
    put_goods(json, *sum, sum_of(goods));
    put_counts(json, database, period, *days);
    json["checks"] = checks_json(*days, *sum);
    return json;
}

Outcome<OrderedJson> own_report(const Database& database, const Salon& salon, const Period& period, const std::string& staff)
{
    const auto days = days_of_period(database, salon, period);
    if (!days) return unexpected{days.error()};
    auto by_day = OrderedJson::array();
    std::vector<DayFigures> own;
    for (const auto& day : *days) {
        const auto row = std::ranges::find(day.figures.by_therapist, staff, &DayFigures::Therapist::staff);
        if (row == day.figures.by_therapist.end()) continue;
        by_day.push_back({{"date", day.date}, {"count", row->count}, {"total", row->total}});
        DayFigures mine;
        mine.by_therapist.push_back(*row);
        own.push_back(std::move(mine));
    }
    auto sum = sum_of(own);
    if (!sum) return unexpected{sum.error()};
    if (sum->by_therapist.empty()) sum->by_therapist.push_back({staff});
    auto figures = to_json(*sum);
    put_commissions(figures, *sum, salon);
    OrderedJson json{{"period", {{"kind", period.kind}, {"from", period.from}, {"to", period.to}}}};
    json.update(figures["by_therapist"][0]);
    json["by_day"] = std::move(by_day);
    return json;
}

}  // namespace kushi
