#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kushi {

/// The end of the day: counted blind, then held against what should be there, then sealed.
struct CloseDayState {
    enum class Step { count, result, tenders, counted, closed, no_day };
    struct Amount {
        std::string name;  ///< of a tender: cash, card, ...
        std::int64_t amount = 0;
    };
    struct OpenVisit {
        std::string id, name, status, room;
    };
    struct Drawer {
        std::int64_t opening_float = 0, cash_net = 0, paid_in = 0, paid_out = 0, drops = 0, expected = 0;
    };
    Step step = Step::count;
    std::vector<std::int64_t> denominations;      ///< the greatest first
    std::int64_t least_note = 0;                  ///< what is less is a coin
    std::map<std::int64_t, std::int64_t> pieces;  ///< of each
    std::optional<std::int64_t> chosen;           ///< whose figure is typed
    bool typing = false;  ///< a digit was typed since it was chosen: the next one is put behind it
    std::string day, counted_at;
    std::int64_t counted = 0;  ///< as the engine has it
    int counts = 0;            ///< how many times it was counted here
    Drawer drawer;
    std::vector<Amount> tenders;
    std::int64_t net = 0, tax = 0, tips = 0, refunds = 0, discounts = 0, voids = 0, sales_count = 0, z = 0;
    std::string first_number, last_number;
    std::vector<OpenVisit> open_visits;
    int papers_waiting = 0;
    bool closed_before = false;  ///< the day was closed already
    bool loaded = false, busy = false;
    std::string problem;

    [[nodiscard]] std::int64_t sum() const;
    [[nodiscard]] std::int64_t sum_of(bool notes) const;
    [[nodiscard]] std::int64_t pieces_of(bool notes) const;
    [[nodiscard]] bool is_note(std::int64_t denomination) const { return denomination >= least_note; }
    [[nodiscard]] std::int64_t over_short() const { return counted - drawer.expected; }
    /// Nothing was counted at all: an empty drawer is said on purpose.
    [[nodiscard]] bool nothing_counted() const { return sum() == 0; }
};

CloseDayState count_set(CloseDayState state, std::int64_t denomination, std::int64_t pieces);
/// A figure is to be typed: its first digit starts it anew.
CloseDayState figure_chosen(CloseDayState state, std::int64_t denomination);
CloseDayState digits_typed(CloseDayState state, const std::string& digits);
CloseDayState digit_erased(CloseDayState state);
/// The next kind of note or coin; after the last one none is typed.
CloseDayState next_figure(CloseDayState state);
CloseDayState figures_cleared(CloseDayState state);

/// From which amount on a currency has notes.
std::int64_t least_note_of(const std::string& currency);

}  // namespace kushi
