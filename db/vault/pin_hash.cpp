#include "db/vault/pin_hash.h"

#include <sodium.h>

#include <charconv>

namespace kushi {
namespace {

/// Reads a text from its front; every step says whether it fitted.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_{text} {}
    bool word(std::string_view expected)
    {
        if (!rest_.starts_with(expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }
    bool number(std::uint32_t& value)
    {
        const auto [end, failed] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (failed != std::errc{}) return false;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return true;
    }
    /// As many bytes as there is room for, no fewer, in base64 without padding.
    bool bytes(std::span<std::uint8_t> room)
    {
        std::size_t found = 0;
        const char* end = nullptr;
        if (sodium_base642bin(room.data(), room.size(), rest_.data(), rest_.size(), nullptr, &found, &end,
                              sodium_base64_VARIANT_ORIGINAL_NO_PADDING) != 0) {
            return false;
        }
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return found == room.size();
    }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

}  // namespace

std::optional<PinHash> PinHash::parse(std::string_view text)
{
    static_assert(crypto_pwhash_SALTBYTES == 16);
    PinHash found{};
    std::uint32_t kibibytes = 0;
    std::uint32_t passes = 0;
    Reader reader{text};
    const bool fits = reader.word("$argon2id$v=19$m=") && reader.number(kibibytes) && reader.word(",t=") &&
                      reader.number(passes) && reader.word(",p=1$") && reader.bytes(found.salt) && reader.word("$") &&
                      reader.bytes(found.hash) && reader.at_end();
    if (!fits || kibibytes < 8 || kibibytes > 1U << 20 || passes < 1 || passes > 16) return std::nullopt;
    found.cost = {passes, std::size_t{kibibytes} << 10};
    return found;
}

std::string hash_secret(std::span<const char> secret, PinCost cost)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed = crypto_pwhash_str_alg(text.data(), secret.data(), secret.size(), cost.passes, cost.memory_bytes,
                                             crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw PinMemoryShortage{};
    return text.data();
}

/// Hashes and compares here, because `crypto_pwhash_str_verify` of libsodium 1.0.18 answers the same, with the same
/// errno (EINVAL), when the hash differs, when it is damaged and when there is no memory.
bool secret_matches(const PinHash& hash, std::span<const char> secret)
{
    std::array<std::uint8_t, 32> made{};
    const int failed = crypto_pwhash(made.data(), made.size(), secret.data(), secret.size(), hash.salt.data(),
                                     hash.cost.passes, hash.cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw PinMemoryShortage{};  // the cost was checked by parse
    return sodium_memcmp(made.data(), hash.hash.data(), made.size()) == 0;
}

}  // namespace kushi
