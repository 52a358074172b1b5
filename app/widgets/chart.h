#pragma once

#include <cstdint>
#include <span>

#include "app/widgets/node.h"

namespace kushi {

// Charts of three kinds and, of each, its table: the same figures for who would rather read. A mark that is tapped
// tells its value; where there is nothing to show, a pale chart says so.

/// Round numbers from the least to beyond the greatest value, zero among them, about so many: 0, 10, 20, 30.
std::vector<double> axis_marks(double least, double greatest, int about = 4);
/// Whole percentages that add up to 100: what rounding leaves goes to the largest remainders. All 0 where the sum is 0.
std::vector<int> percentages(std::span<const std::int64_t> parts);

struct Bar {
    std::string label;   ///< "17"
    double value = 0;    ///< in the axis' unit
    std::string mark;    ///< above it when it is chosen: "33.0"
    std::string amount;  ///< in the table, and for a reader: "¥33,000"
};
struct BarChartLook {
    std::string name;  ///< "Net by hour"
    std::vector<Bar> bars;
    std::string label_heading, value_heading;  ///< of the table: "Hour", "Net"
    std::string empty{};                       ///< "No sales yet"
    std::optional<std::size_t> chosen{};       ///< the greatest where none is
    std::function<void(std::size_t)> on_choose{};
};
/// Upright bars, as wide and high as its place.
Node bar_chart(const BarChartLook& look);
Node as_table(const BarChartLook& look);

struct ChartLine {
    std::string name;                           ///< "Oily"
    std::vector<std::optional<double>> values;  ///< one a point; none where nothing is known
    Token color = Token::chart1;
};
struct ChartPoint {
    std::size_t line = 0;
    std::size_t point = 0;
    friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};
struct LineChartLook {
    std::string name;                                 ///< "Scalp progress"
    std::vector<std::string> points;                  ///< "15 Aug", one a point
    std::vector<ChartLine> lines;                     ///< each dashed in its own way, its name at its end
    double least = 0, greatest = 4;                   ///< of the axis
    std::string point_heading{};                      ///< of the table: "Visit"
    std::string empty{};                              ///< "Shows from the second visit"
    std::function<std::string(double)> value_text{};  ///< "1.6"
    std::optional<ChartPoint> chosen{};
    std::function<void(ChartPoint)> on_choose{};
};
/// Lines over points in time. A finger means the nearest mark within 28 px; arrows go along a line and from line to
/// line.
Node line_chart(const LineChartLook& look);
Node as_table(const LineChartLook& look);

struct Share {
    std::string name;  ///< "Card"
    std::int64_t value = 0;
    std::string amount;  ///< "¥170,280"
    Token color = Token::chart1;
};
struct ShareChartLook {
    std::string name;  ///< "Paid with"
    std::vector<Share> shares;
    std::string total_name{}, total{};  ///< a last row: "Taken", "¥307,340"
    std::string empty{};
    std::optional<std::size_t> chosen{};
    std::function<void(std::size_t)> on_choose{};
};
/// One bar of all shares, and a row for each with its percentage and amount.
Node share_chart(const ShareChartLook& look);
Node as_table(const ShareChartLook& look);

struct ShareRow {
    std::string name;  ///< "Head spa"
    double share = 0;  ///< of the greatest, 0 to 1
    std::string amount;
    Token color = Token::chart1;
};
/// A row a share, its bar between name and amount.
Node share_rows(const std::string& name, const std::vector<ShareRow>& rows, int name_width = 76, int amount_width = 84,
                int row_height = 32);

/// Figures in columns: the first one to the left, the others to the right.
Node figures_table(const std::string& name, const std::vector<std::string>& headings,
                   const std::vector<std::vector<std::string>>& rows);

}  // namespace kushi
