#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/engine/story/people.h"
#include "app/engine/story/stage.h"

namespace kushi {

struct Payment {
    std::string type = "cash";
    std::int64_t amount = 0;  ///< 0: the rest of what is due; in cash a little more, in notes that people carry
    std::string label = {};   ///< of `other`
};

struct Purchase {
    std::string item;
    std::string quantity = "1";
};

/// One person's visit as it is going to be, and what came of it. What is left empty does not happen.
struct Guest {
    // Who comes.
    std::optional<InventedPerson> person = {};  ///< gets a card of their own when they book or come in
    std::vector<std::string> allergies = {};
    std::string client = {};  ///< id; empty for somebody who gives no name
    std::string visit = {};   ///< id of what they booked; walks in without one
    // What they come for.
    std::string service = {};  ///< empty: to buy something only
    std::string therapist = {};
    std::string room = {};
    bool nominated = false;
    // At the chair.
    bool consents = true;  ///< false: an earlier consent still holds
    nlohmann::json consultation = {};  ///< safety questions that it leaves out are answered with no
    nlohmann::json before = {}, after = {};  ///< scalp maps: {"crown": {"conditions": {"oily": 3}}}
    std::string plan = {};             ///< the service that is agreed on; empty keeps the booked one
    std::string plan_reason = {};      ///< why it is not the advised kind
    std::string decision = {}, decision_reason = {};  ///< at a red flag
    std::string blocked_reason = {};   ///< why a manager lets a product be used that an allergy blocks; empty: left out
    std::string skips = {}, skip_reason = {};  ///< a kind of step that is left out
    std::string note = {};
    // At the desk.
    std::vector<Purchase> buys = {};  ///< add-ons and goods
    std::string discount_percent = {}, discount_reason = {};
    std::int64_t tip = 0;
    std::vector<Payment> pays = {{}};
    int next_in_days = 0;  ///< 0: no further booking
    bool waits_to_pay = false;  ///< the story ends with the bill on the desk

    // What came of it.
    std::string sale = {}, number = {};
    std::map<std::string, std::string> lines = {};  ///< by item
    std::int64_t due = 0;
    Instant next_start{};
    std::string next_visit = {};
};
using GuestPtr = std::shared_ptr<Guest>;

/// A new card, if the guest has none yet.
void write_card(Stage& stage, Guest& guest);
/// Now, by telephone, for a later time.
void book(Stage& stage, const GuestPtr& guest, Instant start);
/// Has everything of the visit happen from this instant on, from the door to the till.
void receive(Stage& stage, const GuestPtr& guest, Instant arrival);
/// Now: puts on the bill what is bought, quotes, takes the money, and books the next visit.
void settle(Stage& stage, Guest& guest);

/// The bill in notes that people carry: 17,360 yen with 18,000, 43.20 pounds with 45.00.
std::int64_t in_notes(std::int64_t due, const Currency& currency);

}  // namespace kushi
