#pragma once

#include <string>
#include <vector>

#include "app/screens/chair/chair_visit.h"

namespace kushi {

/// The two pages of concerns, life and tension: one consultation on its way.
struct ConcernsState {
    ConsultDraft draft;
    bool copied = false;  ///< "Same as last visit" was tapped
    [[nodiscard]] const Consultation& consultation() const { return draft.consultation; }
};

/// Every step answers, or takes the answer back where it was the same.
ConcernsState concern_toggled(ConcernsState state, Concern concern);
ConcernsState goal_toggled(ConcernsState state, Goal goal);

template <class Field, class Value>
void toggle_answer(std::optional<Field>& field, Value value)
{
    if (field && *field == static_cast<Field>(value))
        field.reset();
    else
        field = static_cast<Field>(value);
}
/// One answer of the consultation, by where it stands: `[](Consultation& c) -> auto& { return c.life.sport; }`.
template <class Where, class Value>
ConcernsState answer_toggled(ConcernsState state, Where where, Value value)
{
    toggle_answer(where(state.draft.consultation), value);
    return state;
}

/// Tight places are named one by one; one that is taken back was asked.
ConcernsState tight_toggled(ConcernsState state, std::optional<bool> Tension::*place);
/// More or fewer hours before a screen, from 0 to 24; the first tap on an empty answer gives 1 or 0.
ConcernsState screen_hours_moved(ConcernsState state, int by);

/// The last consultation's answers but those of safety, and those that a doctor should see: they are asked anew each
/// time.
ConcernsState same_as_last(ConcernsState state, const Consultation& last);

/// The questions of Life and tension without an answer, by their names in life_questions.
std::vector<std::string> life_unanswered(const Consultation& consultation);
/// "dry_shampoo", "styling", ... in the page's order.
const std::vector<std::string>& life_questions();

}  // namespace kushi
