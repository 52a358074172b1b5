#include "app/widgets/button.h"

#include <fmt/format.h>

#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/text.h"

namespace kushi {
namespace {

struct Colors {
    Token fill = Token::none;
    Token pressed = Token::none;
    Token edge = Token::none;
    Token ink = Token::ink;
};

Colors colors_of(ButtonKind kind)
{
    switch (kind) {
        case ButtonKind::primary: return {Token::primary, Token::primary_pressed, Token::none, Token::on_primary};
        case ButtonKind::tonal: return {Token::primary_soft, Token::comb_rest, Token::none, Token::on_primary_soft};
        case ButtonKind::outline: return {Token::surface, Token::sunken, Token::line_strong, Token::ink};
        case ButtonKind::quiet: return {Token::none, Token::primary_soft, Token::none, Token::primary};
        case ButtonKind::danger: return {Token::danger, Token::danger_pressed, Token::none, Token::surface};
    }
    return {};
}

struct Measures {
    int height, padding, icon;
    TextStyle style;
};

Measures measures_of(ButtonSize size, ButtonKind kind)
{
    const bool quiet = kind == ButtonKind::quiet;
    switch (size) {
        case ButtonSize::medium: return {48, quiet ? 16 : 20, 20, type::strong};
        case ButtonSize::large: return {72, 32, 24, type::large_label};
        case ButtonSize::normal: break;
    }
    return {56, quiet ? 16 : 28, 20, type::label};
}

/// Three dots, of which one is full: it waits for an answer.
void draw_busy(Canvas& canvas, Spot center, int beat, Token color)
{
    for (int dot = 0; dot < 3; ++dot) {
        const Spot at{center.x + (dot - 1) * 9, center.y};
        if (dot == beat) canvas.circle(at, 3.5, color);
        else canvas.circle_frame(at, 3.5, color, 1.25);
    }
}

constexpr int busy_width = 28;
constexpr int icon_gap = 10;

class ButtonDrawing final : public Drawing {
public:
    ButtonDrawing(std::string label, const ButtonLook& look) : label_{std::move(label)}, look_{look} {}

    void render(Canvas& canvas, const Rect& rect, const Look& look) const override
    {
        auto colors = colors_of(look_.kind);
        if (look.disabled) colors = {Token::sunken, Token::sunken, Token::none, Token::ink3};
        const auto measures = measures_of(look_.size, look_.kind);
        const double radius = rect.height / 2.0;
        canvas.fill(rect, look.pressed ? colors.pressed : colors.fill, radius);
        canvas.frame(rect, colors.edge, radius, 1.5);
        draw_focus(canvas, rect, look, radius);
        const int side = std::min(measures.padding, rect.width / 8);
        auto inner = rect.inset(side, 0);
        if (!look_.trailing.empty()) {
            const auto style = look_.size == ButtonSize::large ? type::money_m : measures.style.figures();
            const int width = measure_text(look_.trailing, style).width;
            canvas.text({inner.right() - width, inner.y, width, inner.height}, look_.trailing, style, colors.ink, Align::end);
            inner.width -= width + 16;
        }
        // Where there is no icon to give way, the dots run below the label: it neither moves nor loses a letter.
        const int mark = look_.icon == Icon::none ? 0 : look.busy ? busy_width : measures.icon;
        if (look.busy && mark == 0) draw_busy(canvas, {rect.x + rect.width / 2.0, rect.bottom() - rect.height * 0.15}, look.beat, colors.ink);
        const int words = std::min(measure_text(label_, measures.style).width, std::max(inner.width - (mark > 0 ? mark + icon_gap : 0), 1));
        const int both = words + (mark > 0 ? mark + (label_.empty() ? 0 : icon_gap) : 0);
        int x = look_.trailing.empty() ? inner.x + std::max(0, (inner.width - both) / 2) : inner.x;
        if (mark > 0) {
            if (look.busy) draw_busy(canvas, {x + mark / 2.0, rect.y + rect.height / 2.0}, look.beat, colors.ink);
            else canvas.icon(look_.icon, {x, rect.y + (rect.height - mark) / 2, mark, mark}, colors.ink);
            x += mark + icon_gap;
        }
        canvas.text({x, inner.y, std::max(words, 1), inner.height}, label_, measures.style, colors.ink);
    }
    [[nodiscard]] Size wanted(int /*width*/) const override
    {
        const auto measures = measures_of(look_.size, look_.kind);
        int width = 2 * measures.padding + measure_text(label_, measures.style).width;
        if (look_.icon != Icon::none) width += measures.icon + icon_gap;
        if (!look_.trailing.empty()) width += 24 + measure_text(look_.trailing, type::money_m).width;
        return {width, measures.height};
    }
    [[nodiscard]] std::string content() const override
    {
        return fmt::format("button/{}/{}/{}/{}/{}", static_cast<int>(look_.kind), static_cast<int>(look_.size),
                           static_cast<int>(look_.icon), look_.trailing, label_);
    }

private:
    std::string label_;
    ButtonLook look_;
};

}  // namespace

Node button(std::string label, std::function<void()> act, const ButtonLook& look)
{
    Node node;
    auto name = look.trailing.empty() ? label : label + ' ' + look.trailing;
    node.drawing = std::make_shared<ButtonDrawing>(std::move(label), look);
    node.access = {ControlRole::button, std::move(name), {}, {}, false};
    node.height = measures_of(look.size, look.kind).height;
    node.shrinks = true;
    return node.tapped(std::move(act));
}

Node icon_button(Icon icon, std::string name, std::function<void()> act, bool framed)
{
    Node node;
    node.drawing = painting(fmt::format("icon button/{}/{}", static_cast<int>(icon), framed), {48, 48},
                            [=](Canvas& canvas, const Rect& rect, const Look& look) {
                                const bool plain = !framed && !look.pressed;
                                canvas.fill(rect, plain ? Token::none : look.pressed || look.disabled ? Token::sunken : Token::surface, 24);
                                if (framed) canvas.frame(rect, Token::line, 24, 1.5);
                                draw_focus(canvas, rect, look, 24);
                                canvas.icon(icon, {rect.x + (rect.width - 24) / 2, rect.y + (rect.height - 24) / 2, 24, 24},
                                            look.disabled ? Token::ink3 : Token::ink2);
                            });
    node.access = {ControlRole::button, std::move(name), {}, {}, false};
    return node.sized(48, 48).tapped(std::move(act));
}

Node segmented(std::string name, const std::vector<Option>& options, int chosen, int height)
{
    Node track;
    track.flow = Flow::row;
    track.padding = Insets{4};
    track.height = height;
    track.access = {ControlRole::panel, name, {}, {}, false};
    track.drawing = painting("segments", {0, height}, [](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill(rect, Token::sunken, rect.height / 2.0);
    });
    const auto style = height < 56 ? type::note : type::body;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const auto& option = options[i];
        const bool on = static_cast<int>(i) == chosen;
        const int text_width = measure_text(option.label, style.weighing(600)).width;
        Node cell;
        cell.drawing = painting(fmt::format("segment/{}/{}/{}/{}", on, height, static_cast<int>(option.icon), option.label),
                                {text_width + (height < 56 ? 28 : 36) + (option.icon == Icon::none ? 0 : 28), height - 8},
                                [=, label = option.label, sign = option.icon](Canvas& canvas, const Rect& rect, const Look& look) {
                                    const double radius = rect.height / 2.0;
                                    if (on) {
                                        canvas.fill(rect, Token::segment_on, radius);
                                        canvas.frame(rect, Token::line, radius);
                                    } else if (look.pressed) {
                                        canvas.fill(rect, Token::line, radius);
                                    }
                                    draw_focus(canvas, rect, look, radius);
                                    const auto weight = on ? style.weighing(600) : style;
                                    const Token ink = look.disabled ? Token::ink3 : on ? Token::ink : Token::ink2;
                                    auto words = rect;
                                    if (sign != Icon::none) {
                                        const int width = std::min(measure_text(label, weight).width + 28, rect.width - 8);
                                        const int x = rect.x + (rect.width - width) / 2;
                                        canvas.icon(sign, {x, rect.y + (rect.height - 20) / 2, 20, 20}, ink);
                                        words = {x + 28, rect.y, width - 28, rect.height};
                                    } else {
                                        words = rect.inset(6, 0);
                                    }
                                    canvas.text(words, label, weight, ink, sign == Icon::none ? Align::center : Align::start);
                                });
        cell.access = {ControlRole::radio, option.label, {}, {}, on};
        cell.self_across = Across::stretch;
        cell.disabled = option.disabled;
        track.children.push_back(cell.growing().grouped(name).tapped(option.act));
    }
    // Natural width: every cell as wide as the widest, so that it does not move when another is chosen.
    int widest = 0;
    for (const auto& cell : track.children) widest = std::max(widest, cell.drawing->wanted(0).width);
    track.least_width = 8 + widest * static_cast<int>(options.size());
    return track;
}

Node chip(std::string label, bool chosen, std::function<void()> act, bool risk, Icon icon)
{
    const Icon sign = chosen && !risk ? Icon::check : icon;
    const int words = measure_text(label, chosen ? type::strong : type::body).width;
    Node node;
    node.drawing = painting(fmt::format("chip/{}/{}/{}/{}", chosen, risk, static_cast<int>(sign), label),
                            {words + (sign == Icon::none ? 36 : 60), 48}, [=, label = label](Canvas& canvas, const Rect& rect, const Look& look) {
                                const bool red = risk && chosen;
                                const Token fill = look.disabled ? Token::sunken : red ? Token::danger_soft : chosen || look.pressed ? Token::primary_soft : Token::surface;
                                const Token edge = look.disabled ? Token::none : red ? Token::danger : chosen ? Token::primary : Token::line_strong;
                                const Token ink = look.disabled ? Token::ink3 : red ? Token::on_danger : chosen ? Token::on_primary_soft : Token::ink;
                                canvas.fill(rect, fill, 24);
                                canvas.frame(rect, edge, 24, 1.5);
                                draw_focus(canvas, rect, look, 24);
                                int x = rect.x + (sign == Icon::none ? 18 : 14);
                                if (sign != Icon::none) {
                                    canvas.icon(sign, {x, rect.y + 14, 20, 20}, ink);
                                    x += 28;
                                }
                                canvas.text({x, rect.y, std::max(rect.right() - 14 - x, 1), rect.height}, label, chosen ? type::strong : type::body, ink);
                            });
    node.access = {ControlRole::check_box, std::move(label), {}, {}, chosen};
    node.shrinks = true;
    return node.high(48).tapped(std::move(act));
}

Node toggle(std::string name, bool on, std::function<void()> act)
{
    Node node;
    node.drawing = painting(fmt::format("toggle/{}", on), {64, 40}, [on](Canvas& canvas, const Rect& rect, const Look& look) {
        canvas.fill(rect, on ? Token::primary : Token::sunken, rect.height / 2.0);
        if (!on) canvas.frame(rect, Token::line_strong, rect.height / 2.0, 1.5);
        draw_focus(canvas, rect, look, rect.height / 2.0);
        const double radius = rect.height / 2.0 - 5;
        canvas.circle({on ? rect.right() - radius - 5 : rect.x + radius + 5, rect.y + rect.height / 2.0}, radius, on ? Token::on_primary : Token::line_strong);
    });
    node.access = {ControlRole::toggle, std::move(name), {}, {}, on};
    return node.sized(64, 40).reaching(8).tapped(std::move(act));
}

Node stepper(const StepperLook& look)
{
    const auto end = [&](Icon icon, const std::string& name, const std::function<void()>& act, const std::string& disabled) {
        Node node;
        node.drawing = painting(fmt::format("step/{}", static_cast<int>(icon)), {48, look.height}, [=](Canvas& canvas, const Rect& rect, const Look& state) {
            if (state.pressed) canvas.fill(rect.inset(4), Token::line, (rect.height - 8) / 2.0);
            draw_focus(canvas, rect.inset(4), state, (rect.height - 8) / 2.0);
            canvas.icon(icon, {rect.x + (rect.width - 20) / 2, rect.y + (rect.height - 20) / 2, 20, 20}, state.disabled ? Token::ink3 : Token::ink);
        });
        node.access = {ControlRole::button, name, {}, {}, false};
        node.repeats = true;
        node.disabled = disabled;
        return node.sized(48, look.height).tapped(act);
    };
    Node value;
    value.drawing = painting("step value/" + look.value, {std::max(look.value_width, measure_text(look.value, type::money).width + 4), look.height},
                             [words = look.value](Canvas& canvas, const Rect& rect, const Look& state) {
                                 if (state.pressed) canvas.fill(rect.inset(0, 4), Token::line, 8);
                                 draw_focus(canvas, rect.inset(0, 6), state, 8);
                                 canvas.text(rect, words, type::money, Token::ink, Align::center);
                             });
    value.access = {ControlRole::spin, look.name, look.value, {}, false};
    value.height = look.height;
    if (look.on_value) value = value.tapped(look.on_value);
    value.focusable = true;
    value.on_key = [less = look.on_less, more = look.on_more, off = look.no_less](const KeyPress& press) {
        if (press.key == Key::up || press.key == Key::right) { more(); return true; }
        if ((press.key == Key::down || press.key == Key::left) && off.empty()) { less(); return true; }
        return false;
    };
    auto track = row(0, end(Icon::minus, look.less, look.on_less, look.no_less), value.growing(look.value_width > 32 ? 1 : 0),
                     end(Icon::plus, look.more, look.on_more, {}));
    track.drawing = painting("stepper", {0, look.height}, [](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill(rect, Token::sunken, rect.height / 2.0);
    });
    if (look.value_width > 32) track.least_width = look.value_width + 96;
    track.height = look.height;
    return track;
}

}  // namespace kushi
