#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "app/engine/generate/clientele.h"
#include "app/engine/story/guest.h"

namespace kushi {

/// How many come on a day, on average of the week and the year: Saturdays most, February and August least.
std::int64_t visits_on(std::chrono::sys_days day, std::int64_t average, Chance& chance);

/// How many kinds of heads there are.
std::size_t trait_count();
/// What somebody of this kind books.
std::string usual_service(const Stage& stage, std::size_t trait);
/// What is said and seen at the chair, what it costs and how it is paid: everything of the visit but who and when.
void furnish(Stage& stage, Guest& guest, std::size_t trait, bool returning);
/// Comes in to buy something only.
void furnish_shopper(Stage& stage, Guest& guest);

}  // namespace kushi
