#include "app/screens/close_day/close_day_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/newest_kept.h"
#include "app/screens/close_day/close_day_panel.h"
#include "app/screens/frame.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using Step = CloseDayState::Step;

bool waits(const std::string& job_state)
{
    return job_state != "PRINTED" && job_state != "CANCELLED" && job_state != "SENT" && job_state != "FAILED";
}

std::string status_words(const std::string& status)
{
    if (status == "expected") return tr_in("drawer", "Expected");
    if (status == "arrived") return tr("Arrived");
    return status == "in_chair" ? tr("In chair") : tr("Ready to pay");
}

class CloseDayScreen final : public Screen {
public:
    using Screen::Screen;

    void enter() override
    {
        if (state_.loaded && state_.step != Step::count) return;
        ask({{"do", "lock_screen"}}, [this](const Json& answer) {
            const auto denominations = answer.value("denominations", Json::array());
            state_.denominations = denominations.get<std::vector<std::int64_t>>();
            state_.least_note = least_note_of(host_.locale().currency);
        });
        look_for_open();
        ask({{"do", "kept"}, {"terminal", true}, {"form", "count"}}, [this](const Json& answer) {
            const auto content = answer.value("content", Json{});
            if (content.is_object() && text_of(content, "day") == host_.locale().business_day) {
                const auto pieces = content.value("pieces", Json::object());
                for (const auto& [denomination, number] : pieces.items())
                    state_.pieces[std::stoll(denomination)] = number.get<std::int64_t>();
            }
            state_.loaded = true;
        });
    }

    void refresh() override { look_for_open(); }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        Frame frame;
        frame.station = Station::more;
        frame.title = tr("Close the day");
        frame.has_back = true;
        frame.subtitle = long_day_text(state_.day.empty() ? host_.locale().business_day : state_.day, spoken());
        if (const auto words = close_step_words(state_.step); state_.loaded && !words.empty())
            frame.subtitle += " · " + words;
        return framed(host_, view, frame, close_day_panel(state_, intents(), host_, view));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& /*view*/) const override
    {
        if (!listing_) return {};
        auto* self = const_cast<CloseDayScreen*>(this);
        Sheet sheet;
        sheet.name = tr("Still open");
        sheet.on_cancel = [self] {
            self->listing_ = false;
            self->host_.changed();
        };
        auto rows = scroll("open", 0);
        for (const auto& visit : state_.open_visits) {
            put(rows.children, list_row(row(12, text(visit.name, type::strong).growing(),
                                            text(visit.room.empty() ? status_words(visit.status)
                                                                    : status_words(visit.status) + " · " + visit.room,
                                                 type::caption, Token::ink2)),
                                        rows.children.empty()));
        }
        std::optional<Node> papers;
        if (state_.papers_waiting > 0) {
            papers = button(tr("Devices and queue"), [self] {
                self->listing_ = false;
                self->host_.open({"devices"});
            });
        }
        sheet.content = column(16, heading(sheet.name),
                               paragraph(tr("The day can be closed all the same. What is open goes on tomorrow."),
                                         type::body, Token::ink2),
                               std::move(rows), std::move(papers),
                               button(tr("Go on with the count"), sheet.on_cancel, {ButtonKind::outline}));
        return {sheet};
    }

    bool key(const KeyPress& press) override
    {
        if (!state_.chosen || state_.step != Step::count) return false;
        if (press.character >= U'0' && press.character <= U'9')
            set(digits_typed(state_, std::string(1, static_cast<char>(press.character))));
        else if (press.key == Key::backspace)
            set(digit_erased(state_));
        else if (press.key == Key::enter)
            set(next_figure(state_));
        else
            return false;
        return true;
    }

    void escape() override
    {
        if (state_.step == Step::tenders) return go(Step::result);
        if (state_.chosen) return set(figures_done(state_));
        host_.back();
    }

private:
    static CloseDayState figures_done(CloseDayState state)
    {
        state.chosen.reset();
        return state;
    }

    void go(Step step)
    {
        state_.step = step;
        state_.problem.clear();
        host_.changed();
    }

    /// Another count: kept at every tap.
    void set(CloseDayState state)
    {
        const bool counted = state.pieces != state_.pieces;
        state_ = std::move(state);
        host_.changed();
        if (!counted) return;
        keep();
    }

    [[nodiscard]] Json pieces_json() const
    {
        auto pieces = Json::object();
        for (const auto& [denomination, number] : state_.pieces) pieces[std::to_string(denomination)] = number;
        return pieces;
    }

    void keep()
    {
        if (!kept_.begins()) return;
        ask({{"do", "keep"},
             {"terminal", true},
             {"form", "count"},
             {"content", {{"day", host_.locale().business_day}, {"pieces", pieces_json()}}}},
            [this](const Json&) {
                const bool newer = kept_.ends();
                if (newer) keep();
            });
    }

    void look_for_open()
    {
        ask({{"do", "board"}}, [this](const Json& answer) {
            if (!is_ok(answer)) return;
            const auto board = answer.value("board", Json::object());
            state_.open_visits.clear();
            for (const char* column : {"ready_to_pay", "in_chair", "expected"}) {
                const auto cards = board.value(column, Json::array());
                for (const auto& card : cards) {
                    const auto name = text_of(card, "client_name");
                    state_.open_visits.push_back({text_of(card, "id"),
                                                  !name.empty()
                                                      ? client_name_text(name, spoken())
                                                      : said(tr("Walk-in {}"), number_of(card, "walk_in_number")),
                                                  text_of(card, "status"), text_of(card, "room_name")});
                }
            }
        });
        ask({{"do", "queue"}}, [this](const Json& answer) {
            const auto rows = answer.value("rows", Json::array());
            state_.papers_waiting = static_cast<int>(
                std::count_if(rows.begin(), rows.end(), [](const Json& job) { return waits(text_of(job, "state")); }));
        });
    }

    void count_drawer()
    {
        if (state_.busy) return;
        state_.busy = true;
        state_.problem.clear();
        ask({{"do", "count_drawer"}, {"count", state_.pieces.empty() ? Json(0) : pieces_json()}},
            [this](const Json& answer) {
                state_.busy = false;
                const auto code = refusal_code(answer);
                if (code == "day_not_open" || code == "day_closed") {
                    state_.closed_before = code == "day_closed";
                    return go(Step::no_day);
                }
                if (!is_ok(answer)) {
                    state_.problem = refusal_words(answer);
                    return;
                }
                state_.counted = number_of(answer, "counted");
                state_.counted_at = text_of(answer, "at");
                state_.day = text_of(answer, "day");
                ++state_.counts;
                state_.chosen.reset();
                if (!host_.person().manages()) return forget_and(Step::counted);
                read_report();
            });
    }

    void forget_and(Step step)
    {
        ask({{"do", "keep"}, {"terminal", true}, {"form", "count"}, {"content", nullptr}}, {});
        go(step);
    }

    void read_report()
    {
        state_.busy = true;
        ask({{"do", "report"}, {"kind", "day"}, {"date", state_.day}}, [this](const Json& answer) {
            state_.busy = false;
            if (!is_ok(answer)) {
                state_.problem = refusal_words(answer);
                return;
            }
            take(answer["report"]);
            go(Step::result);
        });
    }

    void take(const Json& report)
    {
        const auto drawer = report.value("drawer", Json::object());
        state_.drawer = {number_of(drawer, "float"),    number_of(drawer, "cash_net"), number_of(drawer, "paid_in"),
                         number_of(drawer, "paid_out"), number_of(drawer, "drops"),    number_of(drawer, "expected")};
        state_.tenders.clear();
        const auto tenders = report.value("tenders", Json::object());
        for (const auto& [name, amount] : tenders.items()) state_.tenders.push_back({name, amount.get<std::int64_t>()});
        state_.net = number_of(report, "net_incl");
        state_.tax = number_of(report, "tax_total");
        state_.tips = number_of(report, "tips");
        state_.refunds = number_of(report, "refunds");
        state_.discounts = number_of(report, "discounts");
        state_.voids = number_of(report, "voids");
        state_.sales_count = number_of(report, "count_sales");
    }

    void close()
    {
        if (state_.busy) return;
        state_.busy = true;
        state_.problem.clear();
        ask_or_approve(tr("Close the day"), {{"do", "close_day"}, {"count", state_.counted}},
                       [this](const Json& answer) {
                           state_.busy = false;
                           if (!is_ok(answer)) {
                               state_.problem = refusal_words(answer);
                               return;
                           }
                           state_.z = number_of(answer["z"], "z");
                           forget_and(Step::closed);
                       });
    }

    [[nodiscard]] CloseDayIntents intents() const
    {
        auto* self = const_cast<CloseDayScreen*>(this);
        CloseDayIntents intents;
        intents.count = [self](std::int64_t denomination, std::int64_t pieces) {
            self->set(count_set(self->state_, denomination, pieces));
        };
        intents.choose = [self](std::int64_t denomination) { self->set(figure_chosen(self->state_, denomination)); };
        intents.digits = [self](const std::string& digits) { self->set(digits_typed(self->state_, digits)); };
        intents.erase = [self] { self->set(digit_erased(self->state_)); };
        intents.next_figure = [self] { self->set(next_figure(self->state_)); };
        intents.clear = [self] { self->set(figures_cleared(self->state_)); };
        intents.count_again = [self] {
            self->go(Step::count);
            self->look_for_open();
        };
        intents.next = [self] { self->count_drawer(); };
        intents.check_tenders = [self] { self->go(Step::tenders); };
        intents.close = [self] { self->close(); };
        intents.back_to_result = [self] { self->go(Step::result); };
        intents.list_open = [self] {
            self->listing_ = true;
            self->host_.changed();
        };
        intents.report = [self] {
            self->host_.home({"report", self->state_.day.empty()
                                            ? std::map<std::string, std::string>{}
                                            : std::map<std::string, std::string>{{"date", self->state_.day}}});
        };
        intents.home = [self] { self->host_.home({"today"}); };
        return intents;
    }

    CloseDayState state_;
    bool listing_ = false;
    NewestKept kept_;
};

}  // namespace

std::unique_ptr<Screen> make_close_day_screen(Host& host, const Place& place)
{
    return std::make_unique<CloseDayScreen>(host, place);
}

}  // namespace kushi
