#include "app/engine/papers/receipt.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/money/format.h"

namespace kushi {
namespace {

std::string tender_word(const PaperWriter& paper, const SaleTender& tender)
{
    using enum PaperWord;
    constexpr std::array words{std::pair{"cash", cash},     std::pair{"card", card},
                               std::pair{"qr", qr},         std::pair{"voucher", voucher},
                               std::pair{"ticket", ticket}, std::pair{"deposit", deposit}};
    const auto* found =
        std::find_if(words.begin(), words.end(), [&](const auto& row) { return tender.type == row.first; });
    std::string name = found != words.end()   ? paper.word(found->second)
                       : tender.label.empty() ? paper.word(other)
                                              : tender.label;
    if (tender.reference.empty()) return name;
    const auto number = paper.word(slip, {masked_reference(tender.reference)});
    return paper.word(tendered_with_slip, {name, number});
}

class ReceiptWriter {
public:
    ReceiptWriter(const Sale& sale, const SalonFacts& salon, const PaperOptions& options)
        : sale_{sale},
          salon_{salon},
          options_{options},
          paper_{std::string{text_of(sale.kind)}, options.language, sale.currency}
    {}

    printing::Document write()
    {
        paper_.training_mark(salon_);
        paper_.head(salon_);
        title();
        paper_.rule();
        when_and_who();
        paper_.rule();
        for (const SaleLine& line : sale_.lines) item(line);
        discounts_and_charges();
        paper_.rule();
        totals();
        paper_.rule();
        payment();
        paper_.rule();
        foot();
        return paper_.take();
    }

private:
    void title()
    {
        if (sale_.kind == SaleKind::sale) return;
        const bool refund = sale_.kind == SaleKind::refund;
        paper_.centred(paper_.word(refund ? PaperWord::refund_title : PaperWord::void_title),
                       {.bold = true, .size = 2});
        if (refund && !salon_.registration_number.empty()) paper_.centred(paper_.word(PaperWord::return_invoice));
    }

    void when_and_who()
    {
        using enum PaperWord;
        const auto number = sale_.kind == SaleKind::sale     ? sale_number
                            : sale_.kind == SaleKind::refund ? refund_number
                                                             : void_number;
        paper_.row(paper_time(sale_.at, salon_.zone, paper_.language()), paper_.word(number, {sale_.number}));
        const bool two = !options_.therapist_name.empty();
        const auto& server = two ? options_.therapist_name : options_.staff_name;
        std::string place = options_.terminal_name.empty() ? sale_.terminal : options_.terminal_name;
        if (two && !options_.staff_name.empty()) place += (place.empty() ? "" : ", ") + options_.staff_name;
        paper_.row(server.empty() ? std::string{} : paper_.word(served_by, {server}), std::move(place));
        if (sale_.kind == SaleKind::sale) return;
        paper_.row(original, sale_.of);
        paper_.row(sold_on, paper_date(sale_.of_business_date, paper_.language()));
        paper_.row(sale_.kind == SaleKind::refund ? refunded_on : voided_on,
                   paper_date(sale_.business_date, paper_.language()));
    }

    /// A sale shows what a line cost before its discounts, which follow as lines of their own, so that the column adds
    /// up; a refund shows what is given back.
    void item(const SaleLine& line)
    {
        std::string name = paper_.language() == "ja" && !line.name_ja.empty() ? line.name_ja : line.name;
        if (line.reduced_rate) name += "\u00a0※";
        const bool refund = sale_.kind == SaleKind::refund;
        paper_.row(std::move(name), paper_.amount(refund ? line.final_amount : line.extended));
        if (line.quantity.units != Quantity::one)
            paper_.text("  " + quantity_text(line.quantity) + " × " + paper_.amount(line.unit_price));
        if (!refund && line.line_discount != 0)
            paper_.row("  " + paper_.word(PaperWord::discount), paper_.minus(line.line_discount));
    }

    void discounts_and_charges()
    {
        if (sale_.kind == SaleKind::refund) return;
        if (sale_.totals.bill_discount != 0) paper_.row(PaperWord::discount, paper_.minus(sale_.totals.bill_discount));
        if (sale_.totals.service_charge)
            paper_.row(PaperWord::service_charge, paper_.amount(*sale_.totals.service_charge));
    }

    void totals()
    {
        const bool inclusive = sale_.price_mode == PriceMode::inclusive;
        if (!inclusive) {
            rates();
            paper_.rule();
        }
        const auto word = sale_.kind == SaleKind::sale     ? PaperWord::total
                          : sale_.kind == SaleKind::refund ? PaperWord::refunded
                                                           : PaperWord::voided;
        paper_.large(paper_.word(word), paper_.word(PaperWord::tax_included), sale_.totals.total);
        if (inclusive) rates();
        if (std::any_of(sale_.lines.begin(), sale_.lines.end(), [](const SaleLine& line) { return line.reduced_rate; }))
            paper_.text(paper_.word(PaperWord::reduced_note));
    }

    void rates()
    {
        const bool inclusive = sale_.price_mode == PriceMode::inclusive;
        if (!inclusive) {
            std::int64_t net = 0;
            for (const RateTotals& rate : sale_.totals.by_rate) net += rate.net;
            paper_.row(PaperWord::subtotal, paper_.amount(net));
        }
        for (const RateTotals& rate : sale_.totals.by_rate) {
            const auto word = inclusive ? PaperWord::rate_inclusive : PaperWord::rate_exclusive;
            const auto basis = paper_.amount(inclusive ? rate.gross : rate.net);
            paper_.row(paper_.word(word, {percent_text(rate.rate), reduced_mark(rate.rate), basis}),
                       paper_.amount(rate.tax));
        }
    }

    /// The mark of the lines that have this rate, so that the eye finds from one to the other.
    [[nodiscard]] std::string reduced_mark(const Rate& rate) const
    {
        const bool reduced = std::any_of(sale_.lines.begin(), sale_.lines.end(),
                                         [&](const SaleLine& line) { return line.reduced_rate && line.rate == rate; });
        if (!reduced) return {};
        return paper_.language() == "ja" ? "※" : "\u00a0※";
    }

    void payment()
    {
        using enum PaperWord;
        const auto tip_amount = sale_.totals.tip.value_or(0);
        tip_rows(tip_amount);
        const auto rounding = sale_.totals.paid ? sale_.totals.paid->cash_rounding : 0;
        if (rounding != 0) paper_.row(cash_rounding, paper_.amount(rounding));
        if (sale_.kind == SaleKind::sale)
            paper_.row(amount_paid, paper_.amount(sale_.totals.due + rounding), {.bold = true});
        for (const SaleTender& tender : sale_.tenders)
            paper_.row(tender_word(paper_, tender), paper_.amount(tender.amount));
        const auto returned = sale_.totals.paid ? sale_.totals.paid->change : 0;
        if (returned != 0) paper_.row(change, paper_.amount(returned));
    }

    /// One line a person, or one for a tip that is shared.
    void tip_rows(std::int64_t sum)
    {
        if (sum == 0) return;
        if (options_.tips.empty()) paper_.row(tip_words({}), paper_.amount(sum));
        for (const auto& tip : options_.tips) paper_.row(tip_words(tip.staff_name), paper_.amount(tip.amount));
    }

    [[nodiscard]] std::string tip_words(const std::string& staff_name) const
    {
        if (sale_.kind != SaleKind::sale) return paper_.word(PaperWord::tip_taken_back);
        if (staff_name.empty()) return paper_.word(PaperWord::tip);
        return paper_.word(PaperWord::tip_for, {staff_name});
    }

    void foot()
    {
        using enum PaperWord;
        if (options_.next_visit) {
            const auto time = paper_time(*options_.next_visit, salon_.zone, paper_.language());
            paper_.centred(options_.next_visit_staff.empty()
                               ? paper_.word(next_visit, {time})
                               : paper_.word(next_visit_with, {time, options_.next_visit_staff}));
        }
        if (sale_.kind == SaleKind::sale) paper_.centred(paper_.word(thank_you));
        if (!sale_.chain_mark.empty()) paper_.centred(paper_.word(chain_mark, {in_two(sale_.chain_mark)}));
        paper_.training_mark(salon_);
    }

    static std::string in_two(const std::string& mark)
    {
        return mark.size() == 8 ? mark.substr(0, 4) + "\u00a0" + mark.substr(4) : mark;
    }

    const Sale& sale_;
    const SalonFacts& salon_;
    const PaperOptions& options_;
    PaperWriter paper_;
};

}  // namespace

std::string masked_reference(std::string_view reference)
{
    constexpr std::size_t shown = 4;
    std::size_t characters = 0;
    // From the end, counting the first byte of each character.
    for (std::size_t at = reference.size(); at > 0; --at) {
        if ((static_cast<unsigned char>(reference[at - 1]) & 0xc0U) == 0x80U) continue;
        if (++characters == shown) return (at > 1 ? "*" : "") + std::string{reference.substr(at - 1)};
    }
    return std::string{reference};
}

printing::Document receipt_document(const Sale& sale, const SalonFacts& salon, const PaperOptions& options)
{
    auto document = ReceiptWriter{sale, salon, options}.write();
    if (options.reprint_count == 0) return document;
    return as_copy(std::move(document), {options.reprint_count, options.reprinted_at, salon.zone, {}, false});
}

}  // namespace kushi
