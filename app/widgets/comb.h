#pragma once

#include "app/widgets/node.h"

namespace kushi {

/// The comb: the house's sign and a ritual's progress. Teeth that are done are full, the current one as far as its share.
struct CombLook {
    int width = 238;
    int height = 44;
    int teeth = 24;
    int done = 0;
    double now = 0;  ///< share of the tooth after the done ones, 0 to 1
    Token full = Token::boxwood;
    Token rest = Token::comb_rest;
    double spine_share = 0.40;  ///< of the height
    double curve = 0;           ///< how much shorter the outer teeth are, px
    double margin = -1;         ///< before the first tooth; by the height where negative
};
Node comb(const CombLook& look);
void draw_comb(Canvas& canvas, const Rect& rect, const CombLook& look);

/// A ritual's comb: three teeth a step.
CombLook ritual_comb(int width, int height, int steps, int steps_done, double share_of_step);
/// The sign of the house on its dark ground.
Node logo(int size = 56);

}  // namespace kushi
