#pragma once

#include <string>
#include <string_view>

#include "app/words/papers.h"
#include "core/day/business_day.h"
#include "core/money/currency.h"
#include "printing/document/document.h"

namespace kushi {

/// The salon as its papers name it, already in the paper's language.
struct SalonFacts {
    std::string name;
    std::string address;  ///< empty: not printed, like every text below
    std::string phone;
    std::string registration_number;  ///< T and 13 digits in Japan; only of a registered business
    std::string zone = "Asia/Tokyo";
    bool training = false;  ///< every paper says so
    std::string receipt_head = {};  ///< the salon's own words on its receipts, over several lines
    std::string receipt_foot = {};
};

/// What is added, above and below, to a paper that is printed a second time.
struct CopyBanner {
    int count = 1;  ///< the n-th copy; 0 for none
    Instant at;
    std::string zone = "Asia/Tokyo";
    std::string job;           ///< number of the print job, empty if it has none
    bool after_break = false;  ///< the first paper may lie there torn
};

/// The frozen document of a paper with the banner around it: a copy is never rendered anew.
printing::Document as_copy(printing::Document frozen, const CopyBanner& banner);

/// Builds a document line by line; what the papers have in common.
class PaperWriter {
public:
    PaperWriter(std::string kind, std::string_view language, Currency currency);

    void head(const SalonFacts& salon);  ///< the comb, name, address, telephone, registration number
    void training_mark(const SalonFacts& salon);
    void own_words(std::string_view lines);  ///< of the salon, each line centred
    void text(std::string words, printing::Align align = printing::Align::left, printing::Style style = {});
    void centred(std::string words, printing::Style style = {});
    void row(std::string left, std::string right, printing::Style style = {});
    /// What belongs to the line above it, a little to the right, also where it wraps.
    void note(std::string words);
    void row(PaperWord left, std::string right, printing::Style style = {});
    /// The large line that the eye looks for, with the sign of the currency; `small` follows the word in small type.
    void large(std::string left, std::string small, std::int64_t amount);
    void rule(printing::RuleBlock::Kind kind = printing::RuleBlock::Kind::dotted);
    void add(printing::Block block);

    [[nodiscard]] std::string word(PaperWord word) const;
    [[nodiscard]] std::string word(PaperWord word, std::initializer_list<std::string_view> arguments) const;
    [[nodiscard]] std::string amount(std::int64_t minor_units) const;  ///< for a column, without the currency's sign
    [[nodiscard]] std::string minus(std::int64_t minor_units) const;   ///< −500; nothing off is 0
    [[nodiscard]] const std::string& language() const { return document_.language; }
    printing::Document take();  ///< with the cut

private:
    printing::Document document_;
    Currency currency_;
};

}  // namespace kushi
