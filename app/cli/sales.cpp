#include "app/cli/sales.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/salon_command.h"
#include "app/cli/table_csv.h"
#include "app/cli/whole_number.h"
#include "app/engine/open_salon.h"

namespace kushi::cli {
namespace {

constexpr std::array search_options{"from", "to", "least", "most", "client", "kind", "tender", "staff", "format"};
constexpr std::int64_t largest_amount = 1'000'000'000'000;

/// The request of the options; nothing where an amount is none.
std::optional<nlohmann::json> search_request(const Invocation& invocation)
{
    nlohmann::json request{{"do", "find_sales"}};
    for (const char* name : {"from", "to", "client", "kind", "tender", "staff"}) {
        if (invocation.has(name)) request[name] = invocation.option(name);
    }
    if (invocation.has("find")) request["number"] = invocation.option("find");
    if (invocation.has("date")) request["from"] = request["to"] = invocation.option("date");
    for (const char* name : {"least", "most"}) {
        if (!invocation.has(name)) continue;
        const auto amount = whole_number(invocation.option(name), 0, largest_amount);
        if (!amount) return std::nullopt;
        request[name] = *amount;
    }
    return request;
}

/// "cash 1000; card 500": a cell holds what a document has several of.
nlohmann::ordered_json flat(nlohmann::ordered_json row)
{
    std::string tenders;
    for (const auto& tender : row["tenders"]) {
        const auto label = tender["label"].get<std::string>();
        if (!tenders.empty()) tenders += "; ";
        tenders += (label.empty() ? tender["type"].get<std::string>() : label) + ' ' + std::to_string(tender["amount"].get<std::int64_t>());
    }
    row["tenders"] = tenders;
    return row;
}

}  // namespace

bool is_sales_search(const Invocation& invocation)
{
    return std::ranges::any_of(search_options, [&](const char* name) { return invocation.has(name); });
}

int run_sales_search(const Invocation& invocation)
{
    const auto format = invocation.option("format", "json");
    const auto request = search_request(invocation);
    if (invocation.words.at(0) != "sales" || !request || (format != "json" && format != "csv")) {
        invocation.err << "kushi: list sales --from DATE --to DATE --least AMOUNT --most AMOUNT, with --format json or csv\n";
        return wrong_usage;
    }
    if (format == "json") return perform_once(invocation, *request, "rows");
    return with_salon(invocation, [&](OpenSalon& salon) {
        const auto answer = salon.engine().perform(*request, {invocation.as, invocation.language.empty() ? "en" : invocation.language});
        if (!answer["ok"].get<bool>()) return say_refused_answer(invocation, answer);
        auto rows = nlohmann::ordered_json::array();
        for (const auto& row : answer["rows"]) rows.push_back(flat(row));
        invocation.out << table_csv({"number", "kind", "of", "business_date", "at", "client", "client_name", "staff", "total", "tip",
                                     "prepaid", "amount", "due", "tenders"},
                                    rows);
        return static_cast<int>(done);
    });
}

}  // namespace kushi::cli
