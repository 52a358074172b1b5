#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "app/engine/create_salon.h"
#include "app/engine/open_salon.h"
#include "tests/engine/temporary_folder.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

class CommandsTogether : public testing::Test {
protected:
    CommandsTogether()
    {
        NewSalon wanted;
        wanted.folder = folder_.path();
        wanted.preset = "tokyo";
        wanted.training = true;
        wanted.pin_cost = PinCost::least();
        const auto staff = create_salon(wanted, real_world());
        for (const auto& person : *staff) {
            if (person.code == "haruka") pin_ = person.pin;
        }
        salon_ = std::make_unique<OpenSalon>(folder_.path(), real_world());
    }

    Json perform(const Json& request) { return Json(salon_->engine().perform(request, {"mei", "en"})); }
    Json add_client(const char* name) { return perform({{"do", "add_client"}, {"name", name}}); }
    std::int64_t count(const char* sql)
    {
        Query row{salon_->database(), sql};
        row.next();
        return row.integer(0);
    }
    std::int64_t clients() { return count("SELECT COUNT(*) FROM client"); }
    std::int64_t events() { return count("SELECT COUNT(*) FROM event"); }
    /// Of another connection: what is durable.
    std::int64_t clients_seen_outside()
    {
        const auto reader = Database::open_reader(database_file(folder_.path()));
        Query row{reader, "SELECT COUNT(*) FROM client"};
        row.next();
        return row.integer(0);
    }

    TemporaryFolder folder_;
    std::string pin_;
    std::unique_ptr<OpenSalon> salon_;
};

TEST_F(CommandsTogether, BecomeDurableAllAtOnce)
{
    salon_->engine().together([&] {
        EXPECT_TRUE(add_client("Aki")["ok"].get<bool>());
        EXPECT_TRUE(add_client("Ben")["ok"].get<bool>());
        EXPECT_EQ(clients(), 2);
        EXPECT_EQ(clients_seen_outside(), 0);
    });
    EXPECT_EQ(clients_seen_outside(), 2);
}

TEST_F(CommandsTogether, LeaveOutWhatWasRefused)
{
    std::int64_t before = 0;
    salon_->engine().together([&] {
        const auto visit = perform({{"do", "check_in"}, {"service", "signature-head-spa"}})["visit"];
        before = events();
        // The line is recorded before the bill turns out too large: refused after the first fact.
        const auto refused = perform({{"do", "add_line"}, {"visit", visit}, {"item", "boxwood-comb"}, {"quantity", "999999999"}});
        EXPECT_FALSE(refused["ok"].get<bool>()) << refused.dump();
        EXPECT_EQ(events(), before);
        EXPECT_TRUE(add_client("Chie")["ok"].get<bool>()) << "the chain goes on where it was";
    });
    EXPECT_GT(events(), before);
    EXPECT_EQ(clients_seen_outside(), 1);
}

TEST_F(CommandsTogether, AreGoneWhenOneOfThemThrows)
{
    const auto before = events();
    EXPECT_THROW(salon_->engine().together([&] {
        add_client("Dai");
        throw std::runtime_error{"the story ends here"};
    }), std::runtime_error);
    EXPECT_EQ(events(), before);
    EXPECT_TRUE(add_client("Emi")["ok"].get<bool>()) << "a command on its own works again";
    EXPECT_EQ(clients_seen_outside(), 1);
}

TEST_F(CommandsTogether, NeverTakeAPin)
{
    const Json approved{{"do", "add_client"}, {"name", "Fumi"}, {"approved_by", "haruka"}, {"pin", pin_}};
    EXPECT_THROW(salon_->engine().together([&] { perform(approved); }), std::logic_error) << "its try could be rolled back";
    EXPECT_TRUE(perform(approved)["ok"].get<bool>());
}

}  // namespace
}  // namespace kushi
