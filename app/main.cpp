#include <sodium.h>
#include <sys/stat.h>

#include <cstdio>

#include "app/cli/command_line.h"
#include "app/screens/window.h"

int main(int argc, char** argv)
{
    umask(077);  // what a salon writes is for its own user only
    if (sodium_init() < 0) {
        std::fputs("kushi: no secure random numbers on this machine\n", stderr);
        return 74;
    }
    return kushi::cli::run(argc, argv, [](const kushi::cli::TerminalRequest& request) {
        kushi::TerminalWish wish{request.data, request.language, request.width, request.height, request.measure};
        return kushi::run_terminal(wish, kushi::real_world());
    });
}
