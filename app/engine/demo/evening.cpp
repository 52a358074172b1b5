#include "app/engine/demo/script.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

/// Flakes that want a doctor's shampoo (R2): told so, and goes on gently with a recorded yes.
void severe_flakes(DemoStory& story)
{
    auto& stage = story.stage;
    receive(stage, story.guest("flakes", {
        .person = story.somebody(),
        .service = "gentle-calm-spa",
        .therapist = story.therapist(2),
        .consultation = Json::parse(R"({"concerns": ["severe_flakes", "itch"], "bother": 3, "scalp_type": "sensitive", "goals": ["calm_itch"]})"),
        .before = Json::parse(R"({"crown": {"conditions": {"flakes": 4}}, "frontal": {"conditions": {"flakes": 3}}})"),
        .after = Json::parse(R"({"crown": {"conditions": {"flakes": 2}}, "frontal": {"conditions": {"flakes": 1}}})"),
        .decision = "adapt",
        .decision_reason = stage.words({"Told to ask for a medicated shampoo; wishes the gentle ritual today", "薬用シャンプーの相談をご案内。本日はやさしい施術をご希望"}),
        .pays = {{.type = "card"}},
        .next_in_days = 14,
    }), stage.clock("15:45"));
}

/// The neighbour's tea was on the bill too: taken back with the manager's PIN, made out again without it.
void wrong_bill(DemoStory& story)
{
    auto& stage = story.stage;
    const auto guest = story.guest("wrong-bill", {
        .service = "head-massage-30",
        .therapist = story.therapist(3),
        .consultation = Json::parse(R"({"concerns": [], "tension": {"neck": true}, "goals": ["rest"], "preference": {"steps": "few"}})"),
        .buys = {{"hojicha-tea"}},
    });
    receive(stage, guest, stage.clock("16:00"));
    stage.at("17:05", [&stage, guest] {
        stage.act_approved(stage.cast.desk, {{"do", "void"}, {"sale", guest->number}, {"key", stage.new_key()},
                                             {"reason", stage.words({"Tea of another guest on the bill", "他のお客様のお茶が入っていた"})}});
    });
    stage.at("17:07", [&stage, guest] {
        stage.act(stage.cast.desk, {{"do", "remove_line"}, {"visit", guest->visit}, {"line", guest->lines.at("hojicha-tea")}});
        guest->buys.clear();
        settle(stage, *guest);
    });
}

/// The evening's long visit: cash and card, the comb as a present.
void last_premium(DemoStory& story)
{
    auto& stage = story.stage;
    const auto guest = story.guest("premium", {
        .person = story.somebody(),
        .service = "premium-head-spa",
        .therapist = story.therapist(0),
        .consultation = Json::parse(R"({"concerns": ["dry"], "life": {"heavy_conditioner": "often"}, "goals": ["softer_hair", "rest"],
                                        "tension": {"temples": true}})"),
        .before = Json::parse(R"({"crown": {"conditions": {"dry": 2, "buildup": 2}}})"),
        .after = Json::parse(R"({"crown": {"conditions": {"dry": 1, "buildup": 0}}})"),
        .buys = {{"boxwood-comb"}, {"camellia-hair-mist", "2"}},
        .pays = {{.type = "card", .amount = stage.about(15'000)}, {.type = "cash"}},
        .next_in_days = 35,
    });
    stage.at("09:44", [&story, guest] { book(story.stage, guest, story.stage.clock("16:30")); });
    receive(stage, guest, stage.clock("16:27"));
}

void last_signature(DemoStory& story)
{
    auto& stage = story.stage;
    receive(stage, story.guest("signature", {
        .person = story.somebody(),
        .service = "signature-head-spa",
        .therapist = story.therapist(1),
        .consultation = Json::parse(R"({"concerns": [], "goals": ["try_it"], "scalp_type": "combination"})"),
        .before = Json::parse(R"({"crown": {"conditions": {"oily": 1}}})"),
        .pays = {{.type = "cash"}},
    }), stage.clock("17:00"));
}

/// A receipt is wanted once more; the drawer is opened for change; the serum comes back.
void at_the_desk(DemoStory& story)
{
    auto& stage = story.stage;
    stage.at("16:10", [&story] {
        auto& on = story.stage;
        on.act(on.cast.desk, {{"do", "reprint"}, {"number", story.of("tense")->number},
                              {"reason", on.words({"For the expenses at work", "会社の経費精算用"})}});
    });
    stage.at("17:30", [&stage] {
        stage.act(stage.cast.desk, {{"do", "open_drawer"}, {"reason", stage.words({"Coins for the parking meter", "駐車料金の両替"})}});
    });
    stage.at("18:35", [&story] {
        auto& on = story.stage;
        const auto dry = story.of("dry");
        on.act(on.cast.manager, {{"do", "refund"}, {"sale", dry->number}, {"key", on.new_key()}, {"restock", false},
                                 {"lines", Json::array({{{"line", dry->lines.at("camellia-scalp-serum")}, {"quantity", "1"}}})},
                                 {"reason", on.words({"Pump does not work", "ポンプの不良"})}});
    });
}

/// Half past seven: the drawer is counted, a coin short, and the day is sealed.
void close(DemoStory& story)
{
    auto& stage = story.stage;
    stage.at("19:30", [&stage] {
        const auto drawer = stage.act(stage.cast.manager, {{"do", "x_report"}})["report"]["drawer"];
        stage.act(stage.cast.manager, {{"do", "close_day"}, {"count", drawer["expected"].get<std::int64_t>() - stage.about(short_by_about)}});
    });
}

}  // namespace

void tell_evening(DemoStory& story)
{
    severe_flakes(story);
    wrong_bill(story);
    last_premium(story);
    last_signature(story);
    at_the_desk(story);
    close(story);
}

}  // namespace kushi
