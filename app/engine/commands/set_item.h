#pragma once

#include <string>

#include "app/engine/command.h"

namespace kushi {

/// Sets a whole item ("head-massage-30") or one field of one that is there ("head-massage-30.price"). What is refused
/// bears the whole path ("item.head-massage-30.price").
Answer set_item(Command& command, const std::string& path, const Json& value);

/// The salon's ticket books, whole, each with the `warnings` that its shape asks for.
OrderedJson ticket_rows(const Salon& salon);

}  // namespace kushi
