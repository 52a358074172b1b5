#include "core/care/rules.h"

#include <charconv>

#include "core/care/evidence.h"

namespace kushi::reasons {

namespace {

constexpr double many_screen_hours = 6;

Evidence evidence(const Facts& facts)
{
    return {facts.consultation, facts.map};
}

/// The shortest text of a number: 7, 6.5.
std::string number_text(double number)
{
    char text[32];
    const auto end = std::to_chars(std::begin(text), std::end(text), number).ptr;
    return {text, end};
}

Evidence& styling_often(Evidence& found, const Life& life)
{
    return found.habit("dry_shampoo", life.dry_shampoo, Habit::often).habit("styling", life.styling, Habit::often);
}

}  // namespace

std::vector<std::string> head_spa(const Facts& facts)
{
    using enum Concern;
    auto found = evidence(facts);
    found.concerns({flakes, severe_flakes, itch, redness, oily, oily_soon, buildup, odour, dry, tight, sensitive, acne,
                    limp_roots});
    found.zones({Condition::oily, Condition::buildup, Condition::flakes, Condition::dry, Condition::redness,
                 Condition::tender});
    const Life& life = facts.consultation.life;
    return styling_often(found, life)
        .habit("sea_or_pool", life.sea_or_pool, Habit::sometimes)
        .goals({Goal::clean_scalp, Goal::calm_itch})
        .found();
}

std::vector<std::string> head_massage(const Facts& facts)
{
    const Tension& tension = facts.consultation.tension;
    const Preference& preference = facts.consultation.preference;
    const double hours = facts.consultation.life.screen_hours.value_or(0);
    return evidence(facts)
        .goals({Goal::rest, Goal::ease_tension})
        .headache({Headache::tension})
        .yes("tension.temples", tension.temples)
        .yes("tension.jaw", tension.jaw)
        .yes("tension.neck", tension.neck)
        .yes("tension.shoulders", tension.shoulders)
        .say("life.screen_hours=" + number_text(hours), hours >= many_screen_hours)
        .say("preference.steps=few", preference.steps == Steps::few)
        .say("preference.often=weekly", preference.often == Often::weekly)
        .found();
}

std::vector<std::string> buildup(const Facts& facts)
{
    auto found = evidence(facts);
    found.concerns({Concern::buildup}).zones({Condition::buildup});
    return styling_often(found, facts.consultation.life).found();
}

std::vector<std::string> oily(const Facts& facts)
{
    return evidence(facts)
        .concerns({Concern::oily, Concern::oily_soon, Concern::acne})
        .scalp_type(ScalpType::oily)
        .zones({Condition::oily})
        .found();
}

std::vector<std::string> dry(const Facts& facts)
{
    return evidence(facts)
        .concerns({Concern::dry, Concern::tight})
        .scalp_type(ScalpType::dry)
        .zones({Condition::dry})
        .found();
}

std::vector<std::string> sensitive(const Facts& facts)
{
    return evidence(facts)
        .concerns({Concern::sensitive, Concern::redness})
        .scalp_type(ScalpType::sensitive)
        .zones({Condition::redness, Condition::tender})
        .found();
}

std::vector<std::string> flakes(const Facts& facts)
{
    if (facts.consultation.has(Concern::severe_flakes)) return {};
    return evidence(facts).concerns({Concern::flakes}).found();
}

std::vector<std::string> soon_again(const Facts& facts)
{
    const Life& life = facts.consultation.life;
    auto found = evidence(facts);
    found.concerns({Concern::oily, Concern::oily_soon});
    return styling_often(found, life).habit("sport", life.sport, Habit::often).found();
}

std::vector<std::string> later_again(const Facts& facts)
{
    return evidence(facts)
        .concerns({Concern::dry, Concern::tight, Concern::sensitive})
        .scalp_type(ScalpType::dry)
        .scalp_type(ScalpType::sensitive)
        .found();
}

std::vector<std::string> hair_loss(const Facts& facts)
{
    return evidence(facts)
        .concerns({Concern::sudden_hair_loss, Concern::severe_hair_loss, Concern::patchy_hair_loss})
        .found();
}

std::vector<std::string> pain_or_broken_skin(const Facts& facts)
{
    const Safety& safety = facts.consultation.safety;
    return evidence(facts)
        .concerns({Concern::scalp_pain})
        .yes("safety.broken_skin", safety.yes("broken_skin"))
        .yes("safety.infection", safety.yes("infection"))
        .yes("safety.lice_or_ringworm", safety.yes("lice_or_ringworm"))
        .found();
}

std::vector<std::string> severe_flakes(const Facts& facts)
{
    return evidence(facts).concerns({Concern::severe_flakes}).found();
}

std::vector<std::string> headaches(const Facts& facts)
{
    return evidence(facts).headache({Headache::frequent, Headache::severe, Headache::fresh}).found();
}

bool is_red_flag(const std::string& safety_question)
{
    return safety_question == "broken_skin" || safety_question == "infection" || safety_question == "lice_or_ringworm";
}

}  // namespace kushi::reasons
