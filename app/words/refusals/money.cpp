#include <array>

#include "app/words/refusals/sentences.h"

namespace kushi {
namespace {

constexpr std::array sentences{
    RefusalSentence{
        "bad_amount",
        {"This amount cannot be taken: none is below zero or past the limit, and money that moves is above zero",
         "この金額は扱えません。マイナスや上限を超える金額、入出金の0はお受けできません"}},
    RefusalSentence{"bad_number",
                    {"Write this number with digits and at most one point, such as 12.5",
                     "数値は12.5のように、数字と小数点だけで入力してください"}},
    RefusalSentence{"bad_percent", {"Write this percentage as 0 to 100", "割合は0から100までで入力してください"}},
    RefusalSentence{"bad_quantity",
                    {"Write this quantity as a number above zero", "数量は0より大きい数で入力してください"}},
    RefusalSentence{
        "bad_reference",
        {"A slip's number has up to 64 plain letters and digits", "控番号は64文字までの半角英数字で入力してください"}},
    RefusalSentence{"bad_step", {"A step of rounding is above zero", "端数処理の単位は0より大きい数にしてください"}},
    RefusalSentence{
        "bad_table",
        {"Two rates begin on the same date; keep one", "同じ日から始まる税率が2つあります。1つにしてください"}},
    RefusalSentence{"discount_exceeds_amount",
                    {"The discount is more than what it is taken from; make it smaller",
                     "値引きが元の金額を超えています。小さくしてください"}},
    RefusalSentence{
        "expired",
        {"The last day of this has passed, so it cannot be used any more", "有効期限が過ぎているため、使えません"}},
    RefusalSentence{"not_expired",
                    {"The last day of this has not passed yet, so it cannot expire",
                     "有効期限がまだ過ぎていないため、失効にはできません"}},
    RefusalSentence{"overpaid",
                    {"Only cash gives change: make the other payments no more than the bill. Nothing was taken",
                     "お釣りは現金のみです。現金以外はお会計額までにしてください。まだ何も受け取っていません"}},
    RefusalSentence{"tender_not_sold",
                    {"This salon has none of these to take as payment; choose another way to pay",
                     "この支払い方法は、まだ販売がないため使えません。ほかの方法をお選びください"}},
    RefusalSentence{"ticket_closed",
                    {"This ticket book has expired or was cancelled; nothing is left on it",
                     "この回数券は失効または解約済みのため、使えません"}},
    RefusalSentence{"ticket_used_up", {"Every session of this ticket book is used", "この回数券は使い切っています"}},
    RefusalSentence{
        "too_many_decimals",
        {"This has more decimal places than can be kept; use fewer", "小数の桁が多すぎます。減らしてください"}},
    RefusalSentence{"underpaid",
                    {"The payments do not reach the bill yet; add the rest. Nothing was taken",
                     "お支払いがお会計額に足りません。残りを追加してください。まだ何も受け取っていません"}},
    RefusalSentence{"unknown_currency",
                    {"This currency is not known; write its three letters, such as JPY",
                     "この通貨はありません。JPYのように3文字で入力してください"}},
    RefusalSentence{"unknown_rate",
                    {"There is no such tax rate, or none for this date", "この税率はないか、この日付では使えません"}},
    RefusalSentence{"unknown_tender",
                    {"There is no such way to pay; choose cash, card, QR or other",
                     "この支払い方法はありません。現金、カード、QR決済、その他からお選びください"}},
    RefusalSentence{"voucher_balance",
                    {"This is more than is left on the voucher; use less, and pay the rest another way",
                     "商品券の残高を超えています。残高以内にして、残りはほかの方法でお支払いください"}},
};

}  // namespace

RefusalSentences money_refusals()
{
    return sentences;
}

}  // namespace kushi
