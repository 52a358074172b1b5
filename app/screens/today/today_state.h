#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/day/business_day.h"

namespace kushi {

enum class VisitStage { expected, arrived, in_chair, ready, done };

/// A visit as the board shows it.
struct TodayCard {
    struct Progress {
        int step = 0, of = 0;
        std::string name;  ///< empty for a step that was typed in by hand: its kind is said
        std::string kind;
        double share = 0;  ///< of the step, 0 to 1
        bool paused = false;
        friend bool operator==(const Progress&, const Progress&) = default;
    };
    struct Paid {
        std::string number;
        std::int64_t total = 0;
        std::optional<Instant> at;
        std::vector<std::string> tenders;
        friend bool operator==(const Paid&, const Paid&) = default;
    };
    std::string id;
    VisitStage stage = VisitStage::expected;
    std::string client, client_name;
    int walk_in = 0;  ///< its number of the day, for somebody without a name
    bool is_new = false, nominated = false, booked = false;
    std::vector<std::string> alerts;
    bool stopped = false;  ///< an answer of the safety check asks for a doctor
    std::string service_name;
    int minutes = 0;
    int more_lines = 0;  ///< on the bill, beside the service
    std::string therapist, therapist_name, room, room_name;
    std::optional<Instant> start, arrived_at, started_at, finished_at;
    std::optional<std::int64_t> due;
    std::optional<Progress> progress;
    std::optional<Paid> paid;
    friend bool operator==(const TodayCard&, const TodayCard&) = default;
};

/// Who looks at the board, and what is theirs to do.
struct Worker {
    std::string id;
    bool sells = false;     ///< takes money
    bool treats = false;    ///< may work at the chair
    bool at_chair = false;  ///< works there: the card's button is the chair's
};

/// What a card's button does. Nothing: the card has none.
enum class CardAct { none, check_in, start, resume, pay };
CardAct act_of(const TodayCard& card, const Worker& worker);
/// All that may be done with a visit, in the order of its menu.
enum class MenuAct { check_in, seat, start, resume, pay, hand_over, undo_check_in, move, client, no_show, cancel };
std::vector<MenuAct> menu_of(const TodayCard& card, const Worker& worker);

constexpr int late_after_minutes = 15, waits_long_after_minutes = 10;
std::optional<int> waiting_minutes(const TodayCard& card, Instant now);
std::optional<int> late_minutes(const TodayCard& card, Instant now);
int minutes_in_chair(const TodayCard& card, Instant now);

/// Moving a visit: what is chosen, not yet done.
struct MoveForm {
    std::string room, therapist;
    std::optional<Instant> start;
    friend bool operator==(const MoveForm&, const MoveForm&) = default;
};

struct TodayState {
    struct Place {
        std::string code, name;
    };
    /// What lies over the board.
    enum class Face { none, menu, move, cancel, no_show, open_day, done_list, walk_in };

    bool loaded = false;
    std::string problem;  ///< why the board could not be read
    std::string date;
    bool day_open = true;
    int visits = 0;
    std::int64_t done_total = 0;
    std::vector<TodayCard> expected, in_chair, ready, done;
    std::vector<Place> rooms, therapists;
    std::map<std::string, int> scrolled;  ///< how far each column is
    std::set<std::string> busy;           ///< visits on which an act is under way

    Face face = Face::none;
    std::string chosen;  ///< the visit that the sheet is about
    MoveForm move;
    std::string reason;
    std::int64_t opening_float = 0;
    bool sheet_busy = false;
    std::string sheet_problem;

    [[nodiscard]] const TodayCard* card(const std::string& visit) const;
    [[nodiscard]] bool empty() const { return expected.empty() && in_chair.empty() && ready.empty() && done.empty(); }
    /// The first card of a column that has a button for this person: its button is the one next step.
    [[nodiscard]] std::string first_to_act(const std::vector<TodayCard>& column, const Worker& worker) const;
    /// A room that nobody sits in; the visit's own where it has one.
    struct RoomWord {
        std::string code, name;
        bool free = false;
    };
    [[nodiscard]] std::optional<RoomWord> room_for(const TodayCard& card) const;
};

/// How many cards, by their lower edges, end below the foot of what is in view.
int hidden_below(const std::vector<int>& edges, int foot);
/// A sheet about a visit opens, with nothing chosen in it yet.
TodayState face_shown(TodayState state, TodayState::Face face, const std::string& visit = {});
TodayState face_closed(TodayState state);
/// The fresh board in the place of the old one; a sheet about a visit that is gone from it closes.
TodayState board_renewed(TodayState state, TodayState fresh);
TodayState start_moved(TodayState state, int by_minutes);
/// Whether the form says anything else than the visit does.
bool moves_anything(const TodayState& state);

}  // namespace kushi
