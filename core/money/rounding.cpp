#include "core/money/rounding.h"

#include <stdexcept>

namespace kushi {
namespace {

bool goes_up(Wide whole, Wide twice_rest, Wide denominator, Rounding mode)
{
    switch (mode) {
        case Rounding::floor:
            return false;
        case Rounding::ceil:
            return twice_rest > 0;
        case Rounding::half_up:
            return twice_rest >= denominator;
        case Rounding::half_down:
            return twice_rest > denominator;
        case Rounding::half_even:
            return twice_rest > denominator || (twice_rest == denominator && whole % 2 != 0);
    }
    throw std::logic_error{"unknown rounding"};
}

}  // namespace

Wide divided(Wide numerator, Wide denominator, Rounding mode)
{
    if (denominator <= 0) throw std::logic_error{"division by what is not above zero"};
    const Wide magnitude = numerator < 0 ? -numerator : numerator;
    const Wide whole = magnitude / denominator;
    const Wide rounded = whole + (goes_up(whole, 2 * (magnitude % denominator), denominator, mode) ? 1 : 0);
    return numerator < 0 ? -rounded : rounded;
}

}  // namespace kushi
