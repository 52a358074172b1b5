#pragma once

#include <string>

#include "app/engine/views.h"

namespace kushi {

/// The code of the ritual that a visit gets when none is named: the accepted plan's, else its service's own; empty
/// where there is none.
std::string planned_ritual(const Database& database, const Vault& vault, const Salon& salon, const VisitRecord& visit);

/// What the ritual of a visit is likely to use, product by product: the recipe, with the amounts of this client's last
/// visit with the same ritual, and the lot to take.
OrderedJson prefill_json(const ViewSource& source, const VisitRecord& visit, const std::string& business_date);

}  // namespace kushi
