#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/journal/event.h"
#include "db/apply/apply.h"

namespace kushi::test {

/// Applies one event as terminal 1 or another tells it. Everything that an event always says is filled in.
inline void tell(const Database& database, const char* type, nlohmann::json pub, const Stamp& stamp)
{
    pub.emplace("by", "staff-1");
    pub.emplace("at", "2026-01-15T03:00:00.000Z");
    pub.emplace("day", "2026-01-15");
    Event event;
    event.terminal = stamp.terminal;
    event.seq = stamp.seq;
    event.hlc = stamp.hlc;
    event.type = type;
    event.pub = pub.dump();
    if (!apply(database, event)) throw std::logic_error{"no handler applies " + event.type};
}

}  // namespace kushi::test
