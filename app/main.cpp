#include <sodium.h>
#include <sys/stat.h>

#include <cstdio>

#include "app/cli/command_line.h"
#include "app/cli/virtual_printer.h"
#include "app/paper/paper_window.h"
#include "app/screens/window.h"

namespace {

int open_terminal(const kushi::cli::TerminalRequest& request)
{
    if (request.gallery) return kushi::run_gallery(request.width, request.height);
    const kushi::TerminalWish wish{request.data, request.language, request.width, request.height, request.measure};
    return kushi::run_terminal(wish, kushi::real_world());
}

std::string open_paper(const kushi::cli::PaperRequest& request)
{
    return kushi::run_paper_window(
        {request.printer, request.language, request.sheets, request.on_listening, request.on_sheet});
}

}  // namespace

int main(int argc, char** argv)
{
    umask(077);  // what a salon writes is for its own user only
    if (sodium_init() < 0) {
        std::fputs("kushi: no secure random numbers on this machine\n", stderr);
        return 74;
    }
    return kushi::cli::run(argc, argv, {&open_terminal, &open_paper});
}
