#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "printing/document/layout.h"
#include "printing/profiles/profile.h"

namespace kushi::printing {

/// A line that the printer's own fonts could not set and that went out as dots.
struct Fallback {
    int line = 0;            ///< index in the layout
    std::string characters;  ///< the clusters that had no code
};

struct Encoded {
    std::vector<std::uint8_t> bytes;
    std::vector<Fallback> fallbacks;
    int height_dots = 0;  ///< of the paper without the feed to the cutter; 8 dots are a millimetre
};

/// One job, whole in itself: the preamble sets everything that an earlier job may have left, the last command cuts.
/// The layout must have been made with metrics_of the same profile. Asking for the answer "printed"
/// (escpos::process_id_command) is left to who sends it.
Encoded encode(const Layout& layout, const Profile& profile);

}  // namespace kushi::printing
