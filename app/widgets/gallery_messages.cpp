#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/comb.h"
#include "app/widgets/gallery.h"
#include "app/widgets/gallery_parts.h"
#include "app/widgets/label.h"
#include "app/widgets/progress.h"
#include "app/widgets/sheet.h"

namespace kushi {
namespace {

const Look pressed{true, false, false, false, 0};
const Look focused{false, true, false, false, 0};

void nothing() {}

Node pills()
{
    return wrap(8, status_pill("Synced", Tone::ok, "Synced", nothing),
                status_pill("Offline, 3 waiting", Tone::warn, "Offline", nothing),
                status_pill("No paper", Tone::danger, "No paper", nothing),
                seen_as(status_pill("Printer", Tone::ok, "Printer", nothing), pressed),
                seen_as(status_pill("Printer", Tone::ok, "Printer", nothing), focused),
                status_pill("Synced", Tone::ok, "Synced", nothing, Icon::cloud_check),
                status_pill("No paper", Tone::danger, "No paper", nothing, Icon::printer));
}

Node tags()
{
    return wrap(8, tag("New", Tone::info), tag("Lavender", Tone::warn, Icon::triangle_alert),
                tag("Prepaid", Tone::boxwood), tag("Done", Tone::ok), tag("Overdue", Tone::danger),
                tag("Today 10:30", Tone::primary), tag("指名", Tone::plain, Icon::star), count_badge(6),
                count_badge(128));
}

Node banners()
{
    return column(8, banner("Saved. Chie is ready to pay.", Tone::ok, Icon::circle_check),
                  banner("Printer has no paper. 2 receipts wait.", Tone::warn, Icon::printer),
                  banner("A card needs the number of its slip.", Tone::danger, Icon::credit_card),
                  banner("Nothing about health is stored before part 2 is agreed.", Tone::info, Icon::shield_check,
                         button("Open", nothing, {ButtonKind::quiet, ButtonSize::medium})));
}

Node rows()
{
    const auto line = [](const char* name, const char* under) {
        return row(12, avatar("MS", 0, 44),
                   column(0, text(name, type::strong), text(under, type::caption, Token::ink2)).growing(),
                   icon(Icon::chevron_right, 20, Token::ink3));
    };
    return column(0, list_row(line("Misaki Sato", "only read"), true),
                  tapped_row(line("Ken Sato", "tapped"), false, "Ken Sato", nothing),
                  seen_as(tapped_row(line("Yui Satomi", "pressed"), false, "Yui Satomi", nothing), pressed),
                  seen_as(tapped_row(line("Ren Kudo", "focus"), false, "Ren Kudo", nothing), focused));
}

Node cards()
{
    const auto content = [](const char* words) {
        return column(2, text("Deep Cleanse Spa", type::strong), text(words, type::caption, Token::ink2));
    };
    return column(16, tapped_card(content("tapped as a whole"), "Deep Cleanse Spa", nothing),
                  seen_as(tapped_card(content("pressed"), "Deep Cleanse Spa", nothing), pressed),
                  seen_as(tapped_card(content("focus"), "Deep Cleanse Spa", nothing), focused));
}

Node avatars()
{
    auto all = wrap(12);
    const char* const initials[] = {"MF", "AT", "HM", "RK", "YN", "葵"};
    for (std::size_t color = 0; color < std::size(initials); ++color)
        put(all.children, avatar(initials[color], color, 44));
    put(all.children, avatar("MS", 0, 28));
    put(all.children, avatar("MS", 3, 72));
    return all;
}

Node advance()
{
    auto steps = column(0);
    struct Step {
        const char* name;
        const char* time;
        StepState state;
    };
    int number = 1;
    for (const auto& [name, time, state] :
         {Step{"Hot towel", "3:00", StepState::done}, Step{"Exfoliant", "5:00", StepState::skipped},
          Step{"Steam", "8:00", StepState::now}, Step{"Second cleanse", "7:00", StepState::rest}}) {
        StepRowLook look;
        look.number = number++;
        look.state = state;
        look.name = name;
        look.trailing = time;
        put(steps.children, step_row(look));
    }
    return column(16, comb(ritual_comb(300, 50, 10, 4, 0.4)), std::move(steps),
                  progress_bar("Steam", 0.62, "62 percent"), progress_bar("Over", 1, "over", Token::warn));
}

Node loading()
{
    return column(16, row(12, skeleton(44, 44), column(8, skeleton(200, 16), skeleton(130, 12))), skeleton(300, 56));
}

Node over_the_page(Node content, const std::string& name, Sheet::Side side, int width)
{
    Sheet sheet;
    sheet.side = side;
    sheet.width = width;
    sheet.name = name;
    return sheet_layer(std::move(content), sheet, {4'000, 4'000}).high(320);
}

Node dialog()
{
    return over_the_page(dialog_content("Void this sale?", "¥10,000 to card, slip 0123. ¥7,360 in cash.",
                                        row(8, button("Keep", nothing, {ButtonKind::outline}).growing(),
                                            button("Void sale", nothing, {ButtonKind::danger}).growing())),
                         "Void this sale?", Sheet::Side::middle, 320);
}

Node toasts()
{
    return column(12, toast_layer({"Saved. Chie is ready to pay.", "Undo", nothing}, {1'280, 80}),
                  toast_layer({"Receipt printed", {}, {}}, {1'280, 80}));
}

}  // namespace

void show_messages(Exhibits& exhibits)
{
    exhibits.push_back({"Status pills", pills()});
    exhibits.push_back({"Tags and counts", tags()});
    exhibits.push_back({"Banners", banners()});
    exhibits.push_back({"Toast", toasts()});
    exhibits.push_back({"Rows", rows()});
    exhibits.push_back({"Cards", cards()});
    exhibits.push_back({"Avatars", avatars()});
    exhibits.push_back({"Progress", advance()});
    exhibits.push_back({"Loading", loading()});
    exhibits.push_back(
        {"Empty", empty_state("No one in the chair", "Check in a client to begin", button("Check in", nothing))});
    exhibits.push_back({"Dialog over its scrim", dialog()});
    exhibits.push_back({"The house's sign", row(16, logo(), logo(40))});
}

}  // namespace kushi
