#include "app/engine/demo/script.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

/// The manager brings change from the bank; at three the desk looks at the figures and puts notes into the safe.
void cash(DemoStory& story)
{
    auto& stage = story.stage;
    stage.at("12:50", [&stage] {
        stage.act(stage.cast.manager, {{"do", "paid_in"}, {"amount", stage.about(5'000)},
                                       {"reason", stage.words({"Coins from the bank", "銀行で両替した硬貨"})}});
    });
    stage.at("14:55", [&stage] { stage.act(stage.cast.desk, {{"do", "x_report"}}); });
    stage.at("15:30", [&stage] {
        stage.act(stage.cast.desk, {{"do", "drop"}, {"amount", stage.about(20'000)},
                                    {"reason", stage.words({"Notes to the safe", "紙幣を金庫へ"})}});
    });
}

/// A scratch that bleeds: the scalp is left alone and the client is advised to see a doctor (R1). Nothing is charged.
void broken_skin(DemoStory& story)
{
    auto& stage = story.stage;
    const auto guest = story.guest("broken-skin", {
        .person = story.somebody(),
        .service = "deep-cleanse-spa",
        .therapist = story.therapist(3),
        .consultation = Json::parse(R"({"concerns": ["flakes", "itch", "scalp_pain"], "bother": 4, "safety": {"broken_skin": true}})"),
        .before = Json::parse(R"({"occipital": {"conditions": {"redness": 4, "tender": 4}, "note": "scratched open"}})"),
        .decision = "refer",
        .decision_reason = stage.words({"Open scratch at the back of the head; asked to see a dermatologist first", "後頭部に掻き傷。先に皮膚科の受診をおすすめ"}),
    });
    stage.at("09:40", [&story, guest] { book(story.stage, guest, story.stage.clock("13:00")); });
    receive(stage, guest, stage.clock("12:58"));
}

/// Eight hours at a screen: neck, jaw and temples (M1). An add-on for the shoulders.
void tense(DemoStory& story)
{
    auto& stage = story.stage;
    receive(stage, story.guest("tense", {
        .person = story.somebody(),
        .service = story.service_of("head-relaxation-ritual"),
        .therapist = story.therapist(2),
        .consultation = Json::parse(R"({"concerns": [], "life": {"screen_hours": 9},
                                        "tension": {"headache": "tension", "temples": true, "jaw": true, "neck": true, "shoulders": true,
                                                    "sleep": "poor", "stress": 3}, "goals": ["ease_tension"],
                                        "preference": {"pressure": "firm", "often": "weekly"}})"),
        .note = stage.words({"Left shoulder higher than the right. Firm is fine, not at the temples.", "左肩が上がり気味。強めで可、こめかみは避ける。"}),
        .buys = {{"neck-shoulder-addon"}},
        .pays = {{.type = "qr"}},
        .next_in_days = 7,
    }), stage.clock("13:15"));
}

/// Scalp and tension both (B1): the long ritual with the owner, without the exfoliation, and a tip.
void both(DemoStory& story)
{
    auto& stage = story.stage;
    const auto guest = story.guest("both", {
        .person = story.somebody(),
        .service = "premium-head-spa",
        .therapist = story.therapist(3),
        .nominated = true,
        .consultation = Json::parse(R"({"concerns": ["odour", "limp_roots"], "bother": 2, "life": {"sport": "often", "screen_hours": 7},
                                        "tension": {"neck": true, "stress": 2}, "goals": ["clean_scalp", "rest"],
                                        "preference": {"steps": "whole", "temperature": "warm"}})"),
        .before = Json::parse(R"({"crown": {"conditions": {"buildup": 2, "oily": 1}}, "temporal_left": {"conditions": {"buildup": 2}}})"),
        .after = Json::parse(R"({"crown": {"conditions": {"buildup": 0}}})"),
        .skips = "exfoliate",
        .skip_reason = stage.words({"Client asked to leave it out", "お客様のご希望"}),
        .buys = {{"nomination-fee"}, {"green-tea-scalp-tonic"}},
        .tip = stage.about(1'000),
        .pays = {{.type = "card"}},
        .next_in_days = 14,
    });
    stage.at("10:20", [&story, guest] { book(story.stage, guest, story.stage.clock("13:30")); });
    receive(stage, guest, stage.clock("13:26"));
}

/// Limonene is on the card, and the cleanser has it: blocked, until the manager says yes with a reason (C7).
void allergic(DemoStory& story)
{
    auto& stage = story.stage;
    receive(stage, story.guest("allergic", {
        .person = story.somebody(),
        .allergies = {"limonene"},
        .service = "deep-cleanse-spa",
        .therapist = story.therapist(0),
        .consultation = Json::parse(R"({"concerns": ["buildup", "odour"], "life": {"styling": "often"}, "goals": ["clean_scalp"]})"),
        .before = Json::parse(R"({"crown": {"conditions": {"buildup": 3}}})"),
        .after = Json::parse(R"({"crown": {"conditions": {"buildup": 1}}})"),
        .blocked_reason = stage.words({"Patch test behind the ear stayed calm; rinsed off within a minute", "耳の後ろのパッチテストで異常なし。1分以内に洗い流す"}),
        .note = stage.words({"No redness after the cleanse. Ask again next time.", "洗浄後も赤みなし。次回も確認。"}),
        .buys = {{"scalp-brush"}},
        .next_in_days = 21,
    }), stage.clock("14:00"));
}

/// A present from a friend: paid with the salon's own gift card.
void gift(DemoStory& story)
{
    auto& stage = story.stage;
    const auto guest = story.guest("gift", {
        .person = story.somebody(),
        .service = "head-massage-60",
        .therapist = story.therapist(1),
        .consultation = Json::parse(R"({"concerns": [], "tension": {"shoulders": true, "stress": 4, "sleep": "poor"}, "goals": ["rest", "gift"]})"),
        .pays = {{.type = "other", .label = stage.words({"Gift card", "ギフトカード"})}},
    });
    stage.at("10:45", [&story, guest] { book(story.stage, guest, story.stage.clock("14:30")); });
    receive(stage, guest, stage.clock("14:33"));
}

/// Cancels by telephone; two others book for tomorrow.
void telephone(DemoStory& story)
{
    auto& stage = story.stage;
    const auto cancelled = story.guest("cancelled", {.person = story.somebody(), .service = "signature-head-spa", .therapist = story.therapist(1)});
    stage.at("09:42", [&story, cancelled] { book(story.stage, cancelled, story.stage.clock("16:00")); });
    stage.at("12:40", [&stage, cancelled] {
        stage.act(stage.cast.desk, {{"do", "cancel_visit"}, {"visit", cancelled->visit},
                                    {"reason", stage.words({"Child has a fever", "お子さまの発熱"})}});
    });
    const auto tomorrow = std::chrono::days{1};
    const auto early = story.guest("tomorrow-early", {.person = story.somebody(), .service = "gentle-calm-spa", .therapist = story.therapist(1)});
    const auto late = story.guest("tomorrow-late", {.person = story.somebody(), .service = "premium-head-spa", .therapist = story.therapist(0), .nominated = true});
    stage.at("14:20", [&story, early, tomorrow] { book(story.stage, early, story.stage.clock("10:30") + tomorrow); });
    stage.at("15:10", [&story, late, tomorrow] { book(story.stage, late, story.stage.clock("15:00") + tomorrow); });
}

}  // namespace

void tell_afternoon(DemoStory& story)
{
    cash(story);
    broken_skin(story);
    tense(story);
    both(story);
    allergic(story);
    gift(story);
    telephone(story);
}

}  // namespace kushi
