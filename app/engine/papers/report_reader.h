#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/engine/salon.h"
#include "app/words/pages.h"
#include "core/money/format.h"
#include "printing/pages/page_document.h"

namespace kushi {

/// A report's fields and how they are said on pages: any of them may be missing.
class ReportReader {
public:
    using OrderedJson = nlohmann::ordered_json;
    ReportReader(const OrderedJson& report_, const Salon& salon_, std::string language_)
        : report{report_}, salon{salon_}, language{std::move(language_)}
    {}

    const OrderedJson& report;
    const Salon& salon;
    const std::string language;

    [[nodiscard]] std::optional<std::int64_t> whole(const OrderedJson& object, const char* key) const;
    [[nodiscard]] std::optional<std::int64_t> whole(const char* key) const { return whole(report, key); }
    [[nodiscard]] std::int64_t sum(const char* key) const { return whole(key).value_or(0); }
    [[nodiscard]] std::string text(const OrderedJson& object, const char* key) const;
    [[nodiscard]] const OrderedJson& list(const char* key) const;  ///< empty where there is none
    /// Whether any entry of a list has the field with a value.
    [[nodiscard]] static bool any_has(const OrderedJson& list, const char* key);

    [[nodiscard]] std::string word(PageWord word) const { return std::string{page_word(word, language)}; }
    [[nodiscard]] std::string words(PageWord word, std::initializer_list<std::string_view> arguments) const
    {
        return page_words(word, language, arguments);
    }
    [[nodiscard]] std::string amount(std::int64_t units) const
    {
        return amount_text({units, salon.currency}, language);
    }
    [[nodiscard]] std::string money(std::int64_t units) const { return money_text({units, salon.currency}, language); }
    /// A count: "1,234".
    [[nodiscard]] std::string count(std::int64_t number) const;
    [[nodiscard]] std::string count_of(const char* key) const { return count(sum(key)); }

    [[nodiscard]] std::string item_name(const std::string& code) const;    ///< a code that is none stays
    [[nodiscard]] std::string staff_name(const std::string& id) const;     ///< empty: nobody
    [[nodiscard]] std::string tender_name(const std::string& type) const;  ///< the salon's own stand by their label
    [[nodiscard]] std::string rate_name(const std::string& rate) const;    ///< "0.10" is "10%"
    /// With its weekday: "Saturday 14 November 2026", "2026年11月14日（土）".
    [[nodiscard]] std::string long_day_name(const std::string& date) const;
    [[nodiscard]] std::string day_name(const std::string& date) const;     ///< "Sat 14 November 2026"
    [[nodiscard]] std::string month_name(const std::string& month) const;  ///< "2026-11" is "Nov 2026"
};

/// The breakdowns: by hour, day, month, tender, rate, service, product, therapist and the rest.
void add_breakdowns(std::vector<printing::PageBlock>& blocks, const ReportReader& reader);

}  // namespace kushi
