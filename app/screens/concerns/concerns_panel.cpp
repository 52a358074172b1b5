#include "app/screens/concerns/concerns_panel.h"

#include <fmt/format.h>

#include "app/screens/chair/care_words.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

Node head(const std::string& title, bool life, const ConcernsIntents& intents)
{
    const std::vector<Option> pages{{tr("Concerns"), intents.concerns}, {tr("Life and tension"), intents.life}};
    return row(16, heading(title).growing().shrinking(), segmented(tr("Page"), pages, life ? 1 : 0, 48).wide(320));
}

Node page(Node head_line, Node content, Node foot, bool narrow = false)
{
    return card(column(14, std::move(head_line), std::move(content), std::move(foot)),
                narrow ? Insets{14, 16} : Insets{24, 20, 24, 24});
}

/// One of a word list, in a track.
template <class Word, class Where>
Node choice(const std::string& name, const ConcernsState& state, const ConcernsIntents& intents, Where where)
{
    std::vector<Option> options;
    auto consultation = state.consultation();
    const auto now = where(consultation);
    for (const auto word : all_of_words<Word>()) {
        options.push_back(
            {said(word), [state, set = intents.set, where, word] { set(answer_toggled(state, where, word)); }});
    }
    auto track = segmented(name, options, now ? static_cast<int>(*now) : -1, 48);
    for (std::size_t i = 0; i < track.children.size(); ++i)
        track.children[i].access.name = fmt::format("{}: {}", name, options[i].label);
    return track;
}

Node levels(const std::string& name, bool words, const ConcernsState& state, const ConcernsIntents& intents,
            std::optional<int>& (*where)(Consultation&))
{
    auto consultation = state.consultation();
    return five_levels(name, where(consultation), words,
                       [state, set = intents.set, where](int level) { set(answer_toggled(state, where, level)); });
}

Node concern_chips(const ConcernsState& state, const ConcernsIntents& intents)
{
    auto chips = wrap(8);
    for (const auto concern : all_of_words<Concern>()) {
        const bool risk = is_risk(concern);
        put(chips.children,
            chip(
                said(concern), state.consultation().has(concern), [act = intents.concern, concern] { act(concern); },
                risk, risk ? Icon::stethoscope : Icon::none));
    }
    chips.access = {ControlRole::panel, tr("Concerns"), {}, {}, false};
    return chips;
}

Node goal_chips(const ConcernsState& state, const ConcernsIntents& intents)
{
    auto chips = wrap(8);
    for (const auto goal : all_of_words<Goal>()) {
        put(chips.children, chip(said(goal), state.consultation().has(goal),
                                 [state, set = intents.set, goal] { set(goal_toggled(state, goal)); }));
    }
    chips.access = {ControlRole::panel, tr("Goals for today"), {}, {}, false};
    return chips;
}

Node labelled(const std::string& label, Node control)
{
    return column(4, answer_label(label), std::move(control));
}

/// A question of Life and tension with its answers beside it.
Node question(const std::string& words, Node answers, int answers_width)
{
    answers.width = answers_width;
    answers.least_width = 0;
    return row(8, paragraph(words, type::note, Token::ink, 2).growing(), std::move(answers)).high(48);
}

std::string life_words(const std::string& question)
{
    if (question == "dry_shampoo") return tr("Dry shampoo");
    if (question == "styling") return tr("Sprays, gels");
    if (question == "heavy_conditioner") return tr("Heavy conditioner");
    if (question == "sea_or_pool") return tr("Sea or pool");
    if (question == "sport") return tr("Sport");
    if (question == "wash") return tr("Washes");
    if (question == "screen_hours") return tr("Screen hours a day");
    if (question == "steps") return tr("Wants");
    if (question == "talk") return tr("Prefers");
    if (question == "often") return tr("Wants to come");
    if (question == "headache") return tr("Headache");
    if (question == "tight") return tr("Tight or stiff");
    if (question == "sleep") return tr("Sleep");
    if (question == "stress") return tr("Stress");
    if (question == "pressure") return tr("Pressure");
    if (question == "temperature") return tr("Heat");
    return tr("Scent");
}

Node screen_hours(const ConcernsState& state, const ConcernsIntents& intents)
{
    const auto hours = state.consultation().life.screen_hours;
    StepperLook look;
    look.name = tr("Screen hours a day");
    look.value = hours ? said(tr("{} h"), fmt::format("{:g}", *hours)) : tr("-");
    look.less = tr("Fewer screen hours");
    look.more = tr("More screen hours");
    look.on_less = [state, set = intents.set] { set(screen_hours_moved(state, -1)); };
    look.on_more = [state, set = intents.set] { set(screen_hours_moved(state, 1)); };
    if (hours && *hours <= 0) look.no_less = tr("It goes no lower than 0");
    look.value_width = 64;
    return stepper(look);
}

Node habits(const ConcernsState& state, const ConcernsIntents& intents, int gap)
{
    constexpr int wide = 288;
    auto left = column(gap);
    const auto add = [&](const char* name, Node answers, int width) {
        put(left.children, question(life_words(name), std::move(answers), width));
    };
    add("dry_shampoo",
        choice<Habit>(
            life_words("dry_shampoo"), state, intents, [](Consultation & c) -> auto& { return c.life.dry_shampoo; }),
        wide);
    add("styling",
        choice<Habit>(
            life_words("styling"), state, intents, [](Consultation & c) -> auto& { return c.life.styling; }),
        wide);
    add("heavy_conditioner",
        choice<Habit>(
            life_words("heavy_conditioner"), state, intents,
            [](Consultation & c) -> auto& { return c.life.heavy_conditioner; }),
        wide);
    add("sea_or_pool",
        choice<Habit>(
            life_words("sea_or_pool"), state, intents, [](Consultation & c) -> auto& { return c.life.sea_or_pool; }),
        wide);
    add("sport",
        choice<Habit>(
            life_words("sport"), state, intents, [](Consultation & c) -> auto& { return c.life.sport; }),
        wide);
    add("wash",
        choice<WashRhythm>(
            life_words("wash"), state, intents, [](Consultation & c) -> auto& { return c.wash; }),
        wide);
    add("screen_hours", screen_hours(state, intents), 160);
    add("steps",
        choice<Steps>(
            life_words("steps"), state, intents, [](Consultation & c) -> auto& { return c.preference.steps; }),
        wide);
    add("talk",
        choice<Talk>(
            life_words("talk"), state, intents, [](Consultation & c) -> auto& { return c.preference.talk; }),
        wide);
    add("often",
        choice<Often>(
            life_words("often"), state, intents, [](Consultation & c) -> auto& { return c.preference.often; }),
        wide);
    return left;
}

/// The question as the first of its chips: a line of its own would not leave room for all answers on the page.
Node chips_label(const std::string& words)
{
    auto label = row(0, text(words, type::note)).high(48);
    label.padding = Insets{0, 0, 4, 0};
    return label;
}

Node headache_chips(const ConcernsState& state, const ConcernsIntents& intents)
{
    auto chips = wrap(8, chips_label(life_words("headache")));
    for (const auto kind : all_of_words<Headache>()) {
        const bool risk = is_risk(kind), on = state.consultation().tension.headache == kind;
        auto one = chip(
            said(kind), on, [act = intents.headache, kind] { act(kind); }, risk, risk ? Icon::stethoscope : Icon::none);
        one.access.name = fmt::format("{}: {}", life_words("headache"), said(kind));
        one.access.role = ControlRole::radio;
        put(chips.children, std::move(one).grouped("headache"));
    }
    return chips;
}

Node tight_chips(const ConcernsState& state, const ConcernsIntents& intents)
{
    auto chips = wrap(8, chips_label(life_words("tight")));
    const std::array<std::pair<std::string, std::optional<bool> Tension::*>, 4> places{
        {{tr("Temples"), &Tension::temples},
         {tr("Jaw"), &Tension::jaw},
         {tr("Neck"), &Tension::neck},
         {tr("Shoulders"), &Tension::shoulders}}};
    for (const auto& [name, place] : places) {
        put(chips.children, chip(name, (state.consultation().tension.*place).value_or(false),
                                 [state, set = intents.set, where = place] { set(tight_toggled(state, where)); }));
    }
    return chips;
}

Node tension(const ConcernsState& state, const ConcernsIntents& intents, int gap)
{
    constexpr int wide = 248;
    auto right = column(gap, headache_chips(state, intents), tight_chips(state, intents));
    const auto add = [&](const char* name, Node answers) {
        put(right.children, question(life_words(name), std::move(answers), wide));
    };
    add("sleep", choice<Sleep>(
                     life_words("sleep"), state, intents, [](Consultation & c) -> auto& { return c.tension.sleep; }));
    add("stress", levels(life_words("stress"), false, state, intents,
                         [](Consultation& c) -> std::optional<int>& { return c.tension.stress; }));
    add("pressure",
        choice<Pressure>(
            life_words("pressure"), state, intents, [](Consultation & c) -> auto& { return c.preference.pressure; }));
    add("temperature", choice<Temperature>(
                           life_words("temperature"), state, intents,
                           [](Consultation & c) -> auto& { return c.preference.temperature; }));
    add("scent",
        choice<Scent>(
            life_words("scent"), state, intents, [](Consultation & c) -> auto& { return c.preference.scent; }));
    return right;
}

std::string unanswered_words(const Consultation& consultation)
{
    const auto left = life_unanswered(consultation);
    const auto total = life_questions().size();
    if (left.empty()) return said(tr("All {} answered"), total);
    if (left.size() == total) return said(tr("{} questions, none answered yet"), total);
    std::string names;
    constexpr std::size_t most_named = 4;
    for (std::size_t i = 0; i < std::min(left.size(), most_named); ++i)
        names += (names.empty() ? std::string{} : tr(", ")) + lower_first(life_words(left[i]));
    if (left.size() > most_named) names = said(tr("{} and {} more"), names, left.size() - most_named);
    return said(tr("{} of {} not answered yet: {}"), left.size(), total, names);
}

}  // namespace

Node concerns_panel(const ConcernsState& state, const ConcernsIntents& intents, bool busy, const Viewport& view)
{
    auto body = scroll(
        "concerns", 12, concern_chips(state, intents), rule(),
        labelled(tr("Scalp type"),
                 choice<ScalpType>(
                     tr("Scalp type"), state, intents, [](Consultation & c) -> auto& { return c.scalp_type; })),
        row(16,
            labelled(tr("How much does it bother you?"),
                     levels(tr("Bother"), true, state, intents,
                            [](Consultation& c) -> std::optional<int>& { return c.bother; }))
                .growing(),
            labelled(tr("Hair"), choice<HairType>(
                                     tr("Hair"), state, intents, [](Consultation & c) -> auto& { return c.hair.type; }))
                .wide(330)),
        labelled(tr("Goals for today"), goal_chips(state, intents)));
    auto foot = row(
        12, button(tr("Add note"), intents.note, {ButtonKind::outline, ButtonSize::normal, Icon::notebook_pen}),
        space(), button(tr("Life and tension"), intents.life, {ButtonKind::primary}).waiting(busy).at_least(220, 56));
    foot.children.back().access.name = tr("Next: Life and tension");
    return page(head(tr("What would you like help with?"), false, intents), std::move(body), std::move(foot),
                view.compact());
}

Node life_panel(const ConcernsState& state, const ConcernsIntents& intents, bool busy, const Viewport& view)
{
    const int gap = view.compact() ? 1 : 3;
    auto line = Node{}.drawn(ground(Token::line, 0)).wide(1).self(Across::stretch);
    auto columns =
        row(16, habits(state, intents, gap).growing(), std::move(line), tension(state, intents, gap + 4).wide(366))
            .crossed(Across::start);
    auto foot = row(12, paragraph(unanswered_words(state.consultation()), type::caption, Token::ink2, 2).growing(),
                    button(tr("Scalp map"), intents.map, {ButtonKind::primary}).waiting(busy).at_least(220, 56));
    return page(head(tr("Life and tension"), true, intents), scroll("life", 0, std::move(columns)), std::move(foot),
                view.compact());
}

}  // namespace kushi
