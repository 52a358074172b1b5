#include "app/engine/papers/parts.h"

#include <algorithm>
#include <utility>

#include "core/money/format.h"

namespace kushi {

using printing::Align;
using printing::Block;
using printing::Cell;
using printing::Document;
using printing::RowBlock;
using printing::RuleBlock;
using printing::Style;
using printing::TextBlock;

namespace {

/// The comb of the house, in letters that every printer has.
constexpr const char* comb = "┏┳┳┳┳┳┓";
constexpr Style banner_style{.bold = true, .invert = true};

TextBlock banner_line(std::string_view words)
{
    // The blanks are part of the black field.
    return {{{" " + std::string{words} + " ", banner_style}}, Align::centre};
}

std::vector<Block> banner_blocks(const CopyBanner& banner, std::string_view language)
{
    std::vector<Block> blocks;
    if (banner.after_break) blocks.emplace_back(banner_line(paper_word(PaperWord::after_break, language)));
    std::string words;
    if (banner.count > 0) words = worded(PaperWord::copy, language, {std::to_string(banner.count)}) + "  ";
    words += paper_time(banner.at, banner.zone, language);
    if (!banner.job.empty()) words += "  " + banner.job;
    blocks.emplace_back(banner_line(words));
    return blocks;
}

}  // namespace

Document as_copy(Document frozen, const CopyBanner& banner)
{
    const auto lines = banner_blocks(banner, frozen.language);
    auto& blocks = frozen.blocks;
    const bool ends_with_cut = !frozen.blocks.empty() && std::holds_alternative<printing::CutBlock>(blocks.back());
    blocks.insert(blocks.end() - (ends_with_cut ? 1 : 0), lines.begin(), lines.end());
    blocks.insert(blocks.begin(), lines.begin(), lines.end());
    return frozen;
}

PaperWriter::PaperWriter(std::string kind, std::string_view language, Currency currency)
    : document_{std::move(kind), language == "ja" ? "ja" : "en", {}}, currency_{currency}
{}

void PaperWriter::head(const SalonFacts& salon)
{
    centred(comb);
    centred(salon.name, {.bold = true});
    if (!salon.address.empty()) centred(salon.address);
    if (!salon.phone.empty()) centred(word(PaperWord::telephone, {salon.phone}));
    if (!salon.registration_number.empty()) centred(word(PaperWord::registration_number, {salon.registration_number}));
}

void PaperWriter::training_mark(const SalonFacts& salon)
{
    if (salon.training) add(banner_line(word(PaperWord::training)));
}

void PaperWriter::own_words(std::string_view lines)
{
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        if (end > 0) centred(std::string{lines.substr(0, end)});
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
}

void PaperWriter::text(std::string words, Align align, Style style)
{
    add(TextBlock{{{std::move(words), style}}, align});
}

void PaperWriter::centred(std::string words, Style style)
{
    text(std::move(words), Align::centre, style);
}

void PaperWriter::row(std::string left, std::string right, Style style)
{
    add(RowBlock{{{Cell::Width::flex, 0, {{std::move(left), style}}, Align::left},
                  {Cell::Width::fit, 0, {{std::move(right), style}}, Align::right}}});
}

void PaperWriter::note(std::string words)
{
    // A blank and the gap between two cells.
    add(RowBlock{{{Cell::Width::fit, 0, {{" ", {}}}, Align::left}, {Cell::Width::flex, 0, {{std::move(words), {}}}, Align::left}}});
}

void PaperWriter::row(PaperWord left, std::string right, Style style)
{
    row(word(left), std::move(right), style);
}

void PaperWriter::large(std::string left, std::string small, std::int64_t amount)
{
    const Style style{.bold = true, .size = 2};
    Cell name{Cell::Width::flex, 0, {{std::move(left), style}}, Align::left};
    if (!small.empty()) name.runs.push_back({std::move(small), {}});
    add(RowBlock{{std::move(name),
                  {Cell::Width::fit, 0, {{money_text({amount, currency_}, language()), style}}, Align::right}}});
}

void PaperWriter::rule(RuleBlock::Kind kind)
{
    add(RuleBlock{kind});
}

void PaperWriter::add(Block block)
{
    document_.blocks.push_back(std::move(block));
}

std::string PaperWriter::word(PaperWord word) const
{
    return std::string{paper_word(word, language())};
}

std::string PaperWriter::word(PaperWord word, std::initializer_list<std::string_view> arguments) const
{
    return worded(word, language(), arguments);
}

std::string PaperWriter::amount(std::int64_t minor_units) const
{
    return amount_text({minor_units, currency_}, language());
}

std::string PaperWriter::minus(std::int64_t minor_units) const
{
    return amount(-minor_units);
}

Document PaperWriter::take()
{
    add(printing::CutBlock{});
    return std::move(document_);
}

}  // namespace kushi
