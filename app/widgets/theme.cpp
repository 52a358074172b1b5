#include "app/widgets/theme.h"

namespace kushi {
namespace {

constexpr Color rgb(std::uint32_t hex)
{
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8 & 0xff), static_cast<std::uint8_t>(hex & 0xff)};
}

struct Row {
    Token token;
    std::uint32_t light;
    std::uint32_t dark;
};

/// One line a token, as in the design's table; what the table leaves open (avatars, pressed red) is drawn from its pictures.
constexpr Row rows[] = {
    {Token::canvas, 0xF0F4F2, 0x0E1513},
    {Token::surface, 0xFFFFFF, 0x17211E},
    {Token::sunken, 0xE6ECE9, 0x212D29},
    {Token::line, 0xD6DFDB, 0x2F3D38},
    {Token::line_strong, 0x7B8C86, 0x74877F},
    {Token::ink, 0x13241E, 0xE9F1EE},
    {Token::ink2, 0x44564F, 0xB9C8C2},
    {Token::ink3, 0x596B64, 0x95A69F},
    {Token::primary, 0x17594A, 0x82CDB5},
    {Token::on_primary, 0xFFFFFF, 0x06251C},
    {Token::primary_pressed, 0x0E4236, 0xA3DECB},
    {Token::primary_soft, 0xDAEAE3, 0x1F3F36},
    {Token::on_primary_soft, 0x114638, 0xB9E6D7},
    {Token::boxwood, 0xC9983F, 0xD9AE58},
    {Token::boxwood_soft, 0xF4EAD2, 0x3A2F17},
    {Token::on_boxwood, 0x63460A, 0xF0D69B},
    {Token::info_soft, 0xE0E8F5, 0x1E2C45},
    {Token::on_info, 0x21406F, 0xC5D8F6},
    {Token::warn_soft, 0xFBEBCF, 0x3D2E12},
    {Token::on_warn, 0x6B4000, 0xF5D9A4},
    {Token::danger_soft, 0xF9E3E2, 0x43201F},
    {Token::on_danger, 0x86171F, 0xF9C4C2},
    {Token::danger, 0xA3262F, 0xF0908F},
    {Token::danger_pressed, 0x7F1820, 0xF6B3B2},
    {Token::ok_soft, 0xDBEFE1, 0x1B3626},
    {Token::on_ok, 0x155130, 0xBBE6CA},
    {Token::ok, 0x1F6B3E, 0x86CFA0},
    {Token::warn, 0x8A5200, 0xEDBB67},
    {Token::brand, 0x123F35, 0x123F35},
    {Token::on_brand, 0xE7F1ED, 0xE7F1ED},
    {Token::on_brand_soft, 0xB5CFC6, 0xB5CFC6},
    {Token::boxwood_on_brand, 0xD2A64F, 0xD2A64F},
    {Token::comb_rest, 0xDCE4E0, 0x2F3D38},
    {Token::segment_on, 0xFFFFFF, 0x3A4A44},
    {Token::tools_soft, 0xF5E5DE, 0x3A2721},
    {Token::white, 0xFFFFFF, 0xFFFFFF},
    {Token::severity0, 0xDDE7E3, 0x2C3934},
    {Token::severity1, 0xF0DDAE, 0x5B4A1F},
    {Token::severity2, 0xE2AE5C, 0x7F5E1E},
    {Token::severity3, 0xCB7A45, 0xD28347},
    {Token::severity4, 0x93352F, 0xF2A08F},
    {Token::severity_low_ink, 0x13241E, 0xE9F1EE},
    {Token::severity_high_ink, 0xFFFFFF, 0x0E1513},
    {Token::chart1, 0x17594A, 0x82CDB5},
    {Token::chart2, 0x4F9582, 0x4C9480},
    {Token::chart3, 0xB08228, 0xD9AE58},
    {Token::chart4, 0x2B4F88, 0x9DBBEA},
    {Token::chart5, 0x6E8699, 0x7C93A4},
    {Token::chart6, 0xB5654A, 0xDB8F74},
    {Token::avatar1, 0xF4EAD2, 0x3A2F17},
    {Token::on_avatar1, 0x63460A, 0xF0D69B},
    {Token::avatar2, 0xDCE8F2, 0x1D2F3E},
    {Token::on_avatar2, 0x1E4668, 0xBEDCF2},
    {Token::avatar3, 0xF5E1DA, 0x3E271F},
    {Token::on_avatar3, 0x7A3418, 0xF2C7B5},
    {Token::avatar4, 0xE3DFF1, 0x2B2640},
    {Token::on_avatar4, 0x443480, 0xD3CAF4},
    {Token::avatar5, 0xDDEFE1, 0x1C3524},
    {Token::on_avatar5, 0x1D5A33, 0xBFE6CB},
    {Token::avatar6, 0xE6ECE9, 0x26332E},
    {Token::on_avatar6, 0x3A4A44, 0xC4D1CC},
};

constexpr Theme theme_of(bool dark)
{
    Theme theme{};
    for (const auto& row : rows) theme.colors[static_cast<std::size_t>(row.token)] = rgb(dark ? row.dark : row.light);
    theme.colors[static_cast<std::size_t>(Token::none)] = {0, 0, 0, 0};
    theme.colors[static_cast<std::size_t>(Token::scrim)] = rgb(0x13241E).at(115);  // ink at 45 %
    return theme;
}

constexpr Theme light = theme_of(false);
constexpr Theme dark = theme_of(true);

}  // namespace

const Theme& light_theme() { return light; }
const Theme& dark_theme() { return dark; }

}  // namespace kushi
