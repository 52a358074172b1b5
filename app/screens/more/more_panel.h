#pragma once

#include "app/screens/host.h"
#include "app/screens/more/more_state.h"

namespace kushi {

struct MoreIntents {
    std::function<void(MorePlace)> go;
    std::function<void(const std::string& language)> speak;
    std::function<void()> sign_out;
};

Node more_panel(const MoreIntents& intents, const Signed& person, const Locale& locale, const PrinterState& printer,
                const Viewport& view);
/// What Kushi is, and whose letters and signs it shows.
Node about_panel(const Locale& locale);

}  // namespace kushi
