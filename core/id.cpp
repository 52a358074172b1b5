#include "core/id.h"

namespace kushi {
namespace {

constexpr bool hyphen_at(std::size_t position) { return position == 8 || position == 13 || position == 18 || position == 23; }

int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

}  // namespace

std::string uuid_text(const UuidBytes& bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (const std::uint8_t byte : bytes) {
        if (hyphen_at(text.size())) text += '-';
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::optional<UuidBytes> parse_uuid(std::string_view text)
{
    if (text.size() != 36) return std::nullopt;
    UuidBytes bytes{};
    std::size_t nibble = 0;
    for (std::size_t position = 0; position < text.size(); ++position) {
        if (hyphen_at(position)) {
            if (text[position] != '-') return std::nullopt;
            continue;
        }
        const int value = hex_value(text[position]);
        if (value < 0) return std::nullopt;
        bytes[nibble / 2] = static_cast<std::uint8_t>(bytes[nibble / 2] << 4 | value);
        ++nibble;
    }
    return bytes;
}

UuidBytes uuid_v7(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& random)
{
    UuidBytes bytes{};
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(unix_ms >> (40 - 8 * i));
    for (std::size_t i = 0; i < random.size(); ++i) bytes[6 + i] = random[i];
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    return bytes;
}

}  // namespace kushi
