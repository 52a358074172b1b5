#pragma once

#include <array>
#include <cstdint>

#include "printing/escpos/status.h"

namespace kushi::printing {

/// The bytes in which a printer says how it is (Epson's reference, "ASB" and "DLE EOT"; bits 4 and 1 mark their kind).
std::array<std::uint8_t, 4> automatic_status_bytes(const PrinterState& state);
std::uint8_t real_time_status_byte(int question, const PrinterState& state);
/// GS r 1: bits 0, 1 near the end, 2, 3 at the end.
std::uint8_t paper_sensor_byte(const PrinterState& state);

}  // namespace kushi::printing
