#include "app/screens/report/report_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/frame.h"
#include "app/screens/report/report_panel.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

Json part(const Json& from, const char* name, Json otherwise)
{
    const auto found = from.find(name);
    return found == from.end() || found->is_null() ? std::move(otherwise) : *found;
}

std::vector<ReportState::Named> named(const Json& report, const char* name)
{
    std::vector<ReportState::Named> all;
    const auto object = part(report, name, Json::object());
    for (const auto& [key, amount] : object.items()) all.push_back({key, amount.get<std::int64_t>()});
    return all;
}

std::vector<ReportState::Row> rows(const Json& report, const char* name, const char* id)
{
    std::vector<ReportState::Row> all;
    const auto list = part(report, name, Json::array());
    for (const auto& row : list)
        all.push_back({text_of(row, id), number_of(row, "count"), number_of(row, "total"), number_of(row, "tips")});
    return all;
}

ReportState::Figures read_figures(const Json& report)
{
    ReportState::Figures figures;
    figures.closed = flag_of(report, "closed");
    figures.z = number_of(report, "z");
    figures.sales = number_of(report, "count_sales");
    figures.refund_count = number_of(report, "count_refunds");
    figures.void_count = number_of(report, "count_voids");
    figures.gross = number_of(report, "gross");
    figures.discounts = number_of(report, "discounts");
    figures.refunds = number_of(report, "refunds");
    figures.voids = number_of(report, "voids");
    figures.net = number_of(report, "net_incl");
    figures.tax = number_of(report, "tax_total");
    figures.tips = number_of(report, "tips");
    figures.prepaid_sold = number_of(report, "prepaid_sold");
    figures.rounding = number_of(report, "cash_rounding");
    figures.visits = number_of(report, "visits");
    figures.new_clients = number_of(report, "new_clients");
    figures.returning_clients = number_of(report, "returning_clients");
    figures.rebooked = number_of(report, "rebooked");
    figures.first_number = text_of(report, "first_number");
    figures.last_number = text_of(report, "last_number");
    figures.tenders = named(report, "tenders");
    figures.tax_by_rate = named(report, "tax_by_rate");
    figures.services = rows(report, "by_service", "item");
    figures.therapists = rows(report, "by_therapist", "staff");
    const auto hours = part(report, "by_hour", Json::array());
    for (const auto& row : hours)
        figures.hours.push_back(
            {static_cast<int>(number_of(row, "hour")), number_of(row, "count"), number_of(row, "total")});
    const auto products = part(report, "product_use", Json::array());
    for (const auto& row : products) {
        const auto cost = row.find("cost");
        figures.products.push_back(
            {text_of(row, "product"), text_of(row, "unit"), text_of(row, "amount"),
             cost != row.end() && cost->is_number_integer() ? std::optional{cost->get<std::int64_t>()} : std::nullopt});
    }
    return figures;
}

class ReportScreen final : public Screen {
public:
    using Screen::Screen;

    void enter() override
    {
        ask({{"do", "lock_screen"}}, [this](const Json& answer) {
            state_.today = text_of(answer, "business_day");
            if (state_.date.empty()) state_.date = place_.of("date").empty() ? state_.today : place_.of("date");
            load();
        });
        for (const char* what : {"items", "staff"}) {
            ask({{"do", "list"}, {"what", what}}, [this](const Json& answer) {
                const auto list = answer.value("rows", Json::array());
                for (const auto& row : list) state_.names[text_of(row, "id")] = text_of(row, "name");
            });
        }
    }

    void refresh() override
    {
        if (state_.figures && !state_.figures->closed) load();
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<ReportScreen*>(this);
        Frame frame;
        frame.station = Station::reports;
        frame.title = tr("Daily report");
        if (state_.figures) {
            const auto& figures = *state_.figures;
            frame.subtitle = figures.closed      ? said(tr("Closed, Z {}"), figures.z)
                             : state_.is_today() ? tr("So far today")
                                                 : tr("Not closed");
        }
        frame.actions.push_back(icon_button(Icon::chevron_left, tr("The day before"), [self] { self->go(-1); }));
        frame.actions.push_back(text(short_day_text(state_.date, spoken()), type::label, Token::ink, Align::center)
                                    .at_least(view.compact() ? 132 : 156, 0));
        frame.actions.push_back(
            icon_button(Icon::chevron_right, tr("The day after"), [self] {
                self->go(1);
            }).off_because(state_.date >= state_.today ? tr("That day is still to come") : std::string{}));
        if (state_.figures && !state_.figures->closed && state_.is_today()) {
            frame.actions.push_back(button(tr("Close the day"), [self] { self->host_.open({"close_day"}); },
                                           {ButtonKind::primary, ButtonSize::medium}));
        }
        const ReportIntents intents{[self](const std::string& chart) {
            if (self->state_.tables.erase(chart) == 0) self->state_.tables.insert(chart);
            self->host_.changed();
        }};
        return framed(host_, view, frame, report_panel(state_, intents, host_, view));
    }

private:
    void go(int days)
    {
        state_.date = days_after(state_.date, days);
        if (state_.date > state_.today) state_.date = state_.today;
        state_.week_before.reset();
        state_.problem.clear();
        load();
        host_.changed();
    }

    void load()
    {
        const auto date = state_.date;
        ask({{"do", "report"}, {"kind", "day"}, {"date", date}}, [this, date](const Json& answer) {
            if (date != state_.date) return;  // a faster finger is another day on already
            if (!is_ok(answer)) {
                state_.figures.reset();
                state_.problem = refusal_words(answer);
                return;
            }
            state_.figures = read_figures(answer["report"]);
        });
        ask({{"do", "report"}, {"kind", "day"}, {"date", days_after(date, -7)}}, [this, date](const Json& answer) {
            if (date != state_.date || !is_ok(answer)) return;
            auto before = read_figures(answer["report"]);
            if (before.sales > 0) state_.week_before = std::move(before);
        });
    }

    ReportState state_;
};

}  // namespace

std::unique_ptr<Screen> make_report_screen(Host& host, const Place& place)
{
    return std::make_unique<ReportScreen>(host, place);
}

}  // namespace kushi
