#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/day/business_day.h"

namespace kushi {

/// A treatment under way, as the screens at the chair show it: its steps and their clock, and what will have been used.
/// Times are those of the last answer; what went by since is added to the step that runs.
struct RitualState {
    struct Step {
        std::string id, kind, name;
        std::string state;           ///< planned, running, paused, done, skipped
        std::int64_t planned_s = 0;  ///< with the minutes that were added
        std::int64_t actual_s = 0;   ///< of a step that is done
        std::string steam, pressure;
        [[nodiscard]] bool ended() const { return state == "done" || state == "skipped"; }
    };
    /// A product of the plan, with the amount that will be recorded, or one that is recorded already.
    struct Use {
        std::string product, name, unit;  ///< ml, g or piece
        std::string step;                 ///< id; empty: of no step
        std::int64_t tenths = 0;          ///< of a unit; 0: not used
        std::int64_t usual_tenths = 0;    ///< of the recipe or the last visit
        std::string lot{}, expires{};
        std::optional<std::int64_t> left_tenths{};  ///< in the lot, before this use
        bool recorded = false;
        bool lot_chosen = false;  ///< by hand
        std::string problem{};    ///< why it could not be recorded, in words
        [[nodiscard]] std::string key() const { return product + '/' + step; }
    };
    struct Note {
        std::string at, text;
    };
    std::string visit, client, client_id, client_name, room, service;
    std::int64_t walk_in_number = 0;
    std::string status, finished_at;
    std::vector<std::string> alerts;
    std::vector<Step> steps;
    std::vector<Use> uses;
    std::vector<Note> notes;
    std::string advised_steam, liked_pressure;  ///< what a step starts with
    bool from_last_visit = false;               ///< some amount is the last visit's
    bool loaded = false;
    bool seen = false;  ///< whether the person may see the record
    Instant read_at{};
    std::int64_t elapsed_s = 0;  ///< of the current step, when it was read
    std::string problem;         ///< what was refused last, in words

    /// The step under way: the one whose clock runs or stands, else the first that has not ended. -1: all have.
    [[nodiscard]] int current() const;
    [[nodiscard]] const Step* step() const;
    /// The step that comes after the current one; -1 where it is the last.
    [[nodiscard]] int next() const;
    [[nodiscard]] int ended_count() const;
    [[nodiscard]] std::chrono::milliseconds elapsed(Instant now) const;
    /// What is left of the current step; less than nothing where it takes longer.
    [[nodiscard]] std::chrono::milliseconds left(Instant now) const;
    /// How far the current step is, 0 to 1.
    [[nodiscard]] double share(Instant now) const;
    /// When the last step ends, if each takes as long as it is meant to.
    [[nodiscard]] Instant ends_about(Instant now) const;
    [[nodiscard]] int position_of(const std::string& step_id) const;  ///< from 1; 0 where there is none
    [[nodiscard]] bool running() const;
    /// What is shown as chosen: by hand, else as the plan has it.
    [[nodiscard]] std::string steam_of(const Step& step) const;
    [[nodiscard]] std::string pressure_of(const Step& step) const;
    /// How many products are used or will be.
    [[nodiscard]] int used_count() const;
    /// What is left in the use's lot once it and those before it are taken; absent where no lot is known.
    [[nodiscard]] std::optional<std::int64_t> left_after(std::size_t use) const;
    /// Uses of more than twice what is usual, that are not recorded yet.
    [[nodiscard]] std::vector<std::size_t> far_over_usual() const;
};

RitualState paused(RitualState state, Instant now);
RitualState resumed(RitualState state, Instant now);
RitualState extended(RitualState state, std::int64_t seconds);
/// The current step is over, and the next one waits.
RitualState step_ended(RitualState state, Instant now, bool skipped);
/// The current step's clock runs from now.
RitualState step_started(RitualState state, Instant now);
RitualState steam_set(RitualState state, const std::string& steam);
RitualState pressure_set(RitualState state, const std::string& pressure);

/// One unit more or less, never below nothing; a recorded amount stays.
RitualState amount_stepped(RitualState state, std::size_t use, int by);
RitualState amount_set(RitualState state, std::size_t use, std::int64_t tenths);
RitualState lot_set(RitualState state, std::size_t use, const std::string& lot, const std::string& expires,
                    std::optional<std::int64_t> left_tenths);

/// "12.5" is 125, "" none.
std::int64_t tenths_of(const std::string& decimal);
/// "12.5", "20": as the engine takes it.
std::string decimal_of(std::int64_t tenths);

/// What is kept while the treatment runs: amounts by use, lots by use, settings by step.
struct KeptAmounts {
    std::map<std::string, std::int64_t> tenths;
    std::map<std::string, std::string> lots;
    std::map<std::string, std::pair<std::string, std::string>> settings;  ///< steam, pressure
};
KeptAmounts kept_of(const RitualState& state);
RitualState with_kept(RitualState state, const KeptAmounts& kept);

}  // namespace kushi
