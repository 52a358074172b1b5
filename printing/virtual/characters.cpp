#include "printing/virtual/characters.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <map>
#include <stdexcept>
#include <string_view>

namespace kushi::printing {
namespace {

/// ESC R: what stands at # $ @ [ \ ] ^ ` { | } ~ (Epson, "International character sets"; 0 USA, 3 UK, 8 Japan, 13
/// Korea).
constexpr std::u32string_view replaceable = U"#$@[\\]^`{|}~";
constexpr std::array<std::u32string_view, 14> international_sets{
    U"#$@[\\]^`{|}~", U"#$à°ç§^`éùè¨",  U"#$§ÄÖÜ^`äöüß", U"£$@[\\]^`{|}~", U"#$@ÆØÅ^`æøå~",
    U"#¤ÉÄÖÅÜéäöåü",  U"#$@°\\é^ùàòèì", U"₧$@¡Ñ¿^`¨ñ}~", U"#$@[¥]^`{|}~",  U"#¤ÉÆØÅÜéæøåü",
    U"#$ÉÆØÅÜéæøåü",  U"#$á¡Ñ¿é`íñóú",  U"#$á¡Ñ¿éüíñóú", U"#$@[₩]^`{|}~"};

constexpr int katakana_table = 1;
constexpr std::u32string_view below_katakana = U"▁▂▃▄▅▆▇█▏▎▍▌▋▊▉┼┴┬┤├▔─│▕┌┐└┘╭╮╰╯";               // 80h to 9Fh
constexpr std::u32string_view above_katakana = U"═╞╪╡◢◣◥◤♠♥♦♣●○╱╲╳円年月日時分秒〒市区町村人▒ ";  // E0h to FFh
static_assert(below_katakana.size() == 32 && above_katakana.size() == 32);

/// ESC t of Epson's models.
const std::map<int, const char*> latin_tables{{0, "ibm-437"},  {2, "ibm-850"},  {3, "ibm-860"},  {4, "ibm-863"},
                                              {5, "ibm-865"},  {13, "ibm-857"}, {14, "ibm-737"}, {16, "windows-1252"},
                                              {17, "ibm-866"}, {18, "ibm-852"}, {19, "ibm-858"}};

std::string utf8(char32_t character)
{
    std::string text;
    icu::UnicodeString{static_cast<UChar32>(character)}.toUTF8String(text);
    return text;
}

std::optional<char32_t> katakana_page(std::uint8_t byte)
{
    if (byte >= 0xA1 && byte <= 0xDF) return U'\uFF61' + static_cast<char32_t>(byte - 0xA1);
    if (byte >= 0xE0) return above_katakana[byte - 0xE0u];
    if (byte >= 0x80 && byte <= 0x9F) return below_katakana[byte - 0x80u];
    return std::nullopt;
}

}  // namespace

struct CharacterGenerator::Converters {
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    using Converter = std::unique_ptr<UConverter, Close>;

    static Converter open(const char* name)
    {
        UErrorCode status = U_ZERO_ERROR;
        Converter converter{ucnv_open(name, &status)};
        if (U_FAILURE(status)) throw std::runtime_error{std::string{"ICU has no "} + name};
        return converter;
    }

    /// The one character that `bytes` are, if they are one.
    static std::optional<std::string> decode(UConverter& converter, std::string_view bytes)
    {
        std::array<UChar, 4> units{};
        UErrorCode status = U_ZERO_ERROR;
        const int count = ucnv_toUChars(&converter, units.data(), static_cast<int>(units.size()), bytes.data(),
                                        static_cast<int>(bytes.size()), &status);
        const icu::UnicodeString text{units.data(), U_SUCCESS(status) ? count : 0};
        if (text.countChar32() != 1 || text.char32At(0) == 0xFFFD || text.char32At(0) < 0x20) return std::nullopt;
        std::string result;
        text.toUTF8String(result);
        return result;
    }

    Converter shift_jis = open("windows-31j");
    std::map<int, Converter> latin;
};

CharacterGenerator::CharacterGenerator() : converters_{std::make_unique<Converters>()}
{
    for (const auto& [table, name] : latin_tables) converters_->latin.emplace(table, Converters::open(name));
}

CharacterGenerator::~CharacterGenerator() = default;

bool CharacterGenerator::has_table(int table) const
{
    return table == katakana_table || latin_tables.contains(table);
}

std::optional<std::string> CharacterGenerator::single(std::uint8_t byte, int table, int international) const
{
    if (byte < 0x20 || byte == 0x7F) return std::nullopt;
    if (byte < 0x80) {
        const auto at = replaceable.find(byte);
        const bool known = international >= 0 && static_cast<std::size_t>(international) < international_sets.size();
        if (at == std::u32string_view::npos || !known) return std::string(1, static_cast<char>(byte));
        return utf8(international_sets[static_cast<std::size_t>(international)][at]);
    }
    if (table == katakana_table) {
        const auto character = katakana_page(byte);
        return character ? std::optional{utf8(*character)} : std::nullopt;
    }
    const auto converter = converters_->latin.find(table);
    if (converter == converters_->latin.end()) return std::nullopt;
    const char code = static_cast<char>(byte);
    return Converters::decode(*converter->second, {&code, 1});
}

std::optional<std::string> CharacterGenerator::kanji(std::uint8_t lead, std::uint8_t trail) const
{
    if (lead == 0x85 || lead == 0x86 || lead > 0xEA)
        return std::nullopt;  // rows 9 to 12, vendors' extensions, own characters
    const std::array code{static_cast<char>(lead), static_cast<char>(trail)};
    return Converters::decode(*converters_->shift_jis, {code.data(), code.size()});
}

}  // namespace kushi::printing
