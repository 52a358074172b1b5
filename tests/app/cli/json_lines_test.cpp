#include "app/cli/json_lines.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace kushi::cli {
namespace {

TEST(ALineOfInput, IsReadUpToItsLimit)
{
    const std::string longest(longest_line, 'x');
    std::istringstream in{"one\r\n\n  \n" + longest + "\n" + longest + "y\nlast"};
    EXPECT_EQ(**next_line(in), "one\r");
    EXPECT_EQ((**next_line(in)).size(), longest_line) << "blank lines are passed over";
    EXPECT_EQ(next_line(in)->error().code, "too_long");
    EXPECT_EQ(**next_line(in), "last") << "after a long line comes the next, and the last needs no end";
    EXPECT_FALSE(next_line(in));
    std::istringstream unending{longest + longest};
    EXPECT_EQ(next_line(unending)->error().code, "too_long");
    EXPECT_FALSE(next_line(unending));
}

std::string nested(int depth) { return R"({"a":)" + std::string(static_cast<std::size_t>(depth - 1), '[') +
                                       std::string(static_cast<std::size_t>(depth - 1), ']') + "}"; }

TEST(ALineOfInput, IsOneObjectOfBoundedDepth)
{
    struct Case { const char* why; std::string text; Refusal refusal; };
    for (const auto& c : {
             Case{"no JSON", "hello", {"bad_request", "", "JSON, byte 1"}}, Case{"cut short", R"({"a":1)", {"bad_request", "", "JSON, byte 7"}},
             Case{"two on a line", R"({} {})", {"bad_request", "", "JSON, byte 4"}}, Case{"a list", "[]", {"bad_request", "", "object"}},
             Case{"bytes that are no UTF-8", "{\"a\":\"\xff\"}", {"bad_request", "", "JSON, byte 7"}},
             Case{"the same field twice", R"({"a":{"b":1,"c":2,"b":3}})", {"bad_request", "b", "twice"}},
             Case{"a number past all numbers", R"({"a":1e999})", {"out_of_range", "", "number"}},
             Case{"one level too deep", nested(deepest_nesting + 1), {"too_deep", "", "64"}},
             Case{"many levels too deep", std::string(500'000, '['), {"too_deep", "", "64"}}}) {
        const auto object = parse_object(c.text);
        ASSERT_FALSE(object) << c.why;
        EXPECT_EQ(object.error(), c.refusal) << c.why << ": " << object.error().detail;
    }
    EXPECT_TRUE(parse_object(nested(deepest_nesting)));
    EXPECT_TRUE(parse_object(R"({"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":1}]})")) << "the same name in other objects";
}

}  // namespace
}  // namespace kushi::cli
