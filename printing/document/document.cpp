#include "printing/document/document.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace kushi::printing {
namespace {

using nlohmann::json;

constexpr std::array aligns{std::pair{Align::left, "left"}, std::pair{Align::centre, "centre"},
                            std::pair{Align::right, "right"}};
constexpr std::array widths{std::pair{Cell::Width::fixed, "fixed"}, std::pair{Cell::Width::flex, "flex"},
                            std::pair{Cell::Width::fit, "fit"}};
constexpr std::array rules{std::pair{RuleBlock::Kind::single, "single"}, std::pair{RuleBlock::Kind::double_, "double"},
                           std::pair{RuleBlock::Kind::dotted, "dotted"}};

template <class Table, class Value>
const char* word_of(const Table& table, Value value)
{
    return std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == value; })->second;
}

/// What reading stops with; only inside this file, so that the readers below can be expressions.
struct BadDocument {};

template <class Table>
auto value_of(const Table& table, const json& word)
{
    if (!word.is_string()) throw BadDocument{};
    const auto& text = word.get_ref<const std::string&>();
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return text == row.second; });
    if (found == table.end()) throw BadDocument{};
    return found->first;
}

const json& member(const json& object, const char* name)
{
    if (!object.is_object() || !object.contains(name)) throw BadDocument{};
    return object.at(name);
}

const std::string& text_in(const json& object, const char* name)
{
    const json& value = member(object, name);
    if (!value.is_string()) throw BadDocument{};
    return value.get_ref<const std::string&>();
}

int number_in(const json& object, const char* name, int least, int most)
{
    const json& value = member(object, name);
    if (!value.is_number_integer()) throw BadDocument{};
    const auto number = value.get<std::int64_t>();
    if (number < least || number > most) throw BadDocument{};
    return static_cast<int>(number);
}

/// A style's flags are written only when they are set, so a plain run costs its text alone.
bool flag_in(const json& object, const char* name)
{
    return object.contains(name) && object.at(name) == json(true);
}

json write(const std::vector<Run>& runs)
{
    json list = json::array();
    for (const Run& run : runs) {
        json one{{"text", run.text}};
        if (run.style.bold) one["bold"] = true;
        if (run.style.underline) one["underline"] = true;
        if (run.style.invert) one["invert"] = true;
        if (run.style.size != 1) one["size"] = run.style.size;
        list.push_back(std::move(one));
    }
    return list;
}

std::vector<Run> read_runs(const json& list)
{
    if (!list.is_array()) throw BadDocument{};
    std::vector<Run> runs;
    for (const json& one : list) {
        Run run{text_in(one, "text"), {flag_in(one, "bold"), flag_in(one, "underline"), flag_in(one, "invert"), 1}};
        if (one.contains("size")) run.style.size = number_in(one, "size", 2, 4);
        runs.push_back(std::move(run));
    }
    return runs;
}

struct BlockWriter {
    json operator()(const TextBlock& block) const
    {
        return {{"block", "text"}, {"runs", write(block.runs)}, {"align", word_of(aligns, block.align)}};
    }
    json operator()(const RowBlock& block) const
    {
        json cells = json::array();
        for (const Cell& cell : block.cells) {
            json one{{"width", word_of(widths, cell.width)},
                     {"runs", write(cell.runs)},
                     {"align", word_of(aligns, cell.align)}};
            if (cell.width == Cell::Width::fixed) one["columns"] = cell.columns;
            cells.push_back(std::move(one));
        }
        return {{"block", "row"}, {"cells", std::move(cells)}};
    }
    json operator()(const RuleBlock& block) const { return {{"block", "rule"}, {"kind", word_of(rules, block.kind)}}; }
    json operator()(const SpaceBlock& block) const { return {{"block", "space"}, {"lines", block.lines}}; }
    json operator()(const QrBlock& block) const { return {{"block", "qr"}, {"data", block.data}}; }
    json operator()(const CutBlock&) const { return {{"block", "cut"}}; }
};

RowBlock read_row(const json& block)
{
    const json& cells = member(block, "cells");
    if (!cells.is_array()) throw BadDocument{};
    RowBlock row;
    for (const json& one : cells) {
        Cell cell{value_of(widths, member(one, "width")), 0, read_runs(member(one, "runs")),
                  value_of(aligns, member(one, "align"))};
        if (cell.width == Cell::Width::fixed) cell.columns = number_in(one, "columns", 0, 1000);
        row.cells.push_back(std::move(cell));
    }
    return row;
}

Block read_block(const json& block)
{
    const std::string& name = text_in(block, "block");
    if (name == "text") return TextBlock{read_runs(member(block, "runs")), value_of(aligns, member(block, "align"))};
    if (name == "row") return read_row(block);
    if (name == "rule") return RuleBlock{value_of(rules, member(block, "kind"))};
    if (name == "space") return SpaceBlock{number_in(block, "lines", 0, 1000)};
    if (name == "qr") return QrBlock{text_in(block, "data")};
    if (name == "cut") return CutBlock{};
    throw BadDocument{};
}

Document read_document(const json& source)
{
    Document document{text_in(source, "kind"), text_in(source, "language"), {}};
    if (document.language != "en" && document.language != "ja") throw BadDocument{};
    const json& blocks = member(source, "blocks");
    if (!blocks.is_array()) throw BadDocument{};
    for (const json& block : blocks) document.blocks.push_back(read_block(block));
    return document;
}

}  // namespace

json to_json(const Document& document)
{
    json blocks = json::array();
    for (const Block& block : document.blocks) blocks.push_back(std::visit(BlockWriter{}, block));
    return {{"kind", document.kind}, {"language", document.language}, {"blocks", std::move(blocks)}};
}

Outcome<Document> document_from_json(const json& source)
{
    try {
        Document document = read_document(source);
        // What is left over (an unknown name, a flag that is not true) shows when it is written again.
        if (to_json(document) != source) return refused("bad_document");
        return document;
    } catch (const BadDocument&) {
        return refused("bad_document");
    }
}

}  // namespace kushi::printing
