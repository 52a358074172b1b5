#include "core/day/report_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace kushi {
namespace {

using Json = nlohmann::ordered_json;

std::string decimal_text(std::int64_t thousandths)
{
    const auto text = Quantity{thousandths < 0 ? -thousandths : thousandths}.text();
    return thousandths < 0 ? "-" + text : text;
}

std::int64_t thousandths_in(const Json& json)
{
    if (json.is_number_integer()) return json.get<std::int64_t>() * Quantity::one;
    if (!json.is_string()) return 0;
    auto text = json.get<std::string>();
    const bool below = text.starts_with('-');
    const auto quantity = Quantity::parse(below ? text.substr(1) : text);
    if (!quantity) return 0;
    return below ? -quantity->units : quantity->units;
}

Json optional_json(const std::optional<std::int64_t>& value)
{
    return value ? Json(*value) : Json();
}

std::int64_t number_in(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

std::optional<std::int64_t> optional_in(const Json& json, const char* name)
{
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number_integer()) return std::nullopt;
    return found->get<std::int64_t>();
}

std::string text_in(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

const Json& part_of(const Json& json, const char* name)
{
    static const Json nothing;
    const auto found = json.find(name);
    return found == json.end() ? nothing : *found;
}

Rate rate_in(const std::string& text)
{
    return Rate::parse(text).value_or(Rate{});
}

Json rates_json(const std::vector<RateTotals>& by_rate, std::int64_t RateTotals::*part)
{
    auto json = Json::object();
    for (const auto& row : by_rate) json[row.rate.text] = row.*part;
    return json;
}

Json drawer_json(const DayFigures::Drawer& drawer)
{
    return {{"float", drawer.opening_float},
            {"cash_net", drawer.cash_net},
            {"paid_in", drawer.paid_in},
            {"paid_out", drawer.paid_out},
            {"drops", drawer.drops},
            {"expected", drawer.expected},
            {"counted", optional_json(drawer.counted)},
            {"over_short", optional_json(drawer.over_short)}};
}

Json therapist_json(const DayFigures::Therapist& one)
{
    return {{"staff", one.staff},
            {"count", one.count},
            {"total", one.total},
            {"tips", one.tips},
            {"nominations", one.nominations},
            {"services", one.services},
            {"retail", one.retail},
            {"services_net", one.services_net},
            {"retail_net", one.retail_net},
            {"services_done", pieces_json(one.services_thousandths)}};
}

Json product_json(const DayFigures::Product& product, std::int64_t cost)
{
    return {{"item", product.item},   {"count", pieces_json(product.thousandths)},
            {"total", product.total}, {"net", product.net},
            {"cost", cost},           {"margin", product.net - cost}};
}

Json liability_json(const Liability& owed)
{
    return {{"before", owed.before},
            {"sold", owed.sold},
            {"used", owed.used},
            {"expired", owed.expired},
            {"cancelled", owed.cancelled},
            {"after", owed.after},
            {"taxed_before", owed.taxed_before}};
}

/// Every kind has its row, also one that nothing was ever sold of, and all of them together have one.
Json liabilities_json(const std::vector<Liability>& liabilities)
{
    auto json = Json::object();
    Liability total;
    for (const char* kind : {"ticket", "voucher", "deposit"}) {
        const auto found = std::ranges::find(liabilities, kind, &Liability::kind);
        const Liability owed = found == liabilities.end() ? Liability{} : *found;
        json[kind] = liability_json(owed);
        for (auto part : {&Liability::before, &Liability::sold, &Liability::used, &Liability::expired,
                          &Liability::cancelled, &Liability::after, &Liability::taxed_before}) {
            total.*part += owed.*part;
        }
    }
    json["total"] = liability_json(total);
    return json;
}

void put_breakdowns(Json& json, const DayFigures& figures)
{
    json["by_hour"] = Json::array();
    for (const auto& hour : figures.by_hour)
        json["by_hour"].push_back({{"hour", hour.hour}, {"count", hour.count}, {"total", hour.total}});
    json["by_service"] = Json::array();
    for (const auto& item : figures.by_service)
        json["by_service"].push_back({{"item", item.item}, {"count", item.count}, {"total", item.total}});
    json["by_therapist"] = Json::array();
    for (const auto& one : figures.by_therapist) json["by_therapist"].push_back(therapist_json(one));
    json["discounts_by"] = Json::array();
    for (const auto& row : figures.discounts_by)
        json["discounts_by"].push_back({{"kind", row.kind}, {"count", row.count}, {"total", row.total}});
    json["revenue_by"] = Json::array();
    for (const auto& row : figures.revenue)
        json["revenue_by"].push_back({{"rate", row.rate.text}, {"kind", row.kind}, {"net", row.net}});
}

void read_rates(const Json& json, DayFigures& figures)
{
    const auto& taxes = part_of(json, "tax_by_rate");
    for (const auto& [text, net] : part_of(json, "net_by_rate").items()) {
        RateTotals row{rate_in(text), net.get<std::int64_t>()};
        row.tax = number_in(taxes, text.c_str());
        row.gross = row.net + row.tax;
        figures.by_rate.push_back(row);
    }
}

DayFigures::Drawer drawer_in(const Json& json)
{
    return {number_in(json, "float"),     number_in(json, "cash_net"),    number_in(json, "paid_in"),
            number_in(json, "paid_out"),  number_in(json, "drops"),       number_in(json, "expected"),
            optional_in(json, "counted"), optional_in(json, "over_short")};
}

DayFigures::Therapist therapist_in(const Json& json)
{
    return {text_in(json, "staff"),         number_in(json, "count"),
            number_in(json, "total"),       number_in(json, "tips"),
            number_in(json, "nominations"), number_in(json, "services"),
            number_in(json, "retail"),      number_in(json, "services_net"),
            number_in(json, "retail_net"),  thousandths_in(part_of(json, "services_done"))};
}

void read_breakdowns(const Json& json, DayFigures& figures)
{
    for (const auto& row : part_of(json, "by_hour")) {
        figures.by_hour.push_back(
            {static_cast<int>(number_in(row, "hour")), number_in(row, "count"), number_in(row, "total")});
    }
    for (const auto& row : part_of(json, "by_service")) {
        figures.by_service.push_back({text_in(row, "item"), number_in(row, "count"), number_in(row, "total")});
    }
    for (const auto& row : part_of(json, "by_product")) {
        figures.by_product.push_back({text_in(row, "item"), thousandths_in(part_of(row, "count")),
                                      number_in(row, "total"), number_in(row, "net")});
    }
    for (const auto& row : part_of(json, "by_therapist")) figures.by_therapist.push_back(therapist_in(row));
    for (const auto& row : part_of(json, "discounts_by")) {
        figures.discounts_by.push_back({text_in(row, "kind"), number_in(row, "count"), number_in(row, "total")});
    }
    for (const auto& row : part_of(json, "revenue_by")) {
        figures.revenue.push_back({rate_in(text_in(row, "rate")), text_in(row, "kind"), number_in(row, "net")});
    }
}

void read_liabilities(const Json& json, DayFigures& figures)
{
    for (const auto& [kind, row] : json.items()) {
        if (kind == "total") continue;
        figures.liabilities.push_back({kind, number_in(row, "before"), number_in(row, "sold"), number_in(row, "used"),
                                       number_in(row, "expired"), number_in(row, "cancelled"), number_in(row, "after"),
                                       number_in(row, "taxed_before")});
    }
}

}  // namespace

Json pieces_json(std::int64_t thousandths)
{
    if (thousandths % Quantity::one == 0) return thousandths / Quantity::one;
    return decimal_text(thousandths);
}

Json to_json(const DayFigures& figures)
{
    Json json{{"count_sales", figures.count_sales},
              {"count_refunds", figures.count_refunds},
              {"count_voids", figures.count_voids},
              {"count_prepaid", figures.count_prepaid},
              {"gross", figures.gross},
              {"discounts", figures.discounts},
              {"refunds", figures.refunds},
              {"voids", figures.voids},
              {"net_incl", figures.net_incl},
              {"net_by_rate", rates_json(figures.by_rate, &RateTotals::net)},
              {"tax_by_rate", rates_json(figures.by_rate, &RateTotals::tax)},
              {"tax_total", figures.tax_total},
              {"tenders", Json::object()}};
    for (const auto& tender : figures.tenders) json["tenders"][tender.name] = tender.amount;
    json["tips"] = figures.tips;
    json["prepaid_sold"] = figures.prepaid_sold;
    json["cash_rounding"] = figures.cash_rounding;
    json["drawer"] = drawer_json(figures.drawer);
    json["grand_total_after"] = figures.grand_total_after;
    json["first_number"] = figures.first_number;
    json["last_number"] = figures.last_number;
    put_breakdowns(json, figures);
    json["liabilities"] = liabilities_json(figures.liabilities);
    return json;
}

DayFigures day_figures_from_json(const Json& json)
{
    DayFigures figures;
    const auto read = [&json](std::int64_t& into, const char* name) { into = number_in(json, name); };
    read(figures.count_sales, "count_sales");
    read(figures.count_refunds, "count_refunds");
    read(figures.count_voids, "count_voids");
    read(figures.count_prepaid, "count_prepaid");
    read(figures.gross, "gross");
    read(figures.discounts, "discounts");
    read(figures.refunds, "refunds");
    read(figures.voids, "voids");
    read(figures.net_incl, "net_incl");
    read(figures.tax_total, "tax_total");
    read(figures.tips, "tips");
    read(figures.prepaid_sold, "prepaid_sold");
    read(figures.cash_rounding, "cash_rounding");
    read(figures.grand_total_after, "grand_total_after");
    read_rates(json, figures);
    for (const auto& [name, amount] : part_of(json, "tenders").items())
        figures.tenders.push_back({name, amount.get<std::int64_t>()});
    figures.drawer = drawer_in(part_of(json, "drawer"));
    figures.first_number = text_in(json, "first_number");
    figures.last_number = text_in(json, "last_number");
    read_breakdowns(json, figures);
    read_liabilities(part_of(json, "liabilities"), figures);
    return figures;
}

void put_goods(Json& report, const DayFigures& figures, const Goods& goods)
{
    report["by_product"] = Json::array();
    for (const auto& product : figures.by_product) {
        const auto sold = std::ranges::find(goods.sold, product.item, &Goods::Sold::product);
        report["by_product"].push_back(product_json(product, sold == goods.sold.end() ? 0 : sold->cost));
    }
    for (const auto& sold : goods.sold) {  // a cost without a line is a cost all the same
        if (std::ranges::find(figures.by_product, sold.product, &DayFigures::Product::item) != figures.by_product.end())
            continue;
        report["by_product"].push_back(product_json({sold.product}, sold.cost));
    }
    report["product_use"] = Json::array();
    for (const auto& use : goods.used) {
        report["product_use"].push_back({{"product", use.product},
                                         {"amount", decimal_text(use.thousandths)},
                                         {"unit", use.unit},
                                         {"cost", use.cost}});
    }
    const auto margin = margin_of(figures, goods);
    report["margin"] = {
        {"revenue_net", margin.revenue_net}, {"product_cost", margin.product_cost}, {"margin", margin.margin}};
    report["stock_value"] = goods.stock_value;
}

Goods goods_from_json(const Json& report)
{
    Goods goods;
    for (const auto& row : part_of(report, "by_product"))
        goods.sold.push_back({text_in(row, "item"), number_in(row, "cost")});
    for (const auto& row : part_of(report, "product_use")) {
        goods.used.push_back({text_in(row, "product"), text_in(row, "unit"), thousandths_in(part_of(row, "amount")),
                              number_in(row, "cost")});
    }
    goods.stock_value = number_in(report, "stock_value");
    return goods;
}

}  // namespace kushi
