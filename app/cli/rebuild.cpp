#include "app/cli/rebuild.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/salon_command.h"
#include "app/engine/open_salon.h"
#include "db/rebuild.h"

namespace kushi::cli {
namespace {

int rebuild_folder(const Invocation& invocation)
{
    const auto file = database_file(invocation.data);
    if (!std::filesystem::exists(file)) {
        throw DatabaseProblem{DatabaseProblem::Kind::missing, "there is no salon in " + invocation.data.string()};
    }
    const FolderLock lock{invocation.data};
    const auto database = Database::open(file);
    std::int64_t events = 0;
    rebuild(database, [&](std::int64_t ready, std::int64_t total) {
        events = total;
        if (invocation.has("progress")) invocation.err << "kushi rebuild: " << ready << " of " << total << std::endl;
    });
    invocation.out << nlohmann::ordered_json{{"ok", true}, {"events", events}}.dump() << std::endl;
    return invocation.out ? done : io_error;
}

}  // namespace

int run_rebuild(const Invocation& invocation)
{
    return guarded(invocation, [&] { return rebuild_folder(invocation); });
}

CommandSpec rebuild_command()
{
    CommandSpec spec;
    spec.name = "rebuild";
    spec.summary = "Make the tables anew from the journal";
    spec.example = "kushi rebuild --progress && kushi verify";
    spec.options = {{"progress", "", "Say on the error stream how far it is"}};
    spec.run = run_rebuild;
    return spec;
}

}  // namespace kushi::cli
