#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/money/currency.h"
#include "core/money/decimal.h"

namespace kushi {

/// An amount as people read it: "¥17,360", "£12.50", "−$1,234.56", with the real minus sign (U+2212) in front. The yen
/// sign is always U+00A5, which every printer and font has. `language` is "en" or "ja".
std::string money_text(const Money& money, std::string_view language);
/// The same without the sign of the currency, for columns: "17,360", "12.50", "−500".
std::string amount_text(const Money& money, std::string_view language);
/// A rate as people read it: "10%", "8.875%", "0%".
std::string percent_text(const Rate& rate);
/// A quantity as people read it: "2", "0.5".
std::string quantity_text(const Quantity& quantity);

}  // namespace kushi
