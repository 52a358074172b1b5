#include <gtest/gtest.h>

#include <cstdlib>

#include "app/screens/concerns/concerns_state.h"
#include "app/screens/consent/consent_state.h"
#include "app/screens/safety/safety_state.h"
#include "app/screens/scalp_map/scalp_map_state.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

TEST(ConsentStateTest, IsCompleteWithBothAnswersAndASignature)
{
    ConsentState state;
    EXPECT_EQ(state.missing(), ConsentState::Missing::answers);
    state = health_data_answered(treatment_answered(state, true), true);
    EXPECT_EQ(state.missing(), ConsentState::Missing::signature);
    EXPECT_EQ(paper_toggled(state).missing(), ConsentState::Missing::nothing);
    EXPECT_EQ(signed_with(state, {{{1, 1}}}).missing(), ConsentState::Missing::signature) << "a touch is no signature";
    EXPECT_EQ(signed_with(state, {{{1, 1}, {9, 9}}}).missing(), ConsentState::Missing::nothing);
    EXPECT_EQ(state.parts(), (std::vector<std::string>{"treatment", "health_data", "photos"}));
}

TEST(ConsentStateTest, AsksNobodyToSignWhoAgreesToNothing)
{
    const auto state = health_data_answered(treatment_answered({}, false), false);
    EXPECT_EQ(state.missing(), ConsentState::Missing::nothing);
    EXPECT_TRUE(state.parts().empty());
}

TEST(SafetyStateTest, AllNoFillsOnlyWhatIsEmptyAndInView)
{
    SafetyState state;
    state = answered(state, "scalp_pain", true);
    state = all_no(state, 11 * SafetyState::row_height_px);
    EXPECT_EQ(state.empty(), (std::vector<std::string>{"surgery", "recent_colour", "medication", "extensions"}));
    EXPECT_EQ(state.answer("scalp_pain"), true);
    EXPECT_TRUE(state.draft.filled);
    EXPECT_FALSE(state.complete());
    state = all_no(scrolled_to(state, 4 * SafetyState::row_height_px), 11 * SafetyState::row_height_px);
    EXPECT_TRUE(state.empty().empty());
    EXPECT_FALSE(state.complete()) << "nobody said yet that they were asked aloud";
    EXPECT_TRUE(asked_aloud(state).complete());
}

TEST(SafetyStateTest, RaisesTheFlagOfAYesAndTakesItBack)
{
    auto state = answered({}, "hair_loss", true);
    ASSERT_EQ(state.raised().flags.size(), 1u);
    EXPECT_EQ(state.raised().flags.front().id, "R1");
    EXPECT_TRUE(may_adapt(state.raised()));
    state = answered(state, "infection", true);
    EXPECT_FALSE(may_adapt(state.raised()));
    state = answered(answered(state, "hair_loss", false), "infection", false);
    EXPECT_TRUE(state.raised().flags.empty());
    EXPECT_EQ(cleared(state).empty().size(), safety_list().size());
}

TEST(SafetyStateTest, WantsToKnowWhatAnAllergyIsTo)
{
    auto state = answered({}, "allergy", true);
    EXPECT_TRUE(state.needs_allergy());
    state = allergy_told(state, " lavender oil ");
    EXPECT_FALSE(state.needs_allergy());
    EXPECT_EQ(state.allergy_text(), "lavender oil");
    EXPECT_TRUE(answered(state, "allergy", false).consultation().safety.allergies->empty());
}

TEST(ConcernsStateTest, CopiesLastTimeButWhatSafetyAsksAnew)
{
    Consultation last;
    last.concerns = {Concern::oily, Concern::scalp_pain};
    last.tension.headache = Headache::severe;
    last.life.sport = Habit::often;
    last.safety.answers["fever"] = true;
    ConcernsState state;
    state.draft.consultation.safety.answers["fever"] = false;
    state = same_as_last(state, last);
    EXPECT_EQ(*state.consultation().concerns, std::vector<Concern>{Concern::oily});
    EXPECT_FALSE(state.consultation().tension.headache);
    EXPECT_EQ(state.consultation().life.sport, Habit::often);
    EXPECT_FALSE(state.consultation().safety.yes("fever"));
}

TEST(ConcernsStateTest, TakesAnAnswerBackWithASecondTap)
{
    const auto sport = [](Consultation & c) -> auto&
    {
        return c.life.sport;
    };
    auto state = answer_toggled(ConcernsState{}, sport, Habit::often);
    EXPECT_EQ(life_unanswered(state.consultation()).size(), life_questions().size() - 1);
    state = answer_toggled(state, sport, Habit::often);
    EXPECT_EQ(life_unanswered(state.consultation()).size(), life_questions().size());
}

/// A visit of the therapist at the terminal, on one of the screens.
struct Chair {
    TerminalDriver desk;
    std::string client, visit;

    explicit Chair(TerminalDriver::Options options = {}, const Json& who = {{"name", "Hanako Test"}})
        : desk{std::move(options)}
    {
        client = desk.salon.client(who);
        visit = desk.salon.visit(client);
        desk.sign_in(TestSalon::therapist);
    }
    void open(const std::string& screen)
    {
        desk.terminal().open({screen, {{"visit", visit}}});
        desk.pass(std::chrono::milliseconds{250});
        desk.resize(desk.scene.size());
        desk.count_from_here();
    }
    [[nodiscard]] Json shown()
    {
        return desk.salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}}, TestSalon::therapist)["visit"];
    }
    void sign()
    {
        const auto rect = desk.control("Signature of Hanako Test").rect;
        desk.slide_off("Signature of Hanako Test", rect.width / 4, -20);
    }
    void scroll_questions() { desk.scene.wheel(desk.control("Safety check", ControlRole::list).rect.center(), 400); }
    /// In the folder of KUSHI_PICTURES, for who wants to look.
    void picture(const std::string& name) const
    {
        if (const char* folder = std::getenv("KUSHI_PICTURES")) desk.picture(std::string{folder} + '/' + name + ".png");
    }
};

TEST(ConsentScreen, RecordsBothPartsWithTheSignatureAndOpensSafety)
{
    Chair chair;
    chair.open("consent");
    chair.picture("consent-empty");
    EXPECT_FALSE(chair.desk.off("Accept").empty());
    chair.desk.tap("I agree: The treatment");
    chair.desk.tap("I agree: Keeping my health data and photos");
    chair.sign();
    chair.picture("consent");
    chair.desk.tap("Accept");
    EXPECT_EQ(chair.desk.screen(), "safety");
    EXPECT_TRUE(chair.shown()["consents"]["health_data"].is_object());
    EXPECT_EQ(chair.desk.salon.events("client.consented").size(), 1u);
}

TEST(ConsentScreen, ComesBackToHalfAnAnswerAfterARestart)
{
    Chair chair;
    chair.open("consent");
    chair.desk.tap("I agree: The treatment");
    chair.desk.tap("Signed on paper");
    chair.desk.restart();
    chair.desk.sign_in(TestSalon::therapist);
    if (chair.desk.screen() != "consent") chair.open("consent");
    EXPECT_TRUE(chair.desk.selected("I agree: The treatment"));
    EXPECT_TRUE(chair.desk.has("Sign here instead"));
    EXPECT_FALSE(chair.desk.off("Accept").empty());
}

TEST(ConsentScreen, HandsAVisitToTheDeskWithoutThePartOnHealthData)
{
    Chair chair;
    chair.open("consent");
    chair.desk.tap("I agree: The treatment");
    chair.desk.tap("I do not: Keeping my health data and photos");
    EXPECT_TRUE(chair.desk.sees("nothing about health is kept"));
    chair.desk.tap("Signed on paper");
    chair.picture("consent-declined");
    chair.desk.tap("Accept");
    chair.picture("consent-settled");
    chair.desk.tap("Hand to the desk");
    EXPECT_EQ(chair.shown()["status"], "ready_to_pay");
    EXPECT_TRUE(chair.shown()["consultation"].is_null());
}

TEST(SafetyScreen, IsAnsweredInThreeTapsForAHealthyClient)
{
    Chair chair;
    chair.desk.salon.consent(chair.visit);
    chair.open("safety");
    chair.picture("safety-empty");
    chair.desk.tap("All no");
    EXPECT_TRUE(chair.desk.sees("more, still empty"));
    chair.picture("safety-first");
    chair.scroll_questions();
    chair.desk.tap("All no");
    chair.picture("safety-full");
    EXPECT_FALSE(chair.desk.off("Concerns").empty()) << "asked aloud comes first";
    chair.desk.tap("Yes, aloud");
    EXPECT_EQ(chair.desk.taps(), 3);
    EXPECT_EQ(chair.desk.screen(), "concerns");
    EXPECT_EQ(chair.shown()["consultation"]["safety"]["fever"], false);
    EXPECT_EQ(chair.shown()["consulted"]["staff"], chair.desk.salon.staff_id(TestSalon::therapist));
}

TEST(SafetyScreen, RecordsOnceHoweverOftenItIsTapped)
{
    Chair chair;
    chair.desk.salon.consent(chair.visit);
    chair.open("safety");
    chair.desk.tap("All no");
    chair.scroll_questions();
    chair.desk.tap("All no");
    chair.desk.tap_fast("Yes, aloud", 10, std::chrono::milliseconds{200});
    EXPECT_EQ(chair.desk.salon.events("consultation.given").size(), 1u);
    EXPECT_EQ(chair.desk.screen(), "concerns");
}

TEST(SafetyScreen, ComesBackToHalfTheAnswersAfterARestart)
{
    Chair chair;
    chair.desk.salon.consent(chair.visit);
    chair.open("safety");
    chair.desk.tap("Yes: Scalp pain");
    chair.desk.tap("No: Severe flakes");
    chair.desk.tap("No: Infection");
    chair.desk.restart();
    chair.desk.sign_in(TestSalon::therapist);
    EXPECT_EQ(chair.desk.screen(), "safety");
    for (const char* kept : {"Yes: Scalp pain", "No: Severe flakes", "No: Infection"})
        EXPECT_TRUE(chair.desk.selected(kept)) << kept;
    EXPECT_TRUE(chair.desk.sees("3 of 15 answered"));
}

TEST(SafetyScreen, StoresNoAnswerBeforeTheConsent)
{
    Chair chair;
    chair.open("safety");
    EXPECT_EQ(chair.desk.screen(), "consent");
}

void answer_all_but(Chair& chair, const std::string& yes)
{
    chair.desk.tap(yes);
    chair.desk.tap("All no");
    chair.scroll_questions();
    chair.desk.tap("All no");
    chair.desk.tap("Yes, aloud");
}

TEST(SafetyScreen, EndsTheVisitAtARedFlagThatForbidsTheCare)
{
    Chair chair;
    chair.desk.salon.consent(chair.visit);
    chair.open("safety");
    answer_all_but(chair, "Yes: Infection");
    EXPECT_EQ(chair.desk.screen(), "safety");
    EXPECT_FALSE(chair.desk.off("Go on adapted").empty());
    chair.desk.tap("Refer to a doctor", ControlRole::radio);
    chair.picture("safety-refer");
    chair.desk.tap("Refer to a doctor", ControlRole::button);
    EXPECT_EQ(chair.shown()["referral"]["decision"], "refer");
    chair.picture("safety-ending");
    chair.desk.tap("Close the visit, nothing charged");
    EXPECT_EQ(chair.shown()["status"], "cancelled");
}

TEST(SafetyScreen, GoesOnAdaptedWithTheDecisionOnRecord)
{
    Chair chair;
    chair.desk.salon.consent(chair.visit);
    chair.open("safety");
    answer_all_but(chair, "Yes: Severe flakes");
    chair.desk.tap("Go on adapted", ControlRole::radio);
    chair.desk.tap("Go on adapted", ControlRole::button);
    EXPECT_EQ(chair.desk.screen(), "concerns");
    EXPECT_EQ(chair.shown()["decision"], "adapt");
    EXPECT_EQ(chair.desk.salon.events("referral.decided").size(), 1u);
}

TEST(SafetyScreen, AsksAManagerWhereTheHouseDoes)
{
    Chair chair;
    chair.desk.salon.consent(chair.visit);
    chair.open("safety");
    answer_all_but(chair, "Yes: High blood pressure");
    EXPECT_EQ(chair.desk.screen(), "safety");
    EXPECT_TRUE(chair.desk.sees("Please ask a manager first"));
    chair.desk.tap("Go on adapted", ControlRole::radio);
    chair.desk.tap("Go on adapted", ControlRole::button);
    EXPECT_TRUE(chair.desk.salon.events("referral.decided").empty());
    chair.picture("safety-manager");
    chair.desk.tap(TestSalon::manager);
    for (const char digit : chair.desk.salon.pin(TestSalon::manager)) chair.desk.tap(std::string(1, digit));
    EXPECT_EQ(chair.desk.screen(), "concerns");
    EXPECT_EQ(chair.shown()["decision"], "adapt");
    EXPECT_EQ(chair.shown()["referral"]["approved_by"], chair.desk.salon.staff_id(TestSalon::manager));
}

TEST(ConcernsScreen, KeepsEveryTapAndRecordsOnTheWayToTheMap)
{
    Chair chair;
    chair.desk.salon.consult(chair.visit);
    chair.open("concerns");
    chair.desk.tap("Oily");
    chair.desk.tap("Itch");
    chair.desk.tap("Scalp type: Oily");
    chair.desk.tap("Bother 2");
    chair.desk.tap("Rest");
    chair.picture("concerns");
    EXPECT_EQ(chair.desk.salon.events("consultation.given").size(), 1u);
    chair.desk.restart();
    chair.desk.sign_in(TestSalon::therapist);
    if (chair.desk.screen() != "concerns") chair.open("concerns");
    EXPECT_TRUE(chair.desk.selected("Itch"));
    chair.desk.tap("Next: Life and tension");
    chair.desk.tap("Sport: Often");
    chair.desk.tap("More screen hours");
    chair.desk.tap("Headache: Tension");
    chair.desk.tap("Neck");
    chair.desk.tap("Stress 3");
    chair.picture("life");
    chair.desk.tap("Scalp map", ControlRole::button);
    const auto given = chair.shown()["consultation"];
    EXPECT_EQ(given["concerns"], Json::array({"oily", "itch"}));
    EXPECT_EQ(given["life"]["sport"], "often");
    EXPECT_EQ(given["tension"]["stress"], 3);
    EXPECT_EQ(given["safety"]["fever"], false);
}

TEST(ConcernsScreen, OpensTheRedFlagWhereAStethoscopeIsTapped)
{
    Chair chair;
    chair.desk.salon.consult(chair.visit);
    chair.open("concerns");
    chair.desk.tap("Scalp pain");
    chair.picture("concerns-flag");
    chair.desk.tap("Decide now");
    EXPECT_EQ(chair.desk.screen(), "safety");
    EXPECT_TRUE(chair.desk.selected("Yes: Scalp pain"));
    EXPECT_FALSE(chair.desk.off("Go on adapted").empty());
}

TEST(ScalpMapStateTest, RaisesTheConditionSetLastWithASecondTapOnTheZone)
{
    ScalpMapState state;
    state = level_set(zone_tapped(state, Zone::nape), Condition::dry, 1);
    state = zone_tapped(state, Zone::nape);
    EXPECT_EQ(severity(state.map(), Zone::nape, Condition::dry), 2);
    state = zone_tapped(state, Zone::crown);
    EXPECT_EQ(state.zone, Zone::crown);
    EXPECT_FALSE(state.looked_at(Zone::crown));
}

TEST(ScalpMapStateTest, AsksOnceAboutASevereFindingAndAboutThinning)
{
    ScalpMapState state;
    state = level_set(state, Condition::flakes, 4);
    EXPECT_EQ(state.question, ScalpMapState::Question::flakes);
    state = level_set(level_set(question_passed(state), Condition::flakes, 3), Condition::flakes, 4);
    EXPECT_EQ(state.question, ScalpMapState::Question::none);
    EXPECT_EQ(level_set(state, Condition::thinning, 1).question, ScalpMapState::Question::thinning);
}

TEST(ScalpMapStateTest, AllClearLeavesWhatWasFound)
{
    auto state = level_set(ScalpMapState{}, Condition::oily, 3);
    EXPECT_FALSE(state.whole());
    state = all_clear(state);
    EXPECT_TRUE(state.whole());
    EXPECT_EQ(severity(state.map(), Zone::crown, Condition::oily), 3);
    EXPECT_EQ(severity(state.map(), Zone::nape, Condition::oily), 0);
}

TEST(ScalpMapScreen, KeepsEveryTapAndShowsThePlan)
{
    Chair chair;
    chair.desk.salon.consult(chair.visit, {{"concerns", {"buildup"}}});
    chair.open("scalp_map");
    chair.picture("map-empty");
    EXPECT_FALSE(chair.desk.off("See plan").empty());
    chair.desk.tap("Oily 2");
    chair.desk.restart();
    chair.desk.sign_in(TestSalon::therapist);
    if (chair.desk.screen() != "scalp_map") chair.open("scalp_map");
    EXPECT_TRUE(chair.desk.selected("Oily 2"));
    chair.desk.tap("Occipital, not looked at");
    chair.desk.tap("Buildup 3");
    chair.picture("map");
    chair.desk.tap("See plan");
    EXPECT_EQ(chair.shown()["zones"]["occipital"]["conditions"]["buildup"], 3);
    EXPECT_EQ(chair.shown()["zones"]["crown"]["conditions"]["oily"], 2);
    EXPECT_EQ(chair.desk.screen(), "recommendation");
    EXPECT_TRUE(chair.desk.sees("Deep Cleanse Spa"));
    EXPECT_TRUE(chair.desk.sees("Double cleanse and steam"));
    chair.picture("recommendation");
}

TEST(ScalpMapScreen, SendsAYesToASevereFindingIntoTheSafetyCheck)
{
    Chair chair;
    chair.desk.salon.consult(chair.visit);
    chair.open("scalp_map");
    chair.desk.tap("Tender 4");
    chair.picture("map-question");
    chair.desk.tap("Yes, see the safety check");
    EXPECT_EQ(chair.desk.screen(), "safety");
    EXPECT_TRUE(chair.desk.selected("Yes: Scalp pain"));
}

TEST(RecommendationScreen, StartsTheBestFitWithOneTap)
{
    Chair chair;
    chair.desk.salon.consult(chair.visit, {{"concerns", {"dry"}}});
    chair.open("recommendation");
    chair.desk.tap_fast("Start this treatment", 10, std::chrono::milliseconds{200});
    EXPECT_EQ(chair.desk.salon.events("treatment.started").size(), 1u);
    EXPECT_EQ(chair.desk.screen(), "ritual");
    EXPECT_EQ(chair.shown()["plan"]["service"], "moist-calm-spa");
    EXPECT_FALSE(chair.shown()["steps"].empty());
}

TEST(RecommendationScreen, AsksForAReasonForAnotherService)
{
    Chair chair;
    chair.desk.salon.consult(chair.visit,
                             {{"concerns", {"buildup", "oily", "sensitive"}}, {"tension", {{"neck", true}}}});
    chair.open("recommendation");
    chair.desk.tap("Choose Signature Head Spa");
    chair.desk.tap("Start this treatment");
    EXPECT_TRUE(chair.shown()["plan"].is_null());
    chair.picture("recommendation-reason");
    chair.desk.tap("Time is short");
    chair.desk.tap("Start this treatment", ControlRole::button);
    EXPECT_EQ(chair.shown()["plan"]["service"], "signature-head-spa");
    EXPECT_EQ(chair.shown()["plan"]["override_reason"], "Time is short");
}

TEST(RecommendationScreen, StartsNothingAtARedFlagThatNobodyDecided)
{
    Chair chair;
    chair.desk.salon.consult(chair.visit, {{"concerns", {"severe_flakes"}}});
    chair.open("recommendation");
    EXPECT_FALSE(chair.desk.off("Start this treatment").empty());
    chair.picture("recommendation-flag");
    chair.desk.tap("Decide");
    EXPECT_EQ(chair.desk.screen(), "safety");
}

/// The client of the layout tests: a long name, an allergy, a visit before with a map.
struct FullChair : Chair {
    explicit FullChair(TerminalDriver::Options options)
        : Chair{std::move(options),
                {{"name", "Wilhelmina Featherstonehaugh-Cholmondeley"},
                 {"birthday", "1988-03-02"},
                 {"allergies", {"lavender oil"}}}}
    {
        desk.salon.consult(visit,
                           {{"concerns", {"oily", "buildup", "itch"}},
                            {"scalp_type", "oily"},
                            {"goals", {"clean_scalp"}},
                            {"since_last", {{"days_until_oily", 6}, {"itch", 1}, {"comfort", 3}, {"roots", 3}}}});
        const Json oily{{"conditions", {{"oily", 3}, {"buildup", 2}}}};
        desk.salon.does({{"do", "scalp_map"},
                         {"visit", visit},
                         {"moment", "before"},
                         {"zones", {{"crown", oily}, {"occipital", oily}}}},
                        TestSalon::therapist);
        desk.salon.pass(std::chrono::hours{24 * 14});
        visit = desk.salon.visit(client);
        desk.terminal().lock();
        desk.pass(std::chrono::milliseconds{250});
        desk.sign_in(TestSalon::therapist);
        desk.salon.consult(visit, {{"concerns", {"oily", "buildup", "sensitive"}},
                                   {"tension", {{"neck", true}, {"headache", "tension"}}},
                                   {"bother", 2}});
    }
};

/// Only the client's name gives way; no text lies on another.
void expect_room_for_words(const std::vector<DrawnText>& texts, const std::string& where)
{
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto& one = texts[i];
        const bool may_give_way = one.text.find("Wilhelmina") != std::string::npos;
        EXPECT_TRUE(!one.shortened || may_give_way) << one.text << " is cut on " << where;
        EXPECT_FALSE(one.too_tall) << one.text << " is too tall on " << where;
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const auto ink = one.ink.inset(1, one.ink.height / 5);
            const auto common = ink.common(texts[j].ink.inset(1, texts[j].ink.height / 5));
            EXPECT_TRUE(one.layer != texts[j].layer || common.empty())
                << one.text << " lies on " << texts[j].text << " on " << where;
        }
    }
}

TEST(Consultation, StandsInBothWindowsAndLanguages)
{
    for (const char* language : {"en", "ja"}) {
        for (const Size size : {Size{1280, 800}, Size{1024, 768}}) {
            const auto look = std::string{"-"} + language + '-' + std::to_string(size.width);
            Chair stranger{{"tokyo", language, size}};
            for (const char* screen : {"consent", "safety"}) {  // safety opens the consent
                stranger.open(screen);
                expect_room_for_words(stranger.desk.texts(), "a new client's consent" + look);
            }
            stranger.picture("consent-new" + look);
            FullChair chair{{"tokyo", language, size}};
            for (const char* screen : {"safety", "concerns", "life", "scalp_map", "recommendation"}) {
                chair.open(screen);
                EXPECT_EQ(chair.desk.screen(), screen);
                chair.picture(std::string{screen} + '-' + language + '-' + std::to_string(size.width));
                expect_room_for_words(chair.desk.texts(),
                                      std::string{screen} + ' ' + language + ' ' + std::to_string(size.width));
                for (const auto& placed : chair.desk.scene.placed()) {
                    const bool control = placed.node->on_tap != nullptr;
                    if (control && placed.clip.width == size.width) {
                        EXPECT_EQ(placed.shown(), placed.rect)
                            << placed.node->access.name << " lies outside the window on " << screen << ' ' << language
                            << ' ' << size.width;
                    }
                }
            }
        }
    }
}

/// The design's count of taps, from Start to the plan.
TEST(Consultation, OfAReturningClientTakesElevenTaps)
{
    Chair chair;
    chair.desk.salon.consult(chair.visit,
                             {{"concerns", {"oily"}}, {"scalp_type", "oily"}, {"life", {{"sport", "often"}}}});
    chair.desk.salon.does({{"do", "scalp_map"},
                           {"visit", chair.visit},
                           {"moment", "before"},
                           {"zones", {{"crown", {{"conditions", {{"oily", 3}}}}}}}},
                          TestSalon::therapist);
    chair.desk.salon.pass(std::chrono::hours{24 * 14});
    chair.visit = chair.desk.salon.visit(chair.client);
    chair.desk.terminal().lock();
    chair.desk.pass(std::chrono::milliseconds{250});
    chair.desk.sign_in(TestSalon::therapist);
    chair.open("consent");  // "Start", the first tap
    EXPECT_EQ(chair.desk.screen(), "safety") << "the consent still holds";
    chair.desk.tap("All no");
    chair.scroll_questions();
    chair.desk.tap("All no");
    chair.desk.tap("Yes, aloud");
    chair.desk.tap("Same as last visit");
    chair.picture("concerns-same");
    chair.desk.tap("Scalp map");
    chair.picture("map-returning");
    chair.desk.tap("Crown, not looked at, was 3");
    chair.desk.tap("Oily 2");
    chair.desk.tap("Occipital, not looked at");
    chair.desk.tap("Dry 1");
    chair.picture("map-compared");
    chair.desk.tap("See plan");
    EXPECT_EQ(chair.desk.taps() + 1, 11);
    EXPECT_EQ(chair.desk.screen(), "recommendation");
    chair.picture("recommendation-returning");
    EXPECT_EQ(chair.shown()["consultation"]["life"]["sport"], "often");
}

TEST(Consultation, OfANewClientTakesTwentyFiveTaps)
{
    Chair chair;
    chair.open("consent");  // "Start"
    for (const char* one : {"I agree: The treatment", "I agree: Keeping my health data and photos"})
        chair.desk.tap(one);
    chair.sign();  // counted by hand
    chair.desk.tap("Accept");
    chair.desk.tap("All no");
    chair.scroll_questions();
    for (const char* one : {"All no", "Yes, aloud", "Oily", "Buildup", "Itch", "Scalp type: Oily", "Clean scalp",
                            "Next: Life and tension", "Dry shampoo: Often", "Sport: Often", "Neck"}) {
        chair.desk.tap(one);
    }
    chair.desk.tap("Scalp map", ControlRole::button);
    for (const char* one : {"Frontal, not looked at", "Oily 1", "Occipital, not looked at", "Buildup 3",
                            "Crown, not looked at", "Dry 1", "See plan"})
        chair.desk.tap(one);
    EXPECT_EQ(chair.desk.taps() + 2, 25);
    EXPECT_EQ(chair.desk.screen(), "recommendation");
}

}  // namespace
}  // namespace kushi::test
