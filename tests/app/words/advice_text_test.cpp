#include "app/words/advice.h"

#include <gmock/gmock.h>

#include <regex>

#include "app/words/answers.h"
#include "tests/core/care/advised.h"

namespace kushi {
namespace {

using testing::ElementsAre;

TEST(TheTextOfAnAdvice, TellsThePlanAndWhy)
{
    const auto advice = advise(told(R"({"concerns":["oily"],"goals":["rest"],"safety":{"allergies":["almond"]}})"), {});
    EXPECT_THAT(advice_text(advice, "en"),
                ElementsAre("We suggest a head spa, with head massage in between: oily scalp, the wish to rest.",
                            "We use a clarifying cleanser, a light mask and a light conditioner.", "An exfoliation is part of it.",
                            "We massage without oil, or cleanse afterwards: oil feels heavy on this scalp.", "We leave heavy oils out.",
                            "Because of your allergies we leave out what holds: almond.", "We suggest your next head spa in 2 weeks.",
                            "A head massage may be as often as once a week, or every few weeks up to four."));
    EXPECT_THAT(advice_text(advice, "ja"),
                ElementsAre("ヘッドスパと、その合間のヘッドほぐしをおすすめします（頭皮のべたつき、くつろぎたい）。",
                            "さっぱり洗えるクレンジングと、軽いマスク、軽いコンディショナーを使います。", "角質ケアも行います。",
                            "オイルは重く感じやすい頭皮のため、オイルなしでほぐすか、ほぐしたあとに洗い流します。", "重いオイルは使いません。",
                            "アレルギーのため、次のものを含む製品は使いません：almond。", "次回のヘッドスパは2週間後がおすすめです。",
                            "ヘッドほぐしは、週に1回から4週に1回の間でお選びください。"));
}

TEST(TheTextOfAnAdvice, SendsToADoctorAndPromisesNoVisitWhereARedFlagStops)
{
    EXPECT_THAT(advice_text(advise(told(R"({"concerns":["scalp_pain","oily"]})"), {}), "en"),
                ElementsAre("Out of care for you we leave your scalp in peace today: scalp pain.",
                            "Please see a doctor first; we look forward to welcoming you afterwards."));
    EXPECT_THAT(advice_text(advise(told(R"({"concerns":["patchy_hair_loss"]})"), {}), "ja"),
                ElementsAre("本日は、気になる部分を避けたやさしいヘッドほぐしのみご案内できます（部分的な抜け毛）。", "医師へのご相談をおすすめします。"));
    const auto fever = advise(told(R"({"safety":{"fever":true}})"), {}, {}, {}, {{"fever", HouseAction::stop}});
    EXPECT_EQ(advice_text(fever, "en").front(), "Out of care for you we do not begin today: fever.");
}

TEST(TheTextOfAnAdvice, SaysWhatADisagreementCameTo)
{
    const auto text = advice_text(advise(told(R"({"concerns":["oily","sensitive","flakes"],"since_last":{"itch":3}})"), {}), "en");
    EXPECT_THAT(text, testing::IsSupersetOf({"We use a gentle cleanser, low steam and light pressure.", "There is no exfoliation today.",
                                             "For the flakes, a scalp mask that clears.",
                                             "Where your answers ask for different care, the gentler comes first.",
                                             "We suggest your next head spa in 4 to 6 weeks.",
                                             "Going by how it went after your last visit, 4 weeks may suit you."}));
}

/// One consultation for each word of the paper, and some together, so that every sentence is said.
std::vector<Advice> many_advices()
{
    std::vector<Advice> advices{advise({}, {})};
    for (const auto concern : Words<Concern>::list) {
        for (const auto other : Words<Concern>::list) {
            const auto text = R"({"concerns":[")" + std::string{concern} + R"(",")" + std::string{other} + R"("])";
            advices.push_back(advise(told(text + "}"), {}));
            advices.push_back(advise(told(text + R"(,"goals":["rest"],"tension":{"headache":"new"},"since_last":{"itch":2}})"), {}));
        }
    }
    for (const auto& question : safety_questions()) {
        const auto yes = told(R"({"safety":{")" + question + R"(":true}})");
        for (const auto action : {HouseAction::ask, HouseAction::stop}) advices.push_back(advise(yes, {}, {}, {}, {{question, action}}));
    }
    for (const auto goal : Words<Goal>::list) {
        advices.push_back(advise(told(R"({"preference":{"steps":"few","often":"weekly"},"goals":[")" + std::string{goal} + R"("]})"), {}));
    }
    for (const auto zone : Words<Zone>::list) {
        for (const auto condition : Words<Condition>::list) {
            advices.push_back(advise({}, seen(R"({")" + std::string{zone} + R"(":{"conditions":{")" + std::string{condition} + R"(":3}}})")));
        }
    }
    const auto rest = R"({"life":{"dry_shampoo":"often","styling":"often","sea_or_pool":"often","sport":"often","screen_hours":8},
        "tension":{"headache":"tension","temples":true,"jaw":true,"neck":true,"shoulders":true},"scalp_type":"dry"})";
    advices.push_back(advise(told(rest), {}, History{{{30, 0, {}, {}, {}}}}));
    return advices;
}

TEST(TheTextOfAnAdvice, HoldsNoWordThatPromisesACureOrGrowth)
{
    const std::regex english{R"(cur(e|es|ed|ing)\b|regrow|growth|\bgrow|heal(s|ed|ing)?\b|treat(s|ed|ment)?\b|guarant|restor|therap(y|eutic)|diagnos)",
                             std::regex::icase};
    const std::regex japanese{"治|発毛|育毛|増毛|養毛|生え|マッサージ|改善|効果|効く|効能|再生|回復|診断|若返"};
    for (const Advice& advice : many_advices()) {
        for (const auto& sentence : advice_text(advice, "en")) EXPECT_FALSE(std::regex_search(sentence, english)) << sentence;
        for (const auto& sentence : advice_text(advice, "ja")) EXPECT_FALSE(std::regex_search(sentence, japanese)) << sentence;
    }
}

TEST(TheTextOfAnAdvice, IsWholeInBothLanguages)
{
    const std::regex path{R"([a-z]+_[a-z]+|[a-z]\.[a-z]|=|\{\})"};
    for (const Advice& advice : many_advices()) {
        const auto english = advice_text(advice, "en"), japanese = advice_text(advice, "ja");
        ASSERT_FALSE(english.empty());
        EXPECT_EQ(english.size(), japanese.size());
        for (const auto& sentence : english) {
            EXPECT_TRUE(sentence.ends_with(".")) << sentence;
            EXPECT_FALSE(std::regex_search(sentence, path)) << sentence;
        }
        for (const auto& sentence : japanese) {
            EXPECT_TRUE(sentence.ends_with("す。") || sentence.ends_with("ん。") || sentence.ends_with("い。") || sentence.ends_with("）。")) << sentence;
            EXPECT_FALSE(std::regex_search(sentence, std::regex{"[A-Za-z]"})) << sentence;
        }
    }
}

TEST(EveryAnswer, ThatCanFireARuleHasWords)
{
    for (const Advice& advice : many_advices()) {
        for (const auto& rule : advice.rules) {
            for (const auto& answer : rule.because) {
                EXPECT_NE(answer_words(answer, "en"), answer) << rule.id;
                EXPECT_NE(answer_words(answer, "ja"), answer_words(answer, "en")) << answer;
            }
        }
    }
    EXPECT_EQ(answer_words("zones.crown.oily=3", "en"), "oiliness at the crown (3 of 4)");
    EXPECT_EQ(answer_words("zones.crown.oily=3", "ja"), "頭頂部のべたつき（4段階の3）");
    EXPECT_EQ(answer_words("life.screen_hours=7.5", "ja"), "画面を見る時間が1日7.5時間");
    EXPECT_EQ(answer_words("moon.full", "ja"), "moon.full") << "unknown answers stay as they are";
}

}  // namespace
}  // namespace kushi
