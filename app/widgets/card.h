#pragma once

#include "app/widgets/node.h"

namespace kushi {

/// The white ground of a page's parts: radius 20, a hairline.
Node card(Node content, Insets padding = Insets{20}, Token ground = Token::surface);
/// The same, that is tapped as a whole: it has no button of its own.
Node tapped_card(Node content, std::string name, std::function<void()> act, Insets padding = Insets{20});

/// A row of a list: 64 high at least, a hairline above all but the first.
Node list_row(Node content, bool first);
Node tapped_row(Node content, bool first, std::string name, std::function<void()> act);

enum class Tone { plain, primary, ok, warn, danger, info, boxwood };
/// A small word of state.
Node tag(std::string words, Tone tone = Tone::plain, Icon icon = Icon::none);
/// A message on the page that stays.
Node banner(std::string words, Tone tone, Icon icon, std::optional<Node> action = std::nullopt);
/// A status in the top bar: a dot and a word; in the narrow window an icon.
Node status_pill(std::string words, Tone tone, std::string sentence, std::function<void()> act, Icon compact = Icon::none);
/// Two letters or a kanji in a circle. The same person has the same colour everywhere.
Node avatar(std::string initials, std::size_t color, int size = 28);
/// The color of a person's avatar: by id, the same everywhere.
std::size_t avatar_color(std::string_view id);
/// A number in a grey circle, as at a column's head.
Node count_badge(int count);
/// A pale comb, one sentence and one thing to do.
Node empty_state(std::string title, std::string sentence, std::optional<Node> action = std::nullopt);
/// Grey blocks where something will be.
Node skeleton(int width, int height);
/// A ground that fills its rect: a box to put things on.
DrawingPointer ground(Token color, double radius, Token edge = Token::none, double edge_width = 1);

}  // namespace kushi
