#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace kushi {

/// What is wrong with a key file or its folder. The text of `code()` is a promise to other programs.
enum class KeyFault { missing, wrong_size, damaged, readable_by_others, not_a_file, already_there, cannot_read, cannot_write };

/// A salon cannot go on without its keys, and a wrong key must never be made up in silence. The message names the file
/// and the fault, never a byte of what it holds.
class KeyProblem : public std::runtime_error {
public:
    KeyProblem(KeyFault fault, std::filesystem::path file, const std::string& cause = {});
    [[nodiscard]] KeyFault fault() const { return fault_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// "key_missing", "key_wrong_size", "key_damaged", "key_readable_by_others", "key_not_a_file", "key_already_there",
    /// "key_cannot_read", "key_cannot_write".
    [[nodiscard]] std::string_view code() const;

private:
    KeyFault fault_;
    std::filesystem::path file_;
};

/// Makes the folder of the keys (and the folders above it) for its user alone. A folder that is there already is kept,
/// when nobody else can look into it: `KUSHI_KEYS` may name a disk of its own.
/// @throws KeyProblem
void make_key_folder(const std::filesystem::path& folder);

/// @throws KeyProblem when other users may look into the folder, or it is not there
void check_key_folder(const std::filesystem::path& folder);

/// Fills `bytes` from the file, which holds exactly so many, is a regular file (a link to one counts) and may be read
/// by its user alone. A file of zeros is what a power cut can leave of a file that was never synced: damaged.
/// @throws KeyProblem
void read_key_file(const std::filesystem::path& file, std::span<std::uint8_t> bytes);

/// Writes a new file of mode 0600 that is on the disk, with its name, when this returns. Never writes over a key.
/// @throws KeyProblem
void write_key_file(const std::filesystem::path& file, std::span<const std::uint8_t> bytes);

}  // namespace kushi
