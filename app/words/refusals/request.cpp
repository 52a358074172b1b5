#include <array>

#include "app/words/refusals/sentences.h"

namespace kushi {
namespace {

constexpr std::array sentences{
    RefusalSentence{"at_not_allowed",
                    {"A time can be given in a salon for practice only; leave it out",
                     "日時を指定できるのは練習用のサロンだけです。指定を外してください"}},
    RefusalSentence{"bad_date",
                    {"Write this date as year-month-day, such as 2026-11-14",
                     "日付は2026-11-14のように年-月-日で入力してください"}},
    RefusalSentence{"bad_instant",
                    {"Write this time in UTC, such as 2026-11-14T01:30:00Z",
                     "日時は2026-11-14T01:30:00Zのように協定世界時で入力してください"}},
    RefusalSentence{"bad_json",
                    {"This line cannot be read as JSON, so nothing was done",
                     "この行はJSONとして読めないため、何も行っていません"}},
    RefusalSentence{"bad_key",
                    {"This key must be a UUID, a new one for each payment",
                     "キーはUUIDで、お支払いごとに新しいものを使ってください"}},
    RefusalSentence{"bad_request",
                    {"This is missing or has another form than expected", "必要な内容がないか、形式が異なります"}},
    RefusalSentence{"bad_text",
                    {"This text cannot be kept; write it in UTF-8, neither empty nor very long, on one line",
                     "このテキストは保存できません。UTF-8で、空や長文を避け、1行で入力してください"}},
    RefusalSentence{"blank", {"Write something here that can be seen", "目に見える文字を入力してください"}},
    RefusalSentence{"card_number",
                    {"This looks like a card number, which is never kept; leave it out",
                     "カード番号のように見えます。カード番号は保存しませんので、取り除いてください"}},
    RefusalSentence{"control_character",
                    {"There is an invisible control character in this; take it out",
                     "目に見えない制御文字が含まれています。取り除いてください"}},
    RefusalSentence{"duplicate_field",
                    {"This field stands here twice, and only one can count; nothing was done",
                     "同じ項目が2回あり、どちらか決められないため、何も行っていません"}},
    RefusalSentence{
        "key_reused",
        {"This key belongs to an earlier act with other content; nothing was done again. Use a new key",
         "このキーは内容の異なる別の操作で使用済みです。二重には行っていません。新しいキーを使ってください"}},
    RefusalSentence{"out_of_range", {"This number is outside its range", "数値が範囲の外です"}},
    RefusalSentence{"too_deep",
                    {"This is nested too deeply; use fewer levels", "入れ子が深すぎます。浅くしてください"}},
    RefusalSentence{"too_long", {"This is too long; make it shorter", "長すぎます。短くしてください"}},
    RefusalSentence{
        "too_many_marks",
        {"Too many marks stand on one letter; leave some out", "1つの文字に重なる記号が多すぎます。減らしてください"}},
    RefusalSentence{
        "unknown_command",
        {"There is no such command; check its spelling", "このコマンドはありません。つづりをご確認ください"}},
    RefusalSentence{"unknown_field",
                    {"There is no such field; check its spelling", "この項目はありません。つづりをご確認ください"}},
    RefusalSentence{"unknown_kind",
                    {"The calculator has no examples of this kind", "計算機にこの種類の例題はありません"}},
    RefusalSentence{"unknown_word", {"This word is not one of those listed", "この語は一覧にありません"}},
};

}  // namespace

RefusalSentences request_refusals()
{
    return sentences;
}

}  // namespace kushi
