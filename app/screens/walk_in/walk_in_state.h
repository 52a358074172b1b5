#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/day/business_day.h"

namespace kushi {

/// Somebody who comes in without a booking: what is chosen so far, and who is free.
struct WalkInState {
    struct Service {
        std::string code, name;
        int minutes = 0;
        std::int64_t price = 0;
    };
    struct Therapist {
        std::string id, name;
        std::optional<Instant> free_at;
        std::optional<int> free_minutes;  ///< until the next booking; nothing: none is booked after
        std::string room;
        bool busy = false;  ///< with somebody who is in the chair or waits
    };
    struct Room {
        std::string code, name;
        bool free = false;
        std::optional<Instant> free_at;
    };
    enum class Way { none, seat, wait };

    std::vector<Service> services;
    std::vector<Therapist> therapists;
    std::vector<Room> rooms;
    std::string service, therapist;
    bool by_hand = false;  ///< the therapist was chosen by a finger: another service does not change it
    bool nominated = false;
    std::string client, client_name;
    Way busy = Way::none;  ///< which way is under way
    std::string problem;

    [[nodiscard]] const Service* chosen_service() const;
    [[nodiscard]] const Therapist* chosen_therapist() const;
    [[nodiscard]] const Room* free_room() const;
    /// The room that is free first.
    [[nodiscard]] const Room* next_room() const;
    [[nodiscard]] static bool is_free(const Therapist& one, Instant now) { return !one.free_at || *one.free_at <= now; }
    /// Whether the visit can begin at once.
    [[nodiscard]] bool can_begin(Instant now) const;
    /// When it would end; nothing without a service or a therapist.
    [[nodiscard]] std::optional<Instant> ends_at(Instant now) const;
    /// When the chosen therapist's next booking begins.
    [[nodiscard]] std::optional<Instant> next_booking() const;
    /// Whether it would end after that.
    [[nodiscard]] bool is_too_long() const;
};

WalkInState service_chosen(WalkInState state, const std::string& code);
WalkInState therapist_chosen(WalkInState state, const std::string& id);
/// Who is free when, anew: the first one is preset unless one was chosen.
WalkInState free_times_known(WalkInState state, std::vector<WalkInState::Therapist> therapists,
                             std::vector<WalkInState::Room> rooms);

}  // namespace kushi
