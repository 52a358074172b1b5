#include "db/read/board.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "db/read/sealed.h"
#include "db/vault/vault.h"

namespace kushi {
namespace {

/// What the lines of the visits say of themselves, by line.
std::map<std::string, VisitLineRecord> line_fields(const Database& database, const VisitSet& visits)
{
    std::map<std::string, VisitLineRecord> lines;
    Query field{database,
                "SELECT id, name, value FROM field WHERE entity = 'line' AND id IN "
                "(SELECT line FROM visit_line WHERE visit IN (SELECT value FROM json_each(?)))",
                visits.ids()};
    while (field.next()) {
        auto& line = lines[field.text(0)];
        const auto value = nlohmann::json::parse(field.text(2));
        if (field.text(1) == "quantity") line.quantity = value.get<std::string>();
        if (field.text(1) == "price" && !value.is_null()) line.price = value.get<std::int64_t>();
        if (field.text(1) == "role") line.role = value.get<std::string>();
        if (field.text(1) == "override_by") line.override_by = value.get<std::string>();
    }
    return lines;
}

std::map<std::string, std::vector<std::string>> tender_types(const Database& database, const VisitSet& visits)
{
    std::map<std::string, std::vector<std::string>> types;
    Query row{database,
              "SELECT sale, type FROM tender WHERE sale IN "
              "(SELECT id FROM sale WHERE visit IN (SELECT value FROM json_each(?))) ORDER BY sale, position",
              visits.ids()};
    while (row.next()) {
        auto& of_sale = types[row.text(0)];
        if (std::find(of_sale.begin(), of_sale.end(), row.text(1)) == of_sale.end()) of_sale.push_back(row.text(1));
    }
    return types;
}

/// How each step ended last, by step.
std::map<std::string, std::pair<std::string, std::int64_t>> step_ends(const Database& database, const VisitSet& visits)
{
    std::map<std::string, std::pair<std::string, std::int64_t>> ends;
    Query row{database,
              "SELECT step, state, actual_s FROM step_end WHERE step IN "
              "(SELECT id FROM step WHERE visit IN (SELECT value FROM json_each(?))) ORDER BY hlc, terminal, seq",
              visits.ids()};
    while (row.next()) ends[row.text(0)] = {row.text(1), row.integer(2)};
    return ends;
}

void add_steps(const Database& database, const VisitSet& visits, ByVisit<RitualRecord>& rituals)
{
    const auto ends = step_ends(database, visits);
    Query row{database,
              "SELECT visit, treatment, id, position, kind, name, planned_s FROM step "
              "WHERE visit IN (SELECT value FROM json_each(?)) ORDER BY position, id",
              visits.ids()};
    while (row.next()) {
        const auto ritual = rituals.find(row.text(0));
        if (ritual == rituals.end() || ritual->second.treatment != row.text(1)) continue;
        StepRecord step;
        step.id = row.text(2);
        step.position = row.text(3);
        step.kind = row.text(4);
        const auto name = nlohmann::json::parse(row.text(5));
        step.name_en = name.value("en", "");
        step.name_ja = name.value("ja", "");
        step.planned_s = row.integer(6);
        if (const auto end = ends.find(step.id); end != ends.end()) std::tie(step.state, step.actual_s) = end->second;
        ritual->second.steps.push_back(std::move(step));
    }
}

void add_maps(const Database& database, const Vault& vault, const VisitSet& visits, ByVisit<ConsultedRecord>& consulted)
{
    Query row{database,
              "SELECT visit, terminal, seq, sealed FROM scalp_zone WHERE moment = 'before' "
              "AND visit IN (SELECT value FROM json_each(?)) ORDER BY hlc, terminal, seq",
              visits.ids()};
    while (row.next()) {
        const auto found = consulted.find(row.text(0));
        if (found == consulted.end()) continue;
        const auto part = open_part(vault, row.integer(1), row.integer(2), "scalp.mapped", row.bytes(3));
        found->second.map = part.is_object() && part.contains("zones") ? part["zones"].dump() : std::string{};
    }
}

}  // namespace

VisitSet::VisitSet(const std::vector<VisitRecord>& visits)
{
    auto ids = nlohmann::json::array();
    for (const auto& visit : visits) ids.push_back(visit.id);
    ids_ = ids.dump();
}

ByVisit<std::vector<VisitLineRecord>> lines_of_visits(const Database& database, const VisitSet& visits)
{
    auto fields = line_fields(database, visits);
    ByVisit<std::vector<VisitLineRecord>> lines;
    Query row{
        database,
        "SELECT visit, line, item FROM visit_line WHERE visit IN (SELECT value FROM json_each(?)) AND removed = 0 "
        "AND item <> '' ORDER BY hlc, terminal, seq",
        visits.ids()};
    while (row.next()) {
        auto line = fields[row.text(1)];
        line.line = row.text(1);
        line.item = row.text(2);
        lines[row.text(0)].push_back(std::move(line));
    }
    return lines;
}

ByVisit<ChairTimes> chair_times(const Database& database, const VisitSet& visits)
{
    ByVisit<ChairTimes> times;
    Query row{database,
              "SELECT visit, mark, at FROM visit_mark WHERE visit IN (SELECT value FROM json_each(?)) "
              "AND mark IN ('in_chair', 'ready_to_pay')",
              visits.ids()};
    while (row.next()) {
        auto& of_visit = times[row.text(0)];
        (row.text(1) == "in_chair" ? of_visit.in_chair_at : of_visit.ready_at) = row.text(2);
    }
    return times;
}

ByVisit<LiveSaleRecord> live_sales_of_visits(const Database& database, const VisitSet& visits)
{
    const auto types = tender_types(database, visits);
    ByVisit<LiveSaleRecord> sales;
    Query row{
        database,
        "SELECT s.visit, s.id, s.number, s.at, s.total FROM sale s WHERE s.visit IN (SELECT value FROM json_each(?)) "
        "AND s.kind = 'sale' AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.of = s.id AND v.kind = 'void') "
        "ORDER BY s.counter",
        visits.ids()};
    while (row.next()) {
        const auto tenders = types.find(row.text(1));
        sales.try_emplace(row.text(0),
                          LiveSaleRecord{row.text(1), row.text(2), row.text(3), row.integer(4),
                                         tenders == types.end() ? std::vector<std::string>{} : tenders->second});
    }
    return sales;
}

ByVisit<RitualRecord> rituals_of_visits(const Database& database, const VisitSet& visits)
{
    ByVisit<RitualRecord> rituals;
    Query row{database,
              "SELECT visit, id, ritual, started_at FROM treatment WHERE visit IN (SELECT value FROM json_each(?)) "
              "ORDER BY hlc, terminal, seq",
              visits.ids()};
    while (row.next()) rituals[row.text(0)] = {row.text(1), row.text(2), row.text(3), {}};
    if (!rituals.empty()) add_steps(database, visits, rituals);
    return rituals;
}

ByVisit<std::string> client_names_of_visits(const Database& database, const Vault& vault, const VisitSet& visits)
{
    ByVisit<std::string> names;
    Query row{database,
              "SELECT v.id, p.terminal, p.seq, p.type, p.sealed FROM visit v "
              "JOIN field f ON f.entity = 'client' AND f.id = v.client AND f.name = 'name' "
              "JOIN personal p ON p.terminal = f.terminal AND p.seq = f.seq "
              "WHERE v.id IN (SELECT value FROM json_each(?)) AND v.client <> ''",
              visits.ids()};
    while (row.next()) {
        const auto part = open_part(vault, row.integer(1), row.integer(2), row.text(3), row.bytes(4));
        if (part.is_object()) names[row.text(0)] = part.value("name", "");
    }
    return names;
}

ByVisit<std::vector<std::string>> allergies_of_visits(const Database& database, const Vault& vault,
                                                      const VisitSet& visits)
{
    ByVisit<std::vector<std::string>> allergies;
    Query row{database,
              "SELECT v.id, a.terminal, a.seq, a.type, a.sealed FROM visit v JOIN allergy a ON a.client = v.client "
              "WHERE v.id IN (SELECT value FROM json_each(?)) AND v.client <> '' AND a.removed = 0 ORDER BY a.id",
              visits.ids()};
    while (row.next()) {
        const auto part = open_part(vault, row.integer(1), row.integer(2), row.text(3), row.bytes(4));
        if (part.is_object()) allergies[row.text(0)].push_back(part.value("text", ""));
    }
    return allergies;
}

std::set<std::string> visits_of_known_clients(const Database& database, const VisitSet& visits)
{
    std::set<std::string> known;
    Query row{database,
              "SELECT v.id FROM visit v WHERE v.id IN (SELECT value FROM json_each(?)) AND v.client <> '' AND EXISTS "
              "(SELECT 1 FROM visit e WHERE e.client = v.client AND e.business_date < v.business_date "
              "AND e.status NOT IN ('cancelled', 'no_show', 'expected'))",
              visits.ids()};
    while (row.next()) known.insert(row.text(0));
    return known;
}

ByVisit<int> walk_in_numbers(const Database& database, const VisitSet& visits)
{
    ByVisit<int> numbers;
    std::map<std::string, int> last_of_day;
    Query row{database,
              "SELECT id, business_date FROM visit WHERE client = '' AND business_date IN "
              "(SELECT business_date FROM visit WHERE id IN (SELECT value FROM json_each(?))) "
              "ORDER BY CASE arrived_at WHEN '' THEN start ELSE arrived_at END, id",
              visits.ids()};
    while (row.next()) numbers[row.text(0)] = ++last_of_day[row.text(1)];
    return numbers;
}

ByVisit<ConsultedRecord> consulted_visits(const Database& database, const Vault& vault, const VisitSet& visits)
{
    ByVisit<ConsultedRecord> consulted;
    Query row{database,
              "SELECT visit, terminal, seq, sealed FROM consultation WHERE visit IN (SELECT value FROM json_each(?)) "
              "ORDER BY hlc, terminal, seq",
              visits.ids()};
    while (row.next()) {
        const auto part = open_part(vault, row.integer(1), row.integer(2), "consultation.given", row.bytes(3));
        // One that was erased hides those before it, as it does where a single visit is read.
        const bool opened = part.is_object() && part.contains("consultation");
        consulted[row.text(0)].consultation = opened ? part["consultation"].dump() : std::string{};
    }
    if (!consulted.empty()) add_maps(database, vault, visits, consulted);
    return consulted;
}

ByVisit<std::string> drafts_of_visits(const Database& database, const char* kind, const VisitSet& visits)
{
    ByVisit<std::string> drafts;
    Query row{database, "SELECT id, content FROM draft WHERE kind = ? AND id IN (SELECT value FROM json_each(?))", kind,
              visits.ids()};
    while (row.next()) drafts[row.text(0)] = row.text(1);
    return drafts;
}

}  // namespace kushi
