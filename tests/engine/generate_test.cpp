#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "app/engine/day_report.h"
#include "app/engine/generate/generate.h"
#include "app/engine/open_salon.h"
#include "app/presets/presets.h"
#include "db/verify.h"
#include "tests/engine/temporary_folder.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using std::chrono::sys_days;

HistoryWish fortnight(const std::filesystem::path& folder, std::uint64_t seed, const std::string& preset = "tokyo")
{
    HistoryWish wish;
    wish.folder = folder;
    wish.preset = preset;
    wish.visits_per_day = 5;
    wish.clients = 20;
    wish.seed = seed;
    wish.last = usual_last_day;
    wish.first = sys_days{usual_last_day} - std::chrono::days{13};
    return wish;
}

/// The marks of the chain hang on what is sealed, which is drawn anew each time.
void leave_out_marks(Json& value)
{
    if (value.is_object()) value.erase("chain_mark");
    if (!value.is_structured()) return;
    for (auto& part : value) leave_out_marks(part);
}

/// Every fact in its order: who, when, what, without what is sealed.
std::string public_history(const std::filesystem::path& folder)
{
    const auto database = Database::open_reader(database_file(folder));
    std::ostringstream all;
    Query row{database, "SELECT terminal, seq, hlc, type, pub, priv IS NULL FROM event ORDER BY terminal, seq"};
    while (row.next()) {
        auto pub = Json::parse(row.text(4));
        leave_out_marks(pub);
        all << row.integer(0) << ' ' << row.integer(1) << ' ' << row.integer(2) << ' ' << row.text(3) << ' ' << pub.dump() << ' '
            << row.integer(5) << '\n';
    }
    return all.str();
}

TEST(AGeneratedHistory, IsTheSameForTheSameSeed)
{
    const TemporaryFolder folder;
    for (const char* name : {"one", "two"}) ASSERT_TRUE(generate_history(fortnight(folder.path() / name, 7)));
    ASSERT_TRUE(generate_history(fortnight(folder.path() / "other", 8)));
    const auto one = public_history(folder.path() / "one");
    EXPECT_EQ(one, public_history(folder.path() / "two"));
    EXPECT_NE(one, public_history(folder.path() / "other"));
}

TEST(AGeneratedHistory, AddsUpOnEveryDayAndIsVerified)
{
    for (const auto& preset : preset_names()) {
        const TemporaryFolder folder;
        const auto wish = fortnight(folder.path() / preset, 3, preset);
        const auto history = generate_history(wish);
        ASSERT_TRUE(history) << preset;
        EXPECT_EQ(history->counts.days, 14) << preset;
        EXPECT_EQ(history->counts.clients, 20) << preset;
        OpenSalon salon{wish.folder, real_world()};
        std::int64_t sales = 0;
        for (sys_days day{wish.first}; day <= sys_days{wish.last}; day += std::chrono::days{1}) {
            const auto report = day_report(salon.database(), salon.engine().salon(), date_text(day));
            ASSERT_TRUE(report) << preset;
            EXPECT_TRUE(report->failing.empty()) << preset << " " << date_text(day) << ": " << report->failing.front();
            sales += report->figures.count_sales;
        }
        EXPECT_EQ(sales, history->counts.sales) << preset;
        VerifyOptions options;
        options.vault = &salon.vault();
        const auto verified = verify(salon.database(), options);
        EXPECT_TRUE(verified.ok()) << preset << ": " << (verified.problems.empty() ? "" : verified.problems.front().detail);
        EXPECT_EQ(verified.days, 14) << preset;
    }
}

TEST(AGeneratedHistory, IsRefusedWhereASalonIsOrNoTaxWas)
{
    const TemporaryFolder folder;
    auto wish = fortnight(folder.path() / "salon", 1);
    wish.first = wish.last;
    ASSERT_TRUE(generate_history(wish));
    const auto before = public_history(wish.folder);
    EXPECT_EQ(generate_history(wish).error().code, "salon_exists");
    EXPECT_EQ(public_history(wish.folder), before);

    auto early = fortnight(folder.path() / "early", 1);
    early.first = sys_days{std::chrono::year{2019} / 9 / 30};
    EXPECT_EQ(generate_history(early).error().code, "no_tax_rate");
    EXPECT_EQ(generate_history(early).error().detail, "2019-10-01");
    EXPECT_FALSE(std::filesystem::exists(early.folder)) << "nothing is left of it";
    EXPECT_EQ(generate_history(fortnight(folder.path() / "x", 1, "atlantis")).error().code, "unknown_preset");
}

TEST(TheFirstDay, IsTheDayAfterTheSameDateYearsBefore)
{
    struct Case { const char* why; std::int64_t years; const char* until; const char* first; };
    for (const auto& c : {Case{"a plain year", 1, "2026-10-31", "2025-11-01"}, Case{"three", 3, "2026-12-31", "2024-01-01"},
                          Case{"from a leap day", 1, "2024-02-29", "2023-03-01"}}) {
        EXPECT_EQ(date_text(first_day_of(c.years, *parse_date(c.until))), c.first) << c.why;
    }
}

}  // namespace
}  // namespace kushi
