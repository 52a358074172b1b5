#pragma once

#include <vector>

namespace kushi {

/// What is neither a client's nor a sale's.
enum class MorePlace { close_day, report, settings, devices, about };

struct MoreState {
    bool shows_about = false;
};

/// The places that somebody may go to: the drawer is counted by who takes money, the reports are the managers'.
std::vector<MorePlace> more_places(bool sells, bool manages);

}  // namespace kushi
