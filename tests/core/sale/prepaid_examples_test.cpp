#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/money/calculator.h"

namespace kushi {
namespace {

using nlohmann::json;

json asked(const char* kind, const json& input)
{
    const auto answer = calculate({{"kind", kind}, {"input", input}});
    return json::parse((answer ? *answer : rejection(answer.error())).dump());
}

/// "code field" of a refusal, or the answer where there was none.
std::string refusal_of(const char* kind, const json& input)
{
    const auto answer = calculate({{"kind", kind}, {"input", input}});
    return answer ? "answered " + answer->dump() : answer.error().code + ' ' + answer.error().field;
}

json ticket()
{
    return json::parse(R"({"price":10000,"sessions":3,"sold":"2026-04-01","expires":"2026-09-30",
        "rates":[["2019-10-01","0.10"],["2026-06-01","0.12"]],"tax_point":"redemption","tax_rounding":"floor",
        "events":[{"type":"redeem","date":"2026-04-01"}]})");
}

json with_events(json example, const char* events)
{
    example["events"] = json::parse(events);
    return example;
}

TEST(TicketExamples, AreTaxedAtTheRateOfTheDayOfUse)
{
    const json ledger = asked("ticket", with_events(ticket(), R"([{"type":"redeem","date":"2026-05-31"},
        {"type":"redeem","date":"2026-06-01"},{"type":"redeem","date":"2026-09-30"}])")).at("ledger");
    EXPECT_EQ(ledger.at(1), json::parse(R"({"event":"redeem","k":1,"revenue_gross":3333,"tax":303,"liability":6667})"));
    EXPECT_EQ(ledger.at(2), json::parse(R"({"event":"redeem","k":2,"revenue_gross":3333,"tax":357,"liability":3334})"));
    EXPECT_EQ(ledger.at(3), json::parse(R"({"event":"redeem","k":3,"revenue_gross":3334,"tax":357,"liability":0})"));
}

TEST(TicketExamples, OweTheNetPartWhereTaxFellAtIssue)
{
    json example = ticket();
    example["tax_point"] = "issue";
    const auto ledger_of = [&](const char* events) { return asked("ticket", with_events(example, events)).at("ledger"); };
    const json expired = ledger_of(R"([{"type":"redeem","date":"2026-06-01"},{"type":"expire","date":"2026-10-01"}])");
    EXPECT_EQ(expired.at(0), json::parse(R"({"event":"sale","cash":10000,"liability":9091,"revenue_gross":0,"tax":909})"));
    EXPECT_EQ(expired.at(1), json::parse(R"({"event":"redeem","k":1,"revenue_net":3030,"tax":0,"liability":6061})"));
    EXPECT_EQ(expired.at(2), json::parse(R"({"event":"expire","breakage_net":6061,"tax":0,"liability":0})"));
    const json given_back = ledger_of(R"([{"type":"cancel","cap_before":2000,"cap_after":2000,"cap_after_pct":"10"}])");
    EXPECT_EQ(given_back.at(1), json::parse(R"({"event":"cancel","used_value":0,"remaining_value":10000,"fee":2000,"refund":8000,"liability":0})"))
        << "what goes back is counted from what was paid";
}

TEST(TicketExamples, RefuseWhatCannotHappenToABook)
{
    struct Case { const char* why; const char* events; const char* refusal; };
    for (const auto& c :
         {Case{"a fourth use of three", R"([{"type":"redeem","date":"2026-04-01"},{"type":"redeem","date":"2026-04-01"},
               {"type":"redeem","date":"2026-04-01"},{"type":"redeem","date":"2026-04-01"}])", "ticket_used_up events[3]"},
          Case{"after its last day", R"([{"type":"redeem","date":"2026-10-01"}])", "expired events[0]"},
          Case{"before it was sold", R"([{"type":"redeem","date":"2026-03-31"}])", "bad_date events[0].date"},
          Case{"expiry on its last day", R"([{"type":"expire","date":"2026-09-30"}])", "not_expired events[0].date"},
          Case{"after its expiry", R"([{"type":"expire","date":"2026-10-01"},{"type":"redeem","date":"2026-10-01"}])", "expired events[1]"},
          Case{"expired twice", R"([{"type":"expire","date":"2026-10-01"},{"type":"expire","date":"2026-10-02"}])", "ticket_closed events[1]"},
          Case{"cancelled after its expiry", R"([{"type":"expire","date":"2026-10-01"},{"type":"cancel","cap_before":0,"cap_after":0,"cap_after_pct":"0"}])",
               "ticket_closed events[1]"},
          Case{"used after it was cancelled", R"([{"type":"cancel","cap_before":0,"cap_after":0,"cap_after_pct":"0"},{"type":"redeem","date":"2026-04-02"}])",
               "ticket_closed events[1]"},
          Case{"a cap below zero", R"([{"type":"cancel","cap_before":-1,"cap_after":0,"cap_after_pct":"0"}])", "bad_amount events[0].cap_before"},
          Case{"over a hundred per cent", R"([{"type":"cancel","cap_before":0,"cap_after":0,"cap_after_pct":"100.0001"}])",
               "out_of_range events[0].cap_after_pct"},
          Case{"a cap is not left to chance", R"([{"type":"cancel","cap_before":0,"cap_after":0}])", "bad_request events[0].cap_after_pct"},
          Case{"a use has no caps", R"([{"type":"redeem","date":"2026-04-01","cap_before":0}])", "bad_request events[0].cap_before"},
          Case{"an unknown event", R"([{"type":"extend","date":"2026-04-01"}])", "bad_request events[0].type"},
          Case{"no event at all", R"([5])", "bad_request events[0]"}, Case{"no array", R"({})", "bad_request events"}}) {
        EXPECT_EQ(refusal_of("ticket", with_events(ticket(), c.events)), c.refusal) << c.why;
    }
    json endless = ticket();
    endless.erase("expires");
    EXPECT_EQ(refusal_of("ticket", with_events(endless, R"([{"type":"expire","date":"2999-01-01"}])")), "not_expired events[0].date");
}

TEST(TicketExamples, RefuseWrongValuesByTheFieldAtFault)
{
    ASSERT_FALSE(asked("ticket", ticket()).contains("reject"));
    struct Case { const char* why; const char* pointer; json value; const char* refusal; };
    for (const auto& c : std::vector<Case>{{"a float", "/price", 10000.0, "bad_request price"}, {"below zero", "/price", -1, "bad_amount price"},
             {"2^53 + 1", "/price", 9'007'199'254'740'993, "out_of_range price"}, {"2^63", "/price", 9'223'372'036'854'775'808ULL, "bad_request price"},
             {"no sessions", "/sessions", 0, "bad_quantity sessions"}, {"below none", "/sessions", -3, "bad_quantity sessions"},
             {"a thousand million", "/sessions", 1'000'000'000, "out_of_range sessions"}, {"half a session", "/sessions", 2.5, "bad_request sessions"},
             {"sessions as text", "/sessions", "3", "bad_request sessions"}, {"no such day", "/sold", "2026-02-29", "bad_date sold"},
             {"a day of another form", "/sold", "2026-4-1", "bad_date sold"}, {"a last day before the first", "/expires", "2026-03-31", "bad_date expires"},
             {"null for no last day", "/expires", nullptr, "bad_request expires"}, {"a rate in per cent", "/rates/0/1", "10", "out_of_range rates[0]"},
             {"two rates from one day", "/rates/1/0", "2019-10-01", "bad_table rates"}, {"no table", "/rates", "0.10", "bad_request rates"},
             {"an unknown point", "/tax_point", "sale", "bad_request tax_point"}, {"a rounding for cash alone", "/tax_rounding", "half_even", "bad_request tax_rounding"},
             {"an unknown field", "/valid", true, "bad_request "}, {"a rate that begins later", "/rates", json::parse(R"([["2026-05-01","0.10"]])"), "unknown_rate events[0].date"}}) {
        json input = ticket();
        input[json::json_pointer{c.pointer}] = c.value;
        EXPECT_EQ(refusal_of("ticket", input), c.refusal) << c.why;
    }
    json at_issue = ticket();
    at_issue["tax_point"] = "issue";
    at_issue["rates"] = json::parse(R"([["2026-05-01","0.10"]])");
    EXPECT_EQ(refusal_of("ticket", at_issue), "unknown_rate sold");
    for (const auto* field : {"price", "sessions", "sold", "rates", "tax_point", "tax_rounding", "events"}) {
        json input = ticket();
        input.erase(field);
        EXPECT_EQ(refusal_of("ticket", input), std::string{"bad_request "} + field);
    }
}

json voucher() { return json::parse(R"({"kind":"multi","face":10000,"paid":8000,"tax_rounding":"half_up","events":[{"type":"redeem","amount":10000,"rate":"0.20"}]})"); }

TEST(VoucherExamples, AreTaxedOnTheConsideration)
{
    EXPECT_EQ(asked("voucher", voucher()).at("ledger").at(1), json::parse(R"({"event":"redeem","amount":10000,"consideration":8000,"vat":1333,"balance":0})"))
        << "VO-03: 13.33, not the 16.67 of the face";
    const json parts = asked("voucher", with_events(voucher(), R"([{"type":"redeem","amount":3333,"rate":"0.20"},{"type":"redeem","amount":3333,"rate":"0.05"},
        {"type":"redeem","amount":3334,"rate":"0"}])")).at("ledger");
    EXPECT_EQ(parts.at(1).value("consideration", 0) + parts.at(2).value("consideration", 0) + parts.at(3).value("consideration", 0), 8'000);
    EXPECT_EQ(parts.at(2).value("vat", 0), 127) << "each at its own rate";
    EXPECT_EQ(parts.at(3).value("vat", -1), 0);
}

TEST(VoucherExamples, RefuseWrongValuesByTheFieldAtFault)
{
    struct Case { const char* why; const char* pointer; json value; const char* refusal; };
    for (const auto& c : std::vector<Case>{{"an unknown kind", "/kind", "both", "bad_request kind"}, {"a rate for the whole of a multi-purpose one", "/rate", "0.20", "bad_request rate"},
             {"a face of nothing", "/face", 0, "bad_amount face"}, {"paid over its face", "/paid", 10'001, "bad_amount paid"}, {"paid below nothing", "/paid", -1, "bad_amount paid"},
             {"a float", "/face", 1e4, "bad_request face"}, {"past the limit", "/face", 1'000'000'000'000'001, "out_of_range face"},
             {"a use without a rate", "/events/0", json::parse(R"({"type":"redeem","amount":1})"), "bad_request events[0].rate"},
             {"a use of nothing", "/events/0/amount", 0, "bad_amount events[0].amount"}, {"a use below zero", "/events/0/amount", -5, "bad_amount events[0].amount"},
             {"one more than is left", "/events/0/amount", 10'001, "voucher_balance events[0].amount"}, {"as text", "/events/0/amount", "1,000", "bad_request events[0].amount"},
             {"wide digits for a rate", "/events/0/rate", "０.20", "bad_number events[0].rate"}, {"an unknown event", "/events/0/type", "expire", "bad_request events[0].type"}}) {
        json input = voucher();
        input[json::json_pointer{c.pointer}] = c.value;
        EXPECT_EQ(refusal_of("voucher", input), c.refusal) << c.why;
    }
    json single = voucher();
    single["kind"] = "single";
    EXPECT_EQ(refusal_of("voucher", single), "bad_request rate") << "taxed when it is sold, so its rate is known";
    single["rate"] = "0.2";
    EXPECT_EQ(asked("voucher", single).at("ledger").at(1).value("vat", -1), 0) << "the same rate in another writing";
    single["events"][0]["rate"] = "0.10";
    EXPECT_EQ(refusal_of("voucher", single), "bad_request events[0].rate");
}

TEST(DepositExamples, RefuseWrongValuesByTheFieldAtFault)
{
    const json deposit = json::parse(R"({"deposit":3000,"price":11000,"rate":"0.10","tax_rounding":"floor","tax_point":"on_receipt"})");
    EXPECT_EQ(asked("deposit", deposit).dump(),
              R"({"at_deposit":{"cash":3000,"liability":2728,"tax":272},"at_supply":{"due":8000,"liability_released":2728,"revenue_net":10000,"tax":728}})");
    struct Case { const char* why; const char* pointer; json value; const char* refusal; };
    for (const auto& c : std::vector<Case>{{"more than the price", "/deposit", 11'001, "overpaid deposit"}, {"below zero", "/deposit", -1, "bad_amount deposit"},
             {"a price below zero", "/price", -1, "bad_amount price"}, {"a price past the limit", "/price", 9'007'199'254'740'993, "out_of_range price"},
             {"an unknown point", "/tax_point", "issue", "bad_request tax_point"}, {"a rate as a number", "/rate", 0.1, "bad_request rate"},
             {"another rounding", "/tax_rounding", "up", "bad_request tax_rounding"}, {"true", "/deposit", true, "bad_request deposit"}}) {
        json input = deposit;
        input[json::json_pointer{c.pointer}] = c.value;
        EXPECT_EQ(refusal_of("deposit", input), c.refusal) << c.why;
    }
}

}  // namespace
}  // namespace kushi
