#include "app/screens/chair/care_words.h"

#include "app/widgets/words.h"

namespace kushi {

std::string said(Concern concern)
{
    switch (concern) {
        case Concern::oily:
            return tr("Oily");
        case Concern::oily_soon:
            return tr("Oily soon after washing");
        case Concern::buildup:
            return tr("Buildup");
        case Concern::odour:
            return tr("Odour");
        case Concern::flakes:
            return tr("Flakes");
        case Concern::severe_flakes:
            return tr("Severe flakes");
        case Concern::itch:
            return tr("Itch");
        case Concern::redness:
            return tr("Redness");
        case Concern::dry:
            return tr_in("scalp", "Dry");
        case Concern::tight:
            return tr("Tight");
        case Concern::sensitive:
            return tr("Sensitive");
        case Concern::thinning:
            return tr("Thinning");
        case Concern::sudden_hair_loss:
            return tr("Sudden hair loss");
        case Concern::patchy_hair_loss:
            return tr("Patchy hair loss");
        case Concern::severe_hair_loss:
            return tr("Severe hair loss");
        case Concern::scalp_pain:
            return tr("Scalp pain");
        case Concern::acne:
            return tr("Acne-prone");
        case Concern::limp_roots:
            return tr("Limp roots");
    }
    return {};
}

std::string said(ScalpType type)
{
    switch (type) {
        case ScalpType::oily:
            return tr_in("scalp type", "Oily");
        case ScalpType::balanced:
            return tr("Balanced");
        case ScalpType::dry:
            return tr_in("scalp", "Dry");
        case ScalpType::sensitive:
            return tr("Sensitive");
        case ScalpType::combination:
            return tr("Combination");
    }
    return {};
}

std::string said(HairType type)
{
    switch (type) {
        case HairType::fine:
            return tr("Fine");
        case HairType::normal:
            return tr_in("hair", "Normal");
        case HairType::coarse:
            return tr("Coarse");
    }
    return {};
}

std::string said(WashRhythm rhythm)
{
    switch (rhythm) {
        case WashRhythm::daily:
            return tr("Daily");
        case WashRhythm::every_2_days:
            return tr("2 days");
        case WashRhythm::less:
            return tr("Less");
    }
    return {};
}

std::string said(Habit habit)
{
    switch (habit) {
        case Habit::never:
            return tr("Never");
        case Habit::sometimes:
            return tr("Sometimes");
        case Habit::often:
            return tr("Often");
    }
    return {};
}

std::string said(Headache headache)
{
    switch (headache) {
        case Headache::none:
            return tr("None");
        case Headache::tension:
            return tr("Tension");
        case Headache::frequent:
            return tr("Frequent");
        case Headache::severe:
            return tr("Severe");
        case Headache::fresh:
            return tr_in("headache", "New");
    }
    return {};
}

std::string said(Sleep sleep)
{
    return sleep == Sleep::good ? tr("Good") : tr("Poor");
}

std::string said(Goal goal)
{
    switch (goal) {
        case Goal::clean_scalp:
            return tr("Clean scalp");
        case Goal::calm_itch:
            return tr("Calm an itch");
        case Goal::rest:
            return tr_in("goal", "Rest");
        case Goal::ease_tension:
            return tr("Ease tension");
        case Goal::softer_hair:
            return tr("Softer hair");
        case Goal::try_it:
            return tr("Try it");
        case Goal::gift:
            return tr("Gift");
    }
    return {};
}

std::string said(Steps steps)
{
    return steps == Steps::few ? tr("Few steps") : tr("Whole ritual");
}

std::string said(Often often)
{
    switch (often) {
        case Often::weekly:
            return tr("Weekly");
        case Often::monthly:
            return tr("Monthly");
        case Often::none:
            return tr("No plan");
    }
    return {};
}

std::string said(Pressure pressure)
{
    switch (pressure) {
        case Pressure::light:
            return tr_in("pressure", "Light");
        case Pressure::medium:
            return tr("Medium");
        case Pressure::firm:
            return tr("Firm");
    }
    return {};
}

std::string said(Temperature temperature)
{
    switch (temperature) {
        case Temperature::cool:
            return tr("Cool");
        case Temperature::warm:
            return tr("Warm");
        case Temperature::hot:
            return tr("Hot");
    }
    return {};
}

std::string said(Scent scent)
{
    switch (scent) {
        case Scent::none:
            return tr("None");
        case Scent::light:
            return tr_in("scent", "Light");
        case Scent::any:
            return tr("Any");
    }
    return {};
}

std::string said(Talk talk)
{
    return talk == Talk::talk ? tr("Talk") : tr("Quiet");
}

std::string said(Zone zone)
{
    switch (zone) {
        case Zone::frontal:
            return tr("Frontal");
        case Zone::crown:
            return tr("Crown");
        case Zone::parietal_left:
            return tr("Parietal left");
        case Zone::parietal_right:
            return tr("Parietal right");
        case Zone::temporal_left:
            return tr("Temporal left");
        case Zone::temporal_right:
            return tr("Temporal right");
        case Zone::occipital:
            return tr("Occipital");
        case Zone::nape:
            return tr("Nape");
    }
    return {};
}

std::string said_short(Zone zone)
{
    switch (zone) {
        case Zone::parietal_left:
            return tr("Par. L");
        case Zone::parietal_right:
            return tr("Par. R");
        case Zone::temporal_left:
            return tr("Temp. L");
        case Zone::temporal_right:
            return tr("Temp. R");
        default:
            return said(zone);
    }
}

std::string said(Condition condition)
{
    switch (condition) {
        case Condition::oily:
            return tr("Oily");
        case Condition::buildup:
            return tr("Buildup");
        case Condition::flakes:
            return tr("Flakes");
        case Condition::dry:
            return tr_in("scalp", "Dry");
        case Condition::redness:
            return tr("Redness");
        case Condition::tender:
            return tr("Tender");
        case Condition::thinning:
            return tr("Thinning");
    }
    return {};
}

std::string said(const SinceLast& since)
{
    std::string all;
    const auto add = [&](const std::optional<int>& answer, const std::string& words) {
        if (answer) all += (all.empty() ? std::string{} : tr(", ")) + said(words, *answer);
    };
    add(since.days_until_oily, tr("oily on day {}"));
    add(since.itch, tr("itch {}"));
    add(since.comfort, tr("comfort {}"));
    add(since.roots, tr("roots {}"));
    return all;
}

std::string lower_first(std::string words)
{
    if (!words.empty() && words.front() >= 'A' && words.front() <= 'Z')
        words.front() = static_cast<char>(words.front() - 'A' + 'a');
    return words;
}

std::string upper_first(std::string words)
{
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

bool is_risk(Concern concern)
{
    return concern == Concern::severe_flakes || concern == Concern::sudden_hair_loss ||
           concern == Concern::patchy_hair_loss || concern == Concern::severe_hair_loss ||
           concern == Concern::scalp_pain;
}

bool is_risk(Headache headache)
{
    return headache >= Headache::frequent;
}

}  // namespace kushi
