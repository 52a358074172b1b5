#pragma once

#include <filesystem>

namespace kushi::cli {

/// While it lives, what the program logs goes to DIR/log/kushi.log, rotating; nowhere when there is no salon in DIR. Never a
/// name, never a card number: codes, numbers and causes only.
class LogFile {
public:
    explicit LogFile(const std::filesystem::path& data);
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;
};

}  // namespace kushi::cli
