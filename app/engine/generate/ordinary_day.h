#pragma once

#include <map>

#include "app/engine/generate/clientele.h"
#include "app/engine/generate/generate.h"
#include "app/engine/story/guest.h"

namespace kushi {

/// Day after day of a salon: the booked come or do not, others walk in, the drawer is counted at night.
class OrdinaryDays {
public:
    struct Size {
        std::int64_t visits_per_day, clients, days;
    };
    OrdinaryDays(Stage& stage, Size size);

    /// The whole of the next day, which counts itself in.
    void play(std::chrono::sys_days day, HistoryCounts& counts);

private:
    struct Booking {
        std::size_t client;
        std::string visit;
        Instant start;
    };

    void open();
    std::int64_t receive_booked(std::chrono::sys_days day);
    void receive_others(std::chrono::sys_days day, std::int64_t left);
    void write_cards(std::int64_t left);
    void receive_shopper(Instant arrival);
    void receive_stranger(Instant arrival);
    void receive_client(std::size_t client, Instant arrival, const std::string& booked);
    void does_not_come(const Booking& booking);
    void take_something_back();
    void refund_goods();
    void make_out_again();
    void close();
    void count_in(HistoryCounts& counts);
    std::size_t new_client();
    [[nodiscard]] std::string card_of(std::size_t client);

    Stage& stage_;
    Size size_;
    InventedPeople people_;
    Clientele clientele_;
    std::int64_t days_done_ = 0;
    std::multimap<std::chrono::sys_days, Booking> booked_;
    std::vector<std::pair<GuestPtr, std::size_t>> today_;  ///< with the client's index; none for a stranger
    std::int64_t refunds_ = 0, voids_ = 0;
};

}  // namespace kushi
