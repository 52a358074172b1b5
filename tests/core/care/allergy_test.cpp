#include "core/care/allergy.h"

#include "core/care/fit.h"
#include "tests/core/care/advised.h"

namespace kushi {
namespace {

TEST(AnAllergy, MatchesWhatItSpeaksOf)
{
    struct Case { const char* why; const char* allergy; const char* ingredient; bool matches; };
    for (const auto& c : {
             Case{"the same", "menthol", "menthol", true},
             Case{"case makes no difference", "MENTHOL", "Menthol", true},
             Case{"nor does width", "Ｍｅｎｔｈｏｌ", "menthol", true},
             Case{"nor do half width kana", "ﾒﾝﾄｰﾙ", "メントール", true},
             Case{"nor hiragana", "めんとーる", "メントール", true},
             Case{"a word of the ingredient", "almond", "Prunus Amygdalus Dulcis (Sweet Almond) Oil", true},
             Case{"words in a row", "sweet almond oil", "Prunus Amygdalus Dulcis (Sweet Almond) Oil", true},
             Case{"not in a row", "sweet oil", "Prunus Amygdalus Dulcis (Sweet Almond) Oil", false},
             Case{"the ingredient is a word of the allergy", "very bad with lanolin creams", "Lanolin", true},
             Case{"a plural", "Almonds", "almond oil", true},
             Case{"one of several, by commas", "eggs, nickel; almond", "Sweet Almond Oil", true},
             Case{"one of several, by and", "nickel and almond oil", "Sweet Almond Oil", true},
             Case{"one of several, in Japanese", "卵、乳・小麦", "加水分解小麦", true},
             Case{"a compound", "nut", "Hazelnut Oil", true},
             Case{"the end of a word only", "oat", "Sodium Benzoate", false},
             Case{"two letters are no compound", "st", "yeast", false},
             Case{"another thing of the same form", "almond oil", "Coconut Oil", false},
             Case{"the form alone", "oil", "Coconut Oil", false},
             Case{"the form itself", "water", "Water", true},
             Case{"a listed form says nothing", "lavender water", "Water", false},
             Case{"Japanese within", "アーモンド", "スイートアーモンド油", true},
             Case{"one character within", "卵", "卵黄油", true},
             Case{"one listed character says little", "紅茶色の染料", "茶", false},
             Case{"the ingredient within the Japanese sentence", "ハッカ油で赤くなります", "ハッカ油", true},
             Case{"another", "大豆", "小麦", false},
             Case{"nothing but signs", "!?", "menthol", false},
             Case{"an empty ingredient", "menthol", "", false}}) {
        EXPECT_EQ(allergy_matches(c.allergy, c.ingredient), c.matches) << c.why;
    }
}

const CareCatalogue salon{
    {{"p-almond", "Balm", {"Caprylic Triglyceride", "Sweet Almond Oil"}, {"heavy_oil"}},
     {"p-nothing-known", "Almond Scrub", {}, {}},
     {"p-cleanser", "Almond Free Cleanser", {"Water", "Menthol"}, {}}},
    {{"s-massage", CareKind::head_massage, {}, {}},
     {"s-spa", CareKind::head_spa, {}, {}},
     {"s-signature", CareKind::head_spa, {"signature"}, {}},
     {"s-clear", CareKind::head_spa, {"clarifying", "oily"}, {}},
     {"s-steam", CareKind::addon, {}, {}}},
    {{"r-oil", CareKind::head_spa, {"moisturising", "dry"}, {"p-almond"}}, {"r-plain", CareKind::head_spa, {}, {"p-cleanser"}}}};

TEST(AnAllergy, LeavesTheProductsOfTheSalonOut)
{
    const auto advice = advise(told(R"({"safety":{"allergies":["Almonds","nickel"]}})"), {}, {}, salon);
    EXPECT_EQ(advice.leave_out, (std::vector<std::string>{"p-almond", "p-nothing-known"}));
    EXPECT_EQ(because(advice, "C7"), std::vector<std::string>{"safety.allergies=Almonds"});
    EXPECT_TRUE(leaves_out(advice, salon.products[0]));
    EXPECT_FALSE(leaves_out(advice, salon.products[2])) << "its name is not its ingredients";
    EXPECT_EQ(advise(told(R"({"safety":{"allergies":["nickel"]}})"), {}, {}, salon).rule("C7"), nullptr);
}

TEST(AnAllergy, IsLeftOutAsWrittenWithoutASalon)
{
    const auto advice = advise(told(R"({"concerns":["oily"],"safety":{"allergies":["Almonds","nickel","Almonds"]}})"), {});
    EXPECT_EQ(advice.leave_out, (std::vector<std::string>{"heavy_oil", "Almonds", "nickel"}));
}

TEST(AnOilyScalp, LeavesHeavyOilsOut)
{
    const auto advice = advise(told(R"({"concerns":["oily"]})"), {}, {}, salon);
    EXPECT_EQ(advice.leave_out, std::vector<std::string>{"heavy_oil"});
    EXPECT_TRUE(leaves_out(advice, salon.products[0]));
    EXPECT_EQ(advise(told(R"({"concerns":["oily","sensitive"]})"), {}).leave_out, std::vector<std::string>{"heavy_oil"})
        << "also where the cleanse goes to another rule";
}

TEST(TheOffers, ComeInOrderOfFit)
{
    struct Case { const char* why; const char* consultation; std::vector<std::string> services; };
    for (const auto& c : {Case{"nothing said", "{}", {"s-signature", "s-spa", "s-clear", "s-steam"}},
                          Case{"oily", R"({"concerns":["oily"]})", {"s-clear", "s-spa", "s-signature", "s-steam"}},
                          Case{"tension", R"({"goals":["rest"]})", {"s-massage", "s-steam"}},
                          Case{"both", R"({"concerns":["itch"],"goals":["rest"]})", {"s-spa", "s-signature", "s-clear", "s-massage", "s-steam"}},
                          Case{"hair loss", R"({"concerns":["sudden_hair_loss"]})", {"s-massage"}},
                          Case{"pain", R"({"concerns":["scalp_pain"]})", {}}}) {
        EXPECT_EQ(advise(told(c.consultation), {}, {}, salon).services, c.services) << c.why;
    }
    EXPECT_EQ(advise(told(R"({"concerns":["dry"]})"), {}, {}, salon).rituals, (std::vector<std::string>{"r-oil", "r-plain"}));
    EXPECT_EQ(advise(told(R"({"concerns":["dry"],"safety":{"allergies":["almond"]}})"), {}, {}, salon).rituals,
              (std::vector<std::string>{"r-plain", "r-oil"})) << "a recipe with what is left out comes after one without";
}

}  // namespace
}  // namespace kushi
