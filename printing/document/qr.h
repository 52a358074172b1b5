#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kushi::printing {

/// The dark modules of a QR code, without its quiet zone.
struct QrMatrix {
    int modules = 0;  ///< in each direction
    std::vector<std::uint8_t> dark;
    [[nodiscard]] bool at(int x, int y) const
    {
        const int index = y * modules + x;
        return dark[static_cast<std::size_t>(index)] != 0;
    }
};

/// White modules that a reader needs around a code.
inline constexpr int quiet_modules = 4;

/// Bytes of any kind, error correction M. Nothing when empty or longer than a QR code can hold.
std::optional<QrMatrix> qr_matrix(std::string_view data);

}  // namespace kushi::printing
