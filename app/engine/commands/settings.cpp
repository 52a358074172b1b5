#include "app/engine/setting_table.h"

#include <algorithm>

#include "app/engine/commands/set_item.h"
#include "core/text/names.h"
#include "db/read/sales.h"

namespace kushi {
namespace {

constexpr std::string_view item_prefix = "item.";

/// Every text of a value, as names and notes are taken: UTF-8, without control characters and card numbers. Refused
/// with the setting's path.
Outcome<void> clean_texts(Json& value, const std::string& path)
{
    if (value.is_string()) {
        auto& text = value.get_ref<std::string&>();
        if (text.empty()) return {};
        auto clean = clean_text(text, path);
        if (!clean) return unexpected{clean.error()};
        text = *std::move(clean);
    }
    if (!value.is_structured()) return {};
    for (auto& part : value) KUSHI_TRY(clean_texts(part, path));
    return {};
}

bool has_documents(const Command& command)
{
    return next_counter(command.database, command.journal().identity().series) > 1;
}

Answer set_setting(Command& command, const SettingEntry& entry, const Json& value)
{
    KUSHI_TRY(command.may(entry.act));
    const Json wanted{{std::string{entry.path}, value}};
    SettingContext context{command.salon, command.day, has_documents(command)};
    FirstFault fault;
    ObjectReader in{wanted, "", fault};
    const auto kept = entry.read(in, entry.path, context);
    if (fault) return unexpected{*fault};
    const auto path = entry.kept_as.empty() ? entry.path : entry.kept_as;
    command.record("setting.set", {{"path", path}, {"value", kept}});
    command.settings_changed = true;
    return OrderedJson{{"path", path}, {"value", kept}, {"warnings", context.warnings}};
}

/// One setting, or one item of the catalogue, by its path.
Answer set(Command& command)
{
    const auto path = command.fields.text("path");
    auto value = command.fields.any("value");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    const auto* entry = setting_entry(path);
    const bool item = path.starts_with(item_prefix);
    if (entry == nullptr && !item) return refused("unknown_setting", "path");
    // One in ten 13 digit numbers would pass for a card's; a registration number is not asked (trust.md).
    if (path != "salon.registration_number") KUSHI_TRY(clean_texts(value, item ? "value" : path));
    return item ? set_item(command, path.substr(item_prefix.size()), value) : set_setting(command, *entry, value);
}

/// All settings with their values now, and who may change each; what a screen of settings offers to choose from beside.
Answer settings(Command& command)
{
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::change_catalogue));
    OrderedJson answer{{"rows", OrderedJson::array()}};
    for (const auto& entry : setting_table()) {
        answer["rows"].push_back({{"path", entry.path},
                                  {"value", entry.value(command.salon, command.day)},
                                  {"who", entry.act == Act::change_tax ? "owner" : "manager"},
                                  {"may", command.may(entry.act).has_value()}});
    }
    answer["tickets"] = ticket_rows(command.salon);
    answer["vouchers"] = OrderedJson::array();
    for (const auto& [code, voucher] : command.salon.vouchers)
        answer["vouchers"].push_back(OrderedJson(to_json(voucher)));
    answer["services"] = OrderedJson::array();
    for (const auto& [code, service] : command.salon.services) {
        answer["services"].push_back({{"code", code},
                                      {"name", to_json(service.name)},
                                      {"price", service.price},
                                      {"rate", service.rate},
                                      {"minutes", service.minutes}});
    }
    answer["currency"] = command.salon.currency.code();
    answer["business_date"] = command.day;
    answer["has_sales"] = has_documents(command);
    return answer;
}

}  // namespace

std::vector<CommandEntry> setting_commands()
{
    return {{"set", set}, {"settings", settings}};
}

}  // namespace kushi
