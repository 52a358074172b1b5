#include <functional>
#include <map>

#include "core/day/report.h"
#include "core/money/rounding.h"

namespace kushi {
namespace {

using Kind = DayDocument::Kind;

std::string text_of(Wide number)
{
    std::string digits;
    for (Wide rest = number < 0 ? -number : number; rest > 0 || digits.empty(); rest /= 10) {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
    }
    return number < 0 ? "-" + digits : digits;
}

class Findings {
public:
    /// One sentence when two ways to the same figure do not meet.
    void same(const std::string& identity, Wide left, Wide right)
    {
        if (left != right) sentences_.push_back(identity + ": " + text_of(left) + " against " + text_of(right) + ".");
    }
    [[nodiscard]] std::vector<std::string> sentences() && { return std::move(sentences_); }

private:
    std::vector<std::string> sentences_;
};

/// Sums over the documents, sales positive, refunds and voids negative.
template <class Amount>
Wide signed_sum(const DayFacts& facts, Amount amount)
{
    Wide sum = 0;
    for (const auto& document : facts.documents) {
        sum += document.kind == Kind::sale ? Wide{amount(document)} : -Wide{amount(document)};
    }
    return sum;
}

template <class Amount>
Wide sum_of_kind(const DayFacts& facts, Kind kind, Amount amount)
{
    Wide sum = 0;
    for (const auto& document : facts.documents) sum += document.kind == kind ? Wide{amount(document)} : Wide{0};
    return sum;
}

template <class Rows, class Amount>
Wide sum_over(const Rows& rows, Amount amount)
{
    Wide sum = 0;
    for (const auto& row : rows) sum += std::invoke(amount, row);
    return sum;
}

Wide moved(const DayFacts& facts, DrawerMove::Kind kind)
{
    return sum_over(facts.moves, [kind](const auto& move) { return move.kind == kind ? move.amount : 0; });
}

void check_documents(const DayFacts& facts, Findings& findings)
{
    for (const auto& document : facts.documents) {
        const Wide tenders = sum_over(document.tenders, &DayDocument::Tender::amount);
        const Wide owed = Wide{document.total} + document.tip + document.prepaid + document.cash_rounding;
        const Wide net_and_tax =
            sum_over(document.by_rate, &RateTotals::net) + sum_over(document.by_rate, &RateTotals::tax);
        findings.same("The tenders of " + document.number + " are its total, tip, prepaid and cash rounding", tenders,
                      owed);
        findings.same("Net and tax of " + document.number + " are its total", net_and_tax, document.total);
    }
}

void check_net(const DayFacts& facts, const DayFigures& figures, Findings& findings)
{
    findings.same("Gross - discounts - refunds - voids = net",
                  Wide{figures.gross} - figures.discounts - figures.refunds - figures.voids, figures.net_incl);
    findings.same("Net is what the documents come to", figures.net_incl,
                  signed_sum(facts, [](const auto& document) { return document.total; }));
    findings.same("Gross is the sales' totals and discounts", figures.gross,
                  sum_of_kind(facts, Kind::sale, [](const auto& sale) { return Wide{sale.total} + sale.discounts; }));
    findings.same("Discounts are the sales' discounts", figures.discounts,
                  sum_of_kind(facts, Kind::sale, [](const auto& sale) { return sale.discounts; }));
    findings.same("Refunds are the refunds' totals", figures.refunds,
                  sum_of_kind(facts, Kind::refund, [](const auto& refund) { return refund.total; }));
    findings.same("Voids are the voids' totals", figures.voids,
                  sum_of_kind(facts, Kind::void_, [](const auto& voided) { return voided.total; }));
    findings.same("Perpetual total = the one before + net", figures.grand_total_after,
                  Wide{facts.grand_total_before} + figures.net_incl);
}

void check_tax(const DayFacts& facts, const DayFigures& figures, Findings& findings)
{
    const Wide net = sum_over(figures.by_rate, &RateTotals::net);
    const Wide tax = sum_over(figures.by_rate, &RateTotals::tax);
    findings.same("Net by rate + tax by rate = net", net + tax, figures.net_incl);
    findings.same("Tax by rate = tax in total", tax, figures.tax_total);
    std::map<Rate, RateTotals> printed;
    for (const auto& document : facts.documents) {
        const std::int64_t sign = document.kind == Kind::sale ? 1 : -1;
        for (const auto& row : document.by_rate) {
            printed[row.rate].net += sign * row.net;
            printed[row.rate].tax += sign * row.tax;
        }
    }
    for (const auto& row : figures.by_rate) {
        const auto& documents = printed[row.rate];
        findings.same("Net at rate " + row.rate.text + " is what the documents print", row.net, documents.net);
        findings.same("Tax at rate " + row.rate.text + " is what the documents print", row.tax, documents.tax);
        findings.same("Gross at rate " + row.rate.text + " is its net and tax", row.gross, Wide{row.net} + row.tax);
    }
    findings.same("Every printed rate is reported", static_cast<Wide>(figures.by_rate.size()),
                  static_cast<Wide>(printed.size()));
}

void check_tenders(const DayFacts& facts, const DayFigures& figures, Findings& findings)
{
    findings.same("Tenders = net + tips + prepaid sold + cash rounding",
                  sum_over(figures.tenders, &NamedAmount::amount),
                  Wide{figures.net_incl} + figures.tips + figures.prepaid_sold + figures.cash_rounding);
    for (const auto& [name, amount] : figures.tenders) {
        const auto taken = [&type = name](const DayDocument& document) {
            return sum_over(document.tenders,
                            [&](const auto& tender) { return tender.type == type ? tender.amount : 0; });
        };
        findings.same("Taken as " + name + " is what the documents say", amount, signed_sum(facts, taken));
    }
    findings.same("Prepaid sold is what was taken for it", figures.prepaid_sold,
                  signed_sum(facts, [](const auto& document) { return document.prepaid; }));
    findings.same("Tips are what the documents say", figures.tips,
                  signed_sum(facts, [](const auto& document) { return document.tip; }));
    findings.same("Cash rounding is what the documents say", figures.cash_rounding,
                  signed_sum(facts, [](const auto& document) { return document.cash_rounding; }));
}

void check_drawer(const DayFacts& facts, const DayFigures& figures, Findings& findings)
{
    const auto& drawer = figures.drawer;
    findings.same("Drawer expected = float + cash + paid in - paid out - drops", drawer.expected,
                  Wide{drawer.opening_float} + drawer.cash_net + drawer.paid_in - drawer.paid_out - drawer.drops);
    findings.same("Cash in the drawer is the cash taken, net of change", drawer.cash_net,
                  sum_over(figures.tenders, [](const auto& row) { return row.name == "cash" ? row.amount : 0; }));
    findings.same("The float is today's", drawer.opening_float, moved(facts, DrawerMove::Kind::float_));
    findings.same("Paid in is what was moved", drawer.paid_in, moved(facts, DrawerMove::Kind::paid_in));
    findings.same("Paid out is what was moved", drawer.paid_out, moved(facts, DrawerMove::Kind::paid_out));
    findings.same("Drops are what was moved", drawer.drops, moved(facts, DrawerMove::Kind::drop));
    findings.same("A count is reported when there was one", drawer.counted.has_value(), facts.counted.has_value());
    if (!facts.counted) return;
    findings.same("Counted is the drawer's count", drawer.counted.value_or(0), *facts.counted);
    findings.same("Over or short = counted - expected", drawer.over_short.value_or(0),
                  Wide{*facts.counted} - drawer.expected);
}

/// "A" of "A-000123".
std::string series_of(const DayDocument& document)
{
    return document.number.substr(0, document.number.rfind('-'));
}

void check_numbers(const DayFacts& facts, const DayFigures& figures, Findings& findings)
{
    std::map<std::string, std::int64_t> last;
    for (const auto& document : facts.documents) {
        const auto [before, first] = last.try_emplace(series_of(document), document.counter);
        if (!first) findings.same("No gap before " + document.number, document.counter, Wide{before->second} + 1);
        before->second = document.counter;
    }
    if (facts.counter_before && last.size() == 1) {
        findings.same("The first number follows the previous Z", facts.documents.front().counter,
                      Wide{*facts.counter_before} + 1);
    }
    findings.same("Sales are counted", figures.count_sales,
                  sum_of_kind(facts, Kind::sale, [](const auto& sale) { return sale.only_prepaid ? 0 : 1; }));
    findings.same("Receipts = sales + prepaid + refunds + voids",
                  Wide{figures.count_sales} + figures.count_prepaid + figures.count_refunds + figures.count_voids,
                  static_cast<Wide>(facts.documents.size()));
    findings.same("Refunds are counted", figures.count_refunds,
                  sum_of_kind(facts, Kind::refund, [](const auto&) { return 1; }));
    findings.same("Voids are counted", figures.count_voids,
                  sum_of_kind(facts, Kind::void_, [](const auto&) { return 1; }));
    const bool none = facts.documents.empty();
    findings.same("The first number is the first document's",
                  figures.first_number == (none ? std::string{} : facts.documents.front().number), true);
    findings.same("The last number is the last document's",
                  figures.last_number == (none ? std::string{} : facts.documents.back().number), true);
    if (facts.z && facts.z_before) findings.same("Z number = the one before + 1", *facts.z, Wide{*facts.z_before} + 1);
}

void check_parts(const DayFacts& facts, const DayFigures& figures, Findings& findings)
{
    const auto service_lines = [](const DayDocument& document) {
        return sum_over(document.lines,
                        [](const auto& line) { return line.kind == "service" ? line.final_amount : 0; });
    };
    const auto staff_lines = [](const DayDocument& document) {
        return sum_over(document.lines, [](const auto& line) {
            return line.staff.empty() && line.shares.empty() ? 0 : line.final_amount;
        });
    };
    const auto named_tips = [](const DayDocument& document) { return sum_over(document.tips, &StaffAmount::amount); };
    findings.same("The hours come to net", sum_over(figures.by_hour, &DayFigures::Hour::total), figures.net_incl);
    findings.same("The hours count all sales", sum_over(figures.by_hour, &DayFigures::Hour::count),
                  figures.count_sales);
    findings.same("The services come to their lines", sum_over(figures.by_service, &DayFigures::Item::total),
                  signed_sum(facts, service_lines));
    findings.same("The therapists come to their lines", sum_over(figures.by_therapist, &DayFigures::Therapist::total),
                  signed_sum(facts, staff_lines));
    findings.same("The therapists' tips come to those that are named",
                  sum_over(figures.by_therapist, &DayFigures::Therapist::tips), signed_sum(facts, named_tips));
}

/// Whether what the lists break down comes to what they break down.
void check_breakdowns(const DayFacts& facts, const DayFigures& figures, Findings& findings)
{
    const auto product_lines = [](const DayDocument& document) {
        return sum_over(document.lines,
                        [](const auto& line) { return line.kind == "product" ? line.final_amount : 0; });
    };
    findings.same("The products come to their lines", sum_over(figures.by_product, &DayFigures::Product::total),
                  signed_sum(facts, product_lines));
    findings.same("The discounts by kind come to the discounts",
                  sum_over(figures.discounts_by, &DayFigures::Discount::total), figures.discounts);
    for (const auto& row : figures.by_rate) {
        findings.same(
            "The kinds of line at rate " + row.rate.text + " come to its net", row.net,
            sum_over(figures.revenue, [&](const auto& kind) { return kind.rate == row.rate ? kind.net : 0; }));
    }
    findings.same("The products' net is what products brought", sum_over(figures.by_product, &DayFigures::Product::net),
                  sum_over(figures.revenue, [](const auto& row) { return row.kind == "product" ? row.net : 0; }));
}

void check_liabilities(const DayFacts& facts, const DayFigures&, Findings& findings)
{
    for (const auto& owed : facts.liabilities) {
        findings.same("Owed for every " + owed.kind + " = before + sold - used - expired - cancelled",
                      Wide{owed.before} + owed.sold - owed.used - owed.expired - owed.cancelled, owed.after);
    }
}

/// What the till took and gave for tickets, vouchers and deposits is what their ledger says: a sale of one is prepaid,
/// its use is a tender. Those that were taxed when they were sold are neither.
void check_ledger_and_till(const DayFacts& facts, const DayFigures& figures, Findings& findings)
{
    for (const Liability& owed : facts.liabilities) {
        const auto& kind = owed.kind;
        const auto prepaid = [&](const DayDocument& document) {
            return sum_over(document.prepaid_kinds, [&](const auto& row) { return row.name == kind ? row.amount : 0; });
        };
        const Wide till = signed_sum(facts, prepaid) -
                          sum_over(figures.tenders, [&](const auto& row) { return row.name == kind ? row.amount : 0; });
        findings.same("What the till did with every " + kind + " is what its ledger says", till,
                      Wide{owed.sold} - owed.used - owed.cancelled - owed.taxed_before);
    }
}

}  // namespace

std::vector<std::string> failing_identities(const DayFacts& facts, const DayFigures& figures)
{
    Findings findings;
    for (const auto check : {check_net, check_tax, check_tenders, check_drawer, check_numbers, check_parts,
                             check_breakdowns, check_liabilities, check_ledger_and_till}) {
        check(facts, figures, findings);
    }
    check_documents(facts, findings);
    return std::move(findings).sentences();
}

}  // namespace kushi
