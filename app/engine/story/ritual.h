#pragma once

#include <functional>

#include "app/engine/story/guest.h"

namespace kushi {

/// Has the steps of the agreed ritual happen one after the other from now on, about as long as planned, with the products
/// of its recipe; then `done`.
void perform_ritual(Stage& stage, const GuestPtr& guest, std::function<void()> done);

}  // namespace kushi
