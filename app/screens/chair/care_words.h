#pragma once

#include <string>

#include "core/care/consultation.h"
#include "core/care/scalp_map.h"

namespace kushi {

// The answers of a consultation and the places of a head, as the chair's screens call them.

std::string said(Concern concern);
std::string said(ScalpType type);
std::string said(HairType type);
std::string said(WashRhythm rhythm);
std::string said(Habit habit);
std::string said(Headache headache);
std::string said(Sleep sleep);
std::string said(Goal goal);
std::string said(Steps steps);
std::string said(Often often);
std::string said(Pressure pressure);
std::string said(Temperature temperature);
std::string said(Scent scent);
std::string said(Talk talk);
std::string said(Zone zone);
std::string said_short(Zone zone);
std::string said(Condition condition);
/// "Oily on day 6, itch 1, comfort 3, roots 3"
std::string said(const SinceLast& since);

/// A Latin word inside a sentence, and one that begins it; any other text stays as it is.
std::string lower_first(std::string words);
std::string upper_first(std::string words);

/// Concerns that a doctor should see (R1, R2).
bool is_risk(Concern concern);
bool is_risk(Headache headache);

}  // namespace kushi
