#include "app/screens/concerns/concerns_state.h"

#include <algorithm>

#include "app/screens/chair/care_words.h"

namespace kushi {
namespace {

template <class Word>
void toggle(std::optional<std::vector<Word>>& list, Word word)
{
    auto words = list.value_or(std::vector<Word>{});
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        words.push_back(word);
    else
        words.erase(found);
    list = std::move(words);
}

bool answered(const Consultation& consultation, const std::string& question)
{
    const auto& [headache, temples, jaw, neck, shoulders, sleep, stress] = consultation.tension;
    const auto& life = consultation.life;
    const auto& wish = consultation.preference;
    if (question == "dry_shampoo") return life.dry_shampoo.has_value();
    if (question == "styling") return life.styling.has_value();
    if (question == "heavy_conditioner") return life.heavy_conditioner.has_value();
    if (question == "sea_or_pool") return life.sea_or_pool.has_value();
    if (question == "sport") return life.sport.has_value();
    if (question == "wash") return consultation.wash.has_value();
    if (question == "screen_hours") return life.screen_hours.has_value();
    if (question == "steps") return wish.steps.has_value();
    if (question == "talk") return wish.talk.has_value();
    if (question == "often") return wish.often.has_value();
    if (question == "headache") return headache.has_value();
    if (question == "tight") return temples || jaw || neck || shoulders;
    if (question == "sleep") return sleep.has_value();
    if (question == "stress") return stress.has_value();
    if (question == "pressure") return wish.pressure.has_value();
    if (question == "temperature") return wish.temperature.has_value();
    return wish.scent.has_value();
}

}  // namespace

ConcernsState concern_toggled(ConcernsState state, Concern concern)
{
    toggle(state.draft.consultation.concerns, concern);
    return state;
}

ConcernsState goal_toggled(ConcernsState state, Goal goal)
{
    toggle(state.draft.consultation.goals, goal);
    return state;
}

ConcernsState tight_toggled(ConcernsState state, std::optional<bool> Tension::*place)
{
    auto& answer = state.draft.consultation.tension.*place;
    answer = !answer.value_or(false);
    return state;
}

ConcernsState screen_hours_moved(ConcernsState state, int by)
{
    auto& hours = state.draft.consultation.life.screen_hours;
    hours = hours ? std::clamp(*hours + by, 0.0, 24.0) : (by > 0 ? 1.0 : 0.0);
    return state;
}

ConcernsState same_as_last(ConcernsState state, const Consultation& last)
{
    const auto now = state.draft.consultation;
    auto copy = last;
    copy.safety = now.safety;
    copy.since_last = now.since_last;
    std::vector<Concern> concerns;
    for (const auto concern : last.concerns.value_or(std::vector<Concern>{})) {
        if (!is_risk(concern)) concerns.push_back(concern);
    }
    for (const auto concern : now.concerns.value_or(std::vector<Concern>{})) {
        if (is_risk(concern)) concerns.push_back(concern);
    }
    copy.concerns = last.concerns || now.concerns ? std::optional{concerns} : std::nullopt;
    const bool risk_now = now.tension.headache && is_risk(*now.tension.headache);
    const bool risk_then = last.tension.headache && is_risk(*last.tension.headache);
    if (risk_now || risk_then) copy.tension.headache = now.tension.headache;
    state.draft.consultation = copy;
    state.copied = true;
    return state;
}

const std::vector<std::string>& life_questions()
{
    static const std::vector<std::string> all{
        "dry_shampoo", "styling", "heavy_conditioner", "sea_or_pool", "sport", "wash",   "screen_hours", "steps",
        "talk",        "often",   "headache",          "tight",       "sleep", "stress", "pressure",     "temperature",
        "scent"};
    return all;
}

std::vector<std::string> life_unanswered(const Consultation& consultation)
{
    std::vector<std::string> left;
    for (const auto& question : life_questions()) {
        if (!answered(consultation, question)) left.push_back(question);
    }
    return left;
}

}  // namespace kushi
