#pragma once

#include "app/screens/host.h"
#include "app/screens/till/till_bill.h"

namespace kushi {

// What the screens of the till have in common.

std::string amount_words(std::int64_t amount, const Locale& locale);
/// "−¥500"; nothing for nothing.
std::string taken_off_words(std::int64_t amount, const Locale& locale);
/// "Naoko Kimura", "Walk-in 2"
std::string visit_words(const TillVisit& visit, const Locale& locale);
/// "Cash", "Card", or the salon's own name for it.
std::string tender_words(const TillTender& tender);
Icon tender_icon(const std::string& type);
/// "10% ¥15,811, tax ¥1,437"; ※ where the rate is the reduced one.
std::string rate_words(const TillRate& rate, bool tax_is_in_prices, const Locale& locale);
/// ... of all rates in one line.
std::string rates_words(const TillBill& bill, const Locale& locale);
/// With its mark where its rate is the reduced one: "Hojicha Tea ※".
std::string line_words(const TillLine& line);

/// A label and an amount at its right.
Node sum_row(std::string label, std::string amount, bool strong, Token ink = Token::ink2);
/// An amount that a keypad fills: framed as a field that is typed into.
Node amount_box(std::string label, std::string amount, int height = 84);

/// Why something is done, as one of a few chips: the words are what is kept.
Node reason_chips(const std::vector<std::string>& reasons, const std::string& chosen,
                  const std::function<void(const std::string&)>& choose);

/// A sheet's head with its way out, its body that scrolls, and the buttons at its foot.
Node sheet_body(std::string title, std::string line, std::function<void()> close, Node body, std::vector<Node> buttons);
/// What goes back over the counter, and in which notes and coins.
Node change_panel(std::int64_t change, const std::vector<std::int64_t>& denominations, const Locale& locale,
                  bool compact);
/// A refusal where it happened.
std::optional<Node> problem_banner(const std::string& problem);

}  // namespace kushi
