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
    friend bool operator==(const Run&, const Run&) = default;
};
struct TextBlock {
    std::vector<Run> runs;
    Align align = Align::left;
    friend bool operator==(const TextBlock&, const TextBlock&) = default;
};
/// Columns: fixed (in half-width columns), flex (shares what is left, wraps) or fit (as wide as its text, never wraps).
struct Cell {
    enum class Width { fixed, flex, fit } width = Width::flex;
    int columns = 0;  ///< of a fixed cell
    std::vector<Run> runs;
    Align align = Align::left;
    friend bool operator==(const Cell&, const Cell&) = default;
};
struct RowBlock {
    std::vector<Cell> cells;
    friend bool operator==(const RowBlock&, const RowBlock&) = default;
};
struct RuleBlock {
    enum class Kind { single, double_, dotted } kind = Kind::single;
    friend bool operator==(const RuleBlock&, const RuleBlock&) = default;
};
struct SpaceBlock {
    int lines = 1;
    friend bool operator==(const SpaceBlock&, const SpaceBlock&) = default;
};
struct QrBlock {
    std::string data;
    friend bool operator==(const QrBlock&, const QrBlock&) = default;
};
struct CutBlock {
    friend bool operator==(const CutBlock&, const CutBlock&) = default;
};
using Block = std::variant<TextBlock, RowBlock, RuleBlock, SpaceBlock, QrBlock, CutBlock>;

struct Document {
    std::string kind;      ///< sale, refund, void, x_report, z_report, test, slip
    std::string language;  ///< "en" or "ja"
    std::vector<Block> blocks;
    friend bool operator==(const Document&, const Document&) = default;
};

nlohmann::json to_json(const Document& document);
/// Refuses `bad_document` for anything that to_json does not write.
Outcome<Document> document_from_json(const nlohmann::json& json);

}  // namespace kushi::printing
