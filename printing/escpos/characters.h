#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "printing/document/layout.h"
#include "printing/profiles/profile.h"

namespace kushi::printing {

/// The first rungs of the character ladder: what a printer has in its own fonts. What is not here goes out as dots, and
/// nothing ever goes out as a question mark that was not typed.
///   with kanji: ASCII and half-width katakana in one byte; JIS X 0208 and NEC row 13 in two (Shift JIS). The IBM
///     extensions (FAh-FCh, among them 髙 and 﨑) are on newer models only, so they are not used.
///   without: code page 437.
/// Look-alikes that Unicode and Shift JIS name differently (〜 and ～, − and －, ¥ and \) are mapped by hand.
class Characters {
public:
    explicit Characters(const Profile& profile);
    /// The code of one scalar value: below 100h one byte and 12 dots, else two bytes and 24 dots; 0 when it has none.
    [[nodiscard]] std::uint16_t code(char32_t scalar) const;
    /// Appends the bytes of a grapheme cluster. @returns false, with nothing appended, when one scalar has no code
    bool encode(std::string_view cluster, std::vector<std::uint8_t>& bytes) const;
    /// The width of a cluster at size 1, whether the printer has it or it will be drawn.
    [[nodiscard]] int advance(std::string_view cluster) const;

private:
    const std::vector<std::uint16_t>* table_;  ///< of the Basic Multilingual Plane, made once
};

/// The widths of one printer, for lay_out.
Metrics metrics_of(const Profile& profile);

}  // namespace kushi::printing
