#pragma once

#include <functional>
#include <vector>

#include "app/engine/views.h"
#include "db/read/board.h"

namespace kushi {

/// What the looker may see on one card beside the visit itself.
struct CardSight {
    bool name = false;   ///< the client's
    bool flags = false;  ///< allergies and red flags, without the answers behind them
};
using SightOf = std::function<CardSight(const VisitRecord&)>;

/// The cards of many visits, made from one statement a table. Names and figures only: nothing of what was answered or
/// done at the chair is on a card but how far the ritual is.
class Cards {
public:
    Cards(const ViewSource& source, const std::vector<VisitRecord>& visits, Instant now);
    /// A row as visit_row_json gives it, and what stands on the card beside it.
    [[nodiscard]] OrderedJson card(const VisitRecord& visit, const CardSight& sight) const;
    /// The totals of the live sales of all these visits, tips not in it.
    [[nodiscard]] std::int64_t sold_total() const;

private:
    void put_client(OrderedJson& card, const VisitRecord& visit, const CardSight& sight) const;
    void put_flags(OrderedJson& card, const VisitRecord& visit, const CardSight& sight) const;
    void put_words(OrderedJson& card, const VisitRecord& visit) const;
    void put_times(OrderedJson& card, const VisitRecord& visit) const;
    [[nodiscard]] OrderedJson due(const VisitRecord& visit) const;
    [[nodiscard]] OrderedJson progress(const VisitRecord& visit) const;
    [[nodiscard]] OrderedJson paid(const VisitRecord& visit) const;

    ViewSource source_;
    Instant now_;
    ByVisit<std::vector<VisitLineRecord>> lines_;
    ByVisit<std::string> carts_, clocks_, names_;
    ByVisit<ChairTimes> times_;
    ByVisit<LiveSaleRecord> sales_;
    ByVisit<RitualRecord> rituals_;
    ByVisit<std::vector<std::string>> allergies_;
    std::set<std::string> known_;
    ByVisit<int> walk_ins_;
    ByVisit<ConsultedRecord> consulted_;
};

/// The board of a business date: cards by column, and the figures of its head.
OrderedJson board_json(const ViewSource& source, const std::string& business_date, Instant now,
                       const SightOf& sight_of);

}  // namespace kushi
