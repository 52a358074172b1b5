#include "core/day/line_net.h"

#include <algorithm>
#include <numeric>

#include "core/money/rounding.h"

namespace kushi {
namespace {

/// Net of tax by the line's own rate, rounded once.
std::int64_t without_tax(const DayDocument& document, const DayDocument::Line& line)
{
    if (!document.prices_hold_tax) return line.final_amount;
    constexpr Wide whole = 1'000'000;
    return static_cast<std::int64_t>(
        divided(Wide{line.final_amount} * whole, whole + line.rate.millionths, Rounding::half_up));
}

void split_rate(const DayDocument& document, const RateTotals& rate, DocumentNet& net)
{
    std::vector<std::size_t> indices;
    std::vector<std::int64_t> weights;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        if (document.lines[i].rate != rate.rate) continue;
        indices.push_back(i);
        weights.push_back(document.lines[i].final_amount);
        sum += weights.back();
    }
    const std::int64_t base = document.prices_hold_tax ? rate.gross : rate.net;
    const bool taxed_before = base < sum;
    weights.push_back(std::max<std::int64_t>(base - sum, 0));
    if (sum == 0 && weights.back() == 0) weights.back() = 1;
    const auto parts = allocate_freely(rate.net, weights);
    for (std::size_t k = 0; k < indices.size(); ++k) {
        const auto& line = document.lines[indices[k]];
        net.lines[indices[k]] = {parts[k], taxed_before ? without_tax(document, line) : parts[k]};
    }
    if (parts.back() != 0) net.charges.push_back({rate.rate, parts.back()});
}

}  // namespace

std::vector<std::int64_t> allocate_freely(std::int64_t total, const std::vector<std::int64_t>& weights)
{
    const Wide sum = std::accumulate(weights.begin(), weights.end(), Wide{0});
    if (sum <= 0) return std::vector<std::int64_t>(weights.size(), 0);
    std::vector<std::int64_t> parts;
    std::vector<std::pair<Wide, std::size_t>> rests;
    const Wide magnitude = total < 0 ? -Wide{total} : Wide{total};
    Wide missing = magnitude;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Wide product = magnitude * weights[i];
        parts.push_back(static_cast<std::int64_t>(product / sum));
        rests.emplace_back(product % sum, i);
        missing -= parts.back();
    }
    std::ranges::stable_sort(rests, [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < static_cast<std::size_t>(missing); ++i) ++parts[rests[i].second];
    if (total < 0) std::ranges::transform(parts, parts.begin(), std::negate<>{});
    return parts;
}

DocumentNet net_of_lines(const DayDocument& document)
{
    DocumentNet net;
    net.lines.resize(document.lines.size());
    for (const auto& rate : document.by_rate) split_rate(document, rate, net);
    return net;
}

}  // namespace kushi
