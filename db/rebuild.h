#pragma once

#include <cstdint>
#include <functional>

#include "db/database.h"

namespace kushi {

/// How far a long work is: events done of how many. Called now and then, and once at the end.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Drops every row that is made from the events and makes it again, in one transaction: the old tables or the new ones,
/// never between. Drafts, printers, jobs and tries of a PIN stay as they are. An event that this program does not know
/// stays, marked as not applied; one that it has learnt to know since is applied and marked so.
/// @throws DatabaseProblem damaged for an event that is none; then the tables are as before
void rebuild(const Database& database, const Progress& progress = {});

}  // namespace kushi
