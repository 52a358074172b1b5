#include "app/screens/products/products_panel.h"

#include <fmt/format.h>

#include "app/screens/products/add_product.h"
#include "app/screens/ritual/ritual_panel.h"
#include "app/widgets/amount_pad.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

struct Columns {
    int lot, used, left, gap;
};
Columns columns_of(const Viewport& view)
{
    return view.compact() ? Columns{84, 152, 84, 8} : Columns{140, 156, 92, 14};
}

std::string step_words(const RitualState& state, const RitualState::Use& use)
{
    const int step = state.position_of(use.step);
    if (step == 0) return tr("Of no step");
    return said(tr("Step {}, {}"), step, state.steps[static_cast<std::size_t>(step) - 1].name);
}

Node head(const Viewport& view)
{
    const auto columns = columns_of(view);
    const auto style = type::small.weighing(600);
    auto line = row(columns.gap, text(tr("Product, step"), style, Token::ink2).growing(),
                    text(tr("Lot, expiry"), style, Token::ink2).wide(columns.lot),
                    text(tr("Used"), style, Token::ink2, Align::center).wide(columns.used),
                    text(tr("Left"), style, Token::ink2, Align::end).wide(columns.left));
    line.padding = Insets{16, 0};
    return line.high(36);
}

/// A use in its row; tapped, its amount is typed at the right.
Node use_line(const RitualState& state, std::size_t index, const ProductsView& shown, const ProductsIntents& intents,
              const Viewport& view)
{
    const auto& use = state.uses[index];
    const auto columns = columns_of(view);
    const bool chosen = index == shown.chosen;
    const auto left = state.left_after(index);
    auto name = column(0, text(use.name, type::strong), paragraph(step_words(state, use), type::caption, Token::ink2, 2));
    if (!use.problem.empty()) put(name.children, paragraph(use.problem, type::caption, Token::danger, 2));
    auto lot = column(0, text(use.lot.empty() ? "–" : use.lot, type::small.weighing(600)));
    if (!use.expires.empty()) put(lot.children, text(expiry_words(use.expires), type::small, Token::ink2));
    auto line =
        row(columns.gap, name.growing().shrinking(), lot.wide(columns.lot),
            use_stepper(state, index, true, intents.change_amount, intents.choose),
            money(left ? amount_words(*left, use.unit) : "–", type::body, left && *left < 0 ? Token::warn : Token::ink2)
                .wide(columns.left));
    line.padding = Insets{16, 0};
    line.least_height = 76;
    line.drawing = painting(fmt::format("use/{}/{}", chosen, index == 0), {},
                            [=](Canvas& canvas, const Rect& rect, const Look& look) {
                                if (chosen || look.pressed)
                                    canvas.fill(rect, chosen ? Token::primary_soft : Token::sunken, 16);
                                else
                                    canvas.fill({rect.x, rect.y, rect.width, 1}, Token::line);
                                draw_focus(canvas, rect, look, 16);
                            });
    line.access = {ControlRole::row, use_name(state, index), amount_words(use.tenths, use.unit), step_words(state, use),
                   chosen};
    return line.keyed(use.key()).tapped([act = intents.choose, index] { act(index); });
}

Node list(const RitualState& state, const ProductsView& shown, const ProductsIntents& intents, const Viewport& view)
{
    auto rows = scroll("uses", 0);
    for (std::size_t i = 0; i < state.uses.size(); ++i) put(rows.children, use_line(state, i, shown, intents, view));
    if (state.uses.empty())
        put(rows.children, empty_state(tr("No product was used"), tr("Add one, or confirm as it is.")));
    auto foot = row(8, icon(Icon::scale, 20, Token::ink2),
                    paragraph(tr("Filled from the recipe and the last visit. Stock moves when you confirm."),
                              type::caption, Token::ink2, 2)
                        .growing());
    foot.padding = Insets{16, 0};
    return card(column(8, head(view), std::move(rows), std::move(foot)), Insets{8, 12, 8, 20}).growing();
}

/// The engine's own word on the lot, before it is asked: what is short, what is out of date.
std::optional<Node> lot_note(const RitualState& state, std::size_t chosen)
{
    const auto left = state.left_after(chosen);
    const auto& use = state.uses[chosen];
    if (use.recorded || !left || *left >= 0) return std::nullopt;
    return banner(said(tr("Lot {} has {} less than that. Confirm all the same, or take another lot."), use.lot,
                       amount_words(-*left, use.unit)),
                  Tone::info, Icon::package);
}

Node pad_card(const RitualState& state, const ProductsView& shown, const ProductsIntents& intents, const Viewport& view)
{
    const auto& use = state.uses[shown.chosen];
    const bool whole = use.unit == "piece";
    const auto value = shown.typed.empty() ? decimal_of(use.tenths) : shown.typed;
    AmountPadLook pad;
    pad.label = tr("Used");
    pad.name = said(tr("{}, used"), use_name(state, shown.chosen));
    pad.value = whole ? value : shown.typed.empty() ? amount_words(use.tenths, use.unit, true) : value + ' ' + use.unit;
    pad.whole = whole;
    pad.presets =
        whole ? std::vector<std::string>{"1", "2", "3", "4"} : std::vector<std::string>{"5", "10", "15", "20"};
    pad.chosen_preset = value;
    pad.delete_name = tr("Delete");
    pad.key_height = view.compact() ? 52 : 60;
    pad.on_digit = intents.digit;
    pad.on_preset = intents.preset;
    pad.on_delete = intents.erase;
    const bool changed = !use.recorded && use.usual_tenths != use.tenths;
    const auto step =
        step_words(state, use) +
        (use.usual_tenths > 0 ? " · " + said(tr("usual {}"), amount_words(use.usual_tenths, use.unit)) : std::string{});
    auto title =
        row(12, column(0, text(use.name, type::label), text(step, type::caption, Token::ink2)).growing().shrinking(),
            changed ? std::optional{tag(use.tenths == 0 ? tr("Not used") : tr("Changed"), Tone::warn)} : std::nullopt);
    if (use.recorded) {
        return card(column(12, std::move(title),
                           banner(said(tr("{} are recorded."), amount_words(use.tenths, use.unit)), Tone::ok,
                                  Icon::circle_check)),
                    Insets{20})
            .growing();
    }
    std::optional<Node> lots;
    if (shown.lots.size() > 1) lots = lot_chips(shown.lots, use.lot, intents.lot);
    auto below = scroll("lots", 12, std::move(lots), lot_note(state, shown.chosen));
    return card(column(12, std::move(title), amount_pad(pad), std::move(below)), Insets{20, 16}).growing();
}

}  // namespace

Node products_panel(const RitualState& state, const ProductsView& shown, const ProductsIntents& intents,
                    const Viewport& view)
{
    const int count = state.used_count();
    auto confirm =
        primary_button(count == 0 ? tr("Confirm: no product")
                                  : said(tr_count("Confirm {} product", "Confirm {} products", count), count),
                       intents.confirm, ButtonSize::large)
            .waiting(shown.busy)
            .keyed("confirm");
    auto side =
        column(view.gap(),
               shown.chosen < state.uses.size()
                   ? pad_card(state, shown, intents, view)
                   : card(empty_state(tr("Nothing to count"), tr("Tap Add for what you used.")), Insets{20}).growing(),
               state.problem.empty() ? std::nullopt
                                     : std::optional{banner(state.problem, Tone::danger, Icon::triangle_alert)},
               std::move(confirm))
            .wide(view.compact() ? 320 : 380);
    return row(view.gap(), list(state, shown, intents, view), std::move(side)).crossed(Across::stretch);
}

}  // namespace kushi
