#include "app/widgets/amount_pad.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/gallery.h"
#include "app/widgets/gallery_parts.h"
#include "app/widgets/keypad.h"
#include "app/widgets/label.h"

namespace kushi {
namespace {

const Look pressed{true, false, false, false, 0};
const Look focused{false, true, false, false, 0};

void nothing() {}

Node kinds()
{
    const auto of = [](ButtonKind kind, const char* name) {
        return row(16, specimen(button(name, nothing, {kind}), "normal"),
                   specimen(seen_as(button(name, nothing, {kind}), pressed), "pressed"),
                   specimen(seen_as(button(name, nothing, {kind}), focused), "focus"),
                   specimen(button(name, nothing, {kind}).off_because("Choose a therapist first"), "disabled"),
                   specimen(button(name, nothing, {kind}).waiting(true), "busy"));
    };
    return column(12, of(ButtonKind::primary, "Check in"), of(ButtonKind::tonal, "Add"),
                  of(ButtonKind::outline, "Cancel"), of(ButtonKind::quiet, "See all"),
                  of(ButtonKind::danger, "Void sale"));
}

Node sizes()
{
    return column(
        12,
        wrap(12, button("Medium", nothing, {ButtonKind::tonal, ButtonSize::medium}), button("Normal", nothing, {}),
             button("With icon", nothing, {ButtonKind::tonal, ButtonSize::normal, Icon::plus})),
        button("Pay", nothing, {ButtonKind::primary, ButtonSize::large, Icon::none, "¥17,360"}),
        button("Next: second cleanse", nothing, {ButtonKind::primary, ButtonSize::large}),
        wrap(12, specimen(icon_button(Icon::chevron_left, "Back", nothing), "framed"),
             specimen(seen_as(icon_button(Icon::chevron_left, "Back", nothing), pressed), "pressed"),
             specimen(seen_as(icon_button(Icon::chevron_left, "Back", nothing), focused), "focus"),
             specimen(icon_button(Icon::chevron_left, "Back", nothing).off_because("This is the first page"),
                      "disabled"),
             specimen(icon_button(Icon::cross, "Remove", nothing, false), "plain")));
}

Node segments()
{
    const std::vector<Option> options{{"Oily", nothing}, {"Dry", nothing}, {"Sensitive", nothing}};
    return column(
        12, segmented("Scalp type", options, 0), segmented("Scalp type", options, -1, 48),
        seen_as(segmented("Scalp type", options, 1, 48), focused),
        seen_as(segmented("Scalp type", options, 2, 48), pressed),
        segmented("Language", {{"English", nothing}, {"日本語", nothing, Icon::none, "Not translated yet"}}, 0, 48));
}

Node chips()
{
    return wrap(12, specimen(chip("Itch", true, nothing), "chosen"), specimen(chip("Flakes", false, nothing), "normal"),
                specimen(seen_as(chip("Flakes", false, nothing), pressed), "pressed"),
                specimen(seen_as(chip("Flakes", false, nothing), focused), "focus"),
                specimen(chip("Flakes", false, nothing).off_because("Ask about consent first"), "disabled"),
                specimen(chip("Hair loss", true, nothing, true, Icon::stethoscope), "risk"));
}

Node switches()
{
    return row(16, specimen(toggle("Sound", true, nothing), "on"), specimen(toggle("Sound", false, nothing), "off"),
               specimen(seen_as(toggle("Sound", true, nothing), focused), "focus"));
}

StepperLook amount_of(const char* value, const char* no_less = "")
{
    StepperLook look;
    look.name = "Yuzu Cleanser";
    look.value = value;
    look.less = "Less";
    look.more = "More";
    look.on_less = look.on_more = look.on_value = nothing;
    look.no_less = no_less;
    look.value_width = 56;
    return look;
}

Node sample_stepper(const StepperLook& look)
{
    return stepper(look).wide(160);
}

Node steppers()
{
    return wrap(12, specimen(sample_stepper(amount_of("15 ml")), "normal"),
                specimen(seen_as(sample_stepper(amount_of("15 ml")), pressed), "pressed"),
                specimen(seen_as(sample_stepper(amount_of("15 ml")), focused), "focus"),
                specimen(sample_stepper(amount_of("0 ml", "There is none")), "at its least"));
}

Entry typed(const char* words, const char* hint = "", bool several = false)
{
    Entry entry;
    entry.text = words;
    entry.placeholder = hint;
    entry.several_lines = several;
    return entry;
}

Node fields()
{
    auto note = field({"Note", {}, {}, Icon::none, true, 104},
                      typed("Asked for less heat at the nape.\n次回も同じ圧で。", "", true));
    return column(16, field({"Name"}, typed("Misaki Sato")), field({"Phone"}, typed("", "Last 4 figures are enough")),
                  seen_as(field({"Focused"}, typed("さと")), focused),
                  field({"Phone", {}, "Add 7 more digits"}, typed("090-12")),
                  field({"Find", {}, {}, Icon::search, false}, typed("", "Name, reading or phone")), std::move(note));
}

KeypadLook cash_pad()
{
    KeypadLook look;
    look.group = "Cash received";
    look.on_digits = [](const std::string&) {};
    look.on_delete = nothing;
    look.left_key = "00";
    look.delete_name = "Delete";
    look.key_height = 64;
    return look;
}

Node keypads()
{
    return column(16, specimen(seen_as(keypad(cash_pad()), pressed), "1 is pressed"),
                  specimen(seen_as(keypad(cash_pad()), focused), "1 has the focus"));
}

Node quiet_keypads()
{
    auto busy = cash_pad();
    busy.busy = true;
    auto off = cash_pad();
    off.disabled = "Nothing is due";
    return column(16, pin_dots(4, 6).self(Across::center), specimen(keypad(busy), "busy"),
                  specimen(keypad(off), "disabled"));
}

AmountPadLook used(const char* value)
{
    AmountPadLook look;
    look.label = "Used";
    look.value = value;
    look.delete_name = "Delete";
    look.on_digit = look.on_preset = [](const std::string&) {};
    look.on_delete = nothing;
    return look;
}

Node amount_pads()
{
    auto usual = used("20.0 ml");
    usual.chosen_preset = "20";
    return amount_pad(usual);
}

Node wrong_amount()
{
    auto much = used("44.0 ml");
    much.error = "Over twice the usual amount";
    much.key_height = 56;
    return amount_pad(much);
}

Node counts()
{
    const auto line = [](const char* denomination, int count, const char* total, bool first) {
        return money_count_row(
            {denomination, count, total, denomination, "Less", "More", "There is none", [](int) {}, nothing}, first);
    };
    return column(0, line("¥10,000", 6, "¥60,000", true), line("¥5,000", 4, "¥20,000", false),
                  line("¥2,000", 0, "¥0", false));
}

}  // namespace

void show_controls(Exhibits& exhibits)
{
    exhibits.push_back({"Buttons", kinds(), true});
    exhibits.push_back({"Sizes of buttons", sizes()});
    exhibits.push_back({"Segmented", segments()});
    exhibits.push_back({"Chips", chips()});
    exhibits.push_back({"Switch", switches()});
    exhibits.push_back({"Stepper", steppers()});
    exhibits.push_back({"Fields", fields()});
    exhibits.push_back({"Keypad", keypads()});
    exhibits.push_back({"PIN and keypads that wait", quiet_keypads()});
    exhibits.push_back({"Amount pad", amount_pads()});
    exhibits.push_back({"Amount pad with an error", wrong_amount()});
    exhibits.push_back({"Count of cash", counts()});
}

}  // namespace kushi
