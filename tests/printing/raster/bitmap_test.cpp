#include "printing/raster/bitmap.h"

#include <cairo.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

namespace kushi::printing {
namespace {

int black_dots(const Bitmap& paper)
{
    int black = 0;
    for (int y = 0; y < paper.height(); ++y) {
        for (int x = 0; x < paper.width(); ++x) black += paper.dot(x, y) ? 1 : 0;
    }
    return black;
}

TEST(Bitmap, KeepsTheLeftmostDotInTheHighestBit)
{
    Bitmap paper{10, 2};
    paper.set_dot(0, 0);
    paper.set_dot(9, 1);
    EXPECT_EQ(paper.stride_bytes(), 2);
    EXPECT_EQ(paper.row(0)[0], 0x80);
    EXPECT_EQ(paper.row(1)[1], 0x40);
    EXPECT_TRUE(paper.dot(9, 1));
    paper.set_dot(9, 1, false);
    EXPECT_TRUE(paper.row_is_white(1));
    EXPECT_FALSE(paper.row_is_white(0));
}

TEST(Bitmap, IgnoresWhatIsOutside)
{
    Bitmap paper{10, 2};
    for (const auto& [x, y] : {std::pair{-1, 0}, {10, 0}, {0, -1}, {0, 2}, {15, 1}}) {
        paper.set_dot(x, y);
        EXPECT_FALSE(paper.dot(x, y));
    }
    paper.fill(-5, -5, 3, 3);
    EXPECT_EQ(black_dots(paper), 0);
    EXPECT_THROW((void)paper.row(2), std::logic_error);
    EXPECT_THROW((Bitmap{-1, 2}), std::logic_error);
}

TEST(Bitmap, GrowsInWhiteAndCropsForGood)
{
    Bitmap paper{8, 1};
    paper.fill(0, 0, 8, 1);
    paper.grow(3);
    EXPECT_EQ(paper.height(), 3);
    EXPECT_EQ(black_dots(paper), 8);
    paper.grow(1);
    EXPECT_EQ(paper.height(), 3);
    paper.fill(0, 2, 8, 1);
    paper.crop(1);
    paper.grow(3);
    EXPECT_TRUE(paper.row_is_white(2));
}

TEST(Bitmap, DrawsAnotherAtAnyDotAndCutsItAtTheEdge)
{
    Bitmap stamp{3, 2};
    stamp.fill(0, 0, 3, 2);
    Bitmap paper{16, 4};
    paper.draw(stamp, 6, 1);
    EXPECT_EQ(black_dots(paper), 6);
    EXPECT_TRUE(paper.dot(6, 1) && paper.dot(8, 2));
    paper.draw(stamp, 15, 3);
    EXPECT_EQ(black_dots(paper), 7);
    paper.draw(stamp, -2, -1);
    EXPECT_EQ(black_dots(paper), 8);
}

TEST(Bitmap, DrawsWholeRowsWithinItsWidth)
{
    Bitmap wide{24, 1};
    wide.fill(0, 0, 24, 1);
    Bitmap paper{13, 2};
    paper.draw(wide, 0, 1);
    EXPECT_EQ(black_dots(paper), 13);
    EXPECT_EQ(paper.row(1)[1], 0xF8);  // the padding stays white, so that equal papers are equal bytes
    paper.draw(wide, 0, 2);
    paper.draw_row(std::vector<std::uint8_t>{0x80}, 0);
    EXPECT_EQ(black_dots(paper), 14);
}

TEST(Bitmap, InvertsARectangle)
{
    Bitmap paper{8, 2};
    paper.set_dot(1, 0);
    paper.invert(0, 0, 4, 1);
    EXPECT_EQ(paper.row(0)[0], 0xB0);
    EXPECT_TRUE(paper.row_is_white(1));
}

struct Source {
    const std::vector<std::uint8_t>& bytes;
    std::size_t at = 0;
};

cairo_status_t read_some(void* closure, unsigned char* data, unsigned int length)
{
    auto& source = *static_cast<Source*>(closure);
    if (source.at + length > source.bytes.size()) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, source.bytes.data() + source.at, length);
    source.at += length;
    return CAIRO_STATUS_SUCCESS;
}

TEST(Png, ShowsTheSameDots)
{
    Bitmap paper{13, 7};
    for (int i = 0; i < 7; ++i) paper.set_dot(i * 2, i);
    for (const int scale : {1, 2, 3}) {
        const auto png = png_of(paper, scale);
        Source source{png};
        cairo_surface_t* image = cairo_image_surface_create_from_png_stream(&read_some, &source);
        ASSERT_EQ(cairo_surface_status(image), CAIRO_STATUS_SUCCESS);
        ASSERT_EQ(cairo_image_surface_get_width(image), 13 * scale);
        ASSERT_EQ(cairo_image_surface_get_height(image), 7 * scale);
        for (int y = 0; y < 7 * scale; ++y) {
            for (int x = 0; x < 13 * scale; ++x) {
                std::uint32_t pixel = 0;
                std::memcpy(&pixel,
                            cairo_image_surface_get_data(image) + y * cairo_image_surface_get_stride(image) + x * 4, 4);
                EXPECT_EQ((pixel & 0xFFFFFF) == 0, paper.dot(x / scale, y / scale))
                    << x << "," << y << " at scale " << scale;
            }
        }
        cairo_surface_destroy(image);
    }
    EXPECT_THROW(png_of(Bitmap{8, 40'000}), std::runtime_error);
    EXPECT_THROW(png_of(paper, 0), std::logic_error);
}

}  // namespace
}  // namespace kushi::printing
