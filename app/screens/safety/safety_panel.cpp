#include "app/screens/safety/safety_panel.h"

#include <fmt/format.h>

#include "app/screens/chair/care_words.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

constexpr int head_px = 64;
constexpr int foot_px = 48;

Node yes_no(const SafetyState& state, const std::string& question, const SafetyIntents& intents)
{
    const auto answer = state.answer(question);
    auto track = row(0).padded(Insets{3}).crossed(Across::stretch);
    track.drawing = ground(Token::sunken, 21);
    for (const bool yes : {false, true}) {
        const bool on = answer == yes;
        Node cell;
        const auto label = yes ? tr("Yes") : tr("No");
        cell.drawing = painting(fmt::format("yes no/{}/{}/{}", yes, on, label), {75, 36},
                                [=](Canvas& canvas, const Rect& rect, const Look& look) {
                                    if (on)
                                        canvas.fill(rect, yes ? Token::danger : Token::segment_on, 19);
                                    else if (look.pressed)
                                        canvas.fill(rect, Token::line, 19);
                                    if (on && !yes) canvas.frame(rect, Token::line, 19);
                                    draw_focus(canvas, rect.inset(2), look, 17);
                                    canvas.text(rect, label, on ? type::note.weighing(600) : type::note,
                                                on ? (yes ? Token::surface : Token::ink) : Token::ink2, Align::center);
                                });
        cell.access = {ControlRole::radio, fmt::format("{}: {}", label, safety_words(question)), {}, {}, on};
        put(track.children, cell.growing().grouped(question).reaching(6).tapped(
                                [act = intents.answer, question, yes] { act(question, yes); }));
    }
    track.access = {ControlRole::panel, safety_words(question), {}, {}, false};
    return track.sized(156, 42);
}

/// What a yes asks further: of which kind, or to what.
std::optional<Node> detail(const SafetyState& state, const std::string& question, const SafetyIntents& intents)
{
    if (!state.answer(question).value_or(false)) return std::nullopt;
    auto line = row(8).padded(Insets{0, 0, 0, 8});
    if (question == "hair_loss") {
        for (const auto kind : {Concern::sudden_hair_loss, Concern::patchy_hair_loss, Concern::severe_hair_loss}) {
            put(line.children,
                chip(
                    said(kind), state.consultation().has(kind), [act = intents.hair_loss, kind] { act(kind); }, true));
        }
    } else if (question == "headaches") {
        for (const auto kind : {Headache::frequent, Headache::severe, Headache::fresh}) {
            put(line.children, chip(
                                   said(kind), state.consultation().tension.headache == kind,
                                   [act = intents.headache, kind] { act(kind); }, true));
        }
    } else if (question == "allergy") {
        Entry entry;
        entry.text = state.allergy_text();
        entry.on_change = intents.allergy;
        entry.wants_focus = entry.text.empty();
        FieldLook look;
        look.name = tr("Allergic to");
        look.placeholder = tr("Ingredient, or in the client's words");
        look.label_shows = false;
        look.height = 48;
        put(line.children, field(look, std::move(entry)).growing());
    } else {
        return std::nullopt;
    }
    return line.high(SafetyState::detail_height_px);
}

Node question_row(const SafetyState& state, const std::string& question, const ChairVisit& visit,
                  const SafetyIntents& intents)
{
    auto words = safety_words(question);
    if (question == "allergy" && !visit.alerts.empty()) {
        std::string known;
        for (const auto& alert : visit.alerts) known += (known.empty() ? std::string{} : tr(", ")) + alert;
        words = said(tr("A new allergy ({})"), known);
    }
    auto line = row(12, text(words, type::body).growing().shrinking(), yes_no(state, question, intents))
                    .high(SafetyState::row_height_px);
    auto box = column(0, std::move(line), detail(state, question, intents)).keyed(question).padded(Insets{0, 0, 12, 0});
    box.drawing = painting("question", {}, [](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill({rect.x, rect.y, rect.width, 1}, Token::line);
    });
    return box;
}

/// In a list of what is left the last questions are called shortly, so that all of them are read.
std::string short_words(const std::string& question)
{
    if (question == "surgery") return tr("Surgery");
    if (question == "recent_colour") return tr("Colour or perm");
    if (question == "medication") return tr("Medication");
    if (question == "extensions") return tr("Extensions");
    return safety_words(question);
}

std::string list_words(const std::vector<std::string>& questions)
{
    std::string all;
    for (const auto& question : questions)
        all += (all.empty() ? std::string{} : tr(", ")) + lower_first(short_words(question));
    return all;
}

Node foot(const SafetyState& state, int room)
{
    const auto below = state.below(room), empty = state.empty();
    std::vector<std::string> open;
    for (const auto& question : below) {
        if (!state.answer(question)) open.push_back(question);
    }
    std::string words;
    Icon sign = Icon::chevron_down;
    if (!open.empty())
        words = said(tr_count("{} more, still empty: {}", "{} more, still empty: {}", static_cast<long>(open.size())),
                     open.size(), list_words(open));
    else if (!empty.empty())
        words = said(tr_count("{} still empty: {}", "{} still empty: {}", static_cast<long>(empty.size())),
                     empty.size(), list_words(empty));
    else if (!below.empty())
        words = said(tr("{} more below, all answered"), below.size());
    else
        words = tr("All questions are answered");
    if (open.empty() && empty.empty()) sign = Icon::check;
    auto line =
        row(8, icon(sign, 20, Token::ink2), paragraph(words, type::caption, Token::ink2, 2).growing()).high(foot_px);
    line.drawing = painting("question foot", {}, [](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill({rect.x, rect.y, rect.width, 1}, Token::line);
    });
    return line;
}

Node head(const SafetyState& state, const SafetyIntents& intents, const Host& host)
{
    const auto who = staff_initials(host.person().name, spoken());
    const auto left = state.empty().size();
    const auto total = safety_list().size();
    std::string title = tr("Ask each question aloud"), note = said(tr("{} of {} answered"), total - left, total);
    if (state.draft.filled) {
        title = said(tr("Asked aloud by {}?"), who);
        note = left == 0 ? tr("All no filled the empty ones in view")
                         : said(tr_count("{} is still empty", "{} are still empty", static_cast<long>(left)), left);
    } else if (left == 0 && state.recorded) {
        title = tr("Asked and recorded");
    }
    auto line = row(12, column(0, heading(title), text(note, type::caption, Token::ink2)).growing().shrinking());
    if (left < total)
        put(line.children,
            button(tr("Clear"), intents.clear, {ButtonKind::outline, ButtonSize::medium}).waiting(state.busy));
    if (state.draft.filled) {
        put(line.children, button(tr("Yes, aloud"), intents.aloud, {ButtonKind::tonal, ButtonSize::medium, Icon::check})
                               .waiting(state.busy));
    }
    return line.high(head_px);
}

Node questions(const SafetyState& state, const SafetyIntents& intents, const ChairVisit& visit, const Host& host,
               const Viewport& view)
{
    auto list = scroll("questions", 0);
    for (const auto& question : safety_list()) put(list.children, question_row(state, question, visit, intents));
    list.on_scrolled = [act = intents.scrolled](int offset, int /*room*/) { act(offset); };
    list.access = {ControlRole::list, tr("Safety check"), {}, {}, false};
    auto content = column(0, head(state, intents, host), room(10), std::move(list), foot(state, safety_room_px(view)));
    return card(std::move(content), Insets{24, 14, 24, 0}).growing();
}

std::string next_words(const SafetyState& state, const Advice& advice)
{
    if (advice.flags.empty()) return tr("Concerns");
    return state.chosen ? said(*state.chosen) : tr("Concerns");
}

std::string why_not(const SafetyState& state, const Advice& advice)
{
    if (!state.empty().empty())
        return said(tr_count("{} question is still empty", "{} questions are still empty",
                             static_cast<long>(state.empty().size())),
                    state.empty().size());
    if (state.needs_allergy()) return tr("Write what the client is allergic to");
    if (state.draft.filled) return tr("Say first that they were asked aloud");
    if (!advice.flags.empty() && !state.chosen) return tr("Choose how to go on first");
    return {};
}

Node consent_note(const ChairVisit& visit, const Host& host)
{
    const auto until = [&](const std::optional<Instant>& at) {
        return at ? said(tr("to {}"), short_full_day_text(local_date(*at, host.locale().zone), spoken()))
                  : tr("not agreed");
    };
    const auto treatment = until(visit.treatment_until), health = until(visit.health_until);
    auto words =
        column(0, text(tr("Consent"), type::caption.weighing(600), Token::on_ok),
               paragraph(treatment == health ? said(tr("Both parts agreed, valid {}"), health)
                                             : said(tr("Treatment {}. Health data and photos {}"), treatment, health),
                         type::caption, Token::on_ok, 2));
    auto note = row(12, icon(Icon::shield_check, 20, Token::on_ok), words.growing());
    note.padding = Insets{16, 12};
    note.drawing = ground(Token::ok_soft, 16);
    return note;
}

Node calm_note()
{
    auto note =
        column(8, icon(Icon::shield_check, 28, Token::on_primary_soft), text(tr("No red flag so far"), type::label),
               paragraph(tr("A yes shows here what it asks for. No hands on a head before every question is answered."),
                         type::note, Token::ink2));
    return card(std::move(note).crossed(Across::start), Insets{20});
}

Node ending(const SafetyState& state, const SafetyIntents& intents)
{
    auto words =
        column(12, text(tr("The visit ends here"), type::label), paragraph(state.decided, type::body, Token::ink2, 5),
               space(), button(tr("Hand to the desk"), intents.to_desk, {ButtonKind::outline}).waiting(state.busy),
               primary_button(tr("Close the visit, nothing charged"), intents.close_visit).waiting(state.busy));
    return card(std::move(words), Insets{20});
}

Node side(const SafetyState& state, const SafetyIntents& intents, const ChairVisit& visit, const Advice& advice,
          const Host& host, const Viewport& view)
{
    auto parts = column(view.gap(), consent_note(visit, host));
    if (state.ending) {
        put(parts.children, ending(state, intents).growing());
    } else {
        if (advice.flags.empty()) {
            put(parts.children, calm_note());
            put(parts.children, space());
        } else {
            put(parts.children,
                red_flag_card({&advice, state.chosen, state.decided, state.problem, intents.choose}).growing());
        }
        const bool asks = state.draft.filled && advice.flags.empty();  // then "Yes, aloud" is the next step
        auto next = button(next_words(state, advice), intents.go_on,
                           {ButtonKind::primary, asks ? ButtonSize::normal : ButtonSize::large})
                        .waiting(state.busy);
        next.disabled = why_not(state, advice);
        put(parts.children, std::move(next));
    }
    return parts.wide(view.compact() ? 372 : 468);
}

}  // namespace

int safety_room_px(const Viewport& view)
{
    return view.size.height - 88 - view.margin() - 14 - head_px - 10 - foot_px;
}

std::string safety_words(const std::string& question)
{
    if (question == "hair_loss") return tr("Sudden, severe or patchy hair loss");
    if (question == "scalp_pain") return tr("Scalp pain");
    if (question == "headaches") return tr("New, frequent or severe headaches");
    if (question == "severe_flakes") return tr("Severe flakes");
    if (question == "allergy") return tr("Allergy, also to one ingredient");
    if (question == "broken_skin") return tr("Wounds or broken skin");
    if (question == "infection") return tr("Infection");
    if (question == "lice_or_ringworm") return tr("Lice or ringworm");
    if (question == "fever") return tr("Fever or unwell today");
    if (question == "high_blood_pressure") return tr("High blood pressure");
    if (question == "pregnant") return tr("Pregnant");
    if (question == "surgery") return tr("Recent surgery");
    if (question == "recent_colour") return tr("Recent colour or perm");
    if (question == "medication") return tr("Medication for the scalp");
    if (question == "extensions") return tr("Implants or extensions");
    return question;
}

Node safety_panel(const SafetyState& state, const SafetyIntents& intents, const ChairVisit& visit, const Advice& advice,
                  const Host& host, const Viewport& view)
{
    return row(view.gap(), questions(state, intents, visit, host, view),
               side(state, intents, visit, advice, host, view))
        .crossed(Across::stretch);
}

}  // namespace kushi
