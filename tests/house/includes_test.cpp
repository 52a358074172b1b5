#include <gtest/gtest.h>

#include <set>

#include "tests/house/arrows.h"
#include "tests/house/source_tree.h"

namespace kushi::house {
namespace {

using namespace std::string_literals;

TEST(Includes, PointOnlyWhereThePlanOfTheHouseAllows)
{
    std::set<std::string> rooms_read;
    for (const std::string& file : project_files()) {
        if (!is_code_of_a_room(file)) continue;
        rooms_read.insert(file.substr(0, file.find('/')));
        for (const std::string& included : includes_of(text_of(file))) {
            const auto why = forbidden(file, included);
            EXPECT_FALSE(why) << file << " includes " << included << ": " << *why;
        }
    }
    EXPECT_EQ(rooms_read, (std::set{"app"s, "core"s, "db"s, "printing"s})) << "a room was not read at all";
}

TEST(Includes, LeaveTheLibraryOfResultsToOneFile)
{
    for (const std::string& file : project_files()) {
        if (!is_code_of_a_room(file)) continue;
        EXPECT_EQ(names_tl(text_of(file)), file == "core/result.h") << file;
    }
}

TEST(AWrongArrow, IsFound)
{
    struct Case { const char* file; const char* included; };
    for (const auto& c : {Case{"core/sale/sale.cpp", "db/database.h"},
                          Case{"core/sale/sale.cpp", "printing/document/document.h"},
                          Case{"core/sale/sale.cpp", "app/engine/world.h"},
                          Case{"core/sale/sale.cpp", "../../db/database.h"},
                          Case{"core/sale/sale.cpp", "./sale.h"},
                          Case{"core/sale/sale.cpp", "tests/house/arrows.h"},
                          Case{"core/sale/sale.cpp", "SQLiteCpp/SQLiteCpp.h"},
                          Case{"core/sale/sale.cpp", "fmt/format.h"},
                          Case{"core/sale/sale.cpp", "unistd.h"},
                          Case{"core/sale/sale.cpp", "sys/socket.h"},
                          Case{"core/sale/sale.cpp", "filesystem"},
                          Case{"core/sale/sale.h", "tl/expected.hpp"},
                          Case{"core/sale/sale.h", "nlohmann/json.hpp"},
                          Case{"db/database.h", "printing/document/document.h"},
                          Case{"db/read/clients.cpp", "app/engine/world.h"},
                          Case{"db/read/clients.cpp", "boost/asio.hpp"},
                          Case{"printing/escpos/encoder.cpp", "db/database.h"},
                          Case{"printing/escpos/encoder.cpp", "app/words/words.h"},
                          Case{"printing/escpos/encoder.cpp", "sqlite3.h"},
                          Case{"app/engine/checkout.cpp", "app/cli/command.h"},
                          Case{"app/engine/checkout.cpp", "app/screens/checkout/checkout_state.h"},
                          Case{"app/engine/checkout.cpp", "app/widgets/tile.h"},
                          Case{"app/engine/checkout.cpp", "CLI/CLI.hpp"},
                          Case{"app/engine/checkout.cpp", "wx/wx.h"},
                          Case{"app/engine/log.h", "spdlog/spdlog.h"},
                          Case{"app/cli/command.h", "nlohmann/json.hpp"},
                          Case{"app/presets/tokyo.cpp", "app/engine/world.h"},
                          Case{"app/words/english.cpp", "app/engine/world.h"},
                          Case{"app/words/english.cpp", "app/presets/tokyo.h"},
                          Case{"app/cli/do.cpp", "app/screens/checkout/checkout_state.h"},
                          Case{"app/cli/command.h", "CLI/CLI.hpp"},
                          Case{"app/screens/checkout/checkout_panel.cpp", "db/database.h"},
                          Case{"app/screens/checkout/checkout_panel.cpp", "printing/document/document.h"},
                          Case{"app/screens/checkout/checkout_panel.cpp", "app/cli/command.h"},
                          Case{"app/screens/checkout/checkout_panel.cpp", "gtk/gtk.h"},
                          Case{"app/widgets/tile.cpp", "app/engine/world.h"},
                          Case{"app/main.cpp", "wx/wx.h"},
                          Case{"app/helpers/strings.cpp", "string"},
                          Case{"app/strings.cpp", "string"}}) {
        EXPECT_TRUE(forbidden(c.file, c.included)) << c.file << " includes " << c.included;
    }
}

TEST(ARightArrow, IsLeftAlone)
{
    struct Case { const char* file; const char* included; };
    for (const auto& c : {Case{"core/result.h", "tl/expected.hpp"},
                          Case{"core/sale/sale.h", "core/money/receipt.h"},
                          Case{"core/sale/sale.h", "nlohmann/json_fwd.hpp"},
                          Case{"core/sale/sale.cpp", "nlohmann/json.hpp"},
                          Case{"core/text/names.cpp", "unicode/normalizer2.h"},
                          Case{"core/journal/chain.cpp", "sodium.h"},
                          Case{"core/day/business_day.cpp", "date/tz.h"},
                          Case{"core/day/business_day.cpp", "chrono"},
                          Case{"db/database.h", "SQLiteCpp/Database.h"},
                          Case{"db/read/clients.cpp", "core/id.h"},
                          Case{"printing/network/connection.h", "boost/asio/io_context.hpp"},
                          Case{"app/engine/checkout.cpp", "db/database.h"},
                          Case{"app/engine/log.h", "spdlog/fwd.h"},
                          Case{"app/engine/command.h", "nlohmann/json.hpp"},
                          Case{"app/engine/log.cpp", "spdlog/spdlog.h"},
                          Case{"app/cli/command_line.cpp", "CLI/CLI.hpp"},
                          Case{"app/screens/checkout/checkout_panel.cpp", "app/engine/world.h"},
                          Case{"app/screens/checkout/checkout_panel.cpp", "wx/sizer.h"},
                          Case{"app/widgets/accessible.cpp", "gtk/gtk.h"},
                          Case{"app/main.cpp", "app/cli/command_line.h"}}) {
        const auto why = forbidden(c.file, c.included);
        EXPECT_FALSE(why) << c.file << " includes " << c.included << ": " << *why;
    }
}

TEST(IncludeLines, AreReadInEveryWayTheyAreWritten)
{
    EXPECT_EQ(includes_of("#pragma once\n"
                          "#include \"core/id.h\"\n"
                          "  #  include\t<core/result.h>  // by angles too\n"
                          "// #include \"db/database.h\"\n"
                          "const char* words = \"#include\";\n"
                          "#include <string>"),
              (std::vector{"core/id.h"s, "core/result.h"s, "string"s}));
}

TEST(TheLibraryOfResults, IsFoundInCodeAndNotInComments)
{
    EXPECT_TRUE(names_tl("return\n    tl::unexpected{1};"));
    EXPECT_TRUE(names_tl("tl::expected<int, int> f();"));
    EXPECT_FALSE(names_tl("// Only one file names tl::expected.\nint ctl::size;"));
}

}  // namespace
}  // namespace kushi::house
