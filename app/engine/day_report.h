#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "app/engine/salon.h"
#include "core/day/report.h"
#include "printing/document/document.h"

namespace kushi {

class Vault;

/// A business day added up, with what the report says beside the figures.
struct DayReport {
    DayFacts facts;
    DayFigures figures;
    std::vector<std::string> failing;  ///< identities that do not hold; empty when the day adds up
    nlohmann::ordered_json json;       ///< the report as the command line says it (spec: cli.md, "day report")
};

/// The day as it stands now, or as it was closed. Refuses `out_of_range` only.
/// @param counted the drawer's count when it is counted now; else the newest stored one
/// @param vault with it the frozen papers of the day's documents are checked too
Outcome<DayReport> day_report(const Database& database, const Salon& salon, const std::string& business_date,
                              std::optional<std::int64_t> counted = std::nullopt,
                              std::optional<std::int64_t> z = std::nullopt, const Vault* vault = nullptr);
/// The report of a date as JSON: a closed day's is the stored one, to the byte; the others are added up.
Outcome<nlohmann::ordered_json> report_json(const Database& database, const Salon& salon, const std::string& business_date,
                                            const Vault* vault = nullptr);

/// Puts what each therapist of the report earns by the salon's rules into its row, rounded once for the report's period.
void put_commissions(nlohmann::ordered_json& report, const DayFigures& figures, const Salon& salon);
/// How many of a hundred visits booked the next one, to one decimal; null when nobody came.
nlohmann::ordered_json rebook_rate(std::int64_t rebooked, std::int64_t visits);

class Command;
/// The report without what products cost, what is left of them and what therapists earn: that is for the manager's eyes.
nlohmann::ordered_json as_seen_by(const Command& command, nlohmann::ordered_json report);

/// The paper of any report, from its JSON: of a day, a Z, or a longer period.
printing::Document paper_of_report(const nlohmann::ordered_json& report, const Salon& salon, bool training, const std::string& staff,
                                   const std::string& language, Instant now);

/// The paper of a day ("day_report"), an X ("x_report") or a Z ("z_report").
printing::Document report_paper(const Database& database, const Salon& salon, bool training, const DayReport& report,
                                const std::string& kind, const std::string& staff, Instant now, const std::string& chain_mark);

}  // namespace kushi
