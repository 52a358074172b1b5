#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace kushi::printing {

/// A printer's character generator: which character a code prints, as UTF-8.
class CharacterGenerator {
public:
    CharacterGenerator();
    ~CharacterGenerator();

    /// One byte 20h to FFh by code table (ESC t) and international set (ESC R); nothing for one without a glyph.
    [[nodiscard]] std::optional<std::string> single(std::uint8_t byte, int table, int international) const;
    /// Two bytes of Shift JIS. Only JIS X 0208 and row 13 have glyphs: older models end there.
    [[nodiscard]] std::optional<std::string> kanji(std::uint8_t lead, std::uint8_t trail) const;
    [[nodiscard]] bool has_table(int table) const;

    static bool is_lead(std::uint8_t byte) { return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC); }
    static bool is_trail(std::uint8_t byte) { return byte >= 0x40 && byte <= 0xFC && byte != 0x7F; }

private:
    struct Converters;
    std::unique_ptr<Converters> converters_;
};

}  // namespace kushi::printing
