#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/day/business_day.h"

namespace kushi {

// clang-format off
/// Every word that Kushi prints on a receipt or a report, a line a subject. `{}` in a word is filled in by `worded`.
enum class PaperWord {
    telephone, registration_number, sale_number, refund_number, void_number, served_by,
    discount, subtotal, service_charge, total, tax_included, rate_inclusive, rate_exclusive, reduced_note,
    tip, tip_for, amount_paid, cash_rounding, change, slip, tendered_with_slip,
    cash, card, qr, voucher, ticket, deposit, other,
    prepaid_sale, not_taxed_now, prepaid_part, prepaid_paid_back, taxed_before_voucher, taxed_before_ticket,
    ticket_use, ticket_given_back, ticket_sold, ticket_ended, ticket_plain,
    voucher_worth, balance_left, off_the_balance, good_until, voucher_code, shared_line,
    chain_mark, training, copy, after_break, void_above, next_visit, next_visit_with, thank_you,
    formal_title, addressee, amount_received, purpose, purpose_of_treatment, with_thanks, issued_on, prepaid_before,
    credit_card, after_receipt, revenue_stamp,
    gift_title, gift_hint, quantity_of,
    consumption_title, used_today, session_number, sessions_left, last_good_day, no_last_day, times,
    refund_title, return_invoice, void_title, original, sold_on, refunded_on, voided_on, refunded, voided, tip_taken_back,
    day_report, x_report, z_report, z_report_number, business_date, printed_at, numbers, documents,
    sales_count, discounts, refunds_count, voids_count, net, net_of_rate, tax_of_rate, tax_total, tips, prepaid_sold, taken,
    opening_float, cash_net, paid_in, paid_out, drops, expected, counted, not_counted, over_short,
    grand_total_before, grand_total_after, drawer_openings, copies_printed, visits, new_clients, rebooked,
    by_hour, by_item, by_therapist, nobody, does_not_add_up,
    week_report, month_report, year_report, period_report, period_from, period_to, days_open,
    discount_of_lines, discount_of_bills, discount_by_vouchers, by_product, nominations, commission_earned,
    owed_for_tickets, owed_for_vouchers, owed_for_deposits, owed_before, owed_sold, owed_used, owed_expired, owed_cancelled, owed_after,
    revenue_net, product_cost, margin_left, stock_value,
    test_title, test_width, test_money, test_kana, test_kanji, test_drawn, test_styles, test_end,
};
// clang-format on

/// `language` is "ja" or, for anything else, English.
std::string_view paper_word(PaperWord word, std::string_view language);
/// The word with its `{}` replaced by the arguments in their order.
std::string worded(PaperWord word, std::string_view language, std::initializer_list<std::string_view> arguments);

/// "14 Nov 2026 10:31 JST", "2026年11月14日 10:31 JST": local in an IANA zone. Blanks inside the date are no-break ones.
/// @throws std::runtime_error for a zone that the system does not know
std::string paper_time(Instant at, std::string_view zone, std::string_view language);
/// A business date "YYYY-MM-DD" the same way; any other text comes back as it is.
std::string paper_date(std::string_view date, std::string_view language);

}  // namespace kushi
