#include "app/engine/papers/prepaid_facts.h"

#include <algorithm>
#include <optional>

#include "db/read/prepaid.h"

namespace kushi {
namespace {

using What = PrepaidFact::What;

/// Nothing for an expiry, which no document makes.
std::optional<What> what_of(const PrepaidMove& move)
{
    if (move.kind == "used") return What::used;
    if (move.kind == "given_back") return What::given_back;
    if (move.kind == "cancelled") return What::cancelled;
    return std::nullopt;
}

std::string name_of(const Salon& salon, const PrepaidRecord& record, const std::string& language)
{
    const auto item = salon.item(record.item);
    return item ? item->name.for_language(language) : std::string{};
}

PrepaidFact fact_of(const Salon& salon, const PrepaidRecord& record, What what, const std::string& language)
{
    PrepaidFact fact;
    fact.what = what;
    fact.id = record.id;
    fact.kind = record.kind;
    fact.name = name_of(salon, record, language);
    fact.code = record.code;
    fact.expires = record.expires;
    fact.sessions = record.sessions;
    fact.face_left = record.face;
    fact.taxed_at_issue = record.taxed_at_issue;
    return fact;
}

/// Lays one move on top of what is known; what the document itself did is counted apart.
void lay(PrepaidFact& fact, const PrepaidMove& move, bool here)
{
    const auto what = what_of(move);
    if (!what || *what == What::cancelled) return;
    const int sign = *what == What::used ? 1 : -1;
    if (here && *what == fact.what) {
        if (fact.first_session == 0) fact.first_session = fact.sessions_used + 1;
        fact.sessions_here += move.sessions;
        fact.face_here += move.face;
    }
    fact.sessions_used += sign * move.sessions;
    fact.face_left -= sign * move.face;
}

/// The ledger up to the document's own last entry: what came after it is not what its paper knew.
void lay_ledger(const Database& database, const std::string& sale, PrepaidFact& fact)
{
    const auto moves = moves_of_prepaid(database, fact.id);
    const auto last =
        std::find_if(moves.rbegin(), moves.rend(), [&](const PrepaidMove& move) { return move.sale == sale; });
    std::for_each(moves.begin(), last.base(), [&](const PrepaidMove& move) { lay(fact, move, move.sale == sale); });
}

bool told(const std::vector<PrepaidFact>& facts, const std::string& id, What what)
{
    return std::any_of(facts.begin(), facts.end(),
                       [&](const PrepaidFact& fact) { return fact.id == id && fact.what == what; });
}

}  // namespace

std::vector<PrepaidFact> prepaid_facts(const Database& database, const Salon& salon, const Sale& sale,
                                       const std::string& language)
{
    std::vector<PrepaidFact> facts;
    for (const auto& record : prepaid_of_sale(database, sale.id))
        facts.push_back(fact_of(salon, record, What::sold, language));
    for (const auto& move : prepaid_moves_of_sale(database, sale.id)) {
        const auto what = what_of(move);
        if (!what || told(facts, move.prepaid, *what)) continue;
        const auto record = prepaid_by_id(database, move.prepaid);
        if (!record) continue;
        auto fact = fact_of(salon, *record, *what, language);
        lay_ledger(database, sale.id, fact);
        facts.push_back(std::move(fact));
    }
    return facts;
}

}  // namespace kushi
