#include <gtest/gtest.h>

#include "app/screens/payment/payment_state.h"
#include "tests/app/screens/till_fixture.h"

namespace kushi::test {
namespace {

using Amounts = std::vector<std::int64_t>;
const Amounts yen{10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10, 5, 1};
const Amounts pence{5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5, 2, 1};

PaymentState due(std::int64_t amount)
{
    PaymentState state;
    state.bill.due = amount;
    state.denominations = yen;
    state.loaded = true;
    return state;
}

TEST(QuickAmounts, AreWhatPeopleHandOver)
{
    EXPECT_EQ(quick_amounts(7'360, yen), (Amounts{7'400, 8'000, 10'000, 10'360}));
    EXPECT_EQ(quick_amounts(17'360, yen), (Amounts{17'400, 18'000, 20'000, 20'360}));
    EXPECT_EQ(quick_amounts(9'900, yen), (Amounts{10'000, 10'900}));
    EXPECT_EQ(quick_amounts(3'300, yen), (Amounts{4'000, 5'000, 10'000, 10'300}));
    EXPECT_EQ(quick_amounts(10'000, yen), (Amounts{}));
    EXPECT_EQ(quick_amounts(7'525, pence), (Amounts{7'600, 8'000, 10'000, 10'525}));
    EXPECT_EQ(quick_amounts(0, yen), (Amounts{}));
}

TEST(CoinsFor, AreTheFewest)
{
    EXPECT_EQ(coins_for(2'640, yen), (std::vector<Coins>{{2'000, 1}, {500, 1}, {100, 1}, {10, 4}}));
    EXPECT_EQ(coins_for(0, yen), (std::vector<Coins>{}));
    EXPECT_EQ(coins_for(2'640, {}), (std::vector<Coins>{})) << "a currency whose coins are not known";
}

TEST(PaymentStateTest, CountsPartsWhatIsLeftAndChange)
{
    auto state = due(17'360);
    state.parts = {{"card", {}, "0123", 10'000}};
    EXPECT_EQ(state.left(), 7'360);
    state = quick_chosen(std::move(state), 10'000);
    EXPECT_EQ(state.change(), 2'640);
    EXPECT_EQ(state.left_after(), 0);
    state = quick_chosen(std::move(state), 5'000);
    EXPECT_EQ(state.left_after(), 2'360);
    EXPECT_EQ(state.change(), 0);
    EXPECT_EQ(way_chosen(state, PayWay::card).next_amount(), 7'360) << "a card takes all that is left";
}

TEST(PaymentStateTest, TypesFromTheRightAndStopsAtItsMost)
{
    auto state = due(9'900);
    for (const char* digits : {"1", "00", "00"}) state = digits_typed(std::move(state), digits);
    EXPECT_EQ(state.typed, 10'000);
    state = digits_typed(std::move(state), "");
    EXPECT_EQ(state.typed, 1'000);
    for (int i = 0; i < 20; ++i) state = digits_typed(std::move(state), "9");
    EXPECT_EQ(state.typed, 1'000'999);
}

TEST(PaymentStateTest, TakesNoDigitWhileItPays)
{
    auto state = due(9'900);
    state.busy = true;
    EXPECT_EQ(digits_typed(state, "5").typed, 0);
    EXPECT_EQ(quick_chosen(state, 500).typed, 0);
    EXPECT_EQ(way_chosen(state, PayWay::qr).way, PayWay::cash);
}

/// The desk with somebody in front of it who wants to pay.
struct Counter {
    TerminalDriver desk;
    std::string visit;
    explicit Counter(bool on_disk = false, bool day_is_open = true) : desk{{"tokyo", "en", {1280, 800}, on_disk}}
    {
        if (day_is_open) desk.salon.open_day();
        visit = desk.salon.visit(desk.salon.client({{"name", "Naoko Kimura"}}));
        desk.sign_in(TestSalon::desk);
        go_to(desk, {"payment", {{"visit", visit}}});
    }
    std::size_t sales() { return desk.salon.events("sale.completed").size(); }
    Json only_sale() { return desk.salon.does({{"do", "list"}, {"what", "sales"}})["rows"].at(0); }
};

TEST(PaymentScreen, TakesCashExactlyWithOneTap)
{
    Counter counter;
    auto& desk = counter.desk;
    EXPECT_EQ(desk.value("Left to pay"), "¥9,900");
    fits_everywhere(desk, "payment");
    desk.tap("Exact ¥9,900");
    EXPECT_EQ(desk.screen(), "receipt");
    EXPECT_EQ(counter.only_sale()["tenders"],
              (Json{{{"type", "cash"}, {"label", ""}, {"amount", 9'900}, {"reference", ""}}}));
}

TEST(PaymentScreen, SaysTheChangeAndInWhichNotesAndCoins)
{
    Counter counter;
    auto& desk = counter.desk;
    EXPECT_EQ(desk.off("Take cash"), "Type what was handed over, or tap Exact");
    for (const char* digits : {"1", "5", "00", "0"}) desk.tap(digits);
    EXPECT_EQ(desk.value("Change"), "¥5,100");
    EXPECT_TRUE(desk.sees("¥5,000 × 1"));
    EXPECT_TRUE(desk.sees("¥100 × 1"));
    fits_everywhere(desk, "payment-change");
    desk.tap("Take cash");
    EXPECT_EQ(desk.screen(), "receipt");
    EXPECT_EQ(counter.only_sale()["totals"]["change"], 5'100);
    EXPECT_EQ(desk.value("Change"), "¥5,100");
}

TEST(PaymentScreen, TakesPartsOneAfterTheOther)
{
    Counter counter;
    auto& desk = counter.desk;
    for (const char* digits : {"5", "00", "0"}) desk.tap(digits);
    desk.tap("Take ¥5,000, ¥4,900 left");
    EXPECT_EQ(desk.value("Left to pay"), "¥4,900");
    EXPECT_EQ(counter.sales(), 0u);
    desk.tap("Card");
    desk.tap("Take card");
    EXPECT_TRUE(desk.sees("A card needs the number of its slip"));
    desk.type("Number of the slip", "0123");
    fits_everywhere(desk, "payment-card");
    desk.tap("Take card");
    EXPECT_EQ(desk.screen(), "receipt");
    const auto tenders = counter.only_sale()["tenders"];
    ASSERT_EQ(tenders.size(), 2u);
    EXPECT_EQ(tenders[1]["reference"], "0123");
    EXPECT_EQ(tenders[1]["amount"], 4'900);
}

TEST(PaymentScreen, TypesIntoTheFieldThatMovedUpForTheKeyboard)
{
    Counter counter;
    auto& desk = counter.desk;
    desk.tap("Card");
    desk.tap("Number of the slip", ControlRole::entry);
    for (int look = 0; look < 3; ++look) {
        EXPECT_EQ(desk.scene.focus(), desk.control("Number of the slip", ControlRole::entry).id);
        EXPECT_TRUE(desk.has("Space")) << "the keyboard is there";
        desk.pass(std::chrono::milliseconds{250});
    }
}

TEST(PaymentScreen, PutsAPartOnACardAndTakesItBackAgain)
{
    Counter counter;
    auto& desk = counter.desk;
    desk.tap("QR pay");
    desk.tap("Other amount");
    for (const char* digits : {"9", "9", "00", "0"}) desk.tap(digits);
    EXPECT_EQ(desk.off("Take QR pay"), "Only cash may be more than what is left");
    desk.tap("Delete");
    fits_everywhere(desk, "payment-part");
    desk.tap("Delete");
    desk.tap("Take ¥990, ¥8,910 left");
    desk.tap("Take back QR pay ¥990");
    EXPECT_EQ(desk.value("Left to pay"), "¥9,900");
}

TEST(PaymentScreen, MakesOneSaleOfTenTapsInTwoHundredMilliseconds)
{
    Counter counter;
    counter.desk.tap_fast("Exact ¥9,900", 10, std::chrono::milliseconds{200});
    EXPECT_EQ(counter.sales(), 1u);
    EXPECT_EQ(counter.desk.screen(), "receipt");
}

TEST(PaymentScreen, ComesBackAfterARestartWithTheSameKeyAndParts)
{
    Counter counter{true};
    auto& desk = counter.desk;
    for (const char* digits : {"5", "00", "0"}) desk.tap(digits);
    desk.tap("Take ¥5,000, ¥4,900 left");
    const auto key = desk.salon.does({{"do", "kept"}, {"visit", counter.visit}, {"form", "payment"}})["content"]["key"];
    desk.restart();
    desk.sign_in(TestSalon::desk);
    EXPECT_EQ(desk.screen(), "payment");
    EXPECT_EQ(desk.value("Left to pay"), "¥4,900");
    EXPECT_EQ(desk.salon.does({{"do", "kept"}, {"visit", counter.visit}, {"form", "payment"}})["content"]["key"], key);
    desk.tap("Exact ¥4,900");
    EXPECT_EQ(counter.sales(), 1u);
}

TEST(PaymentScreen, ShowsTheReceiptOfASaleThatWasMadeJustBeforeTheTerminalStopped)
{
    Counter counter{true};
    auto& desk = counter.desk;
    const auto key = desk.salon.does({{"do", "kept"}, {"visit", counter.visit}, {"form", "payment"}})["content"]["key"];
    desk.salon.does({{"do", "checkout"},
                     {"visit", counter.visit},
                     {"key", key},
                     {"tenders", {{{"type", "cash"}, {"amount", 9'900}}}}});
    desk.restart();
    desk.sign_in(TestSalon::desk);
    EXPECT_EQ(desk.screen(), "receipt");
    EXPECT_EQ(counter.sales(), 1u);
}

TEST(PaymentScreen, LosesNothingWhileTheDayIsNotOpen)
{
    Counter counter{false, false};
    auto& desk = counter.desk;
    desk.tap("Exact ¥9,900");
    EXPECT_EQ(desk.screen(), "payment");
    EXPECT_TRUE(desk.sees("All of it is there"));
    fits_everywhere(desk, "payment-refused");
    desk.salon.open_day();
    desk.tap("Finish the sale");
    EXPECT_EQ(desk.screen(), "receipt");
}

TEST(PaymentScreen, FinishesABillThatComesToNothing)
{
    Counter counter;
    auto& desk = counter.desk;
    desk.salon.does({{"do", "discount"}, {"visit", counter.visit}, {"percent", "100"}, {"reason", "Our mistake"}},
                    TestSalon::manager);
    go_to(desk, {"payment", {{"visit", counter.visit}}});
    EXPECT_TRUE(desk.sees("Nothing to pay"));
    desk.tap("Finish the sale");
    EXPECT_EQ(desk.screen(), "receipt");
}

TEST(PaymentScreen, KeepsNoCardNumber)
{
    Counter counter;
    auto& desk = counter.desk;
    desk.tap("Card");
    desk.type("Number of the slip", "4111111111111111");
    desk.tap("Take card");
    EXPECT_EQ(desk.screen(), "payment");
    EXPECT_EQ(counter.sales(), 0u);
    EXPECT_EQ(desk.value("Left to pay"), "¥9,900");
}

}  // namespace
}  // namespace kushi::test
