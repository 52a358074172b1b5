#include "app/engine/papers/sale_parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/money/format.h"

namespace kushi {
namespace {

bool has_reduced_rate(const Sale& sale)
{
    return std::any_of(sale.lines.begin(), sale.lines.end(), [](const SaleLine& line) { return line.reduced_rate; });
}

/// The mark of the lines that have this rate, so that the eye finds from one to the other.
std::string reduced_mark(const PaperWriter& paper, const Sale& sale, const Rate& rate)
{
    const bool reduced = std::any_of(sale.lines.begin(), sale.lines.end(),
                                     [&](const SaleLine& line) { return line.reduced_rate && line.rate == rate; });
    if (!reduced) return {};
    return paper.language() == "ja" ? "※" : "\u00a0※";
}

std::string in_two(const std::string& mark)
{
    return mark.size() == 8 ? mark.substr(0, 4) + "\u00a0" + mark.substr(4) : mark;
}

}  // namespace

std::string line_name(const PaperWriter& paper, const SaleLine& line)
{
    std::string name = paper.language() == "ja" && !line.name_ja.empty() ? line.name_ja : line.name;
    if (line.reduced_rate) name += "\u00a0※";
    return name;
}

std::string tender_name(const PaperWriter& paper, const SaleTender& tender)
{
    using enum PaperWord;
    constexpr std::array words{std::pair{"cash", cash},     std::pair{"card", card},
                               std::pair{"qr", qr},         std::pair{"voucher", voucher},
                               std::pair{"ticket", ticket}, std::pair{"deposit", deposit}};
    const auto* found =
        std::find_if(words.begin(), words.end(), [&](const auto& row) { return tender.type == row.first; });
    if (found != words.end()) return paper.word(found->second);
    return tender.label.empty() ? paper.word(other) : tender.label;
}

std::string tender_words(const PaperWriter& paper, const SaleTender& tender)
{
    const auto name = tender_name(paper, tender);
    if (tender.reference.empty()) return name;
    const auto number = paper.word(PaperWord::slip, {masked_reference(tender.reference)});
    return paper.word(PaperWord::tendered_with_slip, {name, number});
}

std::string masked_reference(std::string_view reference)
{
    constexpr std::size_t shown = 4;
    std::size_t characters = 0;
    // From the end, counting the first byte of each character.
    for (std::size_t at = reference.size(); at > 0; --at) {
        if ((static_cast<unsigned char>(reference[at - 1]) & 0xc0U) == 0x80U) continue;
        if (++characters == shown) return (at > 1 ? "*" : "") + std::string{reference.substr(at - 1)};
    }
    return std::string{reference};
}

void write_rates(PaperWriter& paper, const Sale& sale)
{
    const bool inclusive = sale.price_mode == PriceMode::inclusive;
    if (!inclusive) {
        std::int64_t net = 0;
        for (const RateTotals& rate : sale.totals.by_rate) net += rate.net;
        paper.row(PaperWord::subtotal, paper.amount(net));
    }
    for (const RateTotals& rate : sale.totals.by_rate) {
        const auto word = inclusive ? PaperWord::rate_inclusive : PaperWord::rate_exclusive;
        const auto basis = paper.amount(inclusive ? rate.gross : rate.net);
        paper.row(paper.word(word, {percent_text(rate.rate), reduced_mark(paper, sale, rate.rate), basis}),
                  paper.amount(rate.tax));
    }
}

void write_reduced_note(PaperWriter& paper, const Sale& sale)
{
    if (has_reduced_rate(sale)) paper.text(paper.word(PaperWord::reduced_note));
}

void write_time_and_number(PaperWriter& paper, const Sale& sale, const SalonFacts& salon)
{
    using enum PaperWord;
    const auto number = sale.kind == SaleKind::sale     ? sale_number
                        : sale.kind == SaleKind::refund ? refund_number
                                                        : void_number;
    paper.row(paper_time(sale.at, salon.zone, paper.language()), paper.word(number, {sale.number}));
}

void write_next_visit(PaperWriter& paper, const std::optional<Instant>& at, const std::string& staff_name,
                      const std::string& zone)
{
    using enum PaperWord;
    if (!at) return;
    const auto time = paper_time(*at, zone, paper.language());
    paper.centred(staff_name.empty() ? paper.word(next_visit, {time})
                                     : paper.word(next_visit_with, {time, staff_name}));
}

void write_chain_mark(PaperWriter& paper, const Sale& sale)
{
    if (!sale.chain_mark.empty()) paper.centred(paper.word(PaperWord::chain_mark, {in_two(sale.chain_mark)}));
}

void write_stamp_box(PaperWriter& paper, std::int64_t stamp)
{
    if (stamp == 0) return;
    // In Japan only, and in letters that every Japanese printer has: each is as wide as two figures.
    constexpr std::size_t inside_columns = 8;
    std::string amount = paper.amount(stamp);
    const auto used = amount.size() + 2;
    const auto before = used < inside_columns ? (inside_columns - used) / 2 : 0;
    const auto after = used + before < inside_columns ? inside_columns - used - before : 0;
    paper.centred("┌────┐");
    paper.centred("│" + paper.word(PaperWord::revenue_stamp) + "│");
    paper.centred("│" + std::string(before, ' ') + amount + "円" + std::string(after, ' ') + "│");
    paper.centred("└────┘");
}

std::string until_words(const PaperWriter& paper, const std::string& last_day)
{
    if (last_day.empty()) return {};
    return ' ' + paper.word(PaperWord::good_until, {paper_date(last_day, paper.language())});
}

}  // namespace kushi
