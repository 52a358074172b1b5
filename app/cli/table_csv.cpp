#include "app/cli/table_csv.h"

#include <nlohmann/json.hpp>

namespace kushi::cli {
namespace {

std::string cell(const nlohmann::ordered_json& value)
{
    if (value.is_null()) return {};
    if (!value.is_string()) return value.dump();
    auto text = value.get<std::string>();
    if (!text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos) text.insert(text.begin(), '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted(1, '"');
    for (const char c : text) {
        if (c == '"') quoted += c;
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace

std::string table_csv(const std::vector<std::string>& names, const nlohmann::ordered_json& rows)
{
    std::string csv;
    for (const auto& name : names) csv += (csv.empty() ? "" : ",") + name;
    csv += "\r\n";
    for (const auto& row : rows) {
        bool first = true;
        for (const auto& name : names) {
            if (!first) csv += ',';
            first = false;
            csv += cell(row.value(name, nlohmann::ordered_json()));
        }
        csv += "\r\n";
    }
    return csv;
}

}  // namespace kushi::cli
