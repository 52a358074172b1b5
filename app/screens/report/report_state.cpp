#include "app/screens/report/report_state.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/day/business_day.h"

namespace kushi {

std::int64_t ReportState::Figures::taken() const
{
    return std::accumulate(tenders.begin(), tenders.end(), std::int64_t{0},
                           [](std::int64_t sum, const Named& one) { return sum + one.amount; });
}

std::optional<int> ReportState::Figures::rebooked_percent() const
{
    if (visits <= 0) return std::nullopt;
    return static_cast<int>(std::lround(100.0 * static_cast<double>(rebooked) / static_cast<double>(visits)));
}

std::int64_t ReportState::Figures::product_cost() const
{
    return std::accumulate(products.begin(), products.end(), std::int64_t{0},
                           [](std::int64_t sum, const Product& one) { return sum + one.cost.value_or(0); });
}

std::string ReportState::name_of(const std::string& id) const
{
    const auto found = names.find(id);
    return found == names.end() ? id : found->second;
}

std::vector<ReportState::Hour> hours_without_holes(std::vector<ReportState::Hour> hours)
{
    if (hours.empty()) return hours;
    std::sort(hours.begin(), hours.end(), [](const auto& a, const auto& b) { return a.hour < b.hour; });
    std::vector<ReportState::Hour> all;
    for (const auto& one : hours) {
        while (!all.empty() && all.back().hour + 1 < one.hour) all.push_back({all.back().hour + 1, 0, 0});
        all.push_back(one);
    }
    return all;
}

std::optional<int> percent_over(std::int64_t now, std::int64_t before)
{
    if (before <= 0) return std::nullopt;
    return static_cast<int>(std::lround(100.0 * static_cast<double>(now - before) / static_cast<double>(before)));
}

std::string percent_text(const std::string& rate)
{
    const auto point = rate.find('.');
    if (point == std::string::npos) return rate == "0" ? rate : rate + "00";
    auto digits = rate.substr(0, point) + rate.substr(point + 1);
    digits.append(point + 2 > digits.size() ? point + 2 - digits.size() : 0, '0');
    auto whole = digits.substr(0, point + 2), rest = digits.substr(point + 2);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return rest.empty() ? whole : whole + '.' + rest;
}

std::string days_after(const std::string& date, int days)
{
    const auto day = parse_date(date);
    if (!day) return date;
    return date_text(std::chrono::year_month_day{std::chrono::sys_days{*day} + std::chrono::days{days}});
}

}  // namespace kushi
