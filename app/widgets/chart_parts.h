#pragma once

#include "app/widgets/chart.h"

namespace kushi {

/// What stands where a chart has nothing to show.
Node pale_chart(const std::string& name, const std::string& sentence);

}  // namespace kushi
