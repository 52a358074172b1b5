#include "db/drafts.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "db/vault/vault.h"

namespace kushi {
namespace {

using nlohmann::json;

TEST(ADraft, StandsUntilItIsDropped)
{
    const auto database = Database::in_memory();
    EXPECT_EQ(draft(database, "cart", "v1"), json::object());
    save_draft(database, "cart", "v1", {{"tip", 100}}, Instant{});
    save_draft(database, "ritual", "v1", {{"step", 2}}, Instant{});
    save_draft(database, "cart", "v1", {{"tip", 200}}, Instant{});
    EXPECT_EQ(draft(database, "cart", "v1"), (json{{"tip", 200}})) << "the newest";
    EXPECT_EQ(draft(database, "cart", "v2"), json::object());
    drop_draft(database, "cart", "v1");
    EXPECT_EQ(draft(database, "cart", "v1"), json::object());
    EXPECT_EQ(draft(database, "ritual", "v1"), (json{{"step", 2}})) << "another kind is another draft";
    drop_draft(database, "cart", "v1");
}

TEST(ADraft, KeepsWhatIsPersonalSealedAndInItsPlace)
{
    const auto database = Database::in_memory();
    const auto vault = Vault::in_memory();
    save_draft(database, "cart", "v1", json::object(), Instant{});
    EXPECT_EQ(sealed_draft(database, vault, "cart", "v1"), json::object());
    seal_into_draft(database, vault, "cart", "v1", {{"reason", "佐藤様のお詫び"}});
    EXPECT_EQ(sealed_draft(database, vault, "cart", "v1").at("reason"), "佐藤様のお詫び");
    save_draft(database, "cart", "v1", {{"tip", 1}}, Instant{});
    EXPECT_EQ(sealed_draft(database, vault, "cart", "v1").at("reason"), "佐藤様のお詫び") << "saving the open part leaves it";
    EXPECT_FALSE((Query{database, "SELECT 1 FROM draft WHERE instr(sealed, ?) OR instr(content, ?)", "佐藤", "佐藤"}.next()));
    EXPECT_EQ(sealed_draft(database, Vault::in_memory(), "cart", "v1"), json::object()) << "another salon's key";
    save_draft(database, "cart", "v2", json::object(), Instant{});
    database.execute("UPDATE draft SET sealed = (SELECT sealed FROM draft WHERE id = 'v1') WHERE id = 'v2'");
    EXPECT_EQ(sealed_draft(database, vault, "cart", "v2"), json::object()) << "moved to another visit";
}

TEST(ADraft, GoesWithTheTransactionItWasSavedIn)
{
    const auto database = Database::in_memory();
    {
        const Transaction transaction{database};
        save_draft(database, "cart", "v1", {{"tip", 100}}, Instant{});
    }
    EXPECT_EQ(draft(database, "cart", "v1"), json::object());
}

}  // namespace
}  // namespace kushi
