#include "app/widgets/keyboard.h"

#include <fmt/format.h>

#include <array>

#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"

namespace kushi {
namespace {

constexpr int key_height = 56, gap = 8;
constexpr TextStyle key_style{21, 28, 500};

enum class Cap { letter, action, done };

Node key(std::string label, std::string name, std::function<void()> act, Cap cap = Cap::letter, Icon sign = Icon::none,
         bool on = false)
{
    Node node;
    node.key = name;
    node.drawing = painting(
        fmt::format("board key/{}/{}/{}/{}", static_cast<int>(cap), static_cast<int>(sign), on, label),
        {40, key_height}, [=, words = std::move(label)](Canvas& canvas, const Rect& rect, const Look& look) {
            const bool soft = cap == Cap::done || on;
            const Token fill = cap == Cap::letter ? Token::surface : soft ? Token::primary_soft : Token::canvas;
            const Token pressed = soft ? Token::comb_rest : Token::primary_soft;
            const Token ink = look.disabled ? Token::ink3 : soft ? Token::on_primary_soft : Token::ink;
            canvas.fill(rect, look.pressed ? pressed : fill, 14);
            if (look.pressed || on)
                canvas.frame(rect, Token::primary, 14);
            else if (!soft)
                canvas.frame(rect, Token::line, 14);
            draw_focus(canvas, rect, look, 14);
            if (sign != Icon::none) {
                canvas.icon(sign, {rect.x + (rect.width - 24) / 2, rect.y + (rect.height - 24) / 2, 24, 24}, ink);
                return;
            }
            const auto style = cap == Cap::letter ? key_style
                               : cap == Cap::done ? type::strong
                                                  : type::note.weighing(600);
            canvas.text(rect.inset(2, 0), words, style, ink, Align::center);
        });
    node.access = {ControlRole::button, std::move(name), {}, {}, false};
    node.on_tap = std::move(act);
    return node.growing();
}

/// Builds the rows of one keyboard.
class Board {
public:
    explicit Board(const KeyboardLook& look) : look_{look} {}

    [[nodiscard]] Node letter(const std::string& text) const
    {
        return key(text, text, [act = look_.on_text, text] { act(text); });
    }
    [[nodiscard]] std::vector<Node> letters(std::string_view one_a_byte) const
    {
        std::vector<Node> keys;
        for (const char each : one_a_byte) keys.push_back(letter(std::string(1, each)));
        return keys;
    }
    [[nodiscard]] Node change(const char* label, KanaChange how, Cap cap) const
    {
        return key(
            label, label, [act = look_.on_change_last_kana, how] { act(how); }, cap);
    }
    [[nodiscard]] Node erase() const
    {
        auto node = key({}, look_.delete_name, look_.on_backspace, Cap::action, Icon::delete_);
        node.repeats = true;
        return node;
    }
    [[nodiscard]] Node blank() const
    {
        return key(
            {}, look_.space_name, [act = look_.on_text] { act(" "); }, Cap::action, Icon::space);
    }
    [[nodiscard]] Node done() const { return key(look_.done, look_.done, look_.on_close, Cap::done); }
    [[nodiscard]] std::optional<Node> enter() const
    {
        if (!look_.on_enter) return std::nullopt;
        return key({}, look_.enter_name, look_.on_enter, Cap::action, Icon::corner_down_left);
    }

    template <class... Keys>
    static Node line(Keys&&... keys)
    {
        return row(gap, std::forward<Keys>(keys)...).crossed(Across::stretch).high(key_height);
    }

    [[nodiscard]] std::vector<Node> kana() const
    {
        // One row a vowel, one column a consonant, as school charts have them; the marks fill the gaps of the last
        // ones.
        constexpr std::array<std::array<const char*, 10>, 5> chart{
            {{"あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ"},
             {"い", "き", "し", "ち", "に", "ひ", "み", "ゆ", "り", "を"},
             {"う", "く", "す", "つ", "ぬ", "ふ", "む", "よ", "る", "ん"},
             {"え", "け", "せ", "て", "ね", "へ", "め", "、", "れ", "゛"},
             {"お", "こ", "そ", "と", "の", "ほ", "も", "。", "ろ", "゜"}}};
        std::vector<Node> rows;
        for (std::size_t vowel = 0; vowel < chart.size(); ++vowel) {
            auto keys = line();
            for (const std::string kana : chart[vowel]) {
                if (kana == "゛")
                    put(keys.children, change("゛", KanaChange::voiced, Cap::letter));
                else if (kana == "゜")
                    put(keys.children, change("゜", KanaChange::half_voiced, Cap::letter));
                else
                    put(keys.children, letter(kana));
            }
            put(keys.children, vowel == 0   ? erase()
                               : vowel == 1 ? change("小", KanaChange::size, Cap::action)
                               : vowel == 2 ? key(
                                                  "ー", "ー", [act = look_.on_text] { act("ー"); }, Cap::action)
                               : vowel == 3 ? blank()
                                            : done());
            rows.push_back(std::move(keys));
        }
        return rows;
    }
    [[nodiscard]] std::vector<Node> latin() const
    {
        auto up = key({}, look_.shift_name, look_.on_shift, Cap::action, Icon::arrow_big_up, look_.shift);
        up.access.role = ControlRole::toggle;
        up.access.selected = look_.shift;
        up.grow = 1.5;
        auto wide_space = blank();
        wide_space.grow = 6;
        auto last = done();
        last.grow = 2;
        const auto cased = [this](std::string_view small, std::string_view large) {
            return letters(look_.shift ? large : small);
        };
        return joined(line(letters("1234567890"), erase()), line(cased("qwertyuiop", "QWERTYUIOP"), letter("-")),
                      line(cased("asdfghjkl", "ASDFGHJKL"), letter("'"), letter("@")),
                      line(std::move(up), cased("zxcvbnm", "ZXCVBNM"), letters(",._")),
                      line(letters("/"), std::move(wide_space), enter(), std::move(last)));
    }
    [[nodiscard]] std::vector<Node> figures() const
    {
        auto wide_space = blank();
        wide_space.grow = 5;
        auto last = done();
        last.grow = 2;
        return joined(line(letters("123"), letters("+-()"), erase()), line(letters("456/:;#!")),
                      line(letters("789&@%*_")), line(letters(",0.'\"?="), letter("¥")),
                      line(std::move(wide_space), enter(), std::move(last)));
    }
    template <class... Rows>
    static std::vector<Node> joined(Rows&&... rows)
    {
        std::vector<Node> all;
        (all.push_back(std::forward<Rows>(rows)), ...);
        return all;
    }

private:
    const KeyboardLook& look_;
};

std::vector<Node> rows_of(const KeyboardLook& look)
{
    const Board board{look};
    switch (look.layout) {
        case KeyboardLayout::kana:
            return board.kana();
        case KeyboardLayout::latin:
            return board.latin();
        case KeyboardLayout::figures:
            break;
    }
    return board.figures();
}

Node layouts(const KeyboardLook& look)
{
    const auto option = [&](const char* label, KeyboardLayout layout) {
        return Option{label, [act = look.on_layout, layout] { act(layout); }};
    };
    auto choice = segmented("keyboard",
                            {option("かな", KeyboardLayout::kana), option("ABC", KeyboardLayout::latin),
                             option("123", KeyboardLayout::figures)},
                            static_cast<int>(look.layout), 48);
    choice.drawing = painting("keyboard layouts", {}, [](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill(rect, Token::canvas, 24);
    });
    for (auto& cell : choice.children) cell.focusable = false;
    return choice.wide(330);
}

}  // namespace

Node on_screen_keyboard(const KeyboardLook& look)
{
    auto board =
        column(gap, row(gap, layouts(look), space(), text(look.hint, type::caption, Token::ink2)).padded({0, 0, 0, 2}),
               rows_of(look));
    board.drawing = painting("keyboard", {},
                             [](Canvas& canvas, const Rect& rect, const Look&) { canvas.fill(rect, Token::sunken); });
    board.padding = Insets{24, 14, 24, 16};
    // Taps between the keys end here.
    board.on_tap = [] {};
    return board.high(on_screen_keyboard_height);
}

}  // namespace kushi
