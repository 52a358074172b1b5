#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iostream>
#include <sstream>

#include "books.h"
#include "process.h"
#include "salon_on_disk.h"

namespace kushi::fault {
namespace {

using testing::AnyOf;
using testing::Eq;
using testing::HasSubstr;

/// A desk that sells three times on a disk that fails: what was answered, and what an answer says of the disk.
struct Failing {
    Desk desk;                          ///< keys, and the numbers of those answered ok
    std::map<std::string, std::string> visit_of_key;
    int refused = 0;
    Ran ran;
};

/// The salon must stand as `visits` were made in it. `before` is the program that the salon's own is run by.
Failing sell_on_failing_disk(const SalonOnDisk& salon, const std::vector<std::string>& visits, std::vector<std::string> before)
{
    Failing day;
    std::string script;
    std::vector<std::string> keys;
    for (const auto& visit : visits) {
        keys.push_back(new_key());
        day.desk[keys.back()] = "";
        day.visit_of_key[keys.back()] = visit;
        script += checkout_line(visit, keys.back()) + R"({"do":"check_in"})" "\n";
    }
    const auto program = salon.kushi({"do", "--drain", "0"});
    before.insert(before.end(), program.begin(), program.end());
    day.ran = run(before, script);
    for (std::size_t i = 0; i < day.ran.lines.size() && i / 2 < keys.size(); ++i) {
        const auto& line = day.ran.lines[i];
        if (!is_ok(line)) ++day.refused;
        if (i % 2 == 0 && is_ok(line)) day.desk[keys[i / 2]] = text_in(line, "number").value_or("");
    }
    return day;
}

/// On a sound disk again: all that was acknowledged is there, and each key, asked for once more, gives one sale.
void expect_recovery(const SalonOnDisk& salon, Failing day)
{
    for (const auto& line : day.ran.lines) {
        EXPECT_TRUE(is_ok(line) || line.find(R"("code":"io_error")") != std::string::npos) << line;
    }
    EXPECT_THAT(day.ran.exit, AnyOf(Eq(0), Eq(74))) << day.ran.errors;
    std::string script;
    for (const auto& [key, visit] : day.visit_of_key) script += checkout_line(visit, key);
    EXPECT_EQ(wrong_in_books(salon.database(), day.desk), std::vector<std::string>{});
    const auto again = run(salon.kushi({"do", "--drain", "0"}), script);
    ASSERT_EQ(again.lines.size(), day.desk.size()) << again.errors;
    std::size_t i = 0;
    for (auto& [key, number] : day.desk) {
        const auto now = text_in(again.lines[i], "number").value_or(again.lines[i]);
        if (!number.empty()) {
            EXPECT_EQ(now, number) << "answered before";
        }
        number = now;
        ++i;
    }
    EXPECT_EQ(wrong_in_books(salon.database(), day.desk), std::vector<std::string>{});
}

/// strace makes the k-th call of each of the program's threads fail.
std::vector<std::string> with_failing(const std::string& call, const std::string& error, const std::string& when)
{
    return {"strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=" + call,
            "-e", "inject=" + call + ":error=" + error + ":when=" + when};
}

TEST(ADiskThatFails, NeverMakesTheTillSayPaidFalsely)
{
    const SalonOnDisk sound;
    const auto visits = sound.visits_to_pay(3);
    const SalonOnDisk salon;
    struct Case { const char* why; const char* call; const char* error; const char* suffix; int last; int step; };
    for (const auto& c : {Case{"one sync fails", "fdatasync", "EIO", "", 9, 1},
                          Case{"no sync succeeds any more", "fdatasync", "EIO", "+", 9, 2},
                          Case{"every second sync fails", "fdatasync", "EIO", "+2", 3, 1},
                          Case{"a sync fails, and the next try too", "fdatasync", "EIO", "..", 7, 2},
                          Case{"one write fails", "pwrite64", "EIO", "", 61, 6},
                          Case{"the disk is full from one write on", "pwrite64", "ENOSPC", "+", 61, 6}}) {
        SCOPED_TRACE(c.why);
        int refused = 0, answered = 0;
        for (int k = 1; k <= c.last; k += c.step) {
            SCOPED_TRACE("from call " + std::to_string(k));
            salon.become(sound);
            const auto when = std::to_string(k) + c.suffix + (std::string{c.suffix} == ".." ? std::to_string(k + 1) : "");
            const auto day = sell_on_failing_disk(salon, visits, with_failing(c.call, c.error, when));
            refused += day.refused;
            for (const auto& [key, number] : day.desk) answered += number.empty() ? 0 : 1;
            expect_recovery(salon, day);
        }
        EXPECT_GT(refused, 0) << "no failure was ever met";
        EXPECT_GT(answered, 0) << "nothing was ever sold";
        std::cout << c.why << ": " << answered << " sales answered, " << refused << " commands refused\n";
    }
}

/// The files of the salon on a small disk of their own that is filled up to `free_kb`; what came of it is copied back.
std::vector<std::string> on_a_full_disk(const SalonOnDisk& salon, int free_kb)
{
    std::ostringstream script;
    const auto folder = salon.folder().string();
    script << "set -e; mkdir " << folder << ".disk; trap 'rmdir " << folder << ".disk' EXIT; "
           << "mount -t tmpfs -o size=4m none " << folder << ".disk; cp -r " << folder << "/. " << folder << ".disk; "
           << "left=$(df -k --output=avail " << folder << ".disk | tail -1); "
           << "head -c $(( (left - " << free_kb << ") * 1024 )) /dev/zero > " << folder << ".disk/filler; "
           << "mount --bind " << folder << ".disk " << folder << " ; code=0; \"$@\" || code=$?; umount " << folder << "; "
           << "rm " << folder << ".disk/filler; cp -r " << folder << ".disk/. " << folder << "; umount " << folder << ".disk; exit $code";
    return with_own_mounts(script.str());
}

TEST(AFullDisk, RefusesWhatItCannotKeepAndLosesNothing)
{
    const SalonOnDisk sound;
    const auto visits = sound.visits_to_pay(3);
    const SalonOnDisk salon;
    int refused = 0, answered = 0;
    for (const int free_kb : {0, 16, 40, 64, 100, 160, 1000}) {
        SCOPED_TRACE(std::to_string(free_kb) + " KiB left");
        salon.become(sound);
        const auto day = sell_on_failing_disk(salon, visits, on_a_full_disk(salon, free_kb));
        refused += day.ran.exit == 74 ? 1 : day.refused;
        for (const auto& [key, number] : day.desk) answered += number.empty() ? 0 : 1;
        expect_recovery(salon, day);
    }
    EXPECT_GT(refused, 0) << "the disk was never full";
    EXPECT_GT(answered, 0) << "the disk was always full";
}

}  // namespace
}  // namespace kushi::fault
