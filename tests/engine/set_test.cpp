#include <gtest/gtest.h>

#include <algorithm>

#include "app/engine/salon.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

Json setting(const std::string& path, const Json& value)
{
    return {{"do", "set"}, {"path", path}, {"value", value}};
}

Json rate(const char* code, const char* fraction, const char* from, bool reduced = false)
{
    return {{"code", code},
            {"rate", fraction},
            {"reduced", reduced},
            {"name", {{"en", code}, {"ja", "税率"}}},
            {"from", from}};
}

Json tokyo_rates()
{
    return Json::array({rate("standard", "0.10", "2019-10-01"), rate("reduced", "0.08", "2019-10-01", true),
                        rate("zero", "0", "2019-10-01"), rate("outside", "0", "2019-10-01")});
}

Json row_of(const Json& settings, const std::string& path)
{
    for (const auto& row : settings.at("rows")) {
        if (row.at("path") == path) return row;
    }
    return {};
}

struct Good {
    const char* path;
    Json value;
};

const std::vector<Good>& good_values()
{
    static const std::vector<Good> all{
        {"salon.name", {{"en", "Kushi Ginza"}, {"ja", "櫛 銀座店"}}},
        {"salon.address", {{"en", "1-1 Ginza"}, {"ja", "銀座1-1"}}},
        {"salon.phone", "03-0000-0199"},
        {"salon.language", "en"},
        {"salon.registration_number", "T7000012050002"},
        {"tax.price_mode", "exclusive"},
        {"cash.rounding", {{"step", 5}, {"mode", "half_up"}}},
        {"prepaid.tax_point", "issue"},
        {"prepaid.cancel_fee_rate", "standard"},
        {"prepaid.cancel_cap_before", 10'000},
        {"prepaid.cancel_cap_after", 0},
        {"prepaid.cancel_cap_after_percent", "7.5"},
        {"receipt.head", {{"en", "Since 2019"}, {"ja", ""}}},
        {"receipt.foot", {{"en", "Rest well\nSee you"}, {"ja", "お大事に"}}},
        {"receipt.stamp_box", false},
        {"discount.limit_percent", "15"},
        {"refund.limit", 30'000},
        {"tips.on", false},
        {"tenders",
         Json::array({{{"code", "points"}, {"label", {{"en", "Points"}, {"ja", "ポイント"}}}, {"change", false}}})},
        {"nomination.item", "nomination-fee"},
        {"no_show.item", nullptr},
        {"drawer.float", 50'000},
        {"drawer.over_short_limit", 1'000},
        {"commission.rules",
         Json::array({{{"staff", ""},
                       {"service_percent", "10"},
                       {"retail_percent", "5"},
                       {"fixed_minor_units", 0},
                       {"tiers", Json::array({{{"from_minor_units", 300'000}, {"percent", "12"}}})}}})},
        {"accounts.codes", {{"sales", "4111"}, {"cash", "1110"}}},
        {"consent.months", 6},
        {"sell.therapists", true},
    };
    return all;
}

TEST(Set, KeepsEverySettingAndSettingsAnswersIt)
{
    TestSalon salon;
    for (const auto& good : good_values()) {
        const auto answer = salon.does(setting(good.path, good.value), TestSalon::owner);
        EXPECT_EQ(answer.at("value"), good.value) << good.path;
        EXPECT_EQ(answer.at("warnings"), Json::array()) << good.path;
    }
    const auto now = salon.does({{"do", "settings"}}, TestSalon::owner);
    for (const auto& good : good_values()) EXPECT_EQ(row_of(now, good.path).at("value"), good.value) << good.path;
    salon.restart();
    const auto after = salon.does({{"do", "settings"}}, TestSalon::manager);
    for (const auto& good : good_values())
        EXPECT_EQ(row_of(after, good.path).at("value"), good.value) << good.path << " after a restart";
    EXPECT_EQ(row_of(after, "tax.rates").at("who"), "owner");
    EXPECT_EQ(row_of(after, "tax.rates").at("may"), false);
    EXPECT_EQ(row_of(after, "receipt.foot").at("may"), true);
    EXPECT_EQ(salon.events("setting.set").back().at("by"), salon.staff_id(TestSalon::owner))
        << "who changed it is on record";
    EXPECT_EQ(after.at("rows").size(), good_values().size() + 3) << "and tax.rates, tax.rounding, tax.rules";
}

struct Bad {
    const char* why;
    const char* path;
    Json value;
    const char* code;
    std::string field;
};

TEST(Set, RefusesWhatASettingCannotBe)
{
    TestSalon salon;
    const Json tender{{"code", "points"}, {"label", {{"en", "Points"}, {"ja", "ポイント"}}}};
    auto card = tender;
    card["code"] = "card";
    const Json rule{{"staff", ""},
                    {"service_percent", "10"},
                    {"retail_percent", "0"},
                    {"fixed_minor_units", 0},
                    {"tiers", Json::array()}};
    auto stranger = rule;
    stranger["staff"] = "nobody";
    auto falling = rule;
    falling["tiers"] =
        Json::array({{{"from_minor_units", 9}, {"percent", "1"}}, {{"from_minor_units", 9}, {"percent", "2"}}});
    auto rates = tokyo_rates();
    for (const Bad& bad : std::vector<Bad>{
             {"a path of nobody", "salon.colour", "green", "unknown_setting", "path"},
             {"staff", "staff.mei.roles", Json::array(), "unknown_setting", "path"},
             {"nothing", "refund.limit", nullptr, "bad_request", "refund.limit"},
             {"an amount as text", "refund.limit", "10000", "bad_request", "refund.limit"},
             {"an amount below nothing", "refund.limit", -1, "bad_amount", "refund.limit"},
             {"more than all of it", "discount.limit_percent", "100.5", "out_of_range", "discount.limit_percent"},
             {"a percent as a number", "discount.limit_percent", 10, "bad_request", "discount.limit_percent"},
             {"no month", "consent.months", 0, "out_of_range", "consent.months"},
             {"a flag in words", "tips.on", "yes", "bad_request", "tips.on"},
             {"a name in one language", "salon.name", {{"en", "Kushi"}}, "bad_request", "salon.name.ja"},
             {"a printer's command in the foot",
              "receipt.foot",
              {{"en", "a\x1bp"}},
              "control_character",
              "receipt.foot"},
             {"a card's number in the foot",
              "receipt.foot",
              {{"en", "4111 1111 1111 1111"}},
              "card_number",
              "receipt.foot"},
             {"a foot of 501 bytes", "receipt.foot", {{"en", std::string(501, 'a')}}, "bad_text", "receipt.foot.en"},
             {"a third language", "receipt.foot", {{"fr", "merci"}}, "bad_request", "receipt.foot.fr"},
             {"12 digits", "salon.registration_number", "T923456789012", "bad_registration_number",
              "salon.registration_number"},
             {"no T", "salon.registration_number", "92345678901234", "bad_registration_number",
              "salon.registration_number"},
             {"full width", "salon.registration_number", "Ｔ9234567890123", "bad_registration_number",
              "salon.registration_number"},
             {"no rates", "tax.rates", Json::array(), "bad_request", "tax.rates"},
             {"a rate of ten", "tax.rates", Json::array({rate("standard", "10", "2019-10-01")}), "out_of_range",
              "tax.rates[0].rate"},
             {"a row twice", "tax.rates", Json::array({rates[0], rates[0]}), "duplicate_code", "tax.rates[1].from"},
             {"without the rate of the tea", "tax.rates", Json::array({rates[0], rates[2], rates[3]}), "rate_in_use",
              "tax.rates"},
             {"a standard rate that begins tomorrow", "tax.rates",
              Json::array({rate("standard", "0.10", "2030-01-01"), rates[1], rates[2], rates[3]}), "rate_in_use",
              "tax.rates"},
             {"rounding yesterday",
              "tax.rounding",
              {{"from", "2026-11-13"}, {"rounding", "ceil"}},
              "date_passed",
              "tax.rounding.from"},
             {"rounding without a day", "tax.rounding", "ceil", "bad_request", "tax.rounding"},
             {"a rounding for cash",
              "tax.rounding",
              {{"from", "2027-01-01"}, {"rounding", "half_even"}},
              "unknown_word",
              "tax.rounding.rounding"},
             {"a day that does not exist",
              "tax.rounding",
              {{"from", "2027-02-29"}, {"rounding", "ceil"}},
              "bad_date",
              "tax.rounding.from"},
             {"a table with a day before", "tax.rules", Json::array({{{"from", "2020-01-01"}, {"rounding", "ceil"}}}),
              "date_passed", "tax.rules"},
             {"steps of nothing",
              "cash.rounding",
              {{"step", 0}, {"mode", "half_up"}},
              "out_of_range",
              "cash.rounding.step"},
             {"a fee at no rate", "prepaid.cancel_fee_rate", "luxury", "unknown_rate", "prepaid.cancel_fee_rate"},
             {"tax at some time", "prepaid.tax_point", "later", "unknown_word", "prepaid.tax_point"},
             {"a tender twice", "tenders", Json::array({tender, tender}), "duplicate_code", "tenders[1].code"},
             {"a tender that is the till's", "tenders", Json::array({card}), "duplicate_code", "tenders[0].code"},
             {"a tender without words", "tenders", Json::array({{{"code", "points"}}}), "bad_request",
              "tenders[0].label"},
             {"a fee that is no service", "nomination.item", "hojicha-tea", "unknown_service", "nomination.item"},
             {"a rule for a stranger", "commission.rules", Json::array({stranger}), "unknown_staff",
              "commission.rules[0].staff"},
             {"a rule twice", "commission.rules", Json::array({rule, rule}), "duplicate_code",
              "commission.rules[1].staff"},
             {"tiers that do not rise", "commission.rules", Json::array({falling}), "bad_order",
              "commission.rules[0].tiers[1].from_minor_units"},
             {"an account's code as a number",
              "accounts.codes",
              {{"sales", 4111}},
              "bad_request",
              "accounts.codes.sales"},
             {"an account of control bytes", "accounts.codes", {{"a\x1b", "1"}}, "bad_code", "accounts.codes"},
             {"an item that is not there", "item.wine.price", 100, "unknown_item", "path"},
             {"a field that is none", "item.steam-addon.colour", "red", "unknown_setting", "path"},
             {"another code", "item.steam-addon.code", "steam", "unknown_setting", "path"},
             {"a price below nothing", "item.steam-addon.price", -1, "bad_amount", "item.steam-addon.price"},
             {"a price as text", "item.steam-addon.price", "1100", "bad_request", "item.steam-addon.price"},
             {"a rate that nobody knows", "item.steam-addon.rate", "luxury", "unknown_rate", "item.steam-addon.rate"},
             {"a ritual of the other kind", "item.signature-head-spa.ritual", "head-relaxation-ritual", "care_mismatch",
              "item.signature-head-spa.ritual"},
             {"no usual start", "item.signature-head-spa.first", false, "one_first_service",
              "item.signature-head-spa.first"},
             {"a massage as the usual start", "item.head-massage-40.first", true, "one_first_service",
              "item.head-massage-40.first"},
             {"a bottle by the piece", "item.yuzu-clarifying-shampoo.unit", "piece", "unit_mismatch",
              "item.yuzu-clarifying-shampoo.unit"},
             {"a ticket for what is no service",
              "item.ticket-head-spa-5.services",
              {"hojicha-tea"},
              "unknown_service",
              "item.ticket-head-spa-5.services"},
             {"201 sessions", "item.ticket-head-spa-5.sessions", 201, "out_of_range",
              "item.ticket-head-spa-5.sessions"},
             {"an item in words", "item.steam-addon", "steam", "bad_request", "item.steam-addon"},
             {"a new item of no kind", "item.wine", Json::object(), "bad_request", "item.wine.kind"},
             {"a new item of another kind", "item.wine", {{"kind", "drink"}}, "unknown_word", "item.wine.kind"},
             {"a service as a ticket", "item.steam-addon", {{"kind", "ticket"}}, "other_kind", "item.steam-addon.kind"},
             {"an item called as a room", "item.room-1", {{"kind", "service"}}, "duplicate_code", "item.room-1"},
             {"an item with another's code",
              "item.wine",
              {{"kind", "service"}, {"code", "tea"}},
              "bad_code",
              "item.wine.code"},
         }) {
        const auto error = salon.refuses(setting(bad.path, bad.value), bad.code, TestSalon::owner);
        EXPECT_EQ(error.value("field", ""), bad.field) << bad.why;
    }
}

TEST(ARegistrationNumber, WithAWrongCheckDigitIsTakenWithAWarning)
{
    TestSalon salon;
    EXPECT_EQ(salon.does(setting("salon.registration_number", "T1234567890123"), TestSalon::owner).at("warnings"),
              Json{"check_digit"});
    EXPECT_EQ(salon.does(setting("salon.registration_number", ""), TestSalon::owner).at("warnings"), Json::array())
        << "a shop that is not registered";
    TestSalon london{"london"};
    london.does(setting("salon.registration_number", "GB 123 4567 89"), TestSalon::owner);
    london.refuses(setting("salon.registration_number", "税務署"), "bad_registration_number", TestSalon::owner);
}

TEST(ThePriceMode, StaysOnceThereAreSales)
{
    TestSalon salon;
    salon.open_day();
    salon.pay(salon.visit());
    salon.refuses(setting("tax.price_mode", "exclusive"), "has_sales", TestSalon::owner);
    salon.does(setting("tax.price_mode", "inclusive"), TestSalon::owner);
    EXPECT_EQ(salon.does({{"do", "settings"}}, TestSalon::owner).at("has_sales"), true);
}

TEST(TheUnitedKingdom, DoesNotRoundTaxDown)
{
    TestSalon london{"london"};
    london.refuses(setting("tax.rounding", {{"from", "2027-01-01"}, {"rounding", "floor"}}), "rounding_not_allowed",
                   TestSalon::owner);
    london.refuses(setting("tax.rules", Json::array({{{"from", "2027-01-01"}, {"rounding", "floor"}}})),
                   "rounding_not_allowed", TestSalon::owner);
    london.does(setting("tax.rounding", {{"from", "2027-01-01"}, {"rounding", "ceil"}}), TestSalon::owner);
}

/// Pays one line of an item and answers the document's totals.
Json sold(TestSalon& salon, const std::vector<std::pair<std::string, std::string>>& items)
{
    const auto visit = salon.does({{"do", "check_in"}})["visit"].get<std::string>();
    for (const auto& [item, quantity] : items)
        salon.does({{"do", "add_line"}, {"visit", visit}, {"item", item}, {"quantity", quantity}});
    return salon.pay(visit).at("totals");
}

TEST(TaxRounding, ChangesOnItsDayAndARefundKeepsTheDayOfTheSale)
{
    TestSalon salon;
    salon.does(setting("tax.rounding", {{"from", "2026-11-15"}, {"rounding", "ceil"}}), TestSalon::owner);
    salon.does(setting("item.steam-addon.price", 1'105), TestSalon::manager);
    salon.open_day();
    EXPECT_EQ(sold(salon, {{"steam-addon", "1"}}).at("tax_total"), 100) << "1,105 / 11 = 100.45, down";
    const auto first = salon.does({{"do", "list"}, {"what", "sales"}})["rows"].back()["id"];
    salon.does({{"do", "close_day"}, {"count", 30'000}}, TestSalon::manager);
    salon.pass(std::chrono::hours{24});
    salon.open_day();
    EXPECT_EQ(sold(salon, {{"steam-addon", "1"}}).at("tax_total"), 101) << "up, from this day on";
    const auto back =
        salon.does({{"do", "refund"}, {"sale", first}, {"all", true}, {"reason", "unhappy"}, {"key", salon.key()}},
                   TestSalon::manager);
    EXPECT_EQ(back.at("totals").at("tax_total"), 100) << "what was paid";
    salon.pass(std::chrono::hours{24});
    salon.refuses(setting("tax.rules", Json::array()), "date_passed", TestSalon::owner);
}

TEST(ARoundingThatHasNotBegun, CanBeTakenBack)
{
    TestSalon salon;
    salon.does(setting("tax.rounding", {{"from", "2027-01-01"}, {"rounding", "ceil"}}), TestSalon::owner);
    salon.does(setting("tax.rounding", {{"from", "2027-01-01"}, {"rounding", "half_up"}}), TestSalon::owner);
    EXPECT_EQ(salon.engine().salon().tax_periods.size(), 1u) << "the same day has one rule";
    salon.does(setting("tax.rules", Json::array()), TestSalon::owner);
    EXPECT_TRUE(salon.engine().salon().tax_periods.empty());
}

TEST(ARate, ChangesOnItsDayInTheCheckoutAndOldSalesKeepTheirs)
{
    TestSalon salon;
    auto rates = tokyo_rates();
    rates.push_back(rate("reduced", "0.01", "2026-11-15", true));
    salon.does(setting("tax.rates", rates), TestSalon::owner);
    salon.open_day();
    EXPECT_EQ(sold(salon, {{"hojicha-tea", "1"}}).at("by_rate").at("0.08").at("tax"), 80)
        << "1,080 at 8 % until the day before";
    const auto first = salon.does({{"do", "list"}, {"what", "sales"}})["rows"].back()["id"];
    salon.does({{"do", "close_day"}, {"count", 30'000}}, TestSalon::manager);
    salon.pass(std::chrono::hours{24});
    salon.open_day();
    const auto after = sold(salon, {{"hojicha-tea", "1"}});
    EXPECT_EQ(after.at("by_rate").at("0.01").at("tax"), 10) << "1,080 / 101 = 10.69, down";
    EXPECT_FALSE(after.at("by_rate").contains("0.08"));
    const auto back =
        salon.does({{"do", "refund"}, {"sale", first}, {"all", true}, {"reason", "unhappy"}, {"key", salon.key()}},
                   TestSalon::manager);
    EXPECT_EQ(back.at("totals").at("by_rate").at("0.08").at("tax"), 80) << "the rate of the sale";
}

TEST(AReceipt, MayBearThreeRates)
{
    TestSalon salon;
    auto rates = tokyo_rates();
    rates.push_back(rate("food", "0.01", "2026-11-01", true));
    salon.does(setting("tax.rates", rates), TestSalon::owner);
    salon.does(setting("item.rest-tea", {{"kind", "product"},
                                         {"name", {{"en", "Rest Tea"}, {"ja", "お茶"}}},
                                         {"category", "food"},
                                         {"price", 1'010},
                                         {"rate", "food"},
                                         {"unit", "piece"},
                                         {"content", "1"},
                                         {"cost", 300},
                                         {"ingredients", Json::array()},
                                         {"tags", Json::array()},
                                         {"retail", true},
                                         {"reorder", "0"}}),
               TestSalon::manager);
    salon.open_day();
    const auto totals = sold(salon, {{"steam-addon", "1"}, {"hojicha-tea", "1"}, {"rest-tea", "1"}});
    EXPECT_EQ(totals.at("by_rate").at("0.10").at("tax"), 100);
    EXPECT_EQ(totals.at("by_rate").at("0.08").at("tax"), 80);
    EXPECT_EQ(totals.at("by_rate").at("0.01").at("tax"), 10);
    EXPECT_EQ(totals.at("tax_total"), 190);
    EXPECT_EQ(totals.at("total"), 3'190);
}

TEST(AnItem, ChangesByFieldAndWholeAndItsNextLineIsAtTheNewPrice)
{
    TestSalon salon;
    salon.does(setting("item.steam-addon.name", {{"en", "Long Steam"}, {"ja", "ロングスチーム"}}), TestSalon::manager);
    const auto kept = salon.does(setting("item.steam-addon.price", 1'320), TestSalon::manager);
    EXPECT_EQ(kept.at("value").at("price"), 1'320);
    EXPECT_EQ(salon.events("item.set").back().at("fields"), (Json{{"price", 1'320}}))
        << "only what changed is on record";
    const auto row = salon.does({{"do", "list"}, {"what", "items"}, {"find", "steam-addon"}}).at("rows").at(0);
    EXPECT_EQ(row.at("price"), 1'320);
    EXPECT_EQ(row.at("name_en"), "Long Steam");
    auto whole = kept.at("value");
    whole["price"] = 990;
    salon.does(setting("item.steam-addon", whole), TestSalon::manager);
    EXPECT_EQ(salon.engine().salon().services.at("steam-addon").price, 990);
    salon.restart();
    EXPECT_EQ(salon.engine().salon().services.at("steam-addon").price, 990);
}

TEST(AnotherUsualStart, TakesThatFromTheOneBefore)
{
    TestSalon salon;
    salon.does(setting("item.premium-head-spa.first", true), TestSalon::manager);
    const auto& services = salon.engine().salon().services;
    EXPECT_EQ(std::ranges::count_if(services, [](const auto& one) { return one.second.first; }), 1);
    EXPECT_TRUE(services.at("premium-head-spa").first);
}

TEST(ATicketBook, CanBeAddedAndIsInTheCatalogue)
{
    TestSalon salon;
    salon.does(setting("item.ticket-premium-3", {{"kind", "ticket"},
                                                 {"name", {{"en", "Premium, 3 visits"}, {"ja", "プレミアム 3回券"}}},
                                                 {"price", 41'000},
                                                 {"rate", "standard"},
                                                 {"sessions", 3},
                                                 {"services", {"premium-head-spa"}},
                                                 {"valid_months", 6}}),
               TestSalon::manager);
    EXPECT_EQ(salon.engine().salon().item("ticket-premium-3")->price, 41'000);
    const auto books = salon.does({{"do", "settings"}}, TestSalon::manager).at("tickets");
    EXPECT_EQ(books.size(), 4u);
}

TEST(ATicketBook, IsWarnedOfWhereTheLawAsksMore)
{
    TestSalon salon;
    const auto warned = [&](std::int64_t price, std::int64_t months) {
        salon.does(setting("item.ticket-head-spa-5.price", price), TestSalon::manager);
        return salon.does(setting("item.ticket-head-spa-5.valid_months", months), TestSalon::manager).at("warnings");
    };
    EXPECT_EQ(warned(50'000, 6), Json::array());
    EXPECT_EQ(warned(50'000, 7), Json{"prepaid_instruments_law"});
    EXPECT_EQ(warned(50'001, 1), Json::array());
    EXPECT_EQ(warned(50'001, 2), Json{"esthetic_contract"});
    EXPECT_EQ(warned(50'001, 0), (Json{"prepaid_instruments_law", "esthetic_contract"}));
    for (const auto& book : salon.does({{"do", "settings"}}, TestSalon::manager).at("tickets")) {
        if (book.at("code") != "ticket-head-spa-10") continue;
        EXPECT_EQ(book.at("warnings"), Json{"esthetic_contract"});
    }
    TestSalon london{"london"};
    EXPECT_EQ(london.does(setting("item.ticket-head-spa-5.valid_months", 24), TestSalon::manager).at("warnings"),
              Json::array());
}

}  // namespace
}  // namespace kushi::test
