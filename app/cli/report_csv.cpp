#include "app/cli/report_csv.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

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

bool is_number(std::string_view text)
{
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto digits = text.find_first_not_of("0123456789");
    if (digits == std::string_view::npos) return !text.empty();
    return text[digits] == '.' && digits > 0 && text.find_first_not_of("0123456789", digits + 1) == std::string_view::npos;
}

/// A label of the salon's own may begin like a formula: a spreadsheet must show it, not run it.
std::string harmless(std::string text)
{
    constexpr std::string_view formula_signs = "=+-@\t\r";
    if (text.empty() || formula_signs.find(text.front()) == std::string_view::npos || is_number(text)) return text;
    return text.insert(0, 1, '\'');
}

std::string plain(const OrderedJson& value)
{
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : value.dump();
}

void row(std::string& csv, const std::string& section, const std::string& name, const OrderedJson& value)
{
    csv += quoted(harmless(section)) + ',' + quoted(harmless(name)) + ',' + quoted(harmless(plain(value))) + "\r\n";
}

std::string joined(const std::string& name, const std::string& part) { return name.empty() ? part : name + ' ' + part; }

/// by_hour [{hour: 10, count: 2, total: 9900}] becomes by_hour,10 count,2 and by_hour,10 total,9900; liabilities {ticket:
/// {sold: 5}} becomes liabilities,ticket sold,5; a list of texts is counted from 1.
void rows(std::string& csv, const std::string& section, const std::string& name, const OrderedJson& value)
{
    if (value.is_object()) {
        for (const auto& [key, part] : value.items()) rows(csv, section, joined(name, key), part);
    } else if (value.is_array()) {
        int number = 0;
        for (const auto& entry : value) {
            ++number;
            if (!entry.is_object() || entry.empty()) {
                rows(csv, section, joined(name, std::to_string(number)), entry);
                continue;
            }
            const auto of_entry = joined(name, plain(entry.front()));
            for (auto field = std::next(entry.begin()); field != entry.end(); ++field)
                rows(csv, section, joined(of_entry, field.key()), field.value());
        }
    } else {
        row(csv, section, name, value);
    }
}

}  // namespace

std::string report_csv(const OrderedJson& report)
{
    std::string csv = "section,name,value\r\n";
    for (const auto& [name, value] : report.items()) {
        if (value.is_structured()) rows(csv, name, {}, value);
        else row(csv, "day", name, value);
    }
    return csv;
}

}  // namespace kushi::cli
