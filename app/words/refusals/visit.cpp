#include <array>

#include "app/words/refusals/sentences.h"

namespace kushi {
namespace {

constexpr std::array sentences{
    RefusalSentence{
        "already_arrived",
        {"This client has arrived already; the visit stays as it is", "すでにご来店済みです。記録はそのままです"}},
    RefusalSentence{"already_at_desk", {"This visit waits at the desk already", "このご来店はすでに会計待ちです"}},
    RefusalSentence{"already_in_chair", {"This client is in the chair already", "すでに施術席にご案内済みです"}},
    RefusalSentence{"in_the_past",
                    {"This time is past; choose a later one", "過去の日時です。これからの日時をお選びください"}},
    RefusalSentence{"needs_client",
                    {"This visit has no client to book for; name one first",
                     "このご来店には顧客が登録されていません。先に登録してください"}},
    RefusalSentence{
        "not_a_therapist",
        {"This person is not a therapist; choose one", "この方は施術者ではありません。施術者をお選びください"}},
    RefusalSentence{
        "not_arrived",
        {"This client has not arrived yet; check them in first", "まだご来店前です。先に受付をしてください"}},
    RefusalSentence{"not_booked",
                    {"This client came without a booking; cancel the visit instead",
                     "ご予約のないご来店です。取り消す場合は来店をキャンセルしてください"}},
    RefusalSentence{
        "not_today",
        {"This client arrived on another day; the visit stays as it is", "別の日にご来店済みです。記録はそのままです"}},
    RefusalSentence{"recorded_at_chair",
                    {"Something was recorded at the chair already; the client stays checked in",
                     "すでに施術席で記録があります。受付はそのままです"}},
    RefusalSentence{"unknown_room", {"There is no such room", "この部屋はありません"}},
    RefusalSentence{"unknown_service", {"There is no such service", "このメニューはありません"}},
    RefusalSentence{"unknown_visit", {"There is no such visit", "このご来店は見つかりません"}},
    RefusalSentence{"visit_closed",
                    {"This visit is over and stays as it is", "このご来店は終了しています。記録はそのままです"}},
};

}  // namespace

RefusalSentences visit_refusals()
{
    return sentences;
}

}  // namespace kushi
