#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>

#include "books.h"
#include "process.h"
#include "salon_on_disk.h"

namespace kushi::fault {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string content(const fs::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// Every file but the log, with its content; and but SQLite's shared memory, where the first Kushi's own readers mark how
/// far they have read, also after it has answered.
std::map<std::string, std::string> files(const fs::path& folder)
{
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        const auto extension = entry.path().extension();
        if (entry.is_regular_file() && extension != ".log" && extension != ".db-shm") all[entry.path()] = content(entry.path());
    }
    return all;
}

TEST(ASecondKushi, LeavesAFolderThatIsInUseAlone)
{
    const SalonOnDisk salon;
    Process first{salon.kushi({"do"})};
    const auto soon = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    first.write(R"({"do":"check_in"})" "\n");
    ASSERT_TRUE(first.line(soon));
    const auto before = files(salon.folder());
    for (const auto& words : {std::vector<std::string>{"do"}, {"list", "sales"}, {"queue", "run"}}) {
        const auto second = run(salon.kushi(words), R"({"do":"check_in"})" "\n");
        EXPECT_EQ(second.exit, 75) << words[0];
        EXPECT_THAT(second.errors, HasSubstr("Another Kushi"));
        ASSERT_EQ(second.lines.size(), 1U);
        EXPECT_THAT(second.lines[0], HasSubstr(R"("code":"in_use")"));
    }
    EXPECT_EQ(files(salon.folder()), before) << "nothing was written";
    first.write(R"({"do":"check_in"})" "\n");
    EXPECT_TRUE(is_ok(first.line(soon).value_or(""))) << "the first goes on";
    first.close_input();
    EXPECT_EQ(first.wait(), 0);
}

TEST(AReadOnlyFolder, IsSaidInWordsAndWithItsOwnExitCode)
{
    const SalonOnDisk salon;
    const auto folder = salon.folder().string();
    auto words = with_own_mounts("mount --bind " + folder + " " + folder + " && mount -o remount,ro,bind " + folder + " && \"$@\"; " +
                                 "code=$?; umount " + folder + "; exit $code");
    const auto program = salon.kushi({"do"});
    words.insert(words.end(), program.begin(), program.end());
    const auto ran = run(words, R"({"do":"check_in"})" "\n");
    EXPECT_EQ(ran.exit, 74) << ran.errors;
    EXPECT_THAT(ran.errors, HasSubstr("the salon's folder cannot be written: Read-only file system"));
    ASSERT_EQ(ran.lines.size(), 1U);
    EXPECT_THAT(ran.lines[0], HasSubstr(R"("code":"io_error")"));
}

/// Changes one bit, or cuts the file short, or empties a page.
std::string damaged(std::string bytes, std::mt19937_64& chance, std::string& how)
{
    const auto at = std::uniform_int_distribution<std::size_t>{0, bytes.size() - 1}(chance);
    const auto kind = std::uniform_int_distribution{0, 9}(chance);
    how = (kind == 0 ? "cut at " : kind == 1 ? "page emptied at " : "bit changed at ") + std::to_string(at);
    if (kind == 0) bytes.resize(at);
    else if (kind == 1) bytes.replace(at / 4096 * 4096, std::min<std::size_t>(4096, bytes.size() - at / 4096 * 4096), std::min<std::size_t>(4096, bytes.size() - at / 4096 * 4096), '\0');
    else bytes[at] = static_cast<char>(bytes[at] ^ 1 << std::uniform_int_distribution{0, 7}(chance));
    return bytes;
}

TEST(ADamagedDatabase, IsToldAndNeverCrashesTheProgram)
{
    const auto* given = std::getenv("KUSHI_SEED");
    const std::uint64_t seed = given != nullptr ? std::stoull(given) : std::random_device{}();
    std::mt19937_64 chance{seed};
    const SalonOnDisk sound;
    const auto visits = sound.visits_to_pay(20);
    for (std::size_t i = 1; i < visits.size(); ++i) sound.perform(checkout_line(visits[i], new_key()));
    const auto whole = content(sound.database());
    const SalonOnDisk salon;
    salon.become(sound);
    const std::string script = R"({"do":"board"})" "\n" R"({"do":"list_sales"})" "\n" R"({"do":"check_in","service":"signature-head-spa"})" "\n" +
                               checkout_line(visits[0], new_key()) + R"({"do":"x_report"})" "\n";
    int opened = 0, refused = 0;
    for (int i = 0; i < 100; ++i) {
        std::string how;
        std::ofstream{salon.database(), std::ios::binary} << damaged(whole, chance, how);
        SCOPED_TRACE(how + ", KUSHI_SEED=" + std::to_string(seed));
        const auto ran = run(salon.kushi({"do", "--drain", "0"}), script);
        EXPECT_LT(ran.exit, 128) << ran.errors;
        if (ran.exit == 0) {
            ++opened;
            EXPECT_EQ(ran.lines.size(), 5U) << ran.errors;
        } else {
            ++refused;
            EXPECT_TRUE(ran.exit == 1 || ran.exit == 3 || ran.exit == 74) << ran.exit;
            EXPECT_THAT(ran.errors, HasSubstr("kushi: "));
            ASSERT_FALSE(ran.lines.empty());
            EXPECT_THAT(ran.lines.back(), HasSubstr(R"("code":)"));
        }
        for (const auto* left : {"-wal", "-shm"}) fs::remove(salon.database().string() + left);
    }
    std::cout << "seed " << seed << ": " << refused << " damaged files refused, " << opened << " opened\n";
    EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace kushi::fault
