#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/journal/event.h"
#include "db/database.h"

namespace kushi::apply_detail {

/// One event with its public part parsed, as a handler takes it.
struct Fact {
    const Event& event;
    const nlohmann::ordered_json& pub;  ///< in the order it was written, for what is stored on as text

    [[nodiscard]] std::string text(const char* name) const;
    [[nodiscard]] std::string text_or_empty(const char* name) const;
    [[nodiscard]] std::int64_t integer(const char* name) const;
    [[nodiscard]] Stamp stamp() const { return {event.hlc, event.terminal, event.seq}; }
    [[nodiscard]] std::optional<Query::Blob> sealed() const
    {
        if (!event.priv) return std::nullopt;
        return Query::Blob{*event.priv};
    }
};

/// Last writer wins by stamp. A value of nothing says that the value is in the event's sealed part.
void keep_latest(const Database& database, const char* entity, const std::string& id, const std::string& name,
                 const Stamp& stamp, const std::optional<std::string>& value);
/// The sealed part of an event that sets fields, kept for them; one row an event.
void keep_personal(const Database& database, const Fact& fact, const char* entity, const std::string& id);
std::optional<std::string> latest(const Database& database, const char* entity, const std::string& id, const char* name);

/// Derives a visit's row, status included, from its fields, marks and sales.
void derive_visit(const Database& database, const std::string& visit);
/// Notes that something happened to a visit, the first of its kind; derive_visit makes its status from all marks.
void mark_visit(const Database& database, const Fact& fact, const std::string& visit, const char* mark);

/// One movement on a shelf, keyed by its event and position; thousandths of the product's unit, signed.
struct StockMove {
    std::int64_t position = 0;
    std::string product;
    std::string lot;
    std::int64_t thousandths = 0;
    std::string kind;
    std::string expires;
};
void move_stock(const Database& database, const Fact& fact, const StockMove& move);

/// What a document sold, used, gave back or cancelled of tickets, vouchers and deposits:
/// prepaid_sold: [{id, kind, code, item, client, visit, line, sessions, face, paid, owed, rate, taxed_at_issue, services, expires}],
/// prepaid_moves: [{prepaid, kind, sessions, face, owed}]
void keep_prepaid(const Database& database, const Fact& fact);

/// One thing may be told by two events: a disk that was cloned tells what it knows again, as a new terminal. The row of
/// the lower (terminal, seq) stays, whichever came first. Takes a later teller's row away, so that an insert that
/// leaves a row alone ends the same in every order. @returns whether there was one
bool forget_later_teller(const Database& database, const Fact& fact, const char* sql, const std::string& id);

using Handler = void (*)(const Database&, const Fact&);

// people.cpp
void staff_set(const Database&, const Fact&);
void client_set(const Database&, const Fact&);
void allergy_added(const Database&, const Fact&);
void allergy_removed(const Database&, const Fact&);
void client_consented(const Database&, const Fact&);
// catalogue.cpp
void setting_set(const Database&, const Fact&);
void item_set(const Database&, const Fact&);
// visits.cpp
void visit_booked(const Database&, const Fact&);
void visit_moved(const Database&, const Fact&);
void visit_arrival_undone(const Database&, const Fact&);
void visit_arrived(const Database&, const Fact&);
void visit_assigned(const Database&, const Fact&);
void visit_cancelled(const Database&, const Fact&);
void visit_handed_over(const Database&, const Fact&);
void visit_no_show(const Database&, const Fact&);
void visit_seated(const Database&, const Fact&);
void line_added(const Database&, const Fact&);
void line_set(const Database&, const Fact&);
void line_removed(const Database&, const Fact&);
// care.cpp
void consultation_given(const Database&, const Fact&);
void scalp_mapped(const Database&, const Fact&);
void plan_accepted(const Database&, const Fact&);
void referral_decided(const Database&, const Fact&);
void note_written(const Database&, const Fact&);
// treatment.cpp
void treatment_started(const Database&, const Fact&);
void step_added(const Database&, const Fact&);
void step_ended(const Database&, const Fact&);
void product_used(const Database&, const Fact&);
void treatment_finished(const Database&, const Fact&);
// sales.cpp
void sale_completed(const Database&, const Fact&);
void sale_refunded(const Database&, const Fact&);
void sale_voided(const Database&, const Fact&);
// prepaid.cpp
void prepaid_extended(const Database&, const Fact&);
void prepaid_expired(const Database&, const Fact&);
void payment_asked(const Database&, const Fact&);
void payment_resolved(const Database&, const Fact&);
// drawer.cpp
void drawer_moved(const Database&, const Fact&);
void day_closed(const Database&, const Fact&);
void stock_received(const Database&, const Fact&);
void stock_counted(const Database&, const Fact&);
void audited(const Database&, const Fact&);

}  // namespace kushi::apply_detail
