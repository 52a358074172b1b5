#pragma once

#include <string>
#include <vector>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {

/// One request that works, with all of its fields.
struct Act {
    Json request;
    std::string as;
    bool works = true;  ///< false where the salon's state (the day is open) asks for another one
};

/// A salon in the middle of its day, made so that every act of `one_of_each` works in it, each on its own.
std::vector<Act> one_of_each(TestSalon& salon);

}  // namespace kushi::test
