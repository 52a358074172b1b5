#pragma once

#include "app/screens/host.h"
#include "app/screens/report/report_state.h"

namespace kushi {

struct ReportIntents {
    std::function<void(const std::string& chart)> turn;  ///< between a chart and its table
};
Node report_panel(const ReportState& state, const ReportIntents& intents, Host& host, const Viewport& view);

}  // namespace kushi
