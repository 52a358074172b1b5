#include "app/engine/documents.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/sale/sale_json.h"
#include "db/read/day.h"
#include "db/read/sales.h"
#include "db/read/stock.h"

namespace kushi {

std::string DocumentNumber::text() const { return fmt::format("{}-{:06}", series, counter); }

DocumentNumber take_number(const Command& command)
{
    const auto& series = command.journal().identity().series;
    return {series, next_counter(command.database, series)};
}

bool is_reference(std::string_view text)
{
    constexpr std::size_t most_characters = 64;
    return text.size() <= most_characters && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

Outcome<void> day_takes_money(const Command& command)
{
    if (day_is_closed(command.database, command.day)) return refused("day_closed");
    if (!day_is_open(command.database, command.day)) return refused("day_not_open");
    return {};
}

Sale new_document(const Command& command, SaleKind kind, const DocumentNumber& number)
{
    Sale sale;
    sale.id = command.new_id();
    sale.number = number.text();
    sale.kind = kind;
    sale.business_date = command.day;
    sale.at = command.now;
    sale.staff = command.actor.id;
    sale.terminal = command.journal().identity().series;
    sale.currency = command.salon.currency;
    sale.price_mode = command.salon.tax.price_mode;
    sale.chain_mark = chain_mark(command.journal().tip());
    return sale;
}

OrderedJson document_fact(const Command& command, const Sale& sale, const DocumentNumber& number, const std::string& key)
{
    auto rates = Json::array();
    for (const auto& rate : sale.totals.by_rate) {
        rates.push_back({{"rate", rate.rate.text}, {"net", rate.net}, {"tax", rate.tax}, {"gross", rate.gross}});
    }
    std::int64_t discounts = sale.totals.bill_discount;
    for (const auto amount : sale.totals.line_discounts) discounts += amount;
    return {{"document", to_json(sale, "en")},
            {"series", number.series},
            {"counter", number.counter},
            {"key", key},
            {"request", command.request_mark},
            {"of_id", ""},
            {"rates", rates},
            {"discounts", discounts},
            {"gross", sale.totals.total + discounts},
            {"moves", Json::array()}};
}

Outcome<std::optional<Sale>> document_of_key(const Command& command, const std::string& key)
{
    auto known = sale_by_key(command.database, command.vault, key);
    if (!known) return std::optional<Sale>{};
    if (request_of_key(command.database, key) != command.request_mark) return refused("key_reused", "key");
    return known;
}

OrderedJson goods_of(const Command& command, const SaleLine& line, Quantity quantity, int direction)
{
    const auto product = command.salon.products.find(line.item);
    if (product == command.salon.products.end()) return nullptr;
    const auto thousandths = static_cast<__int128>(product->second.content.units) * quantity.units / Quantity::one;
    return {{"product", line.item},
            {"lot", lot_to_use(command.database, line.item, command.day).value_or("")},
            {"thousandths", static_cast<std::int64_t>(thousandths) * direction}};
}

}  // namespace kushi
