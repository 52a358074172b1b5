#include <gtest/gtest.h>

#include <fstream>
#include <iostream>

#include "app/engine/salon.h"
#include "core/money/format.h"
#include "core/sale/sale.h"
#include "db/read/sales.h"
#include "db/spool.h"
#include "printing/document/document.h"
#include "printing/document/layout.h"
#include "printing/escpos/characters.h"
#include "printing/profiles/profile.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

/// The worked examples of money_vectors.json, taken through the till: the salon's rules are its settings, each line an
/// item of its catalogue, and what a person would tap.
Json vectors(const std::string& kind)
{
    std::ifstream file{KUSHI_TEST_DATA "/money_vectors.json"};
    const auto all = Json::parse(file);
    auto chosen = Json::array();
    for (const auto& vector : all["vectors"]) {
        if (vector["kind"] == kind) chosen.push_back(vector);
    }
    return chosen;
}

/// Why an example cannot be rung up here; empty when it can.
std::string cannot_be_rung_up(const Json& sale)
{
    if (sale.contains("service_charge_pct")) return "no salon takes a service charge yet";
    for (const auto& line : sale["lines"]) {
        if (!line.value("discountable", true)) return "what a bill's discount leaves out is sold with vouchers, later";
        if (line.contains("discount") && line.contains("discount_pct")) return "a second discount on a line replaces the first";
    }
    for (const auto& tender : sale.value("tenders", Json::array())) {
        if (tender["type"] == "voucher" || tender["type"] == "ticket") return "vouchers and tickets are not sold yet";
    }
    return {};
}

/// A till whose rules, rates and catalogue are the example's.
class Till {
public:
    Till(const Json& sale, const std::string& currency)
    {
        const auto& config = sale["config"];
        salon.record("setting.set", {{"path", "salon.currency"}, {"value", currency}});
        salon.record("setting.set", {{"path", "tax.price_mode"}, {"value", config["price_mode"]}});
        salon.record("setting.set", {{"path", "tax.rounding"}, {"value", config["tax_rounding"]}});
        salon.record("setting.set", {{"path", "tax.point"}, {"value", config["tax_point"]}});
        if (sale.contains("cash_rounding")) salon.record("setting.set", {{"path", "cash.rounding"}, {"value", sale["cash_rounding"]}});
        salon.record("setting.set", {{"path", "tax.rates"}, {"value", rates(sale)}});
        salon.restart();
        salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}});
        salon.open_day(100'000);
        visit = salon.visit({}, TestSalon::therapist, {});
    }

    /// Puts lines, discounts and tip on the bill. @returns the first refusal's code, empty when there was none
    std::string ring_up(const Json& sale)
    {
        for (const auto& line : sale["lines"]) {
            if (const auto refused = ring_up_line(line); !refused.empty()) return refused;
        }
        Json discount{{"do", "discount"}, {"visit", visit}, {"reason", "the example's"}};
        if (sale.contains("bill_discount_pct")) discount["percent"] = sale["bill_discount_pct"];
        else if (sale.value("bill_discount", 0) > 0) discount["amount"] = sale["bill_discount"];
        if (discount.contains("percent") || discount.contains("amount")) {
            if (const auto refused = act(discount); !refused.empty()) return refused;
        }
        return sale.contains("tip") ? act({{"do", "tip"}, {"visit", visit}, {"amount", sale["tip"]}}) : std::string{};
    }

    Json quote() { return salon.does({{"do", "quote"}, {"visit", visit}}, TestSalon::manager)["totals"]; }

    Json checkout(const Json& sale)
    {
        auto tenders = Json::array();
        if (sale.contains("tenders")) tenders = sale["tenders"];
        else if (const auto due = quote()["due"].get<std::int64_t>(); due > 0) tenders.push_back({{"type", "card"}, {"amount", due}});
        return salon.perform({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", tenders}}, TestSalon::manager);
    }

    std::string act(const Json& request, Json* answered = nullptr)
    {
        const auto answer = salon.perform(request, TestSalon::manager);
        if (answered != nullptr) *answered = answer;
        return answer["ok"].get<bool>() ? std::string{} : answer["error"]["code"].get<std::string>();
    }

    TestSalon salon;
    std::string visit;
    std::vector<std::string> lines;

private:
    static std::string rate_code(const Json& rate)
    {
        auto code = "rate-" + rate.get<std::string>();
        std::replace(code.begin(), code.end(), '.', '-');
        return code;
    }

    static Json rates(const Json& sale)
    {
        auto known = sale.value("known_rates", Json::array());
        if (!sale.contains("known_rates")) {
            for (const auto& line : sale["lines"]) {
                if (std::find(known.begin(), known.end(), line["rate"]) == known.end()) known.push_back(line["rate"]);
            }
        }
        auto rows = Json::array();
        for (const auto& rate : known) {
            rows.push_back({{"code", rate_code(rate)}, {"rate", rate}, {"reduced", false}, {"name", {{"en", "Tax"}, {"ja", "税"}}},
                            {"from", "2000-01-01"}});
        }
        return rows;
    }

    std::string ring_up_line(const Json& line)
    {
        const auto code = "example-" + std::to_string(lines.size());
        auto item = to_json(salon.engine().salon().products.at("yuzu-clarifying-shampoo"));
        item["kind"] = "product";
        item["code"] = code;
        item["price"] = line["unit"];
        item["rate"] = rate_code(line["rate"]);
        salon.set_item(code, item);
        Json answer;
        Json request{{"do", "add_line"}, {"visit", visit}, {"item", code}};
        if (line.contains("qty")) request["quantity"] = line["qty"];
        if (const auto refused = act(request, &answer); !refused.empty()) return refused;
        lines.push_back(answer["line"]);
        Json discount{{"do", "discount"}, {"visit", visit}, {"line", lines.back()}, {"reason", "the example's"}};
        if (line.contains("discount_pct")) discount["percent"] = line["discount_pct"];
        if (line.contains("discount")) discount["amount"] = line["discount"];
        return discount.contains("percent") || discount.contains("amount") ? act(discount) : std::string{};
    }
};

void expect_fields(const Json& found, const Json& expected, const std::string& where)
{
    for (const auto& [name, value] : expected.items()) EXPECT_EQ(found.value(name, Json{}), value) << where << ": " << name;
}

/// What the frozen paper of a number says, 48 columns wide.
std::string paper_text(TestSalon& salon, const std::string& number)
{
    const auto frozen = document_of_number(salon.database(), salon.vault(), number);
    EXPECT_TRUE(frozen) << "no paper was queued for " << number;
    if (!frozen) return {};
    const auto document = printing::document_from_json(Json::parse(*frozen));
    EXPECT_TRUE(document);
    if (!document) return {};
    return printing::text_of(printing::lay_out(*document, printing::metrics_of(*printing::find_profile("generic-80"))));
}

void expect_on_paper(const std::string& paper, std::int64_t amount, const Currency& currency, const char* what)
{
    EXPECT_NE(paper.find(amount_text({amount, currency}, "ja")), std::string::npos) << what << " " << amount << " is not on\n" << paper;
}

void expect_paper(TestSalon& salon, const std::string& number, const Json& expected)
{
    const auto paper = paper_text(salon, number);
    const auto& currency = salon.engine().salon().currency;
    expect_on_paper(paper, expected["total"], currency, "total");
    for (const auto& [rate, totals] : expected["by_rate"].items()) {
        expect_on_paper(paper, totals["tax"], currency, "tax");
        // An exclusive salon's paper names what is taxed, an inclusive one's what was paid.
        const auto base = amount_text({totals["gross"].get<std::int64_t>(), currency}, "ja");
        const auto net = amount_text({totals["net"].get<std::int64_t>(), currency}, "ja");
        EXPECT_TRUE(paper.find(base) != std::string::npos || paper.find(net) != std::string::npos) << rate << "\n" << paper;
    }
    if (expected.value("change", 0) != 0) expect_on_paper(paper, expected["change"], currency, "change");
}

void ring_up_and_compare(const Json& vector)
{
    const auto& expected = vector["expected"];
    Till till{vector["input"], vector["currency"].get<std::string>()};
    const auto refused = till.ring_up(vector["input"]);
    if (expected.value("reject", false)) {
        const auto before = till.salon.snapshot();
        const auto code = refused.empty() ? till.checkout(vector["input"]).value("error", Json::object()).value("code", "") : refused;
        EXPECT_FALSE(code.empty()) << "it was not refused: " << expected["reason"];
        EXPECT_EQ(till.salon.snapshot(), before);
        return;
    }
    ASSERT_EQ(refused, "");
    auto without_tenders = expected;
    for (const char* name : {"cash_due", "cash_rounding", "cash_in", "change"}) without_tenders.erase(name);
    expect_fields(till.quote(), without_tenders, "quote");
    const auto answer = till.checkout(vector["input"]);
    ASSERT_EQ(answer["ok"], true) << answer;
    expect_fields(answer["totals"], expected, "answer");
    EXPECT_EQ(answer["change"], expected.value("change", 0));
    const auto stored = till.salon.does({{"do", "show"}, {"what", "sale"}, {"id", answer["sale"]}})["sale"];
    expect_fields(stored["totals"], expected, "stored sale");
    expect_fields(till.salon.events("sale.completed").back()["document"]["totals"], expected, "journal");
    const auto report = till.salon.report();
    EXPECT_EQ(report["net_incl"], expected["total"]);
    EXPECT_EQ(report["tax_total"], expected["tax_total"]);
    EXPECT_EQ(report["cash_rounding"], expected.value("cash_rounding", 0));
    expect_paper(till.salon, answer["number"], expected);
}

TEST(AReceiptExample, ComesOutOfTheTillAsItWasWorked)
{
    int rung_up = 0;
    for (const auto& vector : vectors("receipt")) {
        SCOPED_TRACE(vector["id"].get<std::string>() + ": " + vector["title"].get<std::string>());
        if (const auto why = cannot_be_rung_up(vector["input"]); !why.empty()) {
            std::cout << vector["id"] << " is for the calculator alone: " << why << "\n";
            continue;
        }
        ring_up_and_compare(vector);
        ++rung_up;
    }
    std::cout << rung_up << " receipt examples rung up\n";
    EXPECT_GE(rung_up, 11);
}

void refund_and_compare(const Json& vector)
{
    const auto& input = vector["input"];
    const auto& expected = vector["expected"];
    Till till{input["sale"], vector["currency"].get<std::string>()};
    ASSERT_EQ(till.ring_up(input["sale"]), "");
    const auto sold = till.checkout(input["sale"]);
    ASSERT_EQ(sold["ok"], true) << sold;
    std::string refused;
    std::int64_t back = 0;
    for (std::size_t i = 0; i < input["refunds"].size() && refused.empty(); ++i) {
        const auto& wanted = input["refunds"][i];
        auto lines = Json::array();
        for (const auto& [index, quantity] : wanted["lines"].items()) {
            lines.push_back({{"line", till.lines.at(std::stoul(index))}, {"quantity", quantity}});
        }
        Json request{{"do", "refund"}, {"sale", sold["number"]}, {"lines", lines}, {"reason", "the example's"}, {"key", till.salon.key()}};
        if (wanted.contains("tender")) request["tender"] = wanted["tender"];
        const auto before = till.salon.snapshot();
        Json answer;
        refused = till.act(request, &answer);
        if (!refused.empty()) {
            EXPECT_EQ(till.salon.snapshot(), before);
            break;
        }
        if (expected.contains("refunds")) {
            const auto& due = expected["refunds"][i];
            EXPECT_EQ(answer["amount"], due["amount"]);
            EXPECT_EQ(answer["totals"]["by_rate"], due["by_rate"]);
            EXPECT_EQ(answer.value("cash_out", answer["amount"]), due.value("cash_out", due["amount"]));
            const auto stored = till.salon.does({{"do", "show"}, {"what", "sale"}, {"id", answer["refund"]}})["sale"];
            for (std::size_t line = 0; line < lines.size(); ++line) {
                const auto index = std::next(wanted["lines"].items().begin(), static_cast<std::ptrdiff_t>(line)).key();
                EXPECT_EQ(stored["lines"][line]["final"], due["lines"][index]);
            }
            EXPECT_EQ(stored["of"], sold["number"]);
            expect_on_paper(paper_text(till.salon, answer["number"]), due["amount"], till.salon.engine().salon().currency, "refund");
        }
        back += answer["amount"].get<std::int64_t>();
    }
    EXPECT_EQ(!refused.empty(), expected.value("reject", false)) << refused;
    if (expected.value("reject", false)) return;
    EXPECT_EQ(back, expected["refunded_total"]);
    EXPECT_EQ(sold["totals"]["total"].get<std::int64_t>() - back, expected["remaining"]);
    EXPECT_EQ(till.salon.report()["refunds"], expected["refunded_total"]);
    const auto closed = till.salon.does({{"do", "close_day"}, {"count", 100'000}}, TestSalon::manager);
    EXPECT_EQ(closed["z"]["net_incl"], expected["remaining"]);
}

TEST(ARefundExample, ComesOutOfTheTillAsItWasWorked)
{
    int rung_up = 0;
    for (const auto& vector : vectors("refund")) {
        SCOPED_TRACE(vector["id"].get<std::string>() + ": " + vector["title"].get<std::string>());
        ASSERT_EQ(cannot_be_rung_up(vector["input"]["sale"]), "");
        refund_and_compare(vector);
        ++rung_up;
    }
    std::cout << rung_up << " refund examples rung up\n";
    EXPECT_GE(rung_up, 6);
}

}  // namespace
}  // namespace kushi::test
