#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/engine/salon.h"
#include "core/sale/sale.h"
#include "db/database.h"

namespace kushi {

/// What one document did to a ticket, voucher or deposit, which is told as it stood right after that document.
struct PrepaidFact {
    enum class What { sold, used, given_back, cancelled } what = What::sold;
    std::string id;
    std::string kind;                ///< ticket, voucher, deposit
    std::string name;                ///< in the paper's language; may be empty
    std::string code;                ///< of a voucher: whoever holds it may spend it
    std::string expires;             ///< its last good day; empty for one without end
    std::int64_t sessions = 0;       ///< of the whole ticket
    std::int64_t first_session = 0;  ///< of a ticket that was used: 3 for the third use
    std::int64_t sessions_here = 0;  ///< how many uses the document took or gave back
    std::int64_t sessions_used = 0;  ///< after it
    std::int64_t face_here = 0;      ///< of a voucher or deposit: taken off its balance or given back to it
    std::int64_t face_left = 0;      ///< after it
    bool taxed_at_issue = false;
    [[nodiscard]] std::int64_t sessions_left() const { return sessions - sessions_used; }
};

/// Of a stored document: what it sold first, then what it used, gave back and ended, each once.
std::vector<PrepaidFact> prepaid_facts(const Database& database, const Salon& salon, const Sale& sale,
                                       const std::string& language);

}  // namespace kushi
