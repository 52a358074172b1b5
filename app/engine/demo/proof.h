#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "app/engine/open_salon.h"

namespace kushi {

/// What a day's documents add up to, wherever they are read.
struct DayTotals {
    std::int64_t count_sales = 0, sales = 0, count_refunds = 0, refunds = 0, count_voids = 0, voids = 0;
    [[nodiscard]] std::int64_t net() const { return sales - refunds - voids; }
    friend bool operator==(const DayTotals&, const DayTotals&) = default;
};

/// Of the day's report.
DayTotals totals_of_report(const nlohmann::ordered_json& report);
/// Of the facts in the journal, as they were written.
DayTotals totals_of_journal(const Database& database, const std::string& business_date);
/// Of the tables of sales.
DayTotals totals_of_tables(const OpenSalon& salon, const std::string& business_date);

/// What was read from the paper itself.
struct PaperTotals {
    DayTotals day;               ///< of the receipts; copies are not counted twice
    std::int64_t sheets = 0;
    std::int64_t copies = 0;
    std::int64_t z_net = 0;      ///< as the Z's own paper says it
    std::int64_t z_over_short = 0;
    std::vector<std::string> problems;  ///< a sheet that cannot be read, a picture that is missing
};
/// Reads every sheet that the virtual printer drew into the folder.
PaperTotals totals_of_papers(const std::filesystem::path& receipts, const std::string& language);

/// What a demo claims, and what is wrong with it.
struct DemoProof {
    DayTotals report, journal, tables;
    PaperTotals papers;
    std::int64_t jobs = 0;   ///< papers that were to be printed
    std::int64_t events = 0; ///< that verify read
    std::vector<std::string> failures;  ///< one sentence each; empty when everything holds
    [[nodiscard]] bool holds() const { return failures.empty(); }
};
/// Compares all of them, and has the salon verified: chain, signatures, money, tables.
DemoProof prove(OpenSalon& salon, const nlohmann::ordered_json& report, const nlohmann::ordered_json& jobs,
                const std::filesystem::path& receipts);

}  // namespace kushi
