#include <set>

#include "app/engine/cart.h"
#include "app/engine/command.h"
#include "app/engine/commands/forms.h"
#include "app/engine/documents.h"
#include "app/engine/papers/queue.h"
#include "core/text/names.h"
#include "db/drafts.h"
#include "db/read/sales.h"

namespace kushi {
namespace {

constexpr std::size_t most_tenders = 20;
constexpr std::int64_t largest_tender = 1'000'000'000'000;

std::string reference_in(Command& command, const Json& tender)
{
    const auto& value = tender.contains("reference") ? tender["reference"] : Json{};
    if (value.is_null()) return {};
    const auto text = value.is_string() ? value.get<std::string>() : std::string{"\n"};
    if (!is_reference(text)) command.fields.refuse("bad_reference", "tenders");
    return text;
}

std::string label_in(Command& command, const Json& tender, const std::string& type)
{
    if (!tender.contains("label") || tender["label"].is_null()) return {};
    const auto label = tender["label"].is_string() ? clean_name(tender["label"].get<std::string>(), "tenders")
                                                   : Outcome<std::string>{refused("bad_request", "tenders")};
    if (!label) command.fields.refuse(label.error().code, "tenders");
    else if (type != "other") command.fields.refuse("bad_request", "tenders", "label");
    return label.value_or("");
}

/// A misspelt field would silently take other money.
void refuse_unknown_fields(Command& command, const Json& tender)
{
    static const std::set<std::string> known{"type", "amount", "label", "reference", "ticket"};
    for (const auto& [name, value] : tender.items()) {
        if (!known.contains(name)) command.fields.refuse("unknown_field", "tenders", name.size() <= 40 ? name : std::string{});
    }
}

SaleTender tender_in(Command& command, const Json& tender)
{
    SaleTender read;
    if (!tender.is_object() || !tender.contains("type") || !tender["type"].is_string() || !tender.contains("amount") ||
        !tender["amount"].is_number_integer()) {
        command.fields.refuse("bad_request", "tenders");
        return read;
    }
    refuse_unknown_fields(command, tender);
    read.type = tender["type"].get<std::string>();
    if (read.type == "voucher" || read.type == "ticket" || read.type == "deposit") {
        command.fields.refuse("tender_not_sold", "tenders", read.type);  // this salon has sold none that could be taken
    } else if (read.type != "cash" && read.type != "card" && read.type != "qr" && read.type != "other") {
        command.fields.refuse("unknown_tender", "tenders");
    }
    const bool huge = tender["amount"].is_number_unsigned() && tender["amount"].get<std::uint64_t>() > largest_tender;
    read.amount = huge ? -1 : tender["amount"].get<std::int64_t>();
    if (read.amount <= 0 || read.amount > largest_tender) command.fields.refuse("bad_amount", "tenders");
    read.reference = reference_in(command, tender);
    read.label = label_in(command, tender, read.type);
    return read;
}

std::vector<SaleTender> tenders_in(Command& command)
{
    std::vector<SaleTender> tenders;
    const auto& listed = command.fields.any("tenders");
    if (!listed.is_array() || listed.size() > most_tenders) {
        command.fields.refuse("bad_request", "tenders");
        return tenders;
    }
    for (const auto& tender : listed) tenders.push_back(tender_in(command, tender));
    return tenders;
}

OrderedJson sale_answer(const Sale& sale)
{
    return {{"sale", sale.id}, {"number", sale.number}, {"totals", to_json(sale.totals)},
            {"change", sale.totals.paid ? sale.totals.paid->change : 0}};
}

/// The approval of a discount over the desk's limit was given when it was made; a line taken out since may have brought
/// one over the limit that was not approved.
Outcome<std::string> discount_approval(const Command& command, const VisitRecord& visit, const Cart& cart, const Bill& bill)
{
    if (within_desk_limit(bill, command.salon)) return std::string{};
    std::string approved_by = cart.bill ? cart.bill->approved_by : std::string{};
    for (const auto& line : bill.lines) {
        const auto discount = cart.lines.find(line.line);
        if (approved_by.empty() && discount != cart.lines.end()) approved_by = discount->second.approved_by;
    }
    if (!approved_by.empty()) return approved_by;
    KUSHI_TRY(command.may(Act::discount_large, {&visit, {}, true}));
    return command.approver ? command.approver->id : command.actor.id;
}

Sale sale_of(const Command& command, const VisitRecord& visit, const Bill& bill, const DocumentNumber& number)
{
    auto sale = new_document(command, SaleKind::sale, number);
    sale.visit = visit.id;
    sale.client = visit.client;
    sale.lines = bill.lines;
    sale.totals = bill.totals;
    return sale;
}

Json discount_reasons(const Cart& cart, const Bill& bill)
{
    Json reasons = Json::object();
    for (const auto& line : bill.lines) {
        if (const auto discount = cart.lines.find(line.line); discount != cart.lines.end()) reasons[line.line] = discount->second.reason;
    }
    if (cart.bill) reasons["bill"] = cart.bill->reason;
    return reasons.empty() ? Json{} : Json{{"discounts", reasons}};
}

Answer checkout(Command& command)
{
    const auto key = command.fields.uuid("key");
    const auto tenders = tenders_in(command);
    const auto print = command.fields.optional_flag("print");
    auto visit = command.visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    const auto known = document_of_key(command, key);
    if (!known) return unexpected{known.error()};
    if (*known) return sale_answer(**known);
    visit = command.open_visit();
    if (!visit) return unexpected{visit.error()};
    KUSHI_TRY(command.may(Act::sell, {&*visit, {}, false}));
    KUSHI_TRY(day_takes_money(command));
    const auto cart = load_cart(command.database, command.vault, visit->id);
    const auto bill = price_visit(command.database, command.salon, *visit, cart, command.day, &tenders);
    if (!bill) return unexpected{bill.error()};
    if (bill->lines.empty()) return refused("empty_cart", "visit");
    const auto approved_by = discount_approval(command, *visit, cart, *bill);
    if (!approved_by) return unexpected{approved_by.error()};
    const auto number = take_number(command);
    auto sale = sale_of(command, *visit, *bill, number);
    sale.tenders = tenders;
    if (cart.tip) sale.tips = {{cart.tip_staff, *cart.tip}};
    sale.approved_by = *approved_by;
    auto fact = document_fact(command, sale, number, key);
    for (const auto& line : sale.lines) {
        if (auto goods = goods_of(command, line, line.quantity, -1); !goods.is_null()) fact["moves"].push_back(goods);
    }
    command.record("sale.completed", fact, discount_reasons(cart, *bill));
    const bool still_treated = !draft(command.database, "ritual", visit->id).empty();  // who pays ahead
    if (still_treated) drop_draft(command.database, "cart", visit->id);
    else drop_all_drafts(command, visit->id);
    queue_sale_paper(command, sale, print);
    return sale_answer(sale);
}

}  // namespace

std::vector<CommandEntry> checkout_commands()
{
    return {{"checkout", checkout}};
}

}  // namespace kushi
