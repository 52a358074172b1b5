#pragma once

#include <string>

#include "app/engine/command.h"
#include "core/sale/sale.h"

namespace kushi {

/// A new document of the terminal's one counter: series, counter and number, taken inside the transaction that keeps it.
struct DocumentNumber {
    std::string series;
    std::int64_t counter = 0;
    [[nodiscard]] std::string text() const;  ///< "A-000123"
};
DocumentNumber take_number(const Command& command);

/// A slip's number, a voucher's code: printable ASCII, at most 64 characters. Not searched for card numbers, because one in
/// ten bar codes looks like one; the paper shows its last four only.
bool is_reference(std::string_view text);

/// Money needs a day that was opened and not closed: `day_not_open`, `day_closed`.
Outcome<void> day_takes_money(const Command& command);

/// What every kind of document has when it is made now, by this actor.
Sale new_document(const Command& command, SaleKind kind, const DocumentNumber& number);

/// The public part of a document's event: the document, and what the tables want beside it.
OrderedJson document_fact(const Command& command, const Sale& sale, const DocumentNumber& number, const std::string& key);

/// What a key was used for before: the same request answers the same, another is `key_reused`. Nothing for a new key.
Outcome<std::optional<Sale>> document_of_key(const Command& command, const std::string& key);

/// What goes back on the shelf or off it for a line: `thousandths` signed, products only.
OrderedJson goods_of(const Command& command, const SaleLine& line, Quantity quantity, int direction);

}  // namespace kushi
