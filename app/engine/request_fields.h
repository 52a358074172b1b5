#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/day/business_day.h"
#include "core/money/decimal.h"
#include "core/result.h"

namespace kushi {

/// Reads the fields of one request, strictly. Each question answers a value also when the field is wrong, and the first
/// thing that was wrong is kept: a command asks for all its fields, then looks at problem() once. A field that nobody
/// asked for is a problem too, because a misspelt one would silently sell something else.
class RequestFields {
public:
    explicit RequestFields(const nlohmann::json& request);

    // Each `name` is the request's field; the ones with "optional" may be absent or null.
    std::string text(const char* name);                       ///< not empty
    std::optional<std::string> optional_text(const char* name);
    std::string word(const char* name, const std::vector<std::string>& allowed);
    std::optional<std::string> optional_word(const char* name, const std::vector<std::string>& allowed);
    /// A name or short text of a person: valid, printable, without a card number.
    std::optional<std::string> optional_name(const char* name);
    /// Free text of staff: a reason, a note; without control characters and card numbers.
    std::optional<std::string> optional_free_text(const char* name);
    std::string free_text(const char* name);
    bool flag(const char* name, bool otherwise);
    std::optional<bool> optional_flag(const char* name);
    std::int64_t amount(const char* name);                    ///< minor units, 0 to 10^12
    std::optional<std::int64_t> optional_amount(const char* name);
    std::optional<std::int64_t> optional_whole(const char* name, std::int64_t least, std::int64_t most);
    std::optional<Quantity> optional_quantity(const char* name);  ///< above 0; a decimal string or a whole number
    Quantity quantity(const char* name);
    std::optional<Percent> optional_percent(const char* name);
    std::optional<Instant> optional_instant(const char* name);
    Instant instant(const char* name);
    std::string uuid(const char* name);                       ///< in lower case
    /// Any JSON; null when absent.
    const nlohmann::json& any(const char* name);
    bool has(const char* name);  ///< present and not null
    bool is_emptied(const char* name);  ///< present and null

    void refuse(std::string code, std::string field, std::string detail = {});
    /// The first thing that was wrong, or a field that was not asked for.
    std::optional<Refusal> problem();

private:
    const nlohmann::json& request_;
    std::set<std::string> asked_;
    std::optional<Refusal> problem_;
};

}  // namespace kushi
