#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/screens/client/client_state.h"

namespace kushi {

/// The client of an answer; `names` are those of services and staff, by id.
ClientState client_of(const nlohmann::json& client, const std::map<std::string, std::string>& names);

}  // namespace kushi
