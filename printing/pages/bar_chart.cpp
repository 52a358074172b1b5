#include <algorithm>
#include <numbers>

#include "printing/pages/pieces.h"

namespace kushi::printing::pages {
namespace {

constexpr double room_for_bars = 96;  ///< of the longest bar, or of the longest up and the longest down together
constexpr double widest_bar = 26;
constexpr double usual_size = 8, least_size = 6;

/// Texts that stand in slots side by side: level where all fit, else turned by a quarter, read from below.
struct Labels {
    std::vector<SetText> texts;
    bool turned = false;
    double height = 0;  ///< what they take of the page's height

    void draw(cairo_t* cairo, std::size_t index, double middle, double top) const
    {
        const auto& text = texts[index];
        if (!turned) return text.draw(cairo, middle - text.width() / 2, top);
        cairo_save(cairo);
        cairo_translate(cairo, middle - text.height() / 2, top + text.width());
        cairo_rotate(cairo, -std::numbers::pi / 2);
        text.draw(cairo, 0, 0);
        cairo_restore(cairo);
    }
    [[nodiscard]] double height_of(std::size_t index) const
    {
        return turned ? texts[index].width() : texts[index].height();
    }
};

Labels labels_of(const Typesetter& typesetter, const std::vector<std::string>& words, double slot, Colour colour)
{
    double widest = 0;
    for (const auto& word : words) widest = std::max(widest, typesetter.width_of(word, {.size = usual_size}));
    Labels labels;
    double size = usual_size;
    if (widest > slot - 3) size = usual_size * (slot - 3) / widest;
    if (size < least_size) {
        labels.turned = true;
        size = std::clamp(slot * 0.75, 4.0, usual_size);
    }
    for (const auto& word : words) {
        labels.texts.push_back(typesetter.set(word, {.size = size, .colour = colour}));
        labels.height = std::max(labels.height, labels.height_of(labels.texts.size() - 1));
    }
    return labels;
}

}  // namespace

void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageBarChart& chart)
{
    if (chart.bars.empty()) return;
    const double slot = width / static_cast<double>(chart.bars.size());
    std::vector<std::string> names, figures, notes;
    std::int64_t most = 0, least = 0;
    for (const auto& bar : chart.bars) {
        names.push_back(bar.label);
        figures.push_back(bar.figure);
        notes.push_back(bar.note);
        most = std::max(most, bar.value);
        least = std::min(least, bar.value);
    }
    const auto under = labels_of(typesetter, names, slot, colours::ink_second);
    const auto notes_under = labels_of(typesetter, notes, slot, colours::ink_third);
    const auto over = labels_of(typesetter, figures, slot, colours::ink);
    const double span = std::max(1.0, static_cast<double>(most) - static_cast<double>(least));
    const double up = room_for_bars * static_cast<double>(most) / span;
    const double down = room_for_bars - up;
    const double above = over.height + 3, below = least < 0 ? over.height + 3 : 0;
    const double height =
        above + (most > 0 || least < 0 ? room_for_bars : 0) + below + 4 + under.height + notes_under.height;
    pieces.push_back({.height = height, .space_before = 4, .draw = [=, bars = chart.bars](cairo_t* cairo, double y) {
                          const double ground = y + above + (most > 0 ? up : 0);
                          const double thick = std::min(slot * 0.64, widest_bar);
                          for (std::size_t i = 0; i < bars.size(); ++i) {
                              const double middle = slot * (static_cast<double>(i) + 0.5);
                              const double length = room_for_bars * static_cast<double>(bars[i].value) / span;
                              const double top = length >= 0 ? ground - length : ground;
                              const Colour colour = length < 0              ? colours::danger
                                                    : bars[i].value == most ? colours::pine
                                                                            : colours::leaf;
                              if (bars[i].value != 0)
                                  fill_box(cairo, middle - thick / 2, top, thick, length >= 0 ? length : -length,
                                           colour);
                              over.draw(cairo, i, middle, length >= 0 ? top - 2 - over.height_of(i) : top - length + 2);
                              const double feet = ground + (least < 0 ? down + below : 0) + 4;
                              under.draw(cairo, i, middle, feet);
                              notes_under.draw(cairo, i, middle, feet + under.height);
                          }
                          draw_line(cairo, 0, ground, width, colours::line_strong, 0.7);
                      }});
}

}  // namespace kushi::printing::pages
