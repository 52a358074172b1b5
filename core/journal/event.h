#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kushi {

using Hash = std::array<std::uint8_t, 32>;

/// SHA-256, because PostgreSQL and every auditor have it.
Hash sha256(std::string_view bytes);
std::string hex(const Hash& hash);
std::string hex(std::string_view bytes);
/// The first 40 bits of a hash as 8 characters of RFC 4648 base32: the mark that every receipt carries as an anchor.
std::string chain_mark(const Hash& hash);

/// One fact, immutable. Its identity is (terminal, seq); seq is gap-free a terminal.
struct Event {
    std::int64_t terminal = 0;  ///< a random 31-bit number, made when the terminal was born
    std::int64_t seq = 0;       ///< from 1
    std::int64_t hlc = 0;       ///< hybrid clock: it orders, it is never shown
    std::string type;           ///< "visit.arrived"
    int version = 1;
    std::string pub;            ///< JSON text, kept to the byte: facts without a person in them
    std::optional<std::string> priv;  ///< sealed personal part; nothing when there was none or it was erased
    Hash pub_hash{};
    Hash priv_hash{};           ///< of the sealed bytes, also after they were erased; of "" when there were none
    Hash hash{};                ///< of this entry and the one before it
};

/// The entry's chain hash: SHA-256 over the length-prefixed fields previous hash, salon, terminal, seq, hlc, type,
/// version, pub_hash, priv_hash. Lengths are 8 bytes, big endian; numbers are decimal text.
Hash chain_hash(const Hash& previous, std::string_view salon, const Event& event);

/// What a sealed personal part is bound to, so that it cannot be moved to another event.
std::string associated_data(std::int64_t terminal, std::int64_t seq, std::string_view type);

/// Which of two writes of one field stays: the later by hybrid clock, then by terminal, then by seq (a terminal may write
/// twice in one tick only through a clock error; the order must still be total).
struct Stamp {
    std::int64_t hlc = 0;
    std::int64_t terminal = 0;
    std::int64_t seq = 0;
    friend constexpr auto operator<=>(const Stamp&, const Stamp&) = default;
};

}  // namespace kushi
