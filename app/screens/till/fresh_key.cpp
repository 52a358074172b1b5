#include "app/screens/till/fresh_key.h"

#include <random>

#include "core/id.h"

namespace kushi {

std::string fresh_key(Instant now)
{
    std::random_device device;
    std::array<std::uint8_t, 10> random{};
    for (auto& byte : random) byte = static_cast<std::uint8_t>(device() & 0xFFU);
    return uuid_text(uuid_v7(now.time_since_epoch() / std::chrono::milliseconds{1}, random));
}

}  // namespace kushi
