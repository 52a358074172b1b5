#include "app/engine/papers/report_reader.h"

#include <algorithm>
#include <array>

#include "app/words/local_text.h"

namespace kushi {
namespace {

/// The words of a date, which leave out the year, with it; what is no date stays.
std::string with_year(const std::string& date, const std::string& words, const std::string& language)
{
    if (words == date) return date;
    const auto year = date.substr(0, date.find('-'));
    return language == "ja" ? year + "年" + words : words + ' ' + year;
}

}  // namespace

using OrderedJson = ReportReader::OrderedJson;

std::optional<std::int64_t> ReportReader::whole(const OrderedJson& object, const char* key) const
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer()) return std::nullopt;
    return found->get<std::int64_t>();
}

std::string ReportReader::text(const OrderedJson& object, const char* key) const
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

const OrderedJson& ReportReader::list(const char* key) const
{
    static const OrderedJson none = OrderedJson::object();
    const auto found = report.find(key);
    return found != report.end() && found->is_structured() ? *found : none;
}

bool ReportReader::any_has(const OrderedJson& list, const char* key)
{
    return std::any_of(list.begin(), list.end(),
                       [&](const OrderedJson& entry) { return entry.contains(key) && !entry[key].is_null(); });
}

std::string ReportReader::count(std::int64_t number) const
{
    return number_text(number, language);
}

std::string ReportReader::item_name(const std::string& code) const
{
    if (const auto product = salon.products.find(code); product != salon.products.end())
        return product->second.name.for_language(language);
    if (const auto item = salon.item(code)) return item->name.for_language(language);
    return code == "cancellation-fee" ? word(PageWord::cancellation_fee) : code;
}

std::string ReportReader::staff_name(const std::string& id) const
{
    if (id.empty()) return word(PageWord::nobody);
    const auto* person = salon.person(id);
    return person == nullptr ? id : person->name.for_language(language);
}

std::string ReportReader::tender_name(const std::string& type) const
{
    using enum PageWord;
    constexpr std::array names{std::pair{"cash", cash},     std::pair{"card", card},
                               std::pair{"qr", qr},         std::pair{"voucher", voucher},
                               std::pair{"ticket", ticket}, std::pair{"deposit", deposit},
                               std::pair{"other", other}};
    const auto* found = std::find_if(names.begin(), names.end(), [&](const auto& row) { return type == row.first; });
    return found == names.end() ? type : word(found->second);
}

std::string ReportReader::rate_name(const std::string& rate) const
{
    const auto parsed = Rate::parse(rate);
    return parsed ? percent_text(*parsed) : rate;
}

std::string ReportReader::long_day_name(const std::string& date) const
{
    return with_year(date, long_day_text(date, language), language);
}

std::string ReportReader::day_name(const std::string& date) const
{
    return with_year(date, short_day_text(date, language), language);
}

std::string ReportReader::month_name(const std::string& month) const
{
    const auto first_day = short_full_day_text(month + "-01", language);  // "1 Nov 2026", "2026年11月1日"
    if (language != "ja") {
        const auto blank = first_day.find(' ');
        return blank == std::string::npos ? month : first_day.substr(blank + 1);
    }
    constexpr std::string_view month_sign = "月";
    const auto sign = first_day.find(month_sign);
    return sign == std::string::npos ? month : first_day.substr(0, sign + month_sign.size());
}

}  // namespace kushi
