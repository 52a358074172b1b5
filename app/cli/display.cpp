#include "app/cli/display.h"

#include <cstdlib>

namespace kushi::cli {

bool has_display()
{
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY");
}

}  // namespace kushi::cli
