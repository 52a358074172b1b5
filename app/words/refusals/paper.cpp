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
    RefusalSentence{"no_printer",
                    {"There is no printer yet; add one, and this can be printed later",
                     "プリンターがまだありません。追加すれば、あとで印刷できます"}},
    RefusalSentence{"port_in_use",
                    {"Another program listens on this port; choose another port",
                     "このポートはほかのプログラムが使っています。別のポートをお選びください"}},
    RefusalSentence{"unknown_printer", {"There is no such printer", "このプリンターはありません"}},
    RefusalSentence{"unknown_profile",
                    {"There is no such printer profile; choose generic-80, generic-58, clone-80 or clone-58",
                     "このプロファイルはありません。generic-80、generic-58、clone-80、clone-58からお選びください"}},
};

}  // namespace

RefusalSentences paper_refusals()
{
    return sentences;
}

}  // namespace kushi
