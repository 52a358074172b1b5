#include "db/vault/vault.h"

#include <sodium.h>

#include <new>

namespace kushi {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr const char* salon_file = "salon.key";
constexpr const char* pepper_file = "pin.pepper";
constexpr const char* terminal_file = "terminal.key";

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

/// What goes into Argon2id: of one length for every PIN, worth nothing to guess without the pepper, wiped at the end.
class Peppered {
public:
    Peppered(std::span<const std::uint8_t, crypto_auth_hmacsha256_KEYBYTES> pepper, std::string_view pin)
    {
        crypto_auth_hmacsha256(reinterpret_cast<unsigned char*>(code_.data()), bytes_of(pin), pin.size(), pepper.data());
    }
    Peppered(const Peppered&) = delete;
    Peppered& operator=(const Peppered&) = delete;
    ~Peppered() { sodium_memzero(code_.data(), code_.size()); }
    [[nodiscard]] std::span<const char> code() const { return code_; }

private:
    std::array<char, crypto_auth_hmacsha256_BYTES> code_;
};

}  // namespace

struct Vault::Secrets {
    std::array<std::uint8_t, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> salon;
    std::array<std::uint8_t, crypto_auth_hmacsha256_KEYBYTES> pepper;
    std::array<std::uint8_t, crypto_sign_SEEDBYTES> signing_seed;
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> signing_key;  ///< made from the seed when the vault opens
    SigningPublicKey signing_public;
};

void Vault::Wipe::operator()(Secrets* secrets) const { sodium_free(secrets); }

Vault::KeptSecrets Vault::empty_secrets()
{
    if (sodium_init() < 0) throw std::runtime_error{"no secure random numbers on this machine"};
    void* memory = sodium_malloc(sizeof(Secrets));
    if (memory == nullptr) throw std::bad_alloc{};
    return KeptSecrets{new (memory) Secrets{}};
}

void Vault::make_random(Secrets& secrets)
{
    randombytes_buf(secrets.salon.data(), secrets.salon.size());
    randombytes_buf(secrets.pepper.data(), secrets.pepper.size());
    randombytes_buf(secrets.signing_seed.data(), secrets.signing_seed.size());
}

Vault::Vault(KeptSecrets secrets, PinCost cost) : secrets_{std::move(secrets)}, cost_{cost}
{
    static_assert(std::tuple_size_v<SigningPublicKey> == crypto_sign_PUBLICKEYBYTES);
    crypto_sign_seed_keypair(secrets_->signing_public.data(), secrets_->signing_key.data(),
                             secrets_->signing_seed.data());
    sodium_mprotect_readonly(secrets_.get());
}

Vault Vault::create(const std::filesystem::path& keys, PinCost cost)
{
    make_key_folder(keys);
    for (const char* name : {salon_file, pepper_file, terminal_file}) {
        if (std::filesystem::exists(keys / name)) throw KeyProblem{KeyFault::already_there, keys / name};
    }
    KeptSecrets secrets = empty_secrets();
    make_random(*secrets);
    write_key_file(keys / salon_file, secrets->salon);
    write_key_file(keys / pepper_file, secrets->pepper);
    write_key_file(keys / terminal_file, secrets->signing_seed);
    return Vault{std::move(secrets), cost};
}

Vault Vault::open(const std::filesystem::path& keys, PinCost cost)
{
    check_key_folder(keys);
    KeptSecrets secrets = empty_secrets();
    read_key_file(keys / salon_file, secrets->salon);
    read_key_file(keys / pepper_file, secrets->pepper);
    read_key_file(keys / terminal_file, secrets->signing_seed);
    return Vault{std::move(secrets), cost};
}

Vault Vault::in_memory(PinCost cost)
{
    KeptSecrets secrets = empty_secrets();
    make_random(*secrets);
    return Vault{std::move(secrets), cost};
}

std::string Vault::seal(std::string_view plain, std::string_view associated) const
{
    std::string sealed(nonce_bytes + plain.size() + tag_bytes, '\0');
    unsigned char* nonce = bytes_of(sealed);
    randombytes_buf(nonce, nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonce_bytes, nullptr, bytes_of(plain), plain.size(),
                                               bytes_of(associated), associated.size(), nullptr, nonce,
                                               secrets_->salon.data());
    return sealed;
}

std::optional<std::string> Vault::open_sealed(std::string_view sealed, std::string_view associated) const
{
    if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
    const unsigned char* nonce = bytes_of(sealed);
    const std::string_view box = sealed.substr(nonce_bytes);
    std::string plain(box.size() - tag_bytes, '\0');
    const int wrong = crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr, bytes_of(box),
                                                                 box.size(), bytes_of(associated), associated.size(),
                                                                 nonce, secrets_->salon.data());
    if (wrong != 0) return std::nullopt;
    return plain;
}

std::string Vault::salon_key_id() const
{
    constexpr std::string_view purpose = "kushi salon key";
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(purpose), purpose.size(), secrets_->salon.data(),
                       secrets_->salon.size());
    std::array<char, 17> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), 8);
    return hex.data();
}

Signature Vault::sign(std::string_view message) const
{
    static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(), secrets_->signing_key.data());
    return signature;
}

SigningPublicKey Vault::signing_public_key() const { return secrets_->signing_public; }

std::string Vault::hash_pin(std::string_view pin) const
{
    return hash_secret(Peppered{secrets_->pepper, pin}.code(), cost_);
}

bool Vault::pin_matches(std::string_view hash, std::string_view pin) const
{
    const auto stored = PinHash::parse(hash);
    if (!stored) throw PinHashDamaged{};
    return secret_matches(*stored, Peppered{secrets_->pepper, pin}.code());
}

bool Vault::pin_hash_is_outdated(std::string_view hash) const
{
    const auto stored = PinHash::parse(hash);
    return !stored || stored->cost != cost_;
}

bool verify_signature(std::string_view message, const Signature& signature, const SigningPublicKey& key)
{
    return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(), key.data()) == 0;
}

}  // namespace kushi
