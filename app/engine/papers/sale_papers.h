#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/engine/papers/parts.h"
#include "app/engine/salon.h"
#include "core/sale/sale.h"
#include "db/database.h"

namespace kushi {

/// The papers that one sale may have.
enum class PaperKind { receipt, formal, gift, consumption };
std::optional<PaperKind> paper_kind(std::string_view text);  ///< "receipt", "formal", "gift", "consumption"

/// Which paper is wanted; a formal receipt is made out to somebody, for something.
struct PaperWish {
    PaperKind kind = PaperKind::receipt;
    std::string name, purpose;
};

/// The salon as papers in `language` name it.
SalonFacts salon_facts(const Salon& salon, bool training, const std::string& language);
/// A stored sale's receipt in `language`, as it is printed the first time.
printing::Document paper_of(const Database& database, const Salon& salon, bool training, const Sale& sale,
                            const std::string& language);

/// The receipt as it was frozen when it was first printed; in another language, or never printed, from the stored sale.
printing::Document paper_as_printed(const Database& database, const Vault& vault, const Salon& salon, bool training,
                                    const Sale& sale, const std::string& language);

/// The wanted paper, unmarked and not counted; `now` is when a formal receipt is made out. Only a sale has papers
/// beside its receipt (`not_a_sale`), and a formal receipt only one that nothing took back (`already_refunded`,
/// `already_voided`) and that money was taken for (`nothing_received`). Without a ticket used: `no_ticket_used`.
Outcome<printing::Document> wanted_paper(const Database& database, const Vault& vault, const Salon& salon,
                                         bool training, const Sale& sale, const PaperWish& wish,
                                         const std::string& language, Instant now);

}  // namespace kushi
