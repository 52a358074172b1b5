#include "app/cli/json_lines.h"

#include <gtest/gtest.h>

#include <sstream>

#include "core/text/json_limits.h"

namespace kushi::cli {
namespace {

TEST(ALineOfInput, IsReadUpToItsLimit)
{
    const std::string longest(most_json_bytes, 'x');
    std::istringstream in{"one\r\n\n  \n" + longest + "\n" + longest + "y\nlast"};
    EXPECT_EQ(**next_line(in), "one\r");
    EXPECT_EQ((**next_line(in)).size(), most_json_bytes) << "blank lines are passed over";
    EXPECT_EQ(next_line(in)->error().code, "too_long");
    EXPECT_EQ(**next_line(in), "last") << "after a long line comes the next, and the last needs no end";
    EXPECT_FALSE(next_line(in));
    std::istringstream unending{longest + longest};
    EXPECT_EQ(next_line(unending)->error().code, "too_long");
    EXPECT_FALSE(next_line(unending));
}

}  // namespace
}  // namespace kushi::cli
