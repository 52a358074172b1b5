#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/screens/chair/chair_visit.h"

namespace kushi {

/// The questions before anybody's hands touch a head. Those of core's list have their answer in the consultation; the
/// others
/// ("hair_loss", "headaches", "allergy", ...) are a yes of another part of it, and their no is kept beside it.
struct SafetyState {
    static constexpr int row_height_px = 49;
    static constexpr int detail_height_px = 64;  ///< of what a yes asks further

    ConsultDraft draft;
    bool recorded = false;  ///< as it stands, it is a fact
    int offset = 0;         ///< how far the list is scrolled
    std::optional<RedFlagDecision> chosen;
    std::string decided;  ///< what was recorded of it, in words
    std::string problem;
    bool ending = false;  ///< postponed or referred: the visit ends
    bool busy = false;

    /// Nothing until it was asked.
    [[nodiscard]] std::optional<bool> answer(const std::string& question) const;
    [[nodiscard]] std::vector<std::string> empty() const;
    /// Those that lie whole in a list of this height as it is scrolled.
    [[nodiscard]] std::vector<std::string> in_view(int room) const;
    /// Those below it.
    [[nodiscard]] std::vector<std::string> below(int room) const;
    /// A yes that needs words has none yet.
    [[nodiscard]] bool needs_allergy() const;
    [[nodiscard]] bool complete() const { return empty().empty() && !needs_allergy() && !draft.filled; }
    [[nodiscard]] std::string allergy_text() const;
    [[nodiscard]] const Consultation& consultation() const { return draft.consultation; }
    /// The red flags that the answers raise by themselves, before the house's own rules are asked.
    [[nodiscard]] Advice raised() const;
};

/// All questions in their order: R1 first, then what may be adapted.
const std::vector<std::string>& safety_list();
/// From what is recorded or kept: a recorded safety check has heard a no where there is no yes.
SafetyState safety_from(const ChairVisit& visit);

SafetyState answered(SafetyState state, const std::string& question, bool yes);
/// "All no": only what is empty and was in view.
SafetyState all_no(SafetyState state, int room);
/// Somebody says that what "All no" filled was asked aloud.
SafetyState asked_aloud(SafetyState state);
SafetyState cleared(SafetyState state);
SafetyState scrolled_to(SafetyState state, int offset);
SafetyState allergy_told(SafetyState state, const std::string& text);
SafetyState hair_loss_toggled(SafetyState state, Concern kind);
SafetyState headache_named(SafetyState state, Headache kind);

}  // namespace kushi
