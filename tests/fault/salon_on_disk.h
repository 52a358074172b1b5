#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/engine/open_salon.h"

namespace kushi::fault {

/// A salon in a temporary folder, its day open, held by nobody: the program is run on it. The PINs cost the least, which
/// saves the making a second and changes nothing else.
class SalonOnDisk {
public:
    SalonOnDisk();
    ~SalonOnDisk();
    SalonOnDisk(const SalonOnDisk&) = delete;
    SalonOnDisk& operator=(const SalonOnDisk&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] std::filesystem::path database() const { return database_file(folder_); }
    /// Opens it in this process for one request of the owner's. @returns the answer as one line
    std::string perform(const std::string& request) const;
    /// Walk-ins with a shampoo each that are ready to pay.
    [[nodiscard]] std::vector<std::string> visits_to_pay(int count) const;
    /// The words that start the program on this salon as its owner.
    [[nodiscard]] std::vector<std::string> kushi(const std::vector<std::string>& words) const;
    /// Makes the files what they are in another salon, and nothing else.
    void become(const SalonOnDisk& other) const;

private:
    std::filesystem::path folder_;
};

/// A new random UUID as text.
std::string new_key();
/// {"do":"checkout", ...} with enough cash, and its line end.
std::string checkout_line(const std::string& visit, const std::string& key);
/// The text behind "name":" in a line of JSON; nothing where it is not.
std::optional<std::string> text_in(const std::string& line, const std::string& name);
/// {"ok":true, ...
bool is_ok(const std::string& line);

}  // namespace kushi::fault
