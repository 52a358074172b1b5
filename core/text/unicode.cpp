#include "core/text/unicode.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <memory>
#include <stdexcept>

namespace kushi {
namespace {

/// ICU's own data is missing or memory is short: nothing here goes on.
void expect_success(UErrorCode status)
{
    if (U_FAILURE(status)) throw std::runtime_error{std::string{"ICU: "} + u_errorName(status)};
}

std::string normalised_by(const icu::Normalizer2& form, std::string_view text)
{
    std::string result;
    icu::StringByteSink<std::string> sink{&result, static_cast<int32_t>(text.size())};
    UErrorCode status = U_ZERO_ERROR;
    form.normalizeUTF8(0, icu::StringPiece{text.data(), static_cast<int32_t>(text.size())}, sink, nullptr, status);
    expect_success(status);
    return result;
}

/// Where characters end in one text; one iterator a thread, of no locale.
class Characters {
public:
    explicit Characters(std::string_view text)
    {
        UErrorCode status = U_ZERO_ERROR;
        text_ = utext_openUTF8(text_, text.data(), static_cast<int64_t>(text.size()), &status);
        iterator().setText(text_, status);
        expect_success(status);
    }
    Characters(const Characters&) = delete;
    Characters& operator=(const Characters&) = delete;
    ~Characters() { utext_close(text_); }
    /// The next end in bytes, or BreakIterator::DONE.
    static int32_t next() { return iterator().next(); }

private:
    static icu::BreakIterator& iterator()
    {
        thread_local const std::unique_ptr<icu::BreakIterator> kept = [] {
            UErrorCode status = U_ZERO_ERROR;
            std::unique_ptr<icu::BreakIterator> made{
                icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status)};
            expect_success(status);
            return made;
        }();
        return *kept;
    }
    UText* text_ = nullptr;
};

// ICU's macro narrows inside itself.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
/// The next code point, negative where the bytes are none.
UChar32 next_point(const char* text, int32_t& at, int32_t size)
{
    UChar32 point = 0;
    U8_NEXT(text, at, size, point);
    return point;
}
#pragma GCC diagnostic pop

template <class Take>
void each_code_point(std::string_view text, Take take)
{
    const auto size = static_cast<int32_t>(text.size());
    for (int32_t at = 0; at < size;) {
        if (!take(next_point(text.data(), at, size))) return;
    }
}

UChar32 icu_point(char32_t point) { return static_cast<UChar32>(point); }

}  // namespace

bool is_utf8(std::string_view text)
{
    bool well_formed = true;
    each_code_point(text, [&](UChar32 point) { return well_formed = point >= 0 && !U_IS_UNICODE_NONCHAR(point); });
    return well_formed;
}

std::u32string code_points(std::string_view text)
{
    std::u32string points;
    points.reserve(text.size());
    each_code_point(text, [&](UChar32 point) {
        points += point < 0 ? U'\uFFFD' : static_cast<char32_t>(point);
        return true;
    });
    return points;
}

std::string utf8(std::u32string_view points)
{
    std::string text;
    static_assert(sizeof(UChar32) == sizeof(char32_t));
    icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(points.data()), static_cast<int32_t>(points.size()))
        .toUTF8String(text);
    return text;
}

std::string nfc(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    expect_success(status);
    return normalised_by(*form, text);
}

std::string nfkc(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
    expect_success(status);
    return normalised_by(*form, text);
}

std::size_t count_characters(std::string_view text)
{
    const Characters characters{text};
    std::size_t count = 0;
    while (Characters::next() != icu::BreakIterator::DONE) ++count;
    return count;
}

std::string_view first_character(std::string_view text)
{
    const Characters characters{text};
    const int32_t end = Characters::next();
    return end == icu::BreakIterator::DONE ? std::string_view{} : text.substr(0, static_cast<std::size_t>(end));
}

bool is_blank(char32_t point) { return u_isUWhiteSpace(icu_point(point)) != 0; }

bool is_control(char32_t point)
{
    if (u_charType(icu_point(point)) == U_CONTROL_CHAR || point == U'\u2028' || point == U'\u2029') return true;
    constexpr char32_t joiner = U'\u200D';
    constexpr char32_t non_joiner = U'\u200C';  // wanted in Persian
    const bool flag_tag = point >= 0xE0020 && point <= 0xE007F;  // the flags of England, Scotland and Wales
    return u_charType(icu_point(point)) == U_FORMAT_CHAR && point != joiner && point != non_joiner && !flag_tag;
}

bool is_mark(char32_t point)
{
    const auto type = u_charType(icu_point(point));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool is_visible(char32_t point)
{
    return u_isgraph(icu_point(point)) != 0 && !is_mark(point) && !is_control(point) &&
           u_hasBinaryProperty(icu_point(point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0 &&
           point != U'\u2800';  // the braille pattern without a dot
}

}  // namespace kushi
