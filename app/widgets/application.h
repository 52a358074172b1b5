#pragma once

#include <functional>

class wxFrame;

namespace kushi {

/// Runs the windows of this process until the last one is closed. `make` makes the first one, on the thread that calls.
/// @returns the process's exit code
/// @throws std::system_error where the display does not answer
int run_application(std::function<wxFrame*()> make);

/// Runs an act on the windows' thread; from any thread. What it throws is logged: out of a posted act it would end the
/// program in a way that nobody can read. Nothing happens when no application runs.
void post_to_window(std::function<void()> act);

}  // namespace kushi
