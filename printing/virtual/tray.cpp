#include "printing/virtual/tray.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

namespace kushi::printing {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

void write(const fs::path& path, std::ios::openmode mode, std::span<const char> bytes)
{
    std::ofstream file{path, std::ios::binary | mode};
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw std::system_error{errno == 0 ? EIO : errno, std::generic_category(), path.string()};
}

void write_whole(const fs::path& path, const std::vector<std::uint8_t>& bytes)
{
    fs::path unfinished = path;
    unfinished += ".part";
    write(unfinished, std::ios::trunc, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    fs::rename(unfinished, path);
}

/// The N of sheet-N.png, 0 for another file.
int number_of(const fs::path& file)
{
    const std::string stem = file.stem().string();
    if (!stem.starts_with("sheet-") || stem.size() > 14) return 0;
    const std::string digits = stem.substr(6);
    const bool all = !digits.empty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    return all ? std::stoi(digits) : 0;
}

}  // namespace

std::string json_line(const SheetRecord& record)
{
    ordered_json line;
    line["sheet"] = record.number;
    line["png"] = record.png;
    line["bytes"] = record.bytes;
    line["dots_high"] = record.dots_high;
    line["text"] = record.text;
    line["errors"] = record.error_count;
    line["process_ids"] = record.process_ids;
    line["drawer_kicks"] = record.drawer_kicks;
    line["codes"] = record.codes;
    line["wraps"] = record.wraps;
    for (const PaperError& error : record.errors) {
        line["error_list"].push_back({{"offset", error.offset}, {"what", error.what}});
    }
    return line.dump(-1, ' ', false, ordered_json::error_handler_t::replace);  // codes and ids are any bytes
}

Tray::Tray(fs::path folder) : folder_{std::move(folder)}
{
    if (folder_.empty()) return;
    fs::create_directories(folder_);
    write(folder_ / "sheets.jsonl", std::ios::app, {});
    for (const auto& entry : fs::directory_iterator{folder_}) count_ = std::max(count_, number_of(entry.path()));
}

SheetRecord Tray::put(const Sheet& sheet)
{
    const std::string name = fmt::format("sheet-{:04}", ++count_);
    SheetRecord record{count_,
                       folder_.empty() ? "" : name + ".png",
                       sheet.bytes.size(),
                       sheet.paper.height(),
                       sheet.text,
                       sheet.error_count,
                       sheet.errors,
                       sheet.process_ids,
                       sheet.codes,
                       sheet.drawer_kicks,
                       sheet.wraps};
    if (folder_.empty()) return record;
    write_whole(folder_ / (name + ".bin"), sheet.bytes);
    write_whole(folder_ / (name + ".png"), png_of(sheet.paper));
    const std::string line = json_line(record) + "\n";
    write(folder_ / "sheets.jsonl", std::ios::app, line);
    return record;
}

}  // namespace kushi::printing
