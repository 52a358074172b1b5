#include "core/day/accounts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/money/rounding.h"

namespace kushi {
namespace {

bool is_prepaid(const std::string& tender) { return tender == "ticket" || tender == "voucher" || tender == "deposit"; }

std::string account_of_tender(const std::string& tender)
{
    if (tender == "cash") return "cash";
    if (tender == "card") return "card_clearing";
    if (tender == "qr") return "qr_clearing";
    return "tender:" + tender;
}

std::string account_of_kind(const std::string& kind)
{
    constexpr std::array accounts{std::pair{"service", "sales_services"}, std::pair{"product", "sales_products"},
                                  std::pair{"fee", "sales_fees"}, std::pair{"charge", "service_charge"}};
    const auto* found = std::ranges::find_if(accounts, [&](const auto& row) { return kind == row.first; });
    return found == accounts.end() ? "sales_vouchers" : found->second;
}

class Book {
public:
    /// Below 0 it stands on the other side.
    void debit(const std::string& account, std::int64_t amount, const std::string& rate = {})
    {
        if (amount > 0) entries_.push_back({account, rate, amount, 0});
        if (amount < 0) entries_.push_back({account, rate, 0, -amount});
    }
    void credit(const std::string& account, std::int64_t amount, const std::string& rate = {}) { debit(account, -amount, rate); }
    [[nodiscard]] std::vector<AccountEntry> take() && { return std::move(entries_); }

private:
    std::vector<AccountEntry> entries_;
};

void enter_sales(const DayFigures& figures, Book& book)
{
    for (const auto& tender : figures.tenders) {
        if (!is_prepaid(tender.name)) book.debit(account_of_tender(tender.name), tender.amount);
    }
    for (const auto& row : figures.revenue) book.credit(account_of_kind(row.kind), row.net, row.rate.text);
    for (const auto& rate : figures.by_rate) book.credit("tax", rate.tax, rate.rate.text);
    book.credit("tips_payable", figures.tips);
    book.credit("cash_rounding", figures.cash_rounding);
}

void enter_prepaid(const DayFigures& figures, Book& book)
{
    for (const auto& owed : figures.liabilities) {
        book.credit("prepaid_" + owed.kind, owed.sold - owed.cancelled);
        book.debit("prepaid_" + owed.kind, owed.used);
        book.debit("prepaid_" + owed.kind, owed.expired);
        book.credit("prepaid_expired", owed.expired);
        book.debit("prepaid_taxed", owed.taxed_before);
    }
}

void enter_drawer(const DayFigures::Drawer& drawer, Book& book)
{
    const auto both = [&book](const char* debit, const char* credit, std::int64_t amount) {
        book.debit(debit, amount);
        book.credit(credit, amount);
    };
    both("cash", "paid_in", drawer.paid_in);
    both("paid_out", "cash", drawer.paid_out);
    both("bank_transit", "cash", drawer.drops);
    both("cash", "cash_over_short", drawer.over_short.value_or(0));
}

/// Debits less credits of the accounts that a test picks.
template <class Picked>
Wide balance(const std::vector<AccountEntry>& entries, Picked picked)
{
    Wide sum = 0;
    for (const auto& entry : entries) {
        if (picked(entry)) sum += Wide{entry.debit} - entry.credit;
    }
    return sum;
}

Wide balance_of(const std::vector<AccountEntry>& entries, const std::string& account)
{
    return balance(entries, [&](const auto& entry) { return entry.account == account; });
}

}  // namespace

std::vector<AccountEntry> entries_of(const DayFigures& figures)
{
    Book book;
    enter_sales(figures, book);
    enter_prepaid(figures, book);
    enter_drawer(figures.drawer, book);
    return std::move(book).take();
}

std::vector<std::string> failing_accounts(const std::vector<AccountEntry>& entries, const DayFigures& figures)
{
    std::vector<std::string> failing;
    const auto same = [&failing](const std::string& identity, Wide left, Wide right) {
        if (left != right) failing.push_back(identity + " (accounts).");
    };
    same("Debits = credits", balance(entries, [](const auto&) { return true; }), 0);
    const auto& drawer = figures.drawer;
    same("Cash moved by what the drawer has more than its float", balance_of(entries, "cash"),
         Wide{drawer.counted.value_or(drawer.expected)} - drawer.opening_float);
    same("Sales and tax = net", -balance(entries, [](const auto& entry) { return !entry.rate.empty(); }), figures.net_incl);
    same("Tax = tax in total", -balance_of(entries, "tax"), figures.tax_total);
    same("Tips payable = tips", -balance_of(entries, "tips_payable"), figures.tips);
    for (const auto& owed : figures.liabilities) {
        same("Owed for every " + owed.kind + " moved as its ledger says", -balance_of(entries, "prepaid_" + owed.kind),
             Wide{owed.after} - owed.before);
    }
    return failing;
}

}  // namespace kushi
