#include "app/engine/commands/set_item.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/sale/prepaid.h"

namespace kushi {
namespace {

/// An item as `set` sees it: its kind and its whole value.
struct Item {
    std::string kind;
    Json content;
};

std::optional<Item> item_of(const Salon& salon, const std::string& code)
{
    if (const auto one = salon.services.find(code); one != salon.services.end())
        return Item{"service", to_json(one->second)};
    if (const auto one = salon.products.find(code); one != salon.products.end())
        return Item{"product", to_json(one->second)};
    if (const auto one = salon.rituals.find(code); one != salon.rituals.end())
        return Item{"ritual", to_json(one->second)};
    if (const auto one = salon.tickets.find(code); one != salon.tickets.end())
        return Item{"ticket", to_json(one->second)};
    if (const auto one = salon.vouchers.find(code); one != salon.vouchers.end())
        return Item{"voucher", to_json(one->second)};
    return std::nullopt;
}

/// A value of one of the kinds, judged against the rest of the catalogue: what it names is there and fits.
class ItemCheck {
public:
    ItemCheck(const Command& command, const std::string& code) : salon_{command.salon}, day_{command.day}, code_{code}
    {}

    Outcome<Json> operator()(const Item& item) const
    {
        if (item.kind == "service") return checked(service_from_json(item.content));
        if (item.kind == "product") return checked(product_from_json(item.content));
        if (item.kind == "ritual") return checked(ritual_from_json(item.content));
        if (item.kind == "ticket") return checked(ticket_from_json(item.content));
        if (item.kind == "voucher") return checked(voucher_kind_from_json(item.content));
        return refused("unknown_word", "kind", "service, product, ritual, ticket, voucher");
    }

private:
    template <class Value>
    Outcome<Json> checked(const Outcome<Value>& value) const
    {
        if (!value) return unexpected{value.error()};
        KUSHI_TRY(fits(*value));
        return to_json(*value);
    }

    [[nodiscard]] Outcome<void> rate_is_known(const std::string& rate) const
    {
        if (salon_.rate_on(rate, day_) == nullptr) return refused("unknown_rate", "rate");
        return {};
    }

    [[nodiscard]] Outcome<void> fits(const Service& service) const
    {
        KUSHI_TRY(rate_is_known(service.rate));
        if (service.ritual) {
            const auto ritual = salon_.rituals.find(*service.ritual);
            if (ritual == salon_.rituals.end()) return refused("unknown_ritual", "ritual");
            if (ritual->second.care != service.care) return refused("care_mismatch", "ritual");
        }
        const auto before = salon_.services.find(code_);
        const bool was_first = before != salon_.services.end() && before->second.first;
        if (was_first && !service.first) return refused("one_first_service", "first");
        if (service.first && service.care != ServiceKind::head_spa) return refused("one_first_service", "first");
        return {};
    }

    [[nodiscard]] Outcome<void> fits(const Product& product) const
    {
        const auto before = salon_.products.find(code_);
        if (before != salon_.products.end() && before->second.unit != product.unit)
            return refused("unit_mismatch", "unit");
        return rate_is_known(product.rate);
    }

    [[nodiscard]] Outcome<void> fits(const Ritual& ritual) const
    {
        for (const auto& step : ritual.steps) {
            for (const auto& line : step.recipe) {
                const auto product = salon_.products.find(line.product);
                if (product == salon_.products.end()) return refused("unknown_product", "steps", line.product);
                if (product->second.unit != line.unit) return refused("unit_mismatch", "steps", line.product);
            }
        }
        for (const auto& [code, service] : salon_.services) {
            if (service.ritual == code_ && service.care != ritual.care) return refused("care_mismatch", "care", code);
        }
        return {};
    }

    [[nodiscard]] Outcome<void> fits(const Ticket& ticket) const
    {
        for (const auto& service : ticket.services) {
            if (!salon_.services.contains(service)) return refused("unknown_service", "services");
        }
        return rate_is_known(ticket.rate);
    }

    [[nodiscard]] Outcome<void> fits(const VoucherKind& voucher) const
    {
        return voucher.rate.empty() ? Outcome<void>{} : rate_is_known(voucher.rate);
    }

    const Salon& salon_;
    const std::string& day_;
    const std::string& code_;
};

/// Staff, rooms, rates and items are all named by code in commands, so no two of them share one.
bool is_taken(const Salon& salon, const std::string& code)
{
    return salon.person(code) != nullptr || salon.room(code) != nullptr ||
           std::ranges::find(salon.rates, code, &RateRow::code) != salon.rates.end();
}

unexpected<Refusal> with_path(Refusal refusal, const std::string& path)
{
    refusal.field = refusal.field.empty() ? path : path + '.' + refusal.field;
    return unexpected{std::move(refusal)};
}

/// There is one usual start: a service that becomes it takes that from the one before.
void pass_on_first(Command& command, const std::string& code)
{
    for (const auto& [other, service] : command.salon.services) {
        if (service.first && other != code)
            command.record("item.set", {{"item", other}, {"fields", {{"first", false}}}});
    }
}

/// What the salon should know before it sells this book.
OrderedJson warnings_of(const Salon& salon, const Ticket& ticket)
{
    auto codes = OrderedJson::array();
    for (const auto code : ticket_warnings({ticket.price, salon.currency}, ticket.sessions, ticket.valid_months))
        codes.push_back(code);
    return codes;
}

Answer keep(Command& command, const std::string& code, const Item& item, Json fields)
{
    if (item.kind == "service" && item.content.value("first", false)) pass_on_first(command, code);
    command.record("item.set", {{"item", code}, {"fields", std::move(fields)}});
    command.settings_changed = true;
    OrderedJson answer{{"item", code}, {"value", item.content}, {"warnings", OrderedJson::array()}};
    if (item.kind != "ticket") return answer;
    if (const auto ticket = ticket_from_json(item.content)) answer["warnings"] = warnings_of(command.salon, *ticket);
    return answer;
}

/// The kind may stand in the value, and has to for an item that is new; it never changes.
Outcome<Item> item_in(const std::optional<Item>& before, const std::string& code, Json value)
{
    if (!value.is_object()) return refused("bad_request", {}, "not an object");
    Item item{before ? before->kind : std::string{}, std::move(value)};
    if (item.content.contains("kind")) {
        if (!item.content["kind"].is_string()) return refused("bad_request", "kind");
        const auto kind = item.content["kind"].get<std::string>();
        if (before && before->kind != kind) return refused("other_kind", "kind", before->kind);
        item.kind = kind;
        item.content.erase("kind");
    }
    if (item.kind.empty()) return refused("bad_request", "kind", "missing");
    if (!item.content.contains("code")) item.content["code"] = code;
    if (item.content["code"] != code) return refused("bad_code", "code");
    return item;
}

Answer set_whole(Command& command, const std::string& code, const Json& value)
{
    const auto path = "item." + code;
    const auto before = item_of(command.salon, code);
    if (!before && is_taken(command.salon, code)) return refused("duplicate_code", path);
    auto item = item_in(before, code, value);
    if (!item) return with_path(item.error(), path);
    auto content = ItemCheck{command, code}(*item);
    if (!content) return with_path(content.error(), path);
    item->content = *std::move(content);
    auto fields = item->content;
    fields["kind"] = item->kind;
    return keep(command, code, *item, std::move(fields));
}

Answer set_field(Command& command, const std::string& code, const std::string& field, const Json& value)
{
    const auto path = "item." + code;
    auto item = item_of(command.salon, code);
    if (!item) return refused("unknown_item", "path");
    if (field == "code" || !item->content.contains(field)) return refused("unknown_setting", "path");
    item->content[field] = value;
    auto content = ItemCheck{command, code}(*item);
    if (!content) return with_path(content.error(), path);
    item->content = *std::move(content);
    return keep(command, code, *item, {{field, item->content[field]}});
}

}  // namespace

Answer set_item(Command& command, const std::string& path, const Json& value)
{
    KUSHI_TRY(command.may(Act::change_catalogue));
    const auto dot = path.find('.');
    if (dot == std::string::npos) return set_whole(command, path, value);
    return set_field(command, path.substr(0, dot), path.substr(dot + 1), value);
}

OrderedJson ticket_rows(const Salon& salon)
{
    auto rows = OrderedJson::array();
    for (const auto& [code, ticket] : salon.tickets) {
        OrderedJson row(to_json(ticket));
        row["warnings"] = warnings_of(salon, ticket);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace kushi
