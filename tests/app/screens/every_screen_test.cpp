#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

namespace fs = std::filesystem;

struct Look {
    const char* language;
    Size size;
    [[nodiscard]] std::string name() const { return std::string{language} + "-" + std::to_string(size.width); }
};
constexpr Look looks[] = {{"en", {1280, 800}}, {"ja", {1280, 800}}, {"en", {1024, 768}}, {"ja", {1024, 768}}};

/// Where the pictures go: beside the tests, for people to look at.
fs::path pictures() { return fs::current_path() / "pictures"; }

std::string at(const DrawnText& text)
{
    return "\"" + text.text + "\" at " + std::to_string(text.box.x) + "," + std::to_string(text.box.y) + " in " + std::to_string(text.box.width) + "x" +
           std::to_string(text.box.height);
}

/// Whether two words lie over each other by more than their letters' overhang.
bool overlap(const DrawnText& a, const DrawnText& b)
{
    const auto common = a.ink.inset(1, a.ink.height / 5).common(b.ink.inset(1, b.ink.height / 5));
    return a.layer == b.layer && !common.empty();
}

/// Every word of what is seen, held against its box: none is shortened, none is higher than its place, none lies on another.
void expect_room_for_every_word(const ScreenDriver& driver, const std::string& where)
{
    const auto texts = driver.texts();
    EXPECT_FALSE(texts.empty()) << where;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].ink.empty()) continue;
        EXPECT_FALSE(texts[i].shortened) << where << ": cut off: " << at(texts[i]);
        EXPECT_FALSE(texts[i].too_tall) << where << ": higher than its box: " << at(texts[i]);
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            if (texts[j].ink.empty()) continue;
            EXPECT_FALSE(overlap(texts[i], texts[j])) << where << ": " << at(texts[i]) << " lies on " << at(texts[j]);
        }
    }
}

/// Goes to one state of a screen and names it.
struct View {
    const char* name;
    const char* who;
    void (*go)(PracticeDriver&);
};

std::string card_of(PracticeDriver& driver, const char* column, std::size_t index = 0)
{
    return driver.perform({{"do", "board"}}, "haruka")["board"][column][index]["id"].get<std::string>();
}

std::string client_of(PracticeDriver& driver, const char* column, std::size_t index = 0)
{
    return driver.perform({{"do", "board"}}, "haruka")["board"][column][index]["client"].get<std::string>();
}

std::string sale_of(PracticeDriver& driver)
{
    return driver.perform({{"do", "board"}}, "haruka")["board"]["done"][0]["sale"].get<std::string>();
}

/// The visit that waits is treated by ren, the one who asks for it is the same person in both languages.
const View views[] = {
    {"01-lock", nullptr, [](PracticeDriver&) {}},
    {"02-today", "mei", [](PracticeDriver& on) { on.terminal().home({"today"}); on.pass(std::chrono::milliseconds{0}); }},
    {"07-ritual", "haruka", [](PracticeDriver& on) { on.open({"ritual", {{"visit", card_of(on, "in_chair")}}}); }},
    {"03-client", "haruka", [](PracticeDriver& on) { on.open({"client", {{"client", client_of(on, "expected")}}}); }},
    {"26-sale", "haruka", [](PracticeDriver& on) { on.open({"sale", {{"sale", sale_of(on)}}}); }},
    {"12-report", "haruka", [](PracticeDriver& on) { on.open({"report"}); }},
    {"18-clients", "mei", [](PracticeDriver& on) { on.open({"clients"}); }},
    {"25-products", "haruka", [](PracticeDriver& on) { on.open({"products", {{"visit", card_of(on, "in_chair")}}}); }},
};

TEST(EveryScreen, HasRoomForEveryWordInBothLanguagesAndSizes)
{
    fs::create_directories(pictures());
    for (const auto& look : looks) {
        for (const auto& view : views) {
            PracticeDriver driver{{.language = look.language, .size = look.size}};
            if (view.who != nullptr) driver.sign_in(view.who);
            view.go(driver);
            const auto where = std::string{view.name} + "-" + look.name();
            driver.picture((pictures() / (where + ".png")).string());
            expect_room_for_every_word(driver, where);
        }
    }
}

}  // namespace
}  // namespace kushi::test
