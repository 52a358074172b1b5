#include "app/cli/verify.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/cli/rebuild.h"
#include "app/engine/create_salon.h"
#include "app/engine/open_salon.h"
#include "app/engine/salon.h"

namespace kushi::cli {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

struct Ran {
    int exit_code = -1;
    json answer;
    std::string err;
};

/// A salon that has sold, refunded, voided and closed, made through the engine's own door.
class AVerifiedSalon : public testing::Test {
protected:
    void SetUp() override
    {
        std::string name = (fs::temp_directory_path() / "kushi-verify-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder_ = name;
        NewSalon wanted{folder_ / "salon", "tokyo", {}, true, PinCost::least()};
        const auto staff = create_salon(wanted, real_world());
        ASSERT_TRUE(staff) << staff.error().code;
        for (const auto& person : *staff) {
            if (person.roles.has(Role::owner)) owner_ = person.id;
        }
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] fs::path data() const { return folder_ / "salon"; }
    [[nodiscard]] std::string file(const char* name) const { return (folder_ / name).string(); }

    Ran run(int (*command)(const Invocation&), std::map<std::string, std::string> options = {}) const
    {
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream err;
        Ran ran;
        ran.exit_code = command(Invocation{data(), {}, {}, std::move(options), {}, in, out, err});
        ran.err = err.str();
        ran.answer = json::parse(out.str(), nullptr, false);
        return ran;
    }
    Ran verified(std::map<std::string, std::string> options = {}) const { return run(run_verify, std::move(options)); }

    json perform(OpenSalon& salon, json request) const
    {
        auto answer = json::parse(salon.engine().perform(request, {owner_, "en"}).dump());
        EXPECT_TRUE(answer.at("ok").get<bool>()) << request << answer;
        return answer;
    }

    std::string sell(OpenSalon& salon)
    {
        const auto service = salon.engine().salon().services.begin()->first;
        const auto visit = perform(salon, {{"do", "check_in"}, {"service", service}}).at("visit");
        perform(salon, {{"do", "tip"}, {"visit", visit}, {"amount", 500}});
        const auto due = perform(salon, {{"do", "quote"}, {"visit", visit}}).at("totals").at("due").get<std::int64_t>();
        const auto sale = perform(salon, {{"do", "checkout"}, {"visit", visit}, {"key", next_key()},
                                          {"tenders", {{{"type", "cash"}, {"amount", due - 1'000 + 5'000}}, {{"type", "card"}, {"amount", 1'000}}}}});
        return sale.at("sale");
    }

    void live_through_a_day()
    {
        OpenSalon salon{data(), real_world()};
        perform(salon, {{"do", "open_day"}, {"float", 30'000}});
        perform(salon, {{"do", "add_client"}, {"name", "佐藤 葵"}});
        sell(salon);
        perform(salon, {{"do", "refund"}, {"sale", sell(salon)}, {"all", true}, {"reason", "too hot"}, {"key", next_key()}});
        perform(salon, {{"do", "void"}, {"sale", sell(salon)}, {"reason", "twice"}, {"key", next_key()}});
        perform(salon, {{"do", "close_day"}, {"count", 40'000}});
    }

    /// As an attacker with the file would: no key, no triggers.
    void tamper(const std::string& sql) const
    {
        sqlite3* raw = nullptr;
        ASSERT_EQ(sqlite3_open((data() / "kushi.db").c_str(), &raw), SQLITE_OK);
        const auto all = "DROP TRIGGER event_is_never_deleted; DROP TRIGGER event_is_never_changed; " + sql;
        EXPECT_EQ(sqlite3_exec(raw, all.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(raw);
        sqlite3_close(raw);
    }

    std::string next_key()
    {
        const auto digits = std::to_string(++keys_);
        return "0197a000-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
    }

    fs::path folder_;
    std::string owner_;
    int keys_ = 0;
};

TEST_F(AVerifiedSalon, IsWellFromItsFirstHourOn)
{
    EXPECT_EQ(verified().exit_code, done) << verified().answer;
    live_through_a_day();
    const auto ran = verified({{"progress", "true"}});
    EXPECT_EQ(ran.exit_code, done) << ran.answer;
    EXPECT_EQ(ran.answer.at("ok"), true);
    EXPECT_EQ(ran.answer.at("sales"), 5);
    EXPECT_EQ(ran.answer.at("days"), 1);
    EXPECT_GE(ran.answer.at("signatures"), 1);
    EXPECT_GT(ran.answer.at("personal"), 0);
    EXPECT_EQ(ran.answer.at("tips").at(0).at("seq"), ran.answer.at("events"));
    EXPECT_NE(ran.err.find("chain"), std::string::npos);
}

TEST_F(AVerifiedSalon, NeedsNoKey)
{
    live_through_a_day();
    fs::rename(data() / "keys", folder_ / "elsewhere");
    const auto ran = verified();
    EXPECT_EQ(ran.exit_code, done) << ran.answer;
    EXPECT_EQ(ran.answer.at("personal"), "not opened");
    EXPECT_EQ(ran.answer.at("keys"), "key_missing");
}

TEST_F(AVerifiedSalon, EndsWith3WhenAYenWasChanged)
{
    live_through_a_day();
    tamper("UPDATE event SET pub = replace(pub, '\"amount\":30000', '\"amount\":30001') WHERE type = 'drawer.moved'");
    const auto ran = verified();
    EXPECT_EQ(ran.exit_code, data_damaged);
    EXPECT_EQ(ran.answer.at("ok"), false);
    EXPECT_EQ(ran.answer.at("error").at("code"), "data_damaged");
    EXPECT_EQ(ran.answer.at("problems").at(0).at("part"), "chain");
    EXPECT_EQ(ran.answer.at("problems").at(0).at("kind"), "changed");
    EXPECT_GT(ran.answer.at("problems").at(0).at("seq"), 1);
    EXPECT_NE(ran.err, "");
    EXPECT_EQ(ran.answer.dump().find("佐藤"), std::string::npos);
}

TEST_F(AVerifiedSalon, EndsWith4WhenYesterdaysFileWasPutBack)
{
    fs::copy_file(data() / "kushi.db", file("yesterday.db"));
    live_through_a_day();
    EXPECT_EQ(verified({{"write-anchor", file("anchor")}}).exit_code, done);
    EXPECT_EQ(verified({{"anchor", file("anchor")}}).exit_code, done);
    fs::copy_file(file("yesterday.db"), data() / "kushi.db", fs::copy_options::overwrite_existing);
    EXPECT_EQ(verified().exit_code, done) << "the file alone cannot know";
    const auto ran = verified({{"anchor", file("anchor")}});
    EXPECT_EQ(ran.exit_code, behind_anchor);
    EXPECT_EQ(ran.answer.at("error").at("code"), "behind_anchor");
    EXPECT_EQ(ran.answer.at("problems").at(0).at("kind"), "behind");
}

TEST_F(AVerifiedSalon, SaysWhatIsWrongWithTheQuestionOrTheFolder)
{
    EXPECT_EQ(verified({{"from", "many"}}).exit_code, wrong_usage);
    EXPECT_EQ(verified({{"anchor", file("nowhere")}}).exit_code, io_error);
    std::ofstream{file("letter")} << "Dear all";
    EXPECT_EQ(verified({{"anchor", file("letter")}}).answer.at("error").at("code"), "bad_anchor");
    EXPECT_EQ(verified({{"anchor", file("letter")}}).exit_code, refused_with_reason);
    {
        const FolderLock lock{data()};
        EXPECT_EQ(verified().exit_code, data_in_use);
        EXPECT_EQ(run(run_rebuild).exit_code, data_in_use);
    }
    std::ofstream{data() / "kushi.db", std::ios::trunc} << "This is no database, and never was one.";
    EXPECT_EQ(verified().exit_code, data_damaged);
    EXPECT_EQ(run(run_rebuild).exit_code, data_damaged);
    fs::remove_all(data());
    EXPECT_EQ(verified().exit_code, refused_with_reason);
    EXPECT_EQ(run(run_rebuild).exit_code, refused_with_reason);
    EXPECT_FALSE(fs::exists(data())) << "asking makes nothing";
}

TEST_F(AVerifiedSalon, IsMendedByARebuildWhenItsTablesWereChanged)
{
    live_through_a_day();
    tamper("UPDATE sale_line SET name = 'something else'; DELETE FROM stock_month");
    const auto damaged = verified();
    EXPECT_EQ(damaged.exit_code, data_damaged);
    const auto rebuilt = run(run_rebuild);
    EXPECT_EQ(rebuilt.exit_code, done) << rebuilt.answer;
    EXPECT_EQ(rebuilt.answer.at("events"), damaged.answer.at("events"));
    EXPECT_EQ(verified().exit_code, done);
}

}  // namespace
}  // namespace kushi::cli
