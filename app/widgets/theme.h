#pragma once

#include <array>
#include <cstdint>

namespace kushi {

/// sRGB, with its opacity.
struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    [[nodiscard]] constexpr Color at(std::uint8_t opacity) const { return {red, green, blue, opacity}; }
    friend constexpr bool operator==(const Color&, const Color&) = default;
};

/// The design's colour tokens. A control names a token, never a colour, so that one table makes a theme.
// clang-format off
enum class Token {
    none,  ///< paints nothing
    canvas, surface, sunken, line, line_strong, ink, ink2, ink3,
    primary, on_primary, primary_pressed, primary_soft, on_primary_soft,
    boxwood, boxwood_soft, on_boxwood, info_soft, on_info, warn_soft, on_warn, danger_soft, on_danger,
    danger, danger_pressed, ok_soft, on_ok, ok, warn,
    brand, on_brand, on_brand_soft, boxwood_on_brand, comb_rest, segment_on, tools_soft, white,
    severity0, severity1, severity2, severity3, severity4, severity_low_ink, severity_high_ink,
    chart1, chart2, chart3, chart4, chart5, chart6,
    avatar1, on_avatar1, avatar2, on_avatar2, avatar3, on_avatar3, avatar4, on_avatar4, avatar5, on_avatar5, avatar6, on_avatar6,
    scrim,
    count_
};
// clang-format on

/// How the terminal looks: every token's colour.
struct Theme {
    std::array<Color, static_cast<std::size_t>(Token::count_)> colors;
    [[nodiscard]] Color operator[](Token token) const { return colors[static_cast<std::size_t>(token)]; }
};

const Theme& light_theme();
const Theme& dark_theme();

/// A type style of the design: its size, line and weight.
struct TextStyle {
    double size_px = 16;
    int line_px = 24;
    int weight = 500;
    bool tabular = false;      ///< figures of one width, for whatever lines up
    double spacing_px = 0;     ///< between letters
    [[nodiscard]] constexpr TextStyle weighing(int other) const
    {
        auto copy = *this;
        copy.weight = other;
        return copy;
    }
    [[nodiscard]] constexpr TextStyle figures() const
    {
        auto copy = *this;
        copy.tabular = true;
        return copy;
    }
    friend constexpr bool operator==(const TextStyle&, const TextStyle&) = default;
};

namespace type {
inline constexpr TextStyle clock{104, 112, 500, false, -4};
inline constexpr TextStyle timer{68, 76, 600, true, -1.5};
inline constexpr TextStyle money_xl{56, 64, 600, true, -1};
inline constexpr TextStyle money_l{44, 52, 600, true, -0.8};
inline constexpr TextStyle money_m{30, 36, 600, true, -0.3};
inline constexpr TextStyle key{26, 32, 500, true};
inline constexpr TextStyle title{26, 32, 600, false, -0.3};
inline constexpr TextStyle large_label{21, 28, 600};
inline constexpr TextStyle heading{20, 28, 600, false, -0.1};
inline constexpr TextStyle label{17, 24, 600};
inline constexpr TextStyle body{16, 24, 500};
inline constexpr TextStyle strong{16, 24, 600};
inline constexpr TextStyle money{16, 24, 600, true};
inline constexpr TextStyle note{15, 22, 500};
inline constexpr TextStyle caption{14, 20, 500};
inline constexpr TextStyle small{13, 18, 500};
inline constexpr TextStyle tag{13, 18, 600};
inline constexpr TextStyle tiny{12, 16, 600};
inline constexpr TextStyle initials{11, 16, 600};
}  // namespace type

}  // namespace kushi
