#pragma once

#include "app/widgets/node.h"

namespace kushi {

enum class ButtonKind { primary, tonal, outline, quiet, danger };
enum class ButtonSize { medium, normal, large };  ///< 48, 56, 72 px high

struct ButtonLook {
    ButtonKind kind = ButtonKind::tonal;
    ButtonSize size = ButtonSize::normal;
    Icon icon = Icon::none;
    std::string trailing{};  ///< an amount at the right, in money M
};

/// Fires when a finger is lifted inside it. Its name is its label, and the amount that it carries.
Node button(std::string label, std::function<void()> act, const ButtonLook& look = {});
inline Node primary_button(std::string label, std::function<void()> act, ButtonSize size = ButtonSize::normal)
{
    return button(std::move(label), std::move(act), {ButtonKind::primary, size});
}

/// A round button of an icon; its name says what it does.
Node icon_button(Icon icon, std::string name, std::function<void()> act, bool framed = true);

struct Option {
    std::string label;
    std::function<void()> act;
    Icon icon = Icon::none;
    std::string disabled{};
};
/// 2 to 5 options of which one is chosen (or none: -1). `name` is the question, and the group for the arrows.
Node segmented(std::string name, const std::vector<Option>& options, int chosen, int height = 56);

/// One of many that may be chosen. A risk turns red when it is.
Node chip(std::string label, bool chosen, std::function<void()> act, bool risk = false, Icon icon = Icon::none);
Node toggle(std::string name, bool on, std::function<void()> act);

struct StepperLook {
    std::string name;           ///< "Quantity of Yuzu Shampoo"
    std::string value;          ///< "15 ml"
    std::string less{}, more{};     ///< names of its buttons
    std::function<void()> on_less{}, on_more{};
    std::function<void()> on_value{};  ///< a tap on the value opens a pad
    std::string no_less{};        ///< why it goes no lower
    int value_width = 32;
    int height = 48;
};
Node stepper(const StepperLook& look);

}  // namespace kushi
