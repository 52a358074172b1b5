#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/till/till_bill.h"

namespace kushi {

/// A bill that nobody has paid yet.
struct OpenCart {
    TillVisit visit;
    std::optional<std::int64_t> due;  ///< none while nothing is on it
    std::string since;                ///< when it became ready to pay
    bool held = false;
    /// A sale without a client that was left with nothing on it.
    [[nodiscard]] bool is_empty_sale() const { return !due && visit.client.empty() && visit.service_name.empty(); }
};

struct CartsState {
    std::vector<OpenCart> ready, held;
    std::string busy;  ///< the visit, or "new"
    std::string problem;
    bool loaded = false;
    [[nodiscard]] bool empty() const { return ready.empty() && held.empty(); }
};

/// Those that are ready to pay, the longest ready first, and those that are held, wherever their visit is.
CartsState carts_renewed(CartsState state, std::vector<OpenCart> carts);

}  // namespace kushi
