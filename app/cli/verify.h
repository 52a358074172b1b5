#pragma once

#include "app/cli/command.h"

namespace kushi::cli {

/// Checks the journal, the money and the tables of a salon, and answers one JSON object. Needs no key and says so.
/// @returns 0 when all is well, 3 when something was changed, 4 when the file is behind the anchor, 1 for a wrong anchor
/// file or a folder without a salon, 74 or 75 as everywhere
int run_verify(const Invocation& invocation);
CommandSpec verify_command();

}  // namespace kushi::cli
