#include "core/text/card_numbers.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/text/unicode.h"

namespace kushi {
namespace {

constexpr std::size_t least_digits = 13;
constexpr std::size_t most_digits = 19;

/// First and last number that begin a network's cards, of `digits` digits, and how long its cards usually are.
struct Prefix {
    int first;
    int last;
    std::size_t digits;
    std::size_t usual_length;
};
constexpr Prefix prefixes[] = {{4, 4, 1, 16},       {51, 55, 2, 16},     {2221, 2720, 4, 16}, {34, 34, 2, 15},
                               {37, 37, 2, 15},     {3528, 3589, 4, 16}, {300, 305, 3, 14},   {36, 36, 2, 14},
                               {38, 39, 2, 14},     {6011, 6011, 4, 16}, {65, 65, 2, 16},     {644, 649, 3, 16},
                               {62, 62, 2, 16}};

/// The usual length of the network whose prefix the digits begin with; nothing for no network.
std::optional<std::size_t> network_length(std::string_view digits)
{
    for (const Prefix& prefix : prefixes) {
        int number = 0;
        for (const char digit : digits.substr(0, prefix.digits)) number = number * 10 + (digit - '0');
        if (digits.size() >= prefix.digits && number >= prefix.first && number <= prefix.last) return prefix.usual_length;
    }
    return std::nullopt;
}

/// Every second digit from the right is doubled, its digits added; the sum ends in nought.
bool passes_luhn(std::string_view digits)
{
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
    }
    return sum % 10 == 0;
}

bool is_card(std::string_view digits)
{
    return digits.size() >= least_digits && digits.size() <= most_digits && network_length(digits) && passes_luhn(digits);
}

/// Digits without anything between them. Groups of one cluster are parted by single hyphens.
struct Group {
    std::string digits;
    bool begins_cluster;
};
using Run = std::vector<Group>;

bool is_hyphen(char32_t point)
{
    return u_hasBinaryProperty(static_cast<UChar32>(point), UCHAR_DASH) != 0 || point == U'\u00AD' || point == U'ー' ||
           point == U'ｰ';
}

/// The runs of groups in a text; nothing but blanks, hyphens and what is not seen stands inside a run.
std::vector<Run> runs_of(std::string_view text)
{
    std::vector<Run> runs(1);
    std::size_t hyphens = 0;
    std::size_t blanks = 0;
    bool in_group = false;
    for (const char32_t point : code_points(text)) {
        const int digit = u_charDigitValue(static_cast<UChar32>(point));
        Run& run = runs.back();
        if (digit >= 0) {
            if (!in_group) run.push_back({{}, run.empty() || blanks > 0 || hyphens > 1});
            run.back().digits += static_cast<char>('0' + digit);
            hyphens = blanks = 0;
            in_group = true;
        } else if (is_hyphen(point)) {
            ++hyphens;
            in_group = false;
        } else if (is_blank(point)) {
            ++blanks;
            in_group = false;
        } else if (is_visible(point)) {
            if (!run.empty()) runs.emplace_back();
            hyphens = blanks = 0;
            in_group = false;
        }
    }
    return runs;
}

/// 03-1234-5678, 090-1234-5678, 0120-123-456; 2026-11-22, 26-11-22, 11-22.
bool is_phone_or_date(const Run& run, std::size_t from, std::size_t to)
{
    std::size_t digits = 0;
    for (std::size_t i = from; i < to; ++i) digits += run[i].digits.size();
    const auto size_at = [&](std::size_t i) { return run[from + i].digits.size(); };
    const std::size_t groups = to - from;
    if (groups == 3 && run[from].digits.front() == '0' && (digits == 10 || digits == 11)) return true;
    const bool ends_like_a_date = groups >= 2 && size_at(groups - 1) <= 2 && size_at(groups - 2) <= 2;
    return ends_like_a_date && (groups == 2 || (groups == 3 && (size_at(0) == 4 || size_at(0) == 2)));
}

/// For each group: may a number begin here, and may one end behind it?
struct Bounds {
    bool may_begin = true;
    bool may_end = true;
};

std::vector<Bounds> bounds_of(const Run& run)
{
    std::vector<Bounds> bounds(run.size());
    for (std::size_t from = 0; from < run.size();) {
        std::size_t to = from + 1;
        while (to < run.size() && !run[to].begins_cluster) ++to;
        if (is_phone_or_date(run, from, to)) {
            for (std::size_t i = from; i < to; ++i) bounds[i] = {i == from, i + 1 == to};
        }
        from = to;
    }
    return bounds;
}

bool whole_groups_hold_one(const Run& run)
{
    const auto bounds = bounds_of(run);
    for (std::size_t from = 0; from < run.size(); ++from) {
        std::string digits;
        for (std::size_t to = from; bounds[from].may_begin && to < run.size() && digits.size() <= most_digits; ++to) {
            digits += run[to].digits;
            if (bounds[to].may_end && is_card(digits)) return true;
        }
    }
    return false;
}

bool unbroken_digits_hold_one(std::string_view digits)
{
    for (std::size_t from = 0; from + least_digits <= digits.size(); ++from) {
        const std::string_view rest = digits.substr(from);
        const auto length = network_length(rest);
        if (length && rest.size() >= *length && is_card(rest.substr(0, *length))) return true;
    }
    return false;
}

}  // namespace

bool holds_card_number(std::string_view text)
{
    return std::ranges::any_of(runs_of(text), [](const Run& run) {
        return whole_groups_hold_one(run) ||
               std::ranges::any_of(run, [](const Group& group) { return unbroken_digits_hold_one(group.digits); });
    });
}

}  // namespace kushi
