#include "app/screens/chair/chair_frame.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/screens/chair/care_words.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/scalp_map.h"
#include "app/widgets/text.h"
#include "app/widgets/words.h"
#include "app/words/answers.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

constexpr int list_width_px = 272;
constexpr int strip_width_px = 72;

std::string section_name(Section section)
{
    switch (section) {
        case Section::consent:
            return tr("Consent");
        case Section::safety:
            return tr("Safety check");
        case Section::concerns:
            return tr("Concerns and life");
        case Section::map:
            return tr("Scalp map");
        case Section::recommendation:
            return tr("Recommendation");
    }
    return {};
}

bool is_done(const ChairVisit& visit, Section section)
{
    switch (section) {
        case Section::consent:
            return visit.treatment_until && visit.health_until;
        case Section::safety:
            return visit.safe_to_touch();
        case Section::concerns:
            return visit.safe_to_touch() && visit.consultation->concerns && !visit.consult_draft;
        case Section::map:
            return visit.map && !visit.map_draft;
        case Section::recommendation:
            return visit.started;
    }
    return false;
}

std::string consent_note(const ChairVisit& visit, const Locale& locale)
{
    const auto until = [&](const std::string& words, Instant at) {
        return said(words, short_full_day_text(local_date(at, locale.zone), locale.language));
    };
    if (visit.treatment_until && visit.health_until)
        return until(tr("Both, to {}"), std::min(*visit.treatment_until, *visit.health_until));
    if (visit.treatment_until) return until(tr("Treatment only, to {}"), *visit.treatment_until);
    if (visit.health_until) return until(tr("Health data only, to {}"), *visit.health_until);
    return tr("Asked first, two parts");
}

std::string concerns_note(const ChairVisit& visit)
{
    const auto consultation = visit.consult().consultation;
    const auto count = consultation.concerns ? consultation.concerns->size() : 0;
    std::string words;
    if (count > 0) words = said(tr_count("{} concern", "{} concerns", static_cast<long>(count)), count);
    if (consultation.scalp_type)
        words += (words.empty() ? std::string{} : tr(", ")) + lower_first(said(*consultation.scalp_type));
    return words.empty() ? tr("Not started") : words;
}

std::string section_note(const ChairVisit& visit, Section section, const Locale& locale)
{
    switch (section) {
        case Section::consent:
            return consent_note(visit, locale);
        case Section::safety:
            if (!visit.health()) return tr("After consent");
            if (!visit.safe_to_touch() || !visit.consulted_at) return tr("Not asked yet");
            return said(tr("Asked by {}, {}"), staff_initials(visit.consulted_by, locale.language),
                        clock_text(*visit.consulted_at, locale.zone));
        case Section::concerns:
            return visit.safe_to_touch() ? concerns_note(visit) : tr("After the safety check");
        case Section::map: {
            if (!visit.safe_to_touch()) return tr("After the safety check");
            const auto zones = visit.mapped().map.zones.size();
            return zones == 0 ? tr("Not started")
                              : said(tr_count("{} zone", "{} zones", static_cast<long>(zones)), zones);
        }
        case Section::recommendation:
            return visit.map || visit.map_draft ? tr("From the answers so far") : tr("After the map");
    }
    return {};
}

std::string why_not(const ChairVisit& visit, Section section)
{
    if (section == Section::consent) return {};
    if (!visit.health()) return tr("The client has not agreed to keeping health data");
    if (section == Section::safety || visit.safe_to_touch()) return {};
    return tr("The safety check comes first");
}

Node section_mark(int number, bool done, bool here)
{
    return Node{}
        .drawn(painting(fmt::format("section mark/{}/{}/{}", number, done, here), {32, 32},
                        [=](Canvas& canvas, const Rect& rect, const Look&) {
                            const Spot middle{rect.x + 16.0, rect.y + 16.0};
                            if (done && !here) {
                                canvas.circle(middle, 16, Token::primary);
                                canvas.icon(Icon::check, rect.inset(7), Token::on_primary);
                                return;
                            }
                            if (here) canvas.circle(middle, 16, Token::surface);
                            canvas.circle_frame(middle, 15.25, here ? Token::primary : Token::line_strong, 1.5);
                            canvas.text(rect, std::to_string(number), type::note.weighing(600),
                                        here ? Token::on_primary_soft : Token::ink2, Align::center);
                        }))
        .sized(32, 32);
}

DrawingPointer section_ground(bool here)
{
    return painting(fmt::format("section/{}", here), {}, [here](Canvas& canvas, const Rect& rect, const Look& look) {
        if (here || look.pressed) canvas.fill(rect, here ? Token::primary_soft : Token::sunken, 16);
        draw_focus(canvas, rect.inset(3), look, 13);
    });
}

Node section_item(const ChairVisit& visit, Section section, Section here, const Locale& locale, bool narrow,
                  const std::function<void(Section)>& go)
{
    const bool on = section == here, done = is_done(visit, section);
    const auto name = section_name(section), note = section_note(visit, section, locale);
    auto item = row(14, section_mark(static_cast<int>(section) + 1, done, on));
    if (narrow) {
        item.along = Along::center;
        item = std::move(item).sized(56, 56);
    } else {
        put(item.children, column(2, text(name, type::strong),
                                  paragraph(note, type::caption, on ? Token::on_primary_soft : Token::ink2, 2))
                               .growing()
                               .shrinking());
        item.padding = Insets{16, 14};
        item.across = Across::start;
        item.least_height = 76;
    }
    item.drawing = section_ground(on);
    item.access = {ControlRole::tab, name, done ? tr("done") : std::string{}, note, on};
    item.disabled = why_not(visit, section);
    return item.keyed(name).grouped("sections").tapped([go, section] { go(section); });
}

Node side_note(Tone tone, Icon sign, const std::string& title, const std::string& sentence)
{
    const bool warns = tone == Tone::warn;
    const Token ink = warns ? Token::on_warn : Token::on_info;
    auto words = column(0);
    if (!title.empty()) put(words.children, paragraph(title, type::caption.weighing(600), ink, 3));
    if (!sentence.empty()) put(words.children, paragraph(sentence, type::caption, ink, 4));
    auto note = row(12, icon(sign, 20, ink), words.growing());
    note.across = Across::start;
    note.padding = Insets{14, 12};
    note.drawing = ground(warns ? Token::warn_soft : Token::info_soft, 16);
    note.access = {
        ControlRole::status, title.empty() ? sentence : title, {}, title.empty() ? std::string{} : sentence, false};
    return note;
}

constexpr std::array decisions{RedFlagDecision::adapt, RedFlagDecision::postpone, RedFlagDecision::refer};

std::string decision_note(const Advice& advice, RedFlagDecision decision)
{
    if (decision == RedFlagDecision::postpone) return tr("Nothing today, nothing charged, book again later");
    if (decision == RedFlagDecision::refer) return tr("To a doctor first; asked about at the next visit");
    if (!may_adapt(advice)) return tr("Not open here: nothing is done on this head today");
    if (adapting_needs_manager(advice)) return tr("A manager agrees with a PIN");
    if (advice.plan == Plan::gentle_massage_only) return tr("Gentle massage away from the place, no products");
    return tr("With the client's recorded consent");
}

std::string flag_title(const Advice& advice)
{
    const bool doctor =
        std::any_of(advice.flags.begin(), advice.flags.end(), [](const Flag& flag) { return flag.id != "R4"; });
    if (doctor) return tr("Please suggest seeing a doctor first");
    return advice.flag("R4")->action == FlagAction::stop ? tr("The house does not treat with this")
                                                         : tr("Please ask a manager first");
}

std::string flag_sentences(const Advice& advice)
{
    std::string all;
    for (const auto& flag : advice.flags) {
        const auto* rule = advice.rule(flag.id);
        std::string one = rule == nullptr ? std::string{} : answer_words(rule->because, spoken());
        if (flag.id == "R1")
            one = said(tr("{} needs medical advice. A head spa or massage does not treat it."), one);
        else if (flag.id == "R2")
            one = tr("Severe flakes: a medicated shampoo or a doctor. Head spa only with recorded consent.");
        else if (flag.id == "R3")
            one = said(tr("{}: rule out medical causes first. Massage only with recorded consent."), one);
        else
            one = said(tr("Told today: {}."), one);
        all += (all.empty() || spoken() == "ja" ? "" : " ") + upper_first(std::move(one));
    }
    return all;
}

Node decision_option(const RedFlagLook& look, RedFlagDecision decision)
{
    const bool on = look.chosen == decision;
    const bool off = decision == RedFlagDecision::adapt && !may_adapt(*look.advice);
    auto mark = Node{}
                    .drawn(painting(fmt::format("radio/{}", on), {28, 28},
                                    [on](Canvas& canvas, const Rect& rect, const Look&) {
                                        const Spot middle{rect.x + 14.0, rect.y + 14.0};
                                        if (!on) return canvas.circle_frame(middle, 13.25, Token::line_strong, 1.5);
                                        canvas.circle(middle, 14, Token::primary);
                                        canvas.icon(Icon::check, rect.inset(6), Token::on_primary);
                                    }))
                    .sized(28, 28);
    auto option = row(14, std::move(mark),
                      column(2, text(said(decision), type::strong, off ? Token::ink3 : Token::ink),
                             paragraph(decision_note(*look.advice, decision), type::caption,
                                       on    ? Token::on_primary_soft
                                       : off ? Token::ink3
                                             : Token::ink2,
                                       2))
                          .growing());
    option.padding = Insets{16, 8};
    option.least_height = 76;
    option.drawing =
        painting(fmt::format("decision/{}/{}", on, off), {}, [=](Canvas& canvas, const Rect& rect, const Look& state) {
            canvas.fill(rect, on || state.pressed ? Token::primary_soft : off ? Token::sunken : Token::surface, 16);
            canvas.frame(rect, on ? Token::primary : off ? Token::none : Token::line_strong, 16, on ? 2 : 1.5);
            draw_focus(canvas, rect, state, 16);
        });
    option.access = {ControlRole::radio, said(decision), {}, decision_note(*look.advice, decision), on};
    if (off) option.disabled = tr("With pain, broken skin or an infection nothing is done today");
    return option.grouped("red flag").tapped([act = look.choose, decision] { act(decision); });
}

}  // namespace

std::string chair_client(const ChairVisit& visit)
{
    if (!visit.client_name.empty()) return client_name_text(visit.client_name, spoken());
    return visit.walk_in_number > 0 ? said(tr("Walk-in {}"), visit.walk_in_number) : tr("No name");
}

std::string chair_subtitle(const ChairVisit& visit, const Locale& locale)
{
    auto words = chair_client(visit);
    if (const auto age = age_on(visit.birthday, locale.business_day)) words += said(tr(", {}"), *age);
    if (visit.visit_number == 1) words += tr(" · first visit");
    if (visit.visit_number > 1) words += said(tr(" · visit {}"), visit.visit_number);
    if (!visit.service_name.empty()) words += said(tr(" · {}"), visit.service_name);
    if (visit.minutes > 0) words += said(tr(", {} min"), visit.minutes);
    return words;
}

std::string alert_words(const ChairVisit& visit)
{
    std::string all;
    for (const auto& alert : visit.alerts) all += (all.empty() ? std::string{} : tr(", ")) + alert;
    return all.empty() ? all : said(tr("Allergy: {}"), all);
}

Node section_list(const ChairVisit& visit, Section here, const Locale& locale, const Viewport& view,
                  std::function<void(Section)> go)
{
    const bool narrow = view.compact();
    auto list = column(4);
    for (const auto section :
         {Section::consent, Section::safety, Section::concerns, Section::map, Section::recommendation}) {
        put(list.children, section_item(visit, section, here, locale, narrow, go));
    }
    put(list.children, space());
    if (!narrow) {
        auto notes = column(8);
        if (!visit.health() && here == Section::consent) {
            put(notes.children, side_note(Tone::info, Icon::shield_check, {},
                                          tr("Nothing about health is stored before part 2 is agreed")));
        }
        if (visit.since && here == Section::concerns) {
            put(notes.children,
                side_note(Tone::info, Icon::phone, said(tr("Told on {}"), month_day_text(visit.since_date, spoken())),
                          upper_first(said(*visit.since))));
        }
        if (const auto alert = alert_words(visit); !alert.empty())
            put(notes.children, side_note(Tone::warn, Icon::triangle_alert, alert, {}));
        put(list.children, std::move(notes));
    }
    list.access = {ControlRole::panel, tr("Sections"), {}, {}, false};
    return card(std::move(list), Insets{narrow ? 7 : 12, 12}).wide(narrow ? strip_width_px : list_width_px);
}

Node chair_page(Host& host, const Viewport& view, const ChairVisit& visit, ChairPage page,
                std::function<void(Section)> go, Node body)
{
    Frame frame{Station::today, std::move(page.title), chair_subtitle(visit, host.locale()), true, {}};
    if (const auto alert = alert_words(visit); !alert.empty() && (view.compact() || !page.lists_sections)) {
        frame.actions.push_back(tag(alert, Tone::warn, Icon::triangle_alert));
    }
    for (auto& action : page.actions) frame.actions.push_back(std::move(action));
    if (!page.lists_sections) return framed(host, view, frame, std::move(body));
    auto both = row(view.gap(), section_list(visit, page.section, host.locale(), view, std::move(go)), body.growing());
    return framed(host, view, frame, std::move(both).crossed(Across::stretch));
}

Node red_flag_card(const RedFlagLook& look)
{
    auto head = row(12, icon(Icon::stethoscope, 28, Token::on_danger),
                    paragraph(flag_title(*look.advice), type::label, Token::on_danger, 3).growing());
    auto mark = text(flag_tags(*look.advice), type::tag, Token::on_danger, Align::center);
    put(head.children, row(0, std::move(mark)).padded(Insets{10, 4}).drawn(ground(Token::surface, 13)));
    head.across = Across::start;
    auto options = column(8);
    for (const auto decision : decisions) put(options.children, decision_option(look, decision));
    options.access = {ControlRole::panel, tr("How to go on"), {}, {}, false};
    auto all = scroll("red flag", 14, std::move(head),
                      paragraph(flag_sentences(*look.advice), type::body, Token::on_danger), std::move(options));
    if (!look.recorded.empty()) put(all.children, paragraph(look.recorded, type::caption, Token::on_danger));
    if (!look.problem.empty()) put(all.children, banner(look.problem, Tone::danger, Icon::triangle_alert));
    auto node = card(std::move(all), Insets{20}, Token::danger_soft);
    node.access = {ControlRole::alert, flag_title(*look.advice), {}, flag_sentences(*look.advice), false};
    return node;
}

std::string flag_tags(const Advice& advice)
{
    std::string all;
    for (const auto& flag : advice.flags) all += (all.empty() ? "" : ", ") + flag.id;
    return all;
}

std::string said(RedFlagDecision decision)
{
    switch (decision) {
        case RedFlagDecision::adapt:
            return tr("Go on adapted");
        case RedFlagDecision::postpone:
            return tr("Postpone");
        case RedFlagDecision::refer:
            return tr("Refer to a doctor");
    }
    return {};
}

Node five_levels(const std::string& name, const std::optional<int>& chosen, bool words, std::function<void(int)> choose)
{
    auto levels = row(8).crossed(Across::stretch);
    const std::array<std::string, 5> names{tr("None"), {}, tr("Mild"), {}, tr("Severe")};
    for (int level = 0; level <= 4; ++level) {
        const auto word = words ? names[static_cast<std::size_t>(level)] : std::string{};
        const bool on = chosen == level;
        Node cell;
        cell.drawing = painting(
            fmt::format("five/{}/{}/{}", level, on, word), {words ? 72 : 44, 48},
            [=](Canvas& canvas, const Rect& rect, const Look& look) {
                canvas.fill(rect, severity_color(level), 16);
                if (on)
                    canvas.frame(rect.inset(-4), Token::ink, 20, 3);
                else if (look.pressed)
                    canvas.frame(rect, Token::primary, 16, 2);
                draw_focus(canvas, rect.inset(on ? -2 : 0), look, 16);
                const Token ink = severity_ink(level, canvas.theme());
                const int width = word.empty() ? 0 : std::min(measure_text(word, type::small).width, rect.width - 26);
                const int x = rect.x + (rect.width - (word.empty() ? 12 : 18 + width)) / 2;
                canvas.text({x, rect.y, 12, rect.height}, std::to_string(level), type::label.figures(), ink,
                            Align::center);
                if (!word.empty()) canvas.text({x + 18, rect.y, width + 1, rect.height}, word, type::small, ink);
            });
        cell.access = {
            ControlRole::radio, fmt::format("{} {}", name, level), {}, names[static_cast<std::size_t>(level)], on};
        cell.on_key = [choose](const KeyPress& press) {
            if (press.character < U'0' || press.character > U'4') return false;
            choose(static_cast<int>(press.character - U'0'));
            return true;
        };
        put(levels.children, cell.high(48).growing().grouped(name).tapped([choose, level] { choose(level); }));
    }
    levels.access = {ControlRole::panel, name, {}, {}, false};
    return levels.high(48);
}

Node answer_label(std::string words)
{
    return text(std::move(words), type::caption.weighing(600), Token::ink2);
}

}  // namespace kushi
