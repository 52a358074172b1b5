#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/day/report.h"
#include "db/database.h"

namespace kushi {

/// A ticket, voucher or deposit as it stands: what was sold, and how far it is used up.
struct PrepaidRecord {
    std::string id, kind;  ///< ticket, voucher, deposit
    std::string code;      ///< of a voucher: who holds it may spend it
    std::string item, client, visit;
    std::string sale;      ///< id of the document that sold it
    std::int64_t sessions = 0, face = 0, paid = 0;
    std::int64_t owed = 0;  ///< what was owed once it was sold: what was paid, or its net where tax fell then
    std::string rate;       ///< where tax fell at its sale
    bool taxed_at_issue = false;
    std::vector<std::string> services;  ///< that a ticket pays for
    std::string sold_on, at, expires;   ///< dates; `expires` is its last good day, empty for one without end
    std::int64_t used_sessions = 0, used_face = 0, used_owed = 0;
    std::string closed;  ///< "cancelled" or "expired"; empty while it can be used
    [[nodiscard]] std::int64_t sessions_left() const { return closed.empty() ? sessions - used_sessions : 0; }
    [[nodiscard]] std::int64_t face_left() const { return closed.empty() ? face - used_face : 0; }
    [[nodiscard]] std::int64_t owed_left() const { return closed.empty() ? owed - used_owed : 0; }
    [[nodiscard]] bool used_up() const { return kind == "ticket" ? used_sessions >= sessions : used_face >= face; }
    /// Whether it can be used on a business date: neither over, nor used up, nor past its last day.
    [[nodiscard]] bool good_on(const std::string& day) const
    {
        return closed.empty() && !used_up() && (expires.empty() || day <= expires);
    }
};

std::optional<PrepaidRecord> prepaid_by_id(const Database& database, const std::string& id);
/// By its id, or a voucher's code.
std::optional<PrepaidRecord> prepaid_named(const Database& database, const std::string& name);
/// Those of a client that can be used on a day, the one to take first before the others: by its last day, then by its
/// sale. `kind` empty for all.
std::vector<PrepaidRecord> prepaid_of_client(const Database& database, const std::string& client, const std::string& kind,
                                             const std::string& day);
/// All of a client's, also those that are over, newest first.
std::vector<PrepaidRecord> all_prepaid_of_client(const Database& database, const std::string& client);
/// Every one of a kind, or of all kinds, newest first.
std::vector<PrepaidRecord> all_prepaid(const Database& database, const std::string& kind);
/// What a document sold.
std::vector<PrepaidRecord> prepaid_of_sale(const Database& database, const std::string& sale);
/// Past their last day before `day` and not closed yet.
std::vector<PrepaidRecord> prepaid_to_expire(const Database& database, const std::string& day);

struct PrepaidMove {
    std::string prepaid, kind;  ///< used, given_back, expired, cancelled
    std::string sale, number;   ///< the document, empty for an expiry
    std::int64_t sessions = 0, face = 0, owed = 0;
    std::string business_date, at;
};
/// In the order in which they happened.
std::vector<PrepaidMove> moves_of_prepaid(const Database& database, const std::string& id);
std::vector<PrepaidMove> prepaid_moves_of_sale(const Database& database, const std::string& sale);
/// What refunds of a sale gave back to one of them already.
std::int64_t given_back_to(const Database& database, const std::string& prepaid, const std::string& sale);

/// What was owed to clients before a day, what the day did to it, and what every single one had left after it, by kind.
std::vector<Liability> liabilities_on(const Database& database, const std::string& business_date);

/// What a card machine or QR service was asked for.
struct CardPaymentRecord {
    std::string id, visit, type, at, business_date, staff;
    std::int64_t amount = 0;
    std::string state;  ///< unknown, approved, declined, cancelled
    std::string reference;
    std::string sale;  ///< the document that took it; empty until then
};
std::optional<CardPaymentRecord> card_payment(const Database& database, const std::string& id);
std::vector<CardPaymentRecord> card_payments_of_visit(const Database& database, const std::string& visit);
/// Those that nobody knows the outcome of, and those that were approved and that no sale took: oldest first.
std::vector<CardPaymentRecord> open_card_payments(const Database& database);

}  // namespace kushi
