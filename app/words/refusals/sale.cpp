#include <array>

#include "app/words/refusals/sentences.h"

namespace kushi {
namespace {

constexpr std::array sentences{
    RefusalSentence{
        "already_paid",
        {"This visit is paid; nothing was charged again", "このご来店は会計済です。二重に請求していません"}},
    RefusalSentence{"already_refunded",
                    {"Part of this sale was refunded, so it cannot be voided; refund the rest instead",
                     "一部返金済みのため取消できません。残りを返金してください"}},
    RefusalSentence{
        "already_voided",
        {"This sale was voided; nothing was given back again", "この会計は取消済みです。二重に返金していません"}},
    RefusalSentence{
        "empty_cart",
        {"There is nothing on this bill yet; add a line", "お会計の明細がまだありません。追加してください"}},
    RefusalSentence{"more_than_sold",
                    {"This is more than is left to give back of this sale; use less",
                     "この会計で返品できる残りの数を超えています。減らしてください"}},
    RefusalSentence{"not_a_sale",
                    {"This is a refund or a void; name the sale itself",
                     "これは返金または取消の番号です。元の会計を指定してください"}},
    RefusalSentence{"not_held", {"This bill is not on hold", "このお会計は保留されていません"}},
    RefusalSentence{"sold_alone",
                    {"A ticket or voucher is sold by itself, not on this bill",
                     "回数券・商品券はこのお会計に入れず、単独で販売してください"}},
    RefusalSentence{"prepaid_line",
                    {"This was prepaid and is owed to the client; cancel it instead of refunding it",
                     "前払い分のため返金ではなく、解約として扱ってください"}},
    RefusalSentence{
        "too_many_lines",
        {"This bill has no room for another line; take one off", "明細の数が上限です。1つ減らしてください"}},
    RefusalSentence{"unknown_item",
                    {"There is no such item in the catalogue", "この商品・メニューはカタログにありません"}},
    RefusalSentence{"unknown_line", {"There is no such line on this bill", "この明細はありません"}},
    RefusalSentence{"unknown_number",
                    {"There is no sale, refund or void of this number", "この番号の会計、返金、取消はありません"}},
    RefusalSentence{"unknown_sale", {"There is no such sale", "この会計はありません"}},
};

}  // namespace

RefusalSentences sale_refusals()
{
    return sentences;
}

}  // namespace kushi
