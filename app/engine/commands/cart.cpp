#include "app/engine/cart.h"

#include <algorithm>

#include "app/engine/care_advice.h"
#include "app/engine/commands/visits.h"
#include "core/sale/sale_json.h"

namespace kushi {
namespace {

constexpr std::size_t most_lines = 5'000;

/// The visit whose bill the actor may write.
Outcome<VisitRecord> sellable_visit(Command& command)
{
    auto visit = command.open_visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return visit;
    KUSHI_TRY(command.may(Act::sell, {&*visit, {}, false}));
    return visit;
}

const VisitLineRecord* find_line(const std::vector<VisitLineRecord>& lines, const std::string& id)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return line.line == id; });
    return found == lines.end() ? nullptr : &*found;
}

/// A bill that cannot be priced is never left behind: what a change makes of it is priced before it is kept.
Outcome<void> still_adds_up(const Command& command, const VisitRecord& visit, const Cart& cart)
{
    const auto bill = price_visit(command.database, command.salon, visit, cart, command.day);
    if (!bill) return unexpected{bill.error()};
    return {};
}

Outcome<void> may_set_price(const Command& command, const VisitRecord& visit, bool has_reason)
{
    KUSHI_TRY(command.may(Act::override_price, {&visit, {}, has_reason}));
    if (!has_reason) return refused("needs_reason", "reason");
    return {};
}

/// A product that the client's allergies block is sold only by a manager's leave and with a reason (C7).
Outcome<void> may_sell(const Command& command, const VisitRecord& visit, const SaleItem& item, bool has_reason)
{
    const CareSource source{command.database, command.vault, command.salon};
    if (item.kind != "product" || !is_blocked(source, visit, item.code)) return {};
    if (!command.may(Act::override_block, {&visit, {}, has_reason})) return refused("blocked_product", "item");
    if (!has_reason) return refused("needs_reason", "reason");
    return {};
}

Answer add_line(Command& command)
{
    const auto code = command.fields.text("item");
    const auto quantity = command.fields.optional_quantity("quantity").value_or(Quantity::whole(1));
    const auto price = command.fields.optional_amount("price");
    const auto reason = command.fields.optional_free_text("reason");
    const auto visit = sellable_visit(command);
    if (!visit) return unexpected{visit.error()};
    const auto item = command.salon.item(code);
    if (!item) return refused("unknown_item", "item");
    if (item->kind != "service" && item->kind != "product") return refused("sold_alone", "item");
    const bool own_price = price && *price != item->price;
    if (own_price) KUSHI_TRY(may_set_price(command, *visit, reason.has_value()));
    KUSHI_TRY(may_sell(command, *visit, *item, reason.has_value()));
    if (lines_of_visit(command.database, visit->id).size() >= most_lines) return refused("too_many_lines", "visit");
    const auto line = command.new_id();
    Json pub{{"visit", visit->id}, {"line", line}, {"item", code}, {"quantity", quantity.text()}, {"role", ""}};
    if (own_price) {
        pub["price"] = *price;
        pub["override_by"] = command.approver ? command.approver->id : command.actor.id;
    }
    command.record("line.added", pub, reason ? Json{{"reason", *reason}} : Json{});
    KUSHI_TRY(still_adds_up(command, *visit, load_cart(command.database, command.vault, visit->id)));
    return OrderedJson{{"line", line}};
}

Answer set_line(Command& command)
{
    const auto id = command.fields.text("line");
    const auto quantity = command.fields.optional_quantity("quantity");
    const auto price = command.fields.optional_amount("price");
    const auto reason = command.fields.optional_free_text("reason");
    const auto visit = sellable_visit(command);
    if (!visit) return unexpected{visit.error()};
    const auto lines = lines_of_visit(command.database, visit->id);
    const auto* line = find_line(lines, id);
    if (line == nullptr) return refused("unknown_line", "line");
    Json pub{{"visit", visit->id}, {"line", id}};
    if (quantity) pub["quantity"] = quantity->text();
    const auto item = command.salon.item(line->item);
    if (price && item && *price != line->price.value_or(item->price)) {
        if (*price != item->price) KUSHI_TRY(may_set_price(command, *visit, reason.has_value()));
        pub["price"] = *price;
        pub["override_by"] = command.approver ? command.approver->id : command.actor.id;
    }
    command.record("line.set", pub, reason ? Json{{"reason", *reason}} : Json{});
    KUSHI_TRY(still_adds_up(command, *visit, load_cart(command.database, command.vault, visit->id)));
    return nothing_more();
}

Answer remove_line(Command& command)
{
    const auto id = command.fields.text("line");
    const auto reason = command.fields.optional_free_text("reason");
    const auto visit = sellable_visit(command);
    if (!visit) return unexpected{visit.error()};
    if (find_line(lines_of_visit(command.database, visit->id), id) == nullptr) return refused("unknown_line", "line");
    auto cart = load_cart(command.database, command.vault, visit->id);
    command.record("line.removed", {{"visit", visit->id}, {"line", id}}, reason ? Json{{"reason", *reason}} : Json{});
    if (cart.lines.erase(id) > 0) save_cart(command, visit->id, cart);
    KUSHI_TRY(still_adds_up(command, *visit, cart));
    return nothing_more();
}

Answer discount(Command& command)
{
    const auto line = command.fields.optional_text("line");
    const auto amount = command.fields.optional_amount("amount");
    const auto percent = command.fields.optional_percent("percent");
    const auto reason = command.fields.free_text("reason");
    if (amount.has_value() == percent.has_value()) command.fields.refuse("bad_request", "amount", "amount or percent");
    const auto visit = sellable_visit(command);
    if (!visit) return unexpected{visit.error()};
    if (line && find_line(lines_of_visit(command.database, visit->id), *line) == nullptr) return refused("unknown_line", "line");
    auto cart = load_cart(command.database, command.vault, visit->id);
    CartDiscount given{percent, amount.value_or(0), {}, reason};
    const auto put = [&] { line ? void(cart.lines[*line] = given) : void(cart.bill = given); };
    put();
    const auto bill = price_visit(command.database, command.salon, *visit, cart, command.day);
    if (!bill) return unexpected{bill.error()};
    const auto act = within_desk_limit(*bill, command.salon) ? Act::discount_small : Act::discount_large;
    KUSHI_TRY(command.may(act, {&*visit, {}, true}));
    if (act == Act::discount_large) given.approved_by = command.approver ? command.approver->id : command.actor.id;
    put();
    save_cart(command, visit->id, cart);
    return nothing_more();
}

Answer tip(Command& command)
{
    const auto amount = command.fields.amount("amount");
    const auto staff = command.fields.optional_text("staff");
    const auto* person = staff ? command.salon.person(*staff) : nullptr;
    if (staff && (person == nullptr || !person->active)) command.fields.refuse("unknown_staff", "staff");
    const auto visit = sellable_visit(command);
    if (!visit) return unexpected{visit.error()};
    auto cart = load_cart(command.database, command.vault, visit->id);
    cart.tip = amount > 0 ? std::optional{amount} : std::nullopt;
    cart.tip_staff = person != nullptr ? person->id : visit->therapist;
    KUSHI_TRY(still_adds_up(command, *visit, cart));
    save_cart(command, visit->id, cart);
    return nothing_more();
}

Answer quote(Command& command)
{
    const auto visit = command.visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return unexpected{visit.error()};
    KUSHI_TRY(command.may(Act::sell, {&*visit, {}, false}));
    const auto cart = load_cart(command.database, command.vault, visit->id);
    const auto bill = price_visit(command.database, command.salon, *visit, cart, command.day);
    if (!bill) return unexpected{bill.error()};
    OrderedJson given;
    if (cart.bill) {
        given = {{"percent", cart.bill->percent ? OrderedJson(cart.bill->percent->text()) : OrderedJson()},
                 {"amount", cart.bill->amount}, {"reason", cart.bill->reason}};
    }
    return OrderedJson{{"lines", lines_json(bill->lines, command.language)}, {"totals", to_json(bill->totals)}, {"held", cart.held},
                       {"discount", std::move(given)}, {"tip_staff", cart.tip_staff}};
}

Answer set_held(Command& command, bool held)
{
    const auto visit = sellable_visit(command);
    if (!visit) return unexpected{visit.error()};
    auto cart = load_cart(command.database, command.vault, visit->id);
    if (!held && !cart.held) return refused("not_held", "visit");
    cart.held = held;
    save_cart(command, visit->id, cart);
    return nothing_more();
}

Answer hold(Command& command) { return set_held(command, true); }
Answer resume_cart(Command& command) { return set_held(command, false); }

}  // namespace

std::vector<CommandEntry> cart_commands()
{
    return {{"add_line", add_line}, {"discount", discount}, {"hold", hold},         {"quote", quote},
            {"remove_line", remove_line}, {"resume_cart", resume_cart}, {"set_line", set_line}, {"tip", tip}};
}

}  // namespace kushi
