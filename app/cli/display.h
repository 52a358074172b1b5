#pragma once

namespace kushi::cli {

/// Whether the session names a display. Whether that one answers, only opening a window tells.
bool has_display();

}  // namespace kushi::cli
