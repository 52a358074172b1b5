#include "app/words/local_text.h"

#include <date/tz.h>
#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/datefmt.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/uscript.h>

#include <map>
#include <memory>
#include <vector>

namespace kushi {
namespace {

icu::Locale locale_of(std::string_view language) { return language == "ja" ? icu::Locale{"ja", "JP"} : icu::Locale{"en", "GB"}; }

std::string utf8(const icu::UnicodeString& text)
{
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

/// What ICU writes is brought to the design's signs: one yen sign, one minus.
icu::UnicodeString with_our_signs(icu::UnicodeString text)
{
    text.findAndReplace(icu::UnicodeString{u'\uFFE5'}, icu::UnicodeString{u'\u00A5'});
    text.findAndReplace(u"JP\u00A5", u"\u00A5");
    text.findAndReplace(icu::UnicodeString{u'-'}, icu::UnicodeString{u'\u2212'});
    return text;
}

/// Made once: making one costs a hundred uses.
const icu::number::LocalizedNumberFormatter& money_format(const std::string& currency, const std::string& language)
{
    static thread_local std::map<std::pair<std::string, std::string>, icu::number::LocalizedNumberFormatter> kept;
    const auto [place, fresh] = kept.try_emplace({currency, language});
    if (fresh) {
        UErrorCode error = U_ZERO_ERROR;
        const icu::CurrencyUnit unit{icu::UnicodeString::fromUTF8(currency).getTerminatedBuffer(), error};
        place->second = icu::number::NumberFormatter::withLocale(locale_of(language)).unit(unit).unitWidth(UNUM_UNIT_WIDTH_NARROW);
    }
    return place->second;
}

int digits_of(const std::string& currency)
{
    UErrorCode error = U_ZERO_ERROR;
    const auto digits = ucurr_getDefaultFractionDigits(icu::UnicodeString::fromUTF8(currency).getTerminatedBuffer(), &error);
    return U_SUCCESS(error) ? digits : 0;
}

std::string dated(std::string_view date, std::string_view language, const char16_t* english, const char16_t* japanese)
{
    const auto parsed = parse_date(date);
    if (!parsed) return std::string{date};
    const bool ja = language == "ja";
    const std::u16string_view pattern = ja ? japanese : english;
    static thread_local std::map<std::u16string, std::unique_ptr<icu::SimpleDateFormat>> kept;
    auto& format = kept[std::u16string{pattern}];
    UErrorCode error = U_ZERO_ERROR;
    if (!format) {
        format = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString{pattern.data(), static_cast<int32_t>(pattern.size())}, locale_of(language), error);
        format->setTimeZone(*icu::TimeZone::getGMT());
    }
    const auto days = std::chrono::sys_days{*parsed}.time_since_epoch().count();
    icu::UnicodeString text;
    format->format(static_cast<UDate>(days) * 86'400'000.0, text);
    return utf8(text);
}

/// The graphemes of a text.
std::vector<std::string> clusters_of(const std::string& text, std::size_t most)
{
    UErrorCode error = U_ZERO_ERROR;
    static thread_local const std::unique_ptr<icu::BreakIterator> breaks{icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error)};
    std::vector<std::string> clusters;
    if (!breaks) return clusters;
    const auto unicode = icu::UnicodeString::fromUTF8(text);
    breaks->setText(unicode);
    auto from = breaks->first();
    for (auto to = breaks->next(); to != icu::BreakIterator::DONE && clusters.size() < most; from = to, to = breaks->next()) {
        clusters.push_back(utf8(unicode.tempSubStringBetween(from, to)));
    }
    return clusters;
}

std::vector<std::string> parts_of(const std::string& name)
{
    std::vector<std::string> parts;
    std::string part;
    for (const auto& cluster : clusters_of(name, 200)) {
        if (cluster == " " || cluster == "\u3000" || cluster == "\u00a0") {
            if (!part.empty()) parts.push_back(std::move(part));
            part.clear();
        } else {
            part += cluster;
        }
    }
    if (!part.empty()) parts.push_back(std::move(part));
    return parts;
}

bool is_japanese(const std::string& text)
{
    const auto unicode = icu::UnicodeString::fromUTF8(text);
    for (int32_t at = 0; at < unicode.length(); at = unicode.moveIndex32(at, 1)) {
        const auto script = u_getIntPropertyValue(unicode.char32At(at), UCHAR_SCRIPT);
        if (script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) return true;
    }
    return false;
}

std::string first_cluster(const std::string& text)
{
    const auto clusters = clusters_of(text, 1);
    return clusters.empty() ? std::string{} : clusters.front();
}

std::string capital(const std::string& cluster)
{
    auto unicode = icu::UnicodeString::fromUTF8(cluster);
    return utf8(unicode.toUpper(icu::Locale::getRoot()));
}

std::string latin_initials(const std::vector<std::string>& parts)
{
    if (parts.empty()) return {};
    if (parts.size() == 1) return capital(first_cluster(parts.front()));
    return capital(first_cluster(parts.front())) + capital(first_cluster(parts.back()));
}

}  // namespace

std::string money_text(std::int64_t minor_units, std::string_view currency_code, std::string_view language)
{
    const std::string currency{currency_code};
    const int digits = digits_of(currency);
    auto plain = std::to_string(minor_units);
    const bool negative = minor_units < 0;
    if (negative) plain.erase(plain.begin());
    while (static_cast<int>(plain.size()) <= digits) plain.insert(plain.begin(), '0');
    if (digits > 0) plain.insert(plain.end() - digits, '.');
    if (negative) plain.insert(plain.begin(), '-');
    UErrorCode error = U_ZERO_ERROR;
    const auto text = money_format(currency, language == "ja" ? "ja" : "en").formatDecimal(plain, error).toString(error);
    return U_SUCCESS(error) ? utf8(with_our_signs(text)) : plain + ' ' + currency;
}

std::string number_text(std::int64_t number, std::string_view language)
{
    static thread_local std::map<std::string, icu::number::LocalizedNumberFormatter, std::less<>> kept;
    const auto [place, fresh] = kept.try_emplace(language == "ja" ? "ja" : "en");
    if (fresh) place->second = icu::number::NumberFormatter::withLocale(locale_of(language));
    UErrorCode error = U_ZERO_ERROR;
    return utf8(with_our_signs(place->second.formatInt(number, error).toString(error)));
}

std::string clock_text(Instant at, std::string_view zone)
{
    const auto offset = date::locate_zone(std::string{zone})->get_info(at).offset;
    const auto local = std::chrono::floor<std::chrono::minutes>(at.time_since_epoch() + offset);
    const auto minutes = (local - std::chrono::floor<std::chrono::days>(local)).count();
    return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

std::string clock_text(std::string_view instant, std::string_view zone)
{
    const auto at = parse_instant(instant);
    return at ? clock_text(*at, zone) : std::string{};
}

std::string local_date(Instant at, std::string_view zone)
{
    const auto offset = date::locate_zone(std::string{zone})->get_info(at).offset;
    const auto day = std::chrono::floor<std::chrono::days>(at.time_since_epoch() + offset);
    return date_text(std::chrono::year_month_day{std::chrono::sys_days{day}});
}

std::string long_day_text(std::string_view date, std::string_view language) { return dated(date, language, u"EEEE d MMMM", u"M月d日（E）"); }
std::string short_day_text(std::string_view date, std::string_view language) { return dated(date, language, u"EEE d MMMM", u"M月d日（E）"); }
std::string month_day_text(std::string_view date, std::string_view language) { return dated(date, language, u"d MMMM", u"M月d日"); }
std::string short_month_day_text(std::string_view date, std::string_view language) { return dated(date, language, u"d MMM", u"M/d"); }
std::string full_day_text(std::string_view date, std::string_view language) { return dated(date, language, u"d MMMM y", u"y年M月d日"); }

std::string client_name_text(const std::string& name, std::string_view language)
{
    if (language != "ja" || name.empty() || name.ends_with("様")) return name;
    return name + " 様";
}

std::string given_name(const std::string& name)
{
    const auto parts = parts_of(name);
    if (parts.empty()) return name;
    return is_japanese(name) ? parts.back() : parts.front();
}

std::string staff_initials(const std::string& name, std::string_view /*language*/)
{
    return is_japanese(name) ? first_cluster(given_name(name)) : latin_initials(parts_of(name));
}

std::string client_initials(const std::string& name, std::string_view /*language*/)
{
    return is_japanese(name) ? first_cluster(name) : latin_initials(parts_of(name));
}

}  // namespace kushi
