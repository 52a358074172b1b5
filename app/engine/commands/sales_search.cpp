#include <map>

#include "app/engine/command.h"
#include "db/read/people.h"
#include "db/read/sales_search.h"

namespace kushi {
namespace {

struct Page {
    std::optional<std::int64_t> limit;
    std::string after;  ///< id of the last row of the page before
};

SalesSearch search_in(Command& command)
{
    SalesSearch search;
    search.from = command.fields.optional_text("from").value_or("");
    search.to = command.fields.optional_text("to").value_or("");
    if (!search.from.empty() && !parse_date(search.from)) command.fields.refuse("bad_date", "from");
    if (!search.to.empty() && !parse_date(search.to)) command.fields.refuse("bad_date", "to");
    if (!search.from.empty() && !search.to.empty() && search.to < search.from) command.fields.refuse("bad_period", "to");
    if (const auto least = command.fields.optional_amount("least")) search.least = *least;
    if (const auto most = command.fields.optional_amount("most")) search.most = *most;
    search.client = command.fields.optional_text("client").value_or("");
    search.number = command.fields.optional_text("number").value_or("");
    search.tender = command.fields.optional_text("tender").value_or("");
    search.kind = command.fields.optional_word("kind", {"sale", "refund", "void"}).value_or("");
    search.staff = command.fields.optional_text("staff").value_or("");
    if (!search.staff.empty()) {
        const auto* person = command.salon.person(search.staff);
        if (person == nullptr) command.fields.refuse("unknown_staff", "staff");
        else search.staff = person->id;
    }
    return search;
}

/// By type or the salon's own label, as reports have them.
OrderedJson tenders_json(const Database& database, const std::string& sale)
{
    auto tenders = OrderedJson::array();
    Query row{database, "SELECT type, label, amount FROM tender WHERE sale = ? ORDER BY position", sale};
    while (row.next()) tenders.push_back({{"type", row.text(0)}, {"label", row.text(1)}, {"amount", row.integer(2)}});
    return tenders;
}

/// Names are opened for who may take all data out, and on a page of a screen for who may see a client's card: each once.
class Names {
public:
    Names(const Command& command, bool paged)
        : command_{command}, may_{command.may(Act::bulk_export).has_value() || (paged && command.may(Act::client_contact).has_value())}
    {}

    OrderedJson of(const std::string& client)
    {
        if (!may_ || client.empty()) return nullptr;
        const auto known = names_.find(client);
        if (known != names_.end()) return known->second;
        const auto record = client_by_id(command_.database, command_.vault, client);
        return names_[client] = record ? OrderedJson(record->name) : OrderedJson();
    }

private:
    const Command& command_;
    bool may_;
    std::map<std::string, OrderedJson> names_;
};

OrderedJson row_json(const Command& command, const FoundSale& sale, Names& names)
{
    return {{"id", sale.id}, {"number", sale.number}, {"kind", sale.kind}, {"of", sale.of_number},
            {"business_date", sale.business_date}, {"at", sale.at}, {"client", sale.client}, {"client_name", names.of(sale.client)},
            {"staff", sale.staff}, {"total", sale.total}, {"tip", sale.tip}, {"prepaid", sale.prepaid}, {"amount", sale.amount},
            {"due", sale.due}, {"tenders", tenders_json(command.database, sale.id)}};
}

/// Sales, refunds and voids by date, amount, client and more, in ranges and together, newest first. `count` and `total` are of
/// all that was found, also where `limit` cuts the rows; in `total` refunds and voids are taken off.
Answer find_sales_command(Command& command)
{
    const auto search = search_in(command);
    const Page page{command.fields.optional_whole("limit", 1, 1'000), command.fields.optional_text("after").value_or("")};
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!command.may(Act::read_reports_all)) KUSHI_TRY(command.may(Act::sell));
    Names names{command, page.limit.has_value()};
    auto rows = OrderedJson::array();
    std::int64_t count = 0, total = 0;
    bool before_page = !page.after.empty(), more = false;
    find_sales(command.database, search, [&](const FoundSale& sale) {
        ++count;
        total += sale.kind == "sale" ? sale.amount : -sale.amount;
        if (before_page) before_page = sale.id != page.after;
        else if (page.limit && static_cast<std::int64_t>(rows.size()) == *page.limit) more = true;
        else rows.push_back(row_json(command, sale, names));
    });
    return OrderedJson{{"count", count}, {"total", total}, {"rows", std::move(rows)}, {"more", more}};
}

}  // namespace

std::vector<CommandEntry> sales_search_commands() { return {{"find_sales", find_sales_command}}; }

}  // namespace kushi
