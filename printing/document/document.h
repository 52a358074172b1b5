#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <variant>
#include <vector>

#include "core/result.h"

namespace kushi::printing {

/// A paper as a list of blocks: what it says, not where its dots are. Frozen as JSON when its job is born.
struct Style {
    bool bold = false;
    bool underline = false;
    bool invert = false;
    int size = 1;  ///< 1 to 4, both directions
    friend bool operator==(const Style&, const Style&) = default;
};
enum class Align { left, centre, right };

struct Run {
    std::string text;  ///< UTF-8; control characters are dropped when the document is laid out
    Style style{};
};
struct TextBlock {
    std::vector<Run> runs;
    Align align = Align::left;
};
/// Columns: fixed (in half-width columns), flex (shares what is left, wraps) or fit (as wide as its text, never wraps).
struct Cell {
    enum class Width { fixed, flex, fit } width = Width::flex;
    int columns = 0;  ///< of a fixed cell
    std::vector<Run> runs;
    Align align = Align::left;
};
struct RowBlock {
    std::vector<Cell> cells;
};
struct RuleBlock {
    enum class Kind { single, double_, dotted } kind = Kind::single;
};
struct SpaceBlock {
    int lines = 1;
};
struct QrBlock {
    std::string data;
};
struct CutBlock {};
using Block = std::variant<TextBlock, RowBlock, RuleBlock, SpaceBlock, QrBlock, CutBlock>;

struct Document {
    std::string kind;      ///< sale, refund, void, x_report, z_report, test, slip
    std::string language;  ///< "en" or "ja"
    std::vector<Block> blocks;
};

nlohmann::json to_json(const Document& document);
/// Refuses `bad_document` for anything that to_json does not write.
Outcome<Document> document_from_json(const nlohmann::json& json);

}  // namespace kushi::printing
