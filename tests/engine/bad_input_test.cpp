#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <set>

#include "app/engine/salon.h"
#include "db/rebuild.h"
#include "db/tables.h"
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

/// Texts that are no amount of money, quantity or percentage, whoever reads them.
const std::vector<std::string> no_numbers{"",     "-0",   "+5",  "1e3",  "1,000", "１０００", "٣",   "NaN",  "0x10", " 5 ",
                                          "5\u200b", ".5", "5.", "5..0", "--5",   "Infinity", "1_0", "0.1.1", "5 0", "½"};

TEST(AnAmount, IsAWholeNumberOfTheSmallestUnit)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit();
    const auto line = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}})["line"];
    const std::vector<std::pair<Json, std::string>> fields{
        {{{"do", "paid_in"}, {"reason", "x"}}, "amount"},
        {{{"do", "tip"}, {"visit", visit}}, "amount"},
        {{{"do", "discount"}, {"visit", visit}, {"reason", "x"}}, "amount"},
        {{{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}, {"reason", "x"}}, "price"},
        {{{"do", "set_line"}, {"visit", visit}, {"line", line}, {"reason", "x"}}, "price"},
        {{{"do", "close_day"}}, "count"},
        {{{"do", "x_report"}}, "count"},
    };
    const auto before = salon.snapshot();
    for (const auto& [request, name] : fields) {
        std::vector<Json> bad{Json(-1), Json(1'000'000'000'001), Json((std::int64_t{1} << 53) + 1), Json(std::uint64_t{1} << 63), Json(INT64_MIN),
                              Json(0.5), Json(1e3), Json("100"), Json(true)};
        bad.insert(bad.end(), no_numbers.begin(), no_numbers.end());
        for (const auto& value : bad) {
            auto wrong = request;
            wrong[name] = value;
            const auto answer = salon.perform(wrong, TestSalon::manager);
            EXPECT_EQ(answer["ok"], false) << wrong;
        }
    }
    for (const Json& count : {Json{{"100", -1}}, Json{{"-100", 1}}, Json{{"1e2", 1}}, Json{{"", 1}}, Json{{"100", 0.5}}, Json{{"100", "1"}},
                              Json{{"9999999999", 1}}, Json{{"999999999", 1'000'000}}, Json{{"100", std::uint64_t{1} << 63}}}) {
        EXPECT_EQ(salon.perform({{"do", "close_day"}, {"count", count}}, TestSalon::manager)["error"]["code"], "bad_count") << count;
    }
    EXPECT_EQ(salon.snapshot(), before);
    EXPECT_EQ(salon.does({{"do", "x_report"}, {"count", {{"10000", 3}, {"500", 2}, {"1", 4}}}})["report"]["drawer"]["counted"], 31'004);
}

TEST(AQuantityOrAPercentage, IsADecimalInItsRange)
{
    TestSalon salon;
    const auto visit = salon.visit();
    auto quantities = no_numbers;
    quantities.insert(quantities.end(), {"0", "0.000", "0.0001", "1000000", "1000000000", "-1", "1.2345", "999999.001"});
    for (const auto& quantity : quantities) {
        salon.refuses({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}, {"quantity", quantity}}, "bad_quantity");
    }
    for (const Json& quantity : {Json(0), Json(-1), Json(1'000'000'000), Json(1.5), Json(UINT64_MAX)}) {
        salon.refuses({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}, {"quantity", quantity}}, "bad_quantity");
    }
    auto percents = no_numbers;
    percents.insert(percents.end(), {"-1", "100.0001", "101", "0.00001", "1e1", "10%"});
    for (const auto& percent : percents) {
        salon.refuses({{"do", "discount"}, {"visit", visit}, {"percent", percent}, {"reason", "x"}}, "bad_percent", TestSalon::manager);
    }
    salon.refuses({{"do", "discount"}, {"visit", visit}, {"percent", "5"}, {"amount", 5}, {"reason", "x"}}, "bad_request", TestSalon::manager);
    salon.refuses({{"do", "discount"}, {"visit", visit}, {"reason", "x"}}, "bad_request", TestSalon::manager);
    salon.refuses({{"do", "discount"}, {"visit", visit}, {"amount", 9'901}, {"reason", "more than the bill"}}, "discount_exceeds_amount", TestSalon::manager);
}

TEST(ABillThatIsTooLarge, StaysAsItWas)
{
    TestSalon salon;
    salon.open_day();
    auto item = to_json(salon.engine().salon().products.at("yuzu-clarifying-shampoo"));
    item.update({{"kind", "product"}, {"code", "gold"}, {"price", 99'999'999}});
    salon.set_item("gold", item);
    const auto visit = salon.visit({}, {}, {});
    const Json line{{"do", "add_line"}, {"visit", visit}, {"item", "gold"}, {"quantity", "999999"}};
    int lines = 0;
    while (lines < 20 && salon.perform(line, TestSalon::desk)["ok"].get<bool>()) ++lines;
    ASSERT_GT(lines, 0);
    ASSERT_LT(lines, 20);
    salon.refuses(line, "out_of_range");
    EXPECT_EQ(salon.due(visit), lines * std::int64_t{99'999'999} * 999'999);
    salon.refuses({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", {{{"type", "cash"}, {"amount", 1'000'000'000'000}}}}}, "underpaid");
}

TEST(FiveThousandLines, AreABillAndOneMoreIsNot)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit({}, {}, {});
    std::vector<Json> lines;
    for (int i = 0; i < 5'000; ++i) {
        lines.push_back({{"visit", visit}, {"line", salon.key()}, {"item", "steam-addon"}, {"quantity", "1"}, {"role", ""}});
    }
    salon.record_all("line.added", lines);
    salon.refuses({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}}, "too_many_lines");
    const auto sale = salon.pay(visit);
    EXPECT_EQ(sale["totals"]["total"], 5'000 * 1'100);
    EXPECT_EQ(salon.does({{"do", "show"}, {"what", "sale"}, {"id", sale["sale"]}})["sale"]["lines"].size(), 5'000u);
}

TEST(AnInstant, AtTheEndsOfTimeBreaksNothing)
{
    TestSalon salon;
    for (const char* at : {"1969-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "2038-01-19T03:14:08Z"}) {
        salon.perform({{"do", "check_in"}, {"service", "steam-addon"}, {"at", at}}, TestSalon::desk);
        salon.perform({{"do", "open_day"}, {"float", 1}, {"at", at}}, TestSalon::manager);
        salon.perform({{"do", "close_day"}, {"count", 1}, {"at", at}}, TestSalon::manager);
        salon.perform({{"do", "book"}, {"client", salon.client()}, {"service", "steam-addon"}, {"start", at}}, TestSalon::desk);
        salon.does({{"do", "board"}, {"at", at}});
    }
    EXPECT_EQ(salon.chain_problem(), "");
    const auto tables = state_hash(salon.database());
    rebuild(salon.database());
    EXPECT_EQ(state_hash(salon.database()), tables);
}

TEST(AReference, IsPrintableAndShortWhicheverWayTheMoneyGoes)
{
    TestSalon salon;
    salon.open_day();
    const auto sale = salon.pay(salon.visit())["sale"];
    for (const std::string& reference : {std::string{"\x1bp0"}, std::string(65, '7'), std::string{"控え"}, std::string{"a\nb"}}) {
        salon.refuses({{"do", "refund"}, {"sale", sale}, {"all", true}, {"reference", reference}, {"reason", "x"}, {"key", salon.key()}}, "bad_reference",
                      TestSalon::manager);
    }
    salon.does({{"do", "refund"}, {"sale", sale}, {"all", true}, {"reference", "4111111111111111"}, {"reason", "x"}, {"key", salon.key()}}, TestSalon::manager);
}

struct Tenders {
    const char* why;
    Json tenders;
    const char* code;
};

TEST(Tenders, ThatDoNotAddUpCommitNothing)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit();  // 9,900
    const auto tender = [](const Json& type, const Json& amount) { return Json{{"type", type}, {"amount", amount}}; };
    for (const auto& row : {
             Tenders{"too little", {tender("cash", 9'899)}, "underpaid"},
             Tenders{"nothing", Json::array(), "underpaid"},
             Tenders{"no change on cards", {tender("card", 9'901)}, "overpaid"},
             Tenders{"card and cash, the card too much", {tender("cash", 1), tender("card", 9'901)}, "overpaid"},
             Tenders{"zero", {tender("cash", 9'900), tender("card", 0)}, "bad_amount"},
             Tenders{"negative", {tender("cash", 9'901), tender("card", -1)}, "bad_amount"},
             Tenders{"past 2^63", {tender("cash", std::uint64_t{1} << 63)}, "bad_amount"},
             Tenders{"past a trillion", {tender("cash", 1'000'000'000'001)}, "bad_amount"},
             Tenders{"a fraction", {tender("cash", 9900.0)}, "bad_request"},
             Tenders{"text", {tender("cash", "9900")}, "bad_request"},
             Tenders{"an unknown kind", {tender("gold", 9'900)}, "unknown_tender"},
             Tenders{"a kind of another case", {tender("CASH", 9'900)}, "unknown_tender"},
             Tenders{"a voucher that nobody sold", {tender("voucher", 9'900)}, "tender_not_sold"},
             Tenders{"no amount", {{{"type", "cash"}}}, "bad_request"},
             Tenders{"no list", tender("cash", 9'900), "bad_request"},
             Tenders{"null", nullptr, "bad_request"},
             Tenders{"a list of texts", {"cash"}, "bad_request"},
             Tenders{"a label on cash", {{{"type", "cash"}, {"amount", 9'900}, {"label", "points"}}}, "bad_request"},
             Tenders{"a card's number for a label", {{{"type", "other"}, {"amount", 9'900}, {"label", card}}}, "card_number"},
             Tenders{"a reference of control bytes", {{{"type", "card"}, {"amount", 9'900}, {"reference", "\x1bp"}}}, "bad_reference"},
             Tenders{"a field that there is not", {{{"type", "cash"}, {"amount", 9'900}, {"tip", 5}}}, "unknown_field"},
             Tenders{"twenty-one", Json(std::vector<Json>(21, tender("cash", 500))), "bad_request"}}) {
        SCOPED_TRACE(row.why);
        salon.refuses({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", row.tenders}}, row.code);
    }
    for (const Json& key : {Json("not-a-uuid"), Json(""), Json(), Json(7), Json("0190b8a0-0000-7000-8000-00000000000")}) {
        const auto answer = salon.perform({{"do", "checkout"}, {"visit", visit}, {"key", key}, {"tenders", {tender("cash", 9'900)}}}, TestSalon::desk);
        EXPECT_EQ(answer["ok"], false) << key;
    }
    const auto number = salon.does({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()},
                                    {"tenders", {tender("cash", 5'000), tender("qr", 5'000), tender("cash", 100)}}});
    EXPECT_EQ(number["number"], "A-000001") << "no refusal took a number";
    EXPECT_EQ(number["change"], 200);
}

TEST(AVisitThatIsOver, TakesNothingMore)
{
    TestSalon salon;
    salon.open_day();
    const auto paid = salon.visit();
    const auto sale = salon.pay(paid)["sale"];
    const auto cancelled = salon.visit();
    salon.does({{"do", "cancel_visit"}, {"visit", cancelled}});
    for (const auto& [visit, code] : {std::pair{paid, "already_paid"}, std::pair{cancelled, "visit_closed"}, std::pair{std::string{"none"}, "unknown_visit"}}) {
        const Json cash{{{"type", "cash"}, {"amount", 99'999}}};
        salon.refuses({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", cash}}, code);
        salon.refuses({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}}, code);
        salon.refuses({{"do", "tip"}, {"visit", visit}, {"amount", 1}}, code);
        salon.refuses({{"do", "discount"}, {"visit", visit}, {"amount", 1}, {"reason", "x"}}, code);
        salon.refuses({{"do", "start_ritual"}, {"visit", visit}}, code, TestSalon::therapist);
        salon.refuses({{"do", "consult"}, {"visit", visit}, {"consultation", Json::object()}}, code, TestSalon::therapist);
    }
    salon.refuses({{"do", "checkout"}, {"visit", salon.visit({}, {}, {})}, {"key", salon.key()}, {"tenders", Json::array()}}, "empty_cart");
    const auto manager = TestSalon::manager;
    const auto refund = [&](const Json& of, const Json& more) {
        Json request{{"do", "refund"}, {"sale", of}, {"reason", "x"}, {"key", salon.key()}};
        request.update(more);
        return request;
    };
    const std::string line = salon.does({{"do", "show"}, {"what", "sale"}, {"id", sale}})["sale"]["lines"][0]["line"];
    salon.refuses(refund(sale, {{"lines", {{{"line", line}, {"quantity", "2"}}}}}), "more_than_sold", manager);
    salon.refuses(refund(sale, {{"lines", {{{"line", line}}, {{"line", line}}}}}), "more_than_sold", manager);
    salon.refuses(refund(sale, {{"lines", {{{"line", "none"}}}}}), "unknown_line", manager);
    salon.refuses(refund(sale, {{"lines", {{{"line", line}}}}, {"all", true}}), "bad_request", manager);
    salon.refuses(refund(sale, Json::object()), "bad_request", manager);
    salon.refuses(refund("A-000099", {{"all", true}}), "unknown_sale", manager);
    const auto back = salon.does(refund(sale, {{"all", true}}), manager);
    salon.refuses(refund(sale, {{"all", true}}), "more_than_sold", manager);
    salon.refuses(refund(back["number"], {{"all", true}}), "not_a_sale", manager);
    salon.refuses({{"do", "void"}, {"sale", sale}, {"reason", "x"}, {"key", salon.key()}}, "already_refunded", manager);
    salon.refuses({{"do", "void"}, {"sale", back["number"]}, {"reason", "x"}, {"key", salon.key()}}, "not_a_sale", manager);
    const auto second = salon.pay(salon.visit())["sale"];
    const auto voided = salon.does({{"do", "void"}, {"sale", second}, {"reason", "x"}, {"key", salon.key()}}, manager);
    salon.refuses({{"do", "void"}, {"sale", second}, {"reason", "x"}, {"key", salon.key()}}, "already_voided", manager);
    salon.refuses(refund(second, {{"all", true}}), "already_voided", manager);
    salon.refuses({{"do", "void"}, {"sale", voided["number"]}, {"reason", "x"}, {"key", salon.key()}}, "not_a_sale", manager);
}

TEST(ACopy, IsMarkedOneAfterTheOther)
{
    TestSalon salon;
    salon.open_day();
    const auto number = salon.pay(salon.visit())["number"];
    salon.refuses({{"do", "reprint"}, {"number", number}}, "no_printer");
    salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}});
    for (int copy = 1; copy <= 3; ++copy) {
        salon.does({{"do", "reprint"}, {"number", number}});
        EXPECT_EQ(salon.events("paper.reprinted").back()["copy"], copy);
    }
    const auto with_paper = salon.pay(salon.visit())["number"];
    for (int copy = 1; copy <= 3; ++copy) {
        salon.does({{"do", copy == 2 ? "print" : "reprint"}, {"number", with_paper}});
        EXPECT_EQ(salon.events("paper.reprinted").back()["copy"], copy);
    }
    salon.refuses({{"do", "reprint"}, {"number", "A-000099"}}, "unknown_number");
}

/// Requests by chance: those that work, bent in a few places.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : bits_{seed} {}
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(bits_() % limit); }
    template <class List>
    auto one_of(const List& list) { return list[below(list.size())]; }

    Json value(int depth = 0)
    {
        static const std::vector<Json> odd{Json(),      Json(true), Json(0),  Json(-1),         Json(1),        Json(7.25),    Json(UINT64_MAX),
                                           Json("cash"), Json(""),  Json("1"), Json("\u0000x"), Json("A-000001"), Json("nope"), Json(card)};
        const auto kind = below(depth > 2 ? odd.size() : odd.size() + 2);
        if (kind < odd.size()) return odd[kind];
        auto made = kind == odd.size() ? Json::array() : Json::object();
        for (auto parts = below(4); parts > 0; --parts) {
            if (made.is_array()) made.push_back(value(depth + 1));
            else made[one_of(std::vector<std::string>{"line", "quantity", "type", "amount", "crown", "safety", "x"})] = value(depth + 1);
        }
        return made;
    }

    /// One place of a request, however deep, becomes something else.
    void bend(Json& json, const std::vector<Act>& acts)
    {
        if (json.is_structured() && !json.empty() && below(4) != 0) {
            auto place = json.begin();
            std::advance(place, static_cast<std::ptrdiff_t>(below(json.size())));
            if (json.is_object() && below(6) == 0) json.erase(place);
            else bend(*place, acts);
            return;
        }
        if (below(2) == 0) {
            const auto other = one_of(acts).request;
            auto place = other.begin();
            std::advance(place, static_cast<std::ptrdiff_t>(below(other.size())));
            json = *place;
        } else {
            json = value();
        }
    }

private:
    std::mt19937_64 bits_;
};

TEST(RequestsByChance, NeverThrowAndLeaveNothingWhenRefused)
{
    const auto seed = static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::cout << "seed " << seed << "\n";
    Chance chance{seed};
    TestSalon salon{"tokyo", {.seed = seed}};
    const auto acts = one_of_each(salon);
    const std::vector<std::string> people{TestSalon::desk, TestSalon::therapist, TestSalon::manager, TestSalon::owner, ""};
    auto state = salon.snapshot();
    int done = 0;
    for (int i = 0; i < 3'000; ++i) {
        const auto& act = acts[chance.below(acts.size())];
        auto request = act.request;
        const auto command = request["do"];
        for (auto bends = chance.below(4); bends > 0; --bends) chance.bend(request, acts);
        if (chance.below(10) != 0 && request.is_object()) request["do"] = command;
        if (chance.below(3) == 0 && request.is_object() && request.contains("key")) request["key"] = salon.key();
        Json answer;
        ASSERT_NO_THROW(answer = salon.perform(request, chance.below(3) == 0 ? chance.one_of(people) : act.as)) << request;
        ASSERT_TRUE(answer.contains("ok")) << request;
        const auto now = salon.snapshot();
        if (answer["ok"].get<bool>()) {
            ++done;
        } else {
            ASSERT_NE(answer["error"]["code"], "io_error") << request;
            const bool counted = answer["error"]["code"] == "wrong_pin";
            ASSERT_TRUE(counted || now == state) << request << "\n" << answer;
        }
        state = now;
    }
    std::cout << done << " of 3000 were done\n";
    EXPECT_GT(done, 30);
    EXPECT_EQ(salon.chain_problem(), "");
    const auto tables = state_hash(salon.database());
    rebuild(salon.database());
    EXPECT_EQ(state_hash(salon.database()), tables) << "the tables are what the events make of them";
}

}  // namespace
}  // namespace kushi::test
