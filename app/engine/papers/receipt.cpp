#include "app/engine/papers/receipt.h"

#include <algorithm>
#include <utility>

#include "app/engine/papers/sale_parts.h"
#include "core/money/format.h"

namespace kushi {
namespace {

/// Below it a refund in Japan is only told of; from it on it needs a return invoice, judged on the whole refund with
/// its tax. Source: 消費税法施行令 第70条の9 第3項
constexpr std::int64_t return_invoice_from = 10'000;

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
        paper_.own_words(salon_.receipt_head);
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
        vouchers_sold();
        paper_.rule();
        foot();
        return paper_.take();
    }

private:
    using What = PrepaidFact::What;

    void title()
    {
        if (sale_.kind == SaleKind::sale) return;
        const bool refund = sale_.kind == SaleKind::refund;
        paper_.centred(paper_.word(refund ? PaperWord::refund_title : PaperWord::void_title),
                       {.bold = true, .size = 2});
        if (is_return_invoice()) paper_.centred(paper_.word(PaperWord::return_invoice));
    }

    [[nodiscard]] bool is_return_invoice() const
    {
        return sale_.kind == SaleKind::refund && !salon_.registration_number.empty() &&
               sale_.currency.code() == "JPY" && sale_.totals.total >= return_invoice_from;
    }

    void when_and_who()
    {
        using enum PaperWord;
        write_time_and_number(paper_, sale_, salon_);
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
        const bool refund = sale_.kind == SaleKind::refund;
        paper_.row(line_name(paper_, line), paper_.amount(refund ? line.final_amount : line.extended));
        if (line.quantity.units != Quantity::one)
            paper_.text("  " + quantity_text(line.quantity) + " × " + paper_.amount(line.unit_price));
        if (!refund && line.line_discount != 0)
            paper_.row("  " + paper_.word(PaperWord::discount), paper_.minus(line.line_discount));
        if (line.shares.size() > 1) paper_.note(paper_.word(PaperWord::shared_line, {names_of(line.shares)}));
        ticket_of(line);
        if (line.kind == "ticket") ticket_sold();
    }

    [[nodiscard]] std::string names_of(const std::vector<StaffShare>& shares) const
    {
        std::string names;
        for (const auto& share : shares) {
            const auto found = options_.staff_names.find(share.staff);
            if (found == options_.staff_names.end()) continue;
            if (!names.empty()) names += paper_.language() == "ja" ? "・" : ", ";
            names += found->second;
        }
        return names;
    }

    [[nodiscard]] const PrepaidFact* fact_of(const std::string& id) const
    {
        const auto found = std::find_if(options_.prepaid.begin(), options_.prepaid.end(), [&](const PrepaidFact& fact) {
            return fact.id == id && fact.what != What::sold;
        });
        return found == options_.prepaid.end() ? nullptr : &*found;
    }

    /// Which use of the ticket paid for the line, and how many are left after it.
    void ticket_of(const SaleLine& line)
    {
        using enum PaperWord;
        if (line.ticket.empty()) return;
        const auto* fact = fact_of(line.ticket);
        if (fact == nullptr) return paper_.note(paper_.word(ticket_plain));
        const auto until = until_words(paper_, fact->expires);
        if (fact->what == What::given_back) {
            return paper_.note(paper_.word(ticket_given_back, {std::to_string(fact->sessions_left())}) + until);
        }
        const auto session = fact->first_session + uses_told_[line.ticket]++;
        paper_.note(paper_.word(ticket_use, {std::to_string(session), std::to_string(fact->sessions),
                                             std::to_string(fact->sessions - session)}) +
                    until);
    }

    /// The next ticket that the document sold or ended: its lines and its facts come in one order.
    void ticket_sold()
    {
        using enum PaperWord;
        const auto wanted = sale_.kind == SaleKind::sale ? What::sold : What::cancelled;
        const auto is_it = [&](const PrepaidFact& fact) { return fact.what == wanted && fact.kind == "ticket"; };
        const auto begin = options_.prepaid.begin() + static_cast<std::ptrdiff_t>(tickets_told_);
        const auto found = std::find_if(begin, options_.prepaid.end(), is_it);
        if (found == options_.prepaid.end()) return;
        tickets_told_ = static_cast<std::size_t>(found - options_.prepaid.begin()) + 1;
        const auto all = std::to_string(found->sessions);
        if (wanted == What::sold) {
            paper_.note(paper_.word(PaperWord::ticket_sold, {all}) + until_words(paper_, found->expires));
        } else {
            paper_.note(paper_.word(ticket_ended, {std::to_string(found->sessions_used), all}));
        }
    }

    void discounts_and_charges()
    {
        if (sale_.kind == SaleKind::refund) return;
        if (sale_.totals.bill_discount != 0) paper_.row(PaperWord::discount, paper_.minus(sale_.totals.bill_discount));
        if (sale_.totals.service_charge)
            paper_.row(PaperWord::service_charge, paper_.amount(*sale_.totals.service_charge));
        taxed_before();
    }

    /// No tender: it comes off the total, because its tax was paid when it was sold.
    void taxed_before()
    {
        if (sale_.totals.taxed_before == 0) return;
        const auto used = [](const PrepaidFact& fact) { return fact.taxed_at_issue && fact.what != What::sold; };
        const auto& facts = options_.prepaid;
        const bool by_voucher = std::any_of(facts.begin(), facts.end(),
                                            [&](const auto& fact) { return used(fact) && fact.kind == "voucher"; });
        const bool by_ticket = std::any_of(facts.begin(), facts.end(),
                                           [&](const auto& fact) { return used(fact) && fact.kind == "ticket"; });
        paper_.row(by_ticket && !by_voucher ? PaperWord::taxed_before_ticket : PaperWord::taxed_before_voucher,
                   paper_.minus(sale_.totals.taxed_before));
        for (const auto& fact : facts) {
            if (used(fact) && fact.kind == "voucher") paper_.note(voucher_name(fact) + ", " + left_of(fact));
        }
    }

    [[nodiscard]] std::string voucher_name(const PrepaidFact& fact) const
    {
        const auto name = fact.name.empty() ? paper_.word(PaperWord::voucher) : fact.name;
        return fact.code.empty() ? name : name + ' ' + masked_reference(fact.code);
    }

    [[nodiscard]] std::string left_of(const PrepaidFact& fact) const
    {
        auto words = paper_.word(PaperWord::balance_left, {paper_.amount(fact.face_left)});
        if (fact.face_left > 0) words += until_words(paper_, fact.expires);
        return words;
    }

    void totals()
    {
        const bool inclusive = sale_.price_mode == PriceMode::inclusive;
        const auto word = sale_.kind == SaleKind::sale     ? PaperWord::total
                          : sale_.kind == SaleKind::refund ? PaperWord::refunded
                                                           : PaperWord::voided;
        if (only_prepaid()) {
            const bool sold = sale_.kind == SaleKind::sale;
            paper_.large(paper_.word(sold ? PaperWord::prepaid_sale : word),
                         paper_.word(sold ? PaperWord::not_taxed_now : PaperWord::prepaid_part), sale_.totals.prepaid);
            return;
        }
        if (!inclusive) {
            write_rates(paper_, sale_);
            paper_.rule();
        }
        paper_.large(paper_.word(word), paper_.word(PaperWord::tax_included), sale_.totals.total);
        if (inclusive) write_rates(paper_, sale_);
        write_reduced_note(paper_, sale_);
    }

    /// Then there is no total: nothing was bought yet.
    [[nodiscard]] bool only_prepaid() const
    {
        return !sale_.lines.empty() && sale_.totals.total == 0 &&
               std::all_of(sale_.lines.begin(), sale_.lines.end(), [](const SaleLine& line) { return line.prepaid; });
    }

    void payment()
    {
        using enum PaperWord;
        if (sale_.totals.prepaid != 0 && !only_prepaid()) {
            paper_.row(sale_.kind == SaleKind::sale ? paper_.word(prepaid_sale) + paper_.word(not_taxed_now)
                                                    : paper_.word(prepaid_paid_back),
                       paper_.amount(sale_.totals.prepaid));
        }
        tip_rows(sale_.totals.tip.value_or(0));
        const auto rounding = sale_.totals.paid ? sale_.totals.paid->cash_rounding : 0;
        if (rounding != 0) paper_.row(cash_rounding, paper_.amount(rounding));
        if (sale_.kind == SaleKind::sale)
            paper_.row(amount_paid, paper_.amount(sale_.totals.due + rounding), {.bold = true});
        for (const SaleTender& tender : sale_.tenders) tendered(tender);
        const auto returned = sale_.totals.paid ? sale_.totals.paid->change : 0;
        if (returned != 0) paper_.row(change, paper_.amount(returned));
        write_stamp_box(paper_, options_.stamp);
    }

    /// A voucher or deposit with what is left on it; a ticket said so at its line.
    void tendered(const SaleTender& tender)
    {
        const auto* fact = tender.prepaid.empty() ? nullptr : fact_of(tender.prepaid);
        if (fact == nullptr || fact->kind == "ticket") {
            return paper_.row(tender_words(paper_, tender), paper_.amount(tender.amount));
        }
        auto shown = tender;
        if (!fact->code.empty()) shown.reference.clear();
        const auto code = fact->code.empty() ? std::string{} : ' ' + masked_reference(fact->code);
        paper_.row(tender_words(paper_, shown) + code, paper_.amount(tender.amount));
        if (fact->what == What::cancelled) return;
        // One that was sold below its face loses more than it pays: the rest stands among the discounts.
        const bool bonus = fact->what == What::used && tender.face != 0 && tender.face != tender.amount;
        if (bonus) {
            paper_.note(
                paper_.word(PaperWord::off_the_balance, {paper_.amount(tender.face), paper_.amount(fact->face_left)}) +
                (fact->face_left > 0 ? until_words(paper_, fact->expires) : std::string{}));
        } else if (fact->kind == "voucher" || fact->face_left > 0) {
            paper_.note(left_of(*fact));
        }
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

    /// The voucher itself: whoever brings this paper may spend it.
    void vouchers_sold()
    {
        if (sale_.kind != SaleKind::sale) return;
        for (const auto& fact : options_.prepaid) {
            if (fact.what != What::sold || fact.kind != "voucher") continue;
            paper_.rule();
            paper_.centred(fact.name.empty() ? paper_.word(PaperWord::voucher) : fact.name, {.bold = true});
            paper_.centred(paper_.word(PaperWord::voucher_worth, {paper_.amount(fact.face_left)}) +
                           until_words(paper_, fact.expires));
            if (fact.code.empty()) continue;
            paper_.centred(paper_.word(PaperWord::voucher_code, {fact.code}));
            paper_.add(printing::QrBlock{fact.code});
        }
    }

    void foot()
    {
        write_next_visit(paper_, options_.next_visit, options_.next_visit_staff, salon_.zone);
        if (sale_.kind == SaleKind::sale) {
            if (salon_.receipt_foot.empty())
                paper_.centred(paper_.word(PaperWord::thank_you));
            else
                paper_.own_words(salon_.receipt_foot);
        }
        write_chain_mark(paper_, sale_);
        paper_.training_mark(salon_);
    }

    const Sale& sale_;
    const SalonFacts& salon_;
    const PaperOptions& options_;
    PaperWriter paper_;
    std::map<std::string, std::int64_t> uses_told_;  ///< of each ticket, so far on this paper
    std::size_t tickets_told_ = 0;                   ///< facts that ticket_sold has passed
};

}  // namespace

printing::Document receipt_document(const Sale& sale, const SalonFacts& salon, const PaperOptions& options)
{
    auto document = ReceiptWriter{sale, salon, options}.write();
    if (options.reprint_count == 0) return document;
    return as_copy(std::move(document), {options.reprint_count, options.reprinted_at, salon.zone, {}, false});
}

}  // namespace kushi
