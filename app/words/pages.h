#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace kushi {

// clang-format off
/// Every word that Kushi prints on A4 pages, a line a subject. `{}` in a word is filled in by `page_words`.
enum class PageWord {
    page_of, made, made_by, training,
    day_report, week_report, month_report, year_report, range_report, from_to, closed_z, closed, so_far, amounts_in,
    net_sales, tax_included, visits, new_and_returning, rebooked, of_visits, taken, all_tenders, tax, in_net_sales,
    nominated,
    agrees, does_not_add_up,
    adds_up, sales_to_net, net_to_taken, drawer,
    gross, sales_count, discounts, refunds, refunds_count, voids_count, tips, prepaid_sold, cash_rounding,
    opening_float, cash_net, paid_in, paid_out, drops, expected, counted, not_counted, over_short,
    by_hour, hour, documents_short, document_short, by_day, day, by_month, month, paid_with, tender, share,
    cash, card, qr, voucher, ticket, deposit, other,
    tax_by_rate, rate, net_of_tax, tax_amount, with_tax,
    by_service, service, by_product, product, by_therapist, therapist, nobody,
    count, total, cost, margin, nominations, services, retail, commission,
    discounts_by, discount_line, discount_bill, discount_voucher_bonus, amount,
    product_use, used_amount, piece,
    margin_title, revenue_net, product_cost, stock, stock_value,
    liabilities, liabilities_note, kind, before, sold, used, expired, cancelled, after,
    cancellation_fee,
    record, documents, till, numbers, count_sales, count_prepaid, count_refunds, count_voids, no_sale_openings, reprints, grand_total,
};
// clang-format on

/// `language` is "ja" or, for anything else, English.
std::string_view page_word(PageWord word, std::string_view language);
/// The word with its `{}` replaced by the arguments in their order.
std::string page_words(PageWord word, std::string_view language, std::initializer_list<std::string_view> arguments);

}  // namespace kushi
