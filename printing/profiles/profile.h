#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace kushi::printing {

/// What one printer model can do. Everything that differs between models is here as data; no code asks for a name.
struct Profile {
    std::string_view name;
    int dots = 576;      ///< printable width of the head
    int columns = 48;    ///< of half-width characters, 12 dots each
    bool kanji = false;  ///< has a Shift JIS font: JIS X 0208 and NEC row 13 (else one byte a character, code page 437)
    bool real_time_off = false;  ///< knows GS ( D, so pictures cannot fire the drawer
    bool status = false;         ///< answers DLE EOT and sends status by itself after GS a
    bool process_id = false;     ///< answers GS ( H when everything before it is on paper
    bool native_qr = false;      ///< draws a QR code from its text (GS ( k)
    int band_rows = 256;         ///< the highest picture it takes in one command
};

/// generic-80, generic-58, clone-80, clone-58; null for any other name.
const Profile* find_profile(std::string_view name);
std::span<const Profile> profiles();
std::vector<std::string_view> profile_names();

}  // namespace kushi::printing
