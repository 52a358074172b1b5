#include "app/screens/ritual/ritual_panel.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/screens/frame.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/comb.h"
#include "app/widgets/label.h"
#include "app/widgets/progress.h"
#include "app/widgets/timer_ring.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

/// The comb and, under it, every step.
Node step_list(const RitualState& state, Instant now, const Viewport& view)
{
    const int width = view.compact() ? 280 : 304;
    const int count = static_cast<int>(state.steps.size());
    auto sign = comb(ritual_comb(width - 42, 48, count, state.ended_count(), state.share(now)));
    const auto* here = state.step();
    if (here != nullptr) {
        sign.access = {ControlRole::progress,
                       tr("Ritual"),
                       said(tr("Step {} of {}, {}"), state.current() + 1, count, here->name),
                       {},
                       false};
    }
    auto rows = scroll("steps", 0);
    for (int i = 0; i < count; ++i) {
        const auto& step = state.steps[static_cast<std::size_t>(i)];
        StepRowLook look;
        look.number = i + 1;
        look.state = step.state == "done"      ? StepState::done
                     : step.state == "skipped" ? StepState::skipped
                     : i == state.current()    ? StepState::now
                                               : StepState::rest;
        look.name = step.name;
        look.trailing = step.state == "skipped" ? tr("Skipped")
                                                : minutes_words(step.state == "done" ? step.actual_s : step.planned_s);
        look.height = view.compact() ? 52 : 57;
        put(rows.children, step_row(look).keyed(step.id));
    }
    auto list = column(0, std::move(sign).self(Across::center), room(14), std::move(rows));
    return card(std::move(list), Insets{view.compact() ? 8 : 12, 20, view.compact() ? 8 : 12, 12}).wide(width);
}

Node ring(const RitualState& state, Instant now, const Viewport& view)
{
    const auto& step = *state.step();
    TimerRingLook look;
    look.left = state.left(now);
    look.whole = std::chrono::seconds{step.planned_s};
    look.paused = step.state == "paused";
    look.note = look.paused               ? tr("Paused")
                : step.state == "planned" ? tr("Not started")
                                          : said(tr("of {}"), minutes_words(step.planned_s));
    look.name = step.name;
    look.spoken = [](int minutes, bool over) {
        return said(over ? tr_count("{} minute over", "{} minutes over", minutes)
                         : tr_count("{} minute left", "{} minutes left", minutes),
                    minutes);
    };
    look.size = view.compact() ? 240 : 288;
    return timer_ring(look).self(Across::center);
}

Node setting(const std::string& name, const std::vector<std::pair<std::string, std::string>>& words,
             const std::string& chosen, const std::function<void(const std::string&)>& act, bool locked,
             const Viewport& view)
{
    std::vector<Option> options;
    int on = -1;
    for (const auto& [word, label] : words) {
        if (word == chosen) on = static_cast<int>(options.size());
        options.push_back({label, [act, word = word] { act(word); }});
    }
    auto label = row(4, text(name, type::small.weighing(600), locked ? Token::ink3 : Token::ink2),
                     locked ? std::optional{icon(Icon::lock, 16, Token::ink3)} : std::nullopt);
    auto choice = segmented(name, options, on, 48);
    choice.least_width = 0;
    if (view.compact()) return column(4, std::move(label), std::move(choice));
    return row(8, label.wide(92), choice.growing());
}

Node clock_card(const RitualState& state, const RitualIntents& intents, bool locked, Instant now, const Viewport& view,
                bool busy)
{
    const auto& step = *state.step();
    const bool paused = step.state == "paused";
    const auto size = view.compact() ? ButtonSize::medium : ButtonSize::normal;
    auto pause = paused ? button(tr_in("ritual", "Resume"), intents.resume, {ButtonKind::tonal, size, Icon::play})
                        : button(tr("Pause"), intents.pause, {ButtonKind::tonal, size, Icon::pause});
    auto keys = row(12, button(tr("+1 min"), intents.extend, {ButtonKind::tonal, size}).waiting(busy),
                    std::move(pause).waiting(busy))
                    .self(Across::center);
    auto skip = button(tr("Skip this step"), intents.skip,
                       {ButtonKind::quiet, ButtonSize::medium, locked ? Icon::lock : Icon::skip_forward})
                    .self(Across::center);
    std::optional<Node> steam;
    if (step.kind == "steam") {
        steam = setting(
            tr("Steam"),
            {{"off", tr_in("steam", "Off")}, {"low", tr_in("steam", "Low")}, {"normal", tr_in("steam", "Normal")}},
            state.steam_of(step), intents.steam, locked, view);
    }
    auto pressure = setting(tr("Pressure"), {{"light", tr("Light")}, {"medium", tr("Medium")}, {"firm", tr("Firm")}},
                            state.pressure_of(step), intents.pressure, locked, view);
    const int gap = view.compact() ? 10 : 18;
    auto content = column(0, heading(step.name, type::title).self(Across::center), room(gap), ring(state, now, view),
                          room(gap), std::move(keys), room(4), std::move(skip), space(),
                          column(view.compact() ? 8 : 16, std::move(steam), std::move(pressure)));
    return card(std::move(content), Insets{view.compact() ? 12 : 24, view.compact() ? 16 : 24}).growing();
}

Node use_row(const RitualState& state, std::size_t index, const RitualIntents& intents, bool first)
{
    const auto& use = state.uses[index];
    const auto line = use.problem.empty() ? use.lot.empty() ? tr("No lot") : said(tr("Lot {}"), use.lot) : use.problem;
    auto words = column(0, paragraph(use.name, type::strong, Token::ink, 2),
                        use.problem.empty() ? text(line, type::caption, Token::ink2)
                                            : paragraph(line, type::caption, Token::danger, 3));
    auto content = row(12, words.growing().shrinking(),
                       use_stepper(state, index, false, intents.change_amount, intents.type_amount));
    content.least_height = 75;
    return list_row(std::move(content), first).keyed(use.key());
}

Node uses_card(const RitualState& state, const RitualIntents& intents, bool locked)
{
    auto rows = scroll("uses", 0);
    rows.padding.right = 8;  // the bar of a long list lies beside the steppers
    for (std::size_t i = 0; i < state.uses.size(); ++i) put(rows.children, use_row(state, i, intents, i == 0));
    if (state.uses.empty())
        put(rows.children,
            paragraph(tr("This ritual needs no product. Add what you use."), type::caption, Token::ink2));
    auto head =
        row(12, heading(tr("Products used"), type::heading).growing(),
            button(tr("Add"), intents.add, {ButtonKind::tonal, ButtonSize::medium, locked ? Icon::lock : Icon::plus}))
            .high(48);
    std::optional<Node> source;
    if (!state.uses.empty()) {
        source = row(8, icon(Icon::scale, 20, Token::ink2),
                     text(state.from_last_visit ? tr("Amounts prefilled from the last ritual")
                                                : tr("Amounts prefilled from the recipe"),
                          type::caption, Token::ink2)
                         .growing());
    }
    return card(column(8, std::move(head), std::move(rows), std::move(source)), Insets{20, 16}).growing();
}

Node note_card(const RitualState& state, const RitualIntents& intents, bool locked)
{
    const auto words = locked                ? tr("Notes ask for a PIN")
                       : state.notes.empty() ? tr("No note yet")
                                             : state.notes.back().text;
    return card(row(12, icon(Icon::notebook_pen, 24, Token::ink), text(words, type::body, Token::ink2).growing(),
                    icon_button(locked ? Icon::lock : Icon::pencil, tr("Write a note"), intents.write_note, false)),
                Insets{20, 10, 10, 10});
}

Node next_button(const RitualState& state, const RitualIntents& intents, bool busy)
{
    if (state.step() == nullptr) return primary_button(tr("Products used"), intents.products, ButtonSize::large);
    const int next = state.next();
    const auto label = next < 0 ? tr_in("ritual", "Finish") : said(tr("Next: {}"), state.steps[static_cast<std::size_t>(next)].name);
    return primary_button(label, intents.next, ButtonSize::large).waiting(busy).keyed("next");
}

/// All steps are ended, and the products wait to be confirmed.
Node done_card()
{
    return card(empty_state(tr("All steps are done"), tr("Confirm the products, and the client is ready to pay.")),
                Insets{24})
        .growing();
}

}  // namespace

std::string person_words(const RitualState& state, bool locked)
{
    if (state.client_name.empty())
        return state.walk_in_number > 0 ? said(tr("Walk-in {}"), state.walk_in_number) : tr("No name");
    return locked ? client_initials(state.client_name, spoken()) : client_name_text(state.client_name, spoken());
}

std::string alert_words(const std::vector<std::string>& alerts)
{
    std::string words;
    for (const auto& alert : alerts) words += (words.empty() ? "" : tr(", ")) + alert;
    return words.empty() ? words : said(tr("Allergy: {}"), words);
}

std::string amount_words(std::int64_t tenths, const std::string& unit, bool decimal)
{
    if (unit == "piece") return std::to_string(tenths / 10);
    const auto digits = decimal && tenths % 10 == 0 ? decimal_of(tenths) + ".0" : decimal_of(tenths);
    return digits + ' ' + unit;
}

std::string use_name(const RitualState& state, std::size_t use)
{
    const auto& one = state.uses[use];
    const auto same = std::count_if(state.uses.begin(), state.uses.end(),
                                    [&](const RitualState::Use& other) { return other.product == one.product; });
    const int step = state.position_of(one.step);
    return same < 2 || step == 0 ? one.name : said(tr("{}, step {}"), one.name, step);
}

std::string minutes_words(std::int64_t duration_s)
{
    return fmt::format("{}:{:02}", duration_s / 60, duration_s % 60);
}

Node use_stepper(const RitualState& state, std::size_t use, bool decimal,
                 const std::function<void(std::size_t, int)>& change, const std::function<void(std::size_t)>& type)
{
    const auto& one = state.uses[use];
    const auto name = use_name(state, use);
    const auto value = amount_words(one.tenths, one.unit, decimal);
    if (one.recorded) {
        auto fixed = row(6, icon(Icon::check, 16, Token::ok), text(value, type::money, Token::ink));
        fixed.along = Along::center;
        return fixed.told(ControlRole::text, name, value, tr("Recorded")).wide(156).high(48);
    }
    StepperLook look;
    look.name = name;
    look.value = value;
    look.less = said(tr("Less {}"), name);
    look.more = said(tr("More {}"), name);
    look.on_less = [change, use] { change(use, -1); };
    look.on_more = [change, use] { change(use, 1); };
    look.on_value = [type, use] { type(use); };
    if (one.tenths == 0) look.no_less = tr("It is not used");
    look.value_width = 60;
    return stepper(look).wide(156);
}

Node ritual_panel(const RitualState& state, const RitualIntents& intents, Host& host, const Viewport& view, bool busy)
{
    const bool locked = host.locked();
    const auto now = host.now();
    auto side = column(view.gap(), uses_card(state, intents, locked), note_card(state, intents, locked),
                       state.problem.empty() ? std::nullopt
                                             : std::optional{banner(state.problem, Tone::danger, Icon::triangle_alert)},
                       next_button(state, intents, busy))
                    .wide(view.compact() ? 328 : 392);
    auto middle = state.step() == nullptr ? done_card() : clock_card(state, intents, locked, now, view, busy);
    return row(view.gap(), step_list(state, now, view), std::move(middle), std::move(side)).crossed(Across::stretch);
}

}  // namespace kushi
