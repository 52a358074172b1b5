#include <array>

#include "app/words/refusals/sentences.h"

namespace kushi {
namespace {

constexpr std::array sentences{
    RefusalSentence{"bad_address",
                    {"Write the printer's host or IP address in plain letters",
                     "プリンターのホスト名またはIPアドレスを半角で入力してください"}},
    RefusalSentence{"bad_document",
                    {"This stored paper cannot be read; the sale itself is safe",
                     "保存された帳票を読めません。会計の記録は残っています"}},
    RefusalSentence{"job_ended", {"This paper is done with; print the document again instead",
                                  "この印刷は終了しています。必要なら書類を再発行してください"}},
    RefusalSentence{"job_not_uncertain",
                    {"Only a paper that may or may not be there is told to be printed", "印刷結果が不明な用紙だけ印刷済みにできます"}},
    RefusalSentence{"job_sending", {"This paper is being printed; wait until it ends", "印刷中です。終わるまでお待ちください"}},
    RefusalSentence{"no_printer",
                    {"There is no printer yet; add one, and this can be printed later",
                     "プリンターがまだありません。追加すれば、あとで印刷できます"}},
    RefusalSentence{"no_ticket_used",
                    {"No ticket was used in this sale", "この会計では回数券が使われていません"}},
    RefusalSentence{"nothing_received",
                    {"No money was taken in this sale; what was paid before was receipted then",
                     "この会計で受け取った金額はありません。前払分の領収書は販売時のものをご利用ください"}},
    RefusalSentence{"port_in_use",
                    {"Another program listens on this port; choose another port",
                     "このポートはほかのプログラムが使っています。別のポートをお選びください"}},
    RefusalSentence{"unknown_job", {"There is no such print job", "この印刷ジョブは見つかりません"}},
    RefusalSentence{"unknown_printer", {"There is no such printer", "このプリンターはありません"}},
    RefusalSentence{"unknown_profile",
                    {"There is no such printer profile; choose generic-80, generic-58, clone-80 or clone-58",
                     "このプロファイルはありません。generic-80、generic-58、clone-80、clone-58からお選びください"}},
    RefusalSentence{"unreadable_paper",
                    {"What this paper said can no longer be read; print the document again instead",
                     "この用紙の内容を読み出せません。書類を再発行してください"}},
};

}  // namespace

RefusalSentences paper_refusals()
{
    return sentences;
}

}  // namespace kushi
