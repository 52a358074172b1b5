#include <algorithm>

#include "printing/pages/pieces.h"

namespace kushi::printing::pages {
namespace {

constexpr double padding = 8;

}  // namespace

void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageHeading& heading)
{
    const TextStyle small{.size = 8, .colour = colours::ink_second};
    const double note_width = std::min(typesetter.width_of(heading.note, small), width / 2);
    const auto note = typesetter.set(heading.note, small, note_width);
    const auto text = typesetter.set(heading.text, {.size = 12, .strong = true}, width - note_width - padding);
    pieces.push_back({.height = std::max(text.height(), note.height()) + 4,
                      .space_before = 18,
                      .keep_with_next = true,
                      .draw = [=](cairo_t* cairo, double y) {
                          text.draw(cairo, 0, y);
                          if (!note.empty())
                              note.draw(cairo, width - note_width, y + text.baseline() - note.baseline());
                      }});
}

void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageParagraph& paragraph)
{
    using Tone = PageParagraph::Tone;
    const bool boxed = paragraph.tone == Tone::alert || paragraph.tone == Tone::good;
    const Colour ink = paragraph.tone == Tone::alert   ? colours::on_danger
                       : paragraph.tone == Tone::good  ? colours::on_ok
                       : paragraph.tone == Tone::quiet ? colours::ink_second
                                                       : colours::ink;
    const double inset = boxed ? padding : 0;
    const auto text = typesetter.set(
        paragraph.text, {.size = 9, .strong = paragraph.tone == Tone::alert, .colour = ink}, width - 2 * inset);
    const double height = text.height() + 2 * inset * 0.75;
    const Colour ground = paragraph.tone == Tone::alert ? colours::danger_soft : colours::ok_soft;
    pieces.push_back({.height = height, .space_before = 6, .draw = [=](cairo_t* cairo, double y) {
                          if (boxed) fill_box(cairo, 0, y, width, height, ground, 5);
                          text.draw(cairo, inset, y + inset * 0.75);
                      }});
}

}  // namespace kushi::printing::pages
