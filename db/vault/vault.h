#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "db/vault/key_files.h"
#include "db/vault/pin_hash.h"

namespace kushi {

using Signature = std::array<std::uint8_t, 64>;
using SigningPublicKey = std::array<std::uint8_t, 32>;

/// Keeps the salon's secrets and does what needs them: nobody else ever holds a key. They lie in locked memory that is
/// left out of core dumps, cannot be written to, and is wiped when the vault goes.
/// Three files of 32 bytes stand in the folder of the keys (spec: trust.md, "At rest"):
///   salon.key      seals the personal part of every event and document
///   pin.pepper     makes a stolen database useless for guessing PINs
///   terminal.key   the seed of this terminal's Ed25519 key, which signs the tip of its chain
/// All of it is const and free of shared state: several threads may use one vault.
class Vault {
public:
    /// Makes the folder and new keys, on the disk when this returns; refuses a folder that holds any of them.
    /// @throws KeyProblem
    static Vault create(const std::filesystem::path& keys, PinCost cost = PinCost::salon());
    /// @throws KeyProblem
    static Vault open(const std::filesystem::path& keys, PinCost cost = PinCost::salon());
    /// Random keys that go with the object, for tests.
    static Vault in_memory(PinCost cost = PinCost::least());

    Vault(Vault&&) noexcept = default;
    Vault& operator=(Vault&&) noexcept = default;
    ~Vault() = default;

    /// 24 random bytes, then the box of XChaCha20-Poly1305: 40 bytes more than `plain`. `associated` says where the box
    /// belongs ("terminal|seq|type") and must be the same to open it; it is not in the box.
    [[nodiscard]] std::string seal(std::string_view plain, std::string_view associated) const;
    /// Nothing when a byte was changed, when it was sealed for another place or with another salon's key.
    [[nodiscard]] std::optional<std::string> open_sealed(std::string_view sealed, std::string_view associated) const;
    /// Tells salon keys apart without telling the key: 16 hex digits, to be kept with the data it seals.
    [[nodiscard]] std::string salon_key_id() const;

    [[nodiscard]] Signature sign(std::string_view message) const;
    [[nodiscard]] SigningPublicKey signing_public_key() const;

    /// Argon2id of HMAC-SHA-256(pepper, pin), as text with its own salt and cost.
    /// @throws PinMemoryShortage
    [[nodiscard]] std::string hash_pin(std::string_view pin) const;
    /// Works for a hash of any cost.
    /// @throws PinMemoryShortage, PinHashDamaged
    [[nodiscard]] bool pin_matches(std::string_view hash, std::string_view pin) const;
    /// The hash was made at another cost than today's, or is damaged: hash the PIN anew when it is next known.
    [[nodiscard]] bool pin_hash_is_outdated(std::string_view hash) const;

private:
    struct Secrets;
    struct Wipe {
        void operator()(Secrets* secrets) const;
    };
    using KeptSecrets = std::unique_ptr<Secrets, Wipe>;
    Vault(KeptSecrets secrets, PinCost cost);
    static KeptSecrets empty_secrets();
    static void make_random(Secrets& secrets);

    KeptSecrets secrets_;
    PinCost cost_;
};

/// Needs no vault: an auditor has the public key only.
[[nodiscard]] bool verify_signature(std::string_view message, const Signature& signature, const SigningPublicKey& key);

}  // namespace kushi
