#include "app/cli/report_csv.h"

#include <nlohmann/json.hpp>

namespace kushi::cli {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

std::string plain(const OrderedJson& value)
{
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : value.dump();
}

void row(std::string& csv, const std::string& section, const std::string& name, const OrderedJson& value)
{
    csv += quoted(section) + "," + quoted(name) + "," + quoted(plain(value)) + "\r\n";
}

/// by_hour [{hour: 10, count: 2, total: 9900}] becomes by_hour,10 count,2 and by_hour,10 total,9900.
void list_rows(std::string& csv, const std::string& section, const OrderedJson& list)
{
    for (const auto& entry : list) {
        std::string key;
        for (const auto& [name, value] : entry.items()) {
            if (key.empty()) key = plain(value);
            else row(csv, section, key + " " + name, value);
        }
    }
}

}  // namespace

std::string report_csv(const OrderedJson& report)
{
    std::string csv = "section,name,value\r\n";
    for (const auto& [name, value] : report.items()) {
        if (value.is_array()) list_rows(csv, name, value);
        else if (value.is_object()) {
            for (const auto& [inner, amount] : value.items()) row(csv, name, inner, amount);
        } else {
            row(csv, "day", name, value);
        }
    }
    return csv;
}

}  // namespace kushi::cli
