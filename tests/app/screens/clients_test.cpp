#include <gtest/gtest.h>

#include "app/screens/clients/clients_state.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

using namespace std::chrono_literals;

const Instant noon = *parse_instant("2026-11-14T03:00:00Z");

TEST(ClientsStateTest, AsksWhenTheTypingPauses)
{
    auto state = typed({}, "さ", noon);
    EXPECT_FALSE(state.is_due(noon + 100ms));
    state = typed(state, "さと", noon + 100ms);
    EXPECT_FALSE(state.is_due(noon + 200ms)) << "a key more is a pause that begins anew";
    EXPECT_TRUE(state.is_due(noon + 250ms));
    EXPECT_FALSE(typed(state, " ", noon).is_due(noon + 9s)) << "a blank finds nobody";
}

TEST(ClientsStateTest, ForgetsTheAnswerToWhatIsNoLongerTyped)
{
    const auto state = typed(typed({}, "さ", noon), "さと", noon);
    EXPECT_TRUE(found(state, "さ", {{"1", "Ken Sato", "", "", {}}}).rows.empty());
    EXPECT_EQ(found(state, "さと", {{"1", "Ken Sato", "", "", {}}}).rows.size(), 1u);
}

TEST(ClientsStateTest, ShowsTheFirstFiftyAndHowManyMoreThereAre)
{
    const auto state = found(typed({}, "a", noon), "a", std::vector<FoundClient>(73));
    EXPECT_EQ(state.rows.size(), 50u);
    EXPECT_EQ(state.found, 73u);
}

TEST(ClientsStateTest, BeginsTheFormWithWhatWasSearchedFor)
{
    EXPECT_EQ(form_opened(typed({}, "090-1111", noon)).form.phone, "090-1111");
    EXPECT_EQ(form_opened(typed({}, "さとう", noon)).form.reading, "さとう");
    EXPECT_EQ(form_opened(typed({}, "サトー", noon)).form.reading, "サトー");
    EXPECT_EQ(form_opened(typed({}, "佐藤", noon)).form.name, "佐藤");
    EXPECT_EQ(form_opened(typed({}, "Sato", noon)).form.name, "Sato");
}

TEST(ClientsStateTest, ReadsAllergiesAsAList)
{
    EXPECT_EQ(allergies_in("nuts, 蜂蜜、 nuts ,"), (std::vector<std::string>{"nuts", "蜂蜜"}));
    EXPECT_TRUE(allergies_in(" ").empty());
}

TEST(ClientsStateTest, KnowsAPhoneNumberHoweverItIsWritten)
{
    EXPECT_TRUE(is_same_phone("090-5555-4418", "+81 90 5555 4418"));
    EXPECT_FALSE(is_same_phone("090-5555-4418", "090-5555-4419"));
    EXPECT_FALSE(is_same_phone("", ""));
}

// With the salon behind it.

std::string written(const TerminalDriver& desk, const std::string& field)
{
    return desk.control(field, ControlRole::entry).node->access.value;
}

void search(TerminalDriver& desk, const std::string& text)
{
    desk.type("Find client", text);
    desk.pass(250ms);
}

TEST(ClientsScreen, ChecksAKnownClientInByTwoKeysAndTwoTaps)
{
    TerminalDriver desk;
    auto& salon = desk.salon;
    const auto client = salon.client({{"name", "佐藤 美咲"}, {"reading", "さとう みさき"}, {"phone", "090-5555-4418"}});
    salon.does({{"do", "book"},
                {"client", client},
                {"service", "signature-head-spa"},
                {"start", instant_text(salon.now + 10min)}});
    desk.sign_in(TestSalon::desk);
    desk.tap("Find client");
    desk.tap("s");
    desk.tap("a");
    desk.pass(250ms);
    EXPECT_TRUE(desk.sees("•••-••••-4418"));
    EXPECT_FALSE(desk.sees("090-5555-4418"));
    desk.tap("Check in 佐藤 美咲");
    EXPECT_EQ(desk.taps(), 4);
    EXPECT_EQ(desk.screen(), "today");
    EXPECT_EQ(salon.events("visit.arrived").size(), 1u);
    desk.tap("Undo");
    EXPECT_EQ(salon.events("visit.arrival_undone").size(), 1u);
}

TEST(ClientsScreen, OffersToAddWhoIsNotFound)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("Find client");
    search(desk, "Emma Larsen");
    EXPECT_TRUE(desk.sees("No match for Emma Larsen"));
    desk.tap("Add as new");
    EXPECT_EQ(written(desk, "Name"), "Emma Larsen");
    desk.type("Allergies", "nuts, lavender");
    desk.tap("Save");
    EXPECT_TRUE(desk.sees("Saved"));
    const auto rows = desk.salon.does({{"do", "list"}, {"what", "clients"}, {"find", "Emma"}})["rows"];
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0]["alerts"], Json({"nuts", "lavender"}));
}

TEST(ClientsScreen, AsksWhetherSomebodyWithTheSameNumberIsAClientAlready)
{
    TerminalDriver desk;
    desk.salon.client({{"name", "Misaki Sato"}, {"phone", "090-5555-4418"}});
    desk.sign_in(TestSalon::desk);
    desk.tap("Find client");
    desk.tap("New client");
    desk.type("Name", "M. Sato");
    desk.type("Phone", "+81 90 5555 4418");
    desk.tap("Save");
    EXPECT_TRUE(desk.sees("Already a client?"));
    EXPECT_TRUE(desk.has("Open Misaki Sato"));
    EXPECT_EQ(desk.salon.does({{"do", "list"}, {"what", "clients"}})["rows"].size(), 1u);
    desk.tap("Add as another person");
    EXPECT_EQ(desk.salon.does({{"do", "list"}, {"what", "clients"}})["rows"].size(), 2u);
}

TEST(ClientsScreen, TellsAtTheFieldWhatIsWrongAndKeepsIt)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("Find client");
    desk.tap("New client");
    EXPECT_EQ(desk.off("Save"), "Type the name first");
    desk.type("Name", "Emma");
    desk.type("Phone", "12");
    desk.tap("Save");
    EXPECT_FALSE(desk.control("Phone", ControlRole::entry).node->access.description.empty());
    EXPECT_EQ(written(desk, "Name"), "Emma");
    desk.type("Phone", "090-1234-5678");
    EXPECT_TRUE(desk.control("Phone", ControlRole::entry).node->access.description.empty());
}

TEST(ClientsScreen, TakesANameOfAHundredAndTwentyCharacters)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("Find client");
    desk.tap("New client");
    const std::string name(120, 'a');
    desk.type("Name", name);
    desk.tap("Save");
    EXPECT_EQ(desk.salon.does({{"do", "list"}, {"what", "clients"}, {"find", name}})["rows"].size(), 1u);
}

TEST(ClientsScreen, KeepsAHalfFilledFormOverARestart)
{
    TerminalDriver desk{{.on_disk = true}};
    desk.sign_in(TestSalon::desk);
    desk.tap("Find client");
    desk.tap("New client");
    desk.type("Name", "Emma Larsen");
    desk.pass(300ms);
    desk.restart();
    desk.sign_in(TestSalon::desk);
    EXPECT_EQ(desk.screen(), "clients");
    EXPECT_EQ(written(desk, "Name"), "Emma Larsen");
    desk.tap("Back");
    EXPECT_TRUE(desk.has("Find client"));
    desk.restart();
    desk.sign_in(TestSalon::desk);
    EXPECT_TRUE(desk.has("Find client")) << "what was left is forgotten";
}

TEST(ClientsScreen, MakesManyTapsOnSaveOneClient)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("Find client");
    desk.tap("New client");
    desk.type("Name", "Emma Larsen");
    desk.tap_fast("Save", 10, 800ms);
    EXPECT_EQ(desk.salon.does({{"do", "list"}, {"what", "clients"}})["rows"].size(), 1u);
}

}  // namespace
}  // namespace kushi::test
