#pragma once

#include "app/screens/chair/chair_visit.h"
#include "app/screens/frame.h"

namespace kushi {

/// The parts of a consultation, in their order at the chair.
enum class Section { consent, safety, concerns, map, recommendation };

/// "Misaki Sato, 34 · visit 9 · Deep Cleanse Spa"; a client without a name is "Walk-in 2".
std::string chair_subtitle(const ChairVisit& visit, const Locale& locale);
std::string chair_client(const ChairVisit& visit);

/// The list of sections at the left, with the week-after answers and the allergy alert below; in the narrow window a
/// strip of numbers. `go` opens one.
Node section_list(const ChairVisit& visit, Section here, const Locale& locale, const Viewport& view,
                  std::function<void(Section)> go);

/// The rest of the page beside the list, or what stands in its place while nothing is there yet.
struct ChairPage {
    std::string title;
    Section section = Section::consent;
    bool lists_sections = true;
    std::vector<Node> actions{};
};
/// The page with its frame. The allergy alert is always in sight: where there is no list, in the bar.
Node chair_page(Host& host, const Viewport& view, const ChairVisit& visit, ChairPage page,
                std::function<void(Section)> go, Node body);

/// "Allergy: lavender oil"; empty without one.
std::string alert_words(const ChairVisit& visit);

/// The red-flag card: what it says, the three ways on, and what was recorded.
struct RedFlagLook {
    const Advice* advice = nullptr;
    std::optional<RedFlagDecision> chosen{};
    std::string recorded{};  ///< who decided and when
    std::string problem{};
    std::function<void(RedFlagDecision)> choose{};
};
Node red_flag_card(const RedFlagLook& look);
/// The flags alone, shortly: "R1" or "R1, R3".
std::string flag_tags(const Advice& advice);
/// The word of the button that does it: "Go on adapted", "Postpone", "Refer to a doctor".
std::string said(RedFlagDecision decision);

/// A row of five severities to choose from.
Node five_levels(const std::string& name, const std::optional<int>& chosen, bool words,
                 std::function<void(int)> choose);

/// A caption over a group of answers.
Node answer_label(std::string words);

}  // namespace kushi
