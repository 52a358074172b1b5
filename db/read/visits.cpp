#include "db/read/visits.h"

#include <nlohmann/json.hpp>

#include "db/read/sealed.h"
#include "db/vault/vault.h"

namespace kushi {
namespace {

VisitRecord visit_in(const Query& row)
{
    VisitRecord visit;
    visit.id = row.text(0);
    visit.status = row.text(1);
    visit.business_date = row.text(2);
    visit.client = row.text(3);
    visit.service = row.text(4);
    visit.therapist = row.text(5);
    visit.room = row.text(6);
    visit.nominated = row.integer(7) != 0;
    visit.start = row.text(8);
    visit.arrived_at = row.text(9);
    visit.rebooked_from = row.text(10);
    visit.minutes = row.null(11) ? 0 : row.integer(11);
    return visit;
}

std::vector<VisitRecord> visits_in(Query& row)
{
    std::vector<VisitRecord> visits;
    while (row.next()) visits.push_back(visit_in(row));
    return visits;
}

ProductUseRecord use_in(const Query& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),   row.text(5),
            row.text(6), row.text(7), row.text(8), row.text(9), row.integer(10)};
}

}  // namespace

std::optional<VisitRecord> visit_by_id(const Database& database, const std::string& id)
{
    Query row{database,
              "SELECT v.id, v.status, v.business_date, v.client, v.service, v.therapist, v.room, v.nominated, v.start, "
              "v.arrived_at, v.rebooked_from, a.minutes FROM visit v LEFT JOIN appointment a ON a.visit = v.id WHERE v.id = ?",
              id};
    if (!row.next()) return std::nullopt;
    return visit_in(row);
}

std::vector<VisitRecord> visits_on(const Database& database, const std::string& business_date)
{
    Query row{database,
              "SELECT v.id, v.status, v.business_date, v.client, v.service, v.therapist, v.room, v.nominated, v.start, "
              "v.arrived_at, v.rebooked_from, a.minutes FROM visit v LEFT JOIN appointment a ON a.visit = v.id "
              "WHERE v.business_date = ? ORDER BY CASE v.arrived_at WHEN '' THEN v.start ELSE v.arrived_at END, v.id",
              business_date};
    return visits_in(row);
}

std::vector<VisitRecord> all_visits(const Database& database)
{
    Query row{database,
              "SELECT v.id, v.status, v.business_date, v.client, v.service, v.therapist, v.room, v.nominated, v.start, "
              "v.arrived_at, v.rebooked_from, a.minutes FROM visit v LEFT JOIN appointment a ON a.visit = v.id "
              "ORDER BY v.business_date, CASE v.arrived_at WHEN '' THEN v.start ELSE v.arrived_at END, v.id"};
    return visits_in(row);
}

std::vector<VisitRecord> visits_of_client(const Database& database, const std::string& client)
{
    Query row{database,
              "SELECT v.id, v.status, v.business_date, v.client, v.service, v.therapist, v.room, v.nominated, v.start, "
              "v.arrived_at, v.rebooked_from, a.minutes FROM visit v LEFT JOIN appointment a ON a.visit = v.id "
              "WHERE v.client = ? ORDER BY v.business_date, v.id",
              client};
    return visits_in(row);
}

std::vector<VisitLineRecord> lines_of_visit(const Database& database, const std::string& visit)
{
    std::vector<VisitLineRecord> lines;
    Query row{database,
              "SELECT line, item FROM visit_line WHERE visit = ? AND removed = 0 AND item <> '' ORDER BY hlc, terminal, seq",
              visit};
    while (row.next()) {
        VisitLineRecord line;
        line.line = row.text(0);
        line.item = row.text(1);
        Query field{database, "SELECT name, value FROM field WHERE entity = 'line' AND id = ?", line.line};
        while (field.next()) {
            const auto value = nlohmann::json::parse(field.text(1));
            if (field.text(0) == "quantity") line.quantity = value.get<std::string>();
            if (field.text(0) == "price" && !value.is_null()) line.price = value.get<std::int64_t>();
            if (field.text(0) == "role") line.role = value.get<std::string>();
            if (field.text(0) == "override_by") line.override_by = value.get<std::string>();
            if (field.text(0) == "ticket" && value.is_string()) line.ticket = value.get<std::string>();
            if (field.text(0) == "expires" && value.is_string()) line.expires = value.get<std::string>();
            if (field.text(0) != "therapists" || !value.is_array()) continue;
            for (const auto& one : value) line.therapists.push_back({one.value("staff", ""), one.value("percent", "")});
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

nlohmann::json newest_consultation(const Database& database, const Vault& vault, const std::string& visit)
{
    Query row{database,
              "SELECT terminal, seq, sealed FROM consultation WHERE visit = ? ORDER BY hlc DESC, terminal DESC, seq DESC LIMIT 1",
              visit};
    if (!row.next()) return nullptr;
    const auto part = open_part(vault, row.integer(0), row.integer(1), "consultation.given", row.bytes(2));
    return part.is_object() ? part.value("consultation", nlohmann::json{}) : nlohmann::json{};
}

nlohmann::json consultation_at(const Database& database, const Vault& vault, const std::string& visit, std::int64_t hlc)
{
    Query row{database,
              "SELECT terminal, seq, sealed FROM consultation WHERE visit = ? AND hlc <= ? "
              "ORDER BY hlc DESC, terminal DESC, seq DESC LIMIT 1",
              visit, hlc};
    if (!row.next()) return nullptr;
    const auto part = open_part(vault, row.integer(0), row.integer(1), "consultation.given", row.bytes(2));
    return part.is_object() ? part.value("consultation", nlohmann::json{}) : nlohmann::json{};
}

std::optional<ConsultedBy> newest_consulted(const Database& database, const std::string& visit)
{
    Query row{database,
              "SELECT at, staff FROM consultation WHERE visit = ? ORDER BY hlc DESC, terminal DESC, seq DESC LIMIT 1", visit};
    if (!row.next()) return std::nullopt;
    return ConsultedBy{row.text(0), row.text(1)};
}

nlohmann::json newest_scalp_map(const Database& database, const Vault& vault, const std::string& visit,
                                const std::string& moment)
{
    Query row{database,
              "SELECT terminal, seq, sealed FROM scalp_zone WHERE visit = ? AND moment = ? "
              "ORDER BY hlc DESC, terminal DESC, seq DESC LIMIT 1",
              visit, moment};
    if (!row.next()) return nullptr;
    const auto part = open_part(vault, row.integer(0), row.integer(1), "scalp.mapped", row.bytes(2));
    return part.is_object() ? part.value("zones", nlohmann::json{}) : nlohmann::json{};
}

std::int64_t newest_consultation_hlc(const Database& database, const std::string& visit)
{
    Query row{database, "SELECT COALESCE(MAX(hlc), 0) FROM consultation WHERE visit = ?", visit};
    row.next();
    return row.integer(0);
}

std::optional<PlanRecord> accepted_plan(const Database& database, const Vault& vault, const std::string& visit)
{
    Query row{database,
              "SELECT service, ritual, staff, terminal, seq, sealed FROM plan WHERE visit = ? "
              "ORDER BY hlc DESC, terminal DESC, seq DESC LIMIT 1",
              visit};
    if (!row.next()) return std::nullopt;
    const auto part = open_part(vault, row.integer(3), row.integer(4), "plan.accepted", row.bytes(5));
    return PlanRecord{row.text(0), row.text(1), row.text(2), part.is_object() ? part.value("override_reason", "") : ""};
}

std::optional<ReferralRecord> newest_referral(const Database& database, const Vault& vault, const std::string& visit)
{
    Query row{database,
              "SELECT id, decision, at, staff, approved_by, hlc, terminal, seq, sealed FROM referral WHERE visit = ? "
              "ORDER BY hlc DESC, terminal DESC, seq DESC LIMIT 1",
              visit};
    if (!row.next()) return std::nullopt;
    const auto part = open_part(vault, row.integer(6), row.integer(7), "referral.decided", row.bytes(8));
    return ReferralRecord{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                          part.is_object() ? part.value("reason", "") : "", row.integer(5)};
}

std::optional<TreatmentRecord> treatment_of(const Database& database, const std::string& visit)
{
    Query row{database,
              "SELECT id, ritual, started_at, staff FROM treatment WHERE visit = ? ORDER BY hlc DESC, terminal DESC, seq DESC "
              "LIMIT 1",
              visit};
    if (!row.next()) return std::nullopt;
    return TreatmentRecord{
        row.text(0), row.text(1), row.text(2), row.text(3),
        Query{database, "SELECT 1 FROM visit_mark WHERE visit = ? AND mark = 'ready_to_pay' LIMIT 1", visit}.next()};
}

std::optional<std::string> last_visit_with_ritual(const Database& database, const VisitRecord& visit, const std::string& ritual)
{
    if (visit.client.empty()) return std::nullopt;
    Query row{database,
              "SELECT v.id FROM visit v JOIN treatment t ON t.visit = v.id WHERE v.client = ? AND v.id <> ? "
              "AND v.business_date <= ? AND t.ritual = ? ORDER BY v.business_date DESC, t.hlc DESC, v.id LIMIT 1",
              visit.client, visit.id, visit.business_date, ritual};
    if (!row.next()) return std::nullopt;
    return row.text(0);
}

std::vector<StepRecord> steps_of(const Database& database, const Vault& vault, const std::string& treatment)
{
    std::vector<StepRecord> steps;
    Query row{database,
              "SELECT id, position, kind, name, planned_s, terminal, seq, sealed FROM step WHERE treatment = ? "
              "ORDER BY position, id",
              treatment};
    while (row.next()) {
        StepRecord step;
        step.id = row.text(0);
        step.position = row.text(1);
        step.kind = row.text(2);
        const auto name = nlohmann::json::parse(row.text(3));
        step.name_en = name.value("en", "");
        step.name_ja = name.value("ja", "");
        const auto part = open_part(vault, row.integer(5), row.integer(6), "step.added", row.bytes(7));
        if (part.is_object()) step.typed_name = part.value("name", "");
        step.planned_s = row.integer(4);
        Query end{database, "SELECT state, actual_s FROM step_end WHERE step = ? ORDER BY hlc DESC, terminal DESC, seq DESC LIMIT 1",
                  step.id};
        if (end.next()) {
            step.state = end.text(0);
            step.actual_s = end.integer(1);
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<ProductUseRecord> product_uses_of(const Database& database, const std::string& visit)
{
    std::vector<ProductUseRecord> uses;
    Query row{database,
              "SELECT id, visit, product, amount, unit, lot, step, at, staff, business_date, cost FROM product_use "
              "WHERE visit = ? ORDER BY at, id",
              visit};
    while (row.next()) uses.push_back(use_in(row));
    return uses;
}

std::vector<ProductUseRecord> product_uses_on(const Database& database, const std::string& business_date)
{
    std::vector<ProductUseRecord> uses;
    Query row{database,
              "SELECT id, visit, product, amount, unit, lot, step, at, staff, business_date, cost FROM product_use "
              "WHERE business_date = ? ORDER BY at, id",
              business_date};
    while (row.next()) uses.push_back(use_in(row));
    return uses;
}

std::vector<NoteRecord> notes_of(const Database& database, const Vault& vault, const std::string& visit)
{
    std::vector<NoteRecord> notes;
    Query row{database, "SELECT at, staff, terminal, seq, sealed FROM note WHERE visit = ? ORDER BY hlc, terminal, seq", visit};
    while (row.next()) {
        const auto part = open_part(vault, row.integer(2), row.integer(3), "note.written", row.bytes(4));
        if (part.is_object()) notes.push_back({row.text(0), row.text(1), part.value("text", "")});
    }
    return notes;
}

}  // namespace kushi
