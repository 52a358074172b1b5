#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace kushi::printing {

/// How long the command at the front of `bytes` is. `known` is false for one that this grammar has no entry for; its
/// length is then that of its two code bytes.
struct CommandLength {
    std::size_t bytes;
    bool known = true;
};

/// Nothing while more bytes are needed to tell. `bytes` begins with DLE, ESC, FS or GS.
std::optional<CommandLength> command_length(std::span<const std::uint8_t> bytes);

}  // namespace kushi::printing
