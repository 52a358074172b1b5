#include "core/catalog/salon_seed.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kushi {
namespace {

using nlohmann::json;

/// The smallest salon that may open.
json a_salon()
{
    return json::parse(R"({
        "preset": "corner", "name": {"en": "Corner", "ja": "角"}, "address": {"en": "1 High Street", "ja": "本町1"},
        "phone": "03-0000-0001", "registration_number": "T9234567890123", "currency": "JPY", "zone": "Asia/Tokyo",
        "cutoff": "05:00", "language": "ja", "price_mode": "inclusive", "tax_rounding": "floor", "tax_point": "per_rate",
        "rates": [{"code": "standard", "rate": "0.10", "reduced": false, "name": {"en": "10%", "ja": "10%"}, "from": "2019-10-01"}],
        "rooms": [{"code": "room-1", "name": {"en": "Room 1", "ja": "1番室"}}],
        "staff": [{"code": "rin", "name": {"en": "Rin", "ja": "凛"}, "reading": "りん", "roles": ["owner", "therapist"]}],
        "products": [{"code": "oil", "name": {"en": "Oil", "ja": "オイル"}, "category": "care", "price": 3000, "rate": "standard",
            "unit": "ml", "content": "100", "cost": 900, "ingredients": [], "tags": ["heavy_oil"], "retail": true, "reorder": "0",
            "lots": [{"lot": "A1", "expires": "2028-02-29", "quantity": "500"}, {"lot": "A2", "expires": null, "quantity": "1.5"}]}],
        "rituals": [{"code": "rest", "name": {"en": "Rest", "ja": "安らぎ"}, "care": "head_spa", "tags": [], "steps": [
            {"kind": "massage", "name": {"en": "Head", "ja": "頭"}, "planned_s": 600,
             "recipe": [{"product": "oil", "amount": "5", "unit": "ml"}]}]}],
        "services": [{"code": "rest-spa", "name": {"en": "Rest Spa", "ja": "安らぎスパ"}, "price": 5000, "rate": "standard",
            "minutes": 30, "care": "head_spa", "tags": [], "ritual": "rest", "first": true}],
        "tickets": [{"code": "rest-5", "name": {"en": "Rest, 5 visits", "ja": "安らぎ 5回券"}, "price": 24000, "rate": "standard",
            "sessions": 5, "services": ["rest-spa"], "valid_months": 6}],
        "vouchers": [{"code": "gift", "name": {"en": "Gift", "ja": "ギフト"}, "face": 5000, "price": 5000, "single_purpose": false,
            "rate": null, "valid_months": 6}]})");
}

TEST(SalonSeed, IsReadWhole)
{
    const auto seed = salon_seed_from_json(a_salon());
    ASSERT_TRUE(seed) << seed.error().code << " " << seed.error().field;
    EXPECT_EQ(seed->currency, *Currency::find("JPY"));
    EXPECT_EQ(seed->tax.tax_rounding, Rounding::floor);
    EXPECT_EQ(seed->staff.at(0).roles, (std::vector<std::string>{"owner", "therapist"}));
    ASSERT_EQ(seed->opening_stock.size(), 2u);
    EXPECT_EQ(seed->opening_stock[0].product, "oil");
    EXPECT_TRUE(seed->opening_stock[0].expires);
    EXPECT_FALSE(seed->opening_stock[1].expires);
    EXPECT_EQ(seed->opening_stock[1].quantity.text(), "1.5");
}

struct BadSeed {
    const char* why;
    const char* pointer;
    json value;
    const char* code;
    const char* field;
};

void expect_refused(const std::vector<BadSeed>& cases)
{
    for (const auto& c : cases) {
        json salon = a_salon();
        salon[json::json_pointer{c.pointer}] = c.value;
        const auto seed = salon_seed_from_json(salon);
        ASSERT_FALSE(seed) << c.why;
        EXPECT_EQ(seed.error().code, c.code) << c.why;
        EXPECT_EQ(seed.error().field, c.field) << c.why;
    }
}

TEST(SalonSeed, IsRefusedForAFieldOfTheSalon)
{
    expect_refused({
        {"an unknown field", "/logo", "comb.png", "bad_request", "logo"},
        {"a currency of nobody", "/currency", "XXX", "unknown_currency", "currency"},
        {"a currency in small letters", "/currency", "jpy", "unknown_currency", "currency"},
        {"a zone that is an abbreviation", "/zone", "JST", "bad_zone", "zone"},
        {"a zone that is a path", "/zone", "../etc/passwd", "bad_zone", "zone"},
        {"a cut-off past the day", "/cutoff", "24:00", "bad_cutoff", "cutoff"},
        {"a language without words", "/language", "fr", "unknown_word", "language"},
        {"a rounding for cash only", "/tax_rounding", "half_even", "unknown_word", "tax_rounding"},
        {"a price mode of nobody", "/price_mode", "both", "unknown_word", "price_mode"},
        {"a wrong check digit", "/registration_number", "T1234567890123", "bad_registration_number",
         "registration_number"},
        {"an empty phone", "/phone", "", "bad_text", "phone"},
        {"no rooms", "/rooms", json::array(), "bad_request", "rooms"},
        {"rooms that are no list", "/rooms", json::object(), "bad_request", "rooms"},
    });
}

TEST(SalonSeed, IsRefusedForARateOrALotOrAPerson)
{
    expect_refused({
        {"a rate of ten times the price", "/rates/0/rate", "10", "out_of_range", "rates[0].rate"},
        {"a rate with a sign", "/rates/0/rate", "10%", "bad_number", "rates[0].rate"},
        {"a rate as a number", "/rates/0/rate", 0.1, "bad_request", "rates[0].rate"},
        {"a day that does not exist", "/rates/0/from", "2019-02-29", "bad_date", "rates[0].from"},
        {"a day of zeros", "/rates/0/from", "0000-00-00", "bad_date", "rates[0].from"},
        {"an expiry in words", "/products/0/lots/0/expires", "soon", "bad_date", "products[0].lots[0].expires"},
        {"a lot of nothing", "/products/0/lots/1/quantity", "0", "bad_quantity", "products[0].lots[1].quantity"},
        {"a product without lots", "/products/0/lots", json::array(), "bad_request", "products[0].lots"},
        {"a role of nobody", "/staff/0/roles", json{"owner", "king"}, "unknown_word", "staff[0].roles"},
        {"a role twice", "/staff/0/roles", json{"owner", "owner"}, "duplicate_code", "staff[0].roles"},
        {"a person without a role", "/staff/0/roles", json::array(), "bad_request", "staff[0].roles"},
    });
}

TEST(SalonSeed, IsRefusedWhenItsPartsDoNotFit)
{
    const auto room = a_salon()["rooms"][0];
    const auto row = a_salon()["rates"][0];
    const auto lot = a_salon()["products"][0]["lots"][0];
    expect_refused({
        {"two rooms of one code", "/rooms/1", room, "duplicate_code", "rooms[1].code"},
        {"a person called as a room", "/staff/0/code", "room-1", "duplicate_code", "staff[0].code"},
        {"a service called as its ritual", "/services/0/code", "rest", "duplicate_code", "services[0].code"},
        {"a room called as a rate", "/rooms/0/code", "standard", "duplicate_code", "rooms[0].code"},
        {"one rate twice from one day", "/rates/1", row, "duplicate_code", "rates[1].from"},
        {"one lot twice", "/products/0/lots/1", lot, "duplicate_code", "products.lots"},
        {"a product's rate that nobody knows", "/products/0/rate", "luxury", "unknown_rate", "products[0].rate"},
        {"a service's rate that nobody knows", "/services/0/rate", "luxury", "unknown_rate", "services[0].rate"},
        {"a recipe of a product that is not there", "/rituals/0/steps/0/recipe/0/product", "water", "unknown_product",
         "rituals[0].steps[0].recipe[0].product"},
        {"a recipe in another unit", "/rituals/0/steps/0/recipe/0/unit", "g", "unit_mismatch",
         "rituals[0].steps[0].recipe[0].unit"},
        {"a ritual that is not there", "/services/0/ritual", "sleep", "unknown_ritual", "services[0].ritual"},
        {"a massage by a head spa's ritual", "/services/0/care", "head_massage", "care_mismatch", "services[0].ritual"},
        {"no usual start", "/services/0/first", false, "one_first_service", "services"},
        {"a ticket for a service that is not there", "/tickets/0/services", json{"sleep"}, "unknown_service",
         "tickets[0].services"},
        {"a ticket's rate that nobody knows", "/tickets/0/rate", "luxury", "unknown_rate", "tickets[0].rate"},
        {"a ticket called as a service", "/tickets/0/code", "rest-spa", "duplicate_code", "tickets[0].code"},
        {"a voucher's rate that nobody knows", "/vouchers/0/rate", "luxury", "unknown_rate", "vouchers[0].rate"},
        {"a voucher called as a ticket", "/vouchers/0/code", "rest-5", "duplicate_code", "vouchers[0].code"},
        {"nobody owns it", "/staff/0/roles", json{"manager"}, "no_owner", "staff"},
    });
}

TEST(SalonSeed, MayHaveALaterRowOfARate)
{
    json salon = a_salon();
    salon["rates"].push_back(salon["rates"][0]);
    salon["rates"][1]["from"] = "2030-04-01";
    EXPECT_TRUE(salon_seed_from_json(salon));
}

TEST(SalonSeed, NeedSellNoTicketsAndNoVouchers)
{
    json salon = a_salon();
    salon["tickets"] = json::array();
    salon["vouchers"] = json::array();
    EXPECT_TRUE(salon_seed_from_json(salon));
}

TEST(SalonSeed, IsNoSeedWithoutAnyOneOfItsFields)
{
    const json whole = a_salon();
    for (const auto& item : whole.items()) {
        if (item.key() == "registration_number") continue;  // only a Japanese salon has one
        json salon = whole;
        salon.erase(item.key());
        const auto seed = salon_seed_from_json(salon);
        ASSERT_FALSE(seed) << item.key();
        EXPECT_EQ(seed.error().code, "bad_request") << item.key();
        EXPECT_EQ(seed.error().field, item.key());
    }
    EXPECT_EQ(salon_seed_from_json(json("tokyo")).error().code, "bad_request");
}

}  // namespace
}  // namespace kushi
