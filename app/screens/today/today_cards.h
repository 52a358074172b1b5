#pragma once

#include "app/screens/today/today_panel.h"

namespace kushi {

/// A card of the first three columns. `first`: its button is the column's one next step.
Node visit_card(const TodayCard& card, const TodayState& state, const TodayIntents& intents, const TodaySight& sight,
                bool first);
/// A card of what is paid.
Node paid_card(const TodayCard& card, const TodayIntents& intents, const TodaySight& sight);

/// "Misaki Sato", "Walk-in 2", "Client" where the name is not to be seen.
std::string visitor_text(const TodayCard& card, const Locale& locale);
/// "Deep Cleanse Spa, 75 min"
std::string service_text(const TodayCard& card);
/// "Cash + Card"
std::string tender_words(const std::vector<std::string>& tenders);
/// What is to be known before anybody comes near: allergies, a stop, new, late, waiting.
std::vector<Node> visit_tags(const TodayCard& card, Instant now);

}  // namespace kushi
