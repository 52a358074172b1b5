#include "app/widgets/label.h"

#include <fmt/format.h>

#include "app/widgets/painting.h"
#include "app/widgets/text.h"

namespace kushi {
namespace {

/// A line or a paragraph of words.
class Words final : public Drawing {
public:
    Words(std::string words, const TextStyle& style, Token color, Align align, int lines)
        : words_{std::move(words)}, style_{style}, color_{color}, align_{align}, lines_{lines} {}

    void render(Canvas& canvas, const Rect& rect, const Look& /*look*/) const override
    {
        canvas.text(rect, words_, style_, color_, align_, lines_, lines_ == 1 ? Align::center : Align::start);
    }
    [[nodiscard]] Size wanted(int width) const override
    {
        if (lines_ == 1) return measure_text(words_, style_);
        return measure_text(words_, style_, std::max(width, 1), lines_);
    }
    [[nodiscard]] std::string content() const override
    {
        return fmt::format("{}/{}/{}/{}/{}/{}", style_.size_px, style_.weight, static_cast<int>(color_), static_cast<int>(align_), lines_, words_);
    }

private:
    std::string words_;
    TextStyle style_;
    Token color_;
    Align align_;
    int lines_;
};

Node words_node(std::string words, const TextStyle& style, Token color, Align align, int lines)
{
    Node node;
    node.access = {ControlRole::text, words, {}, {}, false};
    node.drawing = std::make_shared<Words>(std::move(words), style, color, align, lines);
    return node;
}

}  // namespace

Node text(std::string words, const TextStyle& style, Token color, Align align)
{
    return words_node(std::move(words), style, color, align, 1).shrinking();
}

Node paragraph(std::string words, const TextStyle& style, Token color, int most_lines, Align align)
{
    return words_node(std::move(words), style, color, align, most_lines);
}

Node money(std::string amount, const TextStyle& style, Token color, Align align)
{
    return words_node(std::move(amount), style.figures(), color, align, 1);
}

Node heading(std::string words, const TextStyle& style, Token color)
{
    auto node = text(std::move(words), style, color);
    node.access.role = ControlRole::heading;
    return node;
}

Node icon(Icon icon, int size, Token color)
{
    Node node;
    node.drawing = painting(fmt::format("icon/{}/{}", static_cast<int>(icon), static_cast<int>(color)), {size, size},
                            [=](Canvas& canvas, const Rect& rect, const Look&) {
                                canvas.icon(icon, {rect.x + (rect.width - size) / 2, rect.y + (rect.height - size) / 2, size, size}, color);
                            });
    return node.sized(size, size);
}

Node rule()
{
    Node node;
    node.drawing = painting("rule", {0, 1}, [](Canvas& canvas, const Rect& rect, const Look&) { canvas.fill(rect, Token::line); });
    return node.high(1);
}

}  // namespace kushi
