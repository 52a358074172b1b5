#pragma once

#include <utility>

namespace kushi {

/// One keep at a time and the newest state in the end: a tap that comes while one is under way is kept when that one is safe.
class NewestKept {
public:
    /// Whether to ask now; if not, `ends` will say that it is to be asked again.
    [[nodiscard]] bool begins()
    {
        if (under_way_) {
            again_ = true;
            return false;
        }
        return under_way_ = true;
    }
    /// The answer came. @returns whether something newer waits
    [[nodiscard]] bool ends()
    {
        under_way_ = false;
        return std::exchange(again_, false);
    }

private:
    bool under_way_ = false, again_ = false;
};

}  // namespace kushi
