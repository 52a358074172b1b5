#include "app/engine/story/chance.h"

#include <numeric>

namespace kushi {

std::uint64_t Chance::next()
{
    std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15ULL;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

std::int64_t Chance::below(std::int64_t end)
{
    // The remainder leans towards small numbers by less than one in 2^30 for the ranges of a story.
    return end <= 0 ? 0 : static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(end));
}

std::size_t Chance::weighted(std::span<const int> weights)
{
    auto left = below(std::accumulate(weights.begin(), weights.end(), std::int64_t{0}));
    std::size_t at = 0;
    while (at + 1 < weights.size() && left >= weights[at]) left -= weights[at++];
    return at;
}

void Chance::fill(std::span<std::uint8_t> bytes)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % 8 == 0) word = next();
        bytes[i] = static_cast<std::uint8_t>(word >> (i % 8 * 8));
    }
}

}  // namespace kushi
