#pragma once

#include "app/engine/views.h"

namespace kushi {

/// Who is free when, for somebody who comes in now: therapists by the next free time, with how long they have until
/// their next booking, and the rooms. From the day's board; nothing is held for anybody.
OrderedJson free_times_json(const ViewSource& source, const std::string& business_date, const std::string& service,
                            Instant now);

}  // namespace kushi
