#include "app/screens/ritual/ritual_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/newest_kept.h"
#include "app/screens/frame.h"
#include "app/screens/products/add_product.h"
#include "app/screens/ritual/ritual_panel.h"
#include "app/screens/ritual/treatment_json.h"
#include "app/widgets/amount_pad.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

constexpr std::int64_t one_minute_s = 60;

/// The ritual: one tap a step. Steps and their clock are the engine's; amounts, steam and pressure are kept at every
/// tap and become facts when the step ends or the products are confirmed.
class RitualScreen final : public Screen {
public:
    RitualScreen(Host& host, Place place)
        : Screen{host, std::move(place)},
          add_{host, [this](Json request, Reply reply) { ask(std::move(request), std::move(reply)); },
               [this] { load(); }}
    {}

    void enter() override { load(); }
    [[nodiscard]] std::optional<std::chrono::milliseconds> tick_every() const override { return 250ms; }
    [[nodiscard]] bool stays_when_locked() const override { return state_.loaded && state_.step() != nullptr; }
    void escape() override
    {
        if (!host_.locked()) host_.back();
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        Frame frame;
        frame.station = Station::today;
        frame.has_back = !host_.locked();
        frame.title = tr("Ritual");
        if (!state_.loaded)
            return framed(
                host_, view, frame,
                problem_.empty() ? Node{} : empty_state(problem_, tr("Nothing is lost. Go back and try again.")));
        const bool locked = host_.locked();
        const auto person = person_words(state_, locked);
        if (locked) {
            frame.title = state_.room.empty() ? person : said(tr("{}, {}"), state_.room, person);
            frame.subtitle = tr("Locked. Next, +1 min, Pause and amounts work without a PIN");
        } else {
            frame.title = state_.service.empty() ? tr("Ritual") : state_.service;
            frame.subtitle = state_.room.empty() ? person : person + " · " + state_.room;
            if (state_.step() != nullptr)
                frame.subtitle +=
                    " · " + said(tr("ends about {}"), clock_text(state_.ends_about(host_.now()), host_.locale().zone));
        }
        if (const auto alert = alert_words(state_.alerts); !alert.empty())
            frame.actions.push_back(tag(alert, Tone::warn, Icon::triangle_alert));
        if (!state_.seen)
            return framed(
                host_, view, frame,
                empty_state(tr("This record is not yours to see"), tr("The therapist of this visit writes it.")));
        if (state_.steps.empty())
            return framed(host_, view, frame,
                          empty_state(tr("No ritual has started"), tr("Start it from the recommendation.")));
        return framed(host_, view, frame, ritual_panel(state_, intents(), host_, view, stepping_));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& view) const override
    {
        if (pad_) return {pad_sheet(view)};
        if (host_.locked()) return {};  // what lay open is not for who passes by
        if (add_.is_open()) return {add_.sheet(view)};
        if (skipping_) return {skip_sheet()};
        if (noting_) return {note_sheet()};
        return {};
    }

private:
    void load()
    {
        ask({{"do", "list"}, {"what", "items"}}, [this](const Json& answer) { products_ = read_products(answer); });
        ask({{"do", "show"}, {"what", "visit"}, {"id", place_.of("visit")}}, [this](const Json& answer) {
            if (!is_ok(answer)) {
                problem_ = refusal_words(answer);
                return;
            }
            auto read = with_names(read_treatment(answer["visit"], host_.now()), products_);
            ask({{"do", "kept"}, {"visit", read.visit}, {"form", amounts_form}}, [this, read](const Json& kept) {
                state_ = with_kept(read, read_kept(kept.value("content", Json{})));
                start_first();
            });
        });
    }

    /// A ritual that was started and a step that was never begun: the clock runs from now, for hands are on the head.
    void start_first()
    {
        if (!state_.seen || state_.status == "ready_to_pay" || state_.step() == nullptr ||
            state_.step()->state != "planned" || stepping_)
            return;
        start_step();
    }

    void start_step()
    {
        stepping_ = true;
        ask(step_request("start"), [this](const Json& answer) {
            stepping_ = false;
            if (is_ok(answer))
                state_ = step_started(state_, host_.now());
            else
                state_.problem = refusal_words(answer);
        });
    }

    [[nodiscard]] Json step_request(const char* action) const
    {
        return {{"do", "step"}, {"visit", state_.visit}, {"step", state_.step()->id}, {"action", action}};
    }

    /// Ends the step with what was set for it, and begins the next one.
    void end_step(bool skip, const std::string& reason)
    {
        if (stepping_ || state_.step() == nullptr) return;
        stepping_ = true;
        state_.problem.clear();
        auto request = step_request(skip ? "skip" : "finish");
        if (skip) {
            request["reason"] = reason;
        } else {
            const auto& step = *state_.step();
            if (const auto steam = state_.steam_of(step); step.kind == "steam" && !steam.empty())
                request["steam"] = steam;
            if (const auto pressure = state_.pressure_of(step); !pressure.empty()) request["pressure"] = pressure;
        }
        ask(std::move(request), [this, skip](const Json& answer) {
            stepping_ = false;
            if (!is_ok(answer)) {
                state_.problem = refusal_words(answer);
                return;
            }
            state_ = step_ended(state_, host_.now(), skip);
            if (state_.step() != nullptr) return start_step();
            if (!host_.locked()) open_products();
        });
    }

    void open_products()
    {
        host_.with_pin(while_alive(std::function<void()>{[this] {
            host_.open({"products", {{"visit", state_.visit}}});
        }}));
    }

    /// Pause, resume and one minute more: shown once it is a fact.
    void move_clock(const char* action, std::function<void()> then)
    {
        if (stepping_ || state_.step() == nullptr) return;
        stepping_ = true;
        state_.problem.clear();
        auto request = step_request(action);
        if (std::string_view{action} == "extend") request["seconds"] = one_minute_s;
        ask(std::move(request), [this, then = std::move(then)](const Json& answer) {
            stepping_ = false;
            if (is_ok(answer))
                then();
            else
                state_.problem = refusal_words(answer);
        });
    }

    /// Kept after every tap, the newest state once the one before it is safe.
    void keep()
    {
        host_.changed();
        if (!kept_.begins()) return;
        ask({{"do", "keep"}, {"visit", state_.visit}, {"form", amounts_form}, {"content", to_json(kept_of(state_))}},
            [this](const Json& answer) {
                const bool newer = kept_.ends();
                if (!is_ok(answer)) state_.problem = refusal_words(answer);
                if (newer) keep();
            });
    }

    [[nodiscard]] RitualIntents intents() const
    {
        auto* self = const_cast<RitualScreen*>(this);
        const auto behind_pin = [self](std::function<void()> act) {
            return [self, act = self->while_alive(std::move(act))] { self->host_.with_pin(act); };
        };
        RitualIntents intents;
        intents.next = [self] { self->end_step(false, {}); };
        intents.extend = [self] {
            self->move_clock("extend", [self] { self->state_ = extended(self->state_, one_minute_s); });
        };
        intents.pause = [self] {
            self->move_clock("pause", [self] { self->state_ = paused(self->state_, self->host_.now()); });
        };
        intents.resume = [self] {
            self->move_clock("resume", [self] { self->state_ = resumed(self->state_, self->host_.now()); });
        };
        intents.skip = behind_pin([self] { self->show_sheet(self->skipping_); });
        intents.add = behind_pin([self] {
            self->add_.open(self->state_.visit,
                            self->state_.step() == nullptr ? std::string{} : self->state_.step()->id, self->products_);
        });
        intents.write_note = behind_pin([self] { self->open_note(); });
        intents.products = [self] { self->open_products(); };
        intents.steam = [self](const std::string& word) {
            self->host_.with_pin(self->while_alive(std::function<void()>{[self, word] {
                self->state_ = steam_set(self->state_, word);
                self->keep();
            }}));
        };
        intents.pressure = [self](const std::string& word) {
            self->host_.with_pin(self->while_alive(std::function<void()>{[self, word] {
                self->state_ = pressure_set(self->state_, word);
                self->keep();
            }}));
        };
        intents.change_amount = [self](std::size_t use, int by) {
            self->state_ = amount_stepped(self->state_, use, by);
            self->keep();
        };
        intents.type_amount = [self](std::size_t use) {
            self->pad_ = use;
            self->typed_.clear();
            self->host_.changed();
        };
        return intents;
    }

    void show_sheet(bool& which)
    {
        which = true;
        reason_.clear();
        host_.changed();
    }

    // The amount of one product, typed.
    [[nodiscard]] Sheet pad_sheet(const Viewport& view) const
    {
        auto* self = const_cast<RitualScreen*>(this);
        const auto& use = state_.uses[*pad_];
        const bool whole = use.unit == "piece";
        const auto shown = typed_.empty() ? decimal_of(use.tenths) : typed_;
        AmountPadLook pad;
        pad.label = tr("Used");
        pad.name = use_name(state_, *pad_);
        pad.value = whole ? shown : shown + ' ' + use.unit;
        pad.whole = whole;
        if (whole) pad.presets = {"1", "2", "3", "4"};
        pad.chosen_preset = shown;
        pad.delete_name = tr("Delete");
        pad.key_height = view.compact() ? 56 : 64;
        const auto typed = [self](const std::string& text) {
            self->typed_ = text;
            self->host_.changed();
        };
        pad.on_digit = [self, typed](const std::string& digit) { typed(with_decimal_digit(self->typed_, digit)); };
        pad.on_preset = typed;
        pad.on_delete = [typed, shown] { typed(without_last_digit(shown)); };
        Sheet sheet;
        sheet.width = 400;
        sheet.name = pad.name;
        sheet.on_cancel = [self] {
            self->pad_.reset();
            self->host_.changed();
        };
        const auto facts =
            said(tr("Usual {}"), amount_words(use.usual_tenths, use.unit)) +
            (use.left_tenths ? " · " + said(tr("{} left in the lot"), amount_words(*use.left_tenths, use.unit))
                             : std::string{});
        sheet.content = column(16, column(2, heading(pad.name), text(facts, type::caption, Token::ink2)),
                               amount_pad(pad), space(), primary_button(tr("Set the amount"), [self] {
                                   if (!self->typed_.empty())
                                       self->state_ = amount_set(self->state_, *self->pad_, tenths_of(self->typed_));
                                   self->pad_.reset();
                                   self->keep();
                               }));
        return sheet;
    }

    [[nodiscard]] Sheet skip_sheet() const
    {
        auto* self = const_cast<RitualScreen*>(this);
        auto chips = wrap(8);
        for (const auto& reason :
             {tr("The client wished so"), tr("No time is left"), tr("Not right for the scalp today")}) {
            put(chips.children, chip(reason, reason_ == reason, [self, reason] {
                    self->reason_ = reason;
                    self->host_.changed();
                }));
        }
        Sheet sheet;
        sheet.side = Sheet::Side::middle;
        sheet.width = 480;
        sheet.name = tr("Skip this step");
        sheet.on_cancel = [self] {
            self->skipping_ = false;
            self->host_.changed();
        };
        const auto name = state_.step() == nullptr ? std::string{} : state_.step()->name;
        sheet.content = column(16, heading(said(tr("Skip {}"), name)),
                               text(tr("Why is it left out?"), type::body, Token::ink2), std::move(chips),
                               row(12, button(tr("Cancel"), sheet.on_cancel, {ButtonKind::outline}),
                                   primary_button(tr("Skip"),
                                                  [self] {
                                                      self->skipping_ = false;
                                                      self->end_step(true, self->reason_);
                                                  })
                                       .off_because(reason_.empty() ? tr("Tap a reason first") : std::string{})
                                       .growing()));
        return sheet;
    }

    void open_note()
    {
        noting_ = true;
        note_problem_.clear();
        host_.changed();
        ask({{"do", "kept"}, {"visit", state_.visit}, {"form", "note"}}, [this](const Json& answer) {
            const auto content = answer.value("content", Json{});
            if (content.is_object() && note_.empty()) note_ = text_of(content, "text");
        });
    }

    [[nodiscard]] Sheet note_sheet() const
    {
        auto* self = const_cast<RitualScreen*>(this);
        Entry entry;
        entry.text = note_;
        entry.several_lines = true;
        entry.most_characters = 500;
        entry.wants_focus = true;
        entry.placeholder = tr("Asked for less heat at the nape");
        entry.on_change = [self](const std::string& text) {
            self->note_ = text;
            self->ask({{"do", "keep"}, {"visit", self->state_.visit}, {"form", "note"}, {"content", {{"text", text}}}},
                      {});
            self->host_.changed();
        };
        FieldLook look;
        look.name = tr("Note");
        look.error = note_problem_;
        look.height = 160;
        auto earlier = scroll("notes", 16, field(look, std::move(entry)));
        for (const auto& note : state_.notes) {
            put(earlier.children, column(0, text(clock_text(note.at, host_.locale().zone), type::caption, Token::ink2),
                                         paragraph(note.text)));
        }
        Sheet sheet;
        sheet.name = tr("Write a note");
        sheet.on_cancel = [self] {
            self->noting_ = false;
            self->host_.changed();
        };
        sheet.content = column(16, heading(tr("Write a note")), std::move(earlier),
                               row(12, button(tr("Cancel"), sheet.on_cancel, {ButtonKind::outline}),
                                   primary_button(tr("Save note"), [self] { self->save_note(); })
                                       .waiting(saving_note_)
                                       .off_because(note_.empty() ? tr("Write the note first") : std::string{})
                                       .growing()));
        return sheet;
    }

    void save_note()
    {
        if (saving_note_) return;
        saving_note_ = true;
        ask({{"do", "note"}, {"visit", state_.visit}, {"text", note_}}, [this](const Json& answer) {
            saving_note_ = false;
            if (!is_ok(answer)) {
                note_problem_ = refusal_words(answer);
                return;
            }
            state_.notes.push_back({instant_text(host_.now()), std::exchange(note_, {})});
            noting_ = false;
            host_.toast(tr("Note saved"));
        });
    }

    RitualState state_;
    std::string problem_;  ///< why nothing could be read
    std::vector<ProductChoice> products_;
    AddProduct add_;
    bool stepping_ = false;
    NewestKept kept_;
    std::optional<std::size_t> pad_;
    std::string typed_;
    bool skipping_ = false, noting_ = false, saving_note_ = false;
    std::string reason_, note_, note_problem_;
};

}  // namespace

std::unique_ptr<Screen> make_ritual_screen(Host& host, const Place& place)
{
    return std::make_unique<RitualScreen>(host, place);
}

}  // namespace kushi
