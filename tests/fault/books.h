#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kushi::fault {

/// What the people at the desk know: every key that they tried to sell with, and the number that was answered, "" where no
/// answer came.
using Desk = std::map<std::string, std::string>;

/// Compares a salon's database, read by SQL of its own, with what the desk knows. @returns a sentence for each thing that a
/// till may never do: lose an acknowledged sale, double one, leave a hole in the numbers, keep half a sale or lose its paper
std::vector<std::string> wrong_in_books(const std::filesystem::path& database, const Desk& desk);

}  // namespace kushi::fault
