#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "db/database.h"

namespace kushi {

class Vault;

struct VisitRecord {
    std::string id, status, business_date, client, service, therapist, room, start, arrived_at, rebooked_from;
    bool nominated = false;
    std::int64_t minutes = 0;  ///< booked; 0 for a walk-in
    [[nodiscard]] bool closed() const { return status == "paid" || status == "cancelled" || status == "no_show"; }
};
std::optional<VisitRecord> visit_by_id(const Database& database, const std::string& id);
/// All, or of one business date; by start or arrival.
std::vector<VisitRecord> visits_on(const Database& database, const std::string& business_date);
std::vector<VisitRecord> all_visits(const Database& database);
std::vector<VisitRecord> visits_of_client(const Database& database, const std::string& client);

struct VisitLineRecord {
    std::string line, item;
    std::string quantity = "1";
    std::optional<std::int64_t> price;  ///< a price of its own, by a manager
    std::string role;                   ///< "service" for the line of check-in and plan
    std::string override_by;
    struct Therapist { std::string staff; std::string percent; };
    std::vector<Therapist> therapists;  ///< who share it, when it is not the visit's therapist's alone
    std::string ticket;                 ///< id of the ticket that is used for it
    std::string expires;                ///< of a ticket or voucher that is sold by it: a date of its own
};
/// In the order in which they were added; removed ones are left out.
std::vector<VisitLineRecord> lines_of_visit(const Database& database, const std::string& visit);

/// The newest consultation's answers, opened; null if there is none or it was erased.
nlohmann::json newest_consultation(const Database& database, const Vault& vault, const std::string& visit);
/// The answers as they stood at a hybrid clock: those of the newest consultation up to it.
nlohmann::json consultation_at(const Database& database, const Vault& vault, const std::string& visit, std::int64_t hlc);
/// Who gave the newest consultation and when; nothing before the first.
struct ConsultedBy {
    std::string at, staff;
};
std::optional<ConsultedBy> newest_consulted(const Database& database, const std::string& visit);
/// The newest map of a moment ("before", "after"), opened; null if there is none.
nlohmann::json newest_scalp_map(const Database& database, const Vault& vault, const std::string& visit,
                                const std::string& moment);
/// The hybrid clock of the newest consultation; 0 before the first.
std::int64_t newest_consultation_hlc(const Database& database, const std::string& visit);

struct PlanRecord {
    std::string service, ritual, staff, override_reason;
};
std::optional<PlanRecord> accepted_plan(const Database& database, const Vault& vault, const std::string& visit);
struct ReferralRecord {
    std::string id, decision, at, staff, approved_by, reason;
    std::int64_t hlc = 0;
};
std::optional<ReferralRecord> newest_referral(const Database& database, const Vault& vault, const std::string& visit);

struct TreatmentRecord {
    std::string id, ritual, started_at, staff;
    bool finished = false;
};
std::optional<TreatmentRecord> treatment_of(const Database& database, const std::string& visit);
/// The newest other visit of the same client, up to this one's date, with that ritual.
std::optional<std::string> last_visit_with_ritual(const Database& database, const VisitRecord& visit, const std::string& ritual);
struct StepRecord {
    std::string id, position, kind, name_en, name_ja, typed_name;
    std::int64_t planned_s = 0;
    std::string state = "planned";  ///< planned, done, skipped; running and paused are known to the draft only
    std::int64_t actual_s = 0;
};
std::vector<StepRecord> steps_of(const Database& database, const Vault& vault, const std::string& treatment);
struct ProductUseRecord {
    std::string id, visit, product, amount, unit, lot, step, at, staff, business_date;
    std::int64_t cost = 0;
};
std::vector<ProductUseRecord> product_uses_of(const Database& database, const std::string& visit);
std::vector<ProductUseRecord> product_uses_on(const Database& database, const std::string& business_date);
struct NoteRecord {
    std::string at, staff, text;
};
std::vector<NoteRecord> notes_of(const Database& database, const Vault& vault, const std::string& visit);

}  // namespace kushi
