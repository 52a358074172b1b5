#include "printing/escpos/picture.h"

#include <algorithm>

#include "printing/escpos/commands.h"

namespace kushi::printing {
namespace {

/// Fewer white rows than this cost less as rows than as two more commands, and the paper need not stop for them.
constexpr int least_feed_rows = 8;
constexpr int most_feed_dots = 255;

int white_rows_from(const Bitmap& picture, int y)
{
    int end = y;
    while (end < picture.height() && picture.row_is_white(end)) ++end;
    return end - y;
}

/// The row after the last of a band that begins at `y`: before a run of white rows, the printer's limit or the end.
int band_end(const Bitmap& picture, int y, int most_rows)
{
    int end = y;
    while (end < picture.height() && end - y < most_rows) {
        const int white = white_rows_from(picture, end);
        if (white >= least_feed_rows || end + white == picture.height()) break;
        end += std::max(white, 1);
    }
    return std::min(end, y + most_rows);
}

int used_bytes(const Bitmap& picture, int from, int to)
{
    int used = 1;
    for (int y = from; y < to; ++y) {
        const auto row = picture.row(y);
        for (int x = picture.stride_bytes() - 1; x >= used; --x) {
            if (row[static_cast<std::size_t>(x)] == 0) continue;
            used = x + 1;
            break;
        }
    }
    return used;
}

void put_feed(std::vector<std::uint8_t>& bytes, int dots)
{
    for (; dots > 0; dots -= most_feed_dots) {
        bytes.insert(bytes.end(), escpos::feed_dots.begin(), escpos::feed_dots.end());
        bytes.push_back(static_cast<std::uint8_t>(std::min(dots, most_feed_dots)));
    }
}

/// 10h becomes 30h: the dot left of its one black dot turns black too.
void disarm(std::vector<std::uint8_t>& bytes, std::size_t from)
{
    for (std::size_t i = from; i + 1 < bytes.size(); ++i) {
        const auto next = bytes[i + 1];
        if (bytes[i] == escpos::DLE && (next == 0x04 || next == 0x05 || next == 0x14)) bytes[i] = 0x30;
    }
}

void put_band(std::vector<std::uint8_t>& bytes, const Bitmap& picture, int from, int to, const Profile& profile)
{
    const int width = used_bytes(picture, from, to);
    const int rows = to - from;
    bytes.insert(bytes.end(), escpos::picture.begin(), escpos::picture.end());
    for (const int word : {width, rows}) {
        bytes.push_back(static_cast<std::uint8_t>(word & 0xff));
        bytes.push_back(static_cast<std::uint8_t>(word >> 8));
    }
    const auto start = bytes.size();
    for (int y = from; y < to; ++y) {
        const auto row = picture.row(y);
        bytes.insert(bytes.end(), row.begin(), row.begin() + width);
    }
    if (!profile.real_time_off) disarm(bytes, start);
}

}  // namespace

void put_picture(std::vector<std::uint8_t>& bytes, const Bitmap& picture, const Profile& profile)
{
    for (int y = 0; y < picture.height();) {
        const int white = white_rows_from(picture, y);
        put_feed(bytes, white);
        y += white;
        if (y == picture.height()) return;
        const int end = band_end(picture, y, profile.band_rows);
        put_band(bytes, picture, y, end, profile);
        y = end;
    }
}

}  // namespace kushi::printing
