#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/catalog.h"

namespace kushi {

/// The first thing wrong with a document; later ones are mostly its consequence.
using FirstFault = std::optional<Refusal>;

/// One JSON object, read strictly: every field is asked for by name and type, and a field that nobody asked for is a
/// fault. A fault is kept with its path ("products[3].cost") and what is read after it has no meaning, so a reader asks
/// for everything and looks at the fault once, at the end.
class ObjectReader {
public:
    /// The object and the fault must outlive this.
    ObjectReader(const nlohmann::json& object, std::string path, FirstFault& fault);

    bool has(std::string_view name);  ///< present and not null
    std::string text(std::string_view name);
    std::optional<std::string> optional_text(std::string_view name);  ///< absent or null is nothing
    std::string text_or_none(std::string_view name);                  ///< absent, null or "" is ""
    std::vector<std::string> texts(std::string_view name);
    std::string code(std::string_view name);  ///< lower-case kebab: "head-massage-30"
    std::optional<std::string> optional_code(std::string_view name);
    LocalText words(std::string_view name);
    /// Words that may be missing in both languages or in one, and may go on over several lines.
    LocalText words_or_none(std::string_view name);
    bool flag(std::string_view name);
    bool optional_flag(std::string_view name);   ///< absent is false
    std::int64_t amount(std::string_view name);  ///< of money: 0 to 10^12
    std::int64_t whole(std::string_view name, std::int64_t least, std::int64_t most);
    Quantity quantity(std::string_view name, Unit unit);  ///< above 0; whole pieces; one decimal else
    Quantity quantity_or_zero(std::string_view name, Unit unit);
    Rate rate(std::string_view name);
    Percent percent(std::string_view name);
    std::chrono::year_month_day date(std::string_view name);
    std::optional<std::chrono::year_month_day> optional_date(std::string_view name);
    /// @returns the place in `words` of the word that stands there
    std::size_t one_of(std::string_view name, std::span<const std::string_view> words);
    ObjectReader object(std::string_view name);
    std::vector<ObjectReader> objects(std::string_view name);          ///< not empty, each an object
    std::vector<ObjectReader> objects_or_none(std::string_view name);  ///< may be empty

    [[nodiscard]] std::vector<std::string> names() const;  ///< of the fields that the object has
    void refuse(std::string code, std::string_view name, std::string detail = {});
    [[nodiscard]] std::string path_of(std::string_view name) const;
    /// Refuses what was not asked for; the last call on an object.
    void finish();

private:
    const nlohmann::json* find(std::string_view name);     ///< null when absent or JSON null
    const nlohmann::json* require(std::string_view name);  ///< null, and a fault, when absent
    std::string checked_text(const nlohmann::json& value, std::string_view name);

    const nlohmann::json* object_;
    std::string path_;
    FirstFault* fault_;
    std::vector<std::string> asked_;
};

}  // namespace kushi
