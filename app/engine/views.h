#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/engine/command.h"

namespace kushi {

/// What a looker may see of a visit's or client's health data.
struct Sight {
    bool health = false;
    bool flags = true;  ///< allergies
    bool name = true;   ///< the client's
    bool sales = false;  ///< what the client bought
};

/// What `show`, `list` and `board` answer, as the command line says it (spec: cli.md, "Fields"). Reads only.
struct ViewSource {
    const Database& database;
    const Vault& vault;
    const Salon& salon;
    std::string language;
};

OrderedJson visit_json(const ViewSource& source, const VisitRecord& visit, const Sight& sight, Instant now);
/// Without what was recorded at the chair: a row of a list or a card of the board.
OrderedJson visit_row_json(const ViewSource& source, const VisitRecord& visit);
OrderedJson visit_row_json(const ViewSource& source, const VisitRecord& visit, const std::vector<VisitLineRecord>& lines,
                           const std::optional<std::string>& sale);
/// As booked, else as its service takes; 0 where neither says.
std::int64_t minutes_of(const Salon& salon, const VisitRecord& visit);
std::optional<OrderedJson> client_json(const ViewSource& source, const std::string& id, const Sight& sight, Instant now);
std::optional<OrderedJson> item_json(const ViewSource& source, const std::string& code, const std::string& business_date);
OrderedJson staff_json(const Person& person, const std::string& language);

using TakeRow = std::function<void(const OrderedJson&)>;
/// Every row, of all dates unless one is named; `find` keeps what it names. Nothing is paged.
struct ListRequest {
    std::string what;  ///< clients, visits, sales, items, staff, lots, rooms
    std::string business_date;
    std::string find;
};
/// @returns false for a list that does not exist
bool list_rows(const ViewSource& source, const ListRequest& request, const std::string& today, const TakeRow& take);
/// Oldest first; of one number where it is named.
OrderedJson jobs_json(const Database& database, const std::string& number = {});

}  // namespace kushi
