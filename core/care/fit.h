#pragma once

#include <string>
#include <vector>

#include "core/care/advice.h"

namespace kushi {

/// Whether the advice leaves this product out, by its id or by one of its tags.
bool leaves_out(const Advice& advice, const CareProduct& product);

/// The codes of the offers that the plan allows, best first: by the plan's kinds (head spa before massage before
/// add-ons), then those whose recipe holds nothing left out, then by how many of their tags speak of this client, then
/// as the catalogue has them. A plan of `stop` allows none, `gentle_massage_only` massages alone.
std::vector<std::string> in_order_of_fit(const std::vector<CareOffer>& offers, const std::vector<CareProduct>& products,
                                         const Advice& advice, const Consultation& consultation);

}  // namespace kushi
