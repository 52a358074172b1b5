#include "app/words/demo.h"

#include <array>

#include "app/words/language.h"

namespace kushi {
namespace {

struct Row {
    DemoWord word;
    Phrase phrase;
};

using enum DemoWord;

/// In the order of the enumeration, which the static_assert below holds it to.
constexpr std::array rows{
    Row{day, {"A day at {}, {}", "{}の一日（{}）"}},
    Row{visits, {"{} visits: {} new clients, {} returning; {} booked again", "ご来店 {}件：新規 {}名、再来 {}名、次回予約 {}件"}},
    Row{documents, {"{} sales, {} refund, {} void", "会計 {}件、返品 {}件、取消 {}件"}},
    Row{totals, {"Net {}, tax in it {}; the drawer is over or short by {}", "純売上 {}（うち消費税 {}）、過不足 {}"}},
    Row{papers, {"{} papers printed over TCP and drawn", "印刷 {}枚（TCP経由、画像に描画）"}},
    Row{proven,
        {"Report, journal, tables and papers agree; {} events verified",
         "日報・ジャーナル・表・紙の合計が一致、{}件の記録を検証済み"}},
    Row{not_proven, {"This day does not add up:", "この日の合計が一致しません："}},
    Row{where, {"Where it is", "保存場所"}},
    Row{receipts, {"Receipts", "レシート"}},
    Row{report, {"Report", "日報"}},
    Row{data, {"Data", "データ"}},
    Row{staff, {"Who works here (a practice salon, so its PINs may be read)", "スタッフ（練習用のためPINを表示）"}},
    Row{pin, {"PIN {}", "PIN {}"}},
    Row{next, {"Try next", "次に試すこと"}},
    Row{try_board, {"the day's visits", "その日のご来店"}},
    Row{try_sales, {"its sales", "会計の一覧"}},
    Row{try_receipt, {"one receipt", "レシート"}},
    Row{try_report, {"the report", "日報"}},
};

constexpr bool in_order()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].word) != i) return false;
    }
    return rows.size() == static_cast<std::size_t>(try_report) + 1;
}
static_assert(in_order());

}  // namespace

std::string_view demo_word(DemoWord word, std::string_view language)
{
    return rows.at(static_cast<std::size_t>(word)).phrase.in(language);
}

}  // namespace kushi
