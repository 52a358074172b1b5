#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/sales.h"
#include "app/cli/salon_command.h"

namespace kushi::cli {
namespace {

int run_board(const Invocation& invocation)
{
    nlohmann::json request{{"do", "board"}};
    if (invocation.has("date")) request["date"] = invocation.option("date");
    return perform_once(invocation, request, "board");
}

int run_show(const Invocation& invocation)
{
    const auto& what = invocation.words.at(0);
    nlohmann::json request{{"do", "show"}, {"what", what}, {"id", invocation.words.at(1)}};
    if (invocation.has("reason")) request["reason"] = invocation.option("reason");
    return perform_once(invocation, request, what);
}

int run_list(const Invocation& invocation)
{
    if (is_sales_search(invocation)) return run_sales_search(invocation);
    nlohmann::json request{{"do", "list"}, {"what", invocation.words.at(0)}};
    if (invocation.has("date")) request["date"] = invocation.option("date");
    if (invocation.has("find")) request["find"] = invocation.option("find");
    return perform_once(invocation, request, "rows");
}

}  // namespace

CommandSpec board_command()
{
    return {.name = "board",
            .summary = "Show the day's visits: expected, in chair, ready to pay, done",
            .example = "kushi board --date 2026-11-14",
            .words_help = {},
            .options = {{"date", "DATE", "A business date, such as 2026-11-14; today if not given"}},
            .run = &run_board};
}

CommandSpec show_command()
{
    return {.name = "show",
            .summary = "Show one client, visit, sale, person or item as JSON",
            .example = "kushi --as aoi show visit 0190b8a0-0000-7000-8000-00000000000f",
            .words_help = "client ID | visit ID | sale ID | staff ID | item ID",
            .words_least = 2,
            .words_most = 2,
            .options = {{"reason", "TEXT", "Why a manager or owner reads health data; kept in the journal"}},
            .run = &run_show};
}

CommandSpec list_command()
{
    return {.name = "list",
            .summary = "List all clients, visits, sales, items, staff, lots or rooms, one JSON line each",
            .example = "kushi list sales --date 2026-11-14",
            .words_help = "clients | visits | sales | items | staff | lots | rooms",
            .words_least = 1,
            .words_most = 1,
            .options = {{"date", "DATE", "Only rows of one business date"},
                        {"find", "TEXT", "Only rows that name this"},
                        {"from", "DATE", "Sales: from this business date on"},
                        {"to", "DATE", "Sales: up to this business date"},
                        {"least", "AMOUNT", "Sales: of this amount or more, in the currency's smallest unit"},
                        {"most", "AMOUNT", "Sales: of this amount or less"},
                        {"client", "ID", "Sales: of one client"},
                        {"kind", "KIND", "Sales: sale, refund or void"},
                        {"tender", "TYPE", "Sales: paid with this, such as card, or a label of the salon's own"},
                        {"staff", "STAFF", "Sales: taken by one of the staff"},
                        {"format", "FORMAT", "Sales: json (if not given) or csv"}},
            .run = &run_list};
}

}  // namespace kushi::cli
