#include "app/engine/generate/clientele.h"

#include <algorithm>

namespace kushi {

std::int64_t Clientele::new_on(std::int64_t day) const
{
    // The first tenth comes in the first tenth of a tenth: a salon opens with the people its staff bring along.
    const auto brought = clients_ / 10;
    const auto ramp = std::max<std::int64_t>(days_ / 100, 1);
    const auto wanted = [&](std::int64_t days_done) {
        return brought * std::min(days_done, ramp) / ramp + (clients_ - brought) * days_done / days_;
    };
    return wanted(day + 1) - count();
}

std::size_t Clientele::add(Regular regular)
{
    all_.push_back(std::move(regular));
    return all_.size() - 1;
}

std::size_t Clientele::somebody(Chance& chance) const
{
    // The square leans towards the newest.
    const auto draw = chance.below(1'000);
    const auto back = count() * draw * draw / 1'000'000;
    return static_cast<std::size_t>(count() - 1 - back);
}

}  // namespace kushi
