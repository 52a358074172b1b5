#include "app/words/refusals.h"

#include <gtest/gtest.h>

namespace kushi {
namespace {

TEST(ARefusalInWords, NamesTheFieldAndTheFact)
{
    struct Case { const char* why; Refusal refusal; const char* english; const char* japanese; };
    for (const auto& c : {
             Case{"code alone", {"too_deep"}, "This is nested too deeply.", "入れ子が深すぎます。"},
             Case{"with its field", {"unknown_field", "life.jaw"}, "There is no such field (life.jaw).", "この項目はありません（life.jaw）。"},
             Case{"with field and fact", {"out_of_range", "bother", "0 to 4"}, "This number is outside its range (bother: 0 to 4).",
                  "数値が範囲の外です（bother：0 to 4）。"},
             Case{"with the fact alone", {"too_long", "", "200"}, "This is too long (200).", "長すぎます（200）。"},
             Case{"a code without a sentence", {"moon_is_full", "moon"}, "This was refused: moon_is_full (moon).",
                  "受け付けられませんでした：moon_is_full（moon）。"}}) {
        EXPECT_EQ(words_of(c.refusal, "en"), c.english) << c.why;
        EXPECT_EQ(words_of(c.refusal, "ja"), c.japanese) << c.why;
        EXPECT_EQ(words_of(c.refusal, "fr"), c.english) << c.why << ": another language reads English";
    }
}

}  // namespace
}  // namespace kushi
