#pragma once

#include "app/widgets/node.h"

namespace kushi {

/// One line of text that gives way with an ellipsis where its row is too narrow.
Node text(std::string words, const TextStyle& style = type::body, Token color = Token::ink, Align align = Align::start);
/// Text of several lines, broken after the rules of its script.
Node paragraph(std::string words, const TextStyle& style = type::body, Token color = Token::ink, int most_lines = 0,
               Align align = Align::start);
/// An amount: its figures stand in columns, and it never gives way.
Node money(std::string amount, const TextStyle& style = type::money, Token color = Token::ink, Align align = Align::end);
/// A screen's or a card's title, which a reader can jump to.
Node heading(std::string words, const TextStyle& style = type::heading, Token color = Token::ink);
Node icon(Icon icon, int size, Token color);
/// A hairline across.
Node rule();

}  // namespace kushi
