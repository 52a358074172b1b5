#include "app/screens/today/today_cards.h"

#include <cmath>
#include <map>

#include "app/screens/frame.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/comb.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

constexpr TextStyle time_style{15, 26, 600, true};

/// A step's kind, where it has no name of its own.
std::string step_kind_text(const std::string& kind)
{
    if (kind == "check") return tr("Check");
    if (kind == "cleanse") return tr("Cleanse");
    if (kind == "consult") return tr("Consultation");
    if (kind == "dry") return tr("Dry");
    if (kind == "exfoliate") return tr("Exfoliate");
    if (kind == "finish") return tr_in("step", "Finish");
    if (kind == "mask") return tr("Mask");
    if (kind == "massage") return tr("Massage");
    if (kind == "rinse") return tr("Rinse");
    if (kind == "serum") return tr("Serum");
    if (kind == "steam") return tr("Steam");
    if (kind == "towel") return tr("Towel");
    return kind;
}

/// The client asked for this therapist: a star, in Japanese the word.
Node nomination()
{
    if (spoken() == "ja") return tag(tr("Nominated"), Tone::boxwood);
    Node star;
    star.drawing = painting("nominated", {18, 18}, [](Canvas& canvas, const Rect& rect, const Look&) {
        Outline shape;
        for (int i = 0; i < 10; ++i) {
            const double angle = -1.5707963 + i * 0.62831853, radius = i % 2 == 0 ? 7.5 : 3.6;
            const double x = rect.x + rect.width / 2.0 + radius * std::cos(angle),
                         y = rect.y + rect.height / 2.0 + 0.5 + radius * std::sin(angle);
            if (i == 0)
                shape.move_to(x, y);
            else
                shape.line_to(x, y);
        }
        canvas.fill(shape.close(), Token::boxwood);
        canvas.icon(Icon::star, rect, Token::on_boxwood);
    });
    return star.sized(18, 18).told(ControlRole::text, tr("Nominated"));
}

Node who_works(const TodayCard& card)
{
    if (card.therapist.empty()) return text(tr("Any therapist"), type::caption, Token::ink3);
    return row(8, staff_avatar(card.therapist, card.therapist_name),
               text(given_name(card.therapist_name), type::caption, Token::ink2),
               card.nominated ? std::optional{nomination()} : std::nullopt)
        .shrinking();
}

std::string button_words(CardAct act)
{
    switch (act) {
        case CardAct::check_in:
            return tr("Check in");
        case CardAct::start:
            return tr("Start consultation");
        case CardAct::resume:
            return tr("Resume");
        case CardAct::pay:
            return tr("Pay");
        case CardAct::none:
            break;
    }
    return {};
}

std::optional<Node> card_button(const TodayCard& card, const TodayState& state, const TodayIntents& intents,
                                const TodaySight& sight, bool first)
{
    const auto act = act_of(card, sight.worker);
    if (act == CardAct::none) return std::nullopt;
    auto label = button_words(act);
    auto name = said(tr_in("an act and whose", "{0} {1}"), label, visitor_text(card, sight.locale));
    if (act == CardAct::pay && card.due)
        label += ' ' + money_text(*card.due, sight.locale.currency, sight.locale.language);
    auto node = button(label, [intents, act, id = card.id] { intents.act(act, id); },
                       {first ? ButtonKind::primary : ButtonKind::tonal, ButtonSize::medium});
    node.access.name = std::move(name);
    if (act == CardAct::pay && card.due)
        node.access.description = money_text(*card.due, sight.locale.currency, sight.locale.language);
    node.shrinks = false;  // an amount never gives way
    return node.keyed("act").waiting(state.busy.contains(card.id));
}

std::optional<Node> room_words(const TodayCard& card, const TodayState& state)
{
    if (card.stage != VisitStage::arrived) return std::nullopt;
    const auto room = state.room_for(card);
    const auto words =
        !room ? tr("No room is free") : said(room->free ? tr("{} is free") : tr("{} is taken"), room->name);
    return text(words, type::caption.weighing(600), room && room->free ? Token::ink2 : Token::warn);
}

std::string step_words(const TodayCard::Progress& progress)
{
    const auto name = progress.name.empty() ? step_kind_text(progress.kind) : progress.name;
    if (progress.paused) return said(tr("{0}, {1} of {2}, paused"), name, progress.step, progress.of);
    return said(tr("{0}, {1} of {2}"), name, progress.step, progress.of);
}

Node progress_comb(const TodayCard::Progress& progress)
{
    auto look = ritual_comb(238, 44, progress.of, progress.step - 1, progress.share);
    look.spine_share = 0.42;
    look.margin = 8;
    const int percent =
        progress.of > 0 ? static_cast<int>(100 * (progress.step - 1 + progress.share) / progress.of) : 0;
    const auto name = progress.name.empty() ? step_kind_text(progress.kind) : progress.name;
    return comb(look).told(ControlRole::progress,
                           said(tr("Step {0} of {1}, {2}, {3} percent"), progress.step, progress.of, name, percent),
                           std::to_string(percent));
}

/// The upper left word: when, or where.
std::string head_words(const TodayCard& card, const Locale& locale)
{
    switch (card.stage) {
        case VisitStage::in_chair:
            return card.room_name.empty() ? tr("No room") : card.room_name;
        case VisitStage::ready:
            return card.finished_at ? said(tr("Finished {}"), clock_text(*card.finished_at, locale.zone))
                                    : tr("Finished");
        default:
            break;
    }
    if (card.start) return clock_text(*card.start, locale.zone);
    return card.arrived_at ? clock_text(*card.arrived_at, locale.zone) : std::string{};
}

Node minutes_words(const TodayCard& card, Instant now)
{
    const int in = minutes_in_chair(card, now);
    const bool over = card.minutes > 0 && in > card.minutes;
    const auto words = card.minutes > 0 ? said(tr("{0} of {1} min"), in, card.minutes) : said(tr("{} min"), in);
    return text(words, type::caption.figures(), over ? Token::warn : Token::ink2);
}

/// Who works, and at the right what is to be done or known. A long button has a row of its own.
Node foot(const TodayCard& card, const TodayState& state, std::optional<Node> button, std::optional<Node> words)
{
    const auto act_row = [&](std::optional<Node> right) {
        return row(8, who_works(card), std::move(right)).placed(Along::apart).at_least(0, 28);
    };
    if (!button) return act_row(words ? std::move(words) : room_words(card, state));
    if (button->drawing->wanted(0).width < 170) return act_row(std::move(button));
    return column(10, act_row(std::nullopt), std::move(button));
}

/// A line of words at its left and what stands at its right.
Node line(Node left, std::vector<Node> right, int height)
{
    auto node = row(8, std::move(left));
    put(node.children, std::move(right));
    return node.placed(Along::apart).at_least(0, height);
}

}  // namespace

std::string visitor_text(const TodayCard& card, const Locale& locale)
{
    if (!card.client_name.empty()) return client_name_text(card.client_name, locale.language);
    return card.walk_in > 0 ? said(tr("Walk-in {}"), card.walk_in) : tr("Client");
}

std::string service_text(const TodayCard& card)
{
    if (card.service_name.empty()) return tr("No service yet");
    if (card.stage == VisitStage::ready && card.more_lines > 0)
        return said(tr("{0} + {1} more"), card.service_name, card.more_lines);
    if (card.minutes == 0 || card.stage == VisitStage::in_chair) return card.service_name;
    return said(tr("{0}, {1} min"), card.service_name, card.minutes);
}

std::string tender_words(const std::vector<std::string>& tenders)
{
    std::string words;
    for (const auto& one : tenders) {
        const auto word = one == "cash"      ? tr("Cash")
                          : one == "card"    ? tr("Card")
                          : one == "qr"      ? tr("QR pay")
                          : one == "voucher" ? tr("Voucher")
                          : one == "ticket"  ? tr("Ticket")
                          : one == "deposit" ? tr("Deposit")
                                             : tr_in("tender", "Other");
        words += (words.empty() ? "" : " + ") + word;
    }
    return words;
}

std::vector<Node> visit_tags(const TodayCard& card, Instant now)
{
    std::vector<Node> tags;
    if (const auto waiting = waiting_minutes(card, now)) {
        tags.push_back(tag(said(tr("Waiting {} min"), *waiting),
                           *waiting >= waits_long_after_minutes ? Tone::warn : Tone::primary, Icon::clock));
    }
    if (const auto late = late_minutes(card, now))
        tags.push_back(tag(said(tr("Late {} min"), *late), Tone::warn, Icon::clock));
    if (card.stopped) tags.push_back(tag(tr("See a doctor"), Tone::danger, Icon::stethoscope));
    if (!card.alerts.empty()) {
        auto words = card.alerts.front();
        if (card.alerts.size() > 1) words += " +" + std::to_string(card.alerts.size() - 1);
        auto all = words;
        if (card.alerts.size() > 1) {
            all.clear();
            for (const auto& one : card.alerts) all += (all.empty() ? "" : ", ") + one;
        }
        auto node = tag(std::move(words), Tone::warn, Icon::triangle_alert);
        node.access.name = said(tr("Allergy alert: {}"), all);
        tags.push_back(std::move(node));
    }
    if (card.is_new && (card.stage == VisitStage::expected || card.stage == VisitStage::arrived))
        tags.push_back(tag(tr("New client"), Tone::info));
    return tags;
}

Node visit_card(const TodayCard& card, const TodayState& state, const TodayIntents& intents, const TodaySight& sight,
                bool first)
{
    const bool in_chair = card.stage == VisitStage::in_chair;
    auto tags = in_chair ? std::vector<Node>{} : visit_tags(card, sight.now);
    auto beside_name = std::vector<Node>{};
    if (in_chair) {
        beside_name = visit_tags(card, sight.now);
        if (beside_name.size() > 1) beside_name.resize(1);
    } else if (tags.size() > 1) {
        beside_name.push_back(std::move(tags[1]));
        tags.resize(1);
    }
    if (in_chair) tags.push_back(minutes_words(card, sight.now));
    auto button = card_button(card, state, intents, sight, first);
    const bool two_tags = !tags.empty() && !beside_name.empty();
    auto content = column(0, line(text(head_words(card, sight.locale), time_style, Token::ink2), std::move(tags), 26),
                          two_tags ? std::optional{Node{}.high(4)} : std::nullopt,
                          line(text(visitor_text(card, sight.locale), type::label), std::move(beside_name), 26));
    put(content.children, text(service_text(card), type::caption, Token::ink2));
    std::optional<Node> words;
    if (card.progress) {
        words = text(step_words(*card.progress), type::caption.weighing(600),
                     card.progress->paused ? Token::warn : Token::ink2);
        put(content.children, Node{}.high(14));
        put(content.children, progress_comb(*card.progress));
        if (button) put(content.children, line(*std::move(words), {}, 28));
    } else if (in_chair) {
        words = text(tr("Consultation"), type::caption.weighing(600), Token::ink2);
    }
    put(content.children, Node{}.high(10));
    put(content.children, foot(card, state, std::move(button), std::move(words)));
    auto node = tapped_card(
        std::move(content), visitor_text(card, sight.locale), [intents, id = card.id] { intents.open_menu(id); },
        Insets{16, 12, 16, 14});
    node.access.description = service_text(card);
    return node.keyed(card.id);
}

Node paid_card(const TodayCard& card, const TodayIntents& intents, const TodaySight& sight)
{
    const auto& locale = sight.locale;
    const auto when = card.paid && card.paid->at ? clock_text(*card.paid->at, locale.zone) : std::string{};
    const auto how = card.paid ? said(tr("{0} · {1}"), when, tender_words(card.paid->tenders)) : tr("Nothing to pay");
    auto content =
        column(0,
               row(8, text(visitor_text(card, locale), type::strong),
                   money(card.paid ? money_text(card.paid->total, locale.currency, locale.language) : std::string{}))
                   .placed(Along::apart),
               text(how, type::caption.figures(), Token::ink3));
    const auto number = card.paid ? card.paid->number : std::string{};
    auto node = tapped_card(
        std::move(content), visitor_text(card, locale),
        [intents, number, id = card.id] {
            if (number.empty())
                intents.open_menu(id);
            else
                intents.open_sale(number);
        },
        Insets{16, 12});
    node.access.description = how;
    return node.keyed(card.id);
}

}  // namespace kushi
