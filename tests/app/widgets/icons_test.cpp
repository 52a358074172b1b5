#include "app/widgets/icons.h"

#include <gtest/gtest.h>

#include <regex>

namespace kushi {
namespace {

/// The arcs of a path: what stands between an a and the next command.
std::vector<std::string> arcs_in(const std::string& paths)
{
    static const std::regex arc{"[aA]([-0-9. ,]+)"};
    std::vector<std::string> arcs;
    for (std::sregex_iterator at{paths.begin(), paths.end(), arc}, end; at != end; ++at) arcs.push_back((*at)[1]);
    return arcs;
}

// The reader of SVG takes "0 0110" for two numbers where the standard means two flags and a number.
TEST(AnIcon, KeepsTheFlagsOfItsArcsApart)
{
    static const std::regex number{"-?([0-9]*\\.[0-9]+|[0-9]+)"};
    for (int each = 1; each <= static_cast<int>(Icon::circle_minus); ++each) {
        for (const std::string& arc : arcs_in(std::string{icon_paths(static_cast<Icon>(each))})) {
            std::vector<std::string> numbers;
            for (std::sregex_iterator at{arc.begin(), arc.end(), number}, end; at != end; ++at)
                numbers.push_back(at->str());
            ASSERT_EQ(numbers.size() % 7, 0U) << "icon " << each << ": " << arc;
            for (std::size_t i = 0; i < numbers.size(); i += 7) {
                for (const auto flag : {i + 3, i + 4}) {
                    EXPECT_TRUE(numbers[flag] == "0" || numbers[flag] == "1") << "icon " << each << ": " << arc;
                }
            }
        }
    }
}

}  // namespace
}  // namespace kushi
