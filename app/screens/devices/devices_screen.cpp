#include "app/screens/devices/devices_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/devices/devices_panel.h"
#include "app/screens/frame.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

class DevicesScreen final : public Screen {
public:
    using Screen::Screen;

    void enter() override
    {
        load();
        ask({{"do", "kept"}, {"terminal", true}, {"form", "printer"}}, [this](const Json& answer) {
            const auto content = answer.value("content", Json{});
            if (!content.is_object() || state_.form) return;
            state_.form = DevicesState::Form{text_of(content, "host"),
                                             text_of(content, "port"),
                                             text_of(content, "name"),
                                             text_of(content, "profile"),
                                             {},
                                             {},
                                             {},
                                             false};
        });
    }
    void refresh() override { load(); }
    [[nodiscard]] std::optional<std::chrono::milliseconds> tick_every() const override { return 4'000ms; }
    void tick() override
    {
        if (!busy()) load();
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        Frame frame;
        frame.station = Station::more;
        frame.title = tr("Devices");
        frame.subtitle = tr("You can keep selling. Every paper is kept until it is out.");
        frame.has_back = true;
        return framed(host_, view, frame, devices_panel(state_, intents(), host_, view));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& /*view*/) const override
    {
        if (!state_.form) return {};
        Sheet sheet;
        sheet.name = tr("Add a printer");
        sheet.content = add_printer_form(*state_.form, intents());
        sheet.on_cancel = intents().close;
        return {sheet};
    }

private:
    void load()
    {
        ask({{"do", "printers"}}, [this](const Json& answer) {
            if (!is_ok(answer)) return;
            state_.printers.clear();
            const auto rows = answer.value("rows", Json::array());
            for (const auto& row : rows) {
                const auto status = row.value("status", Json::object());
                state_.printers.push_back({text_of(row, "id"), text_of(row, "name"), text_of(row, "address"),
                                           text_of(row, "profile"), text_of(status, "state"), text_of(status, "reason"),
                                           number_of(status, "waiting")});
            }
        });
        ask({{"do", "queue"}}, [this](const Json& answer) {
            if (!is_ok(answer)) return;
            std::vector<DevicesState::Job> jobs;
            const auto rows = answer.value("rows", Json::array());
            for (const auto& row : rows) {
                jobs.push_back({text_of(row, "id"), text_of(row, "kind"), text_of(row, "number"), text_of(row, "state"),
                                text_of(row, "reason"), text_of(row, "printer"), text_of(row, "created_at"),
                                number_of(row, "copy")});
            }
            state_.jobs = open_jobs(std::move(jobs));
            state_.loaded = true;
        });
    }

    /// One act at a time on each printer and paper; what comes of it is read anew.
    void act(const std::string& key, Json request, const std::string& done)
    {
        if (!state_.busy.insert(key).second) return;
        state_.problem.clear();
        host_.changed();
        ask(std::move(request), [this, key, done](const Json& answer) {
            state_.busy.erase(key);
            if (!is_ok(answer))
                state_.problem = refusal_words(answer);
            else if (!done.empty())
                host_.toast(done);
            load();
        });
    }

    /// One after the other: the first refusal stops and is said.
    void each(const std::string& key, std::vector<Json> requests, const std::string& done)
    {
        if (requests.empty()) {
            state_.busy.erase(key);
            if (!done.empty()) host_.toast(done);
            return load();
        }
        state_.busy.insert(key);
        auto first = requests.front();
        requests.erase(requests.begin());
        ask(std::move(first), [this, key, requests = std::move(requests), done](const Json& answer) {
            if (is_ok(answer)) return each(key, requests, done);
            state_.busy.erase(key);
            state_.problem = refusal_words(answer);
            load();
        });
    }

    void move_all()
    {
        const auto* other = state_.other_printer();
        if (other == nullptr || state_.busy.contains("all")) return;
        state_.problem.clear();
        std::vector<Json> requests;
        for (const auto& job : state_.movable())
            requests.push_back({{"do", "queue_move"}, {"job", job}, {"printer", other->id}});
        each("all", std::move(requests), said(tr("Sent to {}"), other->name));
    }

    void try_again(const std::string& printer)
    {
        const auto key = "printer " + printer;
        if (state_.busy.contains(key)) return;
        state_.problem.clear();
        std::vector<Json> requests;
        for (const auto& job : state_.jobs) {
            if (job.printer == printer && job.may_move() && job.waits())
                requests.push_back({{"do", "queue_retry"}, {"job", job.id}});
        }
        each(key, std::move(requests), {});
    }

    void typed(const std::string& field, const std::string& text)
    {
        if (!state_.form || state_.form->busy) return;
        auto& form = *state_.form;
        if (field == "host")
            form.host = text;
        else if (field == "port")
            form.port = text;
        else if (field == "name")
            form.name = text;
        else
            form.profile = text;
        form.host_error.clear();
        form.port_error.clear();
        host_.changed();
        ask({{"do", "keep"},
             {"terminal", true},
             {"form", "printer"},
             {"content", {{"host", form.host}, {"port", form.port}, {"name", form.name}, {"profile", form.profile}}}},
            {});
    }

    void save()
    {
        if (!state_.form || state_.form->busy) return;
        auto& form = *state_.form;
        if (!check_form(form, tr("Type the printer's address, as its test print shows it"),
                        tr("A port is a number up to 65535, mostly 9100")))
            return host_.changed();
        form.busy = true;
        Json request{
            {"do", "add_printer"}, {"host", form.host}, {"port", *port_of(form.port)}, {"profile", form.profile}};
        if (!form.name.empty()) request["name"] = form.name;
        ask(std::move(request), [this](const Json& answer) {
            if (!state_.form) return;
            state_.form->busy = false;
            if (!is_ok(answer)) {
                (refusal_code(answer) == "bad_address" ? state_.form->host_error : state_.form->problem) =
                    refusal_words(answer);
                return;
            }
            close();
            host_.toast(tr("Printer added. Test it now."));
            load();
        });
    }

    void close()
    {
        state_.form.reset();
        ask({{"do", "keep"}, {"terminal", true}, {"form", "printer"}, {"content", nullptr}}, {});
        host_.changed();
    }

    [[nodiscard]] DevicesIntents intents() const
    {
        auto* self = const_cast<DevicesScreen*>(this);
        DevicesIntents intents;
        intents.test = [self](const std::string& id) {
            self->act("printer " + id, {{"do", "print_test_page"}, {"printer", id}}, tr("Test page on its way"));
        };
        intents.try_again = [self](const std::string& id) { self->try_again(id); };
        intents.add = [self] {
            self->state_.form.emplace();
            self->host_.changed();
        };
        intents.move_all = [self] { self->move_all(); };
        intents.print_again = [self](const std::string& id) {
            self->act("job " + id, {{"do", "queue_retry"}, {"job", id}}, tr("It prints again"));
        };
        intents.printed = [self](const std::string& id) {
            self->act("job " + id, {{"do", "queue_printed"}, {"job", id}}, {});
        };
        intents.cancel = [self](const std::string& id) {
            self->act("job " + id, {{"do", "queue_cancel"}, {"job", id}},
                      tr("Cancelled. It can be printed again from the sale."));
        };
        intents.typed = [self](const std::string& field, const std::string& text) { self->typed(field, text); };
        intents.save = [self] { self->save(); };
        intents.close = [self] { self->close(); };
        return intents;
    }

    DevicesState state_;
};

}  // namespace

std::unique_ptr<Screen> make_devices_screen(Host& host, const Place& place)
{
    return std::make_unique<DevicesScreen>(host, place);
}

}  // namespace kushi
