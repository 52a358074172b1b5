#include "app/cli/report_request.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "app/cli/whole_number.h"

namespace kushi::cli {
namespace {

constexpr std::array<std::string_view, 5> dated{"day", "week", "month", "year", "own"};

}  // namespace

std::optional<nlohmann::json> report_request(const std::vector<std::string>& words)
{
    const auto& kind = words.at(0);
    nlohmann::json request{{"do", "report"}, {"kind", kind}};
    if (std::ranges::find(dated, kind) != dated.end() && words.size() <= 2) {
        if (words.size() == 2) request["date"] = words[1];
        return request;
    }
    if (kind == "range" && words.size() == 3) {
        request["from"] = words[1];
        request["to"] = words[2];
        return request;
    }
    if (kind != "z" || words.size() != 2) return std::nullopt;
    const auto number = whole_number(words[1], 1, 1'000'000'000);
    if (!number) return std::nullopt;
    request["z"] = *number;
    return request;
}

}  // namespace kushi::cli
