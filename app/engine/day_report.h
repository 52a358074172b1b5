#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "app/engine/salon.h"
#include "core/day/report.h"
#include "printing/document/document.h"

namespace kushi {

class Journal;

/// A business day added up, with what the report says beside the figures.
struct DayReport {
    DayFacts facts;
    DayFigures figures;
    std::vector<std::string> failing;  ///< identities that do not hold; empty when the day adds up
    nlohmann::ordered_json json;       ///< the report as the command line says it (spec: cli.md, "day report")
};

/// The day as it stands now, or as it was closed. Refuses `out_of_range` only.
/// @param counted the drawer's count when it is counted now; else the newest stored one
Outcome<DayReport> day_report(const Database& database, const Salon& salon, const std::string& business_date,
                              std::optional<std::int64_t> counted = std::nullopt,
                              std::optional<std::int64_t> z = std::nullopt);
/// The report of a date as JSON: a closed day's is the stored one, to the byte; the others are added up.
Outcome<nlohmann::ordered_json> report_json(const Database& database, const Salon& salon, const std::string& business_date);

class Command;
/// The report without what products cost, which is for the manager's eyes.
nlohmann::ordered_json as_seen_by(const Command& command, nlohmann::ordered_json report);

/// The paper of a day ("day_report"), an X ("x_report") or a Z ("z_report").
printing::Document report_paper(const Database& database, const Salon& salon, bool training, const DayReport& report,
                                const std::string& kind, const std::string& staff, Instant now, const std::string& chain_mark);

}  // namespace kushi
