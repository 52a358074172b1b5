#include "app/words/papers.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "app/words/local_text.h"

namespace kushi {
namespace {

struct Row {
    PaperWord word;
    std::string_view english;
    std::string_view japanese;
};

using enum PaperWord;

/// In the order of the enumeration, which the static_assert below holds it to.
constexpr std::array rows{
    Row{telephone, "Tel. {}", "電話 {}"},
    Row{registration_number, "Registration no. {}", "登録番号 {}"},
    Row{sale_number, "Sale {}", "会計 {}"},
    Row{refund_number, "Refund {}", "返品 {}"},
    Row{void_number, "Void {}", "取消 {}"},
    Row{served_by, "Served by {}", "担当 {}"},
    Row{discount, "Discount", "値引き"},
    Row{subtotal, "Subtotal", "小計"},
    Row{service_charge, "Service charge", "サービス料"},
    Row{total, "Total", "合計"},
    Row{tax_included, "", "(税込)"},
    Row{rate_inclusive, "{}{} on {}, tax in price", "{}{}対象 {} 内消費税"},
    Row{rate_exclusive, "Tax {}{} on {}", "{}{}対象 {} 消費税"},
    Row{reduced_note, "※は軽減税率対象", "※は軽減税率対象"},
    Row{tip, "Tip, outside the total", "チップ（合計に含まず）"},
    Row{tip_for, "Tip for {}, outside the total", "チップ {}（合計に含まず）"},
    Row{amount_paid, "Amount paid", "お支払額"},
    Row{cash_rounding, "Cash rounding", "現金端数調整"},
    Row{change, "Change", "お釣り"},
    Row{slip, "slip {}", "控番号 {}"},
    Row{tendered_with_slip, "{}, {}", "{} {}"},
    Row{cash, "Cash", "現金"},
    Row{card, "Card", "カード"},
    Row{qr, "QR pay", "QR決済"},
    Row{voucher, "Voucher", "商品券"},
    Row{ticket, "Prepaid ticket", "回数券"},
    Row{deposit, "Deposit", "前受金"},
    Row{other, "Other", "その他"},
    Row{prepaid_sale, "Prepaid", "前払"},
    Row{not_taxed_now, ", not taxed now", "(不課税)"},
    Row{prepaid_part, ", prepaid", " 前払"},
    Row{prepaid_paid_back, "Prepaid, paid back", "前払の返金"},
    Row{taxed_before_voucher, "Paid with voucher, taxed when sold", "商品券（販売時課税済）"},
    Row{taxed_before_ticket, "Paid with ticket, taxed when sold", "回数券（販売時課税済）"},
    Row{ticket_use, "Ticket use {} of {}, {} left", "回数券 {}/{}回目 残り{}回"},
    Row{ticket_given_back, "Ticket use given back, {} left", "回数券の利用を取消 残り{}回"},
    Row{ticket_sold, "{} uses", "{}回分"},
    Row{ticket_ended, "Ticket ended, {} of {} used", "回数券終了 {}回利用（全{}回）"},
    Row{ticket_plain, "Paid with a prepaid ticket", "回数券でお支払い"},
    Row{voucher_worth, "Worth {}", "額面 {}"},
    Row{balance_left, "{} left", "残高 {}"},
    Row{off_the_balance, "{} off its balance, {} left", "{} 利用 残高 {}"},
    Row{good_until, "until {}", "{}まで"},
    Row{voucher_code, "Code {}", "番号 {}"},
    Row{shared_line, "By {}", "担当 {}"},
    Row{chain_mark, "Mark {}", "照合 {}"},
    Row{training, "TRAINING - not a receipt", "練習 - 領収書ではありません"},
    Row{copy, "COPY {}", "再発行 {}回目"},
    Row{after_break, "Printed again after a break; the torn paper is void", "※中断のため再印刷（前の紙片は無効）"},
    Row{void_above, "--- void above this line ---", "--- ここまで無効 ---"},
    Row{next_visit, "Next visit {}", "次回ご予約 {}"},
    Row{next_visit_with, "Next visit {} with {}", "次回ご予約 {} 担当 {}"},
    Row{thank_you, "Thank you. Rest well today.", "ありがとうございました。"},
    Row{formal_title, "Receipt 領収書", "領収書"},
    Row{addressee, "To {}", "{} 様"},
    Row{amount_received, "Received", "領収金額"},
    Row{purpose, "For {}", "但し {}"},
    Row{purpose_of_treatment, "scalp care treatment", "施術代として"},
    Row{with_thanks, "Received with thanks.", "上記正に領収いたしました。"},
    Row{issued_on, "Issued on", "発行日"},
    Row{prepaid_before, "Prepaid before", "前払分（領収済み）"},
    Row{credit_card, "Credit card", "クレジットカード利用"},
    Row{after_receipt, "Reissued after the receipt", "再発行（レシート発行済み）"},
    Row{revenue_stamp, "収入印紙", "収入印紙"},
    Row{gift_title, "Gift receipt", "ギフトレシート"},
    Row{gift_hint, "Please bring this to exchange.", "交換の際にお持ちください。"},
    Row{quantity_of, "× {}", "× {}"},
    Row{consumption_title, "Ticket use", "回数券ご利用票"},
    Row{used_today, "Used today", "今回のご利用"},
    Row{session_number, "use {} of {}", "{}回目（全{}回）"},
    Row{sessions_left, "Left", "残り"},
    Row{last_good_day, "Good until", "有効期限"},
    Row{no_last_day, "no end date", "期限なし"},
    Row{times, "{}", "{}回"},
    Row{refund_title, "Refund", "返品・返金"},
    Row{return_invoice, "Return invoice", "適格返還請求書"},
    Row{void_title, "Void", "取消"},
    Row{original, "Original sale", "元の会計"},
    Row{sold_on, "Sold on", "お買上げ日"},
    Row{refunded_on, "Refunded on", "返金日"},
    Row{voided_on, "Voided on", "取消日"},
    Row{refunded, "Refunded", "返金額"},
    Row{voided, "Voided", "取消額"},
    Row{tip_taken_back, "Tip taken back", "チップ取消"},
    Row{day_report, "Daily report", "日報"},
    Row{x_report, "X report", "点検（X）"},
    Row{z_report, "Z report", "精算（Z）"},
    Row{z_report_number, "Z report {}", "精算（Z） 第{}号"},
    Row{business_date, "Business date", "営業日"},
    Row{printed_at, "Printed", "印刷"},
    Row{numbers, "Numbers", "番号"},
    Row{documents, "Documents", "件数"},
    Row{sales_count, "Sales ({})", "売上（{}件）"},
    Row{discounts, "− Discounts", "− 値引き"},
    Row{refunds_count, "− Refunds ({})", "− 返品（{}件）"},
    Row{voids_count, "− Voids ({})", "− 取消（{}件）"},
    Row{net, "= Net", "= 純売上"},
    Row{net_of_rate, "{} net", "{}対象 税抜"},
    Row{tax_of_rate, "{} tax", "{}対象 消費税"},
    Row{tax_total, "Tax in all", "消費税計"},
    Row{tips, "+ Tips", "+ チップ"},
    Row{prepaid_sold, "+ Prepaid sold", "+ 前払販売"},
    Row{taken, "= Taken", "= 入金計"},
    Row{opening_float, "Float", "釣銭準備金"},
    Row{cash_net, "+ Cash, net of change", "+ 現金（お釣り差引）"},
    Row{paid_in, "+ Paid in", "+ 入金"},
    Row{paid_out, "− Paid out", "− 出金"},
    Row{drops, "− Drops", "− 中間回収"},
    Row{expected, "= Expected in drawer", "= 計算在高"},
    Row{counted, "Counted", "実在高"},
    Row{not_counted, "not counted", "未計数"},
    Row{over_short, "Over or short", "過不足"},
    Row{grand_total_before, "Grand total before", "累計（前回まで）"},
    Row{grand_total_after, "Grand total", "累計"},
    Row{drawer_openings, "Drawer openings", "ドロワー開"},
    Row{copies_printed, "Copies printed", "再発行"},
    Row{visits, "Visits", "来店"},
    Row{new_clients, "New clients", "新規"},
    Row{rebooked, "Rebooked", "次回予約"},
    Row{by_hour, "By hour", "時間帯別"},
    Row{by_item, "By item", "品目別"},
    Row{by_therapist, "By therapist", "施術者別"},
    Row{nobody, "no therapist", "担当なし"},
    Row{does_not_add_up, "DOES NOT ADD UP: {}", "不一致: {}"},
    Row{week_report, "Week", "週報"},
    Row{month_report, "Month", "月報"},
    Row{year_report, "Year", "年報"},
    Row{period_report, "Period", "期間集計"},
    Row{period_from, "From", "開始日"},
    Row{period_to, "To", "終了日"},
    Row{days_open, "Business days", "営業日数"},
    Row{discount_of_lines, "on lines", "明細"},
    Row{discount_of_bills, "on the bill", "会計全体"},
    Row{discount_by_vouchers, "vouchers sold below face", "商品券の割増分"},
    Row{by_product, "By product", "商品別"},
    Row{nominations, "Nominated", "指名"},
    Row{commission_earned, "Commission", "歩合"},
    Row{owed_for_tickets, "Owed for tickets", "回数券の残高"},
    Row{owed_for_vouchers, "Owed for vouchers", "商品券の残高"},
    Row{owed_for_deposits, "Owed for deposits", "前受金の残高"},
    Row{owed_before, "Before", "前残高"},
    Row{owed_sold, "+ Sold", "+ 販売"},
    Row{owed_used, "− Used", "− 使用"},
    Row{owed_expired, "− Expired", "− 期限切れ"},
    Row{owed_cancelled, "− Cancelled", "− 解約"},
    Row{owed_after, "= After", "= 残高"},
    Row{revenue_net, "Services and products, net", "施術・商品（税抜）"},
    Row{product_cost, "− Cost of products", "− 商品原価"},
    Row{margin_left, "= Margin", "= 粗利"},
    Row{stock_value, "Stock at cost", "在庫（原価）"},
    Row{test_title, "Printer test", "印字テスト"},
    Row{test_width, "{}: {} columns", "{}: {}桁"},
    Row{test_money, "Money", "金額"},
    Row{test_kana, "Kana", "カナ"},
    Row{test_kanji, "Kanji", "漢字"},
    Row{test_drawn, "Drawn as dots", "図形で印字"},
    Row{test_styles, "Styles", "書式"},
    Row{test_end, "The paper is cut below this line.", "この下で用紙を切ります。"},
};

constexpr bool in_order()
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].word) != i) return false;
    return rows.size() == static_cast<std::size_t>(test_end) + 1;
}
static_assert(in_order());

/// A date is never torn at the end of a line.
std::string date_words(std::string_view date, std::string_view language)
{
    std::string text;
    for (const char letter : short_full_day_text(date, language))
        text += letter == ' ' ? "\u00a0" : std::string(1, letter);
    return text;
}

}  // namespace

std::string_view paper_word(PaperWord word, std::string_view language)
{
    const Row& row = rows.at(static_cast<std::size_t>(word));
    return language == "ja" ? row.japanese : row.english;
}

std::string worded(PaperWord word, std::string_view language, std::initializer_list<std::string_view> arguments)
{
    std::string text;
    auto pattern = paper_word(word, language);
    for (const auto argument : arguments) {
        const auto gap = pattern.find("{}");
        if (gap == std::string_view::npos) throw std::logic_error{"more arguments than the word has gaps"};
        text.append(pattern.substr(0, gap)).append(argument);
        pattern.remove_prefix(gap + 2);
    }
    return text.append(pattern);
}

std::string paper_time(Instant at, std::string_view zone, std::string_view language)
{
    const auto* place = date::locate_zone(std::string{zone});
    return fmt::format("{} {}\u00a0{}", date_words(local_date(at, zone), language), clock_text(at, zone),
                       place->get_info(at).abbrev);
}

std::string paper_date(std::string_view date, std::string_view language)
{
    return parse_date(date) ? date_words(date, language) : std::string{date};
}

}  // namespace kushi
