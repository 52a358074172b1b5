#include "app/screens/safety/safety_state.h"

#include <algorithm>

#include "core/care/rules.h"

namespace kushi {
namespace {

constexpr std::array hair_losses{Concern::sudden_hair_loss, Concern::patchy_hair_loss, Concern::severe_hair_loss};

bool is_cores(const std::string& question)
{
    const auto own = safety_questions();
    return std::find(own.begin(), own.end(), question) != own.end();
}

void set_concern(Consultation& consultation, Concern concern, bool on)
{
    auto list = consultation.concerns.value_or(std::vector<Concern>{});
    const auto found = std::find(list.begin(), list.end(), concern);
    if (on && found == list.end()) list.push_back(concern);
    if (!on && found != list.end()) list.erase(found);
    if (consultation.concerns || !list.empty()) consultation.concerns = list;
    if (list.empty()) consultation.concerns.reset();
}

bool any_hair_loss(const Consultation& consultation)
{
    return std::any_of(hair_losses.begin(), hair_losses.end(), [&](Concern one) { return consultation.has(one); });
}

/// The yes of a question that core does not list.
bool says_yes(const Consultation& consultation, const std::string& question)
{
    if (question == "hair_loss") return any_hair_loss(consultation);
    if (question == "scalp_pain") return consultation.has(Concern::scalp_pain);
    if (question == "severe_flakes") return consultation.has(Concern::severe_flakes);
    if (question == "headaches")
        return consultation.tension.headache && *consultation.tension.headache >= Headache::frequent;
    return consultation.safety.allergies && !consultation.safety.allergies->empty();
}

void say(Consultation& consultation, const std::string& question, bool yes)
{
    if (question == "hair_loss") {
        if (yes && !any_hair_loss(consultation)) set_concern(consultation, Concern::sudden_hair_loss, true);
        if (!yes) {
            for (const auto one : hair_losses) set_concern(consultation, one, false);
        }
    } else if (question == "scalp_pain") {
        set_concern(consultation, Concern::scalp_pain, yes);
    } else if (question == "severe_flakes") {
        set_concern(consultation, Concern::severe_flakes, yes);
    } else if (question == "headaches") {
        auto& headache = consultation.tension.headache;
        const bool risk = headache && *headache >= Headache::frequent;
        if (yes && !risk) headache = Headache::frequent;
        if (!yes && risk) headache.reset();
    } else if (!yes) {
        consultation.safety.allergies = std::vector<std::string>{};
    }
}

SafetyState changed(SafetyState state)
{
    state.recorded = false;
    state.chosen.reset();
    state.decided.clear();
    state.problem.clear();
    return state;
}

int height_of(const SafetyState& state, const std::string& question)
{
    const bool further = question == "hair_loss" || question == "headaches" || question == "allergy";
    return SafetyState::row_height_px +
           (further && state.answer(question).value_or(false) ? SafetyState::detail_height_px : 0);
}

}  // namespace

const std::vector<std::string>& safety_list()
{
    static const auto list = [] {
        std::vector<std::string> all{"hair_loss", "scalp_pain"};
        for (const auto& question : safety_questions()) {
            if (reasons::is_red_flag(question)) all.push_back(question);
        }
        all.insert(all.end(), {"headaches", "severe_flakes", "allergy"});
        for (const auto& question : safety_questions()) {
            if (!reasons::is_red_flag(question)) all.push_back(question);
        }
        return all;
    }();
    return list;
}

std::optional<bool> SafetyState::answer(const std::string& question) const
{
    if (is_cores(question)) {
        const auto found = draft.consultation.safety.answers.find(question);
        return found == draft.consultation.safety.answers.end() ? std::nullopt : std::optional{found->second};
    }
    if (says_yes(draft.consultation, question)) return true;
    const auto heard = draft.heard.find(question);
    return heard == draft.heard.end() ? std::nullopt : std::optional{heard->second};
}

std::vector<std::string> SafetyState::empty() const
{
    std::vector<std::string> left;
    for (const auto& question : safety_list()) {
        if (!answer(question)) left.push_back(question);
    }
    return left;
}

std::vector<std::string> SafetyState::in_view(int room) const
{
    std::vector<std::string> shown;
    int y = -offset;
    for (const auto& question : safety_list()) {
        const int height = height_of(*this, question);
        if (y > -row_height_px / 3 && y + row_height_px * 2 / 3 <= room) shown.push_back(question);
        y += height;
    }
    return shown;
}

std::vector<std::string> SafetyState::below(int room) const
{
    std::vector<std::string> hidden;
    int y = -offset;
    for (const auto& question : safety_list()) {
        if (y + row_height_px * 2 / 3 > room) hidden.push_back(question);
        y += height_of(*this, question);
    }
    return hidden;
}

bool SafetyState::needs_allergy() const
{
    return answer("allergy").value_or(false) && !says_yes(draft.consultation, "allergy");
}

std::string SafetyState::allergy_text() const
{
    std::string all;
    for (const auto& one : draft.consultation.safety.allergies.value_or(std::vector<std::string>{}))
        all += (all.empty() ? "" : ", ") + one;
    return all;
}

Advice SafetyState::raised() const
{
    auto advice = advise(draft.consultation, {});
    std::erase_if(advice.flags, [](const Flag& flag) { return flag.id == "R4"; });
    return advice;
}

SafetyState safety_from(const ChairVisit& visit)
{
    SafetyState state;
    state.draft = visit.consult();
    state.recorded = visit.safe_to_touch() && !visit.consult_draft;
    if (visit.safe_to_touch()) {
        for (const auto& question : safety_list()) {
            if (!is_cores(question) && !state.answer(question)) state.draft.heard[question] = false;
        }
    }
    if (state.recorded) state.chosen = visit.decision;
    return state;
}

SafetyState answered(SafetyState state, const std::string& question, bool yes)
{
    if (state.busy || state.ending || state.answer(question) == yes) return state;
    state = changed(std::move(state));
    if (is_cores(question)) {
        state.draft.consultation.safety.answers[question] = yes;
        return state;
    }
    state.draft.heard[question] = yes;
    say(state.draft.consultation, question, yes);
    return state;
}

SafetyState all_no(SafetyState state, int room)
{
    if (state.busy || state.ending) return state;
    bool any = false;
    for (const auto& question : state.in_view(room)) {
        if (state.answer(question)) continue;
        state = answered(std::move(state), question, false);
        any = true;
    }
    if (any) state.draft.filled = true;
    return state;
}

SafetyState asked_aloud(SafetyState state)
{
    if (!state.busy) state.draft.filled = false;
    return state;
}

SafetyState cleared(SafetyState state)
{
    if (state.busy || state.ending) return state;
    state = changed(std::move(state));
    for (const auto& question : safety_list()) {
        if (!is_cores(question)) say(state.draft.consultation, question, false);
    }
    state.draft.consultation.safety = Safety{};
    state.draft.heard.clear();
    state.draft.filled = false;
    return state;
}

SafetyState scrolled_to(SafetyState state, int offset)
{
    state.offset = offset;
    return state;
}

SafetyState allergy_told(SafetyState state, const std::string& text)
{
    if (state.busy || state.ending) return state;
    state = changed(std::move(state));
    state.draft.heard["allergy"] = true;
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos)
        state.draft.consultation.safety.allergies.reset();
    else
        state.draft.consultation.safety.allergies =
            std::vector<std::string>{text.substr(first, text.find_last_not_of(' ') - first + 1)};
    return state;
}

SafetyState hair_loss_toggled(SafetyState state, Concern kind)
{
    if (state.busy || state.ending) return state;
    state = changed(std::move(state));
    set_concern(state.draft.consultation, kind, !state.draft.consultation.has(kind));
    state.draft.heard["hair_loss"] = any_hair_loss(state.draft.consultation);
    return state;
}

SafetyState headache_named(SafetyState state, Headache kind)
{
    if (state.busy || state.ending) return state;
    state = changed(std::move(state));
    state.draft.consultation.tension.headache = kind;
    return state;
}

}  // namespace kushi
