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
fs::path pictures() { return fs::path{KUSHI_PROGRAM}.parent_path() / "pictures"; }

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

/// The code of who treats the first one in the chair.
std::string therapist_of(PracticeDriver& driver, const char* column, std::size_t index = 0)
{
    const auto id = driver.perform({{"do", "board"}}, "haruka")["board"][column][index]["therapist"].get<std::string>();
    const auto staff = driver.perform({{"do", "lock_screen"}}, "");
    for (const auto& person : staff["staff"]) {
        if (person["id"] == id) return person["code"].get<std::string>();
    }
    throw std::runtime_error{"nobody treats"};
}

void open_as_therapist(PracticeDriver& on, const char* screen, const char* column)
{
    on.sign_in(therapist_of(on, column));
    on.open({screen, {{"visit", card_of(on, column)}}});
}

/// The visit that waits, asked about all that comes before the map.
void open_when_safe(PracticeDriver& on, const char* screen)
{
    const auto visit = card_of(on, "expected");
    const auto who = therapist_of(on, "expected");
    auto safety = Json::object();
    for (const char* question : {"broken_skin", "infection", "lice_or_ringworm", "fever", "high_blood_pressure", "pregnant", "surgery", "recent_colour",
                                 "medication", "extensions"}) {
        safety[question] = false;
    }
    safety["allergies"] = Json::array();
    const auto told = on.perform({{"do", "consult"}, {"visit", visit},
                                  {"consultation", {{"concerns", {"oily", "buildup"}}, {"bother", 2}, {"scalp_type", "oily"}, {"goals", {"clean_scalp"}},
                                                    {"tension", {{"headache", "none"}}}, {"safety", safety}}}},
                                 who);
    if (!told["ok"].get<bool>()) throw std::runtime_error{told.dump()};
    if (std::string_view{screen} == "scalp_map") {
        const auto seen = Json::parse(R"({"crown": {"conditions": {"oily": 2, "buildup": 1}, "note": "Dry shampoo"}, "frontal": {"conditions": {"oily": 1}},
            "occipital": {"conditions": {"buildup": 3}}, "parietal_left": {"conditions": {"oily": 2}}, "parietal_right": {"conditions": {"oily": 1}},
            "temporal_right": {"conditions": {"dry": 1}}})");
        const auto map = on.perform({{"do", "scalp_map"}, {"visit", visit}, {"moment", "before"}, {"zones", seen}}, who);
        if (!map["ok"].get<bool>()) throw std::runtime_error{map.dump()};
    }
    on.sign_in(who);
    on.open({screen, {{"visit", visit}}});
}

void open_for_visit(PracticeDriver& on, const char* screen, const char* column) { on.open({screen, {{"visit", card_of(on, column)}}}); }

void set_for_pictures(PracticeDriver& on, const char* path, const Json& value)
{
    const auto told = on.perform({{"do", "set"}, {"path", path}, {"value", value}}, "haruka");
    if (!told["ok"].get<bool>()) throw std::runtime_error{told.dump()};
}

const View views[] = {
    {"01-lock", nullptr, [](PracticeDriver&) {}},
    {"02-today", "mei", [](PracticeDriver& on) { on.open({"today"}); }},
    {"03-client", nullptr,
     [](PracticeDriver& on) {
         on.sign_in(therapist_of(on, "expected"));
         on.open({"client", {{"client", client_of(on, "expected")}}});
     }},
    {"03-client-desk", "mei",
     [](PracticeDriver& on) {
         on.open({"client", {{"client", client_of(on, "expected")}}});
     }},
    {"04-concerns", nullptr, [](PracticeDriver& on) { open_when_safe(on, "concerns"); }},
    {"04a-consent", nullptr,
     [](PracticeDriver& on) {
         on.sign_in(therapist_of(on, "expected", 1));  // who never came before
         on.open({"consent", {{"visit", card_of(on, "expected", 1)}}});
     }},
    {"04b-safety", nullptr, [](PracticeDriver& on) { open_as_therapist(on, "safety", "expected"); }},
    {"05-scalp-map", nullptr, [](PracticeDriver& on) { open_when_safe(on, "scalp_map"); }},
    {"06-recommendation", nullptr, [](PracticeDriver& on) { open_as_therapist(on, "recommendation", "in_chair"); }},
    {"07-ritual", nullptr, [](PracticeDriver& on) { open_as_therapist(on, "ritual", "in_chair"); }},
    {"08-checkout", "mei", [](PracticeDriver& on) { open_for_visit(on, "checkout", "ready_to_pay"); }},
    {"09-payment", "mei", [](PracticeDriver& on) { open_for_visit(on, "payment", "ready_to_pay"); }},
    {"10-receipt", "mei",
     [](PracticeDriver& on) {
         on.open({"receipt", {{"sale", sale_of(on)}}});
     }},
    {"11-close", "haruka", [](PracticeDriver& on) { on.open({"close_day"}); }},
    {"12-report", "haruka", [](PracticeDriver& on) { on.open({"report"}); }},
    {"18-clients", "mei", [](PracticeDriver& on) { on.open({"clients"}); }},
    {"20-refund", "haruka",
     [](PracticeDriver& on) {
         on.open({"refund", {{"sale", sale_of(on)}}});
     }},
    {"22-devices", "haruka", [](PracticeDriver& on) { on.open({"devices"}); }},
    {"24-life", nullptr, [](PracticeDriver& on) { open_when_safe(on, "life"); }},
    {"25-products", nullptr, [](PracticeDriver& on) { open_as_therapist(on, "products", "in_chair"); }},
    {"26-sale", "mei",
     [](PracticeDriver& on) {
         on.open({"sale", {{"sale", sale_of(on)}}});
     }},
    {"27-walk-in", "mei",
     [](PracticeDriver& on) {
         on.open({"today"});
         on.tap(on.has("Walk-in") ? "Walk-in" : "飛び込み");
     }},
    {"30-carts", "mei", [](PracticeDriver& on) { on.open({"carts"}); }},
    {"30-settings-salon", "kenji",
     [](PracticeDriver& on) {
         on.open({"settings", {{"group", "0"}}});
     }},
    {"30-settings-tax", "kenji",
     [](PracticeDriver& on) {
         on.open({"settings", {{"group", "1"}}});
     }},
    {"30-settings-tax-read", "haruka",
     [](PracticeDriver& on) {
         on.open({"settings", {{"group", "1"}}});
     }},
    {"30-settings-receipt", "haruka",
     [](PracticeDriver& on) {
         on.open({"settings", {{"group", "2"}}});
     }},
    {"30-settings-limits", "haruka",
     [](PracticeDriver& on) {
         on.open({"settings", {{"group", "3"}}});
     }},
    {"30-settings-payments", "haruka",
     [](PracticeDriver& on) {
         set_for_pictures(on, "tenders",
                          Json::parse(R"([{"code": "points", "label": {"en": "City points", "ja": "市のポイント"}},
             {"code": "mall", "label": {"en": "Gift voucher of the mall", "ja": "商店街の商品券"}, "change": true}])"));
         on.open({"settings", {{"group", "4"}}});
     }},
    {"30-settings-tickets", "haruka",
     [](PracticeDriver& on) {
         on.open({"settings", {{"group", "5"}}});
     }},
    {"30-settings-commission", "haruka",
     [](PracticeDriver& on) {
         set_for_pictures(
             on, "commission.rules",
             Json::parse(R"([{"staff": "", "service_percent": "10", "retail_percent": "5", "fixed_minor_units": 0,
             "tiers": []}, {"staff": "aoi", "service_percent": "12", "retail_percent": "5", "fixed_minor_units": 0,
             "tiers": [{"from_minor_units": 300000, "percent": "14"}]}])"));
         on.open({"settings", {{"group", "6"}}});
     }},
    {"30-settings-accounts", "haruka",
     [](PracticeDriver& on) {
         on.open({"settings", {{"group", "7"}}});
     }},
    {"30-settings-rate", "kenji",
     [](PracticeDriver& on) {
         on.open({"settings", {{"group", "1"}}});
         on.tap(on.has("Rate from a later day") ? "Rate from a later day" : "今後の税率を追加");
     }},
    {"30-settings-ticket", "haruka",
     [](PracticeDriver& on) {
         on.open({"settings", {{"group", "5"}}});
         on.tap(on.has("Add a ticket book") ? "Add a ticket book" : "回数券を追加");
     }},
    {"30-settings-commission-rule", "haruka",
     [](PracticeDriver& on) {
         on.open({"settings", {{"group", "6"}}});
         on.tap(on.has("Add a rule") ? "Add a rule" : "歩合を追加");
     }},
    {"31-more", "haruka", [](PracticeDriver& on) { on.open({"more"}); }},
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
            EXPECT_TRUE(view.who == nullptr || driver.screen() != "lock") << where;
            driver.picture((pictures() / (where + ".png")).string());
            expect_room_for_every_word(driver, where);
        }
    }
}

}  // namespace
}  // namespace kushi::test
