#pragma once

#include "core/catalog/object_reader.h"
#include "core/catalog/salon_seed.h"

namespace kushi {

/// What is wrong between the parts of a seed whose parts are each right: names that nobody has, units that differ.
/// @returns the first of them, with the path of the field in the preset
FirstFault fault_between_parts(const SalonSeed& seed);

}  // namespace kushi
