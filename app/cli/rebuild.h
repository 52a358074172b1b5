#pragma once

#include "app/cli/command.h"

namespace kushi::cli {

/// Makes the tables anew from the journal, all or nothing, and answers {"ok":true,"events":n}.
int run_rebuild(const Invocation& invocation);
CommandSpec rebuild_command();

}  // namespace kushi::cli
