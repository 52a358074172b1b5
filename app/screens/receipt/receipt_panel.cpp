#include "app/screens/receipt/receipt_panel.h"

#include <fmt/format.h>

#include "app/screens/till/till_parts.h"
#include "app/screens/till/void_sheet.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "core/text/names.h"

namespace kushi {
namespace {

Node preview(const ReceiptSight& sight)
{
    const int width = sight.view.compact() ? 316 : 372;
    Node paper;
    if (sight.picture) {
        constexpr int margin = 20;  // of the roll, left and right of what is printed
        const int height =
            sight.picture->height * (width - 2 * margin) / std::max(sight.picture->width, 1) + 2 * margin;
        paper.drawing =
            painting(fmt::format("paper/{}/{}", sight.sale.number, static_cast<const void*>(sight.picture.get())),
                     {width, height}, [picture = sight.picture](Canvas& canvas, const Rect& rect, const Look&) {
                         canvas.fill(rect, Token::white, 6);
                         canvas.picture(*picture, rect.inset(margin));
                         canvas.frame(rect, Token::line, 6);
                     });
        paper = paper.sized(width, height);
        paper.access = {ControlRole::picture, tr("The receipt as it prints"), {}, {}, false};
    } else {
        paper = text(sight.picture_came ? tr("There is no preview of this receipt") : tr("Loading"), type::caption,
                     Token::ink2);
    }
    auto list = scroll("paper", 0, paper.self(Across::center));
    list.padding = Insets{0, 24};
    auto side = column(0, std::move(list));
    side.drawing = ground(Token::sunken, 20);
    return side.wide(sight.view.compact() ? 364 : 468);
}

/// One way to end it: a card that is chosen by a tap.
Node choice(Icon sign, const std::string& label, const std::string& line, bool chosen, std::function<void()> act,
            const std::string& off = {})
{
    auto node = column(4, icon(sign, 24, off.empty() ? Token::ink : Token::ink3), space(),
                       text(label, type::strong, off.empty() ? Token::ink : Token::ink3),
                       text(line, type::caption, Token::ink2));
    node.padding = Insets{20, 18};
    node.drawing =
        painting(fmt::format("choice/{}", chosen), {}, [chosen](Canvas& canvas, const Rect& rect, const Look& look) {
            canvas.fill(rect, look.disabled || look.pressed ? Token::sunken : Token::surface, 20);
            canvas.frame(rect, chosen ? Token::primary : Token::line, 20, chosen ? 2 : 1);
            draw_focus(canvas, rect, look, 20);
        });
    node.across = Across::start;
    node.access = {ControlRole::radio, label, {}, line, chosen};
    return node.high(124).growing().grouped("receipt").tapped(std::move(act)).off_because(off);
}

Node outcome(const ReceiptState& state, const ReceiptSight& sight)
{
    const auto& bill = sight.sale.bill;
    if (bill.change > 0) return change_panel(bill.change, state.denominations, sight.locale, sight.view.compact());
    auto line =
        row(16, icon(Icon::circle_check, 28, Token::on_ok),
            column(0, text(said(tr("{} paid"), amount_words(bill.due, sight.locale)), type::label, Token::on_ok),
                   text(tr("No change to give"), type::caption, Token::on_ok))
                .growing());
    line.padding = Insets{24, 20};
    line.drawing = ground(Token::ok_soft, 20);
    line.access = {ControlRole::status, tr("No change to give"), amount_words(bill.due, sight.locale), {}, false};
    return line;
}

std::optional<Node> printer_note(const PrinterState& printer)
{
    if (!printer.exists)
        return banner(tr("No printer is set up. The receipt stays in the history."), Tone::info, Icon::printer);
    if (printer.no_paper)
        return banner(tr("The printer has no paper. The receipt waits in the queue and prints when there is some."),
                      Tone::warn, Icon::printer);
    if (!printer.ready) {
        return banner(printer.sentence.empty() ? tr("The printer does not answer. The receipt waits in the queue.")
                                               : printer.sentence,
                      Tone::warn, Icon::printer);
    }
    return std::nullopt;
}

}  // namespace

PaperChance chance_of(const PrinterState& printer)
{
    if (!printer.exists) return PaperChance::none;
    return printer.no_paper || !printer.ready ? PaperChance::later : PaperChance::now;
}

Node receipt_panel(const ReceiptState& state, const ReceiptIntents& intents, const ReceiptSight& sight)
{
    const auto chance = chance_of(sight.printer);
    const bool printed = !sight.sale.papers.empty();
    const auto finish = finish_of(state, chance);
    const auto want = [&](bool paper) { return [act = intents.want_paper, paper] { act(paper); }; };
    const auto name = sight.visit.name.empty() ? std::string{} : given_name(sight.visit.name);
    auto choices =
        row(12,
            choice(Icon::printer, printed ? tr("Print a copy") : tr("Print"),
                   printed ? tr("Marked COPY") : tr("80 mm paper"), state.wants_paper && chance != PaperChance::none,
                   want(true), chance == PaperChance::none ? tr("No printer is set up") : std::string{}),
            choice(Icon::ban, tr("No receipt"), tr("Kept in the history"),
                   !state.wants_paper || chance == PaperChance::none, want(false)))
            .crossed(Across::stretch)
            .high(124);
    const auto label = finish == ReceiptFinish::print         ? tr("Print and finish")
                       : finish == ReceiptFinish::print_later ? tr("Finish, print later")
                                                              : tr("Finish");
    auto void_button = button(tr("Void"), intents.open_void, {ButtonKind::outline})
                           .off_because(no_void_words(sight.sale.no_void))
                           .shrinking(false);
    auto side =
        column(16, outcome(state, sight),
               text(name.empty() || sight.locale.language == "ja" ? tr("How is the receipt given?")
                                                                  : said(tr("How would {} like the receipt?"), name),
                    type::caption.weighing(600), Token::ink2),
               std::move(choices), printer_note(sight.printer), problem_banner(state.problem), space(),
               row(12, std::move(void_button), primary_button(label, intents.finish).waiting(state.busy).growing()));
    return row(sight.view.gap(), preview(sight), side.growing()).crossed(Across::stretch);
}

}  // namespace kushi
