#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kushi::printing {

/// What a strict reader of ESC/POS found in a job. It shares no code and no constant with the encoder.
struct Judgement {
    std::vector<std::string> errors;  ///< unknown bytes and commands, text past the edge, a cut within a line
    std::vector<std::string> lines;   ///< text by line, UTF-8; "[picture]" for a band, "[qr DATA]"
    int cuts = 0;
    int pictures = 0;
    int resets = 0;
    int fed_dots = 0;                 ///< paper moved by lines, feeds and pictures
};

/// `dots` is the printer's width. Two-byte characters are read when the job switches Shift JIS on.
Judgement judge(std::span<const std::uint8_t> job, int dots);

/// Whether DLE EOT, DLE ENQ or DLE DC4 stands anywhere, inside pictures too.
bool holds_real_time_command(std::span<const std::uint8_t> job);

}  // namespace kushi::printing
