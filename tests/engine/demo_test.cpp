#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "app/engine/demo/demo.h"
#include "app/engine/demo/folder.h"
#include "app/engine/open_salon.h"
#include "app/presets/presets.h"
#include "tests/engine/temporary_folder.h"

namespace kushi {
namespace {

namespace fs = std::filesystem;

/// A Saturday morning in London: the day before is over in every preset's zone.
World saturday()
{
    auto world = real_world();
    world.now = [] { return *parse_instant("2026-05-16T09:30:00Z"); };
    return world;
}

std::int64_t pictures_in(const fs::path& folder)
{
    std::int64_t count = 0;
    for (const auto& entry : fs::directory_iterator{folder}) count += entry.path().extension() == ".png" ? 1 : 0;
    return count;
}

std::string all(const std::vector<std::string>& sentences)
{
    std::string text;
    for (const auto& sentence : sentences) text += sentence + "\n";
    return text;
}

TEST(TheDemo, PlaysADayOfEveryPresetThatAddsUpOnPaper)
{
    struct Case { const char* why; const char* preset; const char* language; const char* words; };
    std::set<std::string> played;
    for (const auto& c : {Case{"a Japanese salon in Japanese", "tokyo", "", "精算（Z） 第2号"},
                          Case{"a Japanese salon asked for in English", "tokyo", "en", "Z report 2"},
                          Case{"a London salon asked for in Japanese", "london", "ja", "純売上"},
                          Case{"taxes on top of the prices", "newyork", "", "= Net"}}) {
        const TemporaryFolder folder;
        const auto demo = play_demo({folder.path() / "demo", c.preset, c.language}, saturday());
        ASSERT_TRUE(demo) << c.why << ": " << demo.error().code;
        EXPECT_TRUE(demo->proof.holds()) << c.why << ": " << all(demo->proof.failures);
        EXPECT_NE(demo->report_text.find(c.words), std::string::npos) << c.why << "\n" << demo->report_text;
        EXPECT_EQ(demo->business_date, "2026-05-15") << c.why;
        const auto& day = demo->day;
        EXPECT_GE(day["visits"], 12) << c.why;
        EXPECT_GE(day["count_sales"], 10) << c.why;
        EXPECT_EQ(day["count_refunds"], 1) << c.why;
        EXPECT_EQ(day["count_voids"], 1) << c.why;
        EXPECT_GE(day["returning_clients"], 2) << c.why;
        EXPECT_EQ(pictures_in(demo->receipts), demo->proof.jobs) << c.why;
        EXPECT_EQ(demo->proof.papers.copies, 1) << c.why << ": one receipt was printed twice";
        played.insert(c.preset);
    }
    for (const auto& preset : preset_names()) EXPECT_TRUE(played.contains(preset)) << preset;
}

TEST(TheDemo, TakesMoneyInEveryWayAndCountsACoinTooFew)
{
    const TemporaryFolder folder;
    const auto demo = play_demo({folder.path() / "demo", "tokyo", {}}, saturday());
    ASSERT_TRUE(demo);
    const auto& day = demo->day;
    for (const char* way : {"cash", "card", "qr", "ギフトカード"}) EXPECT_GT(day["tenders"].value(way, 0), 0) << way;
    EXPECT_GT(day["discounts"], 0);
    EXPECT_GT(day["tips"], 0);
    EXPECT_TRUE(day["tax_by_rate"].contains("0.08")) << "tea is taxed at the reduced rate";
    EXPECT_EQ(day["drawer"]["over_short"], -100);
    EXPECT_GT(day["drawer"]["paid_in"], 0);
    EXPECT_GT(day["drawer"]["paid_out"], 0);
    EXPECT_GT(day["drawer"]["drops"], 0);
    EXPECT_EQ(day["z"], 2) << "three weeks before there was a day too";
}

TEST(TheDemosDay, LiesInThePastWhereverItIs)
{
    struct Case { const char* why; const char* now; const char* zone; const char* day; };
    for (const auto& c : {Case{"the evening is over", "2026-05-16T11:00:00Z", "Asia/Tokyo", "2026-05-16"},
                          Case{"a minute before the day is over", "2026-05-16T10:39:00Z", "Asia/Tokyo", "2026-05-15"},
                          Case{"the morning", "2026-05-16T01:00:00Z", "Asia/Tokyo", "2026-05-15"},
                          Case{"after midnight it is still yesterday, and over", "2026-05-16T17:00:00Z", "Asia/Tokyo", "2026-05-16"},
                          Case{"summer time", "2026-05-16T18:45:00Z", "Europe/London", "2026-05-16"}}) {
        EXPECT_EQ(date_text(demo_day(*parse_instant(c.now), *make_day_rule(c.zone, "05:00"))), c.day) << c.why;
    }
}

TEST(TheDemosFolder, IsMadeAnewButNeverTakesAwayWhatIsNotItsOwn)
{
    const TemporaryFolder folder;
    const auto root = folder.path() / "demo";
    ASSERT_TRUE(clear_demo_folder(root));
    std::ofstream{root / "receipts" / "sheet-0001.png"} << "old";
    ASSERT_TRUE(clear_demo_folder(root));
    EXPECT_FALSE(fs::exists(root / "receipts" / "sheet-0001.png"));

    std::ofstream{root / "holiday.jpg"} << "mine";
    std::ofstream{root / "receipts" / "sheet-0001.png"} << "kept";
    const auto mixed = clear_demo_folder(root);
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().code, "foreign_files");
    EXPECT_EQ(mixed.error().detail, "holiday.jpg");
    EXPECT_TRUE(fs::exists(root / "receipts" / "sheet-0001.png"));

    const auto foreign = folder.path() / "papers";
    fs::create_directories(foreign / "receipts");
    EXPECT_EQ(clear_demo_folder(foreign).error().code, "foreign_files") << "looks like one, but is not marked";
    std::ofstream{folder.path() / "file"} << "x";
    EXPECT_EQ(clear_demo_folder(folder.path() / "file").error().code, "foreign_files");
}

TEST(TheDemosFolder, NeverTakesAwayARealSalon)
{
    const TemporaryFolder folder;
    const auto root = folder.path() / "demo";
    ASSERT_TRUE(clear_demo_folder(root));
    NewSalon real;
    real.folder = root / "salon";
    real.preset = "london";
    real.pin_cost = PinCost::least();
    ASSERT_TRUE(create_salon(real, real_world()));
    EXPECT_EQ(clear_demo_folder(root).error().code, "foreign_files");
    EXPECT_TRUE(fs::exists(database_file(root / "salon")));
}

}  // namespace
}  // namespace kushi
