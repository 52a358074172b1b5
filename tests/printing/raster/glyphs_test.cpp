#include <gtest/gtest.h>

#include <thread>

#include "printing/raster/bitmap.h"

namespace kushi::printing {
namespace {

Bitmap glyph(const std::string& text, int advance, bool bold = false)
{
    return draw_cells(std::vector{GlyphCell{text, 0, advance}}, advance, 24, bold);
}

int black_dots(const Bitmap& paper)
{
    int black = 0;
    for (int y = 0; y < paper.height(); ++y) {
        for (int x = 0; x < paper.width(); ++x) black += paper.dot(x, y) ? 1 : 0;
    }
    return black;
}

TEST(Glyphs, AreDrawnAndDiffer)
{
    const std::vector<std::string> wide{"髙", "高", "﨑", "崎", "あ", "ア", "葛\U000E0100", "①"};
    const std::vector<std::string> narrow{"A", "B", "g", "¥", "€", "0", "ｱ", "é"};
    std::vector<Bitmap> drawn;
    for (const auto& text : wide) drawn.push_back(glyph(text, 24));
    for (const auto& text : narrow) drawn.push_back(glyph(text, 12));
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        EXPECT_GT(black_dots(drawn[i]), 15) << i;
        for (std::size_t j = 0; j < i; ++j) EXPECT_NE(drawn[i], drawn[j]) << i << " and " << j;
    }
    EXPECT_EQ(black_dots(glyph(" ", 12)), 0);
    EXPECT_GT(black_dots(glyph("A", 12, true)), black_dots(glyph("A", 12)));
}

TEST(Glyphs, StayInsideTheirAdvance)
{
    for (const char* text : {"W", "M", "@", "漢"}) {
        const Bitmap line = draw_cells(std::vector{GlyphCell{text, 24, 12}}, 72, 24, true);
        for (int y = 0; y < 24; ++y) {
            for (int x = 0; x < 72; ++x) {
                if (x < 24 || x >= 36) {
                    EXPECT_FALSE(line.dot(x, y)) << text;
                }
            }
        }
        EXPECT_GT(black_dots(line), 15) << text;
    }
}

TEST(Glyphs, StandWhereTheyArePut)
{
    Bitmap expected{96, 24};
    expected.draw(glyph("髙", 24), 12, 0);
    expected.draw(glyph("g", 12), 60, 0);
    EXPECT_EQ(draw_cells(std::vector{GlyphCell{"髙", 12, 24}, GlyphCell{"g", 60, 12}}, 96, 24, false), expected);
    EXPECT_EQ(draw_cells({}, 96, 24, false), (Bitmap{96, 24}));
    EXPECT_EQ(draw_cells(std::vector{GlyphCell{"A", 0, 0}, GlyphCell{"", 0, 12}}, 96, 24, false), (Bitmap{96, 24}));
}

TEST(Glyphs, ComeOutTheSameOnEveryThread)
{
    const Bitmap here = glyph("髙", 24);
    std::vector<Bitmap> there(4);
    {
        std::vector<std::thread> threads;
        for (Bitmap& result : there) threads.emplace_back([&result] { result = glyph("髙", 24); });
        for (auto& thread : threads) thread.join();
    }
    for (const Bitmap& result : there) EXPECT_EQ(result, here);
}

}  // namespace
}  // namespace kushi::printing
