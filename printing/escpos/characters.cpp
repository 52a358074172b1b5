#include "printing/escpos/characters.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "printing/document/clusters.h"

namespace kushi::printing {
namespace {

using Table = std::vector<std::uint16_t>;

/// Scalars that take no place and no byte: the selectors of a variant, which no printer's font knows.
bool is_selector(char32_t c)
{
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

/// One of ICU's converters, asked what single codes mean.
class CodePage {
public:
    explicit CodePage(const char* name)
    {
        UErrorCode error = U_ZERO_ERROR;
        converter_.reset(ucnv_open(name, &error));
        if (U_FAILURE(error))
            throw std::runtime_error{std::string{"ICU, converter "} + name + ": " + u_errorName(error)};
    }

    /// @returns 0 for a code without a character
    char32_t character(std::uint16_t code)
    {
        const std::array<char, 2> bytes{static_cast<char>(code > 0xff ? code >> 8 : code),
                                        static_cast<char>(code & 0xff)};
        const char* from = bytes.data();
        UErrorCode error = U_ZERO_ERROR;
        const auto c = ucnv_getNextUChar(converter_.get(), &from, from + (code > 0xff ? 2 : 1), &error);
        ucnv_resetToUnicode(converter_.get());
        return U_FAILURE(error) || c == 0xfffd ? 0 : static_cast<char32_t>(c);
    }

private:
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    std::unique_ptr<UConverter, Close> converter_;
};

void put(Table& table, char32_t scalar, std::uint16_t code)
{
    // The first code of a character stays: row 13 repeats some of JIS X 0208, and every printer has the older one.
    if (scalar != 0 && scalar < table.size() && table[scalar] == 0) table[scalar] = code;
}

void put_ascii(Table& table)
{
    for (std::uint16_t c = 0x20; c < 0x7f; ++c) put(table, c, c);
    put(table, 0xa0, ' ');
    put(table, 0x202f, ' ');
    put(table, 0x2011, '-');
}

using ByHand = std::pair<char32_t, std::uint16_t>;

/// Unicode has two names for each of these and converters disagree about which; both go out.
constexpr std::array shift_jis_by_hand{
    ByHand{0x301c, 0x8160},
    ByHand{0xff5e, 0x8160},
    ByHand{0x2212, 0x817c},
    ByHand{0xff0d, 0x817c},
    ByHand{0x2014, 0x815c},
    ByHand{0x2015, 0x815c},
    ByHand{0x2016, 0x8161},
    ByHand{0x2225, 0x8161},
    ByHand{0x00a2, 0x8191},
    ByHand{0xffe0, 0x8191},
    ByHand{0x00a3, 0x8192},
    ByHand{0xffe1, 0x8192},
    ByHand{0x00ac, 0x81ca},
    ByHand{0xffe2, 0x81ca},
    ByHand{0x2026, 0x8163},
    ByHand{0x22ef, 0x8163},
    ByHand{0x203e, 0x8150},
    ByHand{0xffe3, 0x8150},
    ByHand{0x00a6, 0x7c},
    // After ESC R 8 the byte 5Ch is a yen sign, so a backslash must be the wide one.
    ByHand{0x00a5, 0x5c},
    ByHand{0xffe5, 0x818f},
    ByHand{0x005c, 0x815f},
    ByHand{0xff3c, 0x815f},
};

/// Code page 437 has these only in a plainer form that reads the same.
constexpr std::array latin_by_hand{
    ByHand{0x2212, '-'},  ByHand{0x2010, '-'},  ByHand{0x2013, '-'},  ByHand{0x2014, 0xc4}, ByHand{0x2015, 0xc4},
    ByHand{0x2018, '\''}, ByHand{0x2019, '\''}, ByHand{0x201c, '"'},  ByHand{0x201d, '"'},  ByHand{0x00d7, 'x'},
    ByHand{0xffe5, 0x9d}, ByHand{0x250f, 0xc9}, ByHand{0x2533, 0xcb}, ByHand{0x2513, 0xbb},
};

/// Leads of JIS X 0208 in Shift JIS, row 13 (87h) last; F0h and above are user-defined or IBM's.
constexpr bool is_lead(unsigned byte)
{
    return (byte >= 0x81 && byte <= 0x84) || (byte >= 0x88 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xea);
}

void put_row_of(Table& table, CodePage& page, unsigned lead)
{
    for (unsigned trail = 0x40; trail <= 0xfc; ++trail) {
        if (trail == 0x7f) continue;
        const auto code = static_cast<std::uint16_t>(lead << 8U | trail);
        put(table, page.character(code), code);
    }
}

Table shift_jis_table()
{
    Table table(0x10000);
    for (const auto& [scalar, code] : shift_jis_by_hand) table[scalar] = code;
    put_ascii(table);
    for (std::uint16_t kana = 0xa1; kana <= 0xdf; ++kana) put(table, 0xff61U + kana - 0xa1U, kana);
    CodePage page{"ibm-943_P15A-2003"};
    for (unsigned lead = 0x81; lead <= 0xea; ++lead)
        if (is_lead(lead)) put_row_of(table, page, lead);
    put_row_of(table, page, 0x87);
    return table;
}

Table latin_table()
{
    Table table(0x10000);
    put_ascii(table);
    CodePage page{"ibm-437_P100-1995"};
    for (std::uint16_t code = 0x80; code <= 0xff; ++code) put(table, page.character(code), code);
    for (const auto& [scalar, code] : latin_by_hand) put(table, scalar, code);
    return table;
}

const Table& table_of(bool kanji)
{
    static const Table shift_jis = shift_jis_table();
    static const Table latin = latin_table();
    return kanji ? shift_jis : latin;
}

/// Half-width dakuten and handakuten join the kana before them, and stand on a column of their own.
bool is_half_width_mark(char32_t c)
{
    return c == 0xff9e || c == 0xff9f;
}

/// A character that will be drawn takes the cells that a Japanese reader gives it: symbols of which Unicode leaves it
/// open (※, ①) are as wide as ideographs, letters, punctuation and signs of currencies are not.
int drawn_advance(char32_t scalar)
{
    const auto width = u_getIntPropertyValue(static_cast<UChar32>(scalar), UCHAR_EAST_ASIAN_WIDTH);
    const bool is_symbol = scalar >= 0x2100 || scalar == 0x203b;
    const bool wide = width == U_EA_WIDE || width == U_EA_FULLWIDTH || (width == U_EA_AMBIGUOUS && is_symbol);
    return wide ? 2 * column_dots : column_dots;
}

}  // namespace

Characters::Characters(const Profile& profile) : table_{&table_of(profile.kanji)} {}

std::uint16_t Characters::code(char32_t scalar) const
{
    return scalar < table_->size() ? (*table_)[scalar] : 0;
}

bool Characters::encode(std::string_view cluster, std::vector<std::uint8_t>& bytes) const
{
    const auto before = bytes.size();
    for (std::size_t position = 0; position < cluster.size();) {
        const auto scalar = next_scalar(cluster, position);
        if (is_selector(scalar)) continue;
        const auto found = code(scalar);
        if (found == 0) {
            bytes.resize(before);
            return false;
        }
        if (found > 0xff) bytes.push_back(static_cast<std::uint8_t>(found >> 8U));
        bytes.push_back(static_cast<std::uint8_t>(found & 0xffU));
    }
    return true;
}

int Characters::advance(std::string_view cluster) const
{
    int own = 0;
    int drawn = column_dots;
    int marks = 0;
    bool has_all = true;
    each_scalar(cluster, [&](char32_t scalar) {
        if (is_selector(scalar)) return;
        const auto found = code(scalar);
        const int width = found == 0 ? drawn_advance(scalar) : found > 0xff ? 2 * column_dots : column_dots;
        if (is_half_width_mark(scalar) && own > 0) marks += column_dots;
        has_all = has_all && found != 0;
        own += width;
        drawn = std::max(drawn, width);
    });
    return has_all ? own : drawn + marks;
}

Metrics metrics_of(const Profile& profile)
{
    return {profile.dots,
            [characters = Characters{profile}](std::string_view cluster) { return characters.advance(cluster); }};
}

}  // namespace kushi::printing
