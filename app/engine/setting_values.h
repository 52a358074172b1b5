#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/engine/salon.h"
#include "core/catalog/object_reader.h"

namespace kushi {

// The settings that are more than a word or a number, read strictly from the field of that name. One reader serves
// `set`, which refuses with the path, and the load, which takes a stored value that is none for damage.

std::vector<RateRow> read_rate_rows(ObjectReader& in, std::string_view name);
std::vector<TaxRoundingPeriod> read_rounding_periods(ObjectReader& in, std::string_view name);
std::vector<OwnTender> read_own_tenders(ObjectReader& in, std::string_view name);
std::vector<CommissionRule> read_commission_rules(ObjectReader& in, std::string_view name);
std::map<std::string, std::string, std::less<>> read_account_codes(ObjectReader& in, std::string_view name);

/// The words of the settings for a rounding of tax: floor, half_up, ceil.
std::string_view text_of_tax_rounding(Rounding rounding);

}  // namespace kushi
