#include "db/read/papers.h"

namespace kushi {

std::int64_t formal_receipts_of(const Database& database, const std::string& number)
{
    Query row{database, "SELECT COUNT(*) FROM audit WHERE type = 'paper.formal' AND subject = ?", number};
    row.next();
    return row.integer(0);
}

}  // namespace kushi
