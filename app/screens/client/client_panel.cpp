#include "app/screens/client/client_panel.h"

#include <fmt/format.h>

#include "app/screens/frame.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/chart.h"
#include "app/widgets/label.h"
#include "app/widgets/sheet.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"
#include "core/text/names.h"

namespace kushi {
namespace {

using Span = ClientState::Span;

std::string condition_text(const std::string& condition)
{
    if (condition == "oily") return tr_in("scalp", "Oily");
    if (condition == "buildup") return tr_in("scalp", "Buildup");
    if (condition == "flakes") return tr_in("scalp", "Flakes");
    if (condition == "dry") return tr_in("scalp", "Dry");
    if (condition == "redness") return tr_in("scalp", "Redness");
    if (condition == "tender") return tr_in("scalp", "Tender");
    return condition == "thinning" ? tr_in("scalp", "Thinning") : condition;
}

std::string scalp_type_text(const std::string& type)
{
    if (type == "oily") return tr_in("scalp", "Oily");
    if (type == "balanced") return tr_in("scalp", "Balanced");
    if (type == "dry") return tr_in("scalp", "Dry");
    if (type == "sensitive") return tr_in("scalp", "Sensitive");
    return type == "combination" ? tr_in("scalp", "Combination") : type;
}

std::string concern_text(const std::string& concern)
{
    if (concern == "oily_soon") return tr("Oily soon");
    if (concern == "odour") return tr("Odour");
    if (concern == "severe_flakes") return tr("Severe flakes");
    if (concern == "itch") return tr("Itch");
    if (concern == "tight") return tr("Tight");
    if (concern == "sensitive") return tr_in("scalp", "Sensitive");
    if (concern == "sudden_hair_loss") return tr("Sudden hair loss");
    if (concern == "patchy_hair_loss") return tr("Patchy hair loss");
    if (concern == "severe_hair_loss") return tr("Severe hair loss");
    if (concern == "scalp_pain") return tr("Scalp pain");
    if (concern == "acne") return tr("Acne");
    return concern == "limp_roots" ? tr("Limp roots") : condition_text(concern);
}

std::string habit_text(const std::string& habit)
{
    if (habit == "dry_shampoo") return tr("Dry shampoo");
    if (habit == "styling") return tr("Styling");
    if (habit == "heavy_conditioner") return tr("Heavy conditioner");
    if (habit == "sea_or_pool") return tr("Sea or pool");
    return habit == "sport" ? tr("Sport") : habit;
}

std::string preference_text(const std::string& word)
{
    if (word == "light") return tr_in("preference", "Light");
    if (word == "medium") return tr_in("preference", "Medium");
    if (word == "firm") return tr_in("preference", "Firm");
    if (word == "talk") return tr("Likes to talk");
    if (word == "quiet") return tr("Quiet, no talk");
    if (word == "none") return tr_in("preference", "None");
    return word == "any" ? tr_in("preference", "Any") : word;
}

template <class Words>
std::string listed(const std::vector<std::string>& codes, Words words)
{
    std::string list;
    for (const auto& code : codes) list += (list.empty() ? std::string{} : tr(", ")) + words(code);
    return list;
}

std::string status_text(const std::string& status)
{
    if (status == "expected") return tr("Expected");
    if (status == "arrived") return tr("Arrived");
    if (status == "in_chair") return tr("In chair");
    if (status == "ready_to_pay") return tr("Ready to pay");
    if (status == "cancelled") return tr("Cancelled");
    return status == "no_show" ? tr("No-show") : std::string{};
}

/// A name and a value; the value may take two lines.
Node fact(const std::string& name, const std::string& value, bool first)
{
    auto line = row(12, text(name, type::note, Token::ink2),
                    paragraph(value, type::note.weighing(600), Token::ink, 2, Align::end).growing());
    auto node = list_row(std::move(line), first);
    node.padding = Insets{0, 9};
    node.least_height = 42;
    return node;
}

Node titled(const std::string& title, std::vector<Node> rows)
{
    auto content = column(0, heading(title, type::label), room(4));
    put(content.children, std::move(rows));
    return card(std::move(content), Insets{20, 16, 20, 12});
}

std::optional<Node> alerts(const ClientState& state)
{
    if (state.alerts.empty()) return std::nullopt;
    return banner(said(tr("Allergy alert: {}"), listed(state.alerts, [](const std::string& words) { return words; })),
                  Tone::warn, Icon::triangle_alert);
}

Node contact(const ClientState& state, const ClientIntents& intents, const ClientSight& sight)
{
    std::vector<Node> rows;
    if (!state.reading.empty()) rows.push_back(fact(tr("Reading"), state.reading, rows.empty()));
    if (!state.phone.empty()) {
        const auto shown = state.phone_shows ? state.phone : masked_phone(state.phone);
        auto line = row(8, text(tr("Phone"), type::note, Token::ink2).growing(), money(shown, type::note.weighing(600)),
                        icon(state.phone_shows ? Icon::eye_off : Icon::eye, 20, Token::ink2));
        auto node = tapped_row(std::move(line), rows.empty(),
                               state.phone_shows ? tr("Hide the phone number") : tr("Show the phone number"),
                               intents.show_phone);
        node.access.value = shown;
        node.least_height = 48;
        rows.push_back(std::move(node));
    }
    if (!state.email.empty()) {
        // Below its name: an address is long, and is not to be broken.
        auto address = column(0, text(tr("E-mail"), type::note, Token::ink2),
                              text(state.email, type::note.weighing(600), Token::ink, Align::end));
        auto node = list_row(std::move(address), rows.empty());
        node.padding = Insets{0, 9};
        rows.push_back(std::move(node));
    }
    if (!state.birthday.empty())
        rows.push_back(fact(tr("Birthday"), short_full_day_text(state.birthday, sight.locale.language), rows.empty()));
    if (rows.empty()) rows.push_back(text(tr("No contact is known"), type::note, Token::ink3));
    return titled(tr("Contact"), std::move(rows));
}

Node profile(const ClientState& state)
{
    std::vector<Node> rows;
    const auto& known = state.profile;
    const auto add = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) rows.push_back(fact(name, value, rows.empty()));
    };
    add(tr("Type"), scalp_type_text(known.scalp_type));
    add(tr("Concerns"), listed(known.concerns, concern_text));
    add(tr("Habits"), listed(known.habits, habit_text));
    add(tr("Pressure"), preference_text(known.pressure));
    add(tr("Scent"), preference_text(known.scent));
    add(tr("In the room"), preference_text(known.talk));
    if (rows.empty()) rows.push_back(paragraph(tr("Is filled by the first consultation"), type::note, Token::ink3));
    return titled(tr("Scalp profile"), std::move(rows));
}

Node visit_row(const ClientState::Visit& visit, const ClientSight& sight, bool first)
{
    const auto when = short_full_day_text(visit.date, sight.locale.language);
    const auto line =
        visit.therapist_name.empty() ? when : said(tr("{0} with {1}"), when, given_name(visit.therapist_name));
    const auto status = status_text(visit.status);
    auto content = column(
        2,
        row(8,
            paragraph(visit.service_name.empty() ? tr("No treatment") : visit.service_name, type::strong, Token::ink, 2)
                .growing(),
            status.empty() ? std::nullopt
                           : std::optional{tag(status, visit.status == "no_show" ? Tone::warn : Tone::plain)}),
        text(line, type::caption, Token::ink2));
    if (!visit.note.empty()) put(content.children, paragraph(visit.note, type::caption, Token::ink2, 2));
    auto node = list_row(std::move(content), first);
    node.padding = Insets{0, 12};
    return node.keyed(visit.id);
}

Node visits(const ClientState& state, const ClientSight& sight)
{
    auto list = scroll("visits", 0);
    for (std::size_t i = 0; i < state.visits.size(); ++i) put(list.children, visit_row(state.visits[i], sight, i == 0));
    auto content = column(4, heading(tr("Visits")));
    if (state.visits.empty())
        put(content.children, paragraph(tr("The first visit is still to come"), type::note, Token::ink3));
    else
        put(content.children, std::move(list));
    return card(std::move(content), Insets{20, 20, 20, 8});
}

Node sale_row(const ClientState::Sale& sale, const ClientIntents& intents, const ClientSight& sight, bool first)
{
    const auto kind = sale.kind == "refund" ? tr("Refund") : sale.kind == "void" ? tr("Void") : tr("Sale");
    auto line = row(8,
                    column(0, text(sale.number, type::strong.figures()),
                           paragraph(said(tr("{0} · {1}"), kind, short_full_day_text(sale.date, sight.locale.language)),
                                     type::caption, Token::ink2, 2))
                        .growing(),
                    money(money_text(sale.total, sight.locale.currency, sight.locale.language)));
    return tapped_row(std::move(line), first, sale.number,
                      [act = intents.open_sale, number = sale.number] { act(number); })
        .keyed(sale.number);
}

Node sales(const ClientState& state, const ClientIntents& intents, const ClientSight& sight)
{
    auto list = scroll("sales", 0);
    for (std::size_t i = 0; i < state.sales.size(); ++i)
        put(list.children, sale_row(state.sales[i], intents, sight, i == 0));
    auto content = column(4, heading(tr_in("client", "Sales")));
    if (state.sales.empty())
        put(content.children, paragraph(tr("Nothing was bought yet"), type::note, Token::ink3));
    else
        put(content.children, std::move(list));
    return card(std::move(content), Insets{20, 20, 20, 8});
}

/// "24 Oct, oily: 2+3+2+2+0+1+2+1 = 13, in 8 zones 1.6"
std::string mean_words(const ClientState::Map& map, const std::string& condition, const ClientSight& sight)
{
    const auto found = map.conditions.find(condition);
    if (found == map.conditions.end()) return {};
    std::string sum;
    for (const int severity : found->second) sum += (sum.empty() ? "" : "+") + std::to_string(severity);
    return said(tr("{0}, {1}: {2} = {3}, in 8 zones {4}"), short_month_day_text(map.date, sight.locale.language),
                condition_text(condition), sum, severity_sum(found->second),
                fmt::format("{:.1f}", mean_severity(found->second)));
}

LineChartLook chart_of(const ClientState& state, const std::vector<const ClientState::Map*>& maps,
                       const std::vector<std::string>& conditions, const ClientIntents& intents,
                       const ClientSight& sight)
{
    constexpr std::array colors{Token::chart1, Token::chart4, Token::chart3};
    LineChartLook look;
    look.name = tr("Scalp progress");
    look.point_heading = tr("Visit");
    look.empty = tr("Starts after the first map");
    look.value_text = [](double value) { return fmt::format("{:.1f}", value); };
    for (const auto* map : maps) look.points.push_back(short_month_day_text(map->date, sight.locale.language));
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        ChartLine line{condition_text(conditions[i]), {}, colors.at(i)};
        for (const auto* map : maps) {
            const auto found = map->conditions.find(conditions[i]);
            line.values.push_back(found == map->conditions.end() ? 0.0 : mean_severity(found->second));
        }
        look.lines.push_back(std::move(line));
    }
    for (std::size_t line = 0; line < conditions.size(); ++line) {
        for (std::size_t point = 0; point < maps.size(); ++point) {
            if (conditions[line] == state.condition && maps[point]->date == state.map_date)
                look.chosen = ChartPoint{line, point};
        }
    }
    std::vector<std::string> dates;
    for (const auto* map : maps) dates.push_back(map->date);
    look.on_choose = [act = intents.mark, conditions, dates](ChartPoint at) {
        act(conditions.at(at.line), dates.at(at.point));
    };
    return look;
}

Node progress(const ClientState& state, const ClientIntents& intents, const ClientSight& sight)
{
    const auto maps = maps_in(state, sight.locale.business_day);
    const auto conditions = conditions_to_plot(maps);
    const auto look = chart_of(state, maps, conditions, intents, sight);
    auto titles = column(0, heading(tr("Scalp progress")),
                         text(tr("Mean of 8 zones by condition, 0 to 4"), type::caption, Token::ink2));
    auto content = column(12);
    if (state.maps.size() > 1) {
        auto spans = segmented(tr("How far back"),
                               {{tr("6 visits"), [act = intents.span] { act(Span::six_visits); }},
                                {tr("1 year"), [act = intents.span] { act(Span::year); }}},
                               state.span == Span::year ? 1 : 0, 48);
        spans.width = spans.least_width;
        if (sight.view.compact()) {
            put(content.children, std::move(titles));
            put(content.children, spans.self(Across::start));
        } else {
            put(content.children, row(8, titles.growing().shrinking(), std::move(spans)));
        }
    } else {
        put(content.children, std::move(titles));
    }
    const bool any = !conditions.empty();
    if (any && state.as_table) {
        auto table = scroll("table", 0);
        put(table.children, as_table(look));
        put(content.children, std::move(table));
    } else {
        put(content.children, line_chart(look));
    }
    if (any) {
        std::string words;
        for (const auto* map : maps) {
            if (map->date == state.map_date && !state.condition.empty())
                words = mean_words(*map, state.condition, sight);
        }
        if (words.empty()) words = mean_words(*maps.back(), conditions.front(), sight);
        auto other = button(state.as_table ? tr("Show as chart") : tr("Show as table"),
                            [act = intents.as_table, other = !state.as_table] { act(other); },
                            {ButtonKind::quiet, ButtonSize::medium});
        if (sight.view.compact()) {
            put(content.children, paragraph(words, type::caption.figures(), Token::ink2));
            put(content.children, other.self(Across::start));
        } else {
            put(content.children,
                row(12, paragraph(words, type::caption.figures(), Token::ink2, 3).growing(), std::move(other)));
        }
    }
    return card(std::move(content));
}

Node closed_health(const ClientState& state, const ClientIntents& intents, const ClientSight& sight)
{
    const bool may_ask = sight.person.manages();
    auto content = column(12, empty_state(tr("Treatment notes are closed"),
                                          may_ask ? tr("They open with a reason, which is recorded.")
                                                  : tr("Only who treats this client sees them."),
                                          may_ask ? std::optional{button(tr("Open with a reason"), intents.ask_reason,
                                                                         {ButtonKind::outline, ButtonSize::medium})
                                                                      .waiting(state.busy)}
                                                  : std::nullopt)
                                  .growing());
    return card(std::move(content));
}

/// Whether it is this person's to treat: who works at a chair takes own visits and nobody's.
bool is_at_chair(const ClientState::Visit& visit, const Signed& person)
{
    return person.roles.has(Role::therapist) && (visit.therapist.empty() || visit.therapist == person.id);
}

/// The one next step of today's visit, where there is one.
std::optional<Node> next_step(const ClientState& state, const ClientIntents& intents, const ClientSight& sight)
{
    const auto* visit = state.today(sight.locale.business_day);
    if (visit == nullptr) return std::nullopt;
    std::optional<Node> act;
    if (visit->status == "ready_to_pay") {
        if (sight.person.sells()) act = primary_button(tr("Pay"), intents.pay);
    } else if (is_at_chair(*visit, sight.person)) {
        act = visit->began ? primary_button(tr("Resume"), intents.resume)
                           : primary_button(tr("Start consultation"), intents.start);
    } else if (visit->status == "expected") {
        act = primary_button(tr("Check in"), intents.check_in);
    }
    if (act) act->busy = state.busy;
    return act;
}

}  // namespace

Node client_head(const ClientState& state, const ClientSight& sight)
{
    if (!state.loaded) return heading(tr("Client"), type::title);
    const auto since =
        state.first_visit.empty() ? std::string{} : short_full_day_text(state.first_visit, sight.locale.language);
    const auto count = state.visit_count == 0
                           ? tr("First visit")
                           : said(tr_count("{0} visit since {1}", "{0} visits since {1}", state.visit_count),
                                  state.visit_count, since);
    return row(12, client_avatar(state.id, state.name),
               column(0, heading(client_name_text(state.name, sight.locale.language), type::title),
                      text(count, type::caption, Token::ink2))
                   .growing()
                   .shrinking());
}

Node client_panel(const ClientState& state, const ClientIntents& intents, const ClientSight& sight)
{
    if (!state.loaded) {
        if (!state.problem.empty())
            return empty_state(tr("This card cannot be opened"), state.problem,
                               button(tr("Try again"), intents.try_again, {ButtonKind::tonal, ButtonSize::medium}));
        return row(sight.view.gap(), skeleton(300, 240), skeleton(440, 480), skeleton(300, 480))
            .crossed(Across::start)
            .told(ControlRole::status, tr("Loading"));
    }
    const int side = sight.view.compact() ? 260 : 300;
    auto left = scroll("left", sight.view.gap());
    left.grow = 0;
    put(left.children, alerts(state));
    if (state.sees_health) put(left.children, profile(state));
    put(left.children, contact(state, intents, sight));
    if (state.sees_health && !state.notes.empty())
        put(left.children, titled(tr("Notes"), {paragraph(state.notes, type::note, Token::ink)}));
    auto middle = column(sight.view.gap());
    const bool desk_only = !sight.person.treats();
    if (state.sees_health)
        put(middle.children, progress(state, intents, sight).growing());
    else if (desk_only)
        put(middle.children, visits(state, sight).growing());
    else
        put(middle.children, closed_health(state, intents, sight).growing());
    put(middle.children, next_step(state, intents, sight));
    auto right = desk_only && state.sees_sales ? sales(state, intents, sight) : visits(state, sight);
    if (!desk_only && state.sees_sales && !state.sales.empty()) {
        auto both = column(sight.view.gap(), std::move(right).growing(), sales(state, intents, sight).growing());
        right = std::move(both);
    }
    return row(sight.view.gap(), left.wide(side), middle.growing(), right.wide(side)).crossed(Across::stretch);
}

std::optional<Sheet> client_sheet(const ClientState& state, const ClientIntents& intents)
{
    if (!state.asks_reason) return std::nullopt;
    auto reasons = wrap(8);
    for (const auto& words : {tr("The client asks about it"), tr("A reaction or complaint"), tr("Preparing a visit"),
                              tr("Checking a record")}) {
        put(reasons.children,
            button(words, [act = intents.open_health, words] { act(words); }, {ButtonKind::outline, ButtonSize::medium})
                .waiting(state.busy));
    }
    Sheet sheet;
    sheet.side = Sheet::Side::middle;
    sheet.name = tr("Why are the notes opened?");
    sheet.on_cancel = intents.close;
    sheet.content = column(
        16, heading(sheet.name), paragraph(tr("Who looked, when and why is recorded."), type::body, Token::ink2),
        state.reason_problem.empty() ? std::nullopt
                                     : std::optional{banner(state.reason_problem, Tone::danger, Icon::triangle_alert)},
        std::move(reasons), button(tr("Cancel"), intents.close, {ButtonKind::outline}));
    return sheet;
}

}  // namespace kushi
