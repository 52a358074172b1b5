#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"
#include "db/verify/anchor.h"

namespace kushi {

class Vault;

/// One thing that is not as it should be. Says where and of what kind, never a person's data.
struct VerifyProblem {
    std::string part;     ///< file, chain, signature, personal, table, money, day, anchor
    /// changed, missing, inserted, reordered; unreadable; wrong (an identity that does not hold); behind, rewritten (an anchor)
    std::string kind;
    std::int64_t terminal = 0;  ///< 0 where no event is at fault
    std::int64_t seq = 0;
    std::string subject;  ///< a document's number, a date, a table and key; empty where the event says it all
    std::string detail;   ///< a sentence
};

struct VerifyOptions {
    std::int64_t from = 1;         ///< first seq of every terminal whose chain is checked; the tables are always checked whole
    std::vector<Anchor> anchors;   ///< what must still stand in the chain
    const Vault* vault = nullptr;  ///< with it every personal part is opened too
    /// How far it is: what is being checked, and how many of how many.
    std::function<void(std::string_view part, std::int64_t done, std::int64_t total)> progress;
};

struct VerifyReport {
    std::int64_t events = 0, signatures = 0, personal = 0, erased = 0, sales = 0, days = 0, tables = 0;
    std::vector<VerifyProblem> problems;  ///< at most 100, in the order in which they were found
    std::int64_t problem_count = 0;
    bool damaged = false;  ///< something is not as it should be
    bool behind = false;   ///< the chain does not hold what an anchor saw
    [[nodiscard]] bool ok() const { return !damaged && !behind; }
};

/// Checks the chain and signatures of every terminal, the money identities, the closed days, and that the tables equal a
/// rebuild made beside them in memory. Only reads, from one snapshot, on any connection without an open transaction.
/// Needs no key but for the personal parts. What it claims is "unchanged since the last outside anchor", nothing stronger:
/// a tail that was cut off together with its rows is seen with an anchor only.
/// @throws SQLite::Exception when the file cannot be read
VerifyReport verify(const Database& reader, const VerifyOptions& options = {});

}  // namespace kushi
