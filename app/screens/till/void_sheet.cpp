#include "app/screens/till/void_sheet.h"

#include "app/screens/till/till_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"

namespace kushi {

Sheet void_sheet(const VoidForm& form, const TillSale& sale, const Locale& locale,
                 const std::function<void(const std::string&)>& choose, const std::function<void()>& confirm,
                 const std::function<void()>& close)
{
    const auto amount = amount_words(sale.bill.due, locale);
    auto body = column(20,
                       paragraph(tr("The whole sale is taken back under a number of its own. The goods go back to "
                                    "stock, and everything that was paid "
                                    "is given back the way it came."),
                                 type::body, Token::ink2),
                       reason_chips({tr("Wrong client"), tr("Wrong items"), tr("Wrong way of paying"),
                                     tr("Changed mind"), tr("Other")},
                                    form.reason, choose),
                       problem_banner(form.problem));
    auto act = button(said(tr("Void {}"), amount), confirm, {ButtonKind::danger}).waiting(form.busy).growing();
    if (form.reason.empty()) act.disabled = tr("Choose a reason first");
    std::vector<Node> buttons{button(tr("Keep the sale"), close, {ButtonKind::outline}), std::move(act)};
    Sheet sheet;
    sheet.name = said(tr("Void sale {}"), sale.number);
    sheet.on_cancel = close;
    sheet.content = sheet_body(sheet.name, {}, close, std::move(body), std::move(buttons));
    return sheet;
}

std::string no_void_words(const std::string& code)
{
    if (code == "already_voided") return tr("This sale is voided already");
    if (code == "already_refunded") return tr("No void after a refund");
    if (code == "day_closed") return tr("No void after the day is closed: refund it");
    return code.empty() ? std::string{} : tr("Only a sale can be voided");
}

}  // namespace kushi
