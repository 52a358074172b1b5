#pragma once

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/engine/create_salon.h"
#include "app/engine/demo/proof.h"
#include "app/engine/story/stage.h"
#include "app/engine/world.h"
#include "core/money/currency.h"
#include "core/result.h"

namespace kushi {

struct DemoWish {
    std::filesystem::path folder;
    std::string preset = "tokyo";
    std::string language = {};  ///< of the papers and of what is written at the chair; empty: the preset's own
};

/// What a demo leaves behind.
struct Demo {
    std::filesystem::path salon, receipts, report;  ///< folders
    std::string salon_name, business_date;
    Currency currency;
    std::vector<NewStaff> staff;
    std::string manager, desk, first_number;  ///< for commands to try
    nlohmann::ordered_json day;  ///< the day's report
    std::string report_text;     ///< the same as its paper says it
    DemoProof proof;
};

/// The newest day whose evening has passed: today's business date after its close at 19:30, else yesterday's.
std::chrono::year_month_day demo_day(Instant now, const DayRule& rule);

/// Makes a training salon in the folder, starts a printer on this machine, plays one day through the engine's door with all
/// papers over TCP, and proves that report, journal, tables and papers say the same.
/// Refuses `unknown_preset`, and `foreign_files` for a folder that holds anything but an earlier demo, which is replaced.
/// @throws StoryProblem when the engine refuses what the story tells; DatabaseProblem, KeyProblem, std::system_error
Outcome<Demo> play_demo(const DemoWish& wish, const World& world);

}  // namespace kushi
