#include <algorithm>

#include "printing/pages/pieces.h"

namespace kushi::printing::pages {
namespace {

constexpr double padding = 8;
constexpr double between_cards = 8;
constexpr std::size_t most_cards_in_row = 5;

struct Card {
    SetText label, value, note;
};

/// Where the three lines of every card of a row stand, from its upper edge.
struct Lines {
    double label = 0, value = 0, note = 0, height = 0;  ///< baselines, but for the height

    explicit Lines(const std::vector<Card>& cards)
    {
        double label_below = 0, value_above = 0, value_below = 0, note_above = 0, note_below = 0;
        for (const auto& card : cards) {
            label = std::max(label, card.label.baseline());
            label_below = std::max(label_below, card.label.height() - card.label.baseline());
            value_above = std::max(value_above, card.value.baseline());
            value_below = std::max(value_below, card.value.height() - card.value.baseline());
            if (card.note.empty()) continue;
            note_above = std::max(note_above, card.note.baseline());
            note_below = std::max(note_below, card.note.height() - card.note.baseline());
        }
        label += padding;
        value = label + label_below + 2 + value_above;
        note = value + value_below + 2 + note_above;
        height = note + note_below + padding;
    }

    void draw(const Card& card, cairo_t* cairo, double x, double y) const
    {
        card.label.draw(cairo, x + padding, y + label - card.label.baseline());
        card.value.draw(cairo, x + padding, y + value - card.value.baseline());
        if (!card.note.empty()) card.note.draw(cairo, x + padding, y + note - card.note.baseline());
    }
};

Card card_of(const Typesetter& typesetter, const PageKeyFigures::Figure& figure, double width)
{
    const double inside = width - 2 * padding;
    TextStyle large{.size = 15, .strong = true};
    const double wanted = typesetter.width_of(figure.value, large);
    if (wanted > inside) large.size *= inside / wanted;  // money is never cut
    return {typesetter.set(figure.label, {.size = 8, .colour = colours::ink_second}, inside),
            typesetter.set(figure.value, large),
            typesetter.set(figure.note, {.size = 7.5, .colour = colours::ink_second}, inside)};
}

Piece row_of_cards(std::vector<Card> cards, double width)
{
    const Lines lines{cards};
    const auto draw = [cards = std::move(cards), lines, width](cairo_t* cairo, double y) {
        double x = 0;
        for (const auto& card : cards) {
            fill_box(cairo, x, y, width, lines.height, colours::canvas, 6);
            lines.draw(card, cairo, x, y);
            x += width + between_cards;
        }
    };
    return {.height = lines.height, .space_before = between_cards, .draw = draw};
}

}  // namespace

void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageKeyFigures& block)
{
    const auto& figures = block.figures;
    if (figures.empty()) return;
    const std::size_t rows = (figures.size() + most_cards_in_row - 1) / most_cards_in_row;
    const std::size_t in_row = (figures.size() + rows - 1) / rows;
    const double card_width = (width - between_cards * static_cast<double>(in_row - 1)) / static_cast<double>(in_row);
    for (std::size_t first = 0; first < figures.size(); first += in_row) {
        std::vector<Card> cards;
        for (std::size_t i = first; i < std::min(first + in_row, figures.size()); ++i)
            cards.push_back(card_of(typesetter, figures[i], card_width));
        pieces.push_back(row_of_cards(std::move(cards), card_width));
    }
}

}  // namespace kushi::printing::pages
