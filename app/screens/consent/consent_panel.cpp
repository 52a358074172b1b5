#include "app/screens/consent/consent_panel.h"

#include <fmt/format.h>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/signature_pad.h"
#include "app/widgets/words.h"
#include "app/words/consent.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

Node part(int number, std::string_view title, std::string_view words, const ConsentText& text_of,
          const std::optional<bool>& answer, bool busy, const std::function<void(bool)>& choose)
{
    auto mark = Node{}
                    .drawn(painting(fmt::format("part {}", number), {26, 26},
                                    [number](Canvas& canvas, const Rect& rect, const Look&) {
                                        canvas.circle({rect.x + 13.0, rect.y + 13.0}, 13, Token::primary_soft);
                                        canvas.text(rect, std::to_string(number), type::tag, Token::on_primary_soft,
                                                    Align::center);
                                    }))
                    .sized(26, 26);
    const std::vector<Option> options{{std::string{text_of.agree}, [choose] { choose(true); }},
                                      {std::string{text_of.decline}, [choose] { choose(false); }}};
    auto choice = segmented(std::string{title}, options, answer ? (*answer ? 0 : 1) : -1, 48).waiting(busy);
    for (std::size_t i = 0; i < choice.children.size(); ++i) {
        choice.children[i].access.name = fmt::format("{}: {}", options[i].label, title);
    }
    auto box = column(6, row(8, std::move(mark), paragraph(std::string{title}, type::strong, Token::ink, 2).growing()),
                      paragraph(std::string{words}, type::note, Token::ink2), space(), room(2), std::move(choice));
    box.padding = Insets{18, 16};
    box.drawing = ground(Token::surface, 16, Token::line, 1.5);
    box.access = {ControlRole::panel, std::string{title}, {}, std::string{words}, false};
    return box.growing();
}

Node parts(const ConsentState& state, const ConsentIntents& intents, const ConsentText& words)
{
    return row(16,
               part(1, words.treatment_title, words.treatment, words, state.treatment, state.busy, intents.treatment),
               part(2, words.health_title, words.health, words, state.health_data, state.busy, intents.health_data))
        .crossed(Across::stretch);
}

/// What stays possible without one of the parts, or without both.
std::string left_words(const ConsentState& state)
{
    if (!state.treatment.value_or(true))
        return tr("Without part 1 there is no treatment today. The visit can be paid or closed at the desk.");
    return tr(
        "Without part 2 nothing about health is kept: no answers, no map, no treatment record. The visit goes on and "
        "is paid at the desk.");
}

std::string foot_words(const ConsentState& state, const Host& host)
{
    switch (state.missing()) {
        case ConsentState::Missing::answers:
            return tr("Choose for both parts");
        case ConsentState::Missing::signature:
            return tr("Sign above, or tap Signed on paper");
        case ConsentState::Missing::nothing:
            break;
    }
    const auto who = staff_initials(host.person().name, spoken());
    const auto time = clock_text(host.now(), host.locale().zone);
    if (!state.agrees()) return said(tr("With {}, {}"), who, time);
    return state.on_paper ? said(tr("Signed on paper, with {}, {}"), who, time)
                          : said(tr("Signed with {}, {}"), who, time);
}

Node title_row(const ConsentState& state, const ConsentIntents& intents, const ConsentText& words)
{
    const std::vector<Option> languages{{"English", [act = intents.read_in] { act("en"); }},
                                        {"日本語", [act = intents.read_in] { act("ja"); }}};
    return row(16,
               column(0, heading(std::string{words.title}),
                      text(said(tr("Text {} of {}"), words.version, full_day_text(words.date, spoken())), type::caption,
                           Token::ink2))
                   .growing()
                   .shrinking(),
               segmented(tr("Language of the text"), languages, state.language == "ja" ? 1 : 0, 48).wide(220));
}

Node signature(const ConsentState& state, const ConsentIntents& intents, const ChairVisit& visit,
               const ConsentText& words)
{
    if (state.on_paper) {
        return card(empty_state(tr("Signed on paper"), tr("Keep the signed sheet; it is noted with the consent")),
                    Insets{20}, Token::canvas)
            .growing();
    }
    SignaturePadLook pad;
    pad.strokes = state.strokes;
    pad.name = said(tr("Signature of {}"), chair_client(visit));
    pad.told = state.missing() == ConsentState::Missing::nothing ? tr("Signed") : tr("Empty");
    pad.hint = words.sign_here;
    pad.undo_name = tr("Undo the last stroke");
    pad.no_undo = tr("Nothing is drawn yet");
    pad.on_point = intents.sign;
    pad.on_undo = intents.undo;
    return signature_pad(pad).growing();
}

Node page(Node content)
{
    return card(std::move(content), Insets{24, 20, 24, 24});
}

Node holding(const ConsentIntents& intents, const ChairVisit& visit, const Host& host)
{
    const auto until = [&](Instant at) { return full_day_text(local_date(at, host.locale().zone), spoken()); };
    auto lines = column(12, heading(tr("The client has agreed")));
    put(lines.children,
        banner(said(tr("The treatment: valid to {}"), until(*visit.treatment_until)), Tone::ok, Icon::shield_check));
    put(lines.children, banner(said(tr("Keeping health data and photos: valid to {}"), until(*visit.health_until)),
                               Tone::ok, Icon::shield_check));
    put(lines.children, space());
    put(lines.children, row(12, button(tr("Ask again"), intents.ask_again, {ButtonKind::outline}), space(),
                            primary_button(tr("Safety check"), intents.go_on)));
    return page(std::move(lines));
}

Node declined(const ConsentState& state, const ConsentIntents& intents)
{
    auto lines =
        column(16, heading(tr("Thank you, that is noted")), banner(left_words(state), Tone::info, Icon::info), space());
    put(lines.children,
        row(12, button(tr("Change the answers"), intents.change, {ButtonKind::outline}).waiting(state.busy), space(),
            primary_button(tr("Hand to the desk"), intents.to_desk).waiting(state.busy)));
    return page(std::move(lines));
}

}  // namespace

Node consent_panel(const ConsentState& state, const ConsentIntents& intents, const ChairVisit& visit, const Host& host)
{
    if (!state.asks) return holding(intents, visit, host);
    if (state.settled) return declined(state, intents);
    const auto& words = consent_text(state.language);
    const auto foot = foot_words(state, host);
    auto accept = primary_button(tr("Accept"), intents.accept).waiting(state.busy).at_least(176, 56);
    if (state.missing() != ConsentState::Missing::nothing) accept.disabled = foot;
    auto paper =
        button(state.on_paper ? tr("Sign here instead") : tr("Signed on paper"), intents.paper, {ButtonKind::outline})
            .waiting(state.busy);
    auto content = column(16, title_row(state, intents, words), parts(state, intents, words));
    if (state.declines()) put(content.children, banner(left_words(state), Tone::info, Icon::info));
    put(content.children, state.agrees() || !state.declines() ? signature(state, intents, visit, words) : space());
    put(content.children,
        row(12, paragraph(foot, type::caption, Token::ink2, 2).growing(), std::move(paper), std::move(accept)));
    return page(std::move(content));
}

}  // namespace kushi
