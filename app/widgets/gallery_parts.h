#pragma once

#include "app/widgets/node.h"

namespace kushi {

/// A part of the gallery: a card with its title, or, where it is wide, one across all columns.
struct Exhibit {
    std::string title;
    Node content;
    bool wide = false;
};
using Exhibits = std::vector<Exhibit>;

/// A control with a word below it that says its state.
Node specimen(Node control, std::string words);

void show_basics(Exhibits& exhibits);    ///< colours, type, icons
void show_controls(Exhibits& exhibits);  ///< buttons, choices, fields, keys
void show_messages(Exhibits& exhibits);  ///< cards, rows, pills, banners, sheets, progress
void show_specials(Exhibits& exhibits);  ///< scalp map, ring, charts, signature, keyboard

}  // namespace kushi
