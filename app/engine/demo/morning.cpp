#include "app/engine/demo/script.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

/// Half past nine: the float is counted in, and the telephone rings.
void open(DemoStory& story)
{
    auto& stage = story.stage;
    stage.at("09:30", [&stage] { stage.act(stage.cast.desk, {{"do", "open_day"}, {"float", stage.about(30'000)}}); });
    stage.at("11:45", [&stage] {
        stage.act(stage.cast.desk, {{"do", "paid_out"}, {"amount", stage.about(1'650)},
                                    {"reason", stage.words({"Flowers for the entrance", "入口の花代"})}});
    });
}

/// Came three weeks ago: oily again soon, and glad of it to be taken off. Buys the shampoo, books in two weeks (I1).
void regular(DemoStory& story)
{
    auto& stage = story.stage;
    const auto first = story.of("regular");
    const auto guest = story.guest("regular", {
        .client = first->client,
        .service = "deep-cleanse-spa",
        .therapist = story.therapist(0),
        .nominated = true,
        .consents = false,
        .consultation = Json::parse(R"({"concerns": ["oily", "oily_soon", "buildup"], "bother": 2, "scalp_type": "oily",
                                        "life": {"styling": "often", "dry_shampoo": "sometimes"}, "goals": ["clean_scalp"],
                                        "since_last": {"days_until_oily": 4, "itch": 1, "comfort": 3, "roots": 2, "home_care": "partly"}})"),
        .before = Json::parse(R"({"crown": {"conditions": {"oily": 3, "buildup": 2}, "note": "shiny"}, "frontal": {"conditions": {"oily": 2}},
                                  "parietal_left": {"conditions": {"oily": 2}}, "parietal_right": {"conditions": {"oily": 2}}})"),
        .after = Json::parse(R"({"crown": {"conditions": {"oily": 1}}, "frontal": {"conditions": {"oily": 0}}})"),
        .note = stage.words({"Roots lift well after the second cleanse. Keep the tonic.", "二度目の洗浄で根元が立ち上がる。ローション継続。"}),
        .buys = {{"nomination-fee"}, {"yuzu-clarifying-shampoo"}},
        .pays = {{.type = "card"}},
        .next_in_days = 14,
    });
    stage.at("09:31", [&story, guest] { book(story.stage, guest, story.stage.clock("09:45")); });
    receive(stage, guest, stage.clock("09:44"));
}

/// New, dry and tight: takes the serum home, and brings it back in the evening.
void dry_scalp(DemoStory& story)
{
    auto& stage = story.stage;
    const auto guest = story.guest("dry", {
        .person = story.somebody(),
        .service = "moist-calm-spa",
        .therapist = story.therapist(1),
        .room = stage.salon.rooms.at(1).code,
        .consultation = Json::parse(R"({"concerns": ["dry", "tight"], "bother": 3, "scalp_type": "dry",
                                        "hair": {"type": "fine", "lengths": "dry", "coloured": true}, "goals": ["softer_hair"]})"),
        .before = Json::parse(R"({"crown": {"conditions": {"dry": 3}}, "temporal_left": {"conditions": {"dry": 2}},
                                  "temporal_right": {"conditions": {"dry": 2}}})"),
        .after = Json::parse(R"({"crown": {"conditions": {"dry": 1}}})"),
        .buys = {{"camellia-scalp-serum"}, {"silk-towel-cap"}},
        .pays = {{.type = "qr"}},
        .next_in_days = 35,
    });
    if (!stage.salon.products.contains("silk-towel-cap")) guest->buys.pop_back();  // not on every salon's shelf
    stage.at("09:33", [&story, guest] { book(story.stage, guest, story.stage.clock("10:00")); });
    receive(stage, guest, stage.clock("10:02"));
}

/// Off the street without a name: twenty minutes, cash, and something for the therapist.
void passer_by(DemoStory& story)
{
    auto& stage = story.stage;
    receive(stage, story.guest("passer-by", {
        .service = "express-massage",
        .therapist = story.therapist(2),
        .consultation = Json::parse(R"({"concerns": [], "tension": {"neck": true, "jaw": true, "sleep": "poor"}, "goals": ["rest"],
                                        "preference": {"steps": "few"}})"),
        .tip = stage.about(500),
    }), stage.clock("10:15"));
}

/// Booked for half past ten and never came.
void never_came(DemoStory& story)
{
    auto& stage = story.stage;
    const auto guest = story.guest("never-came", {.person = story.somebody(), .service = "signature-head-spa", .therapist = story.therapist(2)});
    stage.at("09:35", [&story, guest] { book(story.stage, guest, story.stage.clock("10:30")); });
    stage.at("10:55", [&stage, guest] {
        stage.act(stage.cast.desk, {{"do", "no_show"}, {"visit", guest->visit},
                                    {"reason", stage.words({"No answer on the phone", "電話に出られず"})}});
    });
}

/// Oily and sensitive at once: two rules disagree and the gentle one wins (C4). Pays in two ways.
void oily_and_sensitive(DemoStory& story)
{
    auto& stage = story.stage;
    receive(stage, story.guest("sensitive", {
        .person = story.somebody(),
        .allergies = {"lavender"},
        .service = "gentle-calm-spa",
        .therapist = story.therapist(2),
        .consultation = Json::parse(R"({"concerns": ["oily", "sensitive", "redness", "itch"], "bother": 3, "scalp_type": "sensitive",
                                        "goals": ["calm_itch"], "preference": {"pressure": "light", "scent": "none"}})"),
        .before = Json::parse(R"({"frontal": {"conditions": {"oily": 2, "redness": 2}}, "nape": {"conditions": {"redness": 3, "tender": 2}}})"),
        .after = Json::parse(R"({"frontal": {"conditions": {"redness": 1}}, "nape": {"conditions": {"redness": 1, "tender": 1}}})"),
        .note = stage.words({"Lukewarm water only. Nape calmer after the oat mask.", "ぬるま湯のみ。オーツのマスク後、襟足が落ち着く。"}),
        .buys = {{"aloe-scalp-essence"}, {"scalp-check"}},
        .pays = {{.type = "card", .amount = stage.about(10'000)}, {.type = "cash"}},
        .next_in_days = 28,
    }), stage.clock("11:00"));
}

/// Here before for the neck; today the house's own spa as a birthday treat, ten per cent off, ten minutes later than booked.
void birthday(DemoStory& story)
{
    auto& stage = story.stage;
    const auto guest = story.guest("birthday", {
        .client = story.of("birthday")->client,
        .service = "signature-head-spa",
        .therapist = story.therapist(0),
        .consents = false,
        .consultation = Json::parse(R"({"concerns": [], "scalp_type": "balanced", "goals": ["clean_scalp", "rest"], "tension": {"neck": true},
                                        "since_last": {"days_until_oily": 6, "itch": 0, "comfort": 4, "roots": 3, "home_care": "kept"}})"),
        .buys = {{"steam-addon"}, {"yuzu-tea"}},
        .discount_percent = "10",
        .discount_reason = stage.words({"Birthday month", "お誕生月"}),
        .next_in_days = 21,
    });
    stage.at("09:37", [&story, guest] { book(story.stage, guest, story.stage.clock("11:30")); });
    stage.at("10:40", [&story, guest] {
        auto& on = story.stage;
        on.act(on.cast.desk, {{"do", "move_visit"}, {"visit", guest->visit}, {"start", instant_text(on.clock("11:40"))},
                              {"reason", on.words({"Train is late", "電車の遅れ"})}});
    });
    receive(stage, guest, stage.clock("11:38"));
}

/// Comes in for tea and a comb: no service, no name. Remembers the purse in the car, so the bill waits a little.
void shopper(DemoStory& story)
{
    auto& stage = story.stage;
    const auto guest = story.guest("shopper", {.buys = {{"hojicha-tea", "2"}, {"boxwood-comb"}}});
    receive(stage, guest, stage.clock("12:00"));
    stage.at("12:02", [&stage, guest] { stage.act(stage.cast.desk, {{"do", "hold"}, {"visit", guest->visit}}); });
    stage.at("12:05", [&stage, guest] { stage.act(stage.cast.desk, {{"do", "resume_cart"}, {"visit", guest->visit}}); });
}

}  // namespace

void tell_morning(DemoStory& story)
{
    open(story);
    regular(story);
    dry_scalp(story);
    passer_by(story);
    never_came(story);
    oily_and_sensitive(story);
    birthday(story);
    shopper(story);
}

}  // namespace kushi
