#pragma once

#include <filesystem>

#include "core/result.h"

namespace kushi {

/// Where a demo's things lie.
struct DemoFolder {
    std::filesystem::path root;
    [[nodiscard]] std::filesystem::path salon() const { return root / "salon"; }
    [[nodiscard]] std::filesystem::path receipts() const { return root / "receipts"; }
    [[nodiscard]] std::filesystem::path report() const { return root / "report"; }
};

/// A folder that is new, empty or an earlier demo's, whose things are removed. Anything else stays as it is and is refused
/// `foreign_files` (detail: the first thing that is not a demo's); so is a salon in it that is not for practice.
/// @throws DatabaseProblem in_use while a Kushi has that salon open; std::filesystem::filesystem_error
Outcome<DemoFolder> clear_demo_folder(const std::filesystem::path& root);

}  // namespace kushi
