#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kushi {

/// The 16 bytes of a UUID and its text; what every Id shares.
using UuidBytes = std::array<std::uint8_t, 16>;
/// Lower case, 8-4-4-4-12.
std::string uuid_text(const UuidBytes& bytes);
/// Takes either case; nothing but the 36 character form.
std::optional<UuidBytes> parse_uuid(std::string_view text);
/// A version 7 UUID (RFC 9562): 48 bits of Unix milliseconds, then random bits from the caller.
UuidBytes uuid_v7(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& random);

/// The identity of one kind of thing, a UUIDv7 made where the thing was born: a ClientId is neither a SaleId nor text.
template <class Thing>
struct Id {
    UuidBytes bytes{};
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
    [[nodiscard]] std::string text() const { return uuid_text(bytes); }
    static std::optional<Id> parse(std::string_view text)
    {
        if (const auto bytes = parse_uuid(text)) return Id{*bytes};
        return std::nullopt;
    }
};

}  // namespace kushi
