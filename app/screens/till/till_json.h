#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/screens/till/till_bill.h"

namespace kushi {

// What the engine answers, as the desk's values.
TillBill bill_of(const nlohmann::json& answer);  ///< of anything with `lines` and `totals`
TillVisit visit_of(const nlohmann::json& visit);
TillSale sale_of(const nlohmann::json& sale);
std::vector<TillTender> tenders_of(const nlohmann::json& list);
nlohmann::json to_json(const std::vector<TillTender>& tenders);

}  // namespace kushi
