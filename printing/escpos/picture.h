#pragma once

#include <cstdint>
#include <vector>

#include "printing/profiles/profile.h"
#include "printing/raster/bitmap.h"

namespace kushi::printing {

/// Appends a picture as bands of rows (GS v 0) that the printer takes; white rows are fed (ESC J), white bytes at the
/// right are left out.
/// A printer whose real-time commands cannot be switched off would act on 10h 04h, 10h 05h or 10h 14h inside the rows,
/// in the worst case by opening the drawer. For such a one, each of these gets one more dot beside a black one.
void put_picture(std::vector<std::uint8_t>& bytes, const Bitmap& picture, const Profile& profile);

}  // namespace kushi::printing
