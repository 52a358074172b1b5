#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

#include "printing/virtual/interpreter.h"

namespace kushi::printing {

/// A printer without its plug: a receive buffer in front of the interpreter. Real-time commands are executed when they
/// are received, also while it is offline and also in the middle of a picture; the rest waits until it is online.
class Device {
public:
    explicit Device(Interpreter::Model model) : interpreter_{std::move(model)} {}

    void receive(std::uint8_t byte);
    /// Tells it if it was asked to (GS a), and goes on printing when it may.
    void set_state(const PrinterState& state);
    [[nodiscard]] const PrinterState& state() const { return state_; }
    /// Takes no more until it is online again.
    [[nodiscard]] bool buffer_is_full() const;
    std::vector<std::uint8_t> take_answers();
    [[nodiscard]] Interpreter& interpreter() { return interpreter_; }

private:
    bool execute_real_time();
    void print();

    Interpreter interpreter_;
    PrinterState state_;
    std::deque<std::uint8_t> buffer_;
    std::array<std::uint8_t, 10> latest_{};  ///< the last bytes received, the newest at the end
    std::vector<std::uint8_t> answers_;
};

}  // namespace kushi::printing
