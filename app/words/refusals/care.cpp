#include <array>

#include "app/words/refusals/sentences.h"

namespace kushi {
namespace {

constexpr std::array sentences{
    RefusalSentence{"adapt_not_allowed",
                    {"With this red flag the visit cannot go on, not even adapted; postpone or refer",
                     "この確認項目では、内容を変えても続けられません。日を改めるか、受診をおすすめしてください"}},
    RefusalSentence{"blocked_product",
                    {"An allergy on record blocks this product; choose another, or ask a manager",
                     "記録されたアレルギーのため、この製品は使えません。別の製品を選ぶか、店長にご相談ください"}},
    RefusalSentence{"consent",
                    {"The client's consent is not on record yet, so nothing was kept; ask for it first",
                     "同意の記録がまだないため、保存していません。先に同意をいただいてください"}},
    RefusalSentence{
        "expired_lot",
        {"This lot is past its date; use another", "このロットは使用期限を過ぎています。別のロットを使ってください"}},
    RefusalSentence{"gentle_massage_only",
                    {"Only a gentle massage is advised for this visit, without products",
                     "本日おすすめできるのは、製品を使わないやさしいほぐしだけです"}},
    RefusalSentence{"needs_signature",
                    {"A signature is still missing; let the client sign here or on paper",
                     "ご署名がまだありません。画面または紙にご署名をいただいてください"}},
    RefusalSentence{"no_ritual",
                    {"This service has no ritual of its own; choose one",
                     "このメニューには決まった施術内容がありません。お選びください"}},
    RefusalSentence{"no_treatment",
                    {"No ritual has been started on this visit; start one first",
                     "施術がまだ始まっていません。先に開始してください"}},
    RefusalSentence{"postponed", {"This visit was put off to another day", "このご来店は日を改めることになっています"}},
    RefusalSentence{"red_flag",
                    {"A red flag is open: go on adapted, postpone or refer",
                     "確認が必要な項目があります。内容を変えて続行、日を改める、受診のおすすめから選んでください"}},
    RefusalSentence{"referred", {"This client was advised to see a doctor first", "先に受診をおすすめしています"}},
    RefusalSentence{"ritual_started",
                    {"A ritual has begun on this visit already; it goes on as it is",
                     "施術はすでに始まっています。そのまま続きます"}},
    RefusalSentence{"safety",
                    {"The safety check is not complete; answer every question first",
                     "安全確認が終わっていません。先にすべての質問にお答えください"}},
    RefusalSentence{"step_ended",
                    {"This step has ended and stays as it is", "このステップは終わっています。記録はそのままです"}},
    RefusalSentence{"step_not_paused", {"This step is not paused", "このステップは一時停止していません"}},
    RefusalSentence{"step_not_running",
                    {"This step is not running; start it first", "このステップは動いていません。先に開始してください"}},
    RefusalSentence{
        "step_running",
        {"This step has started already; it goes on", "このステップはすでに始まっています。そのまま続きます"}},
    RefusalSentence{"treatment_finished",
                    {"This treatment is finished and stays as it is", "この施術は終了しています。記録はそのままです"}},
    RefusalSentence{"unit_mismatch", {"This product is measured in another unit", "この製品は別の単位で量ります"}},
    RefusalSentence{"unknown_lot", {"There is no such lot of this product", "この製品にこのロットはありません"}},
    RefusalSentence{"unknown_product", {"There is no such product", "この製品はありません"}},
    RefusalSentence{"unknown_ritual", {"There is no such ritual", "この施術内容はありません"}},
    RefusalSentence{"unknown_step", {"There is no such step in this ritual", "この施術にこのステップはありません"}},
};

}  // namespace

RefusalSentences care_refusals()
{
    return sentences;
}

}  // namespace kushi
