#include <qrencode.h>

#include <algorithm>
#include <memory>

#include "printing/virtual/interpreter.h"
#include "printing/virtual/parameters.h"

namespace kushi::printing {
namespace {

constexpr std::size_t most_codes = 1000;  // noted of one sheet

}  // namespace

/// A QR code is made in steps; `command` is fn and its parameters.
void Interpreter::symbol(Bytes command)
{
    switch (command[0]) {
        case 65:
            break;  // the model; both look alike here
        case 67:
            symbol_module_ = std::clamp<int>(command[1], 1, 16);
            break;
        case 69:
            symbol_level_ = std::clamp(command[1] - 48, 0, 3);
            break;
        case 80:
            symbol_data_.assign(command.begin() + 2, command.end());
            break;
        case 81:
            print_symbol();
            break;
        default:
            error("GS ( k function " + std::to_string(command[0]));
    }
}

void Interpreter::print_symbol()
{
    if (!paper_.line_is_empty()) return error("QR code inside a line");
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeData(static_cast<int>(symbol_data_.size()),
                          reinterpret_cast<const unsigned char*>(symbol_data_.data()), 0,
                          static_cast<QRecLevel>(symbol_level_)),
        &QRcode_free};
    if (!code) return error("QR code of nothing, or of too much");
    Bitmap picture{code->width * symbol_module_, code->width * symbol_module_};
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1u) == 0) continue;
            picture.fill(x * symbol_module_, y * symbol_module_, symbol_module_, symbol_module_);
        }
    }
    if (picture.width() > paper_.format.area_width) return error("QR code wider than the paper");
    if (sheet_.codes.size() < most_codes) sheet_.codes.push_back(symbol_data_);
    paper_.picture(picture);
}

/// GS v 0 m xL xH yL yH d...
void Interpreter::raster(Bytes parameters)
{
    const int mode = digit(parameters[1]);
    const int bytes_wide = word(parameters.subspan(2));
    const int rows = word(parameters.subspan(4));
    if (digit(parameters[0]) != 0 || mode > 3 || bytes_wide == 0 || rows == 0)
        return error("GS v with other parameters");
    if (!paper_.line_is_empty()) return error("picture inside a line");
    const int wide = (mode & 1) + 1;
    const int high = (mode >> 1 & 1) + 1;
    const int width = std::min(bytes_wide * 8 * wide, paper_.format.area_width);
    if (bytes_wide * 8 * wide > (paper_.format.area_width + 7) / 8 * 8) error("picture wider than the paper");
    Bitmap picture{width, std::min(rows * high, Paper::most_rows)};
    for (int y = 0; y < picture.height(); ++y) {
        const Bytes row =
            parameters.subspan(6 + static_cast<std::size_t>(y / high) * static_cast<std::size_t>(bytes_wide));
        for (int x = 0; x < width; ++x) {
            const int dot = x / wide;
            if (is_set(row[static_cast<std::size_t>(dot / 8)], 7u - static_cast<unsigned>(dot) % 8))
                picture.set_dot(x, y);
        }
    }
    paper_.picture(picture);
}

}  // namespace kushi::printing
