#include "app/widgets/kana.h"

#include <gtest/gtest.h>

namespace kushi {
namespace {

TEST(TheLastKana, IsChangedByItsMarks)
{
    struct Case {
        const char* why;
        const char* before;
        KanaChange change;
        const char* after;
    };
    using enum KanaChange;
    for (const auto& c :
         {Case{"small", "りよ", size, "りょ"}, Case{"and large again", "りょ", size, "りよ"},
          Case{"a small tsu", "いつ", size, "いっ"}, Case{"it has no small form", "か゛さ", size, "か゛さ"},
          Case{"voiced", "さとか", voiced, "さとが"}, Case{"and plain again", "さとが", voiced, "さとか"},
          Case{"from one mark to the other", "ば", half_voiced, "ぱ"}, Case{"and back", "ぱ", voiced, "ば"},
          Case{"from small to voiced", "っ", voiced, "づ"}, Case{"no mark for it", "さとま", voiced, "さとま"},
          Case{"no half mark for it", "か", half_voiced, "か"}, Case{"katakana", "サトハ", half_voiced, "サトパ"},
          Case{"a small one", "シヤ", size, "シャ"}, Case{"v", "ウ", voiced, "ヴ"},
          Case{"Latin", "sato", voiced, "sato"}, Case{"a kanji", "佐", voiced, "佐"},
          Case{"the long sign", "カー", size, "カー"}, Case{"nothing", "", size, ""},
          Case{"a smile of four bytes", "か\U0001F600", voiced, "か\U0001F600"}}) {
        EXPECT_EQ(changed_kana(c.before, c.change), c.after) << c.why;
    }
}

}  // namespace
}  // namespace kushi
