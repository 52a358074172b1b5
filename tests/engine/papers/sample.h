#pragma once

#include "app/engine/papers/day_report.h"
#include "app/engine/papers/receipt.h"
#include "core/sale/sale.h"

/// A day of the salon in Nakameguro, as the design shows it.
namespace kushi::sample {

inline constexpr Currency jpy{{'J', 'P', 'Y'}, 0};
inline const Rate standard{100'000, "0.10"};
inline const Rate reduced{80'000, "0.08"};
// 2026-11-14 10:31 in Tokyo.
inline constexpr Instant half_past_ten{std::chrono::sys_days{std::chrono::year{2026} / 11 / 14} + std::chrono::hours{1} +
                                       std::chrono::minutes{31}};

inline SalonFacts salon(bool japanese)
{
    return {japanese ? "櫛 中目黒店" : "Kushi Nakameguro",
            japanese ? "東京都目黒区上目黒2-8-14" : "2-8-14 Kamimeguro, Meguro, Tokyo",
            "03-0000-0142", "T9234567890123", "Asia/Tokyo", false};
}

inline SaleLine line(const char* name, const char* name_ja, std::int64_t price, std::int64_t share, const Rate& rate)
{
    SaleLine line;
    line.name = name;
    line.name_ja = name_ja;
    line.quantity = Quantity{Quantity::one};
    line.unit_price = price;
    line.extended = price;
    line.bill_discount_share = share;
    line.final_amount = price - share;
    line.rate = rate;
    line.reduced_rate = rate == reduced;
    return line;
}

/// 16,860 and a tip of 500, by card and cash.
inline Sale sale()
{
    Sale sale;
    sale.number = "A-001042";
    sale.business_date = "2026-11-14";
    sale.at = half_past_ten;
    sale.terminal = "A";
    sale.currency = jpy;
    sale.lines = {line("Signature Head Spa", "シグネチャーヘッドスパ", 9900, 285, standard),
                  line("Yuzu Clarifying Shampoo", "柚子クレンジングシャンプー", 3080, 89, standard),
                  line("Camellia Hair Mist", "椿ヘアミスト", 3300, 95, standard),
                  line("Hojicha Tea", "ほうじ茶", 1080, 31, reduced)};
    sale.lines[3].quantity = Quantity{2 * Quantity::one};
    sale.lines[3].unit_price = 540;
    sale.totals.bill_discount = 500;
    sale.totals.by_rate = {{standard, 14374, 1437, 15811}, {reduced, 972, 77, 1049}};
    sale.totals.tax_total = 1514;
    sale.totals.total = 16860;
    sale.totals.tip = 500;
    sale.totals.due = 17360;
    sale.totals.paid = TenderTotals{7360, 0, 10000, 2640};
    sale.tenders = {{"card", "", 10000, "55550123"}, {"cash", "", 10000, ""}};
    sale.chain_mark = "7K2MQ4XD";
    return sale;
}

/// The shampoo of `sale` comes back for what was paid.
inline Sale refund()
{
    Sale refund;
    refund.number = "A-001043";
    refund.kind = SaleKind::refund;
    refund.of = "A-001042";
    refund.of_business_date = "2026-11-14";
    refund.business_date = "2026-11-16";
    refund.at = half_past_ten + std::chrono::days{2};
    refund.terminal = "A";
    refund.currency = jpy;
    refund.lines = {line("Yuzu Clarifying Shampoo", "柚子クレンジングシャンプー", 3080, 89, standard)};
    refund.totals.by_rate = {{standard, 2719, 272, 2991}};
    refund.totals.total = 2991;
    refund.totals.due = 2991;
    refund.tenders = {{"cash", "", 2991, ""}};
    refund.chain_mark = "M3W7RRTA";
    refund.reason = "itching";
    return refund;
}

/// The head spa and the shampoo come back: from 10,000 yen on with a return invoice.
inline Sale large_refund()
{
    Sale large = refund();
    large.lines.insert(large.lines.begin(), line("Signature Head Spa", "シグネチャーヘッドスパ", 9900, 285, standard));
    large.totals.by_rate = {{standard, 11460, 1146, 12606}};
    large.totals.total = 12606;
    large.totals.due = 12606;
    large.tenders = {{"card", "", 10000, "55550123"}, {"cash", "", 2606, ""}};
    return large;
}

inline SaleLine prepaid_line(const char* kind, const char* name, const char* name_ja, std::int64_t price)
{
    SaleLine line = sample::line(name, name_ja, price, 0, {});
    line.kind = kind;
    line.prepaid = true;
    return line;
}

/// A ticket of ten for 88,000, and nothing else.
inline Sale ticket_sale()
{
    Sale sold = sale();
    sold.number = "A-001045";
    sold.lines = {prepaid_line("ticket", "Ten Head Spas", "ヘッドスパ10回券", 88000)};
    sold.totals = {};
    sold.totals.prepaid = 88000;
    sold.totals.due = 88000;
    sold.totals.paid = TenderTotals{88000, 0, 90000, 2000};
    sold.tenders = {{"cash", "", 90000, ""}};
    return sold;
}

/// Tea, and a voucher of 10,000 beside it.
inline Sale voucher_sale()
{
    Sale sold = sale();
    sold.number = "A-001046";
    sold.lines = {line("Hojicha Tea", "ほうじ茶", 540, 0, reduced),
                  prepaid_line("voucher", "Gift Voucher", "ギフト券", 10000)};
    sold.totals = {};
    sold.totals.by_rate = {{reduced, 500, 40, 540}};
    sold.totals.tax_total = 40;
    sold.totals.total = 540;
    sold.totals.prepaid = 10000;
    sold.totals.due = 10540;
    sold.totals.paid = TenderTotals{};
    sold.tenders = {{"card", "", 10540, "55550123"}};
    return sold;
}

/// The third use of the ticket, and a shampoo of two therapists that a voucher, points and cash paid.
inline Sale prepaid_use()
{
    Sale used = sale();
    used.number = "A-001047";
    used.lines = {line("Signature Head Spa", "シグネチャーヘッドスパ", 8800, 0, standard),
                  line("Yuzu Clarifying Shampoo", "柚子クレンジングシャンプー", 3080, 500, standard)};
    used.lines[0].ticket = "ticket-1";
    used.lines[0].list_price = 9900;
    used.lines[1].shares = {{"s1", 1548}, {"s2", 1032}};
    used.totals = {};
    used.totals.bill_discount = 500;
    used.totals.by_rate = {{standard, 10346, 1034, 11380}};
    used.totals.tax_total = 1034;
    used.totals.total = 11380;
    used.totals.tip = 800;
    used.totals.due = 12180;
    used.totals.paid = TenderTotals{880, 0, 1000, 120};
    used.tenders = {{"ticket", "", 8800, ""}, {"voucher", "", 2000, "7Q2K-M4XD"}, {"other", "Booking points", 500, ""},
                    {"cash", "", 1000, ""}};
    used.tenders[0].prepaid = "ticket-1";
    used.tenders[1].prepaid = "voucher-1";
    used.tenders[1].face = 2500;
    return used;
}

/// In London a voucher of one purpose pays for most of it: taxed when it was sold.
inline Sale taxed_before()
{
    Sale used = sale();
    used.number = "L-000018";
    used.currency = {{'G', 'B', 'P'}, 2};
    used.lines = {line("Signature Head Spa", "シグネチャーヘッドスパ", 9500, 0, {200'000, "0.20"})};
    used.totals = {};
    used.totals.by_rate = {{{200'000, "0.20"}, 1250, 250, 1500}};
    used.totals.tax_total = 250;
    used.totals.taxed_before = 8000;
    used.totals.total = 1500;
    used.totals.due = 1500;
    used.totals.paid = TenderTotals{};
    used.tenders = {{"card", "", 1500, "55550123"}};
    return used;
}

/// What is left of the ticket goes back, less the fee.
inline Sale ticket_cancelled()
{
    Sale back = refund();
    back.number = "A-001048";
    back.of = "A-001045";
    back.lines = {prepaid_line("ticket", "Ten Head Spas", "ヘッドスパ10回券", 55440)};
    back.totals = {};
    back.totals.prepaid = 55440;
    back.totals.due = 55440;
    back.tenders = {{"cash", "", 55440, ""}};
    return back;
}

inline PrepaidFact ticket_fact(PrepaidFact::What what, std::int64_t used, bool japanese)
{
    PrepaidFact fact;
    fact.what = what;
    fact.id = "ticket-1";
    fact.kind = "ticket";
    fact.name = japanese ? "ヘッドスパ10回券" : "Ten Head Spas";
    fact.expires = "2027-04-30";
    fact.sessions = 10;
    fact.first_session = what == PrepaidFact::What::used ? used : 0;
    fact.sessions_here = what == PrepaidFact::What::used ? 1 : 0;
    fact.sessions_used = used;
    return fact;
}

inline PrepaidFact voucher_fact(PrepaidFact::What what, std::int64_t left, bool japanese)
{
    PrepaidFact fact;
    fact.what = what;
    fact.id = "voucher-1";
    fact.kind = "voucher";
    fact.name = japanese ? "ギフト券" : "Gift Voucher";
    fact.code = "7Q2K-M4XD";
    fact.expires = "2027-05-14";
    fact.face_left = left;
    return fact;
}

inline Sale voided()
{
    Sale document = sale();
    document.number = "A-001044";
    document.kind = SaleKind::void_;
    document.of = "A-001042";
    document.of_business_date = "2026-11-14";
    document.totals.paid.reset();
    document.tenders[1].amount = 7360;
    return document;
}

inline PaperOptions options(const char* language)
{
    PaperOptions options;
    options.language = language;
    const bool japanese = options.language == "ja";
    options.staff_name = japanese ? "芽衣" : "Mei";
    options.therapist_name = japanese ? "葵" : "Aoi";
    options.tips = {{options.therapist_name, 500}};
    options.terminal_name = japanese ? "レジ1" : "Till 1";
    return options;
}

/// Figures of the worked Z example Z-05 of the money paper.
inline DayFigures figures()
{
    DayFigures figures;
    figures.count_sales = 4;
    figures.count_refunds = 1;
    figures.gross = 38230;
    figures.discounts = 1270;
    figures.refunds = 1025;
    figures.net_incl = 35935;
    figures.by_rate = {{standard, 32669, 3266, 35935}, {reduced, 0, 0, 0}};
    figures.tax_total = 3266;
    figures.tenders = {{"cash", 92285}, {"card", 13650}, {"ticket", 8000}, {"voucher", 3000}};
    figures.tips = 1000;
    figures.prepaid_sold = 80000;
    figures.drawer = {30000, 92285, 5000, 2160, 60000, 65125, 65096, -29};
    figures.grand_total_after = 1035935;
    figures.first_number = "A-000101";
    figures.last_number = "A-000105";
    figures.by_hour = {{10, 3, 30000}, {18, 1, 8230}};
    figures.by_service = {{"spa-60", 3, 29700}, {"tea", 1, 1080}};
    figures.by_therapist = {{"s1", 3, 29700, 1000}, {"", 1, 8230, 0}};
    return figures;
}

inline DayPaperFacts day_facts(const char* language)
{
    DayPaperFacts facts;
    facts.kind = DayPaperFacts::Kind::z;
    facts.language = language;
    const bool japanese = facts.language == "ja";
    facts.currency = jpy;
    facts.business_date = "2026-11-14";
    facts.z = 12;
    facts.printed_at = half_past_ten + std::chrono::hours{10};
    facts.terminal_name = japanese ? "レジ1" : "Till 1";
    facts.staff_name = japanese ? "芽衣" : "Mei";
    facts.grand_total_before = 1000000;
    facts.drawer_openings = 2;
    facts.copies = 1;
    facts.visits = 4;
    facts.new_clients = 1;
    facts.rebooked = 2;
    facts.item_names = {{"spa-60", japanese ? "ヘッドスパ60分" : "Head Spa 60"}, {"tea", japanese ? "ほうじ茶" : "Hojicha Tea"}};
    facts.staff_names = {{"s1", japanese ? "葵" : "Aoi"}};
    facts.chain_mark = "7K2M Q4XD";
    return facts;
}

}  // namespace kushi::sample
