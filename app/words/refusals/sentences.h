#pragma once

#include <span>
#include <string_view>

#include "app/words/language.h"

namespace kushi {

/// A refusal's code and what it is called in words: what happened, what is safe, what to do. Without the full stop,
/// which comes after the field and the fact.
struct RefusalSentence {
    std::string_view code;
    Phrase phrase;
};

using RefusalSentences = std::span<const RefusalSentence>;

// One file an area, each in the order of its codes. A code stands in one of them only.
RefusalSentences request_refusals();  ///< how a line, a field, a text or a time is written
RefusalSentences money_refusals();    ///< amounts, rates, discounts, payment
RefusalSentences sale_refusals();     ///< the bill, its refund and void
RefusalSentences day_refusals();      ///< the business day and its reports
RefusalSentences people_refusals();   ///< who acts, what they may do, PINs, clients
RefusalSentences visit_refusals();    ///< booking and attendance
RefusalSentences care_refusals();     ///< consent, consultation, treatment, products used
RefusalSentences paper_refusals();    ///< printers and documents
RefusalSentences salon_refusals();    ///< setting a salon up; its folder, database and keys

}  // namespace kushi
