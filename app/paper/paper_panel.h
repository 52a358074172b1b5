#pragma once

#include <functional>

#include "app/paper/paper_state.h"
#include "app/widgets/scene.h"

namespace kushi {

struct PaperIntents {
    std::function<void(printing::Fault::Kind)> set_fault;
    std::function<void()> show_all_faults;  ///< or the few again
};

/// The printer's window: its name, address and state, what can be wrong with it, and its paper, the newest at the slot.
Page paper_page(const PaperState& state, const PaperIntents& intents, Size window);

}  // namespace kushi
