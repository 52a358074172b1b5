#include "app/engine/papers/formal.h"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "app/engine/papers/sale_parts.h"

namespace kushi {
namespace {

bool was_paid_before(const SaleTender& tender)
{
    return tender.type == "ticket" || tender.type == "voucher" || tender.type == "deposit";
}

std::int64_t paid_before(const Sale& sale)
{
    std::int64_t sum = 0;
    for (const auto& tender : sale.tenders) sum += was_paid_before(tender) ? tender.amount : 0;
    return sum;
}

bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> ends)
{
    for (const auto end : ends) {
        if (text.ends_with(end)) return true;
    }
    return false;
}

class FormalWriter {
public:
    FormalWriter(const Sale& sale, const SalonFacts& salon, const PaperOptions& options, const FormalFacts& facts)
        : sale_{sale},
          salon_{salon},
          options_{options},
          facts_{facts},
          paper_{"formal", options.language, sale.currency}
    {}

    printing::Document write()
    {
        using enum PaperWord;
        paper_.training_mark(salon_);
        paper_.head(salon_);
        paper_.centred(paper_.word(formal_title), {.bold = true, .size = 2});
        if (facts_.after_receipt) paper_.centred(paper_.word(after_receipt));
        paper_.rule();
        write_time_and_number(paper_, sale_, salon_);
        if (!facts_.issued_on.empty() && facts_.issued_on != sale_.business_date)
            paper_.row(issued_on, paper_date(facts_.issued_on, paper_.language()));
        paper_.rule();
        paper_.text(addressed(), printing::Align::left, {.bold = true, .size = 2});
        paper_.large(paper_.word(amount_received), {}, received_amount(sale_));
        paper_.text(purpose_words());
        paper_.text(paper_.word(with_thanks));
        paper_.rule();
        breakdown();
        paper_.rule();
        payment();
        paper_.rule();
        foot();
        return paper_.take();
    }

private:
    /// A name that was typed with its honorific keeps it.
    [[nodiscard]] std::string addressed() const
    {
        if (paper_.language() == "ja" && ends_with_one_of(facts_.name, {"様", "御中", "殿"})) return facts_.name;
        return paper_.word(PaperWord::addressee, {facts_.name});
    }

    [[nodiscard]] std::string purpose_words() const
    {
        auto words = facts_.purpose.empty() ? paper_.word(PaperWord::purpose_of_treatment) : facts_.purpose;
        if (paper_.language() == "ja" && !ends_with_one_of(words, {"として"})) words += "として";
        return paper_.word(PaperWord::purpose, {words});
    }

    /// How the amount comes about: what was bought by rate, what is prepaid, less what was paid before.
    void breakdown()
    {
        using enum PaperWord;
        const auto before = paid_before(sale_);
        if (sale_.totals.total != received_amount(sale_) && sale_.totals.total != 0)
            paper_.row(paper_.word(total) + paper_.word(tax_included), paper_.amount(sale_.totals.total));
        if (!sale_.totals.by_rate.empty()) write_rates(paper_, sale_);
        write_reduced_note(paper_, sale_);
        if (sale_.totals.prepaid != 0)
            paper_.row(paper_.word(prepaid_sale) + paper_.word(not_taxed_now), paper_.amount(sale_.totals.prepaid));
        if (before != 0) paper_.row(prepaid_before, paper_.minus(before));
    }

    /// Cash without its change; what a card paid says so, because it bears no stamp duty.
    void payment()
    {
        using enum PaperWord;
        const auto change_given = sale_.totals.paid ? sale_.totals.paid->change : 0;
        std::int64_t cash_taken = -change_given;
        for (const auto& tender : sale_.tenders) {
            if (tender.type == "cash") cash_taken += tender.amount;
        }
        for (const auto& tender : sale_.tenders) {
            if (was_paid_before(tender) || tender.type == "cash") continue;
            paper_.row(tender.type == "card" ? paper_.word(credit_card) : tender_name(paper_, tender),
                       paper_.amount(tender.amount));
        }
        if (cash_taken != 0) paper_.row(cash, paper_.amount(cash_taken));
        if (const auto sum = sale_.totals.tip.value_or(0); sum != 0) paper_.row(tip, paper_.minus(sum));
        write_stamp_box(paper_, options_.stamp);
    }

    void foot()
    {
        std::string place = options_.terminal_name.empty() ? sale_.terminal : options_.terminal_name;
        paper_.row(
            options_.staff_name.empty() ? std::string{} : paper_.word(PaperWord::served_by, {options_.staff_name}),
            std::move(place));
        write_chain_mark(paper_, sale_);
        paper_.training_mark(salon_);
    }

    const Sale& sale_;
    const SalonFacts& salon_;
    const PaperOptions& options_;
    const FormalFacts& facts_;
    PaperWriter paper_;
};

}  // namespace

std::int64_t received_amount(const Sale& sale)
{
    const auto rounding = sale.totals.paid ? sale.totals.paid->cash_rounding : 0;
    return sale.totals.total + sale.totals.prepaid + rounding - paid_before(sale);
}

printing::Document formal_document(const Sale& sale, const SalonFacts& salon, const PaperOptions& options,
                                   const FormalFacts& facts)
{
    return FormalWriter{sale, salon, options, facts}.write();
}

}  // namespace kushi
