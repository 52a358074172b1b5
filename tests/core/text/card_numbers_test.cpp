#include "core/text/card_numbers.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace kushi {
namespace {

TEST(ACardNumber, IsFoundHoweverItIsWritten)
{
    struct Case { const char* why; const char* text; };
    for (const auto& c : {Case{"Visa", "4111111111111111"},
                          Case{"in fours", "4111 1111 1111 1111"},
                          Case{"with hyphens", "4111-1111-1111-1111"},
                          Case{"full width", "４１１１　１１１１　１１１１　１１１１"},
                          Case{"long vowel marks for hyphens", "４１１１ー１１１１ー１１１１ー１１１１"},
                          Case{"within Japanese", "お客様のカードは4111111111111111です。"},
                          Case{"with its expiry date", "4111 1111 1111 1111 12/28 123"},
                          Case{"with everything glued to it", "41111111111111111228123"},
                          Case{"behind a customer number", "0012344111111111111111"},
                          Case{"behind a phone number", "090-1234-5678 4111 1111 1111 1111"},
                          Case{"behind a date", "2026-11-22 4111111111111111"},
                          Case{"before a date", "4111111111111111 2026-11-22"},
                          Case{"over two lines", "4111 1111\n1111 1111"},
                          Case{"odd groups", "41 111 1111-1 1111 11 1-1"},
                          Case{"many blanks", "4111    1111    1111    1111"},
                          Case{"no-break blanks", "4111\u00a01111\u00a01111\u00a01111"},
                          Case{"invisible between", "4111\u200b1111\u200b1111\u200b1111"},
                          Case{"Arabic digits", "٤١١١١١١١١١١١١١١١"},
                          Case{"Visa of 13", "4222222222222"},
                          Case{"Mastercard", "5555 5555 5555 4444"},
                          Case{"Mastercard of the second series", "2223003122003222"},
                          Case{"American Express", "3782 822463 10005"},
                          Case{"JCB", "3530111333300000"},
                          Case{"Diners", "3056 930902 5904"},
                          Case{"Diners 36", "36227206271667"},
                          Case{"Discover", "6011000990139424"},
                          Case{"UnionPay of 19", "6212345678900000003"},
                          Case{"a group that looks like a phone number inside", "4 012-8888-8888 1881"}}) {
        EXPECT_TRUE(holds_card_number(c.text)) << c.why << ": " << c.text;
    }
}

TEST(ACardNumber, IsNotSeenInWhatASalonWrites)
{
    struct Case { const char* why; const char* text; };
    for (const auto& c : {Case{"empty", ""},
                          Case{"one digit wrong", "4111 1111 1111 1112"},
                          Case{"no network", "1111111111111117"},
                          Case{"twelve digits", "411111111111"},
                          Case{"a decimal point ends a number", "4111.1111"},
                          Case{"a comma ends it", "4,111,111,111,111,111"},
                          Case{"mobile", "090-1234-5678"},
                          Case{"two mobiles", "090-4111-1111 080-1111-1111"},
                          Case{"phones in lines", "03-4111-1111\n03-1111-1111\n0120-411-111"},
                          Case{"from abroad", "+81 90 1234 5678"},
                          Case{"a date and a phone", "2026-11-22 090-1234-5678"},
                          Case{"a booking", "2026/11/22 14:30 060分 5,500円"},
                          Case{"dates in Japanese", "令和8年11月22日、次回は12月20日 13時"},
                          Case{"amounts used", "シャンプー 8 ml、マスク 12.5 g、温度 38 40 42"},
                          Case{"registration number", "T1234567890123"},
                          Case{"invisible digits of a word", "四一一一"}}) {
        EXPECT_FALSE(holds_card_number(c.text)) << c.why << ": " << c.text;
    }
}

/// Seeded chance, with the few draws these tests need.
class Chance {
public:
    explicit Chance(unsigned seed) : engine_{seed} {}
    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>{0, limit - 1}(engine_); }
    template <class T>
    const T& one_of(const std::vector<T>& choices) { return choices.at(below(choices.size())); }
    std::string digits(std::size_t count)
    {
        std::string made;
        for (std::size_t i = 0; i < count; ++i) made += static_cast<char>('0' + below(10));
        return made;
    }

private:
    std::mt19937 engine_;
};

/// The digit that makes the sum of Luhn end in nought, found by trying all ten with a sum of its own.
char check_digit(const std::string& digits)
{
    constexpr std::array doubled{0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
    for (char last = '0'; last <= '9'; ++last) {
        const std::string whole = digits + last;
        int sum = 0;
        bool twice = false;
        for (auto digit = whole.rbegin(); digit != whole.rend(); ++digit, twice = !twice) {
            sum += twice ? doubled.at(static_cast<std::size_t>(*digit - '0')) : *digit - '0';
        }
        if (sum % 10 == 0) return last;
    }
    return '?';
}

std::string card(Chance& chance)
{
    struct Kind { std::string prefix; std::size_t length; };
    static const std::vector<Kind> kinds{{"4", 13},    {"4", 16},    {"4", 19},    {"51", 16},   {"55", 16},  {"2221", 16},
                                         {"2720", 16}, {"34", 15},   {"37", 15},   {"3528", 16}, {"3589", 16}, {"300", 14},
                                         {"305", 14},  {"36", 14},   {"38", 14},   {"39", 16},   {"6011", 16}, {"65", 16},
                                         {"644", 16},  {"649", 19},  {"62", 16},   {"62", 19}};
    const Kind& kind = chance.one_of(kinds);
    std::string number = kind.prefix + chance.digits(kind.length - kind.prefix.size() - 1);
    return number + check_digit(number);
}

std::string written(const std::string& number, Chance& chance)
{
    static const std::vector<std::string> separators{" ", "-", "  ", " - ", "　", "‐", "–", "−", "ー", "\u00a0", "\n", "--"};
    static const std::vector<std::string> wide{"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
    const bool full_width = chance.below(4) == 0;
    const std::size_t one_in = 1 + chance.below(5);
    std::string text;
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (i > 0 && chance.below(one_in + 1) == 0) text += chance.one_of(separators);
        text += full_width ? wide.at(static_cast<std::size_t>(number[i] - '0')) : std::string(1, number[i]);
    }
    return text;
}

TEST(ACardNumber, IsFoundInAnyTextWithAnySeparators)
{
    const std::vector<std::string> around{"",       "カード ",  "メモ：",        "tel 090-1234-5678 ", "2026-11-22 ", "Visa:",
                                          "頭皮が乾燥。", "No.",   "080-9999-0000、", "(",                  "😀",           "x"};
    const std::vector<std::string> behind{"", " です", "。", " 12/28", " 090-1234-5678", ")", " 2026-11-22", "円", "😀", "x"};
    const auto seed = std::random_device{}();
    Chance chance{seed};
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = chance.one_of(around) + written(card(chance), chance) + chance.one_of(behind);
        ASSERT_TRUE(holds_card_number(text)) << text << ", seed " << seed;
    }
}

TEST(APhoneNumberOrDate, IsNeverTakenForACard)
{
    const auto seed = std::random_device{}();
    Chance chance{seed};
    const auto two = [&](std::size_t from, std::size_t count) {
        const std::size_t number = from + chance.below(count);
        return std::string(number < 10 ? "0" : "") + std::to_string(number);
    };
    const std::vector<std::string> areas{"090", "080", "070", "050"};
    const auto phone = [&] {
        if (chance.below(3) == 0) return "03-" + chance.digits(4) + "-" + chance.digits(4);
        if (chance.below(3) == 0) return "0120-" + chance.digits(3) + "-" + chance.digits(3);
        return chance.one_of(areas) + "-" + chance.digits(4) + "-" + chance.digits(4);
    };
    const auto date = [&] { return "20" + two(20, 20) + "-" + two(1, 12) + "-" + two(1, 28); };
    const std::vector<std::string> between{" ", "　", "\n", "、", " / "};
    for (int i = 0; i < 20'000; ++i) {
        std::string note;
        for (std::size_t parts = 1 + chance.below(4); parts > 0; --parts) {
            note += (chance.below(2) == 0 ? phone() : date()) + chance.one_of(between);
        }
        ASSERT_FALSE(holds_card_number(note)) << note << ", seed " << seed;
    }
}

}  // namespace
}  // namespace kushi
