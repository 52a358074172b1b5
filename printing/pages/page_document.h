#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace kushi::printing {

// What the pages of an A4 document say, in reading order and in one language already: not where it stands on them.
// Texts are UTF-8; control characters become blanks.

enum class PageAlign { left, right };

struct PageHeading {
    std::string text;
    std::string note = {};  ///< small, at the right end of the line
};

struct PageParagraph {
    enum class Tone { plain, quiet, alert, good } tone = Tone::plain;
    std::string text;
};

/// The figures that the eye looks for first, side by side.
struct PageKeyFigures {
    struct Figure {
        std::string label, value;
        std::string note = {};
    };
    std::vector<Figure> figures;
};

/// Sums that are followed with a finger, side by side: a sum row has a line above it.
struct PageLedgers {
    struct Row {
        std::string label, amount;
        bool sum = false;
    };
    struct Ledger {
        std::string title;
        std::vector<Row> rows;
    };
    std::vector<Ledger> ledgers;
};

/// Columns at the right are figures: they never wrap. Text wraps, and what is still too wide is set smaller. The
/// headings come again on every page, no row is torn, and the total stays with the last row.
struct PageTable {
    struct Column {
        std::string heading;
        PageAlign align = PageAlign::left;
        bool bar = false;  ///< draws the rows' `bar` instead of a text
    };
    struct Row {
        std::vector<std::string> cells;  ///< one a column, "" for a bar
        std::int64_t bar = 0;            ///< its length, against the longest of the table; below nothing it is red
    };
    std::vector<Column> columns;
    std::vector<Row> rows = {};
    std::optional<Row> total = {};
};

/// Standing bars; each has its figure written at its end. What is below nothing hangs below the line.
struct PageBarChart {
    struct Bar {
        std::string label;
        std::int64_t value = 0;
        std::string figure;     ///< the value in words
        std::string note = {};  ///< small, under the label
    };
    std::vector<Bar> bars;
};

using PageBlock = std::variant<PageHeading, PageParagraph, PageKeyFigures, PageLedgers, PageTable, PageBarChart>;

struct PageDocument {
    std::string language = "en";  ///< "en" or "ja": the shapes of kanji, and where lines may break
    std::string title, subtitle;
    std::vector<std::string> letterhead;  ///< the salon: its name first, then address, telephone and the like
    std::string mark = {};                ///< stands over every page where it is not empty ("TRAINING")
    std::string foot;                     ///< left at every page's foot: when and by whom it was made
    std::string page_of = "{} / {}";      ///< the page's number and how many there are
    std::chrono::sys_time<std::chrono::milliseconds> made_at;  ///< the file's date: the same document is the same bytes
    std::vector<PageBlock> blocks;
};

}  // namespace kushi::printing
