#include "app/widgets/amount_pad.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/keypad.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/text.h"

namespace kushi {
namespace {

constexpr int gap = 8;
constexpr TextStyle value_style{32, 40, 600, true};

bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

Node value_box(const AmountPadLook& look)
{
    const bool wrong = !look.error.empty();
    Node box;
    box.key = "amount";
    box.drawing =
        painting(fmt::format("amount/{}/{}/{}", wrong, look.label, look.value), {0, 72},
                 [wrong, label = look.label, value = look.value](Canvas& canvas, const Rect& rect, const Look& state) {
                     if (!wrong) canvas.frame(rect.inset(-3), Token::primary_soft, 21, 3);
                     canvas.fill(rect, Token::surface, 18);
                     canvas.frame(rect, wrong ? Token::danger : Token::primary, 18, 2);
                     draw_focus(canvas, rect, state, 18);
                     const auto inner = rect.inset(18, 0);
                     const int width = std::min(measure_text(value, value_style).width, inner.width);
                     canvas.text({inner.right() - width, inner.y, width, inner.height}, value, value_style, Token::ink,
                                 Align::end);
                     canvas.text({inner.x, inner.y, std::max(inner.width - width - 12, 1), inner.height}, label,
                                 type::body, Token::ink2);
                 });
    box.access = {ControlRole::spin, look.name.empty() ? look.label : look.name, look.value, look.error, false};
    box.focusable = true;
    box.on_key = [digit = look.on_digit, erase = look.on_delete, whole = look.whole](const KeyPress& press) {
        if (press.key == Key::backspace) {
            erase();
            return true;
        }
        if (press.character >= U'0' && press.character <= U'9') {
            digit(std::string(1, static_cast<char>(press.character)));
            return true;
        }
        if (whole || (press.character != U'.' && press.character != U',')) return false;
        digit(".");
        return true;
    };
    return box.high(72);
}

Node preset_key(const AmountPadLook& look, const std::string& preset)
{
    const bool on = preset == look.chosen_preset;
    Node node;
    node.key = "preset " + preset;
    node.drawing = painting(
        fmt::format("preset/{}/{}", on, preset), {48, 48}, [=](Canvas& canvas, const Rect& rect, const Look& state) {
            canvas.fill(rect, on || state.pressed ? Token::primary_soft : Token::sunken, 16);
            if (on || state.pressed) canvas.frame(rect, Token::primary, 16);
            draw_focus(canvas, rect, state, 16);
            canvas.text(rect.inset(4, 0), preset, type::money, on ? Token::on_primary_soft : Token::ink, Align::center);
        });
    node.access = {ControlRole::radio, fmt::format("{} {}", look.label, preset), {}, {}, on};
    return node.high(48).growing().grouped("presets").tapped([act = look.on_preset, preset] { act(preset); });
}

Node keys(const AmountPadLook& look)
{
    const auto key = [&](const std::string& digit) {
        return key_cap(
                   digit, digit, [act = look.on_digit, digit] { act(digit); }, true, Icon::none, look.key_height)
            .keyed("key " + digit)
            .grouped("amount keys");
    };
    const auto line = [&](Node a, Node b, Node c) {
        return row(gap, std::move(a), std::move(b), std::move(c)).high(look.key_height).crossed(Across::stretch);
    };
    auto erase =
        key_cap({}, look.delete_name, look.on_delete, false, Icon::delete_, look.key_height).grouped("amount keys");
    erase.repeats = true;
    return column(gap, line(key("7"), key("8"), key("9")), line(key("4"), key("5"), key("6")),
                  line(key("1"), key("2"), key("3")),
                  line(key("0"), look.whole ? Node{}.growing() : key("."), std::move(erase)));
}

}  // namespace

Node amount_pad(const AmountPadLook& look)
{
    auto presets = row(gap).crossed(Across::stretch);
    for (const auto& preset : look.presets) put(presets.children, preset_key(look, preset));
    std::optional<Node> error;
    if (!look.error.empty()) {
        error = row(gap, icon(Icon::triangle_alert, 16, Token::danger),
                    paragraph(look.error, type::caption, Token::danger).growing());
    }
    return column(12, value_box(look), std::move(error),
                  look.presets.empty() ? std::nullopt : std::optional{std::move(presets)}, keys(look));
}

std::string with_decimal_digit(std::string_view text, std::string_view digit, std::size_t whole_digits)
{
    std::string made{text};
    const auto point = made.find('.');
    if (digit == ".") {
        if (point != std::string::npos) return made;
        return made.empty() ? "0." : made + '.';
    }
    if (digit.size() != 1 || !is_digit(digit.front())) return made;
    if (point != std::string::npos) return made.size() == point + 1 ? made + digit.front() : made;
    if (made == "0") made.clear();
    if (made.size() < whole_digits) made += digit.front();
    return made;
}

std::string without_last_digit(std::string_view text)
{
    return std::string{text.substr(0, text.empty() ? 0 : text.size() - 1)};
}

Node money_count_row(const MoneyCountLook& look, bool first)
{
    StepperLook count;
    count.name = look.name;
    count.value = std::to_string(look.count);
    count.less = look.less;
    count.more = look.more;
    count.on_less = [act = look.on_count, now = look.count] { act(std::max(now - 1, 0)); };
    count.on_more = [act = look.on_count, now = look.count] { act(now + 1); };
    count.on_value = look.on_value;
    if (look.count == 0) count.no_less = look.no_less;
    count.value_width = 52;
    count.height = 56;
    auto line = row(0, money(look.denomination, type::money, Token::ink, Align::start).wide(82),
                    stepper(count).wide(148), money(look.total, type::body, Token::ink2).growing());
    line.drawing =
        painting(fmt::format("count row/{}", first), {}, [first](Canvas& canvas, const Rect& rect, const Look&) {
            if (!first) canvas.fill({rect.x, rect.y, rect.width, 1}, Token::line);
        });
    return line.at_least(0, 72).keyed("count " + look.denomination);
}

}  // namespace kushi
