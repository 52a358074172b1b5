#include "app/screens/client/client_state.h"

#include <algorithm>
#include <numeric>

namespace kushi {
namespace {

/// The same day a year before, as dates are compared: by their text.
std::string year_before(std::string date)
{
    if (date.size() < 4) return date;
    const auto year = std::to_string(std::stoi(date.substr(0, 4)) - 1);
    return std::string(4 - std::min<std::size_t>(year.size(), 4), '0') + year + date.substr(4);
}

}  // namespace

const ClientState::Visit* ClientState::today(const std::string& business_day) const
{
    const auto found = std::find_if(visits.begin(), visits.end(), [&](const Visit& one) {
        return one.date == business_day && (one.status == "expected" || one.status == "arrived" ||
                                            one.status == "in_chair" || one.status == "ready_to_pay");
    });
    return found == visits.end() ? nullptr : &*found;
}

int severity_sum(const std::array<int, 8>& zones)
{
    return std::accumulate(zones.begin(), zones.end(), 0);
}
double mean_severity(const std::array<int, 8>& zones)
{
    return severity_sum(zones) / 8.0;
}

std::vector<const ClientState::Map*> maps_in(const ClientState& state, const std::string& business_day)
{
    constexpr std::size_t six = 6;
    std::vector<const ClientState::Map*> maps;
    const auto from = state.span == ClientState::Span::year ? year_before(business_day) : std::string{};
    for (const auto& map : state.maps) {
        if (map.date >= from) maps.push_back(&map);
    }
    if (state.span == ClientState::Span::six_visits && maps.size() > six) maps.erase(maps.begin(), maps.end() - six);
    return maps;
}

std::vector<std::string> conditions_to_plot(const std::vector<const ClientState::Map*>& maps)
{
    constexpr std::size_t most = 3;
    struct Seen {
        std::string name;
        int newest = 0, ever = 0;
    };
    std::map<std::string, Seen> seen;
    for (const auto* map : maps) {
        for (const auto& [name, zones] : map->conditions) {
            auto& one = seen.try_emplace(name, Seen{name}).first->second;
            one.newest = map == maps.back() ? severity_sum(zones) : 0;
            one.ever += severity_sum(zones);
        }
    }
    std::vector<Seen> order;
    for (auto& [name, one] : seen) {
        if (one.ever > 0) order.push_back(std::move(one));
    }
    std::stable_sort(order.begin(), order.end(), [](const Seen& a, const Seen& b) {
        return a.newest != b.newest ? a.newest > b.newest : a.ever > b.ever;
    });
    std::vector<std::string> names;
    for (const auto& one : order) {
        if (names.size() < most) names.push_back(one.name);
    }
    return names;
}

ClientState client_renewed(ClientState state, ClientState fresh)
{
    fresh.loaded = true;
    fresh.phone_shows = state.phone_shows;
    fresh.span = state.span;
    fresh.as_table = state.as_table;
    fresh.condition = std::move(state.condition);
    fresh.map_date = std::move(state.map_date);
    return fresh;
}

}  // namespace kushi
