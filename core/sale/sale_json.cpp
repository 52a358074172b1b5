#include "core/sale/sale_json.h"

#include <nlohmann/json.hpp>

namespace kushi {

using OrderedJson = nlohmann::ordered_json;

namespace {

OrderedJson shares_json(const std::vector<StaffShare>& shares)
{
    auto json = OrderedJson::array();
    for (const auto& share : shares) json.push_back({{"staff", share.staff}, {"amount", share.amount}});
    return json;
}

OrderedJson to_json(const SaleTender& tender)
{
    OrderedJson json{{"type", tender.type}, {"label", tender.label}, {"amount", tender.amount}, {"reference", tender.reference}};
    if (!tender.prepaid.empty()) json["prepaid"] = tender.prepaid;
    if (tender.face != 0) json["face"] = tender.face;
    if (!tender.payment.empty()) json["payment"] = tender.payment;
    return json;
}

}  // namespace

OrderedJson to_json(const SaleLine& line, std::string_view language)
{
    OrderedJson json{{"line", line.line},
            {"item", line.item},
            {"kind", line.kind},
            {"name", language == "ja" ? line.name_ja : line.name},
            {"name_en", line.name},
            {"name_ja", line.name_ja},
            {"quantity", line.quantity.text()},
            {"unit_price", line.unit_price},
            {"extended", line.extended},
            {"line_discount", line.line_discount},
            {"bill_discount_share", line.bill_discount_share},
            {"final", line.final_amount},
            {"rate", line.rate.text},
            {"reduced_rate", line.reduced_rate},
            {"therapist", line.therapist}};
    if (!line.shares.empty()) json["shares"] = shares_json(line.shares);
    if (line.prepaid) json["prepaid"] = true;
    if (!line.ticket.empty()) {
        json["ticket"] = line.ticket;
        json["list_price"] = line.list_price;
    }
    return json;
}

OrderedJson to_json(const Sale& sale, std::string_view language)
{
    auto lines = OrderedJson::array();
    for (const auto& line : sale.lines) lines.push_back(to_json(line, language));
    auto tenders = OrderedJson::array();
    for (const auto& tender : sale.tenders) tenders.push_back(to_json(tender));
    OrderedJson json{{"id", sale.id},
            {"number", sale.number},
            {"kind", text_of(sale.kind)},
            {"of", sale.of},
            {"of_business_date", sale.of_business_date},
            {"business_date", sale.business_date},
            {"at", instant_text(sale.at)},
            {"visit", sale.visit},
            {"client", sale.client},
            {"staff", sale.staff},
            {"approved_by", sale.approved_by},
            {"terminal", sale.terminal},
            {"currency", sale.currency.code()},
            {"price_mode", sale.price_mode == PriceMode::exclusive ? "exclusive" : "inclusive"},
            {"lines", std::move(lines)},
            {"totals", to_json(sale.totals)},
            {"tenders", std::move(tenders)},
            {"chain_mark", sale.chain_mark}};
    if (!sale.tips.empty()) json["tips"] = shares_json(sale.tips);
    return json;
}

}  // namespace kushi
