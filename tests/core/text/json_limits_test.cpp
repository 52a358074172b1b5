#include "core/text/json_limits.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kushi {
namespace {

std::string nested(std::size_t levels) { return R"({"a":)" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}"; }

TEST(ALineOfJson, IsAnObjectWithinLimitsOrRefused)
{
    struct Case { const char* why; std::string line; const char* code; const char* field = ""; };
    const std::string mebibyte(most_json_bytes, ' ');
    for (const auto& c : {Case{"empty object", "{}", ""},
                          Case{"blanks around", " {\"a\" : 1}\r", ""},
                          Case{"same name in another object", R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})", ""},
                          Case{"64 levels", nested(64), ""},
                          Case{"a mebibyte", R"({"a":")" + std::string(most_json_bytes - 8, 'x') + "\"}", ""},
                          Case{"a byte more", R"({"a":")" + std::string(most_json_bytes - 7, 'x') + "\"}", "too_long"},
                          Case{"only blanks", mebibyte, "bad_json"},
                          Case{"65 levels", nested(65), "too_deep"},
                          Case{"half a million levels", std::string(500'000, '['), "too_deep"},
                          Case{"objects in objects", [] { std::string s; for (int i = 0; i < 100; ++i) s += "{\"a\":"; return s; }(), "too_deep"},
                          Case{"twice the same", R"({"a":1,"b":2,"a":1})", "duplicate_field", "a"},
                          Case{"twice, once escaped", R"({"key":1,"k\u0065y":2})", "duplicate_field", "key"},
                          Case{"twice, within", R"({"a":[{"b":{"c":1,"c":2}}]})", "duplicate_field", "c"},
                          Case{"twice, a name too long to be repeated", R"({"k234567890123456789012345678901234567890x":1,"k234567890123456789012345678901234567890x":2})", "duplicate_field"},
                          Case{"twice, a name that would move the cursor", R"({"a\u001b[2J":1,"a\u001b[2J":2})", "duplicate_field"},
                          Case{"empty", "", "bad_json"},
                          Case{"cut short", R"({"a":)", "bad_json"},
                          Case{"two objects", "{} {}", "bad_json"},
                          Case{"a comment", "{} // x", "bad_json"},
                          Case{"a trailing comma", R"({"a":1,})", "bad_json"},
                          Case{"single quotes", "{'a':1}", "bad_json"},
                          Case{"not a number", R"({"a":NaN})", "bad_json"},
                          Case{"a number past every double", R"({"a":1e999})", "bad_json"},
                          Case{"lone surrogate", R"({"a":"\ud800"})", "bad_json"},
                          Case{"a raw line break in text", "{\"a\":\"x\ny\"}", "bad_json"},
                          Case{"array", "[1]", "bad_request"},
                          Case{"number", "1", "bad_request"},
                          Case{"null", "null", "bad_request"},
                          Case{"Latin-1", "{\"a\":\"\xe9\"}", "bad_text"},
                          Case{"surrogate bytes", "{\"a\":\"\xed\xa0\x80\"}", "bad_text"}}) {
        const auto parsed = parse_json_line(c.line);
        EXPECT_EQ(parsed ? "" : parsed.error().code, c.code) << c.why;
        EXPECT_EQ(parsed ? "" : parsed.error().field, c.field) << c.why;
        EXPECT_TRUE(!parsed || parsed->is_object()) << c.why;
    }
}

TEST(ALineOfJson, KeepsItsValues)
{
    const auto parsed = parse_json_line(R"({"do":"note","text":"頭皮\n乾燥","n":9007199254740993,"list":[1,null,true]})");
    ASSERT_TRUE(parsed);
    EXPECT_EQ((*parsed)["text"], "頭皮\n乾燥");
    EXPECT_EQ((*parsed)["n"].get<std::int64_t>(), 9007199254740993);
    EXPECT_EQ((*parsed)["list"].size(), 3U);
}

}  // namespace
}  // namespace kushi
