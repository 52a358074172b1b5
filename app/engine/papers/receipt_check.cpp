#include "app/engine/papers/receipt_check.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "app/words/papers.h"
#include "core/money/format.h"
#include "db/spool.h"
#include "printing/document/document.h"

namespace kushi {
namespace {

PaperWord total_word(const std::string& kind)
{
    if (kind == "refund") return PaperWord::refunded;
    return kind == "void" ? PaperWord::voided : PaperWord::total;
}

/// What stands on the paper beside the word for its total; nothing for a paper without that line.
std::optional<std::string> printed_total(const printing::Document& document, const std::string& kind)
{
    const auto word = paper_word(total_word(kind), document.language);
    for (const auto& block : document.blocks) {
        const auto* row = std::get_if<printing::RowBlock>(&block);
        if (row == nullptr || row->cells.size() != 2 || row->cells[0].runs.empty() || row->cells[1].runs.empty()) continue;
        if (row->cells[0].runs.front().text == word && row->cells[1].runs.front().style.size > 1) return row->cells[1].runs.front().text;
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::string> failing_receipts(const Database& database, const Vault& vault, const std::string& business_date)
{
    std::vector<std::string> failing;
    Query row{database,
              "SELECT j.id, s.number, s.kind, s.total, s.currency FROM sale s JOIN print_job j ON j.origin_sale_id = s.id "
              "AND j.kind = s.kind AND j.copy_no = 0 WHERE s.business_date = ? AND s.terminal = (SELECT terminal FROM terminal) "
              "ORDER BY s.counter",
              business_date};
    while (row.next()) {
        const auto stored = job_document(database, vault, row.integer(0));
        if (!stored) continue;
        const auto document = printing::document_from_json(nlohmann::json::parse(*stored, nullptr, false));
        const auto printed = document ? printed_total(*document, row.text(2)) : std::optional<std::string>{};
        if (!printed) continue;
        const auto total = money_text({row.integer(3), Currency::find(row.text(4)).value_or(Currency{})}, document->language);
        if (*printed != total) failing.push_back("The paper of " + row.text(1) + " says another total than its document.");
    }
    return failing;
}

}  // namespace kushi
