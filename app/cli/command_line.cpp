#include "app/cli/command_line.h"

namespace kushi::cli {

int run(int, char**) { return 0; }

}  // namespace kushi::cli
