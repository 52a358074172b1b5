#include "printing/virtual/answers.h"

#include <initializer_list>
#include <utility>

namespace kushi::printing {
namespace {

std::uint8_t bits(unsigned always, std::initializer_list<std::pair<bool, unsigned>> conditional)
{
    for (const auto& [holds, mask] : conditional) always |= holds ? mask : 0;
    return static_cast<std::uint8_t>(always);
}

bool is_offline(const PrinterState& state)
{
    return state.offline || state.cover_open || state.paper_out || state.error;
}

}  // namespace

std::array<std::uint8_t, 4> automatic_status_bytes(const PrinterState& state)
{
    return {bits(0x10, {{state.drawer_pin_high, 0x04}, {is_offline(state), 0x08}, {state.cover_open, 0x20}}),
            bits(0x00, {{state.error, 0x20}}), paper_sensor_byte(state), 0x0F};
}

std::uint8_t real_time_status_byte(int question, const PrinterState& state)
{
    switch (question) {
        case 1:
            return bits(0x12, {{state.drawer_pin_high, 0x04}, {is_offline(state), 0x08}});
        case 2:
            return bits(0x12, {{state.cover_open, 0x04}, {state.paper_out, 0x20}, {state.error, 0x40}});
        case 3:
            return bits(0x12, {{state.error, 0x20}});
        default:
            return bits(0x12, {{state.paper_near_end, 0x0C}, {state.paper_out, 0x60}});
    }
}

std::uint8_t paper_sensor_byte(const PrinterState& state)
{
    return bits(0x00, {{state.paper_near_end, 0x03}, {state.paper_out, 0x0C}});
}

}  // namespace kushi::printing
