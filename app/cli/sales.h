#pragma once

#include "app/cli/command.h"

namespace kushi::cli {

/// Whether `list sales` asks for a search rather than for the whole documents of a date.
bool is_sales_search(const Invocation& invocation);
/// `list sales` with a search: what was found as JSON lines or CSV.
int run_sales_search(const Invocation& invocation);

}  // namespace kushi::cli
