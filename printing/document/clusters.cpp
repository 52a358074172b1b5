#include "printing/document/clusters.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <memory>
#include <stdexcept>

namespace kushi::printing {
namespace {

void must(UErrorCode error, const char* act)
{
    if (U_FAILURE(error)) throw std::runtime_error{std::string{"ICU, "} + act + ": " + u_errorName(error)};
}

bool is_dropped(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xad || c == 0x61c || c == 0x180e || c == 0x200b ||
           c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
           (c >= 0xfff0 && c <= 0xfffb) || (c >= 0xe0000 && c < 0xe0020);
}

/// Scalars that never join with a neighbour, which is nearly every receipt: no need to ask ICU.
bool stands_alone(char32_t c)
{
    return (c >= 0x20 && c < 0x7f) || (c >= 0x3000 && c <= 0x3029) || (c >= 0x3041 && c <= 0x3096) ||
           (c >= 0x30a0 && c <= 0x30ff) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xff01 && c <= 0xff9d) ||
           (c >= 0xffe0 && c <= 0xffe6) || (c >= 0xa0 && c <= 0xa8) || (c >= 0x2010 && c <= 0x2027) ||
           (c >= 0x2030 && c <= 0x203b) ||
           (c >= 0x2500 && c <= 0x25ff && c != 0x25aa && c != 0x25ab && c != 0x25b6 && c != 0x25c0 &&
            (c < 0x25fb || c > 0x25fe)) ||
           c == 0xd7 || c == 0x2212;
}

class TextOfIcu {
public:
    explicit TextOfIcu(std::string_view text)
    {
        UErrorCode error = U_ZERO_ERROR;
        utext_openUTF8(&text_, text.data(), static_cast<std::int64_t>(text.size()), &error);
        must(error, "text");
    }
    ~TextOfIcu() { utext_close(&text_); }
    TextOfIcu(const TextOfIcu&) = delete;
    TextOfIcu& operator=(const TextOfIcu&) = delete;
    UText* get() { return &text_; }

private:
    UText text_ = UTEXT_INITIALIZER;
};

using Iterator = std::unique_ptr<icu::BreakIterator>;

Iterator line_iterator(const char* locale)
{
    UErrorCode error = U_ZERO_ERROR;
    Iterator iterator{icu::BreakIterator::createLineInstance(icu::Locale{locale}, error)};
    must(error, "line breaks");
    return iterator;
}

Iterator cluster_iterator()
{
    UErrorCode error = U_ZERO_ERROR;
    Iterator iterator{icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error)};
    must(error, "clusters");
    return iterator;
}

template <class Act>
void each_boundary(icu::BreakIterator& iterator, std::string_view text, Act act)
{
    TextOfIcu source{text};
    UErrorCode error = U_ZERO_ERROR;
    iterator.setText(source.get(), error);
    must(error, "set text");
    iterator.first();
    for (auto at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next())
        act(static_cast<std::size_t>(at));
}

bool is_digit(char32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xff10 && c <= 0xff19);
}

/// Counters that belong to the number before them, and after which a date goes on.
bool is_counter(char32_t c)
{
    return std::u32string_view{U"年月日時分秒円回枚本点名件割%％"}.find(c) != std::u32string_view::npos;
}

/// Would a break between the two tear a number, a date, a time or a telephone number? `before` skips one blank.
bool tears(char32_t two_before, char32_t before, char32_t after)
{
    if (before == ' ') return (is_digit(two_before) || two_before == ')') && is_digit(after);
    if (is_digit(before)) return is_digit(after) || is_counter(after) || after == '-' || after == '/' || after == '(';
    if (is_counter(before) || before == '-' || before == '/' || before == ':' || before == ')' || before == 0x2212)
        return is_digit(after);
    return false;
}

/// NFC of one cluster. A compatibility ideograph stays as it was typed: NFC would turn a name's 神 (U+FA19) into 神.
std::string composed(std::string_view cluster)
{
    UErrorCode error = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(error);
    must(error, "normalizer");
    auto source = icu::UnicodeString::fromUTF8({cluster.data(), static_cast<std::int32_t>(cluster.size())});
    const auto result = nfc->normalize(source, error);
    must(error, "normalize");
    std::string text;
    result.toUTF8String(text);
    return text;
}

/// @returns false as soon as a scalar may join with its neighbour
bool lengths_of_simple(std::string_view text, std::vector<std::uint16_t>& lengths)
{
    for (std::size_t position = 0; position < text.size();) {
        const auto start = position;
        if (!stands_alone(next_scalar(text, position))) return false;
        lengths.push_back(static_cast<std::uint16_t>(position - start));
    }
    return true;
}

bool has_one_scalar(std::string_view cluster)
{
    std::size_t position = 0;
    next_scalar(cluster, position);
    return position == cluster.size();
}

}  // namespace

char32_t next_scalar(std::string_view text, std::size_t& position)
{
    UChar32 c = 0;
    auto at = static_cast<std::int64_t>(position);
    const auto length = static_cast<std::int64_t>(text.size());
    // ICU's macro narrows inside; there is no function for it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
    U8_NEXT(text.data(), at, length, c);
#pragma GCC diagnostic pop
    position = static_cast<std::size_t>(at);
    return c < 0 ? U'\ufffd' : static_cast<char32_t>(c);
}

std::string clean_text(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    bool alone = true;
    for (std::size_t position = 0; position < text.size();) {
        const auto start = position;
        const auto c = next_scalar(text, position);
        if (is_dropped(c)) continue;
        alone = alone && stands_alone(c);
        clean += c == U'\ufffd' ? std::string_view{"\ufffd"} : text.substr(start, position - start);
    }
    if (alone) return clean;
    std::string result;
    result.reserve(clean.size());
    std::size_t at = 0;
    std::vector<std::uint16_t> lengths;
    cluster_lengths(clean, lengths);
    for (const auto length : lengths) {
        const auto cluster = std::string_view{clean}.substr(at, length);
        if (has_one_scalar(cluster)) {
            result += cluster;
        } else {
            result += composed(cluster);
        }
        at += length;
    }
    return result;
}

void cluster_lengths(std::string_view clean, std::vector<std::uint16_t>& lengths)
{
    // A cluster has no natural end (a letter may carry a thousand marks); this many bytes of one are kept together.
    constexpr std::size_t most = 1024;
    lengths.clear();
    if (lengths_of_simple(clean, lengths)) return;
    lengths.clear();
    thread_local const Iterator iterator = cluster_iterator();
    std::size_t start = 0;
    each_boundary(*iterator, clean, [&](std::size_t end) {
        while (end - start > most) {
            std::size_t cut = start + most;
            while ((static_cast<unsigned char>(clean[cut]) & 0xc0U) == 0x80U) --cut;
            lengths.push_back(static_cast<std::uint16_t>(cut - start));
            start = cut;
        }
        lengths.push_back(static_cast<std::uint16_t>(end - start));
        start = end;
    });
}

std::vector<Break> line_breaks(std::string_view clean, std::string_view language)
{
    thread_local const Iterator japanese = line_iterator("ja@lb=strict");
    thread_local const Iterator english = line_iterator("en");
    std::vector<Break> breaks(clean.size() + 1, Break::never);
    each_boundary(language == "ja" ? *japanese : *english, clean, [&](std::size_t at) { breaks[at] = Break::good; });
    char32_t two_before = 0;
    char32_t before = 0;
    for (std::size_t position = 0; position < clean.size();) {
        const auto start = position;
        const auto c = next_scalar(clean, position);
        if (breaks[start] == Break::good && tears(two_before, before, c)) breaks[start] = Break::reluctant;
        two_before = before;
        before = c;
    }
    return breaks;
}

int screen_columns(std::string_view clean)
{
    int columns = 0;
    std::size_t at = 0;
    std::vector<std::uint16_t> lengths;
    cluster_lengths(clean, lengths);
    for (const auto length : lengths) {
        int widest = 1;
        each_scalar(clean.substr(at, length), [&](char32_t c) {
            const auto width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
            if (width == U_EA_WIDE || width == U_EA_FULLWIDTH) widest = 2;
        });
        // A half-width kana carries its dakuten as a mark in the same cluster, but on a column of its own.
        each_scalar(clean.substr(at, length), [&](char32_t c) {
            if ((c == 0xff9e || c == 0xff9f) && length > 3) widest = 2;
        });
        columns += widest;
        at += length;
    }
    return columns;
}

}  // namespace kushi::printing
