#include <gtest/gtest.h>

#include <cstdlib>

#include "app/screens/ritual/ritual_state.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

using namespace std::chrono_literals;

const Instant noon = *parse_instant("2026-11-14T03:00:00Z");

RitualState two_steps()
{
    RitualState state;
    state.steps = {{"a", "towel", "Hot towel", "running", 180, 0, "", ""},
                   {"b", "steam", "Steam", "planned", 300, 0, "", ""}};
    state.read_at = noon;
    state.elapsed_s = 60;
    return state;
}

RitualState with_uses()
{
    auto state = two_steps();
    state.uses = {{"yuzu", "Yuzu Cleanser", "ml", "a", 150, 150, "Y1", "2028-03-31", 2'000},
                  {"yuzu", "Yuzu Cleanser", "ml", "b", 100, 100, "Y1", "2028-03-31", 2'000}};
    return state;
}

TEST(RitualStateTest, CountsOnFromTheLastAnswer)
{
    EXPECT_EQ(two_steps().left(noon + 30s), 90s);
    EXPECT_EQ(two_steps().left(noon + 150s), -30s) << "a step may take longer";
    EXPECT_EQ(two_steps().left(noon - 10s), 120s) << "a clock that went back takes no time away";
}

TEST(RitualStateTest, StandsStillWhilePaused)
{
    auto state = paused(two_steps(), noon + 30s);
    EXPECT_EQ(state.left(noon + 300s), 90s);
    state = resumed(state, noon + 300s);
    EXPECT_EQ(state.left(noon + 310s), 80s);
}

TEST(RitualStateTest, GoesToTheNextStepAndKnowsTheLast)
{
    auto state = step_started(step_ended(two_steps(), noon + 45s, false), noon + 45s);
    EXPECT_EQ(state.steps[0].actual_s, 105);
    EXPECT_EQ(state.step()->id, "b");
    EXPECT_EQ(state.next(), -1);
    EXPECT_EQ(state.left(noon + 46s), 299s);
    state = step_ended(state, noon + 60s, true);
    EXPECT_EQ(state.step(), nullptr);
    EXPECT_EQ(state.steps[1].state, "skipped");
}

TEST(RitualStateTest, TakesAmountsByOneUnitAndNeverBelowNothing)
{
    auto state = amount_stepped(with_uses(), 0, 1);
    EXPECT_EQ(state.uses[0].tenths, 160);
    for (int i = 0; i < 20; ++i) state = amount_stepped(state, 0, -1);
    EXPECT_EQ(state.uses[0].tenths, 0);
    EXPECT_EQ(state.used_count(), 1);
}

TEST(RitualStateTest, LeavesARecordedAmountAsItIs)
{
    auto state = with_uses();
    state.uses[0].recorded = true;
    EXPECT_EQ(amount_set(state, 0, 10).uses[0].tenths, 150);
    EXPECT_EQ(lot_set(state, 0, "Y2", "", {}).uses[0].lot, "Y1");
}

TEST(RitualStateTest, TakesFromALotWhatTheUsesBeforeLeft)
{
    EXPECT_EQ(with_uses().left_after(0), 1'850);
    EXPECT_EQ(with_uses().left_after(1), 1'750);
}

TEST(RitualStateTest, AsksAboutMoreThanTwiceTheUsual)
{
    EXPECT_TRUE(amount_set(with_uses(), 0, 300).far_over_usual().empty()) << "twice is not more than twice";
    EXPECT_EQ(amount_set(with_uses(), 0, 301).far_over_usual(), std::vector<std::size_t>{0});
}

TEST(RitualStateTest, ReadsAndWritesDecimals)
{
    for (const char* text : {"0", "12.5", "20", "-3.5"}) EXPECT_EQ(decimal_of(tenths_of(text)), text);
    EXPECT_EQ(tenths_of("412.500"), 4'125);
}

TEST(RitualStateTest, KeepsWhatWasChangedAndTakesItBack)
{
    const auto kept = kept_of(pressure_set(amount_set(with_uses(), 1, 125), "firm"));
    EXPECT_EQ(kept.tenths.size(), 1u) << "what is as usual needs no keeping";
    const auto back = with_kept(with_uses(), kept);
    EXPECT_EQ(back.uses[1].tenths, 125);
    EXPECT_EQ(back.steps[0].pressure, "firm");
}

/// A therapist's deep cleanse that has just begun.
struct Chair : TerminalDriver {
    explicit Chair(Options options = {}) : TerminalDriver{options}
    {
        visit = salon.visit(salon.client({{"name", "Misaki Sato"}, {"allergies", {"lavender"}}}), TestSalon::therapist,
                            "deep-cleanse-spa");
        salon.consult(visit);
        salon.does({{"do", "start_ritual"}, {"visit", visit}, {"ritual", "deep-cleanse-ritual"}}, TestSalon::therapist);
        sign_in(TestSalon::therapist);
        open();
    }
    void open(const std::string& screen = "ritual")
    {
        terminal().open({screen, {{"visit", visit}}});
        pass(1s);
        count_from_here();
    }
    Json record()
    {
        return salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}}, TestSalon::therapist)["visit"];
    }
    void all_steps()
    {
        for (int i = 0; i < 9; ++i) tap(next_name());
        tap("Finish");
    }
    std::string next_name() const
    {
        for (const auto& placed : scene.placed()) {
            if (placed.node->access.name.starts_with("Next: ") || placed.node->access.name.starts_with("次へ"))
                return placed.node->access.name;
        }
        return {};
    }
    void look(const std::string& name) const
    {
        if (const char* folder = std::getenv("KUSHI_PICTURES")) picture(std::string{folder} + '/' + name + ".png");
    }
    std::string visit;
};

TEST(RitualScreen, StartsTheFirstStepAndShowsWhatIsPrefilled)
{
    Chair chair;
    EXPECT_EQ(chair.record()["steps"][0]["state"], "running");
    EXPECT_TRUE(chair.sees("Yuzu Cleanser")) << chair.all_names();
    EXPECT_TRUE(chair.sees("lavender"));
    EXPECT_TRUE(chair.has("Next: Hot towel"));
}

TEST(RitualScreen, TakesTwelveTapsForTenStepsAsPlannedAndTheDeskHasIt)
{
    Chair chair;
    chair.all_steps();
    EXPECT_EQ(chair.screen(), "products");
    chair.tap("Confirm 7 products");
    EXPECT_EQ(chair.taps(), 11) << "and the tap that started it";
    const auto record = chair.record();
    EXPECT_EQ(record["status"], "ready_to_pay");
    EXPECT_EQ(record["products"].size(), 7u);
    for (const auto& step : record["steps"]) EXPECT_EQ(step["state"], "done") << step.dump();
}

TEST(RitualScreen, RecordsOneStepForAMashedNext)
{
    Chair chair;
    chair.tap_fast(chair.next_name(), 10, 1s);
    int done = 0;
    const auto steps = chair.record()["steps"];
    for (const auto& step : steps) done += step["state"] == "done" ? 1 : 0;
    EXPECT_EQ(done, 1);
    EXPECT_EQ(chair.record()["steps"][1]["state"], "running");
}

TEST(RitualScreen, PausesAddsAMinuteAndGoesOn)
{
    Chair chair;
    chair.tap("Pause");
    chair.pass(20s);
    chair.tap("+1 min");
    chair.tap("Resume");
    const auto step = chair.record()["steps"][0];
    EXPECT_EQ(step["planned_s"], 300);
    EXPECT_LT(step["clock"]["elapsed_s"].get<int>(), 5);
    EXPECT_TRUE(chair.sees("5 minutes left")) << chair.all_names();
}

TEST(RitualScreen, ComesBackAfterACrashWithItsClockAndItsAmounts)
{
    Chair chair{{.on_disk = true}};
    chair.tap(chair.next_name());
    chair.tap("More Rice Bran Exfoliant");
    chair.pass(25s);
    chair.restart();
    chair.sign_in(TestSalon::therapist);
    chair.open();
    EXPECT_TRUE(chair.has("Next: First cleanse")) << chair.all_names();
    EXPECT_EQ(chair.control("Rice Bran Exfoliant", ControlRole::spin).node->access.value, "9 g");
    const auto elapsed = chair.record()["steps"][1]["clock"]["elapsed_s"].get<int>();
    EXPECT_GE(elapsed, 25);
}

TEST(RitualScreen, TypesAnAmount)
{
    Chair chair;
    chair.tap("Rice Bran Exfoliant", ControlRole::spin);
    for (const char* key : {"1", "2", ".", "5"}) chair.tap(key);
    chair.look("ritual-pad");
    chair.tap("Set the amount");
    EXPECT_EQ(chair.control("Rice Bran Exfoliant", ControlRole::spin).node->access.value, "12.5 g");
}

TEST(RitualScreen, SkipsAStepForAReason)
{
    Chair chair;
    chair.tap("Skip this step");
    EXPECT_EQ(chair.off("Skip"), "Tap a reason first");
    chair.look("ritual-skip");
    chair.tap("No time is left");
    chair.tap("Skip");
    EXPECT_EQ(chair.record()["steps"][0]["state"], "skipped");
    EXPECT_EQ(chair.record()["steps"][1]["state"], "running");
}

TEST(RitualScreen, RecordsTheSteamThatWasChosen)
{
    Chair chair;
    for (int i = 0; i < 4; ++i) chair.tap(chair.next_name());
    chair.tap("Normal", ControlRole::radio);
    chair.tap("Firm", ControlRole::radio);
    chair.tap(chair.next_name());
    const auto events = chair.salon.events("step.ended");
    EXPECT_EQ(events.back()["settings"]["steam"], "normal");
    EXPECT_EQ(events.back()["settings"]["pressure"], "firm");
}

TEST(RitualScreen, LockedShowsInitialsAndGoesOnWithoutAPin)
{
    Chair chair;
    chair.pass(61s);
    EXPECT_TRUE(chair.terminal().locked());
    EXPECT_FALSE(chair.sees("Misaki")) << chair.all_names();
    EXPECT_TRUE(chair.sees("MS"));
    EXPECT_FALSE(chair.has("Today"));
    chair.look("ritual-locked");
    chair.tap("+1 min");
    chair.tap("More Rice Bran Exfoliant");
    chair.tap(chair.next_name());
    EXPECT_TRUE(chair.terminal().locked());
    EXPECT_EQ(chair.record()["steps"][0]["state"], "done");
    chair.tap("Skip this step");
    EXPECT_TRUE(chair.sees("Enter your 6-digit PIN"));
    for (const char digit : chair.salon.pin(TestSalon::therapist)) chair.tap(std::string(1, digit));
    EXPECT_FALSE(chair.terminal().locked());
    EXPECT_TRUE(chair.has("No time is left"));
}

TEST(RitualScreen, WritesANoteThatACrashDoesNotLose)
{
    Chair chair{{.on_disk = true}};
    chair.tap("Write a note");
    chair.type("Note", "Asked for less heat");
    chair.restart();
    chair.sign_in(TestSalon::therapist);
    chair.open();
    chair.tap("Write a note");
    chair.look("ritual-note");
    chair.tap("Save note");
    EXPECT_EQ(chair.record()["notes"][0]["text"], "Asked for less heat");
}

TEST(RitualScreen, AddsAProductThatThePlanDoesNotKnow)
{
    Chair chair;
    chair.tap("Add");
    chair.type("Find a product", "camellia");
    chair.look("ritual-add");
    chair.tap("Camellia Moist Mask");
    chair.look("ritual-add-amount");
    chair.tap("Used 10");
    chair.tap("Add 10 ml");
    EXPECT_EQ(chair.record()["products"].size(), 1u);
    EXPECT_TRUE(chair.sees("Camellia Moist Mask")) << chair.all_names();
}

TEST(ProductsScreen, SetsAmountsRightAndRecordsThemOnce)
{
    Chair chair;
    chair.all_steps();
    chair.tap("More Rice Bran Exfoliant");
    EXPECT_TRUE(chair.sees("Changed"));
    chair.hold_answers();
    chair.let_go();
    chair.look("products");
    chair.tap_fast("Confirm 7 products", 10, 1s);
    const auto record = chair.record();
    EXPECT_EQ(record["products"].size(), 7u);
    int scrubs = 0;
    for (const auto& use : record["products"]) {
        if (use["product"] != "rice-bran-exfoliant") continue;
        ++scrubs;
        EXPECT_EQ(use["amount"], "9");
    }
    EXPECT_EQ(scrubs, 1);
}

TEST(ProductsScreen, AsksOnceAboutMoreThanTwiceTheUsual)
{
    Chair chair;
    chair.all_steps();
    chair.tap("Rice Bran Exfoliant", ControlRole::spin);
    for (const char* key : {"4", "0"}) chair.tap(key);
    chair.tap("Confirm 7 products");
    EXPECT_TRUE(chair.sees("Rice Bran Exfoliant 40 g, usual 8 g")) << chair.all_names();
    chair.look("products-far");
    chair.tap("It is right");
    EXPECT_EQ(chair.record()["status"], "ready_to_pay");
}

/// A name of the catalogue gives way last, but it may.
bool is_name(const std::string& text)
{
    for (const char* name : {"Conditioner", "ブラッシング", "米ぬか", "仕上げ", "椿"}) {
        if (text.find(name) != std::string::npos) return true;
    }
    return false;
}

/// Every word has its room in both windows and languages.
TEST(RitualScreen, HasRoomForEveryWord)
{
    for (const std::string language : {"en", "ja"}) {
        for (const Size size : {Size{1280, 800}, Size{1024, 768}}) {
            Chair chair{{.language = language, .size = size}};
            for (int i = 0; i < 4; ++i) chair.tap(chair.next_name());
            chair.pass(3s);
            const auto name = language + std::to_string(size.width);
            chair.look("ritual-" + name);
            for (const auto& text : chair.texts())
                EXPECT_FALSE(text.too_tall || (text.shortened && !is_name(text.text))) << name << ": " << text.text;
            chair.open("products");
            chair.look("products-" + name);
            for (const auto& text : chair.texts())
                EXPECT_FALSE(text.too_tall || (text.shortened && !is_name(text.text))) << name << ": " << text.text;
        }
    }
}

}  // namespace
}  // namespace kushi::test
