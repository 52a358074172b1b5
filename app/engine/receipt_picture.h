#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kushi {

class Engine;
struct PaperWish;

/// A picture in grey, a byte a pixel, rows without padding: 0 is black, 255 is white.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> grey;
};

/// The receipt of a sale, refund or void as the 80 mm printer draws it, `width_px` wide: the same layout and the same
/// dots, each pixel as dark as the dots that it covers. On the engine's thread. Nothing for a number that is none.
/// @pre 0 < width_px <= 4096 @throws std::invalid_argument
std::optional<Pixels> receipt_picture(const Engine& engine, const std::string& number, int width_px,
                                      const std::string& language);
/// Another of its papers, as it would be made out now, unmarked and not counted. Nothing also where there can be none.
std::optional<Pixels> receipt_picture(const Engine& engine, const std::string& number, int width_px,
                                      const std::string& language, const PaperWish& wish);

}  // namespace kushi
