#pragma once

#include <cstdint>
#include <span>

namespace kushi::printing {

/// How the parameters of ESC/POS commands are read.
inline bool is_set(std::uint8_t bits, unsigned number)
{
    return (bits >> number & 1u) != 0;
}
inline bool is_on(std::uint8_t n)
{
    return (n & 1u) != 0;
}
/// Many parameters may be a number or its digit.
inline int digit(std::uint8_t n)
{
    return n >= '0' && n <= '9' ? n - '0' : n;
}
inline int word(std::span<const std::uint8_t> bytes)
{
    return bytes[0] + 256 * bytes[1];
}

}  // namespace kushi::printing
