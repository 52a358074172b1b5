#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/salon_command.h"
#include "app/cli/staff_line.h"
#include "app/engine/create_salon.h"

namespace kushi::cli {
namespace {

int run_init(const Invocation& invocation)
{
    return guarded(invocation, [&] {
        NewSalon wanted;
        wanted.folder = invocation.data;
        wanted.preset = invocation.option("preset");
        wanted.name = invocation.option("name");
        wanted.training = invocation.has("training");
        const auto staff = create_salon(wanted, real_world());
        if (!staff) return say_refusal(invocation, staff.error());
        for (const auto& person : *staff) invocation.out << staff_line(person) << "\n";
        invocation.err << "kushi: the salon is in " << invocation.data.string()
                       << "\nThe PINs above are shown this once. Keep " << (invocation.data / "keys").string()
                       << " safe: it is part of no backup.\n";
        return static_cast<int>(done);
    });
}

}  // namespace

std::string staff_line(const NewStaff& person)
{
    return nlohmann::ordered_json{{"id", person.id}, {"code", person.code}, {"name", person.name}, {"roles", person.roles.texts()}, {"pin", person.pin}}.dump();
}

CommandSpec init_command()
{
    return {.name = "init",
            .summary = "Make a salon: currency, tax, catalogue, rituals, products and staff with their PINs",
            .example = "kushi --data ./salon init --preset tokyo",
            .words_help = {},
            .options = {{"preset", "NAME", "tokyo, london or newyork", {}, true},
                        {"name", "NAME", "The salon's name instead of the preset's"},
                        {"training", "", "A salon for practice: every paper says so, scripts may set the time"}},
            .run = &run_init};
}

}  // namespace kushi::cli
