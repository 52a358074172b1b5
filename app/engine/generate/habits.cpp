#include "app/engine/generate/habits.h"

#include <array>

namespace kushi {
namespace {

using Json = nlohmann::json;

/// In hundredths of an average day, Sunday first; their mean is 100.
constexpr std::array<int, 7> by_weekday{130, 70, 75, 90, 95, 110, 130};
/// January first; their mean is 100.
constexpr std::array<int, 12> by_month{94, 88, 104, 103, 102, 99, 101, 88, 98, 101, 104, 118};

/// A kind of head, as its owner tells of it. The zones' severities stand for the worst day; most days are milder.
struct Trait {
    const char* service;  ///< a service or, where salons name it differently, the ritual it follows
    const char* consultation;
    const char* zones;
    int next_in_days;
};

constexpr std::array traits{
    Trait{"deep-cleanse-spa",
          R"({"concerns": ["oily", "oily_soon"], "scalp_type": "oily", "life": {"styling": "often"}, "goals": ["clean_scalp"]})",
          R"({"crown": {"conditions": {"oily": 3, "buildup": 2}}, "frontal": {"conditions": {"oily": 2}}})", 14},
    Trait{"moist-calm-spa",
          R"({"concerns": ["dry", "tight"], "scalp_type": "dry", "hair": {"type": "fine", "coloured": true}, "goals": ["softer_hair"]})",
          R"({"crown": {"conditions": {"dry": 3}}, "temporal_left": {"conditions": {"dry": 2}}})", 35},
    Trait{"gentle-calm-spa",
          R"({"concerns": ["sensitive", "itch"], "scalp_type": "sensitive", "goals": ["calm_itch"], "preference": {"pressure": "light"}})",
          R"({"nape": {"conditions": {"redness": 2, "tender": 2}}})", 28},
    Trait{"head-relaxation-ritual",
          R"({"concerns": [], "life": {"screen_hours": 9}, "tension": {"neck": true, "shoulders": true, "stress": 3}, "goals": ["ease_tension"]})",
          R"({"temporal_right": {"conditions": {"tender": 1}}})", 10},
    Trait{"premium-head-spa",
          R"({"concerns": ["limp_roots"], "tension": {"neck": true}, "goals": ["clean_scalp", "rest"], "preference": {"steps": "whole"}})",
          R"({"crown": {"conditions": {"buildup": 2}}})", 28},
    Trait{"signature-head-spa", R"({"concerns": [], "scalp_type": "balanced", "goals": ["try_it"]})",
          R"({"crown": {"conditions": {"oily": 1}}})", 30},
    Trait{"express-relaxation-ritual", R"({"concerns": [], "tension": {"jaw": true}, "goals": ["rest"], "preference": {"steps": "few"}})",
          R"({})", 14},
};

Json milder(Json zones, Chance& chance, int by)
{
    for (auto& zone : zones) {
        for (auto& severity : zone["conditions"]) {
            severity = std::max<std::int64_t>(severity.get<std::int64_t>() - chance.between(0, by), 0);
        }
    }
    return zones;
}

Json since_last(Chance& chance)
{
    return {{"days_until_oily", chance.between(2, 9)}, {"itch", chance.between(0, 2)}, {"comfort", chance.between(2, 4)},
            {"roots", chance.between(1, 4)}, {"home_care", chance.in_thousand(600) ? "kept" : "partly"}};
}

std::vector<std::string> retail_goods(const Salon& salon)
{
    std::vector<std::string> goods;
    for (const auto& [code, product] : salon.products) {
        if (product.retail) goods.push_back(code);
    }
    return goods;
}

std::string note_of(Stage& stage)
{
    static constexpr std::array notes{Phrase{"Likes it quiet.", "静かな施術がお好み。"},
                                      Phrase{"Prefers firm pressure at the neck.", "首は強めがお好み。"},
                                      Phrase{"Parting sits better after the mask.", "マスク後、分け目が落ち着く。"},
                                      Phrase{"Talks about the garden.", "庭の話がお好き。"},
                                      Phrase{"Sensitive behind the ears, lukewarm water.", "耳の後ろは敏感。ぬるま湯で。"}};
    return stage.words(notes.at(static_cast<std::size_t>(stage.chance.below(notes.size()))));
}

void choose_payment(Stage& stage, Guest& guest)
{
    auto& chance = stage.chance;
    constexpr std::array<int, 5> ways{35, 40, 18, 5, 2};
    switch (chance.weighted(ways)) {
        case 0: guest.pays = {{.type = "cash"}}; break;
        case 1: guest.pays = {{.type = "card"}}; break;
        case 2: guest.pays = {{.type = "qr"}}; break;
        case 3: guest.pays = {{.type = "card", .amount = stage.about(1'000)}, {.type = "cash"}}; break;
        default: guest.pays = {{.type = "other", .label = stage.words({"Gift card", "ギフトカード"})}};
    }
}

/// Tips are usual in New York and rare elsewhere.
void choose_tip(Stage& stage, Guest& guest)
{
    const bool usual = stage.salon.currency.code() == "USD";
    if (!stage.chance.in_thousand(usual ? 700 : 30)) return;
    guest.tip = usual ? stage.chance.between(10, 30) * 100 : stage.about(500);
}

void choose_desk(Stage& stage, Guest& guest)
{
    auto& chance = stage.chance;
    if (guest.nominated) guest.buys.push_back({"nomination-fee"});
    if (chance.in_thousand(150)) guest.buys.push_back({"steam-addon"});
    if (chance.in_thousand(280)) guest.buys.push_back({chance.one_of(retail_goods(stage.salon))});
    if (chance.in_thousand(70)) {
        guest.discount_percent = chance.in_thousand(500) ? "5" : "10";
        guest.discount_reason = stage.words({"Coupon", "クーポン"});
    }
    choose_tip(stage, guest);
    choose_payment(stage, guest);
}

}  // namespace

std::int64_t visits_on(std::chrono::sys_days day, std::int64_t average, Chance& chance)
{
    const auto weekday = std::chrono::weekday{day}.c_encoding();
    const auto month = static_cast<unsigned>(std::chrono::year_month_day{day}.month()) - 1;
    const auto millionths = average * by_weekday.at(weekday) * by_month.at(month) * chance.between(85, 115);
    return millionths / 1'000'000 + (chance.below(1'000'000) < millionths % 1'000'000 ? 1 : 0);
}

std::size_t trait_count() { return traits.size(); }

std::string usual_service(const Stage& stage, std::size_t trait)
{
    const std::string wanted = traits.at(trait).service;
    if (stage.salon.services.contains(wanted)) return wanted;
    for (const auto& [code, service] : stage.salon.services) {
        if (service.ritual == wanted) return code;
    }
    throw StoryProblem{"no service follows " + wanted};
}

void furnish(Stage& stage, Guest& guest, std::size_t trait, bool returning)
{
    auto& chance = stage.chance;
    const auto& own = traits.at(trait);
    guest.consultation = Json::parse(own.consultation);
    guest.consultation["bother"] = chance.between(0, 3);
    if (returning) guest.consultation["since_last"] = since_last(chance);
    if (chance.in_thousand(600)) guest.before = milder(Json::parse(own.zones), chance, 1);
    if (!guest.before.is_null() && chance.in_thousand(600)) guest.after = milder(guest.before, chance, 2);
    guest.plan_reason = stage.words({"Client's own wish", "お客様のご希望"});
    if (chance.in_thousand(300)) guest.note = note_of(stage);
    choose_desk(stage, guest);
    if (!guest.client.empty() && chance.in_thousand(550)) guest.next_in_days = own.next_in_days + static_cast<int>(chance.between(-2, 5));
}

void furnish_shopper(Stage& stage, Guest& guest)
{
    const auto goods = retail_goods(stage.salon);
    guest.service.clear();
    guest.buys = {{stage.chance.one_of(goods), stage.chance.in_thousand(200) ? "2" : "1"}};
    choose_payment(stage, guest);
    if (guest.pays.size() == 2) guest.pays = {{}};
}

}  // namespace kushi
