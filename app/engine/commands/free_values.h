#pragma once

#include "app/engine/command.h"

namespace kushi {

/// Free text stands anywhere in what was asked, seen or half written: none of it may hold a card's number.
void refuse_card_numbers(Command& command, const Json& value, const char* field);

}  // namespace kushi
