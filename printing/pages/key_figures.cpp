#include <algorithm>

#include "printing/pages/pieces.h"

namespace kushi::printing::pages {
namespace {

constexpr double padding = 8;
constexpr double between_cards = 8;
constexpr std::size_t most_cards_in_row = 5;

struct Card {
    SetText label, value, note;
    [[nodiscard]] double height() const
    {
        return padding + label.height() + 2 + value.height() + (note.empty() ? 0 : 2 + note.height()) + padding;
    }
    void draw(cairo_t* cairo, double x, double y) const
    {
        label.draw(cairo, x + padding, y + padding);
        value.draw(cairo, x + padding, y + padding + label.height() + 2);
        if (!note.empty()) note.draw(cairo, x + padding, y + padding + label.height() + value.height() + 4);
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
    double height = 0;
    for (const auto& card : cards) height = std::max(height, card.height());
    return {.height = height,
            .space_before = between_cards,
            .draw = [cards = std::move(cards), width, height](cairo_t* cairo, double y) {
                double x = 0;
                for (const auto& card : cards) {
                    fill_box(cairo, x, y, width, height, colours::canvas, 6);
                    card.draw(cairo, x, y);
                    x += width + between_cards;
                }
            }};
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
