#include "app/engine/world.h"

#include <sodium.h>

namespace kushi {

World real_world()
{
    return {[] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); },
            [](std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); }};
}

}  // namespace kushi
