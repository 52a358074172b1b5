#pragma once

#include <string>

#include "app/engine/command.h"

namespace kushi {

/// Puts the visit's service on its bill, as the line that an accepted plan replaces.
void add_service_line(Command& command, const std::string& visit, const std::string& service);

/// A visit without a therapist belongs to the first therapist, manager or owner who writes on it.
void claim_visit(Command& command, VisitRecord& visit);

}  // namespace kushi
