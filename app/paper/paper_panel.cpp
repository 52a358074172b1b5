#include "app/paper/paper_panel.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

using Kind = printing::Fault::Kind;

constexpr int margin = 20;
constexpr int slot_height = 28;

std::string fault_words(Kind kind)
{
    switch (kind) {
        case Kind::none:
            return tr("Ready");
        case Kind::slow:
            return tr("Slow");
        case Kind::refuse:
            return tr("Refuses to connect");
        case Kind::reject:
            return tr("Hangs up at once");
        case Kind::silent:
            return tr("Never answers");
        case Kind::hang:
            return tr("Stops reading");
        case Kind::reset:
            return tr("Breaks off");
        case Kind::paper_out:
            return tr("No paper");
        case Kind::cover_open:
            return tr("Cover open");
        case Kind::offline:
            return tr("Offline");
        case Kind::near_end:
            return tr("Paper low");
        case Kind::lost_reply:
            return tr("Loses its answer");
        case Kind::garbage:
            return tr("Answers nonsense");
    }
    return {};
}

Node state_tag(const PaperState& state)
{
    const auto kind = state.trouble();
    const bool prints = kind == Kind::none || kind == Kind::near_end || kind == Kind::slow;
    return tag(fault_words(kind), kind == Kind::none ? Tone::ok : prints ? Tone::warn : Tone::danger);
}

Node head(const PaperState& state)
{
    auto bar = row(12, icon(Icon::printer, 28, Token::primary),
                   column(0, heading(tr("Virtual printer")), text(state.address, type::caption.figures(), Token::ink2))
                       .growing()
                       .shrinking(),
                   state_tag(state));
    bar.padding = Insets{margin, 12};
    bar.drawing = ground(Token::surface, 0);
    return bar;
}

Node switches(const PaperState& state, const PaperIntents& intents)
{
    auto chips = wrap(8);
    for (const auto kind : faults_offered(state.shows_all_faults)) {
        auto one = chip(
            fault_words(kind), kind == state.fault, [act = intents.set_fault, kind] { act(kind); }, kind != Kind::none);
        one.access.role = ControlRole::radio;  // one at a time
        put(chips.children, std::move(one).grouped("faults"));
    }
    const auto more = state.shows_all_faults ? tr("Fewer faults") : tr("More faults");
    put(chips.children, button(more, intents.show_all_faults, {ButtonKind::quiet, ButtonSize::medium}));
    chips.access = {ControlRole::panel, tr("What is wrong with the printer"), {}, {}, false};
    chips.padding = Insets{margin, 12};
    return chips;
}

/// The part of a paper that is out, its upper end first.
Node paper_strip(const FallenPaper& paper, int width, double rows_out)
{
    const double scale = static_cast<double>(width) / std::max(paper.picture->width, 1);
    const int whole = static_cast<int>(paper.picture->height * scale);
    const int height = std::clamp(static_cast<int>(rows_out * scale), 1, std::max(whole, 1));
    Node strip;
    strip.drawing = painting(fmt::format("paper/{}/{}", paper.number, height), {width, height},
                             [picture = paper.picture, width, whole](Canvas& canvas, const Rect& rect, const Look&) {
                                 canvas.push_clip(rect);
                                 canvas.picture(*picture, {rect.x, rect.y, width, whole});
                                 canvas.pop_clip();
                             });
    strip.access = {ControlRole::picture, said(tr("Paper {}"), paper.number), {}, paper.text, false};
    return strip.sized(width, height).self(Across::center);
}

Node paper_caption(const FallenPaper& paper)
{
    auto line = wrap(8, text(said(tr("Paper {}"), paper.number), type::caption, Token::ink2));
    if (paper.drawer_kicks > 0) put(line.children, tag(tr("Drawer opened"), Tone::info));
    if (paper.errors > 0) {
        put(line.children, tag(said(tr_count("{} command it does not know", "{} commands it does not know",
                                             static_cast<long>(paper.errors)),
                                    paper.errors),
                               Tone::warn));
    }
    return line.self(Across::center);
}

Node papers(const PaperState& state, int width)
{
    if (state.papers.empty()) {
        auto empty = column(0, space(), empty_state(tr("No paper yet"), tr("What is printed comes out here")), space());
        empty.padding = Insets{margin};
        empty.drawing = ground(Token::sunken, 0);
        return empty.growing();
    }
    auto list = scroll("papers", 16);
    list.sticks_to_end = true;
    list.along = Along::end;  // the first one too comes out of the slot
    list.drawing = ground(Token::sunken, 0);
    list.padding = Insets{margin, margin, margin, 0};
    list.access = {ControlRole::list, tr("Papers"), {}, {}, false};
    for (const auto& paper : state.papers) {
        const bool newest = &paper == &state.papers.back();
        auto strip = paper_strip(paper, width, newest ? state.rows_out : paper.picture->height);
        const bool hangs = newest && state.rolls();
        put(list.children, column(8, std::move(strip), hangs ? std::nullopt : std::optional{paper_caption(paper)})
                               .keyed(std::to_string(paper.number)));
    }
    return list;
}

/// Where the paper comes from.
Node slot()
{
    Node node;
    node.drawing = painting("slot", {0, slot_height}, [](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill(rect, Token::brand);
        canvas.fill({rect.x + margin, rect.y + 4, rect.width - 2 * margin, 4}, Token::on_brand_soft, 2);
    });
    return node.high(slot_height);
}

}  // namespace

Page paper_page(const PaperState& state, const PaperIntents& intents, Size window)
{
    const int width = std::clamp(window.width - 4 * margin, 160, 576);
    Page page;
    page.key = "paper";
    page.root = column(0, head(state), rule(), switches(state, intents), papers(state, width), slot());
    return page;
}

}  // namespace kushi
