#include "app/engine/papers/consumption.h"

#include <algorithm>

#include "app/engine/papers/sale_parts.h"

namespace kushi {
namespace {

bool is_use(const PrepaidFact& fact)
{
    // The fee of a ticket that is cancelled takes money from it, but no session.
    return fact.kind == "ticket" && fact.what == PrepaidFact::What::used && fact.sessions_here > 0;
}

/// "3 of 10", or of two uses at once "3-4 of 10".
std::string sessions_used(const PaperWriter& paper, const PrepaidFact& fact)
{
    auto sessions = std::to_string(fact.first_session);
    if (fact.sessions_here > 1) sessions += '-' + std::to_string(fact.first_session + fact.sessions_here - 1);
    return paper.word(PaperWord::session_number, {sessions, std::to_string(fact.sessions)});
}

void write_use(PaperWriter& paper, const PrepaidFact& fact)
{
    using enum PaperWord;
    paper.text(fact.name.empty() ? paper.word(ticket) : fact.name, printing::Align::left, {.bold = true});
    paper.row(used_today, sessions_used(paper, fact));
    paper.row(sessions_left, paper.word(times, {std::to_string(fact.sessions_left())}), {.bold = true});
    paper.row(last_good_day,
              fact.expires.empty() ? paper.word(no_last_day) : paper_date(fact.expires, paper.language()));
}

}  // namespace

bool uses_a_ticket(const PaperOptions& options)
{
    return std::any_of(options.prepaid.begin(), options.prepaid.end(), is_use);
}

printing::Document consumption_document(const Sale& sale, const SalonFacts& salon, const PaperOptions& options)
{
    PaperWriter paper{"consumption", options.language, sale.currency};
    paper.training_mark(salon);
    paper.head(salon);
    paper.centred(paper.word(PaperWord::consumption_title), {.bold = true, .size = 2});
    paper.rule();
    write_time_and_number(paper, sale, salon);
    for (const auto& fact : options.prepaid) {
        if (!is_use(fact)) continue;
        paper.rule();
        write_use(paper, fact);
    }
    paper.rule();
    write_next_visit(paper, options.next_visit, options.next_visit_staff, salon.zone);
    paper.centred(paper.word(PaperWord::thank_you));
    write_chain_mark(paper, sale);
    paper.training_mark(salon);
    return paper.take();
}

}  // namespace kushi
