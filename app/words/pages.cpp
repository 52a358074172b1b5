#include "app/words/pages.h"

#include <array>

namespace kushi {
namespace {

struct Row {
    PageWord word;
    std::string_view english;
    std::string_view japanese;
};

using enum PageWord;

/// In the order of the enumeration, which the static_assert below holds it to.
constexpr std::array rows{
    Row{page_of, "Page {} of {}", "{} / {}ページ"},
    Row{made, "Kushi, made {}", "Kushi 作成 {}"},
    Row{made_by, "Kushi, made {} by {}", "Kushi 作成 {} {}"},
    Row{training, "TRAINING: invented figures, no books of a business", "練習用の数字です。帳簿ではありません"},
    Row{day_report, "Daily report", "日報"},
    Row{week_report, "Weekly report", "週報"},
    Row{month_report, "Monthly report", "月報"},
    Row{year_report, "Yearly report", "年報"},
    Row{range_report, "Report", "期間報告"},
    Row{from_to, "{} to {}", "{} から {} まで"},
    Row{closed_z, "closed, Z {}", "精算済み（Z\u00a0第{}号）"},
    Row{closed, "closed", "締め済み"},
    Row{so_far, "not closed: the figures so far", "未締め 現在までの数字"},
    Row{amounts_in, "Amounts\u00a0in\u00a0{}", "単位\u00a0{}"},
    Row{net_sales, "Net sales", "純売上"},
    Row{tax_included, "tax included", "税込"},
    Row{visits, "Visits", "来店"},
    Row{new_and_returning, "{} new, {} returning", "新規 {}、再来 {}"},
    Row{rebooked, "Rebooked", "次回予約"},
    Row{of_visits, "{} of {} visits", "{} / {}件"},
    Row{taken, "Taken", "入金計"},
    Row{all_tenders, "all ways of paying", "全支払方法"},
    Row{tax, "Tax", "消費税"},
    Row{in_net_sales, "in net sales", "純売上のうち"},
    Row{nominated, "Nominated", "指名"},
    Row{agrees, "Till, ledger, receipts and report agree.", "レジ、台帳、レシート、報告の数字は一致しています。"},
    Row{does_not_add_up, "DOES NOT ADD UP: {}", "不一致: {}"},
    Row{adds_up, "How it adds up", "集計の内訳"},
    Row{sales_to_net, "From sales to net sales", "売上から純売上へ"},
    Row{net_to_taken, "From net sales to money taken", "純売上から入金へ"},
    Row{drawer, "Drawer", "ドロワー"},
    Row{gross, "Sales", "売上"},
    Row{sales_count, "Sales, {}", "売上（{}件）"},
    Row{discounts, "Discounts", "値引き"},
    Row{refunds, "Refunds", "返金"},
    Row{refunds_count, "Refunds, {}", "返金（{}件）"},
    Row{voids_count, "Voids, {}", "取消（{}件）"},
    Row{tips, "Tips", "チップ"},
    Row{prepaid_sold, "Prepaid sold", "前払販売"},
    Row{cash_rounding, "Cash rounding", "現金端数調整"},
    Row{opening_float, "Float", "釣銭準備金"},
    Row{cash_net, "Cash, net of change", "現金（お釣り差引）"},
    Row{paid_in, "Paid in", "入金"},
    Row{paid_out, "Paid out", "出金"},
    Row{drops, "Drops", "中間回収"},
    Row{expected, "Expected", "計算在高"},
    Row{counted, "Counted", "実在高"},
    Row{not_counted, "not counted", "未計数"},
    Row{over_short, "Over or short", "過不足"},
    Row{by_hour, "Net sales by hour", "時間帯別 純売上"},
    Row{hour, "{}:00", "{}時"},
    Row{documents_short, "{} sales", "{}件"},
    Row{document_short, "1 sale", "1件"},
    Row{by_day, "Net sales by day", "日別 純売上"},
    Row{day, "Day", "日"},
    Row{by_month, "Net sales by month", "月別 純売上"},
    Row{month, "Month", "月"},
    Row{paid_with, "Paid with", "支払方法別"},
    Row{tender, "Tender", "支払方法"},
    Row{share, "Share", "割合"},
    Row{cash, "Cash", "現金"},
    Row{card, "Card", "カード"},
    Row{qr, "QR pay", "QR決済"},
    Row{voucher, "Vouchers", "商品券"},
    Row{ticket, "Prepaid tickets", "回数券"},
    Row{deposit, "Deposits", "前受金"},
    Row{other, "Other", "その他"},
    Row{tax_by_rate, "Tax by rate", "税率別 消費税"},
    Row{rate, "Rate", "税率"},
    Row{net_of_tax, "Before tax", "税抜"},
    Row{tax_amount, "Tax", "消費税"},
    Row{with_tax, "With tax", "税込"},
    Row{by_service, "Services", "サービス別"},
    Row{service, "Service", "サービス"},
    Row{by_product, "Products sold", "店販"},
    Row{product, "Product", "製品"},
    Row{by_therapist, "Therapists", "施術者別"},
    Row{therapist, "Therapist", "施術者"},
    Row{nobody, "no therapist", "担当なし"},
    Row{count, "Count", "件数"},
    Row{total, "Total", "合計"},
    Row{cost, "Cost", "原価"},
    Row{margin, "Margin", "粗利"},
    Row{nominations, "Nominated", "指名"},
    Row{services, "Services", "サービス"},
    Row{retail, "Retail", "店販"},
    Row{commission, "Commission", "歩合"},
    Row{discounts_by, "Discounts", "値引き"},
    Row{discount_line, "On a line", "明細ごと"},
    Row{discount_bill, "On the bill", "会計全体"},
    Row{discount_voucher_bonus, "Bonus of vouchers", "商品券の割増分"},
    Row{amount, "Amount", "金額"},
    Row{product_use, "Products at the chair", "施術での使用製品"},
    Row{used_amount, "Used", "使用量"},
    Row{piece, "pc", "個"},
    Row{margin_title, "Margin and stock", "粗利と在庫"},
    Row{revenue_net, "Net sales before tax", "純売上（税抜）"},
    Row{product_cost, "Cost of products", "製品原価"},
    Row{stock, "Stock", "在庫"},
    Row{stock_value, "Stock at cost", "在庫高（原価）"},
    Row{liabilities, "Owed to clients", "前受残高"},
    Row{liabilities_note, "prepaid and not yet used", "前払いの未使用分"},
    Row{kind, "Kind", "区分"},
    Row{before, "Before", "前残"},
    Row{sold, "Sold", "販売"},
    Row{used, "Used", "使用"},
    Row{expired, "Expired", "失効"},
    Row{cancelled, "Cancelled", "解約"},
    Row{after, "After", "残高"},
    Row{cancellation_fee, "Cancellation fee", "解約手数料"},
    Row{record, "For the record", "記録"},
    Row{documents, "Documents", "書類"},
    Row{till, "Till", "レジ"},
    Row{numbers, "Numbers", "番号"},
    Row{count_sales, "Sales", "会計"},
    Row{count_prepaid, "Sales of prepaid only", "前払のみの会計"},
    Row{count_refunds, "Refunds", "返金"},
    Row{count_voids, "Voids", "取消"},
    Row{no_sale_openings, "Drawer openings without a sale", "会計なしのドロワー開"},
    Row{reprints, "Copies printed", "再発行"},
    Row{grand_total, "Grand total since the first day", "開店からの累計"},
};

constexpr bool in_order()
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].word) != i) return false;
    return rows.size() == static_cast<std::size_t>(grand_total) + 1;
}
static_assert(in_order());

}  // namespace

std::string_view page_word(PageWord word, std::string_view language)
{
    const Row& row = rows.at(static_cast<std::size_t>(word));
    return language == "ja" ? row.japanese : row.english;
}

std::string page_words(PageWord word, std::string_view language, std::initializer_list<std::string_view> arguments)
{
    std::string text;
    auto pattern = page_word(word, language);
    for (const auto argument : arguments) {
        const auto gap = pattern.find("{}");
        if (gap == std::string_view::npos) break;
        text.append(pattern.substr(0, gap)).append(argument);
        pattern.remove_prefix(gap + 2);
    }
    return text.append(pattern);
}

}  // namespace kushi
