#include "app/widgets/field.h"

#include <fmt/format.h>

#include "app/widgets/label.h"
#include "app/widgets/painting.h"

namespace kushi {

Rect entry_box(const Rect& field, bool has_icon)
{
    const int left = has_icon ? 52 : 18;
    return {field.x + left, field.y + 6, std::max(field.width - left - 14, 1), std::max(field.height - 12, 1)};
}

Node field(const FieldLook& look, Entry entry)
{
    const bool wrong = !look.error.empty();
    entry.placeholder = entry.placeholder.empty() ? look.placeholder : entry.placeholder;
    Node box;
    box.key = "entry";
    box.drawing = painting(fmt::format("field/{}/{}/{}/{}", wrong, static_cast<int>(look.icon), entry.text, entry.placeholder), {240, look.height},
                           [wrong, sign = look.icon, words = entry.text, hint = entry.placeholder, several = entry.several_lines](
                               Canvas& canvas, const Rect& rect, const Look& state) {
                               canvas.fill(rect, Token::surface, 16);
                               if (state.focused) canvas.frame(rect.inset(-3), Token::primary_soft, 19, 3);
                               const Token edge = wrong ? Token::danger : state.focused ? Token::primary : Token::line_strong;
                               canvas.frame(rect, edge, 16, wrong || state.focused ? 2 : 1.5);
                               if (sign != Icon::none) canvas.icon(sign, {rect.x + 16, rect.y + (rect.height - 24) / 2, 24, 24}, Token::ink2);
                               const auto inner = entry_box(rect, sign != Icon::none);
                               canvas.text(inner, words.empty() ? hint : words, {17, 24, 500}, words.empty() ? Token::ink3 : Token::ink, Align::start,
                                           several ? 0 : 1, several ? Align::start : Align::center);
                           });
    box.access = {ControlRole::entry, look.name, entry.text, look.error, false};
    box.focusable = true;
    entry.has_icon = look.icon != Icon::none;
    box.entry = std::make_shared<Entry>(std::move(entry));
    box.height = look.height;
    return column(8, look.label_shows ? std::optional{text(look.name, type::caption.weighing(600), Token::ink2)} : std::nullopt, std::move(box),
                  wrong ? std::optional{row(8, icon(Icon::triangle_alert, 16, Token::danger), text(look.error, type::caption, Token::danger))}
                        : std::nullopt)
        .keyed("field " + look.name);
}

}  // namespace kushi
