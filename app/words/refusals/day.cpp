#include <array>

#include "app/words/refusals/sentences.h"

namespace kushi {
namespace {

constexpr std::array sentences{
    RefusalSentence{"bad_count",
                    {"Write the count as a sum, or as pieces of each denomination, such as 12 of 1000",
                     "現金は合計、または1000を12枚のように金種ごとの枚数で入力してください"}},
    RefusalSentence{
        "bad_period",
        {"The last date of a period comes after its first", "期間の終了日は開始日以降の日付にしてください"}},
    RefusalSentence{
        "day_already_open",
        {"The day is open already; its float stays as counted", "本日はすでに開いています。釣銭準備金はそのままです"}},
    RefusalSentence{"day_closed",
                    {"This business day is over and stays as it is; a sale of it can still be refunded on an open day",
                     "この営業日は終了し、記録はそのまま残ります。その日の会計は、開いている日に返金できます"}},
    RefusalSentence{
        "day_does_not_add_up",
        {"The day's figures do not agree, so it was left open; every sale is safe. Run kushi verify",
         "1日の数字が合わないため、締めていません。会計の記録はすべて残っています。kushi verifyを実行してください"}},
    RefusalSentence{"day_not_open",
                    {"The day is not open for money yet; count the float and open it",
                     "本日はまだ開いていません。釣銭準備金を数えて開いてください"}},
    RefusalSentence{
        "earlier_day_open",
        {"An earlier day is still open; close it first", "以前の営業日が開いたままです。先に締めてください"}},
    RefusalSentence{"unknown_z", {"There is no Z report of this number", "この番号の精算レポートはありません"}},
};

}  // namespace

RefusalSentences day_refusals()
{
    return sentences;
}

}  // namespace kushi
