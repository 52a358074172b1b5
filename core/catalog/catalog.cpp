#include "core/catalog/catalog.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/catalog/catalog_words.h"
#include "core/day/business_day.h"

namespace kushi {

using nlohmann::json;

namespace {

json to_json(const RitualStep& step)
{
    json recipe = json::array();
    for (const RecipeLine& line : step.recipe) {
        recipe.push_back({{"product", line.product}, {"amount", line.amount.text()}, {"unit", text_of(line.unit)}});
    }
    return {
        {"kind", text_of(step.kind)}, {"name", to_json(step.name)}, {"planned_s", step.planned_s}, {"recipe", recipe}};
}

}  // namespace

std::string_view text_of(Unit unit)
{
    return unit_words.at(static_cast<std::size_t>(unit));
}
std::string_view text_of(ServiceKind care)
{
    return care_words.at(static_cast<std::size_t>(care));
}
std::string_view text_of(StepKind kind)
{
    return step_words.at(static_cast<std::size_t>(kind));
}

std::optional<StepKind> step_kind(std::string_view text)
{
    const auto found = std::ranges::find(step_words, text);
    if (found == step_words.end()) return std::nullopt;
    return static_cast<StepKind>(found - step_words.begin());
}

const RateRow* rate_row_on(const std::vector<RateRow>& rows, std::string_view code, std::chrono::year_month_day day)
{
    const RateRow* in_force = nullptr;
    for (const RateRow& row : rows) {
        if (row.code != code || row.from > day) continue;
        if (in_force == nullptr || row.from > in_force->from) in_force = &row;
    }
    return in_force;
}

json to_json(const LocalText& words)
{
    return {{"en", words.en}, {"ja", words.ja}};
}

json to_json(const RateRow& row)
{
    return {{"code", row.code},
            {"rate", row.rate.text},
            {"reduced", row.reduced},
            {"name", to_json(row.name)},
            {"from", date_text(row.from)}};
}

json to_json(const Room& room)
{
    return {{"code", room.code}, {"name", to_json(room.name)}};
}

json to_json(const Product& product)
{
    return {{"code", product.code},
            {"name", to_json(product.name)},
            {"category", product.category},
            {"price", product.price},
            {"rate", product.rate},
            {"unit", text_of(product.unit)},
            {"content", product.content.text()},
            {"cost", product.cost},
            {"ingredients", product.ingredients},
            {"tags", product.tags},
            {"retail", product.retail},
            {"reorder", product.reorder.text()}};
}

json to_json(const Ritual& ritual)
{
    json steps = json::array();
    for (const RitualStep& step : ritual.steps) steps.push_back(to_json(step));
    return {{"code", ritual.code},
            {"name", to_json(ritual.name)},
            {"care", text_of(ritual.care)},
            {"tags", ritual.tags},
            {"steps", steps}};
}

json to_json(const Service& service)
{
    json object{
        {"code", service.code},       {"name", to_json(service.name)}, {"price", service.price}, {"rate", service.rate},
        {"minutes", service.minutes}, {"care", text_of(service.care)}, {"tags", service.tags},   {"ritual", nullptr},
        {"first", service.first}};
    if (service.ritual) object["ritual"] = *service.ritual;
    return object;
}

json to_json(const Ticket& ticket)
{
    return {{"code", ticket.code},
            {"name", to_json(ticket.name)},
            {"price", ticket.price},
            {"rate", ticket.rate},
            {"sessions", ticket.sessions},
            {"services", ticket.services},
            {"valid_months", ticket.valid_months}};
}

json to_json(const VoucherKind& voucher)
{
    json object{{"code", voucher.code},
                {"name", to_json(voucher.name)},
                {"face", voucher.face},
                {"price", voucher.price},
                {"single_purpose", voucher.single_purpose},
                {"rate", nullptr},
                {"valid_months", voucher.valid_months}};
    if (!voucher.rate.empty()) object["rate"] = voucher.rate;
    return object;
}

}  // namespace kushi
