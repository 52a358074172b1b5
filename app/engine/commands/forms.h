#pragma once

#include <string>

#include "app/engine/command.h"

namespace kushi {

/// A half-filled form became a fact: it is not kept any longer.
void drop_form(const Command& command, const char* form, const std::string& visit);

/// The visit came to an end: its cart, its clocks and every form that was kept for it go.
void drop_all_drafts(const Command& command, const std::string& visit);

}  // namespace kushi
