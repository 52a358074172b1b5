#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace kushi {

/// What one check of a PIN costs (Argon2id, one lane).
struct PinCost {
    unsigned long long passes;
    std::size_t memory_bytes;
    /// 64 MiB and three passes: 130 to 170 ms. What every salon uses.
    static constexpr PinCost salon() { return {3, std::size_t{64} << 20}; }
    /// The least that Argon2id takes. Only for tests and for salons made up by `generate`, whose PINs protect nobody.
    static constexpr PinCost least() { return {1, std::size_t{8} << 10}; }
    friend constexpr bool operator==(const PinCost&, const PinCost&) = default;
};

/// There was no memory to check or hash a PIN: the world's failure, never counted as a wrong PIN.
class PinMemoryShortage : public std::runtime_error {
public:
    PinMemoryShortage() : std::runtime_error{"not enough memory to check a PIN"} {}
};

/// A stored PIN hash that is none: the row is damaged, and no PIN was tried.
class PinHashDamaged : public std::runtime_error {
public:
    PinHashDamaged() : std::runtime_error{"a stored PIN hash is damaged"} {}
};

/// An Argon2id hash taken apart. Its text is the usual `$argon2id$v=19$m=65536,t=3,p=1$salt$hash`.
struct PinHash {
    PinCost cost;
    std::array<std::uint8_t, 16> salt;
    std::array<std::uint8_t, 32> hash;
    /// Nothing for any other text, and for a cost above 1 GiB or 16 passes: a planted row may not stop the till.
    static std::optional<PinHash> parse(std::string_view text);
};

/// The text of a new hash with a random salt.
/// @throws PinMemoryShortage
std::string hash_secret(std::span<const char> secret, PinCost cost);

/// @throws PinMemoryShortage
bool secret_matches(const PinHash& hash, std::span<const char> secret);

}  // namespace kushi
