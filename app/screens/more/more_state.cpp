#include "app/screens/more/more_state.h"

namespace kushi {

std::vector<MorePlace> more_places(bool sells, bool manages)
{
    std::vector<MorePlace> places;
    if (sells) places.push_back(MorePlace::close_day);
    if (manages) places.push_back(MorePlace::report);
    if (manages) places.push_back(MorePlace::settings);
    places.push_back(MorePlace::devices);
    places.push_back(MorePlace::about);
    return places;
}

}  // namespace kushi
