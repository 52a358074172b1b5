#include "app/cli/report_csv.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace kushi::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string csv(const char* report)
{
    return report_csv(nlohmann::ordered_json::parse(report));
}

TEST(TheReportsCsv, HasEveryFigureOfTheReport)
{
    EXPECT_EQ(csv(R"({"business_date": "2026-11-14", "z": null, "closed": true, "net_incl": -500,
                      "drawer": {"float": 30000, "counted": null},
                      "by_hour": [{"hour": 10, "count": 2, "total": 9900}],
                      "by_therapist": [{"staff": "", "count": 1}],
                      "liabilities": {"ticket": {"before": 1, "after": 2}},
                      "checks": {"ok": false, "failing": ["a, b", "c"]}})"),
              "section,name,value\r\n"
              "day,business_date,2026-11-14\r\n"
              "day,z,\r\n"
              "day,closed,true\r\n"
              "day,net_incl,-500\r\n"
              "drawer,float,30000\r\n"
              "drawer,counted,\r\n"
              "by_hour,10 count,2\r\n"
              "by_hour,10 total,9900\r\n"
              "by_therapist,count,1\r\n"
              "liabilities,ticket before,1\r\n"
              "liabilities,ticket after,2\r\n"
              "checks,ok,false\r\n"
              "checks,failing 1,\"a, b\"\r\n"
              "checks,failing 2,c\r\n");
}

TEST(TheReportsCsv, LetsNoTextRunAsAFormula)
{
    const auto table = csv(R"json({"tenders": {"=HYPERLINK(\"http://a\")": 5, "-points": -6, "@x": 7, "+81": 8},
                               "note": "-1+1", "amount": "-8.5", "tab": "\tx"})json");
    EXPECT_THAT(table, HasSubstr("tenders,\"'=HYPERLINK(\"\"http://a\"\")\",5\r\n"));
    EXPECT_THAT(table, HasSubstr("tenders,'-points,-6\r\n"));
    EXPECT_THAT(table, HasSubstr("tenders,'@x,7\r\n"));
    EXPECT_THAT(table, HasSubstr("tenders,'+81,8\r\n"));
    EXPECT_THAT(table, HasSubstr("day,note,'-1+1\r\n"));
    EXPECT_THAT(table, HasSubstr("day,amount,-8.5\r\n")) << "a number is no formula";
    EXPECT_THAT(table, HasSubstr("day,tab,'\tx\r\n"));
}

}  // namespace
}  // namespace kushi::cli
