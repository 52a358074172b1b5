#include "app/widgets/keypad.h"

#include <fmt/format.h>

#include "app/widgets/painting.h"

namespace kushi {

Node key_cap(std::string label, std::string name, std::function<void()> act, bool plain, Icon icon, int height)
{
    Node node;
    node.drawing = painting(fmt::format("key/{}/{}/{}", plain, static_cast<int>(icon), label), {64, height},
                            [=, words = std::move(label)](Canvas& canvas, const Rect& rect, const Look& look) {
                                const Token fill = look.pressed ? Token::primary_soft : plain && !look.disabled ? Token::surface : Token::sunken;
                                const Token ink = look.disabled || look.busy ? Token::ink3 : Token::ink;
                                canvas.fill(rect, fill, 18);
                                if (look.pressed) canvas.frame(rect, Token::primary, 18);
                                else if (plain) canvas.frame(rect, Token::line, 18);
                                draw_focus(canvas, rect, look, 18);
                                if (icon != Icon::none) canvas.icon(icon, {rect.x + (rect.width - 24) / 2, rect.y + (rect.height - 24) / 2, 24, 24}, ink);
                                else canvas.text(rect.inset(4, 0), words, plain ? type::key : type::strong, ink, Align::center);
                            });
    node.access = {ControlRole::button, std::move(name), {}, {}, false};
    node.height = height;
    return node.growing().tapped(std::move(act));
}

Node keypad(const KeypadLook& look)
{
    const auto digit = [&](const std::string& digits) {
        auto key = key_cap(digits, digits, [act = look.on_digits, digits] { act(digits); }, true, Icon::none, look.key_height);
        return key.keyed("key " + digits).grouped(look.group).waiting(look.busy).off_because(look.disabled);
    };
    const auto line = [&](Node a, Node b, Node c) {
        return row(look.gap, std::move(a), std::move(b), std::move(c)).high(look.key_height).crossed(Across::stretch);
    };
    Node left = Node{}.growing();
    if (look.on_left) {
        left = key_cap(look.left_key, look.left_key, look.on_left, false, Icon::none, look.key_height).grouped(look.group).waiting(look.busy).off_because(look.disabled);
    } else if (!look.left_key.empty()) {
        left = digit(look.left_key);
    }
    auto erase = key_cap({}, look.delete_name, look.on_delete, false, Icon::delete_, look.key_height).grouped(look.group).waiting(look.busy).off_because(look.disabled);
    erase.repeats = true;
    auto top = line(digit("1"), digit("2"), digit("3")), third = line(digit("7"), digit("8"), digit("9"));
    if (look.seven_on_top) std::swap(top, third);
    auto zero = look.seven_on_top ? line(digit("0"), std::move(left), std::move(erase)) : line(std::move(left), digit("0"), std::move(erase));
    auto pad = column(look.gap, std::move(top), line(digit("4"), digit("5"), digit("6")), std::move(third), std::move(zero));
    pad.access = {ControlRole::panel, look.group, {}, {}, false};
    return pad;
}

Node pin_dots(std::size_t filled, std::size_t length)
{
    const int width = static_cast<int>(length) * 38 - 20;
    Node node;
    node.drawing = painting(fmt::format("pin/{}/{}", filled, length), {width, 20}, [=](Canvas& canvas, const Rect& rect, const Look&) {
        for (std::size_t i = 0; i < length; ++i) {
            const Spot center{rect.x + 9.0 + 38.0 * static_cast<double>(i), rect.y + rect.height / 2.0};
            if (i < filled) canvas.circle(center, 9, Token::primary);
            else canvas.circle_frame(center, 9, Token::line_strong, 2);
        }
    });
    node.access = {ControlRole::progress, "PIN", fmt::format("{} / {}", filled, length), {}, false};
    return node.sized(width, 20);
}

std::int64_t with_digits(std::int64_t amount, const std::string& digits, std::int64_t most)
{
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') continue;
        const auto next = amount * 10 + (digit - '0');
        if (next > most) return amount;
        amount = next;
    }
    return amount;
}

bool keypad_key(const KeypadLook& look, const KeyPress& press)
{
    if (look.busy || !look.disabled.empty()) return false;
    if (press.key == Key::backspace) {
        look.on_delete();
        return true;
    }
    if (press.character >= U'0' && press.character <= U'9') {
        look.on_digits(std::string(1, static_cast<char>(press.character)));
        return true;
    }
    if (press.character == U'.' && look.left_key == ".") {
        look.on_digits(".");
        return true;
    }
    return false;
}

}  // namespace kushi
