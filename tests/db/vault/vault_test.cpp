#include "db/vault/vault.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <type_traits>

namespace kushi {
namespace {

static_assert(std::is_move_constructible_v<Vault> && !std::is_copy_constructible_v<Vault>);

TEST(ASealedText, OpensOnlyUnchangedAndInItsPlace)
{
    const Vault vault = Vault::in_memory();
    const std::string plain = "佐藤 葵, 090-1234-5678";
    const std::string sealed = vault.seal(plain, "7|42|client.added");
    EXPECT_EQ(sealed.size(), plain.size() + 40) << "24 bytes of nonce and 16 of tag";
    EXPECT_EQ(sealed.find("1234"), std::string::npos);
    EXPECT_EQ(vault.open_sealed(sealed, "7|42|client.added"), plain);
    EXPECT_EQ(vault.open_sealed(sealed, "7|43|client.added"), std::nullopt) << "moved to another event";
    EXPECT_EQ(Vault::in_memory().open_sealed(sealed, "7|42|client.added"), std::nullopt) << "another salon's key";
    for (std::size_t position = 0; position < sealed.size(); ++position) {
        std::string changed = sealed;
        changed[position] = static_cast<char>(changed[position] ^ 1);
        EXPECT_EQ(vault.open_sealed(changed, "7|42|client.added"), std::nullopt) << "byte " << position;
    }
    for (std::size_t size = 0; size < sealed.size(); ++size) {
        EXPECT_EQ(vault.open_sealed(sealed.substr(0, size), "7|42|client.added"), std::nullopt) << "cut to " << size;
    }
}

TEST(ASealedText, IsNeverTheSameTwiceAndMayBeEmpty)
{
    const Vault vault = Vault::in_memory();
    EXPECT_NE(vault.seal("さとう", "1"), vault.seal("さとう", "1"));
    EXPECT_EQ(vault.open_sealed(vault.seal("", ""), ""), "");
    const std::string large(1 << 20, 'x');
    EXPECT_EQ(vault.open_sealed(vault.seal(large, "1"), "1"), large);
}

TEST(ASignature, HoldsForItsMessageAndKeyOnly)
{
    const Vault vault = Vault::in_memory();
    const Signature signature = vault.sign("tip 500");
    EXPECT_TRUE(verify_signature("tip 500", signature, vault.signing_public_key()));
    EXPECT_FALSE(verify_signature("tip 501", signature, vault.signing_public_key()));
    EXPECT_FALSE(verify_signature("tip 500", signature, Vault::in_memory().signing_public_key()));
    Signature changed = signature;
    changed[63] = static_cast<std::uint8_t>(changed[63] ^ 1);
    EXPECT_FALSE(verify_signature("tip 500", changed, vault.signing_public_key()));
}

TEST(APinHash, MatchesItsPinWithItsPepperOnly)
{
    const Vault vault = Vault::in_memory();
    const std::string hash = vault.hash_pin("482915");
    EXPECT_EQ(hash.substr(0, 10), "$argon2id$");
    EXPECT_EQ(hash.find("482915"), std::string::npos);
    EXPECT_NE(hash, vault.hash_pin("482915")) << "two people with one PIN do not show it";
    EXPECT_TRUE(vault.pin_matches(hash, "482915"));
    for (const char* wrong : {"482916", "48291", "4829150", "", "４８２９１５"}) {
        EXPECT_FALSE(vault.pin_matches(hash, wrong)) << wrong;
    }
    EXPECT_FALSE(Vault::in_memory().pin_matches(hash, "482915")) << "a stolen database has no pepper";
}

TEST(APinHash, OfASalonCostsWhatTheSpecSays)
{
    const Vault generated = Vault::in_memory();
    const Vault salon = Vault::in_memory(PinCost::salon());
    const std::string hash = salon.hash_pin("482915");
    EXPECT_NE(hash.find("$m=65536,t=3,p=1$"), std::string::npos) << hash;
    EXPECT_TRUE(salon.pin_matches(hash, "482915"));
    EXPECT_FALSE(salon.pin_hash_is_outdated(hash));
    EXPECT_TRUE(salon.pin_hash_is_outdated(generated.hash_pin("482915"))) << "made cheaply by a generator";
}

TEST(APinHash, ThatIsDamagedIsNotAWrongPin)
{
    const Vault vault = Vault::in_memory();
    const std::string good = vault.hash_pin("482915");
    ASSERT_TRUE(vault.pin_matches(good, "482915"));
    for (const auto& [why, hash] : std::initializer_list<std::pair<const char*, std::string>>{
             {"nothing stored", ""},
             {"a PIN in the clear", "482915"},
             {"cut short", good.substr(0, good.size() - 1)},
             {"a character more", good + "A"},
             {"another kind", "$2b$10$abcdefghijklmnopqrstuv"},
             {"4 TiB of memory", "$argon2id$v=19$m=4294967295,t=3,p=1" + good.substr(good.find("$", 20))},
             {"passes for ever", "$argon2id$v=19$m=8,t=4294967295,p=1" + good.substr(good.find("$", 20))},
             {"a number past 32 bits", "$argon2id$v=19$m=99999999999,t=3,p=1" + good.substr(good.find("$", 20))}}) {
        EXPECT_THROW((void)vault.pin_matches(hash, "482915"), PinHashDamaged) << why;
        EXPECT_TRUE(vault.pin_hash_is_outdated(hash)) << why;
    }
}

TEST(APinHash, ThatLibsodiumWroteIsCheckedHere)
{
    const auto hash = PinHash::parse(hash_secret(std::string_view{"secret"}, PinCost::least()));
    ASSERT_TRUE(hash);
    EXPECT_EQ(hash->cost, PinCost::least());
    EXPECT_TRUE(secret_matches(*hash, std::string_view{"secret"}));
    EXPECT_FALSE(secret_matches(*hash, std::string_view{"Secret"}));
}

/// Leaves this process room for `bytes` more.
void limit_memory(std::size_t bytes)
{
    std::size_t pages = 0;
    std::ifstream{"/proc/self/statm"} >> pages;
    const rlim_t limit = pages * 4096 + bytes;
    const rlimit both{limit, limit};
    if (setrlimit(RLIMIT_AS, &both) != 0) std::abort();
}

/// Ends with 0 when both ways to use a PIN said that memory was short.
[[noreturn]] void use_a_pin_without_memory(const Vault& vault, const std::string& hash)
{
    limit_memory(std::size_t{16} << 20);
    int said = 0;
    try {
        (void)vault.pin_matches(hash, "000000");
    } catch (const PinMemoryShortage&) {
        ++said;
    }
    try {
        (void)vault.hash_pin("000000");
    } catch (const PinMemoryShortage&) {
        ++said;
    }
    std::_Exit(said == 2 ? 0 : 1);
}

TEST(APinHash, TellsAShortageOfMemoryFromAWrongPin)
{
    const Vault vault = Vault::in_memory(PinCost::salon());
    const std::string hash = vault.hash_pin("482915");
    EXPECT_EXIT(use_a_pin_without_memory(vault, hash), testing::ExitedWithCode(0), "");
}

TEST(AVault, SurvivesBeingMoved)
{
    Vault first = Vault::in_memory();
    const std::string sealed = first.seal("たなか", "1");
    const std::string id = first.salon_key_id();
    Vault second = std::move(first);
    EXPECT_EQ(second.open_sealed(sealed, "1"), "たなか");
    EXPECT_EQ(second.salon_key_id(), id);
    second = Vault::in_memory();
    EXPECT_EQ(second.open_sealed(sealed, "1"), std::nullopt);
    EXPECT_NE(second.salon_key_id(), id);
}

}  // namespace
}  // namespace kushi
