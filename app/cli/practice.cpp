#include "app/engine/demo/practice.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/salon_command.h"
#include "app/cli/staff_line.h"
#include "app/cli/whole_number.h"

namespace kushi::cli {
namespace {

int run_practice(const Invocation& invocation)
{
    PracticeWish wish;
    wish.folder = invocation.data;
    wish.preset = invocation.has("preset") ? invocation.option("preset") : "tokyo";
    wish.language = invocation.language;
    if (const auto printer = invocation.option("printer"); !printer.empty()) {
        const auto colon = printer.rfind(':');
        const auto port = colon == std::string::npos ? std::nullopt : whole_number(printer.substr(colon + 1), 1, 65'535);
        if (!port || colon == 0) return say_refusal(invocation, Refusal{"bad_address", "printer", printer}), wrong_usage;
        wish.printer_host = printer.substr(0, colon);
        wish.printer_port = static_cast<std::uint16_t>(*port);
    }
    return guarded(invocation, [&] {
        const auto staff = make_practice(wish, real_world());
        if (!staff) return say_refusal(invocation, staff.error());
        for (const auto& person : *staff) invocation.out << staff_line(person) << "\n";
        return static_cast<int>(done);
    });
}

}  // namespace

CommandSpec practice_command()
{
    return {.name = "practice",
            .summary = "Make a training salon in the middle of a day, to try the terminal on; answers its staff with their PINs",
            .example = "kushi --data ./practice practice --printer 127.0.0.1:9100, then kushi --data ./practice",
            .words_help = {},
            .options = {{"preset", "NAME", "tokyo (unless said), london or newyork"}, {"printer", "HOST:PORT", "Its receipt printer; none without it"}},
            .run = &run_practice};
}

}  // namespace kushi::cli
