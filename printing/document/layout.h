#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "printing/document/document.h"

namespace kushi::printing {

/// How wide things come out on one printer, in its dots. Widths are what the printer will do, not what Unicode says:
/// × and ※ are 24 dots in Shift JIS, 12 in a Latin table.
struct Metrics {
    int area_dots = 576;
    std::function<int(std::string_view cluster)>
        advance;  ///< of one grapheme cluster at size 1, at most 24 for a scalar
};
inline constexpr int column_dots = 12;  ///< a half-width character
inline constexpr int widest_cluster_dots = 24;
inline constexpr int text_height_dots = 24;  ///< a character at size 1
inline constexpr int leading_dots = 6;       ///< white below each line

/// A cluster of a placed run: its share of the run's text and of its advance.
struct PlacedCluster {
    std::uint16_t bytes = 0;
    std::uint16_t advance_dots = 0;
};

struct PlacedRun {
    int x_dots = 0;
    int advance_dots = 0;
    Style style;
    std::string text;
    std::vector<PlacedCluster> clusters;
    int cell = 0;               ///< runs of one cell stand together
    Align align = Align::left;  ///< of its cell
};

/// One line of paper.
struct Line {
    enum class Kind { text, rule, qr, cut } kind = Kind::text;
    int height_dots = text_height_dots + leading_dots;  ///< with its leading; 0 for a cut
    std::vector<PlacedRun> runs;                        ///< of text and rules, from left to right, never past the area
    std::string qr_data;
    int qr_module_dots = 0;
};

struct Layout {
    int area_dots = 576;
    std::vector<Line> lines;
    [[nodiscard]] int height_dots() const;
};

/// Places every character of a document. Pure: the same document and metrics give the same lines.
/// Only flex cells wrap; a fit cell stays on the first line of its row at the right place, and a row whose cells cannot
/// stand side by side is set one cell under the other. Nothing overflows: a word that is longer than its column is
/// broken between clusters, a style that is too large for its column is made smaller.
Layout lay_out(const Document& document, const Metrics& metrics);

/// The same lines for a screen of fixed columns, each ending in a line feed; rules as dashes, a QR code as its text.
std::string text_of(const Layout& layout);

}  // namespace kushi::printing
