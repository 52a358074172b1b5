#include "printing/raster/bitmap.h"

#include <algorithm>
#include <stdexcept>

namespace kushi::printing {
namespace {

std::size_t bytes_of(int width, int height)
{
    return static_cast<std::size_t>((width + 7) / 8) * static_cast<std::size_t>(height);
}

constexpr std::uint8_t mask_of(int x)
{
    return static_cast<std::uint8_t>(0x80u >> (static_cast<unsigned>(x) & 7u));
}

}  // namespace

Bitmap::Bitmap(int width_dots, int height_dots) : width_{width_dots}, height_{height_dots}
{
    if (width_dots < 0 || height_dots < 0) throw std::logic_error{"a bitmap of negative size"};
    dots_.resize(bytes_of(width_, height_));
}

bool Bitmap::dot(int x, int y) const
{
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return false;
    return (row(y)[static_cast<std::size_t>(x / 8)] & mask_of(x)) != 0;
}

void Bitmap::set_dot(int x, int y, bool black)
{
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
    std::uint8_t& byte =
        dots_[static_cast<std::size_t>(y) * static_cast<std::size_t>(stride_bytes()) + static_cast<std::size_t>(x / 8)];
    byte = static_cast<std::uint8_t>(black ? byte | mask_of(x) : byte & ~mask_of(x));
}

void Bitmap::grow(int height_dots)
{
    if (height_dots <= height_) return;
    height_ = height_dots;
    dots_.resize(bytes_of(width_, height_));
}

void Bitmap::crop(int height_dots)
{
    height_ = std::clamp(height_dots, 0, height_);
    dots_.resize(bytes_of(width_, height_));
}

void Bitmap::draw_row(std::span<const std::uint8_t> bytes, int y)
{
    if (y < 0 || y >= height_) return;
    const auto stride = static_cast<std::size_t>(stride_bytes());
    const auto padding = static_cast<unsigned>(stride_bytes() * 8 - width_);
    std::uint8_t* to = dots_.data() + static_cast<std::size_t>(y) * stride;
    for (std::size_t i = 0; i < std::min(bytes.size(), stride); ++i) {
        const unsigned inside = i + 1 == stride ? 0xFFu << padding : 0xFFu;  // beyond the width stays white
        to[i] = static_cast<std::uint8_t>(to[i] | (bytes[i] & inside));
    }
}

void Bitmap::draw(const Bitmap& other, int x, int y)
{
    for (int from = 0; from < other.height(); ++from) {
        const auto bytes = other.row(from);
        if (x == 0) {
            draw_row(bytes, y + from);
            continue;
        }
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (bytes[i] == 0) continue;  // paper is mostly white
            for (int bit = 0; bit < 8; ++bit) {
                if ((bytes[i] & mask_of(bit)) != 0) set_dot(x + static_cast<int>(i) * 8 + bit, y + from);
            }
        }
    }
}

void Bitmap::fill(int x, int y, int width, int height, bool black)
{
    const int right = std::min(x + width, width_);
    const int bottom = std::min(y + height, height_);
    for (int row_y = std::max(y, 0); row_y < bottom; ++row_y) {
        for (int dot_x = std::max(x, 0); dot_x < right; ++dot_x) set_dot(dot_x, row_y, black);
    }
}

void Bitmap::invert(int x, int y, int width, int height)
{
    const int right = std::min(x + width, width_);
    const int bottom = std::min(y + height, height_);
    for (int row_y = std::max(y, 0); row_y < bottom; ++row_y) {
        for (int dot_x = std::max(x, 0); dot_x < right; ++dot_x) set_dot(dot_x, row_y, !dot(dot_x, row_y));
    }
}

std::span<const std::uint8_t> Bitmap::row(int y) const
{
    if (y < 0 || y >= height_) throw std::logic_error{"a row outside the bitmap"};
    const auto stride = static_cast<std::size_t>(stride_bytes());
    return {dots_.data() + static_cast<std::size_t>(y) * stride, stride};
}

bool Bitmap::row_is_white(int y) const
{
    return std::ranges::all_of(row(y), [](std::uint8_t byte) { return byte == 0; });
}

}  // namespace kushi::printing
