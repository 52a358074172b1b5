#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <set>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

/// What a cell of trust.md's roles table says.
enum class Cell {
    yes,
    no,
    approve,        ///< a manager's or owner's PIN
    today_and_own,  ///< clients of today and own ones
    own,            ///< own visits
    own_if_set,     ///< own visits, where the salon lets therapists sell
    own_approve,    ///< own visits, and even those with an approval
};

/// Whose visit a request is about, as the asker sees it.
enum class Whose { askers, anothers_today, a_strangers };

using MakeRequest = std::function<Json(TestSalon&, const std::string& asker, Whose)>;

struct Row {
    const char* act;  ///< as the table words it
    const char* what;
    MakeRequest request;
    std::array<Cell, 4> cells;  ///< front desk, therapist, manager, owner
    const char* without_approval = "needs_approval";
};

// What requests are about.

void have_open_day(TestSalon& salon)
{
    const auto answer = salon.perform({{"do", "open_day"}, {"float", 30'000}}, TestSalon::desk);
    EXPECT_TRUE(answer["ok"].get<bool>() || answer["error"]["code"] == "day_already_open") << answer;
}

/// Managers and owners come to a visit by being the first to write on it.
std::string therapist_for(const std::string& asker, Whose whose)
{
    if (whose != Whose::askers) return TestSalon::other_therapist;
    return asker == TestSalon::therapist ? asker : std::string{};
}

std::string someones_visit(TestSalon& salon, const std::string& asker, Whose whose)
{
    const auto client = salon.client();
    if (whose != Whose::a_strangers) return salon.visit(client, therapist_for(asker, whose));
    return salon.does({{"do", "book"}, {"client", client}, {"service", "signature-head-spa"}, {"therapist", TestSalon::other_therapist},
                       {"start", "2026-12-01T03:00:00Z"}})["visit"];
}

std::string writer(const std::string& asker, Whose whose)
{
    return whose == Whose::askers && asker != TestSalon::desk ? asker : TestSalon::other_therapist;
}

std::string consulted(TestSalon& salon, const std::string& asker, Whose whose, const Json& consultation = Json::object())
{
    const auto visit = someones_visit(salon, asker, whose);
    salon.consult(visit, consultation, writer(asker, whose));
    return visit;
}

std::pair<std::string, std::string> in_the_chair(TestSalon& salon, const std::string& asker, Whose whose)
{
    const auto visit = consulted(salon, asker, whose);
    const auto steps = salon.does({{"do", "start_ritual"}, {"visit", visit}}, writer(asker, whose))["steps"];
    return {visit, steps[0]["step"]};
}

std::pair<std::string, std::string> finished(TestSalon& salon, const std::string& asker, Whose whose)
{
    const auto chair = in_the_chair(salon, asker, whose);
    salon.does({{"do", "finish_treatment"}, {"visit", chair.first}}, writer(asker, whose));
    return chair;
}

std::string paid(TestSalon& salon, const std::string& asker, Whose whose, std::int64_t quantity = 0)
{
    have_open_day(salon);
    const auto visit = whose == Whose::askers && asker != TestSalon::desk ? consulted(salon, asker, whose) : someones_visit(salon, asker, whose);
    if (quantity > 0) {
        salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "signature-head-spa"}, {"quantity", std::to_string(quantity)}});
    }
    salon.pay(visit);
    return visit;
}

std::string sale_of(TestSalon& salon, const std::string& visit, const char* field = "id")
{
    Json found;
    const auto sales = salon.does({{"do", "list"}, {"what", "sales"}})["rows"];
    for (const auto& sale : sales) {
        if (sale["visit"] == visit) found = sale;
    }
    return found[field];
}

Json on_visit(const char* command, const std::string& visit, Json fields = Json::object())
{
    fields["do"] = command;
    fields["visit"] = visit;
    return fields;
}

MakeRequest about_visit(const char* command, Json fields = Json::object())
{
    return [=](TestSalon& salon, const std::string& asker, Whose whose) {
        return on_visit(command, someones_visit(salon, asker, whose), fields);
    };
}

MakeRequest about_line(const char* command, Json fields)
{
    return [=](TestSalon& salon, const std::string& asker, Whose whose) {
        const auto visit = someones_visit(salon, asker, whose == Whose::a_strangers ? Whose::anothers_today : whose);
        auto request = on_visit(command, visit, fields);
        request["line"] = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}})["line"];
        return request;
    };
}

MakeRequest about_consulted(const char* command, Json fields = Json::object())
{
    return [=](TestSalon& salon, const std::string& asker, Whose whose) {
        return on_visit(command, consulted(salon, asker, whose), fields);
    };
}

MakeRequest about_chair(const char* command, Json fields = Json::object(), bool names_step = false, bool is_finished = false)
{
    return [=](TestSalon& salon, const std::string& asker, Whose whose) {
        const auto [visit, step] = is_finished ? finished(salon, asker, whose) : in_the_chair(salon, asker, whose);
        auto request = on_visit(command, visit, fields);
        if (names_step) request["step"] = step;
        return request;
    };
}

MakeRequest cash(const char* command)
{
    return [=](TestSalon& salon, const std::string&, Whose) {
        have_open_day(salon);
        Json request{{"do", command}, {"reason", "change"}};
        if (std::string_view{command} != "open_drawer") request["amount"] = 100;
        return request;
    };
}

MakeRequest about_sale(const char* command, std::int64_t quantity = 0)
{
    return [=](TestSalon& salon, const std::string& asker, Whose whose) -> Json {
        const auto sale = sale_of(salon, paid(salon, asker, whose, quantity));
        Json request{{"do", command}, {"sale", sale}, {"reason", "not happy"}, {"key", salon.key()}};
        if (std::string_view{command} == "refund") request["all"] = true;
        return request;
    };
}

MakeRequest about_paper(const char* command, const Json& more = Json::object())
{
    return [=](TestSalon& salon, const std::string& asker, Whose whose) -> Json {
        salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}});
        Json request{{"do", command}, {"number", sale_of(salon, paid(salon, asker, whose), "number")}};
        request.update(more);
        return request;
    };
}

MakeRequest printed(Json request)
{
    return [=](TestSalon& salon, const std::string&, Whose) {
        salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}});
        return request;
    };
}

MakeRequest plain(Json request)
{
    return [=](TestSalon&, const std::string&, Whose) { return request; };
}

Json book(TestSalon& salon, const std::string&, Whose)
{
    return {{"do", "book"}, {"client", salon.client()}, {"service", "signature-head-spa"}, {"start", "2026-11-30T01:00:00Z"}};
}

Json checkout(TestSalon& salon, const std::string& asker, Whose whose)
{
    have_open_day(salon);
    const auto visit = someones_visit(salon, asker, whose == Whose::a_strangers ? Whose::anothers_today : whose);
    salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}});
    return on_visit("checkout", visit, {{"key", salon.key()}, {"tenders", {{{"type", "card"}, {"amount", salon.due(visit)}}}}});
}

Json resume(TestSalon& salon, const std::string& asker, Whose whose)
{
    const auto visit = someones_visit(salon, asker, whose);
    salon.does(on_visit("hold", visit));
    return on_visit("resume_cart", visit);
}

Json set_client(TestSalon& salon, const std::string& asker, Whose whose)
{
    const auto visit = someones_visit(salon, asker, whose);
    const auto shown = salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}});
    return {{"do", "set_client"}, {"client", shown["visit"]["client"]}, {"phone", "090-0000-0001"}};
}

Json show_client(TestSalon& salon, const std::string& asker, Whose whose)
{
    return {{"do", "show"}, {"what", "client"}, {"id", set_client(salon, asker, whose)["client"]}};
}

/// A client whose allergy blocks a product.
std::string allergic(TestSalon& salon, const std::string& asker, Whose whose)
{
    const auto client = salon.client({{"name", "Rin Test"}, {"allergies", {"Panthenol"}}});
    return salon.visit(client, therapist_for(asker, whose));
}

Json sell_blocked(TestSalon& salon, const std::string& asker, Whose whose)
{
    return on_visit("add_line", allergic(salon, asker, whose), {{"item", "moist-calm-shampoo"}, {"reason", "for her sister"}});
}

Json use_blocked(TestSalon& salon, const std::string& asker, Whose whose)
{
    return on_visit("use_product", allergic(salon, asker, whose),
                    {{"product", "moist-calm-shampoo"}, {"amount", "5"}, {"unit", "ml"}, {"reason", "patch test was clear"}});
}

Json go_on_adapted(TestSalon& salon, const std::string& asker, Whose whose)
{
    return on_visit("refer", consulted(salon, asker, whose, {{"safety", {{"pregnant", true}}}}), {{"decision", "adapt"}, {"reason", "asked her doctor"}});
}

Json note_on_paid(TestSalon& salon, const std::string& asker, Whose whose)
{
    return on_visit("note", paid(salon, asker, whose), {{"text", "forgot her scarf"}});
}

/// The next day that was not opened yet.
Json next_open_day(TestSalon& salon, const std::string&, Whose)
{
    salon.perform({{"do", "close_day"}, {"count", 30'000}}, TestSalon::manager);
    salon.pass(std::chrono::hours{24});
    return {{"do", "open_day"}, {"float", 30'000}};
}

Json close_open_day(TestSalon& salon, const std::string& asker, Whose whose)
{
    salon.does(next_open_day(salon, asker, whose));
    return {{"do", "close_day"}, {"count", 30'000}};
}

Json x_report(TestSalon& salon, const std::string&, Whose)
{
    have_open_day(salon);
    return {{"do", "x_report"}, {"count", 30'000}};
}

Json count_drawer(TestSalon& salon, const std::string&, Whose)
{
    have_open_day(salon);
    return {{"do", "count_drawer"}, {"count", 30'000}};
}

Json report_z(TestSalon& salon, const std::string& asker, Whose whose)
{
    salon.does(close_open_day(salon, asker, whose), TestSalon::manager);
    return {{"do", "report"}, {"kind", "z"}, {"z", 1}};
}

Json quote_refund(TestSalon& salon, const std::string& asker, Whose whose)
{
    auto request = about_sale("refund")(salon, asker, whose);
    for (const char* field : {"key", "reason"}) request.erase(field);
    request["do"] = "quote_refund";
    return request;
}

Json undo_check_in(TestSalon& salon, const std::string&, Whose)
{
    const auto visit = salon.does({{"do", "book"},
                                   {"client", salon.client()},
                                   {"service", "signature-head-spa"},
                                   {"start", "2026-11-14T03:00:00Z"}})["visit"];
    salon.does({{"do", "check_in"}, {"visit", visit}});
    return {{"do", "undo_check_in"}, {"visit", visit}};
}

using enum Cell;
const Json zones{{"crown", {{"conditions", {{"oily", 1}}}}}};

// clang-format off
const std::vector<Row> table{
    {"Board, book, check in, move, no-show", "board", plain({{"do", "board"}}), {yes, yes, yes, yes}},
    {"Board, book, check in, move, no-show", "book", book, {yes, yes, yes, yes}},
    {"Board, book, check in, move, no-show", "check_in", plain({{"do", "check_in"}}), {yes, yes, yes, yes}},
    {"Board, book, check in, move, no-show", "move_visit", about_visit("move_visit", {{"room", "room-1"}}), {yes, yes, yes, yes}},
    {"Board, book, check in, move, no-show", "cancel_visit", about_visit("cancel_visit"), {yes, yes, yes, yes}},
    {"Board, book, check in, move, no-show", "walk_in", plain({{"do", "walk_in"}}), {yes, yes, yes, yes}},
    {"Board, book, check in, move, no-show", "seat", about_visit("seat"), {yes, yes, yes, yes}},
    {"Board, book, check in, move, no-show", "hand_to_desk", about_visit("hand_to_desk"), {yes, yes, yes, yes}},
    {"Board, book, check in, move, no-show", "undo_check_in", undo_check_in, {yes, yes, yes, yes}},
    {"Board, book, check in, move, no-show", "rebook", about_visit("rebook", {{"start", "2026-12-24T01:00:00Z"}}), {yes, yes, yes, yes}},
    {"Client contact data", "add_client", plain({{"do", "add_client"}, {"name", "Yuka Test"}}), {yes, yes, yes, yes}},
    {"Client contact data", "set_client", set_client, {yes, today_and_own, yes, yes}},
    {"Client contact data", "show client", show_client, {yes, today_and_own, yes, yes}},
    {"Consultation ...: write", "consent", about_visit("consent", {{"parts", {"treatment"}}, {"on_paper", true}}), {no, today_and_own, own, own}},
    {"Consultation ...: write", "consult", about_consulted("consult", {{"consultation", {{"concerns", {"itch"}}}}}), {no, today_and_own, own, own}},
    {"Consultation ...: write", "scalp_map", about_consulted("scalp_map", {{"moment", "before"}, {"zones", zones}}), {no, today_and_own, own, own}},
    {"Consultation ...: write", "accept_plan", about_consulted("accept_plan", {{"service", "gentle-calm-spa"}, {"override_reason", "likes it"}}), {no, today_and_own, own, own}},
    {"Consultation ...: write", "refer", about_consulted("refer", {{"decision", "postpone"}, {"reason", "tired"}}), {no, today_and_own, own, own}},
    {"Consultation ...: write", "start_ritual", about_consulted("start_ritual"), {no, today_and_own, own, own}},
    {"Consultation ...: write", "step", about_chair("step", {{"action", "start"}}, true), {no, today_and_own, own, own}},
    {"Consultation ...: write", "add_step", about_chair("add_step", {{"kind", "steam"}, {"name", "more steam"}}), {no, today_and_own, own, own}},
    {"Consultation ...: write", "use_product", about_chair("use_product", {{"product", "yuzu-cleanser"}, {"amount", "5"}, {"unit", "ml"}}), {no, today_and_own, own, own}},
    {"Consultation ...: write", "finish_treatment", about_chair("finish_treatment"), {no, today_and_own, own, own}},
    {"Consultation ...: write", "note", about_visit("note", {{"text", "likes quiet"}}), {no, today_and_own, own, own}},
    {"Reopen a finished record", "step", about_chair("step", {{"action", "skip"}, {"reason", "no time"}}, true, true), {no, approve, own, own}},
    {"Reopen a finished record", "use_product", about_chair("use_product", {{"product", "yuzu-cleanser"}, {"amount", "5"}, {"unit", "ml"}}, false, true), {no, approve, own, own}},
    {"Reopen a finished record", "note", note_on_paid, {no, approve, own, own}},
    {"Quote, sell, take tender, print, reprint", "quote", about_visit("quote"), {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "add_line", about_visit("add_line", {{"item", "yuzu-clarifying-shampoo"}}), {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "set_line", about_line("set_line", {{"quantity", "2"}}), {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "remove_line", about_line("remove_line", Json::object()), {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "tip", about_visit("tip", {{"amount", 500}}), {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "hold", about_visit("hold"), {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "resume_cart", resume, {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "checkout", checkout, {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "print", about_paper("print"), {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "reprint", about_paper("reprint"), {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "formal_receipt", about_paper("formal_receipt", {{"name", "Sample Ltd"}}), {yes, own_if_set, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "gift_receipt", about_paper("gift_receipt"), {yes, own_if_set, yes, yes}},
    {"Discount to 10 %", "discount", about_line("discount", {{"percent", "10"}, {"reason", "coupon"}}), {yes, no, yes, yes}},
    {"Discount more", "discount", about_line("discount", {{"percent", "10.1"}, {"reason", "coupon"}}), {approve, no, yes, yes}},
    {"Override a price", "add_line", about_visit("add_line", {{"item", "steam-addon"}, {"price", 1}, {"reason", "late"}}), {approve, own_approve, yes, yes}},
    {"Override a price", "set_line", about_line("set_line", {{"price", 1}, {"reason", "late"}}), {approve, own_approve, yes, yes}},
    {"Override a blocked product", "add_line", sell_blocked, {approve, own_approve, yes, yes}, "blocked_product"},
    {"Override a blocked product", "use_product", use_blocked, {no, approve, own, own}, "blocked_product"},
    {"Override a red flag's ask", "refer", go_on_adapted, {no, approve, own, own}},
    {"Void", "void", about_sale("void"), {approve, no, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "quote_refund", quote_refund, {yes, no, yes, yes}},
    {"Refund to the limit", "refund", about_sale("refund"), {approve, no, yes, yes}},
    {"Refund over it", "refund", about_sale("refund", 3), {approve, no, yes, yes}},
    {"Open the drawer without a sale", "open_drawer", cash("open_drawer"), {yes, no, yes, yes}},
    {"Paid in", "paid_in", cash("paid_in"), {yes, no, yes, yes}},
    {"Paid out", "paid_out", cash("paid_out"), {yes, no, yes, yes}},
    {"Drop", "drop", cash("drop"), {yes, no, yes, yes}},
    {"Count the drawer", "open_day", next_open_day, {yes, no, yes, yes}},
    {"Count the drawer, X", "x_report", x_report, {yes, no, yes, yes}},
    {"Close the day, count only", "count_drawer", count_drawer, {yes, no, yes, yes}},
    {"Close the day", "drawer_count", plain({{"do", "drawer_count"}}), {no, no, yes, yes}},
    {"Close the day", "close_day", close_open_day, {no, no, yes, yes}},
    {"Catalogue, prices", "set an item", plain({{"do", "set"}, {"path", "item.steam-addon.price"}, {"value", 1'320}}), {no, no, yes, yes}},
    {"Catalogue, prices", "set a limit", plain({{"do", "set"}, {"path", "refund.limit"}, {"value", 20'000}}), {no, no, yes, yes}},
    {"Catalogue, prices", "set own tenders", plain({{"do", "set"}, {"path", "tenders"}, {"value", Json::array()}}), {no, no, yes, yes}},
    {"Receipt text", "set the foot", plain({{"do", "set"}, {"path", "receipt.foot"}, {"value", {{"en", "Rest well"}}}}), {no, no, yes, yes}},
    {"Catalogue, prices", "settings", plain({{"do", "settings"}}), {no, no, yes, yes}},
    {"Tax, registration number", "set the number", plain({{"do", "set"}, {"path", "salon.registration_number"}, {"value", "T7000012050002"}}), {no, no, no, yes}},
    {"Tax, registration number", "set the rounding", plain({{"do", "set"}, {"path", "tax.rounding"}, {"value", {{"from", "2027-04-01"}, {"rounding", "ceil"}}}}), {no, no, no, yes}},
    {"Reports, own till today", "report", plain({{"do", "report"}, {"kind", "day"}}), {yes, no, yes, yes}},
    {"Reports", "report of a date", plain({{"do", "report"}, {"kind", "day"}, {"date", "2026-11-01"}}), {no, no, yes, yes}},
    {"Reports", "report z", report_z, {no, no, yes, yes}},
    {"Reports", "report of a month", plain({{"do", "report"}, {"kind", "month"}}), {no, no, yes, yes}},
    {"Reports, own till today", "report_print", printed({{"do", "report_print"}, {"kind", "day"}}), {yes, no, yes, yes}},
    {"Reports", "report_print of a week", printed({{"do", "report_print"}, {"kind", "week"}}), {no, no, yes, yes}},
    {"Reports, own work", "report own", plain({{"do", "report"}, {"kind", "own"}}), {no, yes, yes, yes}},
    {"Reports", "accounts_export", plain({{"do", "accounts_export"}, {"from", "2026-11-01"}, {"to", "2026-11-30"}}), {no, no, yes, yes}},
    {"Quote, sell, take tender, print, reprint", "find_sales", plain({{"do", "find_sales"}}), {yes, no, yes, yes}},
};
// clang-format on

void may_with_approval(TestSalon& salon, const Row& row, const char* asker, Whose whose)
{
    const auto request = row.request(salon, asker, whose);
    salon.refuses(request, row.without_approval, asker);
    salon.refuses(salon.approved(request, TestSalon::other_therapist), row.without_approval, asker);
    salon.does(salon.approved(request, TestSalon::manager), asker);
    salon.does(salon.approved(row.request(salon, asker, whose), TestSalon::owner), asker);
}

void check_cell(TestSalon& salon, const Row& row, const char* asker, Cell cell)
{
    switch (cell) {
        case yes:
            salon.does(row.request(salon, asker, Whose::askers), asker);
            salon.does(row.request(salon, asker, Whose::anothers_today), asker);
            break;
        case no: {
            const auto request = row.request(salon, asker, Whose::askers);
            salon.refuses(request, "not_allowed", asker);
            salon.refuses(salon.approved(request, TestSalon::owner), "not_allowed", asker);
            break;
        }
        case approve: may_with_approval(salon, row, asker, Whose::askers); break;
        case today_and_own:
            salon.does(row.request(salon, asker, Whose::askers), asker);
            salon.does(row.request(salon, asker, Whose::anothers_today), asker);
            salon.refuses(row.request(salon, asker, Whose::a_strangers), "not_yours", asker);
            break;
        case own:
            salon.does(row.request(salon, asker, Whose::askers), asker);
            salon.refuses(row.request(salon, asker, Whose::anothers_today), "not_yours", asker);
            break;
        case own_if_set:
            salon.refuses(row.request(salon, asker, Whose::askers), "not_allowed", asker);
            salon.set("sell.therapists", true);
            salon.does(row.request(salon, asker, Whose::askers), asker);
            salon.refuses(row.request(salon, asker, Whose::anothers_today), "not_yours", asker);
            break;
        case own_approve:
            salon.refuses(row.request(salon, asker, Whose::askers), "not_allowed", asker);
            salon.set("sell.therapists", true);
            may_with_approval(salon, row, asker, Whose::askers);
            break;
    }
}

class EveryCell : public testing::TestWithParam<std::size_t> {};

TEST_P(EveryCell, OfTheRolesTableIsKept)
{
    const auto& row = table[GetParam()];
    TestSalon salon;
    for (std::size_t role = 0; role < row.cells.size(); ++role) {
        SCOPED_TRACE(std::string{row.act} + ", " + row.what + ", " + TestSalon::one_a_role()[role]);
        check_cell(salon, row, TestSalon::one_a_role()[role], row.cells[role]);
    }
    EXPECT_EQ(salon.chain_problem(), "");
}

INSTANTIATE_TEST_SUITE_P(Row, EveryCell, testing::Range(std::size_t{0}, table.size()), [](const auto& row) {
    auto name = std::to_string(row.param) + "_" + table[row.param].what;
    for (auto& letter : name) letter = std::isalnum(static_cast<unsigned char>(letter)) != 0 ? letter : '_';
    return name;
});

TEST(TheRolesTable, ForgetsNoCommand)
{
    std::set<std::string> tried{"board"};
    TestSalon salon;
    for (const auto& row : table) {
        // The command is the request's, the words beside it are for people.
        tried.insert(std::string{row.what}.substr(0, std::string{row.what}.find(' ')));
    }
    // No-show, devices and lists have tests of their own below, the lock screen in session_test.cpp, kept forms in
    // kept_forms_test.cpp: their requests are not about anybody's visit.
    for (const char* own_test : {"no_show", "list", "show", "lock_screen", "sign_in", "unlock_staff", "keep", "kept",
                                 "add_printer", "printers", "print_test_page", "queue", "queue_cancel", "queue_move",
                                 "queue_printed", "queue_retry"}) {
        tried.insert(own_test);
    }
    for (const auto name : command_names()) EXPECT_TRUE(tried.contains(std::string{name})) << name << " is in no row";
}

TEST(NoShow, IsForBookedVisitsAndEveryRole)
{
    TestSalon salon;
    for (const char* role : TestSalon::one_a_role()) {
        const auto visit = salon.does(book(salon, role, Whose::askers))["visit"];
        salon.does({{"do", "no_show"}, {"visit", visit}}, role);
    }
}

TEST(CashWithoutASale, HasItsReasonWhoeverMovesIt)
{
    TestSalon salon;
    salon.open_day();
    for (const char* command : {"open_drawer", "paid_in", "paid_out", "drop"}) {
        for (const char* role : {TestSalon::desk, TestSalon::manager, TestSalon::owner}) {
            auto request = cash(command)(salon, role, Whose::askers);
            request.erase("reason");
            salon.refuses(request, "needs_reason", role);
            request["reason"] = "   ";
            EXPECT_EQ(salon.perform(request, role)["ok"], false) << "blanks are no reason";
        }
    }
}

TEST(Devices, AreForThoseWhoSell)
{
    TestSalon salon;
    salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}}, TestSalon::manager);
    for (const char* role : TestSalon::one_a_role()) {
        for (const Json& request : {Json{{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}}, Json{{"do", "print_test_page"}}}) {
            if (std::string_view{role} == TestSalon::therapist) salon.refuses(request, "not_allowed", role);
            else salon.does(request, role);
        }
        salon.does({{"do", "printers"}}, role);
        salon.does({{"do", "queue"}}, role);
    }
}

TEST(AListOfClients, HoldsAllForWhoBooksAndSellsAndATherapistsOwn)
{
    TestSalon salon;
    salon.client({{"name", "Nobody's"}});
    const auto own = salon.client({{"name", "Own"}});
    salon.visit(own);
    salon.pass(std::chrono::hours{48});
    const auto todays = salon.client({{"name", "Today's"}});
    salon.visit(todays, TestSalon::other_therapist);
    const auto listed = [&](const char* as) { return salon.does({{"do", "list"}, {"what", "clients"}}, as)["rows"].size(); };
    for (const char* role : {TestSalon::desk, TestSalon::manager, TestSalon::owner}) EXPECT_EQ(listed(role), 3u);
    EXPECT_EQ(listed(TestSalon::therapist), 2u);
    EXPECT_EQ(listed(TestSalon::other_therapist), 1u);
}

}  // namespace
}  // namespace kushi::test
