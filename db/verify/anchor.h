#pragma once

#include <cstdint>
#include <iosfwd>
#include <vector>

#include "core/journal/event.h"
#include "core/result.h"
#include "db/database.h"

namespace kushi {

/// A terminal's tip as it was once written down outside of the machine: what stands before it can no longer be rewritten
/// or cut off without being seen.
struct Anchor {
    std::int64_t terminal = 0;
    std::int64_t seq = 0;
    Hash hash{};
    friend bool operator==(const Anchor&, const Anchor&) = default;
};

/// The tip of every terminal in this file, by terminal number.
std::vector<Anchor> tips(const Database& database);

/// One line a terminal: "terminal seq hash", the hash as 64 hex digits. Blank lines and lines that begin with # are notes.
void write_anchors(std::ostream& out, const std::vector<Anchor>& anchors);
/// Refuses `bad_anchor` for a line that is none (detail: its number) and `empty_anchor` for a file that names no tip.
Outcome<std::vector<Anchor>> read_anchors(std::istream& in);

}  // namespace kushi
