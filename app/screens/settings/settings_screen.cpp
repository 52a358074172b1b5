#include "app/screens/settings/settings_screen.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/screens/frame.h"
#include "app/screens/newest_kept.h"
#include "app/screens/settings/settings_json.h"
#include "app/screens/settings/settings_panel.h"
#include "app/widgets/words.h"
#include "app/words/refusals.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

class SettingsScreen final : public Screen {
public:
    SettingsScreen(Host& host, const Place& place) : Screen{host, place}
    {
        for (std::size_t i = 0; i < settings_group_count; ++i) {
            if (place.of("group") == std::to_string(i)) state_.group = static_cast<SettingsGroup>(i);
        }
    }

    void enter() override
    {
        load();
        ask({{"do", "kept"}, {"terminal", true}, {"form", "settings"}}, [this](const Json& answer) {
            if (state_.drafts.empty() && !state_.form)
                state_ = unsaved_read(std::move(state_), answer.value("content", Json{}));
        });
        ask({{"do", "list"}, {"what", "staff"}}, [this](const Json& answer) {
            state_.people.clear();
            for (const auto& row : answer.value("rows", Json::array())) {
                if (flag_of(row, "active"))
                    state_.people.push_back({text_of(row, "id"), text_of(row, "code"), text_of(row, "name")});
            }
        });
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        Frame frame;
        frame.station = Station::more;
        frame.title = tr("Settings");
        frame.subtitle = tr("Every change is dated and kept in the audit log");
        frame.has_back = true;
        return framed(host_, view, frame, settings_panel(state_, intents(), host_.locale(), view));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& /*view*/) const override
    {
        if (!state_.form) return {};
        Sheet sheet;
        sheet.name = settings_form_title(*state_.form);
        sheet.width = 560;
        sheet.content = settings_form(state_, *state_.form, intents(), host_.locale());
        sheet.on_cancel = intents().close_form;
        return {sheet};
    }

private:
    void load()
    {
        ask({{"do", "settings"}}, [this](const Json& answer) {
            if (is_ok(answer))
                state_ = settings_read(std::move(state_), answer);
            else
                state_.problem = refusal_words(answer);
        });
    }

    void keep()
    {
        if (!kept_.begins()) return;
        const bool nothing = state_.drafts.empty() && !state_.form;
        ask({{"do", "keep"},
             {"terminal", true},
             {"form", "settings"},
             {"content", nothing ? Json{} : unsaved_json(state_)}},
            [this](const Json&) {
                if (kept_.ends()) keep();
            });
    }

    void changed()
    {
        host_.changed();
        keep();
    }

    void type(const std::string& key, const std::string& text)
    {
        if (state_.saving) return;
        state_ = typed(std::move(state_), key, text);
        changed();
    }

    /// The group's changed paths, one after the other: the first refusal stops, is said beside its field, and what was
    /// saved before it stays saved.
    void save()
    {
        if (state_.saving) return;
        std::vector<std::string> paths;
        for (const auto& key : state_.changed(state_.group)) {
            const auto path = path_of(key);
            if (std::ranges::find(paths, path) == paths.end()) paths.push_back(path);
        }
        state_.problem.clear();
        state_.saving = true;
        save_next(std::move(paths));
        host_.changed();
    }

    void save_next(std::vector<std::string> paths)
    {
        if (paths.empty()) {
            state_.saving = false;
            host_.toast(tr("Saved"));
            load();
            return keep();
        }
        const auto path = paths.front();
        paths.erase(paths.begin());
        auto request = setting_request(state_, path);
        if (!request) return refuse(path, refusal_words_of(request.error()));
        ask(*std::move(request), [this, path, paths = std::move(paths)](const Json& answer) {
            if (!is_ok(answer)) return refuse(path, refusal_words(answer));
            for (const auto& key : {path, path + ".en", path + ".ja"}) {
                if (const auto draft = state_.drafts.find(key); draft != state_.drafts.end()) {
                    state_.values[key] = draft->second;
                    state_.drafts.erase(draft);
                }
            }
            save_next(paths);
        });
    }

    void refuse(const std::string& path, const std::string& words)
    {
        state_.saving = false;
        const bool two = state_.drafts.contains(path + ".en") || state_.drafts.contains(path + ".ja");
        if (two)
            state_.problem = words;
        else
            state_.errors[path] = words;
        host_.changed();
    }

    [[nodiscard]] std::string refusal_words_of(const Refusal& refusal) const
    {
        return words_of({refusal.code}, host_.locale().language);
    }

    void fill(const std::string& field, const std::string& text, bool is_choice)
    {
        if (!state_.form || state_.form->busy) return;
        auto form = *std::move(state_.form);
        if (is_choice)
            form = chosen(std::move(form), field, text);
        else
            form.values[field] = text;
        form.problem.clear();
        if (is_choice && form.kind == "rate" && field == "code") {
            const auto from = form.value("from");
            form = rate_form(state_, text);
            form.values["from"] = from;
        }
        state_.form = std::move(form);
        changed();
    }

    void send(Outcome<Json> request)
    {
        if (!state_.form || state_.form->busy) return;
        if (!request) {
            state_.form->problem = refusal_words_of(request.error());
            return host_.changed();
        }
        state_.form->busy = true;
        host_.changed();
        ask(*std::move(request), [this](const Json& answer) {
            if (!state_.form) return;
            state_.form->busy = false;
            if (!is_ok(answer)) {
                state_.form->problem = refusal_words(answer);
                return;
            }
            state_.form.reset();
            host_.toast(tr("Saved"));
            keep();
            load();
        });
    }

    [[nodiscard]] SettingsIntents intents() const
    {
        auto* self = const_cast<SettingsScreen*>(this);
        SettingsIntents intents;
        intents.show = [self](SettingsGroup group) {
            if (self->state_.saving) return;
            self->state_.group = group;
            self->state_.problem.clear();
            self->host_.changed();
        };
        intents.typed = [self](const std::string& key, const std::string& text) { self->type(key, text); };
        intents.save = [self] { self->save(); };
        intents.undo = [self] {
            self->state_ = undone(std::move(self->state_), self->state_.group);
            self->changed();
        };
        intents.open_form = [self](SettingsForm form) {
            self->state_.form = std::move(form);
            self->changed();
        };
        intents.typed_in_form = [self](const std::string& field, const std::string& text) {
            self->fill(field, text, false);
        };
        intents.chosen_in_form = [self](const std::string& field, const std::string& text) {
            self->fill(field, text, true);
        };
        intents.save_form = [self] {
            if (self->state_.form) self->send(form_request(self->state_, *self->state_.form));
        };
        intents.remove_form = [self] {
            if (self->state_.form) self->send(removal_request(self->state_, *self->state_.form));
        };
        intents.close_form = [self] {
            self->state_.form.reset();
            self->changed();
        };
        return intents;
    }

    SettingsState state_;
    NewestKept kept_;
};

}  // namespace

std::unique_ptr<Screen> make_settings_screen(Host& host, const Place& place)
{
    return std::make_unique<SettingsScreen>(host, place);
}

}  // namespace kushi
