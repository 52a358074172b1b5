#pragma once

#include "app/cli/command.h"

namespace kushi::cli {

/// Answers worked money examples, one JSON line each, until the input ends: the `expected` object, or
/// `{"reject": true, "reason", "code", "field"?}` for what must be refused. A line that is no JSON, gives a field
/// twice, is nested deeper than 64 or longer than 1 MiB is rejected as `bad_request`, and the next line is read; a blank line is
/// passed over. Needs no salon.
/// @returns 0 at the end of the input, 74 when the answers cannot be written
int run_calc(const Invocation& call);
CommandSpec calc_command();

}  // namespace kushi::cli
