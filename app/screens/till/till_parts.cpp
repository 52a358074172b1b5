#include "app/screens/till/till_parts.h"

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {

std::string amount_words(std::int64_t amount, const Locale& locale)
{
    return money_text(amount, locale.currency, locale.language);
}

std::string taken_off_words(std::int64_t amount, const Locale& locale)
{
    return amount == 0 ? std::string{} : money_text(-amount, locale.currency, locale.language);
}

std::string visit_words(const TillVisit& visit, const Locale& locale)
{
    if (!visit.name.empty()) return client_name_text(visit.name, locale.language);
    if (visit.walk_in) return said(tr("Walk-in {}"), *visit.walk_in);
    return visit.client.empty() ? tr("Sale without a name") : tr("Client");
}

std::string tender_words(const TillTender& tender)
{
    if (tender.type == "cash") return tr("Cash");
    if (tender.type == "card") return tr("Card");
    if (tender.type == "qr") return tr("QR pay");
    return tender.label.empty() ? tr("Other") : tender.label;
}

Icon tender_icon(const std::string& type)
{
    if (type == "cash") return Icon::banknote;
    if (type == "card") return Icon::credit_card;
    return type == "qr" ? Icon::qr_code : Icon::wallet;
}

std::string rate_words(const TillRate& rate, bool tax_is_in_prices, const Locale& locale)
{
    const auto base = amount_words(tax_is_in_prices ? rate.gross : rate.net, locale);
    return said(rate.reduced ? tr("{0}% ※ {1}, tax {2}") : tr("{0}% {1}, tax {2}"), rate.rate, base,
                amount_words(rate.tax, locale));
}

std::string rates_words(const TillBill& bill, const Locale& locale)
{
    std::string words;
    for (const auto& rate : bill.rates)
        words += (words.empty() ? "" : " · ") + rate_words(rate, bill.tax_is_in_prices(), locale);
    return words;
}

std::string line_words(const TillLine& line)
{
    return line.reduced ? line.name + " ※" : line.name;
}

Node sum_row(std::string label, std::string amount, bool strong, Token ink)
{
    const auto style = strong ? type::note.weighing(600) : type::note;
    return row(12, text(std::move(label), style, strong ? Token::ink : Token::ink2).growing(),
               money(std::move(amount), style, ink))
        .high(26);
}

Node amount_box(std::string label, std::string amount, int height)
{
    auto box = row(12, text(label, type::label.weighing(500), Token::ink2).growing(),
                   money(amount, {34, 42, 600, true, -0.3}));
    box.padding = Insets{24, 0};
    box.drawing = ground(Token::surface, 20, Token::primary, 2);
    box.access = {ControlRole::status, std::move(label), std::move(amount), {}, false};
    return box.high(height);
}

Node reason_chips(const std::vector<std::string>& reasons, const std::string& chosen,
                  const std::function<void(const std::string&)>& choose)
{
    auto chips = wrap(8);
    for (const auto& reason : reasons) {
        put(chips.children,
            chip(reason, reason == chosen, [choose, reason] { choose(reason); }).keyed(reason).grouped("reasons"));
    }
    return column(8, text(tr("Reason"), type::caption.weighing(600), Token::ink2), std::move(chips));
}

Node sheet_body(std::string title, std::string line, std::function<void()> close, Node body, std::vector<Node> buttons)
{
    auto titles = column(0, heading(std::move(title)));
    if (!line.empty()) put(titles.children, text(std::move(line), type::caption, Token::ink2));
    auto foot = row(12);
    put(foot.children, std::move(buttons));
    auto middle = scroll("sheet", 0, std::move(body));
    return column(16,
                  row(12, titles.growing().shrinking(), icon_button(Icon::cross, tr("Close"), std::move(close), false)),
                  std::move(middle), foot.children.empty() ? std::nullopt : std::optional{std::move(foot)});
}

Node change_panel(std::int64_t change, const std::vector<std::int64_t>& denominations, const Locale& locale,
                  bool compact)
{
    auto coins = wrap(8);
    for (const auto& coin : coins_for(change, denominations)) {
        const auto words = said(tr("{0} × {1}"), amount_words(coin.value, locale), coin.count);
        auto pill = row(0, text(words, type::note.weighing(600).figures(), Token::on_brand));
        pill.padding = Insets{14, 0};
        pill.drawing = painting(
            "coin", {}, [](Canvas& canvas, const Rect& rect, const Look&) { canvas.fill(rect, Token::primary, 17); });
        put(coins.children, pill.high(34));
    }
    auto panel = column(0, text(tr("Change"), type::body, Token::on_brand_soft),
                        money(amount_words(change, locale), type::money_l, Token::white, Align::start),
                        coins.children.empty() ? std::nullopt : std::optional{coins.padded(Insets{0, 12, 0, 0})});
    panel.padding = compact ? Insets{16, 16} : Insets{24, 20};
    panel.drawing = ground(Token::brand, 20);
    panel.access = {ControlRole::status, tr("Change"), amount_words(change, locale), {}, false};
    return panel.keyed("change");
}

std::optional<Node> problem_banner(const std::string& problem)
{
    if (problem.empty()) return std::nullopt;
    auto node = banner(problem, Tone::danger, Icon::triangle_alert);
    return node.keyed("problem");
}

}  // namespace kushi
