#include "app/engine/cart.h"

#include "core/sale/sale_json.h"
#include "db/drafts.h"

namespace kushi {
namespace {

Json discount_json(const CartDiscount& discount)
{
    Json json{{"amount", discount.amount}, {"approved_by", discount.approved_by}};
    if (discount.percent) json["percent"] = discount.percent->text();
    return json;
}

CartDiscount discount_in(const Json& json, const Json& reasons, const std::string& key)
{
    CartDiscount discount;
    discount.amount = json.value("amount", std::int64_t{0});
    discount.approved_by = json.value("approved_by", "");
    if (json.contains("percent")) discount.percent = *Percent::parse(json["percent"].get<std::string>());
    discount.reason = reasons.value(key, "");
    return discount;
}

Outcome<SaleLine> sale_line(const Salon& salon, const VisitRecord& visit, const VisitLineRecord& stored,
                            const std::string& business_date)
{
    const auto item = salon.item(stored.item);
    if (!item) return refused("unknown_item", "item", stored.item);
    const auto* rate = salon.rate_on(item->rate, business_date);
    if (rate == nullptr) return refused("unknown_rate", "item", stored.item);
    const auto quantity = Quantity::parse(stored.quantity);
    if (!quantity) return refused("bad_quantity", "line", stored.line);
    SaleLine line;
    line.line = stored.line;
    line.item = item->code;
    line.kind = item->kind;
    line.name = item->name.en;
    line.name_ja = item->name.ja;
    line.quantity = *quantity;
    line.unit_price = stored.price.value_or(item->price);
    line.rate = rate->rate;
    line.reduced_rate = rate->reduced;
    if (item->kind == "service") line.therapist = visit.therapist;
    return line;
}

ReceiptLine receipt_line(const SaleLine& line, const Cart& cart)
{
    ReceiptLine priced;
    priced.unit = line.unit_price;
    priced.quantity = line.quantity;
    priced.rate = line.rate;
    if (const auto discount = cart.lines.find(line.line); discount != cart.lines.end()) {
        priced.discount_percent = discount->second.percent;
        priced.discount = discount->second.amount;
    }
    return priced;
}

void put_totals(Bill& bill)
{
    for (std::size_t i = 0; i < bill.lines.size(); ++i) {
        bill.lines[i].extended = bill.totals.extended[i];
        bill.lines[i].line_discount = bill.totals.line_discounts[i];
        bill.lines[i].bill_discount_share = bill.totals.bill_discount_shares[i];
        bill.lines[i].final_amount = bill.totals.line_final[i];
    }
}

/// discount <= limit of it, rounded up to the unit: ten per cent of 12,296 yen is 1,229.6, given as 1,230, and still ten.
bool within(std::int64_t discount, std::int64_t of, const Percent& limit)
{
    return (static_cast<__int128>(discount) - 1) * 100 * Percent::one < static_cast<__int128>(of) * limit.units;
}

}  // namespace

Cart cart_in(const Json& content, const Json& reasons)
{
    Cart cart;
    if (content.contains("lines")) {
        for (const auto& [line, discount] : content["lines"].items()) {
            cart.lines[line] = discount_in(discount, reasons, line);
        }
    }
    if (content.contains("bill")) cart.bill = discount_in(content["bill"], reasons, "bill");
    if (content.contains("tip")) cart.tip = content["tip"].get<std::int64_t>();
    cart.tip_staff = content.value("tip_staff", "");
    cart.held = content.value("held", false);
    return cart;
}

Cart load_cart(const Database& database, const Vault& vault, const std::string& visit)
{
    return cart_in(draft(database, "cart", visit), sealed_draft(database, vault, "cart", visit));
}

void save_cart(const Command& command, const std::string& visit, const Cart& cart)
{
    Json content{{"lines", Json::object()}, {"held", cart.held}, {"tip_staff", cart.tip_staff}};
    Json reasons = Json::object();
    for (const auto& [line, discount] : cart.lines) {
        content["lines"][line] = discount_json(discount);
        reasons[line] = discount.reason;
    }
    if (cart.bill) {
        content["bill"] = discount_json(*cart.bill);
        reasons["bill"] = cart.bill->reason;
    }
    if (cart.tip) content["tip"] = *cart.tip;
    save_draft(command.database, "cart", visit, content, command.now);
    seal_into_draft(command.database, command.vault, "cart", visit, reasons);
}

Outcome<Bill> price_lines(const Salon& salon, const VisitRecord& visit, const std::vector<VisitLineRecord>& lines, const Cart& cart,
                          const std::string& business_date, const std::vector<SaleTender>* tenders)
{
    Bill bill;
    bill.input.rules = salon.tax_on(business_date);
    bill.input.cash_rounding = salon.cash_rounding;
    bill.input.tip = cart.tip;
    for (const auto& stored : lines) {
        auto line = sale_line(salon, visit, stored, business_date);
        if (!line) return unexpected{line.error()};
        bill.input.lines.push_back(receipt_line(*line, cart));
        bill.lines.push_back(*std::move(line));
    }
    if (cart.bill) {
        bill.input.bill_discount_percent = cart.bill->percent;
        bill.input.bill_discount = cart.bill->amount;
    }
    if (tenders != nullptr) {
        bill.input.tenders.emplace();
        for (const auto& tender : *tenders) bill.input.tenders->push_back({tender.type, tender.amount});
    }
    auto totals = price_receipt(bill.input);
    if (!totals) return unexpected{totals.error()};
    bill.totals = *std::move(totals);
    put_totals(bill);
    return bill;
}

Outcome<Bill> price_visit(const Database& database, const Salon& salon, const VisitRecord& visit, const Cart& cart,
                          const std::string& business_date, const std::vector<SaleTender>* tenders)
{
    return price_lines(salon, visit, lines_of_visit(database, visit.id), cart, business_date, tenders);
}

bool within_desk_limit(const Bill& bill, const Salon& salon)
{
    std::int64_t extended = 0;
    std::int64_t discounts = bill.totals.bill_discount;
    for (const auto& line : bill.lines) {
        if (!within(line.line_discount, line.extended, salon.discount_limit)) return false;
        extended += line.extended;
        discounts += line.line_discount;
    }
    return within(discounts, extended, salon.discount_limit);
}

OrderedJson lines_json(const std::vector<SaleLine>& lines, const std::string& language)
{
    auto json = OrderedJson::array();
    for (const auto& line : lines) json.push_back(to_json(line, language));
    return json;
}

}  // namespace kushi
