#include "core/money/dated_fields.h"

#include <nlohmann/json.hpp>

#include "core/day/business_day.h"

namespace kushi {
namespace {

using nlohmann::json;

std::chrono::year_month_day date_from(const std::string& text, const std::string& path, Problem& problem)
{
    const auto date = parse_date(text);
    if (!date) problem.note({"bad_date", path});
    return date.value_or(std::chrono::year_month_day{});
}

DatedRate row_from(const json& value, const std::string& path, Problem& problem)
{
    if (!value.is_array() || value.size() != 2) {
        problem.note({"bad_request", path});
        return {};
    }
    return {date_from(text_element(value[0], path, problem), path, problem),
            noted(Rate::parse(text_element(value[1], path, problem), path), problem)};
}

}  // namespace

std::chrono::year_month_day date_field(const Fields& fields, const char* name)
{
    return date_from(fields.text(name), fields.at(name), fields.problem());
}

std::vector<DatedRate> dated_rates_field(const Fields& fields, const char* name)
{
    std::vector<DatedRate> table;
    for (const auto& row : fields.array(name)) {
        table.push_back(row_from(row, element_path(fields.at(name), table.size()), fields.problem()));
    }
    return table;
}

}  // namespace kushi
