#pragma once

#include "app/widgets/node.h"

namespace kushi {

/// A bar, full from the left as far as its share (0 to 1); 8 px high, as wide as its place.
/// `told` is what a reader hears: "62 percent".
Node progress_bar(std::string name, double share, std::string told, Token color = Token::primary, int height = 8);

enum class StepState { done, now, rest, skipped };
/// A step's number in a circle; a check once it is done.
Node step_mark(int number, StepState state, int size = 28);

struct StepRowLook {
    int number = 1;
    StepState state = StepState::rest;
    std::string name;
    std::string trailing{};       ///< "8:00"
    std::string spoken{};         ///< "Step 5 of 10, Steam, 38 percent"; the name where empty
    std::function<void()> act{};  ///< none: it is only read
    int height = 57;
};
/// A step in its list: the one that runs lies on a soft ground.
Node step_row(const StepRowLook& look);

}  // namespace kushi
