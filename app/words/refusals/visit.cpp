#include <array>

#include "app/words/refusals/sentences.h"

namespace kushi {
namespace {

constexpr std::array sentences{
    RefusalSentence{
        "already_arrived",
        {"This client has arrived already; the visit stays as it is", "すでにご来店済みです。記録はそのままです"}},
    RefusalSentence{"in_the_past",
                    {"This time is past; choose a later one", "過去の日時です。これからの日時をお選びください"}},
    RefusalSentence{"needs_client",
                    {"This visit has no client to book for; name one first",
                     "このご来店には顧客が登録されていません。先に登録してください"}},
    RefusalSentence{
        "not_a_therapist",
        {"This person is not a therapist; choose one", "この方は施術者ではありません。施術者をお選びください"}},
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
