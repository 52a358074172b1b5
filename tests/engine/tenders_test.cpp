#include <gtest/gtest.h>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

const std::string card = "4111 1111 1111 1111";

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

}  // namespace
}  // namespace kushi::test
