#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "app/engine/demo/proof.h"
#include "app/words/papers.h"

namespace kushi {
namespace {

namespace fs = std::filesystem;

/// The digits of an amount and its sign: the decimals of a currency are always printed, so that they are its smallest unit.
std::optional<std::int64_t> amount_in(std::string_view text)
{
    std::int64_t amount = 0;
    bool any = false;
    for (const char c : text) {
        if (c < '0' || c > '9') continue;
        amount = amount * 10 + (c - '0');
        any = true;
    }
    if (!any) return std::nullopt;
    // U+2212, which comes back from Shift JIS as the full-width U+FF0D, or the hyphen of a Latin code page.
    const auto holds = [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; };
    return holds("\u2212") || holds("\uff0d") || holds("-") ? -amount : amount;
}

/// One sheet as a reader sees it.
class SheetText {
public:
    SheetText(const std::string& text, std::string language) : language_{std::move(language)}
    {
        std::istringstream stream{text};
        for (std::string line; std::getline(stream, line);) lines_.push_back(line.substr(std::min(line.find_first_not_of(' '), line.size())));
    }

    /// Whether a line holds the word up to its gap, as in "Sale A-000123".
    [[nodiscard]] bool says(PaperWord word) const
    {
        auto pattern = std::string{paper_word(word, language_)};
        pattern.resize(std::min(pattern.find("{}"), pattern.size()));
        return holds(pattern);
    }
    /// Tickets, vouchers and deposits alone, sold or paid back: no revenue, so no total.
    [[nodiscard]] bool is_prepaid_alone() const
    {
        using enum PaperWord;
        const auto ends = [&](PaperWord word) {
            return holds(std::string{paper_word(word, language_)}.append(paper_word(prepaid_part, language_)));
        };
        return ends(refunded) || ends(voided) || (says(sale_number) && says(prepaid_sale) && !amount_of(total));
    }
    /// Beside its receipt, which counts.
    [[nodiscard]] bool is_further_paper() const
    {
        using enum PaperWord;
        return is_headed(formal_title) || is_headed(gift_title) || is_headed(consumption_title);
    }
    /// A copy says so before anything else.
    [[nodiscard]] bool is_copy() const
    {
        const auto pattern = std::string{paper_word(PaperWord::copy, language_)};
        const auto first = std::find_if(lines_.begin(), lines_.end(), [](const std::string& line) { return !line.empty(); });
        return first != lines_.end() && first->starts_with(pattern.substr(0, pattern.find("{}")));
    }
    /// The amount at the end of the last line that begins with the word.
    [[nodiscard]] std::optional<std::int64_t> amount_of(PaperWord word) const
    {
        const auto name = paper_word(word, language_);
        std::optional<std::int64_t> found;
        for (const auto& line : lines_) {
            if (line.starts_with(name)) found = amount_in(std::string_view{line}.substr(name.size()));
        }
        return found;
    }

private:
    /// A title stands alone on its line; a practice salon's banner speaks of receipts too.
    [[nodiscard]] bool is_headed(PaperWord title) const
    {
        const auto words = std::string{paper_word(title, language_)};
        return std::any_of(lines_.begin(), lines_.end(), [&](const std::string& line) {
            const auto from = line.find_first_not_of(' ');
            return from != std::string::npos && line.substr(from, line.find_last_not_of(' ') + 1 - from) == words;
        });
    }
    [[nodiscard]] bool holds(const std::string& pattern) const
    {
        return std::any_of(lines_.begin(), lines_.end(), [&](const std::string& line) { return line.find(pattern) != std::string::npos; });
    }

    std::string language_;
    std::vector<std::string> lines_;
};

/// A receipt's total goes where its kind belongs; a copy counts nothing; the Z is kept apart.
void read_sheet(const SheetText& sheet, const std::string& name, PaperTotals& totals)
{
    using enum PaperWord;
    if (sheet.is_copy()) {
        ++totals.copies;
        return;
    }
    if (sheet.says(z_report_number)) {
        totals.z_net = sheet.amount_of(net).value_or(0);
        totals.z_over_short = sheet.amount_of(over_short).value_or(0);
        return;
    }
    if (sheet.says(x_report) || sheet.is_further_paper() || sheet.is_prepaid_alone()) return;
    const auto take = [&](PaperWord word, std::int64_t& count, std::int64_t& sum) {
        const auto amount = sheet.amount_of(word);
        if (!amount) return totals.problems.push_back(name + " has no total.");
        ++count;
        sum += *amount;
    };
    if (sheet.says(refund_number)) take(refunded, totals.day.count_refunds, totals.day.refunds);
    else if (sheet.says(void_number)) take(voided, totals.day.count_voids, totals.day.voids);
    else if (sheet.says(sale_number)) take(total, totals.day.count_sales, totals.day.sales);
    else totals.problems.push_back(name + " is no paper that a till prints.");
}

}  // namespace

PaperTotals totals_of_papers(const fs::path& receipts, const std::string& language)
{
    PaperTotals totals;
    std::ifstream index{receipts / "sheets.jsonl"};
    for (std::string line; std::getline(index, line);) {
        const auto record = nlohmann::json::parse(line);
        const auto png = record.at("png").get<std::string>();
        ++totals.sheets;
        if (!fs::is_regular_file(receipts / png)) totals.problems.push_back(png + " was not drawn.");
        if (record.at("errors") != 0) totals.problems.push_back(fmt::format("{} has bytes that no printer knows.", png));
        read_sheet(SheetText{record.at("text").get<std::string>(), language}, png, totals);
    }
    return totals;
}

}  // namespace kushi
