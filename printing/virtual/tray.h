#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "printing/virtual/interpreter.h"

namespace kushi::printing {

/// What is known of a sheet once it lies in the tray.
struct SheetRecord {
    int number = 0;
    std::string png;  ///< file name in the folder; empty without a folder
    std::size_t bytes = 0;
    int dots_high = 0;
    std::string text;
    std::size_t error_count = 0;
    std::vector<PaperError> errors;
    std::vector<std::string> process_ids;
    std::vector<std::string> codes;
    int drawer_kicks = 0;
    int wraps = 0;
};

/// {"sheet":1,"png":"sheet-0001.png","bytes":...,"dots_high":...,"text":...,"errors":0,"process_ids":[...],
/// "drawer_kicks":0,"codes":[...],"wraps":0}; with errors also "error_list":[{"offset","what"}].
std::string json_line(const SheetRecord& record);

/// Where the sheets fall: sheet-0001.png, sheet-0001.bin (the bytes that made it) and a line in sheets.jsonl each. Goes
/// on counting in a folder that has sheets already.
class Tray {
public:
    /// Without a folder nothing is written.
    /// @throws std::system_error for a folder that cannot be written
    explicit Tray(std::filesystem::path folder);
    /// A file is there whole or not at all, and the line in sheets.jsonl after its files.
    /// @throws std::system_error
    SheetRecord put(const Sheet& sheet);

private:
    std::filesystem::path folder_;
    int count_ = 0;
};

}  // namespace kushi::printing
