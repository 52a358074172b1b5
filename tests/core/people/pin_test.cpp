#include "core/people/pin.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "core/people/common_pins.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;

std::string code_of(const Outcome<void>& outcome) { return outcome ? "fine" : outcome.error().code; }

TEST(AChosenPin, IsLongEnoughAndNotEasy)
{
    struct Case { const char* why; const char* pin; const char* code; };
    for (const auto& c : {Case{"eight without a pattern", "82640917", "fine"},
                          Case{"twelve", "826409173556", "fine"},
                          Case{"seven", "8264091", "pin_too_short"},
                          Case{"six, as Kushi issues them, but chosen", "826409", "pin_too_short"},
                          Case{"33 digits", "826409173556826409173556826409170", "pin_too_long"},
                          Case{"empty", "", "pin_not_digits"},
                          Case{"a letter", "8264091a", "pin_not_digits"},
                          Case{"a blank", "8264 0917", "pin_not_digits"},
                          Case{"full-width digits", "８２６４０９１７", "pin_not_digits"},
                          Case{"one digit", "44444444", "pin_too_easy"},
                          Case{"two digits in turn", "47474747", "pin_too_easy"},
                          Case{"four digits twice", "82648264", "pin_too_easy"},
                          Case{"three digits, cut short", "82682682", "pin_too_easy"},
                          Case{"run up", "23456789", "pin_too_easy"},
                          Case{"run over the nought", "67890123", "pin_too_easy"},
                          Case{"run down", "87654321", "pin_too_easy"},
                          Case{"run in twos", "24680246", "pin_too_easy"},
                          Case{"doubled run", "33445566", "pin_too_easy"},
                          Case{"run and back", "45677654", "pin_too_easy"},
                          Case{"a birthday, year first", "19870412", "pin_too_easy"},
                          Case{"a birthday, day first", "30111987", "pin_too_easy"},
                          Case{"a birthday, month first", "11301987", "pin_too_easy"},
                          Case{"a leap day", "20000229", "pin_too_easy"},
                          Case{"no date: month 13", "19871341", "fine"},
                          Case{"no date: 30 February", "19870230", "fine"},
                          Case{"the keypad's columns", "147258369", "pin_too_easy"},
                          Case{"pi", "31415926", "pin_too_easy"}}) {
        EXPECT_EQ(code_of(check_chosen_pin(c.pin)), c.code) << c.why;
    }
}

TEST(AChosenPin, IsNotOfThePersonsPhone)
{
    EXPECT_EQ(code_of(check_chosen_pin("26409173", "082-6409-1735")), "pin_too_easy") << "inside the number";
    EXPECT_EQ(code_of(check_chosen_pin("082640917355", "082-6409-1735")), "pin_too_easy") << "the number and a digit more";
    EXPECT_EQ(code_of(check_chosen_pin("26409173", "090-1234-5678")), "fine") << "another number";
    EXPECT_EQ(code_of(check_chosen_pin("26409173", "110")), "fine") << "a short number is in too many PINs";
    EXPECT_TRUE(pin_is_easy("091735", "082-6409-1735"));
}

TEST(ASixDigitPin, IsEasyWhenItIsADate)
{
    for (const char* pin : {"870412", "120487", "041287", "000229"}) EXPECT_TRUE(pin_is_easy(pin)) << pin;
    for (const char* pin : {"873541", "826409"}) EXPECT_FALSE(pin_is_easy(pin)) << pin;
}

TEST(TheCommonPins, AreDigitsEachStandingOnce)
{
    std::set<std::string_view> seen;
    for (const std::string_view pin : common_pins) {
        EXPECT_TRUE(seen.insert(pin).second) << pin;
        EXPECT_GE(pin.size(), issued_pin_digits) << pin;
        EXPECT_EQ(pin.find_first_not_of("0123456789"), std::string_view::npos) << pin;
        EXPECT_TRUE(pin_is_easy(pin)) << pin;
    }
    EXPECT_GE(seen.size(), 200U);
}

TEST(AnIssuedPin, IsSixDigitsEvenlySpreadAndNeverEasy)
{
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 chance{seed};
    const auto random = [&](std::span<std::uint8_t> bytes) {
        for (auto& byte : bytes) byte = static_cast<std::uint8_t>(chance());
    };
    constexpr int pins = 20'000;
    std::array<int, 10> last_digit{};
    for (int i = 0; i < pins; ++i) {
        const std::string pin = issue_pin(random, "090-1234-5678");
        ASSERT_EQ(pin.size(), issued_pin_digits);
        ASSERT_EQ(pin.find_first_not_of("0123456789"), std::string::npos) << pin;
        ASSERT_FALSE(pin_is_easy(pin, "090-1234-5678")) << pin;
        ++last_digit.at(static_cast<std::size_t>(pin[5] - '0'));
    }
    // 2,000 each but for the easy ones; 300 off is more than six standard deviations.
    for (const int count : last_digit) EXPECT_NEAR(count, pins / 10, 300);
}

TEST(AnIssuedPin, TakesNoNumberPastTheLastWholeMillion)
{
    // 16,000,000 would give 000000 once more than other PINs; 826,409 is the next.
    std::vector<std::array<std::uint8_t, 3>> given{{0xF4, 0x24, 0x00}, {0xFF, 0xFF, 0xFF}, {0x0C, 0x9C, 0x29}};
    std::size_t next = 0;
    const auto random = [&](std::span<std::uint8_t> bytes) { std::ranges::copy(given.at(next++), bytes.begin()); };
    EXPECT_EQ(issue_pin(random), "826409");
    EXPECT_EQ(next, 3U);
}

TEST(AnIssuedPin, IsNotWaitedForFromABrokenSource)
{
    EXPECT_THROW(issue_pin([](std::span<std::uint8_t> bytes) { std::ranges::fill(bytes, std::uint8_t{0}); }),
                 std::logic_error);
}

constexpr Instant start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 9h};

/// So many failures, one a second, the last of them at `start`.
std::vector<Instant> failures(int count)
{
    std::vector<Instant> made;
    for (int i = count - 1; i >= 0; --i) made.push_back(start - i * 1s);
    return made;
}

TEST(WrongPins, InARowMakeOneWaitLongerEachTime)
{
    struct Case { int failures; std::chrono::milliseconds wait; };
    for (const auto& c : {Case{0, 0s}, Case{1, 0s}, Case{4, 0s}, Case{5, 30s}, Case{6, 60s}, Case{7, 2min}, Case{8, 4min},
                          Case{9, 8min}, Case{10, 15min}, Case{11, 15min}, Case{99, 15min}}) {
        const auto wrong = failures(c.failures);
        EXPECT_EQ(pin_lock(wrong, {}, start + c.wait), PinLock{}) << c.failures;
        if (c.wait == 0s) continue;
        EXPECT_EQ(pin_lock(wrong, {}, start + c.wait - 1ms), (PinLock{PinLock::State::waiting, start + c.wait}))
            << c.failures;
    }
}

TEST(WrongPins, AreForgivenByARightOne)
{
    const auto wrong = failures(9);
    EXPECT_EQ(pin_lock(wrong, start + 1ms, start + 2ms), PinLock{});
    EXPECT_EQ(pin_lock(wrong, wrong[3], start).until, start + 30s) << "five since the right one";
}

TEST(WrongPins, AHundredInThirtyDaysLock)
{
    std::vector<Instant> wrong;
    for (int i = 0; i < 100; ++i) wrong.push_back(start + i * 7h);
    const Instant last = wrong.back();
    EXPECT_EQ(pin_lock(wrong, last + 1s, last + 2s).state, PinLock::State::locked) << "right ones between do not help";
    EXPECT_EQ(pin_lock(std::span{wrong}.subspan(1), last + 1s, last + 2s), PinLock{}) << "99";
    EXPECT_EQ(pin_lock(wrong, last + 1s, start + 30 * 24h).state, PinLock::State::open) << "the first is 30 days old";
    EXPECT_EQ(pin_lock(wrong, last + 1s, start + 30 * 24h - 1ms).state, PinLock::State::locked);
}

TEST(WrongPins, StillWaitWhenTheClockWentBack)
{
    EXPECT_EQ(pin_lock(failures(5), {}, start - 24h).state, PinLock::State::waiting);
}

}  // namespace
}  // namespace kushi
