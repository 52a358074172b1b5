#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/engine/papers/parts.h"
#include "core/day/goods.h"
#include "core/day/period.h"
#include "core/day/report.h"

namespace kushi {

/// What the paper of a day says beside the figures.
struct DayPaperFacts {
    enum class Kind { day, x, z, period } kind = Kind::day;
    std::string language = "en";
    Currency currency;
    std::string business_date;
    Period period;                  ///< of a longer report
    std::optional<std::int64_t> days_open;
    std::optional<std::int64_t> z;  ///< number of the Z
    Instant printed_at;
    std::string terminal_name;
    std::string staff_name;
    std::int64_t grand_total_before = 0;
    std::int64_t drawer_openings = 0;  ///< without a sale
    std::int64_t copies = 0;           ///< receipts printed again
    std::optional<std::int64_t> visits, new_clients, rebooked;
    std::map<std::string, std::string> item_names;   ///< by code, for the language; a code without a name stays
    std::map<std::string, std::string> staff_names;  ///< by id
    std::map<std::string, std::int64_t> commissions;  ///< by staff id
    std::optional<Margin> margin;                    ///< for who may see it
    std::optional<std::int64_t> stock_value;
    std::string chain_mark;                          ///< the journal's tip
    std::vector<std::string> failing;                ///< sentences of failing_identities; printed, never hidden
};

/// The paper of a day, an X, a Z or a longer period ("day_report", "x_report", "z_report"): every identity stands there as a sum that
/// the reader can follow with a finger. The Z carries what Norway and Sweden ask of one: counts, rates, tenders,
/// drawer, copies and the perpetual total.
printing::Document day_report_document(const DayFigures& figures, const SalonFacts& salon, const DayPaperFacts& facts);

}  // namespace kushi
