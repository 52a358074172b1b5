#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace kushi {

/// Chance that repeats itself: the same seed gives the same numbers on every machine, which the standard's distributions
/// do not promise. For invented stories only, never for a secret.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_{seed} {}

    /// SplitMix64 (Steele, Lea, Flood 2014).
    std::uint64_t next();
    /// From 0 to `end` - 1; 0 when `end` is not positive.
    std::int64_t below(std::int64_t end);
    /// Both ends are possible.
    std::int64_t between(std::int64_t least, std::int64_t most) { return least + below(most - least + 1); }
    /// True so many times in a thousand.
    bool in_thousand(std::int64_t times) { return below(1'000) < times; }
    /// The index of one of the weights, as often as it weighs.
    std::size_t weighted(std::span<const int> weights);
    template <class T>
    const T& one_of(const std::vector<T>& all)
    {
        return all.at(static_cast<std::size_t>(below(static_cast<std::int64_t>(all.size()))));
    }
    void fill(std::span<std::uint8_t> bytes);

private:
    std::uint64_t state_;
};

}  // namespace kushi
