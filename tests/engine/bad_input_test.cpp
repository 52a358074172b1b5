#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "tests/engine/every_command.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

const std::string card = "4111 1111 1111 1111";
const std::string control{"a\x1bp\0b", 5};

TEST(EveryCommand, HasARequestThatWorks)
{
    TestSalon salon;
    const auto acts = one_of_each(salon);
    salon.remember();
    std::set<std::string> tried;
    for (const auto& act : acts) {
        tried.insert(act.request["do"].get<std::string>());
        if (!act.works) continue;
        salon.does(act.request, act.as);
        EXPECT_EQ(salon.chain_problem(), "");
        salon.go_back();
    }
    for (const auto name : command_names()) EXPECT_TRUE(tried.contains(std::string{name})) << name;
}

TEST(EveryCommand, ComesBackWithItsTag)
{
    TestSalon salon;
    const Json tag{{"row", 7}, {"more", {1, 2}}};
    EXPECT_EQ(salon.perform({{"do", "board"}, {"tag", tag}}, "")["tag"], tag);
    EXPECT_EQ(salon.perform({{"do", "open_day"}, {"tag", tag}}, TestSalon::desk)["tag"], tag);
    EXPECT_EQ(salon.perform({{"do", "no such"}, {"tag", nullptr}}, "")["tag"], nullptr);
}

TEST(AnUnknownCommand, IsRefused)
{
    TestSalon salon;
    for (const Json& request : {Json{{"do", "sell_everything"}}, Json{{"do", ""}}, Json{{"do", "BOARD"}}, Json{{"do", std::string(1'000'000, 'x')}}}) {
        salon.refuses(request, "unknown_command");
    }
    for (const Json& request : {Json::object(), Json::array(), Json(), Json("board"), Json(7), Json{{"do", nullptr}}, Json{{"do", 7}}, Json{{"do", Json::array()}}}) {
        salon.refuses(request, "bad_request");
    }
}

/// What a field cannot be: another type than it has, or a value outside any range.
std::vector<Json> wrong_values(const Json& right)
{
    std::vector<Json> wrong{Json(7.5), Json(-7.5), Json(1e300), Json::array({Json::object()}), Json{{"a", 1}}, Json(-1), Json(INT64_MIN),
                            Json(UINT64_MAX), Json((std::int64_t{1} << 53) + 1)};
    if (!right.is_boolean()) wrong.insert(wrong.end(), {Json(true), Json(false)});
    if (!right.is_array()) wrong.push_back(Json::array());
    return wrong;
}

TEST(AFieldOfAnyCommand, OfTheWrongTypeIsRefusedAndNothingChanges)
{
    TestSalon salon;
    const auto acts = one_of_each(salon);
    const auto before = salon.snapshot();
    int tried = 0;
    for (const auto& act : acts) {
        for (const auto& [name, right] : act.request.items()) {
            if (name == "do") continue;
            for (const auto& wrong : wrong_values(right)) {
                if (name == "content" && wrong.is_object()) continue;  // half a form may be anything
                auto request = act.request;
                request[name] = wrong;
                const auto answer = salon.perform(request, act.as);
                EXPECT_EQ(answer["ok"], false) << request;
                EXPECT_EQ(salon.snapshot(), before) << request;
                ++tried;
            }
        }
        auto request = act.request;
        request["no_such_field"] = 1;
        EXPECT_EQ(salon.perform(request, act.as)["error"]["code"], "unknown_field") << request;
    }
    std::cout << tried << " requests with one wrong field\n";
}

TEST(AFieldThatNamesAThing, IsRefusedWhenThereIsNoSuchThing)
{
    const std::set<std::string> names{"visit", "client", "service", "therapist", "room", "ritual", "step", "after", "product", "lot", "item",
                                      "line", "staff", "sale", "number", "printer", "profile", "id", "oil", "unit", "kind", "what", "decision",
                                      "action", "moment", "steam", "pressure", "position", "language", "tender", "start", "date", "birthday"};
    TestSalon salon;
    const auto acts = one_of_each(salon);
    const auto before = salon.snapshot();
    for (const auto& act : acts) {
        if (act.request["do"] == "sign_in") continue;  // a wrong name is a try, and tries are counted
        if (act.request["do"] == "find_sales") continue;  // what finds nothing was a search all the same
        for (const auto& [name, right] : act.request.items()) {
            if (!names.contains(name) || !right.is_string()) continue;
            for (const Json& wrong : {Json("nope"), Json("0190b8a0-0000-7000-8000-00000000000f"), Json("' OR 1=1 --"), Json(control),
                                      Json(std::string(1 << 20, 'x')), Json("\u202e")}) {
                auto request = act.request;
                request[name] = wrong;
                const auto answer = salon.perform(request, act.as);
                EXPECT_EQ(answer["ok"], false) << request["do"] << "." << name << " = " << wrong.dump().substr(0, 60);
                EXPECT_LE(answer.dump().size(), 1'000u) << "what was wrong is not told back at any length";
            }
        }
    }
    EXPECT_EQ(salon.snapshot(), before);
}

TEST(EveryFreeText, RefusesACardsNumberAndControlBytes)
{
    const std::set<std::string> free{"name", "reading", "phone", "email", "notes", "reason", "text", "override_reason", "version"};
    TestSalon salon;
    const auto acts = one_of_each(salon);
    const auto before = salon.snapshot();
    std::set<std::string> met;
    for (const auto& act : acts) {
        const bool reads = act.request["do"] == "show";  // a reason to look is kept like any other
        for (const auto& [name, right] : act.request.items()) {
            if (!free.contains(name)) continue;
            met.insert(name);
            for (const auto& bad : {std::pair{card, "card_number"}, std::pair{std::string{"４１１１－１１１１－１１１１－１１１１"}, "card_number"},
                                    std::pair{control, "control_character"}, std::pair{std::string{"x\xff"}, "bad_text"},
                                    std::pair{std::string{"\xed\xa0\x80"}, "bad_text"}, std::pair{std::string(1 << 20, 'x'), "too_long"}}) {
                auto request = act.request;
                request[name] = bad.first;
                const auto answer = salon.perform(request, act.as);
                const std::string code = answer["ok"].get<bool>() ? "" : answer["error"]["code"].get<std::string>();
                if (name == "phone" && code == "bad_phone") continue;
                EXPECT_EQ(code, bad.second) << request["do"] << "." << name << reads;
            }
        }
    }
    EXPECT_EQ(met, free);
    EXPECT_EQ(salon.snapshot(), before);
}

TEST(TheAnswersAtTheChair, HoldNoCardsNumberEither)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.consult(visit);
    const Json consult{{"do", "consult"}, {"visit", visit}, {"consultation", {{"safety", {{"allergies", {"wool", card}}}}}}};
    salon.refuses(consult, "card_number", TestSalon::therapist);
    salon.refuses({{"do", "scalp_map"}, {"visit", visit}, {"moment", "before"}, {"zones", {{"nape", {{"note", card}}}}}}, "card_number", TestSalon::therapist);
    salon.refuses({{"do", "add_client"}, {"name", "Aya"}, {"allergies", {card}}}, "card_number");
    salon.refuses({{"do", "consent"}, {"visit", visit}, {"parts", {"photos"}}, {"strokes", {card}}}, "bad_request", TestSalon::therapist);
}

struct Name {
    const char* why;
    std::string text;
    const char* code;  ///< empty when it is a name like any other
};

TEST(AName, IsKeptAsItIsOrRefused)
{
    std::string tower = "a";
    for (int i = 0; i < 40; ++i) tower += "\u0301";
    TestSalon salon;
    for (const auto& name : {Name{"a megabyte", std::string(1'000'000, 'a'), "too_long"}, Name{"only blanks", "   \u3000 ", "blank"},
                             Name{"nothing", "", "blank"}, Name{"NUL", std::string{"a\0b", 3}, "control_character"},
                             Name{"lines", "a\r\nb", "control_character"}, Name{"opens the drawer", "a\x1bp0", "control_character"},
                             Name{"cuts the paper", "a\x1dV0", "control_character"}, Name{"asks the status", "\x10\x04\x01", "control_character"},
                             Name{"C1", "a\u009bb", "control_character"}, Name{"half a surrogate", "\xed\xa0\x80", "bad_text"},
                             Name{"not UTF-8", "\xff\xfe", "bad_text"}, Name{"a tower of marks", tower, "too_many_marks"},
                             Name{"turns the line around", "abc\u202edef", "control_character"}, Name{"a family", "👩‍👩‍👧‍👦 Sato", ""},
                             Name{"Robert", "Robert'); DROP TABLE client;--", ""}, Name{"percent", "%s%n%x", ""},
                             Name{"half width", "ｻﾄｳ ﾊﾅｺ", ""}, Name{"not in JIS X 0208", "髙﨑 花子", ""}, Name{"old forms", "齋藤 龍之介", ""}}) {
        SCOPED_TRACE(name.why);
        const Json request{{"do", "add_client"}, {"name", name.text}};
        if (*name.code != '\0') {
            salon.refuses(request, name.code);
            continue;
        }
        const auto client = salon.does(request)["client"];
        EXPECT_EQ(salon.does({{"do", "show"}, {"what", "client"}, {"id", client}})["client"]["name"], name.text);
    }
}

}  // namespace
}  // namespace kushi::test
