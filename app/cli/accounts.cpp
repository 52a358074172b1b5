#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/salon_command.h"
#include "app/cli/table_csv.h"
#include "app/engine/open_salon.h"

namespace kushi::cli {
namespace {

int run_accounts(const Invocation& invocation)
{
    const auto format = invocation.option("format", "csv");
    if (invocation.words.at(0) != "export" || (format != "json" && format != "csv")) {
        invocation.err << "kushi: accounts export --from DATE --to DATE, with --format csv or json\n";
        return wrong_usage;
    }
    const nlohmann::json request{{"do", "accounts_export"}, {"from", invocation.option("from")}, {"to", invocation.option("to")}};
    if (format == "json") return perform_once(invocation, request, "rows");
    return with_salon(invocation, [&](OpenSalon& salon) {
        const auto answer = salon.engine().perform(request, {invocation.as, invocation.language.empty() ? "en" : invocation.language});
        if (!answer["ok"].get<bool>()) return say_refused_answer(invocation, answer);
        invocation.out << table_csv({"date", "z", "account", "code", "rate", "debit", "credit"}, answer["rows"]);
        return static_cast<int>(done);
    });
}

}  // namespace

CommandSpec accounts_command()
{
    return {.name = "accounts",
            .summary = "Export balanced double entries of every business day, for the books",
            .example = "kushi --as haruka accounts export --from 2026-11-01 --to 2026-11-30 --format csv",
            .words_help = "export",
            .words_least = 1,
            .words_most = 1,
            .options = {{"from", "DATE", "The first business date", {}, true},
                        {"to", "DATE", "The last business date", {}, true},
                        {"format", "FORMAT", "csv (if not given) or json, one line an entry"}},
            .run = &run_accounts};
}

}  // namespace kushi::cli
