#include "app/screens/devices/devices_panel.h"

#include <fmt/format.h>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

/// Why a printer stands still, and what helps.
std::string reason_words(const std::string& reason)
{
    if (reason == "paper") return tr("Out of paper. Put in a new roll.");
    if (reason == "cover") return tr("The cover is open. Close it.");
    if (reason == "offline") return tr("Offline. Press its feed button.");
    if (reason == "busy") return tr("Busy with another till.");
    if (reason == "error") return tr("It reports a fault. Switch it off and on.");
    return tr("It does not answer. Is it switched on?");
}

std::string profile_words(const std::string& profile)
{
    if (profile == "generic-80") return tr("80 mm, tells its state");
    if (profile == "generic-58") return tr("58 mm, tells its state");
    if (profile == "clone-80") return tr("80 mm, simple");
    return profile == "clone-58" ? tr("58 mm, simple") : profile;
}

std::string printer_words(const DevicesState::Printer& printer)
{
    if (printer.state == "stopped") return reason_words(printer.reason);
    if (printer.state == "printing")
        return said(tr_count("{} paper on its way", "{} papers on their way", printer.waiting), printer.waiting);
    return said(tr("Nothing waits, {} paper"), printer.profile.ends_with("58") ? "58 mm" : "80 mm");
}

Node printer_row(const DevicesState& state, const DevicesState::Printer& printer, const DevicesIntents& intents,
                 bool first)
{
    const bool stopped = printer.state == "stopped";
    Node badge = row(0, icon(Icon::printer, 24, stopped ? Token::on_danger : Token::ink2));
    badge.along = Along::center;
    badge.drawing = ground(stopped ? Token::danger_soft : Token::sunken, 12);
    auto words = column(0, text(printer.name, type::strong),
                        paragraph(printer_words(printer), type::caption, stopped ? Token::danger : Token::ink2, 3));
    auto act = stopped && printer.waiting > 0
                   ? button(tr("Try again"), [act = intents.try_again, id = printer.id] { act(id); },
                            {ButtonKind::tonal, ButtonSize::medium})
                   : button(tr("Test"), [act = intents.test, id = printer.id] { act(id); },
                            {ButtonKind::tonal, ButtonSize::medium});
    act.access.name = said(stopped && printer.waiting > 0 ? tr("Try {} again") : tr("Test {}"), printer.name);
    act.shrinks = false;
    auto line = row(14, badge.sized(44, 44), words.growing().shrinking(),
                    std::move(act).waiting(state.busy.contains("printer " + printer.id)));
    line.least_height = 76;
    return list_row(std::move(line), first).keyed("printer " + printer.id);
}

Node printers_card(const DevicesState& state, const DevicesIntents& intents, const Viewport& view)
{
    auto rows = scroll("printers", 0);
    for (const auto& printer : state.printers)
        put(rows.children, printer_row(state, printer, intents, rows.children.empty()));
    if (state.printers.empty()) {
        put(rows.children, room(24));
        put(rows.children,
            empty_state(tr("No printer yet"), tr("Selling works without one. Receipts can be printed later.")));
    }
    auto add = button(tr("Add by address"), intents.add, {ButtonKind::outline, ButtonSize::normal, Icon::plus});
    return card(column(12, heading(tr("At this terminal")).high(36), std::move(rows), std::move(add)), Insets{20})
        .wide(view.compact() ? 336 : 420);
}

std::string job_words(const DevicesState::Job& job, const DevicesState& state, const std::string& zone)
{
    const auto at = clock_text(job.created_at, zone);
    const auto* printer = state.printer(job.printer);
    const auto where = printer == nullptr ? tr("no printer") : printer->name;
    if (job.state == "UNCERTAIN") return said(tr("{}, {}. Did it print? Look at the paper."), at, where);
    if (job.state == "EXPIRED") return said(tr("{}, {}. Too old to print by itself."), at, where);
    if (job.state == "SENDING") return said(tr("{}, going to {} now"), at, where);
    return said(tr("{}, waits for {}"), at, where);
}

Node job_row(const DevicesState::Job& job, const DevicesState& state, const DevicesIntents& intents,
             const std::string& zone, bool first)
{
    const bool busy = state.busy.contains("job " + job.id);
    const auto name = paper_words(job);
    auto line =
        row(8, column(0, text(name, type::strong),
                      paragraph(job_words(job, state, zone), type::caption, job.asks() ? Token::warn : Token::ink2, 2))
                   .growing()
                   .shrinking());
    const auto put_button = [&](const std::string& label, const std::string& told,
                                const std::function<void(const std::string&)>& act, ButtonKind kind) {
        auto node = button(label, [act, id = job.id] { act(id); }, {kind, ButtonSize::medium});
        node.access.name = told;
        node.shrinks = false;
        put(line.children, std::move(node).waiting(busy));
    };
    if (job.state == "UNCERTAIN")
        put_button(tr("It printed"), said(tr("{} printed"), name), intents.printed, ButtonKind::outline);
    if (job.asks())
        put_button(tr("Print again"), said(tr("Print {} again"), name), intents.print_again, ButtonKind::tonal);
    if (job.state != "SENDING")
        put(line.children, icon_button(Icon::cross, said(tr("Cancel {}"), name), [act = intents.cancel, id = job.id] {
                               act(id);
                           }).waiting(busy));
    line.least_height = 76;
    return list_row(std::move(line), first).keyed("job " + job.id);
}

Node jobs_card(const DevicesState& state, const DevicesIntents& intents, const std::string& zone)
{
    auto rows = scroll("jobs", 0);
    for (const auto& job : state.jobs) put(rows.children, job_row(job, state, intents, zone, rows.children.empty()));
    if (state.jobs.empty()) {
        put(rows.children, room(96));
        put(rows.children,
            empty_state(tr("Every paper is out"), tr("What cannot print at once waits here. Nothing is lost.")));
    }
    auto head = row(12, heading(tr("Waiting to print")).growing(),
                    state.jobs.empty() ? std::nullopt : std::optional{count_badge(static_cast<int>(state.jobs.size()))})
                    .high(36);
    std::optional<Node> move;
    if (const auto* other = state.other_printer())
        move =
            primary_button(said(tr("Print on {}"), other->name), intents.move_all).waiting(state.busy.contains("all"));
    return card(column(12, std::move(head), std::move(rows),
                       state.problem.empty() ? std::nullopt
                                             : std::optional{banner(state.problem, Tone::danger, Icon::triangle_alert)},
                       std::move(move)),
                Insets{24, 20})
        .growing();
}

}  // namespace

std::string paper_words(const DevicesState::Job& job)
{
    const auto kind = job.kind == "sale"         ? tr("Receipt")
                      : job.kind == "refund"     ? tr("Refund slip")
                      : job.kind == "void"       ? tr("Void slip")
                      : job.kind == "x_report"   ? tr("X report")
                      : job.kind == "z_report"   ? tr("Z report")
                      : job.kind == "day_report" ? tr("Day report")
                      : job.kind == "test"       ? tr("Test page")
                                                 : tr("Paper");
    auto words = job.number.empty() ? kind : kind + ' ' + job.number;
    if (job.copy > 1) words += ' ' + said(tr("(copy {})"), job.copy - 1);
    return words;
}

Node devices_panel(const DevicesState& state, const DevicesIntents& intents, Host& host, const Viewport& view)
{
    if (!state.loaded) return {};
    return row(view.gap(), printers_card(state, intents, view), jobs_card(state, intents, host.locale().zone))
        .crossed(Across::stretch);
}

Node add_printer_form(const DevicesState::Form& form, const DevicesIntents& intents)
{
    const auto one = [&](const std::string& key, const std::string& name, const std::string& text,
                         const std::string& placeholder, const std::string& error, Entry::Kind kind) {
        Entry entry;
        entry.kind = kind;
        entry.text = text;
        entry.placeholder = placeholder;
        entry.on_change = [act = intents.typed, key](const std::string& typed) { act(key, typed); };
        FieldLook look;
        look.name = name;
        look.error = error;
        return field(look, std::move(entry));
    };
    auto profiles = wrap(8);
    for (const char* profile : {"generic-80", "generic-58", "clone-80", "clone-58"}) {
        put(profiles.children, chip(profile_words(profile), form.profile == profile,
                                    [act = intents.typed, word = std::string{profile}] { act("profile", word); }));
    }
    auto fields = scroll(
        "printer form", 16, one("host", tr("Address"), form.host, "192.168.1.50", form.host_error, Entry::Kind::text),
        row(12, one("port", tr("Port"), form.port, "9100", form.port_error, Entry::Kind::amount).wide(128),
            one("name", tr_in("printer", "Name"), form.name, tr("Front printer"), {}, Entry::Kind::text).growing())
            .crossed(Across::start),
        column(8, text(tr("Paper and kind"), type::small.weighing(600), Token::ink2), std::move(profiles)));
    // The keyboard may leave little room: the fields scroll, what sends them stays.
    return column(
        16, heading(tr("Add a printer")), std::move(fields),
        form.problem.empty() ? std::nullopt : std::optional{banner(form.problem, Tone::danger, Icon::triangle_alert)},
        row(12, button(tr("Cancel"), intents.close, {ButtonKind::outline}),
            primary_button(tr("Add the printer"), intents.save).waiting(form.busy).growing()));
}

}  // namespace kushi
