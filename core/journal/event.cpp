#include "core/journal/event.h"

#include <sodium.h>

namespace kushi {
namespace {

void add_field(crypto_hash_sha256_state& state, std::string_view field)
{
    std::array<unsigned char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) length[i] = static_cast<unsigned char>(field.size() >> (56 - 8 * i));
    crypto_hash_sha256_update(&state, length.data(), length.size());
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(field.data()), field.size());
}

std::string_view bytes_of(const Hash& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

}  // namespace

Hash sha256(std::string_view bytes)
{
    Hash hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hash;
}

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string hex(const Hash& hash) { return hex(bytes_of(hash)); }

std::string chain_mark(const Hash& hash)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 5; ++i) bits = bits << 8 | hash[i];
    std::string mark;
    for (int shift = 35; shift >= 0; shift -= 5) mark += alphabet[bits >> shift & 31];
    return mark;
}

Hash chain_hash(const Hash& previous, std::string_view salon, const Event& event)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    add_field(state, bytes_of(previous));
    add_field(state, salon);
    add_field(state, std::to_string(event.terminal));
    add_field(state, std::to_string(event.seq));
    add_field(state, std::to_string(event.hlc));
    add_field(state, event.type);
    add_field(state, std::to_string(event.version));
    add_field(state, bytes_of(event.pub_hash));
    add_field(state, bytes_of(event.priv_hash));
    Hash hash{};
    crypto_hash_sha256_final(&state, hash.data());
    return hash;
}

std::string associated_data(std::int64_t terminal, std::int64_t seq, std::string_view type)
{
    return std::to_string(terminal) + "|" + std::to_string(seq) + "|" + std::string{type};
}

}  // namespace kushi
