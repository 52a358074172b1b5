#include "core/catalog/catalog.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/day/business_day.h"

namespace kushi {
namespace {

using nlohmann::json;

json a_product()
{
    return json::parse(R"({"code": "yuzu-cleanser", "name": {"en": "Yuzu Cleanser", "ja": "柚子クレンザー"},
        "category": "cleanse", "price": 8800, "rate": "standard", "unit": "ml", "content": "500", "cost": 4000,
        "ingredients": ["Aqua", "Limonene"], "tags": ["clarifying"], "retail": false, "reorder": "1500"})");
}

json a_ritual()
{
    return json::parse(R"({"code": "calm-ritual", "name": {"en": "Calm", "ja": "カーム"}, "care": "head_spa",
        "tags": ["gentle"], "steps": [
        {"kind": "steam", "name": {"en": "Steam", "ja": "スチーム"}, "planned_s": 300, "recipe": []},
        {"kind": "mask", "name": {"en": "Mask", "ja": "マスク"}, "planned_s": 540,
         "recipe": [{"product": "oat-mask", "amount": "20.5", "unit": "g"}]}]})");
}

json a_service()
{
    return json::parse(R"({"code": "calm-spa", "name": {"en": "Calm Spa", "ja": "カームスパ"}, "price": 9900,
        "rate": "standard", "minutes": 60, "care": "head_spa", "tags": ["gentle"], "ritual": "calm-ritual", "first": true})");
}

json a_ticket()
{
    return json::parse(R"({"code": "spa-10", "name": {"en": "Spa, 10 visits", "ja": "スパ 10回券"}, "price": 89100,
        "rate": "standard", "sessions": 10, "services": ["calm-spa", "deep-spa"], "valid_months": 6})");
}

json a_voucher()
{
    return json::parse(R"({"code": "gift-50", "name": {"en": "Gift 50", "ja": "ギフト 50"}, "face": 5000, "price": 4500,
        "single_purpose": true, "rate": "standard", "valid_months": 0})");
}

json changed(json object, const char* pointer, json value)
{
    object[json::json_pointer{pointer}] = std::move(value);
    return object;
}

TEST(CatalogueValues, AreReadBackAsTheyWereWritten)
{
    EXPECT_EQ(to_json(product_from_json(a_product()).value()), a_product());
    EXPECT_EQ(to_json(ritual_from_json(a_ritual()).value()), a_ritual());
    EXPECT_EQ(to_json(service_from_json(a_service()).value()), a_service());
    EXPECT_EQ(to_json(ticket_from_json(a_ticket()).value()), a_ticket());
    EXPECT_EQ(to_json(voucher_kind_from_json(a_voucher()).value()), a_voucher());
    const auto room = json::parse(R"({"code": "room-1", "name": {"en": "Room 1", "ja": "1番室"}})");
    EXPECT_EQ(to_json(room_from_json(room).value()), room);
    const auto row = json::parse(R"({"code": "city", "rate": "0.0450", "reduced": false,
                                     "name": {"en": "City", "ja": "市"}, "from": "2009-08-01"})");
    EXPECT_EQ(to_json(rate_row_from_json(row).value()), row) << "the rate as it was written, because reports key by it";
}

TEST(CatalogueValues, HoldWhatTheJsonSays)
{
    const Product product = product_from_json(a_product()).value();
    EXPECT_EQ(product.name.for_language("ja"), "柚子クレンザー");
    EXPECT_EQ(product.name.for_language("en"), "Yuzu Cleanser");
    EXPECT_EQ(product.name.for_language("fr"), "Yuzu Cleanser");
    EXPECT_EQ(product.unit, Unit::millilitre);
    EXPECT_EQ(product.content, Quantity::whole(500));
    const Ritual ritual = ritual_from_json(a_ritual()).value();
    ASSERT_EQ(ritual.steps.size(), 2u);
    EXPECT_EQ(ritual.steps[1].kind, StepKind::mask);
    EXPECT_EQ(ritual.steps[1].recipe, (std::vector<RecipeLine>{{"oat-mask", Quantity{20'500}, Unit::gram}}));
}

TEST(Service, MayHaveNoRitualAndNeedNotSayThatItIsNoFirst)
{
    auto fee = changed(a_service(), "/care", "addon");
    fee.erase("first");
    fee["ritual"] = nullptr;
    fee["minutes"] = 0;
    const Service service = service_from_json(fee).value();
    EXPECT_FALSE(service.ritual);
    EXPECT_FALSE(service.first);
}

TEST(Step, HasTwelveKindsByTheirWords)
{
    for (const auto* word : {"consult", "check", "cleanse", "exfoliate", "steam", "towel", "mask", "serum", "massage",
                             "rinse", "finish", "dry"}) {
        const auto kind = step_kind(word);
        ASSERT_TRUE(kind) << word;
        EXPECT_EQ(text_of(*kind), word);
    }
    EXPECT_FALSE(step_kind("Massage"));
    EXPECT_FALSE(step_kind(""));
}

TEST(Product, IsRefusedWithTheFieldAtFault)
{
    struct Case {
        const char* why;
        const char* pointer;
        json value;
        const char* code;
        const char* field;
    };
    for (const auto& c : {
             Case{"a field nobody knows", "/colour", "green", "bad_request", "colour"},
             Case{"a number for a text", "/code", 5, "bad_request", "code"},
             Case{"a code in capitals", "/code", "Yuzu", "bad_code", "code"},
             Case{"a code with two hyphens", "/code", "yuzu--oil", "bad_code", "code"},
             Case{"a code that ends in a hyphen", "/code", "yuzu-", "bad_code", "code"},
             Case{"a name in one language", "/name", json{{"en", "Yuzu"}}, "bad_request", "name.ja"},
             Case{"a name of a third language", "/name/fr", "Yuzu", "bad_request", "name.fr"},
             Case{"an empty name", "/name/ja", "", "bad_text", "name.ja"},
             Case{"a printer's command in a name", "/name/en", "\x1bp", "bad_text", "name.en"},
             Case{"a C1 control in a name", "/name/en", "a\xc2\x9bz", "bad_text", "name.en"},
             Case{"a name of 501 bytes", "/name/en", std::string(501, 'a'), "bad_text", "name.en"},
             Case{"a price as a decimal", "/price", 88.5, "bad_request", "price"},
             Case{"a whole price written as a decimal", "/price", 8800.0, "bad_request", "price"},
             Case{"a price as text", "/price", "8800", "bad_request", "price"},
             Case{"a price below nothing", "/price", -1, "bad_amount", "price"},
             Case{"a price past all sense", "/price", 1'000'000'000'001, "out_of_range", "price"},
             Case{"a price past 63 bits", "/price", 18'446'744'073'709'551'615u, "out_of_range", "price"},
             Case{"a unit of another system", "/unit", "oz", "unknown_word", "unit"},
             Case{"a content of nothing", "/content", "0", "bad_quantity", "content"},
             Case{"a content as a number", "/content", 500, "bad_request", "content"},
             Case{"a content with a sign", "/content", "-500", "bad_number", "content"},
             Case{"a content in full-width digits", "/content", "５００", "bad_number", "content"},
             Case{"hundredths of a millilitre", "/content", "500.25", "too_many_decimals", "content"},
             Case{"a category nobody knows", "/category", "wine", "unknown_word", "category"},
             Case{"ingredients as one text", "/ingredients", "Aqua", "bad_request", "ingredients"},
             Case{"a number among the ingredients", "/ingredients/0", 1, "bad_request", "ingredients"},
             Case{"retail as a word", "/retail", "yes", "bad_request", "retail"},
             Case{"no cost", "/cost", nullptr, "bad_request", "cost"},
         }) {
        const auto product = product_from_json(changed(a_product(), c.pointer, c.value));
        ASSERT_FALSE(product) << c.why;
        EXPECT_EQ(product.error().code, c.code) << c.why;
        EXPECT_EQ(product.error().field, c.field) << c.why;
    }
    EXPECT_EQ(product_from_json(json::array()).error().code, "bad_request");
}

struct PrepaidCase {
    const char* why;
    const char* pointer;
    json value;
    const char* code;
    const char* field;
};

TEST(Ticket, IsRefusedWithTheFieldAtFault)
{
    for (const auto& c : {
             PrepaidCase{"a book for nothing", "/price", 0, "bad_amount", "price"},
             PrepaidCase{"no session", "/sessions", 0, "out_of_range", "sessions"},
             PrepaidCase{"201 sessions", "/sessions", 201, "out_of_range", "sessions"},
             PrepaidCase{"half a session", "/sessions", 1.5, "bad_request", "sessions"},
             PrepaidCase{"no service", "/services", json::array(), "bad_request", "services"},
             PrepaidCase{"a service twice", "/services", json{"calm-spa", "calm-spa"}, "duplicate_code", "services"},
             PrepaidCase{"an end before the sale", "/valid_months", -1, "out_of_range", "valid_months"},
             PrepaidCase{"eleven years", "/valid_months", 121, "out_of_range", "valid_months"},
             PrepaidCase{"no rate", "/rate", nullptr, "bad_request", "rate"},
             PrepaidCase{"a field nobody knows", "/colour", "green", "bad_request", "colour"},
         }) {
        const auto ticket = ticket_from_json(changed(a_ticket(), c.pointer, c.value));
        ASSERT_FALSE(ticket) << c.why;
        EXPECT_EQ(ticket.error().code, c.code) << c.why;
        EXPECT_EQ(ticket.error().field, c.field) << c.why;
    }
    EXPECT_TRUE(ticket_from_json(changed(a_ticket(), "/sessions", 200)));
    EXPECT_TRUE(ticket_from_json(changed(a_ticket(), "/valid_months", 0)));
}

TEST(Voucher, IsRefusedWithTheFieldAtFault)
{
    for (const auto& c : {
             PrepaidCase{"worth nothing", "/face", 0, "bad_amount", "face"},
             PrepaidCase{"for nothing", "/price", 0, "bad_amount", "price"},
             PrepaidCase{"dearer than its face", "/price", 5001, "bad_amount", "price"},
             PrepaidCase{"a purpose in words", "/single_purpose", "single", "bad_request", "single_purpose"},
             PrepaidCase{"taxed at issue without a rate", "/rate", nullptr, "bad_request", "rate"},
         }) {
        const auto voucher = voucher_kind_from_json(changed(a_voucher(), c.pointer, c.value));
        ASSERT_FALSE(voucher) << c.why;
        EXPECT_EQ(voucher.error().code, c.code) << c.why;
        EXPECT_EQ(voucher.error().field, c.field) << c.why;
    }
}

TEST(Voucher, OfManyPurposesNeedsNoRate)
{
    const auto voucher = changed(changed(a_voucher(), "/single_purpose", false), "/rate", nullptr);
    EXPECT_EQ(voucher_kind_from_json(voucher).value().rate, "");
    EXPECT_EQ(to_json(voucher_kind_from_json(voucher).value()), voucher);
}

TEST(Product, OfPiecesIsCountedWhole)
{
    const auto comb = changed(changed(a_product(), "/unit", "piece"), "/content", "1");
    EXPECT_TRUE(product_from_json(comb));
    EXPECT_EQ(product_from_json(changed(comb, "/reorder", "2.5")).error(), (Refusal{"too_many_decimals", "reorder"}));
}

TEST(Ritual, IsRefusedWithThePathOfTheStepAtFault)
{
    struct Case {
        const char* why;
        const char* pointer;
        json value;
        const char* code;
        const char* field;
    };
    for (const auto& c : {
             Case{"an add-on is no ritual", "/care", "addon", "unknown_word", "care"},
             Case{"no steps", "/steps", json::array(), "bad_request", "steps"},
             Case{"a kind nobody knows", "/steps/1/kind", "colour", "unknown_word", "steps[1].kind"},
             Case{"a step of no time", "/steps/0/planned_s", 0, "out_of_range", "steps[0].planned_s"},
             Case{"a step of five hours", "/steps/0/planned_s", 18'000, "out_of_range", "steps[0].planned_s"},
             Case{"a step that is no object", "/steps/0", 7, "bad_request", "steps[0]"},
             Case{"nothing of a product", "/steps/1/recipe/0/amount", "0", "bad_quantity", "steps[1].recipe[0].amount"},
             Case{"two decimals", "/steps/1/recipe/0/amount", "0.05", "too_many_decimals", "steps[1].recipe[0].amount"},
             Case{"an unknown field deep down", "/steps/1/recipe/0/lot", "A", "bad_request", "steps[1].recipe[0].lot"},
         }) {
        const auto ritual = ritual_from_json(changed(a_ritual(), c.pointer, c.value));
        ASSERT_FALSE(ritual) << c.why;
        EXPECT_EQ(ritual.error().code, c.code) << c.why;
        EXPECT_EQ(ritual.error().field, c.field) << c.why;
    }
}

TEST(RateRow, IsTheOneInForceOnTheDayAndNeverAnother)
{
    const auto day = [](const char* text) { return parse_date(text).value(); };
    const auto rate = [](const char* text) { return Rate::parse(text).value(); };
    // In no order, because a table is edited by people. Source of the dates: the Consumption Tax Act's changes.
    const std::vector<RateRow> rows{{"standard", rate("0.10"), false, {"a", "a"}, day("2019-10-01")},
                                    {"standard", rate("0.08"), false, {"b", "b"}, day("2014-04-01")},
                                    {"reduced", rate("0.08"), true, {"c", "c"}, day("2019-10-01")}};
    EXPECT_EQ(rate_row_on(rows, "standard", day("2019-10-01"))->rate.text, "0.10");
    EXPECT_EQ(rate_row_on(rows, "standard", day("2019-09-30"))->rate.text, "0.08");
    EXPECT_EQ(rate_row_on(rows, "reduced", day("2019-09-30")), nullptr) << "not yet in force";
    EXPECT_EQ(rate_row_on(rows, "zero", day("2026-01-01")), nullptr) << "unknown";
}

}  // namespace
}  // namespace kushi
