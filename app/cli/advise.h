#pragma once

#include "app/cli/command.h"

namespace kushi::cli {

/// Reads {"consultation":{...},"zones":{...},"history":{...}}, every part optional, one object a line, and answers one
/// line each with the recommendation, flushed before the next is read. Needs no salon. A refused line is answered as
/// such, told on `err`, and the next is read. @returns 1 if any was refused, 74 if an answer could not be written.
int run_advise(const Invocation& invocation);

CommandSpec advise_command();

}  // namespace kushi::cli
