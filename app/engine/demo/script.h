#pragma once

#include <map>
#include <string>

#include "app/engine/story/guest.h"

namespace kushi {

/// The demo day as it is told: its parts, read one after the other, are the day from the door to the close.
struct DemoStory {
    Stage& stage;
    InventedPeople people;
    std::map<std::string, GuestPtr> guests = {};  ///< by their part in the story

    GuestPtr guest(const std::string& part, Guest guest)
    {
        return guests[part] = std::make_shared<Guest>(std::move(guest));
    }
    [[nodiscard]] GuestPtr of(const std::string& part) const { return guests.at(part); }
    [[nodiscard]] InventedPerson somebody() const { return people.next(stage.chance); }
    /// One of those who treat, by number; the owner is the last.
    [[nodiscard]] const std::string& therapist(std::size_t number) const { return stage.cast.therapists.at(number); }
    /// The salon's service that follows a ritual: what is called head-massage-40 here is head-massage-45 there.
    [[nodiscard]] std::string service_of(const std::string& ritual) const;
};

/// Three weeks before: the first visits of those who come back today. Nothing is printed yet.
void tell_earlier_day(DemoStory& story);
void tell_morning(DemoStory& story);
void tell_afternoon(DemoStory& story);
void tell_evening(DemoStory& story);

/// The drawer's count at the close falls short of what is expected by this, in about so many yen.
inline constexpr std::int64_t short_by_about = 100;

}  // namespace kushi
