#include "app/widgets/sheet.h"

#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/text.h"

namespace kushi {
namespace {

/// A sheet's ground, over six rounded rects that get wider and fainter: a shadow without blur.
DrawingPointer sheet_ground()
{
    return painting("sheet", {}, [](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill(rect, Token::surface, 24);
        canvas.frame(rect, Token::line, 24);
    });
}

/// Takes the taps that miss its controls, so that they do not fall through.
Node panel_of(Node content, const std::string& name)
{
    Node panel;
    panel.key = "panel";
    panel.padding = Insets{24};
    panel.drawing = sheet_ground();
    panel.access = {ControlRole::dialog, name, {}, {}, false};
    content.grow = content.grow > 0 ? content.grow : 1;
    panel.children.push_back(std::move(content));
    return panel;
}

}  // namespace

Node sheet_layer(Node content, const Sheet& sheet, Size window)
{
    Node layer;
    layer.drawing = painting("scrim", {}, [](Canvas& canvas, const Rect& rect, const Look&) { canvas.fill(rect, Token::scrim); });
    auto panel = panel_of(std::move(content), sheet.name);
    const int width = std::min(sheet.width, window.width - 32);
    switch (sheet.side) {
        case Sheet::Side::right:
            layer.flow = Flow::row;
            layer.padding = Insets{16};
            layer.along = Along::end;
            layer.across = Across::stretch;
            layer.children.push_back(panel.wide(width));
            break;
        case Sheet::Side::bottom:
            layer.flow = Flow::column;
            layer.padding = Insets{16};
            layer.along = Along::end;
            layer.across = Across::center;
            layer.children.push_back(panel.wide(width));
            break;
        case Sheet::Side::middle:
            layer.flow = Flow::column;
            layer.padding = Insets{16};
            layer.along = Along::center;
            layer.across = Across::center;
            layer.children.push_back(panel.wide(width));
            break;
    }
    return layer;
}

Node toast_layer(const Toast& toast, Size window)
{
    const int most = std::min(720, window.width - 64);
    auto content = row(16, text(toast.words, type::note.weighing(600), Token::on_brand).growing(0));
    if (!toast.action.empty()) {
        Node action;
        action.drawing = painting("toast action/" + toast.action, {measure_text(toast.action, type::strong).width + 24, 48},
                                  [words = toast.action](Canvas& canvas, const Rect& rect, const Look& look) {
                                      if (look.pressed) canvas.fill(rect.inset(0, 4), Token::primary_pressed, 20);
                                      draw_focus(canvas, rect.inset(4), look, 20);
                                      canvas.text(rect, words, type::strong, Token::boxwood_on_brand, Align::center);
                                  });
        action.access = {ControlRole::button, toast.action, {}, {}, false};
        put(content.children, action.high(48).tapped(toast.on_action));
    }
    content.padding = Insets{24, 4, toast.action.empty() ? 24 : 12, 4};
    content.least_height = 56;
    content.most_width = most;
    content.drawing = ground(Token::brand, 28);
    content.access = {ControlRole::status, toast.words, {}, {}, false};
    Node layer;
    layer.flow = Flow::column;
    layer.along = Along::end;
    layer.across = Across::center;
    layer.padding = Insets{0, 0, 0, 24};
    layer.children.push_back(std::move(content));
    return layer;
}

Node dialog_content(std::string title, std::string sentence, Node buttons)
{
    return column(12, heading(std::move(title)), paragraph(std::move(sentence), type::body, Token::ink2), room(4), std::move(buttons));
}

}  // namespace kushi
