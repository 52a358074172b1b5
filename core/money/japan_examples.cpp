#include "core/money/japan_examples.h"

#include <nlohmann/json.hpp>

#include "core/money/fields.h"
#include "core/money/stamp.h"
#include "core/text/registration_number.h"

namespace kushi {

using nlohmann::json;
using nlohmann::ordered_json;

Outcome<ordered_json> stamp_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"amount", "tax", "tax_stated", "tender", "medium"}};
    ReceiptForStamp receipt;
    receipt.amount = fields.integer("amount");
    receipt.tax = fields.integer("tax");
    receipt.tax_stated = fields.flag("tax_stated");
    receipt.in_cash = fields.word("tender") == "cash";
    receipt.on_paper = fields.one_of<bool>("medium", {{"paper", true}, {"electronic", false}});
    if (problem.first()) return unexpected<Refusal>{*problem.first()};
    return stamp_duty(receipt).map([](const StampDuty& duty) {
        return ordered_json{
            {"judged_amount", duty.judged_amount}, {"stamp", duty.stamp}, {"print_box", duty.print_box}};
    });
}

Outcome<ordered_json> regno_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"text"}};
    const std::string text = fields.text("text");
    if (problem.first()) return unexpected<Refusal>{*problem.first()};
    return ordered_json{{"format_ok", has_registration_number_form(text)},
                        {"check_digit_ok", registration_number_fits(text)}};
}

}  // namespace kushi
