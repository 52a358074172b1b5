#include "tests/engine/every_command.h"

namespace kushi::test {
namespace {

const Json client_fields{{"name", "Aya Test"},      {"reading", "あや"},    {"phone", "090-0000-0009"}, {"email", "aya@example.jp"},
                         {"birthday", "1990-02-28"}, {"language", "ja"}, {"notes", "prefers tea"},   {"allergies", {"wool"}}};

/// Visits in every state that a command asks for.
struct State {
    std::string client, booked, checked_in, arrived, consulted, in_chair, step, billed, line, held, sale, number,
        sold_line, job;
};

State a_day(TestSalon& salon)
{
    State state;
    salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}, {"name", "front"}});
    salon.open_day();
    state.client = salon.client(client_fields);
    state.booked = salon.does({{"do", "book"}, {"client", state.client}, {"service", "signature-head-spa"}, {"start", "2026-11-14T06:00:00Z"}})["visit"];
    state.checked_in = salon.does({{"do", "book"},
                                   {"client", state.client},
                                   {"service", "signature-head-spa"},
                                   {"start", "2026-11-14T02:00:00Z"}})["visit"];
    salon.does({{"do", "check_in"}, {"visit", state.checked_in}});
    state.arrived = salon.visit(state.client);
    state.consulted = salon.visit(state.client);
    salon.consult(state.consulted, {{"concerns", {"oily"}}});
    state.in_chair = salon.visit(state.client);
    salon.consult(state.in_chair);
    state.step = salon.does({{"do", "start_ritual"}, {"visit", state.in_chair}}, TestSalon::therapist)["steps"][0]["step"];
    state.billed = salon.visit(state.client);
    state.line = salon.does({{"do", "add_line"}, {"visit", state.billed}, {"item", "yuzu-clarifying-shampoo"}, {"quantity", "3"}})["line"];
    state.held = salon.visit();
    salon.does({{"do", "hold"}, {"visit", state.held}});
    const auto sold = salon.visit();
    state.sold_line = salon.does({{"do", "add_line"}, {"visit", sold}, {"item", "yuzu-clarifying-shampoo"}, {"quantity", "2"}})["line"];
    const auto sale = salon.pay(sold);
    state.sale = sale["sale"];
    state.number = sale["number"];
    state.job = salon.does({{"do", "queue"}})["rows"].back()["id"];
    return state;
}

Json with(const char* command, Json fields)
{
    fields["do"] = command;
    return fields;
}

void at_the_lock_screen(std::vector<Act>& acts, const TestSalon& salon)
{
    acts.push_back({with("lock_screen", Json::object()), ""});
    acts.push_back({with("sign_in", {{"staff", TestSalon::therapist}, {"pin", salon.pin(TestSalon::therapist)}}), ""});
    acts.push_back({with("unlock_staff", {{"staff", TestSalon::therapist}}), TestSalon::manager});
}

void people_and_visits(std::vector<Act>& acts, const State& state)
{
    auto set = client_fields;
    set["client"] = state.client;
    acts.push_back({with("add_client", client_fields), TestSalon::desk});
    acts.push_back({with("set_client", set), TestSalon::desk});
    acts.push_back({with("book", {{"client", state.client}, {"service", "premium-head-spa"}, {"therapist", TestSalon::therapist},
                                  {"nominated", true}, {"room", "room-1"}, {"start", "2026-11-20T01:00:00Z"}}), TestSalon::desk});
    acts.push_back({with("check_in", {{"visit", state.booked}}), TestSalon::desk});
    acts.push_back({with("check_in", {{"client", state.client}, {"service", "premium-head-spa"}, {"therapist", TestSalon::therapist},
                                      {"nominated", false}, {"room", "room-2"}}), TestSalon::desk});
    acts.push_back({with("check_in", {{"client", state.client}, {"seat", true}}), TestSalon::desk});
    acts.push_back(
        {with("seat", {{"visit", state.arrived}, {"room", "room-3"}, {"therapist", TestSalon::other_therapist}}),
         TestSalon::desk});
    acts.push_back({with("hand_to_desk", {{"visit", state.arrived}}), TestSalon::desk});
    acts.push_back({with("undo_check_in", {{"visit", state.checked_in}}), TestSalon::desk});
    acts.push_back({with("no_show", {{"visit", state.booked}, {"reason", "no call"}}), TestSalon::desk});
    acts.push_back({with("cancel_visit", {{"visit", state.arrived}, {"reason", "ill"}}), TestSalon::desk});
    acts.push_back({with("move_visit", {{"visit", state.booked}, {"therapist", TestSalon::other_therapist}, {"room", "room-3"},
                                        {"start", "2026-11-14T07:00:00Z"}, {"reason", "later"}}), TestSalon::desk});
    acts.push_back({with("rebook", {{"visit", state.arrived}, {"start", "2026-12-14T07:00:00Z"}, {"therapist", TestSalon::therapist},
                                    {"room", "room-3"}}), TestSalon::desk});
}

void chair(std::vector<Act>& acts, const State& state)
{
    const std::string as = TestSalon::therapist;
    acts.push_back({with("keep", {{"visit", state.consulted}, {"form", "consult"}, {"content", {{"concerns", {"itch"}}}}}), as});
    acts.push_back({with("keep", {{"terminal", true}, {"form", "place"}, {"content", {{"screen", "board"}}}}), as});
    acts.push_back({with("kept", {{"visit", state.consulted}, {"form", "consult"}}), as});
    acts.push_back({with("kept", {{"terminal", true}, {"form", "place"}}), as});
    acts.push_back({with("consent", {{"visit", state.arrived}, {"parts", {"treatment", "photos"}}, {"version", "2"}, {"language", "en"},
                                     {"strokes", {{{1, 2}, {3, 4}}}}, {"on_paper", false}}), as});
    acts.push_back({with("consult", {{"visit", state.consulted},
                                     {"consultation", {{"concerns", {"itch"}}, {"safety", {{"allergies", {"wool"}}}}}}}), as});
    acts.push_back({with("scalp_map", {{"visit", state.consulted}, {"moment", "before"},
                                       {"zones", {{"nape", {{"conditions", {{"dry", 2}}}, {"note", "a little"}}}}}}), as});
    acts.push_back({with("accept_plan", {{"visit", state.consulted}, {"service", "deep-cleanse-spa"}, {"ritual", "deep-cleanse-ritual"},
                                         {"override_reason", "likes it"}}), as});
    acts.push_back({with("refer", {{"visit", state.consulted}, {"decision", "postpone"}, {"reason", "tired"}}), as});
    acts.push_back({with("note", {{"visit", state.arrived}, {"text", "likes quiet"}}), as});
    acts.push_back({with("start_ritual", {{"visit", state.consulted}, {"ritual", "calm-ritual"}}), as});
    acts.push_back({with("step", {{"visit", state.in_chair}, {"step", state.step}, {"action", "start"}, {"seconds", 60}, {"reason", "so"},
                                  {"steam", "low"}, {"pressure", "light"}, {"position", "lying"}, {"oil", "dry"}}), as});
    acts.push_back({with("add_step", {{"visit", state.in_chair}, {"kind", "steam"}, {"name", "more"}, {"after", state.step}, {"seconds", 90}}), as});
    acts.push_back({with("use_product", {{"visit", state.in_chair}, {"product", "yuzu-cleanser"}, {"amount", "7.5"}, {"unit", "ml"},
                                         {"lot", "Y2610"}, {"step", state.step}, {"reason", "as always"}}), as});
    acts.push_back({with("finish_treatment", {{"visit", state.in_chair}}), as});
}

void till(std::vector<Act>& acts, const State& state, TestSalon& salon)
{
    const std::string as = TestSalon::manager;
    acts.push_back({with("add_line", {{"visit", state.billed}, {"item", "steam-addon"}, {"quantity", "1.5"}, {"price", 100}, {"reason", "late"}}), as});
    acts.push_back({with("set_line", {{"visit", state.billed}, {"line", state.line}, {"quantity", "2"}, {"price", 100}, {"reason", "late"}}), as});
    acts.push_back({with("remove_line", {{"visit", state.billed}, {"line", state.line}, {"reason", "not wanted"}}), as});
    acts.push_back({with("discount", {{"visit", state.billed}, {"line", state.line}, {"amount", 100}, {"reason", "coupon"}}), as});
    acts.push_back({with("discount", {{"visit", state.billed}, {"percent", "12.5"}, {"reason", "coupon"}}), as});
    acts.push_back({with("tip", {{"visit", state.billed}, {"amount", 200}, {"staff", TestSalon::therapist}}), as});
    acts.push_back({with("hold", {{"visit", state.billed}}), as});
    acts.push_back({with("resume_cart", {{"visit", state.held}}), as});
    acts.push_back({with("quote", {{"visit", state.billed}}), as});
    acts.push_back({with("checkout", {{"visit", state.billed}, {"key", salon.key()}, {"print", true},
                                      {"tenders", {{{"type", "cash"}, {"amount", 50'000}}}}}), as});
    acts.push_back({with("refund", {{"sale", state.sale}, {"lines", {{{"line", state.sold_line}, {"quantity", "1"}}}}, {"tender", "cash"},
                                    {"reference", "slip 7"}, {"reason", "scent"}, {"key", salon.key()}, {"restock", false}}), as});
    acts.push_back({with("quote_refund", {{"sale", state.sale}, {"lines", {{{"line", state.sold_line}, {"quantity", "1"}}}}, {"tender", "cash"}}), as});
    acts.push_back({with("void", {{"sale", state.sale}, {"reason", "wrong"}, {"key", salon.key()}}), as});
    acts.push_back({with("open_day", {{"float", 30'000}}), as, false});
    for (const char* command : {"paid_in", "paid_out", "drop"}) acts.push_back({with(command, {{"amount", 500}, {"reason", "so"}}), as});
    acts.push_back({with("open_drawer", {{"amount", 0}, {"reason", "stuck"}}), as});
    acts.push_back({with("count_drawer", {{"count", 30'000}}), as});
    acts.push_back({with("drawer_count", Json::object()), as});
    acts.push_back({with("x_report", {{"count", 30'000}}), as});
    acts.push_back({with("close_day", {{"count", 30'000}}), as});
}

void what_the_till_is_told(std::vector<Act>& acts)
{
    acts.push_back({with("set", {{"path", "refund.limit"}, {"value", 20'000}}), TestSalon::manager});
    acts.push_back({with("set", {{"path", "item.steam-addon.price"}, {"value", 1'320}}), TestSalon::manager});
    acts.push_back({with("set", {{"path", "tax.rounding"}, {"value", {{"from", "2027-04-01"}, {"rounding", "ceil"}}}}),
                    TestSalon::owner});
    acts.push_back({with("settings", Json::object()), TestSalon::manager});
}

void papers_and_reads(std::vector<Act>& acts, const State& state)
{
    const std::string as = TestSalon::manager;
    acts.push_back({with("reprint", {{"number", state.number}, {"reason", "lost"}}), as});
    acts.push_back({with("print", {{"number", state.number}}), as});
    acts.push_back({with("formal_receipt", {{"number", state.number}, {"name", "Sample Ltd"}, {"purpose", "training"}, {"language", "en"},
                                            {"print", true}}), as});
    acts.push_back({with("gift_receipt", {{"number", state.number}}), as});
    acts.push_back({with("add_printer", {{"host", "127.0.0.2"}, {"port", 9100}, {"profile", "clone-58"}, {"name", "back"}}), as});
    acts.push_back({with("print_test_page", {{"printer", "front"}}), as});
    acts.push_back({with("queue", Json::object()), as});
    for (const char* command : {"queue_cancel", "queue_retry"}) acts.push_back({with(command, {{"job", state.job}}), as});
    acts.push_back({with("queue_move", {{"job", state.job}, {"printer", "front"}}), as});
    acts.push_back({with("queue_printed", {{"job", state.job}}), as, false});
    acts.push_back({with("printers", Json::object()), as});
    acts.push_back({with("board", {{"date", "2026-11-14"}}), as});
    acts.push_back({with("walk_in", {{"service", "head-massage-30"}}), as});
    acts.push_back({with("list", {{"what", "visits"}, {"date", "2026-11-14"}, {"find", "signature"}}), as});
    acts.push_back({with("show", {{"what", "visit"}, {"id", state.arrived}, {"reason", "complaint"}}), as});
    for (const char* command : {"report", "report_print"}) {
        acts.push_back({with(command, {{"kind", "day"}, {"date", "2026-11-14"}, {"z", 1}}), as});
        acts.push_back({with(command, {{"kind", "range"}, {"from", "2026-11-01"}, {"to", "2026-11-14"}}), as});
    }
    acts.push_back({with("accounts_export", {{"from", "2026-11-01"}, {"to", "2026-11-14"}}), as});
    acts.push_back({with("find_sales", {{"from", "2026-11-01"}, {"to", "2026-11-14"}, {"least", 1}, {"most", 99'999}, {"number", state.number},
                                        {"client", "nobody"}, {"tender", "cash"}, {"kind", "sale"}, {"staff", TestSalon::desk}, {"limit", 50}}), as});
}

}  // namespace

std::vector<Act> one_of_each(TestSalon& salon)
{
    const auto state = a_day(salon);
    std::vector<Act> acts;
    at_the_lock_screen(acts, salon);
    people_and_visits(acts, state);
    chair(acts, state);
    till(acts, state, salon);
    what_the_till_is_told(acts);
    papers_and_reads(acts, state);
    return acts;
}

}  // namespace kushi::test
