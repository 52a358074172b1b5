#include "app/words/refusals.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "app/words/refusals/sentences.h"
#include "tests/app/words/refusal_codes.h"

namespace kushi {
namespace {

std::vector<RefusalSentence> all_sentences()
{
    std::vector<RefusalSentence> all;
    for (const auto area : {request_refusals, money_refusals, sale_refusals, day_refusals, people_refusals,
                            visit_refusals, care_refusals, paper_refusals, salon_refusals}) {
        std::ranges::copy(area(), std::back_inserter(all));
    }
    return all;
}

std::vector<std::string> without_a_sentence(const std::set<std::string>& codes)
{
    std::vector<std::string> silent;
    for (const auto& code : codes) {
        const Phrase phrase = refusal_phrase(code);
        if (phrase.english.empty() || phrase.japanese.empty()) silent.push_back(code);
    }
    return silent;
}

bool ends_with_a_stop(std::string_view text)
{
    return text.ends_with('.') || text.ends_with('!') || text.ends_with("。") || text.ends_with("！");
}

TEST(ARefusalInWords, NamesTheFieldAndTheFact)
{
    struct Case { const char* why; Refusal refusal; const char* english; const char* japanese; };
    for (const auto& c : {
             Case{"code alone", {"out_of_range"}, "This number is outside its range.", "数値が範囲の外です。"},
             Case{"with its field", {"unknown_word", "life.jaw"}, "This word is not one of those listed (life.jaw).",
                  "この語は一覧にありません（life.jaw）。"},
             Case{"with field and fact", {"out_of_range", "bother", "0 to 4"}, "This number is outside its range (bother: 0 to 4).",
                  "数値が範囲の外です（bother：0 to 4）。"},
             Case{"with the fact alone", {"too_long", "", "200"}, "This is too long; make it shorter (200).", "長すぎます。短くしてください（200）。"},
             Case{"a code without a sentence", {"moon_is_full", "moon"}, "This was refused: moon_is_full (moon).",
                  "受け付けられませんでした：moon_is_full（moon）。"}}) {
        EXPECT_EQ(words_of(c.refusal, "en"), c.english) << c.why;
        EXPECT_EQ(words_of(c.refusal, "ja"), c.japanese) << c.why;
        EXPECT_EQ(words_of(c.refusal, "fr"), c.english) << c.why << ": another language reads English";
    }
}

TEST(EveryRefusalOfTheProgram, HasASentenceInBothLanguages)
{
    EXPECT_THAT(without_a_sentence(all_refusal_codes()), testing::IsEmpty()) << "add them in app/words/refusals/";
}

TEST(EveryRefusalOfTheProgram, IsFoundInItsSource)
{
    struct Case { const char* why; const char* source; std::set<std::string> codes; };
    for (const auto& c : {
             Case{"a call", R"(return refused("moon_is_full", "moon");)", {"moon_is_full"}},
             Case{"a method", R"(command.fields.refuse("moon_is_full", name);)", {"moon_is_full"}},
             Case{"a value in brackets", R"(throw Refused{{"moon_is_full", {}, "x"}};)", {"moon_is_full"}},
             Case{"a list", R"(problem.note({"moon_is_full", path});)", {"moon_is_full"}},
             Case{"one of two", R"(refused(day(a, b) ? "moon_is_full" : "moon_is_new", "field"))", {"moon_is_full", "moon_is_new"}},
             Case{"on the next line", "refused(\n    \"moon_is_full\")", {"moon_is_full"}},
             Case{"a key's", R"(case KeyFault::moon: return "moon_is_full";)", {"moon_is_full"}},
             Case{"a field is no code", R"(refused(other.error().code, "moon"))", {}},
             Case{"a declaration", "void refuse(std::string code, std::string detail = {});", {}}}) {
        EXPECT_EQ(refusal_codes_in(c.source), c.codes) << c.why;
        const std::vector<std::string> missing{c.codes.begin(), c.codes.end()};
        EXPECT_EQ(without_a_sentence(refusal_codes_in(c.source)), missing) << c.why << ": and it would be missed";
    }
}

TEST(ASentenceOfARefusal, IsSpokenByTheProgramAndStandsOnce)
{
    const auto given = all_refusal_codes();
    std::set<std::string_view> seen;
    for (const auto& [code, phrase] : all_sentences()) {
        EXPECT_TRUE(given.contains(std::string{code})) << code << " is given by nothing";
        EXPECT_TRUE(seen.insert(code).second) << code << " stands twice";
    }
}

TEST(ASentenceOfARefusal, KeepsTheTone)
{
    for (const auto& [code, phrase] : all_sentences()) {
        for (const std::string_view text : {phrase.english, phrase.japanese}) {
            EXPECT_FALSE(ends_with_a_stop(text)) << code << ": the stop comes after the facts";
            EXPECT_EQ(text.find_first_of("!"), std::string_view::npos) << code;
        }
        for (const char* blame : {"nvalid", "llegal", "ou must"}) {
            EXPECT_EQ(phrase.english.find(blame), std::string_view::npos) << code << ": " << blame;
        }
        EXPECT_EQ(phrase.japanese.find("マッサージ"), std::string_view::npos) << code << ": a licensed trade's word";
        EXPECT_LE(phrase.english.size(), 120U) << code << ": short";
    }
}

}  // namespace
}  // namespace kushi
