#include "printing/virtual/device.h"

#include <algorithm>
#include <span>
#include <utility>

#include "printing/virtual/answers.h"

namespace kushi::printing {
namespace {

constexpr std::size_t buffer_bytes = 65'536;
constexpr std::size_t most_answers = 65'536;
constexpr std::array<std::uint8_t, 10> clear_buffers{0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};
constexpr std::array<std::uint8_t, 3> cleared{0x37, 0x25, 0x00};

void append(std::vector<std::uint8_t>& answers, std::span<const std::uint8_t> more)
{
    if (answers.size() + more.size() <= most_answers) answers.insert(answers.end(), more.begin(), more.end());
}

}  // namespace

void Device::receive(std::uint8_t byte)
{
    std::shift_left(latest_.begin(), latest_.end(), 1);
    latest_.back() = byte;
    if (execute_real_time()) return;
    buffer_.push_back(byte);
    if (state_.reason().empty()) print();
}

/// @returns whether the buffers were cleared, with the byte that asked for it.
bool Device::execute_real_time()
{
    const auto last = [this](std::size_t count) { return std::span{latest_}.last(count); };
    if (const auto three = last(3); three[0] == 0x10 && three[1] == 0x04 && three[2] >= 1 && three[2] <= 4) {
        append(answers_, std::array{real_time_status_byte(three[2], state_)});
    }
    if (const auto five = last(5);
        five[0] == 0x10 && five[1] == 0x14 && five[2] == 0x01 && five[3] <= 1 && five[4] >= 1 && five[4] <= 8) {
        if (interpreter_.real_time_pulse()) interpreter_.kick_drawer();
    }
    if (!std::ranges::equal(latest_, clear_buffers)) return false;
    buffer_.clear();
    interpreter_.clear_buffers();
    append(answers_, cleared);
    return true;
}

void Device::set_state(const PrinterState& state)
{
    if (state == state_) return;
    state_ = state;
    interpreter_.sense(state);
    if (interpreter_.automatic_status()) append(answers_, automatic_status_bytes(state));
    if (state_.reason().empty()) print();
}

bool Device::buffer_is_full() const
{
    return buffer_.size() >= buffer_bytes;
}

void Device::print()
{
    for (; !buffer_.empty(); buffer_.pop_front()) interpreter_.feed(buffer_.front());
    append(answers_, interpreter_.take_answers());
}

std::vector<std::uint8_t> Device::take_answers()
{
    return std::exchange(answers_, {});
}

}  // namespace kushi::printing
