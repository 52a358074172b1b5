#include <gtest/gtest.h>

#include "app/screens/checkout/checkout_state.h"
#include "tests/app/screens/till_fixture.h"

namespace kushi::test {
namespace {

using Face = CheckoutState::Face;

TileItem product(const char* code, const char* name, const char* japanese, const char* rate = "10")
{
    TileItem item;
    item.code = code;
    item.name = item.name_en = name;
    item.name_ja = japanese;
    item.rate = rate;
    item.counted = true;
    return item;
}

CheckoutState with_goods()
{
    CheckoutState state;
    state.items = {product("comb", "Boxwood Comb", "つげ櫛"), product("mist", "Camellia Hair Mist", "椿ヘアミスト"),
                   product("tea", "Hojicha Tea", "ほうじ茶", "8")};
    return state;
}

TEST(CheckoutStateTest, FindsByEitherNameOnEveryTab)
{
    auto state = search_opened(with_goods());
    state.tab = TileTab::services;
    state.search = "mist";
    ASSERT_EQ(state.tiles().size(), 1u);
    EXPECT_EQ(state.tiles()[0]->code, "mist");
    state.search = "茶";
    ASSERT_EQ(state.tiles().size(), 1u);
    EXPECT_EQ(state.tiles()[0]->code, "tea");
    state.search = "ほうじ";
    EXPECT_EQ(state.tiles().size(), 1u);
    state.search = "nothing";
    EXPECT_TRUE(state.tiles().empty());
}

TEST(CheckoutStateTest, ShowsServicesFirstOnAnEmptyBillAndStaysWhereItWasSent)
{
    EXPECT_EQ(bill_renewed(with_goods(), {}).tab, TileTab::services);
    TillBill bill;
    bill.lines.emplace_back();
    EXPECT_EQ(bill_renewed(with_goods(), bill).tab, TileTab::retail);
    EXPECT_EQ(bill_renewed(tab_chosen(with_goods(), TileTab::addons), bill).tab, TileTab::addons);
}

TEST(CheckoutStateTest, TypesAPercentageUpToAHundred)
{
    auto state = discount_opened(with_goods());
    for (const char* digit : {"1", "5", "5"}) state = sheet_typed(std::move(state), digit);
    EXPECT_EQ(state.discounting.percent, 15);
    EXPECT_EQ(sheet_typed(state, "").discounting.percent, 1);
    EXPECT_FALSE(state.discounting.is_filled()) << "a reason is missing";
    state.discounting.reason = "Birthday";
    EXPECT_TRUE(state.discounting.is_filled());
}

TEST(CheckoutStateTest, KnowsTheUsualRate)
{
    EXPECT_EQ(with_goods().usual_rate(), "10");
}

TEST(CheckoutStateTest, ForgetsTheSheetOfALineThatIsGone)
{
    CheckoutState state;
    TillBill bill;
    bill.lines.emplace_back().id = "1";
    state = line_opened(bill_renewed(std::move(state), bill), "1");
    EXPECT_EQ(state.face, Face::line);
    EXPECT_EQ(bill_renewed(std::move(state), {}).face, Face::none);
}

/// The desk in front of one client's bill.
struct Counter {
    TerminalDriver desk;
    std::string visit;
    explicit Counter(const Json& client = {{"name", "Naoko Kimura"}}, const ScreenDriver::Options& options = {})
        : desk{options}
    {
        desk.salon.open_day();
        visit = desk.salon.visit(desk.salon.client(client));
        desk.sign_in(TestSalon::desk);
        go_to(desk, {"checkout", {{"visit", visit}}});
    }
    Json quote() { return desk.salon.does({{"do", "quote"}, {"visit", visit}}); }
};

TEST(CheckoutScreen, PutsThingsOnTheBillOneATap)
{
    Counter counter;
    auto& desk = counter.desk;
    EXPECT_TRUE(desk.sees("Naoko Kimura"));
    desk.tap("Camellia Hair Mist");
    desk.tap("Camellia Hair Mist");
    desk.tap("Hojicha Tea");
    EXPECT_EQ(desk.value("Pay"), "¥17,580");
    EXPECT_TRUE(desk.sees("Hojicha Tea ※"));
    EXPECT_TRUE(desk.sees("8% ※ ¥1,080, tax ¥80"));
    EXPECT_EQ(desk.value("Quantity of Camellia Hair Mist"), "2");
    EXPECT_EQ(counter.quote()["lines"].size(), 3u);
    fits_everywhere(desk, "checkout");
}

TEST(CheckoutScreen, StepsALineDownToNothingAndBringsItBack)
{
    Counter counter;
    auto& desk = counter.desk;
    desk.tap("Boxwood Comb");
    desk.tap("One more of Boxwood Comb");
    desk.tap("One less of Boxwood Comb");
    desk.tap("Remove Boxwood Comb");
    EXPECT_EQ(desk.value("Pay"), "¥9,900");
    EXPECT_TRUE(desk.sees("Boxwood Comb removed"));
    desk.tap("Undo");
    EXPECT_EQ(desk.value("Pay"), "¥15,400");
}

TEST(CheckoutScreen, AddsOneThingForAFingerThatIsTooFast)
{
    Counter counter;
    counter.desk.tap_fast("Moist Calm Shampoo", 10, std::chrono::milliseconds{200});
    EXPECT_EQ(counter.desk.salon.events("line.added").size(), 2u);
}

TEST(CheckoutScreen, GivesASmallDiscountAloneAndALargeOneByAManagersPin)
{
    Counter counter;
    auto& desk = counter.desk;
    desk.tap("Discount");
    EXPECT_FALSE(desk.off("Take off 0%").empty());
    desk.tap("5%");
    desk.tap("Rebooked today");
    desk.tap("Take off 5%");
    EXPECT_EQ(desk.value("Pay"), "¥9,405");
    EXPECT_TRUE(desk.sees("Discount, Rebooked today"));
    desk.tap("Discount");
    EXPECT_TRUE(desk.control("5%", ControlRole::check_box).node->access.selected) << "it opens with what was given";
    desk.tap("20%");
    fits_everywhere(desk, "checkout-discount");
    desk.tap("Take off 20%");
    EXPECT_TRUE(desk.sees("Discount 20%"));
    EXPECT_EQ(counter.quote()["totals"]["due"], 9'405);
    approve(desk);
    EXPECT_EQ(desk.value("Pay"), "¥7,920");
}

TEST(CheckoutScreen, TakesADiscountOffAgain)
{
    Counter counter;
    auto& desk = counter.desk;
    desk.salon.does({{"do", "discount"}, {"visit", counter.visit}, {"amount", 500}, {"reason", "Birthday"}});
    go_to(desk, {"checkout", {{"visit", counter.visit}}});
    EXPECT_EQ(desk.value("Pay"), "¥9,400");
    desk.tap("Discount");
    desk.tap("Remove discount");
    EXPECT_EQ(desk.value("Pay"), "¥9,900");
    EXPECT_FALSE(desk.sees("Discount, "));
}

TEST(CheckoutScreen, KeepsAHalfTypedDiscountOverARestart)
{
    Counter counter{Json{{"name", "Naoko Kimura"}}, {"tokyo", "en", {1280, 800}, true}};
    auto& desk = counter.desk;
    desk.tap("Discount");
    desk.tap("Amount");
    desk.tap("5");
    desk.tap("00");
    desk.tap("Birthday");
    desk.restart();
    desk.sign_in(TestSalon::desk);
    go_to(desk, {"checkout", {{"visit", counter.visit}}});
    desk.tap("Discount");
    desk.tap("Take off ¥500");
    EXPECT_EQ(desk.value("Pay"), "¥9,400");
}

TEST(CheckoutScreen, AddsATipWithTwoTapsOutsideTheTotal)
{
    Counter counter;
    auto& desk = counter.desk;
    desk.tap("Tip");
    fits_everywhere(desk, "checkout-tip");
    desk.tap("¥500");
    EXPECT_EQ(desk.value("Pay"), "¥10,400");
    EXPECT_TRUE(desk.sees("Tip for therapist"));
    EXPECT_EQ(counter.quote()["totals"]["total"], 9'900);
    desk.tap("Tip");
    desk.tap("No tip");
    EXPECT_EQ(desk.value("Pay"), "¥9,900");
}

TEST(CheckoutScreen, ChangesAPriceWithAReasonAndAManagersPin)
{
    Counter counter;
    auto& desk = counter.desk;
    desk.tap("Boxwood Comb");
    desk.tap("Change Boxwood Comb");
    desk.tap("Change price");
    for (const char* digit : {"5", "0", "00"}) desk.tap(digit);
    EXPECT_EQ(desk.off("Set price ¥5,000"), "Choose a reason first");
    desk.tap("Damaged box");
    fits_everywhere(desk, "checkout-line");
    desk.tap("Set price ¥5,000");
    EXPECT_TRUE(desk.sees("¥5,000 for Boxwood Comb"));
    approve(desk);
    EXPECT_EQ(desk.value("Pay"), "¥14,900");
    EXPECT_TRUE(desk.sees("¥5,000 each"));
}

TEST(CheckoutScreen, SellsABlockedProductOnlyByAManagersLeaveWithAReason)
{
    Counter counter{Json{{"name", "Naoko Kimura"}, {"allergies", {"camellia"}}}};
    auto& desk = counter.desk;
    EXPECT_TRUE(desk.sees("Allergy alert"));
    desk.tap("Camellia Hair Mist");
    ASSERT_TRUE(desk.sees("Camellia Hair Mist is blocked"));
    fits_everywhere(desk, "checkout-blocked");
    EXPECT_EQ(desk.off("Sell anyway"), "Choose a reason first");
    desk.tap("For somebody else");
    desk.tap("Sell anyway");
    approve(desk);
    EXPECT_EQ(desk.value("Pay"), "¥13,200");
}

TEST(CheckoutScreen, SaysWhatIsGoneFromTheShelfAndSellsItAllTheSame)
{
    Counter counter;
    auto& desk = counter.desk;
    const auto stock =
        desk.salon.does({{"do", "show"}, {"what", "item"}, {"id", "boxwood-comb"}})["item"]["stock"].get<std::string>();
    const auto line =
        desk.salon.does({{"do", "add_line"}, {"visit", counter.visit}, {"item", "boxwood-comb"}, {"quantity", stock}});
    desk.salon.pay(counter.visit);
    const auto next = desk.salon.visit(desk.salon.client({{"name", "Second Client"}}));
    go_to(desk, {"checkout", {{"visit", next}}});
    EXPECT_EQ(desk.control("Boxwood Comb", ControlRole::button).node->access.description, "0 left");
    desk.tap("Boxwood Comb");
    EXPECT_TRUE(desk.sees("Boxwood Comb: 0 left"));
    desk.tap("Sell it");
    EXPECT_EQ(desk.value("Pay"), "¥15,400");
}

TEST(CheckoutScreen, FindsSomethingByItsName)
{
    Counter counter;
    auto& desk = counter.desk;
    desk.tap("Search the catalogue");
    desk.type("Search the catalogue", "steam");
    desk.tap("Extra Steam");
    EXPECT_EQ(desk.value("Pay"), "¥11,000");
    desk.type("Search the catalogue", "zzz");
    EXPECT_TRUE(desk.sees("No match for zzz"));
}

TEST(CheckoutScreen, HoldsAllOfALongBillAndALongName)
{
    const std::string name(120, 'W');
    Counter counter{Json{{"name", name}}};
    auto& desk = counter.desk;
    for (int i = 0; i < 30; ++i)
        desk.salon.does({{"do", "add_line"}, {"visit", counter.visit}, {"item", "steam-addon"}});
    go_to(desk, {"checkout", {{"visit", counter.visit}}});
    EXPECT_EQ(desk.value("Pay"), "¥42,900");
    for (const auto& text : desk.texts())
        EXPECT_FALSE(text.text.find("¥") != std::string::npos && text.shortened) << text.text;
}

}  // namespace
}  // namespace kushi::test
