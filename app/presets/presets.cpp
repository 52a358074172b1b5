#include "app/presets/presets.h"

#include <array>
#include <utility>

#include "app/presets/embedded.h"

namespace kushi {
namespace {

struct Preset {
    std::string_view name;
    const std::string_view* json;
};
constexpr std::array<Preset, 3> presets{
    {{"tokyo", &embedded_tokyo}, {"london", &embedded_london}, {"newyork", &embedded_newyork}}};

}  // namespace

std::optional<std::string_view> preset_json(std::string_view name)
{
    for (const Preset& preset : presets) {
        if (preset.name == name) return *preset.json;
    }
    return std::nullopt;
}

std::vector<std::string> preset_names()
{
    std::vector<std::string> names;
    for (const Preset& preset : presets) names.emplace_back(preset.name);
    return names;
}

std::string_view names_json()
{
    return embedded_names;
}

}  // namespace kushi
