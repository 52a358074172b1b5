#include "app/engine/commands/free_values.h"

#include "core/text/card_numbers.h"

namespace kushi {

void refuse_card_numbers(Command& command, const Json& value, const char* field)
{
    if (value.is_string() && holds_card_number(value.get_ref<const std::string&>()))
        command.fields.refuse("card_number", field);
    if (!value.is_structured()) return;
    for (const auto& part : value) refuse_card_numbers(command, part, field);
}

}  // namespace kushi
