#include "app/screens/report/report_panel.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/screens/close_day/close_day_panel.h"
#include "app/screens/frame.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/chart.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/progress.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Figures = ReportState::Figures;

struct Writer {
    const Locale& locale;
    std::string operator()(std::int64_t amount) const { return money_text(amount, locale.currency, spoken()); }
    /// A chart's unit: thousands of yen, whole pounds and dollars.
    [[nodiscard]] bool is_yen() const { return locale.currency == "JPY"; }
    [[nodiscard]] double in_unit(std::int64_t amount) const
    {
        return static_cast<double>(amount) / (is_yen() ? 1'000.0 : 100.0);
    }
    [[nodiscard]] std::string unit_words() const
    {
        return is_yen() ? tr("Tax included, in ¥1,000") : tr("Tax included");
    }
};

constexpr TextStyle kpi_style{30, 36, 600, true, -0.3};

Node kpi(const std::string& name, const std::string& value, const std::string& note, Icon sign = Icon::none,
         Token ink = Token::ink2)
{
    auto line = row(6, sign == Icon::none ? std::nullopt : std::optional{icon(sign, 16, ink)},
                    text(note, type::caption, ink).growing());
    return card(column(2, text(name, type::caption, Token::ink2), money(value, kpi_style, Token::ink, Align::start),
                       std::move(line)),
                Insets{20, 14})
        .growing();
}

Node net_kpi(const ReportState& state, const Writer& write)
{
    const auto& figures = *state.figures;
    const auto over = state.week_before ? percent_over(figures.net, state.week_before->net) : std::nullopt;
    if (!over) return kpi(tr("Net sales"), write(figures.net), said(tr("Tax {}"), write(figures.tax)));
    const auto words =
        *over >= 0 ? said(tr("{}% over a week before"), *over) : said(tr("{}% under a week before"), -*over);
    return kpi(tr("Net sales"), write(figures.net), words, *over >= 0 ? Icon::arrow_up_right : Icon::arrow_down_right,
               *over >= 0 ? Token::ok : Token::warn);
}

Node kpis(const ReportState& state, const Writer& write, const Viewport& view)
{
    const auto& figures = *state.figures;
    const auto rebooked = figures.rebooked_percent();
    std::optional<Node> numbers;
    if (!view.compact()) {
        numbers = kpi(tr("Sales"), std::to_string(figures.sales),
                      figures.first_number.empty() ? tr("No number used")
                                                   : said(tr("{} to {}"), figures.first_number, figures.last_number));
    }
    return row(view.gap(), net_kpi(state, write),
               kpi(tr("Visits"), std::to_string(figures.visits),
                   said(tr("{} new, {} returning"), figures.new_clients, figures.returning_clients)),
               kpi(tr("Per visit"), write(figures.per_visit()),
                   said(tr_count("{} sale", "{} sales", figures.sales), figures.sales)),
               kpi(tr("Rebooked"), rebooked ? fmt::format("{}%", *rebooked) : "–",
                   said(tr("{} of {} visits"), figures.rebooked, figures.visits)),
               std::move(numbers))
        .crossed(Across::stretch)
        .high(116);
}

/// A card's head: its name, a word, and the way to its table.
Node chart_head(const ReportState& state, const std::string& key, const std::string& name, const std::string& words,
                const ReportIntents& intents)
{
    const bool table = state.tables.contains(key);
    return row(8, heading(name, type::label).growing(),
               words.empty() ? std::nullopt : std::optional{text(words, type::caption, Token::ink2)},
               icon_button(
                   table ? Icon::chart_column : Icon::list,
                   said(table ? tr("Show {} as a chart") : tr("Show {} as a table"), name),
                   [act = intents.turn, key] { act(key); }, false))
        .high(32);
}

Node hours_card(const ReportState& state, const ReportIntents& intents, const Writer& write, bool compact)
{
    BarChartLook look;
    look.name = tr("Net by hour");
    look.label_heading = tr("Hour");
    look.value_heading = tr("Net");
    look.empty = tr("No sales yet");
    for (const auto& hour : hours_without_holes(state.figures->hours)) {
        look.bars.push_back({std::to_string(hour.hour), write.in_unit(hour.total),
                             fmt::format("{:.1f}", write.in_unit(hour.total)), write(hour.total)});
    }
    const bool table = state.tables.contains("hours");
    auto body = table ? scroll("hours", 0, as_table(look)) : bar_chart(look).growing();
    return card(
        column(8, chart_head(state, "hours", look.name, table || compact ? std::string{} : write.unit_words(), intents),
               std::move(body)),
        Insets{20, 16});
}

Node sum_row(const std::string& name, const std::string& amount, bool strong = false)
{
    auto line = row(12, text(name, strong ? type::strong : type::note, strong ? Token::ink : Token::ink2).growing(),
                    money(amount));
    if (strong) {
        line.drawing = painting("sum", {}, [](Canvas& canvas, const Rect& rect, const Look&) {
            canvas.fill({rect.x, rect.y, rect.width, 1}, Token::line_strong);
        });
    }
    return line.high(strong ? 30 : 26);
}

Node sums_card(const Figures& figures, const Writer& write)
{
    auto rows = scroll("sums", 0);
    const auto put_row = [&](const std::string& name, std::int64_t amount, bool always = false) {
        if (amount != 0 || always) put(rows.children, sum_row(name, write(amount)));
    };
    put_row(tr("Services and retail"), figures.gross, true);
    put_row(tr("Discounts"), -figures.discounts);
    put_row(figures.refund_count > 0 ? said(tr("Refunds, {}"), figures.refund_count) : tr("Refunds"), -figures.refunds);
    put_row(figures.void_count > 0 ? said(tr("Voids, {}"), figures.void_count) : tr("Voids"), -figures.voids);
    put(rows.children, sum_row(tr("Net sales"), write(figures.net), true));
    put_row(tr("Tips for staff"), figures.tips);
    put_row(tr("Prepaid sold"), figures.prepaid_sold);
    put_row(tr("Cash rounding"), figures.rounding);
    put(rows.children, sum_row(tr("Taken"), write(figures.taken()), true));
    for (const auto& rate : figures.tax_by_rate) {
        put(rows.children,
            row(12, text(said(tr("Tax {}% in it"), percent_text(rate.name)), type::caption, Token::ink2).growing(),
                money(write(rate.amount), type::caption.weighing(500), Token::ink2))
                .high(22));
    }
    return card(column(8, heading(tr("How it adds up"), type::label).high(32), std::move(rows)), Insets{20, 16});
}

Node tenders_card(const ReportState& state, const ReportIntents& intents, const Writer& write)
{
    static constexpr Token colors[]{Token::chart1, Token::chart3, Token::chart4,
                                    Token::chart5, Token::chart6, Token::chart2};
    ShareChartLook look;
    look.name = tr("Paid with");
    auto tenders = state.figures->tenders;
    std::stable_sort(tenders.begin(), tenders.end(), [](const auto& a, const auto& b) { return a.amount > b.amount; });
    for (const auto& tender : tenders) {
        look.shares.push_back({tender_words(tender.name), tender.amount, write(tender.amount),
                               colors[look.shares.size() % std::size(colors)]});
    }
    look.total_name = tr("Taken");
    look.total = write(state.figures->taken());
    look.empty = tr("Nothing was taken yet");
    const bool table = state.tables.contains("tenders");
    return card(column(8, chart_head(state, "tenders", look.name, {}, intents),
                       scroll("tenders", 0, table ? as_table(look) : share_chart(look))),
                Insets{20, 16});
}

Node therapists_card(const ReportState& state, const Writer& write, bool compact)
{
    auto rows = scroll("therapists", 0);
    auto people = state.figures->therapists;
    std::stable_sort(people.begin(), people.end(), [](const auto& a, const auto& b) { return a.total > b.total; });
    const auto most = people.empty() ? 0 : std::max<std::int64_t>(people.front().total, 1);
    for (const auto& one : people) {
        const auto name = state.name_of(one.id);
        const double share = std::clamp(static_cast<double>(one.total) / static_cast<double>(most), 0.0, 1.0);
        auto line = row(10, staff_avatar(one.id, name, 28), text(given_name(name), type::body).growing(),
                        compact ? std::nullopt : std::optional{progress_bar(name, share, write(one.total)).wide(72)},
                        text(said(tr_count("{} sale", "{} sales", one.count), one.count), type::caption, Token::ink2),
                        money(write(one.total)).at_least(84, 0));
        put(rows.children, line.high(42));
    }
    if (people.empty()) put(rows.children, text(tr("No sales yet"), type::caption, Token::ink2));
    return card(column(8, heading(tr("Therapists"), type::label).high(32), std::move(rows)), Insets{20, 16});
}

Node products_card(const ReportState& state, const Writer& write, bool compact)
{
    auto rows = scroll("products", 0);
    auto products = state.figures->products;
    std::stable_sort(products.begin(), products.end(),
                     [](const auto& a, const auto& b) { return a.cost.value_or(0) > b.cost.value_or(0); });
    for (const auto& one : products) {
        const auto amount = one.unit == "piece" ? one.amount : one.amount + ' ' + one.unit;
        auto name = text(state.name_of(one.code), type::note);
        auto cost = one.cost ? std::optional{money(write(*one.cost)).at_least(68, 0)} : std::nullopt;
        auto line = compact ? row(8, column(0, std::move(name), text(amount, type::small, Token::ink2)).growing(),
                                  std::move(cost))
                            : row(12, name.growing(), money(amount, type::note, Token::ink2), std::move(cost));
        line.least_height = compact ? 48 : 34;
        const bool first = rows.children.empty();
        line.drawing =
            painting(fmt::format("product/{}", first), {}, [first](Canvas& canvas, const Rect& rect, const Look&) {
                if (!first) canvas.fill({rect.x, rect.y, rect.width, 1}, Token::line);
            });
        put(rows.children, std::move(line));
    }
    if (products.empty()) put(rows.children, text(tr("No product was used yet"), type::caption, Token::ink2));
    const auto cost = state.figures->product_cost();
    auto head = row(8, heading(tr_in("report", "Products at the chair"), type::label).growing(),
                    cost > 0 ? std::optional{money(write(cost), type::caption, Token::ink2)} : std::nullopt)
                    .high(32);
    return card(column(8, std::move(head), std::move(rows)), Insets{20, 16});
}

Node services_card(const ReportState& state, const Writer& write, bool compact)
{
    static constexpr Token colors[]{Token::chart1, Token::chart2, Token::chart3,
                                    Token::chart4, Token::chart5, Token::chart6};
    auto services = state.figures->services;
    std::stable_sort(services.begin(), services.end(), [](const auto& a, const auto& b) { return a.total > b.total; });
    const auto most = services.empty() ? 1 : std::max<std::int64_t>(services.front().total, 1);
    auto rows = scroll("services", 0);
    for (const auto& one : services) {
        const auto name = state.name_of(one.id);
        const double share = std::clamp(static_cast<double>(one.total) / static_cast<double>(most), 0.0, 1.0);
        auto words = row(
            8, text(name, type::note).growing(),
            compact ? std::nullopt : std::optional{text(said(tr("{} sold"), one.count), type::caption, Token::ink2)},
            money(write(one.total)).at_least(76, 0));
        put(rows.children,
            column(4, std::move(words),
                   progress_bar(name, share, write(one.total), colors[rows.children.size() % std::size(colors)], 6))
                .high(40));
    }
    if (services.empty()) put(rows.children, text(tr("No service was sold yet"), type::caption, Token::ink2));
    rows.gap = 6;
    return card(column(8, heading(tr("Net by service"), type::label).high(32), std::move(rows)), Insets{20, 16});
}

}  // namespace

Node report_panel(const ReportState& state, const ReportIntents& intents, Host& host, const Viewport& view)
{
    if (!state.problem.empty()) return empty_state(tr("This report cannot be shown"), state.problem);
    if (!state.figures) return {};
    const auto& figures = *state.figures;
    const Writer write{host.locale()};
    const int upper = view.compact() ? 292 : 316;
    auto first = row(view.gap(), hours_card(state, intents, write, view.compact()).growing(view.compact() ? 1 : 1.3),
                     sums_card(figures, write).growing(), tenders_card(state, intents, write).growing())
                     .crossed(Across::stretch)
                     .high(upper);
    auto second = row(view.gap(), therapists_card(state, write, view.compact()).growing(1.1),
                      products_card(state, write, view.compact()).growing(),
                      services_card(state, write, view.compact()).growing())
                      .crossed(Across::stretch);
    return column(view.gap(), kpis(state, write, view), std::move(first), second.growing());
}

}  // namespace kushi
