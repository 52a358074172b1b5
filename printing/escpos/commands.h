#pragma once

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string_view>

/// The ESC/POS commands that Kushi sends, and no other. The encoder writes them, the virtual printer reads them.
namespace kushi::printing::escpos {

inline constexpr std::uint8_t LF = 0x0a, DLE = 0x10, ESC = 0x1b, FS = 0x1c, GS = 0x1d;

// Whole commands without a parameter of ours.
inline constexpr std::array<std::uint8_t, 2> initialise{ESC, '@'};
/// GS ( D, function 20: neither the real-time pulse nor power-off, so that a picture cannot open the drawer.
inline constexpr std::array<std::uint8_t, 10> real_time_off{GS, '(', 'D', 0x05, 0x00, 0x14, 0x01, 0x00, 0x02, 0x00};
inline constexpr std::array<std::uint8_t, 2> kanji_on{FS, '&'};
inline constexpr std::array<std::uint8_t, 3> kanji_shift_jis{FS, 'C', 1};
/// No dots between and beside ideographs, so that one is two half-width characters wide.
inline constexpr std::array<std::uint8_t, 4> kanji_spacing_none{FS, 'S', 0, 0};
inline constexpr std::array<std::uint8_t, 3> characters_usa{ESC, 'R', 0};
inline constexpr std::array<std::uint8_t, 3> characters_japan{ESC, 'R', 8};  ///< 5Ch is the yen sign
inline constexpr std::array<std::uint8_t, 3> table_437{ESC, 't', 0};
inline constexpr std::array<std::uint8_t, 3> table_katakana{ESC, 't', 1};
/// Status by itself, for drawer, on-line, error and paper. ESC @ had switched it off.
inline constexpr std::array<std::uint8_t, 3> automatic_status{GS, 'a', 0x0f};
/// Feeds to the cutter and cuts, leaving one point.
inline constexpr std::array<std::uint8_t, 4> cut{GS, 'V', 66, 0};
inline constexpr std::array<std::uint8_t, 3> align_left{ESC, 'a', 0};
inline constexpr std::array<std::uint8_t, 3> align_centre{ESC, 'a', 1};

// Beginnings of commands; what follows stands beside each.
inline constexpr std::array<std::uint8_t, 2> line_spacing{ESC, '3'};    ///< n dots
inline constexpr std::array<std::uint8_t, 2> feed_dots{ESC, 'J'};       ///< n
inline constexpr std::array<std::uint8_t, 2> position{ESC, '$'};        ///< nL nH, dots from the left
inline constexpr std::array<std::uint8_t, 2> size{GS, '!'};             ///< (width - 1) * 16 + height - 1
inline constexpr std::array<std::uint8_t, 2> bold{ESC, 'E'};            ///< 0 or 1
inline constexpr std::array<std::uint8_t, 2> invert{GS, 'B'};           ///< 0 or 1
inline constexpr std::array<std::uint8_t, 2> underline{ESC, '-'};       ///< 0 or 1: alphanumerics
inline constexpr std::array<std::uint8_t, 2> underline_kanji{FS, '-'};  ///< 0 or 1: ideographs
inline constexpr std::array<std::uint8_t, 4> picture{GS, 'v', '0', 0};  ///< xL xH (bytes), yL yH (rows), the rows
inline constexpr std::array<std::uint8_t, 9> qr_model_2{GS, '(', 'k', 0x04, 0x00, 0x31, 0x41, 0x32, 0x00};
inline constexpr std::array<std::uint8_t, 7> qr_module{GS, '(', 'k', 0x03, 0x00, 0x31, 0x43};  ///< dots
inline constexpr std::array<std::uint8_t, 8> qr_correction_m{GS, '(', 'k', 0x03, 0x00, 0x31, 0x45, 0x31};
inline constexpr std::array<std::uint8_t, 3> qr_store{GS, '(', 'k'};  ///< pL pH (length + 3), 31h 50h 30h, the data
inline constexpr std::array<std::uint8_t, 8> qr_print{GS, '(', 'k', 0x03, 0x00, 0x31, 0x51, 0x30};

/// Asks the printer to answer 37h 22h id 00h once everything before this is on paper (GS ( H, function 48).
/// @throws std::logic_error unless the id is four characters from 20h to 7Eh
inline std::array<std::uint8_t, 11> process_id_command(std::string_view id)
{
    std::array<std::uint8_t, 11> command{GS, '(', 'H', 0x06, 0x00, 0x30, 0x30};
    if (id.size() != 4) throw std::logic_error{"a process id has four characters"};
    for (std::size_t i = 0; i < 4; ++i) {
        if (id[i] < 0x20 || id[i] > 0x7e) throw std::logic_error{"a process id is printable ASCII"};
        command[7 + i] = static_cast<std::uint8_t>(id[i]);
    }
    return command;
}

}  // namespace kushi::printing::escpos
