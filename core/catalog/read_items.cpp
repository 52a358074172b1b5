#include "core/catalog/read_items.h"

#include <nlohmann/json.hpp>
#include <set>

#include "core/catalog/catalog_words.h"

namespace kushi {

using nlohmann::json;

namespace {

constexpr std::int64_t longest_step_s = 4 * 3600;
constexpr std::int64_t longest_service_minutes = 600;
constexpr std::int64_t most_sessions = 200;
constexpr std::int64_t longest_validity_months = 120;

template <class Value, Value (*read)(ObjectReader&)>
Outcome<Value> whole_value(const json& object)
{
    FirstFault fault;
    ObjectReader in{object, "", fault};
    auto value = read(in);
    in.finish();
    if (fault) return unexpected{*fault};
    return value;
}

RecipeLine read_recipe_line(ObjectReader& in)
{
    RecipeLine line;
    line.product = in.code("product");
    line.unit = static_cast<Unit>(in.one_of("unit", unit_words));
    line.amount = in.quantity("amount", line.unit);
    in.finish();
    return line;
}

RitualStep read_step(ObjectReader& in)
{
    RitualStep step;
    step.kind = static_cast<StepKind>(in.one_of("kind", step_words));
    step.name = in.words("name");
    step.planned_s = in.whole("planned_s", 1, longest_step_s);
    for (ObjectReader& line : in.objects_or_none("recipe")) step.recipe.push_back(read_recipe_line(line));
    in.finish();
    return step;
}

}  // namespace

RateRow read_rate_row(ObjectReader& in)
{
    RateRow row;
    row.code = in.code("code");
    row.rate = in.rate("rate");
    row.reduced = in.flag("reduced");
    row.name = in.words("name");
    row.from = in.date("from");
    return row;
}

Room read_room(ObjectReader& in)
{
    Room room;
    room.code = in.code("code");
    room.name = in.words("name");
    return room;
}

Product read_product(ObjectReader& in)
{
    Product product;
    product.code = in.code("code");
    product.name = in.words("name");
    product.category = category_words.at(in.one_of("category", category_words));
    product.price = in.amount("price");
    product.rate = in.code("rate");
    product.unit = static_cast<Unit>(in.one_of("unit", unit_words));
    product.content = in.quantity("content", product.unit);
    product.cost = in.amount("cost");
    product.ingredients = in.texts("ingredients");
    product.tags = in.texts("tags");
    product.retail = in.flag("retail");
    product.reorder = in.quantity_or_zero("reorder", product.unit);
    return product;
}

Ritual read_ritual(ObjectReader& in)
{
    Ritual ritual;
    ritual.code = in.code("code");
    ritual.name = in.words("name");
    ritual.care =
        static_cast<ServiceKind>(in.one_of("care", std::span{care_words}.first(2)));  // an add-on is no ritual
    ritual.tags = in.texts("tags");
    for (ObjectReader& step : in.objects("steps")) ritual.steps.push_back(read_step(step));
    return ritual;
}

Service read_service(ObjectReader& in)
{
    Service service;
    service.code = in.code("code");
    service.name = in.words("name");
    service.price = in.amount("price");
    service.rate = in.code("rate");
    service.minutes = in.whole("minutes", 0, longest_service_minutes);
    service.care = static_cast<ServiceKind>(in.one_of("care", care_words));
    service.tags = in.texts("tags");
    service.ritual = in.optional_code("ritual");
    service.first = in.optional_flag("first");
    return service;
}

Ticket read_ticket(ObjectReader& in)
{
    Ticket ticket;
    ticket.code = in.code("code");
    ticket.name = in.words("name");
    ticket.price = in.amount("price");
    if (ticket.price == 0) in.refuse("bad_amount", "price");
    ticket.rate = in.code("rate");
    ticket.sessions = in.whole("sessions", 1, most_sessions);
    ticket.services = in.texts("services");
    if (ticket.services.empty()) in.refuse("bad_request", "services", "empty");
    const std::set<std::string_view> different{ticket.services.begin(), ticket.services.end()};
    if (different.size() != ticket.services.size()) in.refuse("duplicate_code", "services");
    ticket.valid_months = in.whole("valid_months", 0, longest_validity_months);
    return ticket;
}

VoucherKind read_voucher_kind(ObjectReader& in)
{
    VoucherKind voucher;
    voucher.code = in.code("code");
    voucher.name = in.words("name");
    voucher.face = in.amount("face");
    if (voucher.face == 0) in.refuse("bad_amount", "face");
    voucher.price = in.amount("price");
    if (voucher.price == 0 || voucher.price > voucher.face) in.refuse("bad_amount", "price");
    voucher.single_purpose = in.flag("single_purpose");
    voucher.rate = voucher.single_purpose ? in.code("rate") : in.optional_code("rate").value_or("");
    voucher.valid_months = in.whole("valid_months", 0, longest_validity_months);
    return voucher;
}

Outcome<RateRow> rate_row_from_json(const json& object)
{
    return whole_value<RateRow, read_rate_row>(object);
}
Outcome<Room> room_from_json(const json& object)
{
    return whole_value<Room, read_room>(object);
}
Outcome<Product> product_from_json(const json& object)
{
    return whole_value<Product, read_product>(object);
}
Outcome<Ritual> ritual_from_json(const json& object)
{
    return whole_value<Ritual, read_ritual>(object);
}
Outcome<Service> service_from_json(const json& object)
{
    return whole_value<Service, read_service>(object);
}
Outcome<Ticket> ticket_from_json(const json& object)
{
    return whole_value<Ticket, read_ticket>(object);
}
Outcome<VoucherKind> voucher_kind_from_json(const json& object)
{
    return whole_value<VoucherKind, read_voucher_kind>(object);
}

}  // namespace kushi
