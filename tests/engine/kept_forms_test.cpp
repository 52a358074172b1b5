#include <gtest/gtest.h>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

const std::string card = "4111 1111 1111 1111";
const Json half{{"concerns", {"itch"}}};

Json keep_on(const std::string& visit, const char* form, const Json& content = half)
{
    return {{"do", "keep"}, {"visit", visit}, {"form", form}, {"content", content}};
}

Json kept_on(TestSalon& salon, const std::string& visit, const char* form, const std::string& as = TestSalon::therapist)
{
    return salon.does({{"do", "kept"}, {"visit", visit}, {"form", form}}, as)["content"];
}

TEST(AHalfFilledForm, IsThereAgainAfterARestart)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.consent(visit);
    EXPECT_TRUE(kept_on(salon, visit, "consult").is_null());
    salon.does(keep_on(visit, "consult"), TestSalon::therapist);
    salon.restart();
    EXPECT_EQ(kept_on(salon, visit, "consult"), half);
    EXPECT_EQ(salon.does({{"do", "kept"}, {"visit", visit}, {"form", "consult"}}, TestSalon::therapist)["kept_at"],
              "2026-11-14T01:00:00.000Z");
    salon.does(keep_on(visit, "consult", {{"concerns", {"dry"}}}), TestSalon::therapist);
    EXPECT_EQ(kept_on(salon, visit, "consult"), Json({{"concerns", {"dry"}}})) << "the newest replaces what was kept";
    salon.does(keep_on(visit, "consult", nullptr), TestSalon::therapist);
    EXPECT_TRUE(kept_on(salon, visit, "consult").is_null()) << "and nothing forgets it";
}

TEST(AHalfFilledForm, AboutHealthWaitsForTheConsentLikeTheAnswersThemselves)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.refuses(keep_on(visit, "consult"), "consent", TestSalon::therapist);
    salon.refuses(keep_on(visit, "a_form_of_tomorrow"), "consent", TestSalon::therapist);
    salon.does(keep_on(visit, "consent"), TestSalon::therapist);
    salon.does(keep_on(visit, "checkout"), TestSalon::desk);
    salon.consent(visit);
    salon.does(keep_on(visit, "consult"), TestSalon::therapist);
}

TEST(AHalfFilledForm, AboutHealthIsNotForTheDesk)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.consent(visit);
    salon.does(keep_on(visit, "consult"), TestSalon::therapist);
    for (const char* form : {"consult", "consent", "a_form_of_tomorrow"}) {
        salon.refuses(keep_on(visit, form), "not_allowed", TestSalon::desk);
        salon.refuses({{"do", "kept"}, {"visit", visit}, {"form", form}}, "not_allowed", TestSalon::desk);
    }
    salon.refuses({{"do", "kept"}, {"visit", visit}, {"form", "consult"}}, "not_yours", TestSalon::manager);
    EXPECT_EQ(kept_on(salon, visit, "consult", TestSalon::other_therapist), half)
        << "today's clients are the whole team's";
}

TEST(AHalfFilledForm, IsGoneWhenItIsAFact)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.does(keep_on(visit, "consent"), TestSalon::therapist);
    salon.consent(visit);
    EXPECT_TRUE(kept_on(salon, visit, "consent").is_null());
    const std::vector<Json> facts{{{"do", "consult"}, {"visit", visit}, {"consultation", {{"concerns", {"itch"}}}}},
                                  {{"do", "scalp_map"},
                                   {"visit", visit},
                                   {"moment", "before"},
                                   {"zones", {{"crown", {{"conditions", {{"oily", 1}}}}}}}},
                                  {{"do", "note"}, {"visit", visit}, {"text", "likes quiet"}},
                                  {{"do", "accept_plan"}, {"visit", visit}, {"service", "signature-head-spa"}}};
    for (const auto& fact : facts) {
        const auto form = fact["do"].get<std::string>();
        salon.does(keep_on(visit, form.c_str()), TestSalon::therapist);
        salon.does(keep_on(visit, "scalp_map_after"), TestSalon::therapist);
        salon.does(fact, TestSalon::therapist);
        EXPECT_TRUE(kept_on(salon, visit, form.c_str()).is_null()) << form;
        EXPECT_EQ(kept_on(salon, visit, "scalp_map_after"), half) << "the others stay";
    }
}

TEST(AHalfFilledForm, EndsWithItsVisit)
{
    TestSalon salon;
    salon.open_day();
    const auto forms = [&] {
        Query row{salon.database(), "SELECT COUNT(*) FROM draft"};
        row.next();
        return row.integer(0);
    };
    const auto paid = salon.visit(salon.client());
    salon.consult(paid);
    salon.does(keep_on(paid, "note"), TestSalon::therapist);
    salon.pay(paid);
    EXPECT_EQ(forms(), 0);
    salon.refuses(keep_on(paid, "note"), "already_paid", TestSalon::therapist);
    const auto left = salon.visit(salon.client());
    salon.does(keep_on(left, "checkout"));
    salon.does({{"do", "cancel_visit"}, {"visit", left}});
    EXPECT_EQ(forms(), 0);
    const auto referred = salon.visit(salon.client());
    salon.consult(referred, {{"concerns", {"scalp_pain"}}});
    salon.does(keep_on(referred, "refer"), TestSalon::therapist);
    salon.does({{"do", "refer"}, {"visit", referred}, {"decision", "refer"}, {"reason", "a sore place"}},
               TestSalon::therapist);
    EXPECT_EQ(forms(), 0);
}

TEST(AHalfFilledForm, OfWhoPaidAheadStaysUntilTheRitualEnds)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit(salon.client());
    salon.consult(visit);
    salon.does({{"do", "start_ritual"}, {"visit", visit}}, TestSalon::therapist);
    salon.does(keep_on(visit, "note"), TestSalon::therapist);
    salon.pay(visit);
    salon.does(keep_on(visit, "products"), TestSalon::therapist);
    EXPECT_EQ(kept_on(salon, visit, "note"), half);
    salon.does({{"do", "finish_treatment"}, {"visit", visit}}, TestSalon::therapist);
    salon.refuses({{"do", "kept"}, {"visit", visit}, {"form", "note"}}, "already_paid", TestSalon::therapist);
}

TEST(AFormOfTheTerminal, BelongsToWhoIsSignedIn)
{
    TestSalon salon;
    const Json place{{"screen", "checkout"}, {"visit", "v"}};
    const Json kept{{"do", "kept"}, {"terminal", true}, {"form", "place"}};
    salon.does({{"do", "keep"}, {"terminal", true}, {"form", "place"}, {"content", place}});
    salon.restart();
    EXPECT_EQ(salon.does(kept)["content"], place);
    EXPECT_TRUE(salon.does(kept, TestSalon::manager)["content"].is_null());
}

TEST(AHalfFilledForm, IsRefusedWhereItIsNone)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.refuses({{"do", "keep"}, {"form", "checkout"}, {"content", half}}, "bad_request");
    salon.refuses({{"do", "keep"}, {"visit", visit}, {"terminal", true}, {"form", "checkout"}, {"content", half}},
                  "bad_request");
    for (const char* form : {"", "Checkout", "check out", "form:checkout", "check'; DROP TABLE draft"}) {
        salon.refuses(keep_on(visit, form), "bad_request");
    }
    salon.refuses(keep_on(visit, "checkout", {{"note", card}}), "card_number");
    salon.refuses(keep_on(visit, "checkout", {{"note", std::string(200'001, 'x')}}), "too_long");
    salon.refuses(keep_on(visit, "checkout", Json::array()), "bad_request");
}

}  // namespace
}  // namespace kushi::test
