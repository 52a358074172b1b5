#include "app/screens/recommendation/recommendation_panel.h"

#include <algorithm>

#include "app/screens/chair/care_words.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/answers.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

std::string rule_title(const std::string& id)
{
    if (id == "H1") return tr("Asks for a head spa");
    if (id == "M1") return tr("Asks for a head massage");
    if (id == "S0") return tr("Nothing asks for special care: Signature, our usual start");
    if (id == "C1") return tr("Double cleanse and steam");
    if (id == "C2") return tr("Clarifying cleanse, light mask, no heavy oils");
    if (id == "C3") return tr("Moisturising cleanse, mask or serum");
    if (id == "C4") return tr("Gentle cleanse, no exfoliation, low steam, light pressure");
    if (id == "C5") return tr("Light exfoliation and a scalp mask");
    if (id == "C6") return tr("Massage dry, or cleanse after it");
    return tr("Products left out for an allergy");
}

Icon rule_icon(const std::string& id)
{
    if (id == "H1") return Icon::droplets;
    if (id == "M1" || id == "C6") return Icon::hand;
    if (id == "S0") return Icon::star;
    if (id == "C1") return Icon::waves;
    if (id == "C2") return Icon::droplet;
    if (id == "C3") return Icon::leaf;
    if (id == "C4") return Icon::flower_2;
    if (id == "C5") return Icon::sparkles;
    return Icon::triangle_alert;
}

std::string remark_words(Remark remark)
{
    switch (remark) {
        case Remark::double_cleanse:
            return tr("Cleanses twice");
        case Remark::steam:
            return tr("With steam");
        case Remark::exfoliates:
            return tr("With exfoliation");
        case Remark::spares_exfoliation:
            return tr("No exfoliation");
        case Remark::massage:
            return tr("With massage for the tension");
        case Remark::one_cleanse:
            return tr("One cleanse only, buildup may stay");
        case Remark::no_cleanse:
            return tr("No cleanse");
        case Remark::no_steam:
            return tr("No steam");
        case Remark::too_much_steam:
            return tr("Has steam");
        case Remark::too_much_exfoliation:
            return tr("Has exfoliation");
        case Remark::no_massage:
            return tr("No massage for the tension");
        case Remark::left_out:
            return tr("Uses a product that is left out");
    }
    return {};
}

std::string remarks_words(const std::vector<Remark>& remarks)
{
    std::string all;
    for (const auto remark : remarks)
        all += (all.empty() ? std::string{} : tr(", ")) +
               (all.empty() ? remark_words(remark) : lower_first(remark_words(remark)));
    return all;
}

Node reason_row(const FiredRule& rule, const Advice& advice, bool first)
{
    auto mark = Node{}
                    .drawn(painting("reason mark/" + rule.id, {40, 40},
                                    [sign = rule_icon(rule.id)](Canvas& canvas, const Rect& rect, const Look&) {
                                        canvas.fill(rect, Token::primary_soft, 12);
                                        canvas.icon(sign, rect.inset(10), Token::on_primary_soft);
                                    }))
                    .sized(40, 40);
    auto because = upper_first(answer_words(rule.because, spoken()));
    std::string against;
    for (const auto& winner : rule.against) against += (against.empty() ? std::string{} : tr(", ")) + winner;
    auto words = column(2, paragraph(rule_title(rule.id), type::strong, against.empty() ? Token::ink : Token::ink2, 2));
    if (!because.empty()) put(words.children, paragraph(because, type::caption, Token::ink2, 3));
    if (!against.empty())
        put(words.children,
            text(said(tr("Against: gave way to {}"), against), type::caption.weighing(600), Token::warn));
    auto ids = rule.id;
    if ((rule.id == "H1" || rule.id == "M1") && advice.rule("B1") != nullptr) ids += ", B1";
    auto line = row(14, std::move(mark), words.growing(), tag(ids));
    line.across = Across::start;
    auto node = list_row(std::move(line).padded(Insets{0, 10}), first);
    node.access = {ControlRole::row, rule_title(rule.id), ids, because, false};
    return node;
}

Node product_tag(const std::string& words)
{
    return row(0, text(words, type::caption))
        .padded(Insets{14, 8})
        .drawn(ground(Token::sunken, 18))
        .told(ControlRole::text, words);
}

std::string tag_words(const std::string& tag)
{
    return tag == "heavy_oil" ? tr("heavy oils (oily scalp)") : tag;
}

std::string left_out_words(const RecommendationState& state, const Advice& advice)
{
    std::string all;
    for (const auto& one : advice.leave_out) {
        const auto known = state.products.find(one);
        const auto words =
            known == state.products.end() ? tag_words(one) : said(tr("{} (allergy)"), known->second.name);
        all += (all.empty() ? std::string{} : tr(", ")) + words;
    }
    return all;
}

std::vector<std::string> used_products(const RecommendationState& state, const Offer& plan,
                                       const std::vector<std::string>& left_out)
{
    std::vector<std::string> names;
    for (const auto& product : plan.products()) {
        if (std::find(left_out.begin(), left_out.end(), product) != left_out.end()) continue;
        const auto known = state.products.find(product);
        if (known != state.products.end()) names.push_back(known->second.name);
    }
    return names;
}

std::string length_words(const Offer& offer)
{
    const auto steam = offer.seconds_of("steam") / 60;
    if (steam > 0) return said(tr("{} minutes with {} minutes of steam"), offer.minutes, steam);
    return said(tr("{} minutes"), offer.minutes);
}

Node head(const RecommendationState& state, const ChairVisit& visit, const Locale& locale)
{
    const auto& plan = *state.plan();
    auto tags = row(8, state.overrides() ? tag(tr("Chosen instead"), Tone::warn) : tag(tr("Best fit"), Tone::primary));
    if (plan.code == visit.service) put(tags.children, tag(tr("As booked")));
    if (visit.decision == RedFlagDecision::adapt)
        put(tags.children, tag(said(tr("Adapted: {}"), flag_tags(*visit.advice)), Tone::danger, Icon::stethoscope));
    return row(16,
               column(4, std::move(tags), room(2), heading(plan.name, type::title),
                      text(length_words(plan), type::body, Token::ink2))
                   .growing()
                   .shrinking(),
               money(money_text(plan.price, locale.currency, locale.language), type::money_m))
        .crossed(Across::start);
}

std::string why_not(const ChairVisit& visit)
{
    const auto& advice = *visit.advice;
    if (!visit.treatment_until) return tr("The client has not agreed to the treatment");
    if (!advice.flags.empty() && !visit.decision) return tr("Decide on the red flag first");
    if (visit.decision && *visit.decision != RedFlagDecision::adapt) return tr("This visit was postponed or referred");
    return {};
}

Node plan_card(const RecommendationState& state, const RecommendationIntents& intents, const ChairVisit& visit,
               const Locale& locale)
{
    const auto& advice = *visit.advice;
    const auto left_out = state.left_out(advice);
    auto why = scroll("why", 0).padded(Insets{0, 0, 12, 0});
    bool first = true;
    for (const auto& rule : care_rules(advice)) {
        put(why.children, reason_row(rule, advice, first));
        first = false;
    }
    why.access = {ControlRole::list, tr("Why"), {}, {}, false};
    auto content = column(0, head(state, visit, locale), room(10));
    if (!advice.flags.empty() && !visit.decision) {
        put(content.children,
            banner(said(tr("Red flag {}: nobody has decided how to go on"), flag_tags(advice)), Tone::danger,
                   Icon::stethoscope, button(tr("Decide"), intents.decide, {ButtonKind::outline, ButtonSize::medium})));
        put(content.children, room(8));
    }
    put(content.children, answer_label(tr("Why")));
    put(content.children, std::move(why));
    put(content.children, room(8));
    if (const auto names = used_products(state, *state.plan(), left_out); !names.empty()) {
        auto tags = wrap(8);
        for (const auto& name : names) put(tags.children, product_tag(name));
        put(content.children, column(8, answer_label(tr("Products at the chair")), std::move(tags)));
    }
    if (const auto words = left_out_words(state, advice); !words.empty()) {
        put(content.children, room(10));
        put(content.children,
            row(8, icon(Icon::triangle_alert, 20, Token::on_warn),
                paragraph(said(tr("Left out: {}"), words), type::caption, Token::on_warn, 2).growing()));
    }
    if (const auto cons = remarks_words(speaks_against(*state.plan(), advice, left_out)); !cons.empty()) {
        put(content.children, room(6));
        put(content.children,
            row(8, icon(Icon::info, 20, Token::on_warn),
                paragraph(said(tr("Against: {}"), lower_first(cons)), type::caption, Token::on_warn, 2).growing()));
    }
    if (!state.problem.empty()) {
        put(content.children, room(8));
        put(content.children, banner(state.problem, Tone::danger, Icon::triangle_alert));
    }
    put(content.children, room(16));
    auto start = visit.started ? primary_button(tr("Back to the ritual"), intents.ritual)
                               : primary_button(tr("Start this treatment"), intents.start).waiting(state.busy);
    if (!visit.started) start.disabled = why_not(visit);
    put(content.children,
        row(12, button(tr("Scalp map"), intents.map, {ButtonKind::outline}), std::move(start).growing()));
    return card(std::move(content), Insets{28, 24}).growing();
}

std::string weeks_words(const WeekWindow& window)
{
    if (window.suggested_weeks)
        return said(tr_count("Come back in {} week", "Come back in {} weeks", *window.suggested_weeks),
                    *window.suggested_weeks);
    if (window.min_weeks == window.max_weeks)
        return said(tr_count("Come back in {} week", "Come back in {} weeks", window.min_weeks), window.min_weeks);
    return said(tr("Come back in {} to {} weeks"), window.min_weeks, window.max_weeks);
}

Node interval_card(const Advice& advice)
{
    const bool massage_only = advice.plan == Plan::head_massage || advice.plan == Plan::gentle_massage_only;
    const auto& window = massage_only && advice.massage_interval ? *advice.massage_interval : advice.interval;
    auto content = column(4, row(8, text(weeks_words(window), type::label).growing().shrinking(),
                                 icon(Icon::calendar_days, 24, Token::ink)));
    for (const auto& rule : interval_rules(advice)) {
        auto words = upper_first(answer_words(rule.because, spoken()));
        if (rule.id == "I3") words = tr("Neither oily soon nor dry");
        if (rule.id == "I4") words = tr("Massage may be weekly, up to every 4 weeks");
        if (rule.id == "I5") words = said(tr("Went on so last time: {}"), words);
        if (!rule.against.empty()) words += tr(" (gave way)");
        put(content.children, paragraph(said(tr("Rule {}. {}"), rule.id, words), type::caption, Token::ink2, 3));
    }
    return card(std::move(content), Insets{20});
}

Node other_card(const RecommendationState& state, const Offer& offer, const RecommendationIntents& intents,
                const ChairVisit& visit, const Locale& locale)
{
    const auto left_out = state.left_out(*visit.advice);
    auto words = column(2, text(offer.name, type::strong));
    const auto pros = remarks_words(speaks_for(offer, *visit.advice, left_out)),
               cons = remarks_words(speaks_against(offer, *visit.advice, left_out));
    auto length = said(tr("{} min"), offer.minutes);
    if (&offer == state.best()) length += tr(" · best fit");
    if (offer.code == visit.service) length += tr(" · as booked");
    put(words.children, text(length, type::caption, Token::ink2));
    if (!pros.empty())
        put(words.children, paragraph(said(tr("For: {}"), lower_first(pros)), type::caption, Token::ok, 2));
    if (!cons.empty())
        put(words.children, paragraph(said(tr("Against: {}"), lower_first(cons)), type::caption, Token::warn, 2));
    const auto price = money_text(offer.price, locale.currency, locale.language);
    auto content = row(12, words.growing(), money(price, type::money));
    auto node = tapped_card(
        std::move(content), said(tr("Choose {}"), offer.name), [act = intents.choose, code = offer.code] { act(code); },
        Insets{20, 14});
    node.access.description = length + ". " +
                              (pros.empty() ? std::string{} : said(tr("For: {}"), lower_first(pros)) + ". ") +
                              (cons.empty() ? std::string{} : said(tr("Against: {}"), lower_first(cons)));
    node.access.value = price;
    return node.keyed(offer.code);
}

Node side(const RecommendationState& state, const RecommendationIntents& intents, const ChairVisit& visit,
          const Locale& locale, const Viewport& view)
{
    auto others = scroll("others", 12).padded(Insets{0, 0, 10, 0});
    for (const auto& offer : state.offers) {
        if (&offer != state.plan()) put(others.children, other_card(state, offer, intents, visit, locale));
    }
    others.access = {ControlRole::list, tr("Other options"), {}, {}, false};
    auto parts = column(12, interval_card(*visit.advice));
    if (!others.children.empty()) {
        put(parts.children, answer_label(tr("Other options")).padded(Insets{4, 0, 0, 0}));
        put(parts.children, std::move(others));
    } else {
        put(parts.children, space());
    }
    put(parts.children,
        banner(tr("Scalp care and rest, not medical or hair growth treatment"), Tone::info, Icon::info));
    return parts.wide(view.compact() ? 320 : 388);
}

Node nothing_allowed(const RecommendationIntents& intents, const ChairVisit& visit)
{
    return card(empty_state(tr("Nothing is done on this head today"),
                            said(tr("Red flag {}: postpone the visit or refer to a doctor"), flag_tags(*visit.advice)),
                            primary_button(tr("Decide"), intents.decide)))
        .growing();
}

}  // namespace

Node recommendation_panel(const RecommendationState& state, const RecommendationIntents& intents,
                          const ChairVisit& visit, const Locale& locale, const Viewport& view)
{
    if (!visit.advice || !state.loaded)
        return card(
            column(16, skeleton(320, 32), skeleton(520, 24), skeleton(520, 24), space()).crossed(Across::start));
    auto left = state.plan() == nullptr ? nothing_allowed(intents, visit) : plan_card(state, intents, visit, locale);
    if (state.plan() == nullptr) return left;
    return row(view.gap(), std::move(left), side(state, intents, visit, locale, view)).crossed(Across::stretch);
}

}  // namespace kushi
