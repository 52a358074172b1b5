#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/engine/salon.h"
#include "printing/pages/page_document.h"

namespace kushi {

/// What the pages of a report say beside its figures.
struct ReportPagesFacts {
    std::string language = "en";
    Instant made_at;
    std::string made_by = {};  ///< a name of the staff, empty when nobody was named
    bool training = false;     ///< every page says so
};

/// A report of the command line (spec: cli.md, "day report") as A4 pages: of a day, a week, a month, a year or a range,
/// whatever its `period` says. A section stands there when the report has its field; nothing is counted anew but the
/// sums under the tables and the shares of a whole.
printing::PageDocument report_pages(const nlohmann::ordered_json& report, const Salon& salon,
                                    const ReportPagesFacts& facts);

/// The same as a PDF. Refuses what `printing::pdf_of` does.
Outcome<std::string> report_pdf(const nlohmann::ordered_json& report, const Salon& salon,
                                const ReportPagesFacts& facts);

/// The same as a file, whole or not at all: an older one stays until the new one is complete. Refuses `io_error`.
Outcome<void> write_report_pdf(const std::filesystem::path& file, const nlohmann::ordered_json& report,
                               const Salon& salon, const ReportPagesFacts& facts);

}  // namespace kushi
