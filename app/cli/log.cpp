#include "app/cli/log.h"

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace kushi::cli {
namespace {

constexpr std::size_t file_bytes = 2 << 20;
constexpr std::size_t old_files = 4;

std::shared_ptr<spdlog::sinks::sink> sink_for(const std::filesystem::path& data)
{
    std::error_code ignored;
    if (!std::filesystem::exists(data / "kushi.db", ignored)) return std::make_shared<spdlog::sinks::null_sink_mt>();
    try {
        return std::make_shared<spdlog::sinks::rotating_file_sink_mt>((data / "log" / "kushi.log").string(), file_bytes, old_files);
    }
    catch (const spdlog::spdlog_ex&) {
        return std::make_shared<spdlog::sinks::null_sink_mt>();  // a full or read-only disk must not stop a sale
    }
}

}  // namespace

LogFile::LogFile(const std::filesystem::path& data)
{
    auto logger = std::make_shared<spdlog::logger>("kushi", sink_for(data));
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
}

LogFile::~LogFile() { spdlog::default_logger()->flush(); }

}  // namespace kushi::cli
