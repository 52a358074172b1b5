#include "app/engine/papers/sale_papers.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/engine/papers/consumption.h"
#include "app/engine/papers/formal.h"
#include "app/engine/papers/gift.h"
#include "app/engine/papers/receipt.h"
#include "app/words/local_text.h"
#include "core/money/stamp.h"
#include "db/read/sales.h"
#include "db/read/visits.h"
#include "db/spool.h"

namespace kushi {
namespace {

std::string alias(const Salon& salon, const std::string& staff, const std::string& language)
{
    const auto* person = salon.person(staff);
    return person == nullptr ? std::string{} : person->name.for_language(language);
}

/// The client's next visit after the sale, booked and not cancelled.
void add_next_visit(const Database& database, const Salon& salon, const Sale& sale, PaperOptions& options)
{
    if (sale.kind != SaleKind::sale || sale.client.empty()) return;
    for (const auto& visit : visits_of_client(database, sale.client)) {
        if (visit.closed() || visit.id == sale.visit) continue;
        const auto start = parse_instant(visit.start);
        if (!start || *start <= sale.at || (options.next_visit && *options.next_visit <= *start)) continue;
        options.next_visit = start;
        options.next_visit_staff = alias(salon, visit.therapist, options.language);
    }
}

PaperOptions paper_options(const Database& database, const Salon& salon, const Sale& sale, const std::string& language)
{
    PaperOptions options;
    options.language = language;
    options.staff_name = alias(salon, sale.staff, language);
    options.terminal_name = sale.terminal;
    for (const auto& line : sale.lines) {
        if (options.therapist_name.empty() && line.therapist != sale.staff) {
            options.therapist_name = alias(salon, line.therapist, language);
        }
        for (const auto& share : line.shares) options.staff_names[share.staff] = alias(salon, share.staff, language);
    }
    for (const auto& tip : sale.tips) options.tips.push_back({alias(salon, tip.staff, language), tip.amount});
    options.prepaid = prepaid_facts(database, salon, sale, language);
    add_next_visit(database, salon, sale, options);
    return options;
}

/// With the salon's own tenders by their names in the paper's language.
Sale as_named(Sale sale, const Salon& salon, const std::string& language)
{
    for (auto& tender : sale.tenders) {
        const auto own = std::find_if(salon.own_tenders.begin(), salon.own_tenders.end(), [&](const OwnTender& one) {
            return one.code == tender.label || one.label.en == tender.label || one.label.ja == tender.label;
        });
        if (!tender.label.empty() && own != salon.own_tenders.end()) tender.label = own->label.for_language(language);
    }
    return sale;
}

/// Yen of the revenue stamp that a paper over `amount` needs: for its part in cash, less that part's share of the tax,
/// which the paper states in yen.
std::int64_t stamp_for(const Salon& salon, const Sale& sale, std::int64_t amount)
{
    if (!salon.receipt_stamp_box || sale.kind != SaleKind::sale || sale.currency.code() != "JPY" || amount <= 0)
        return 0;
    std::int64_t cash = sale.totals.paid ? -sale.totals.paid->change : 0;
    for (const auto& tender : sale.tenders) cash += tender.type == "cash" ? tender.amount : 0;
    cash = std::clamp<std::int64_t>(cash, 0, amount);
    const auto tax = static_cast<std::int64_t>(static_cast<__int128>(sale.totals.tax_total) * cash / amount);
    const auto duty = stamp_duty({cash, tax, true, true, true});
    return duty ? duty->stamp : 0;
}

Outcome<void> can_be_formal(const Database& database, const Sale& sale)
{
    if (is_voided(database, sale.id)) return refused("already_voided", "number");
    if (has_refund(database, sale.id)) return refused("already_refunded", "number");
    if (received_amount(sale) <= 0) return refused("nothing_received", "number");
    return {};
}

}  // namespace

std::optional<PaperKind> paper_kind(std::string_view text)
{
    constexpr std::array kinds{std::pair{"receipt", PaperKind::receipt}, std::pair{"formal", PaperKind::formal},
                               std::pair{"gift", PaperKind::gift}, std::pair{"consumption", PaperKind::consumption}};
    const auto* found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.first == text; });
    return found == kinds.end() ? std::nullopt : std::optional{found->second};
}

SalonFacts salon_facts(const Salon& salon, bool training, const std::string& language)
{
    return {salon.name.for_language(language),
            salon.address.for_language(language),
            salon.phone,
            salon.registration_number,
            salon.day_rule.zone,
            training,
            salon.receipt_head.for_language(language),
            salon.receipt_foot.for_language(language)};
}

printing::Document paper_of(const Database& database, const Salon& salon, bool training, const Sale& sale,
                            const std::string& language)
{
    auto options = paper_options(database, salon, sale, language);
    options.stamp = stamp_for(salon, sale, sale.totals.due);
    return receipt_document(as_named(sale, salon, language), salon_facts(salon, training, language), options);
}

printing::Document paper_as_printed(const Database& database, const Vault& vault, const Salon& salon, bool training,
                                    const Sale& sale, const std::string& language)
{
    if (language == salon.language) {
        if (const auto frozen = document_of_number(database, vault, sale.number)) {
            if (auto document = printing::document_from_json(nlohmann::json::parse(*frozen)))
                return *std::move(document);
        }
    }
    return paper_of(database, salon, training, sale, language);
}

Outcome<printing::Document> wanted_paper(const Database& database, const Vault& vault, const Salon& salon,
                                         bool training, const Sale& sale, const PaperWish& wish,
                                         const std::string& language, Instant now)
{
    if (wish.kind == PaperKind::receipt) return paper_as_printed(database, vault, salon, training, sale, language);
    if (sale.kind != SaleKind::sale) return refused("not_a_sale", "number", std::string{text_of(sale.kind)});
    const auto named = as_named(sale, salon, language);
    const auto facts = salon_facts(salon, training, language);
    auto options = paper_options(database, salon, sale, language);
    if (wish.kind == PaperKind::gift) return gift_document(named, facts, options);
    if (wish.kind == PaperKind::consumption) {
        if (!uses_a_ticket(options)) return refused("no_ticket_used", "number");
        return consumption_document(named, facts, options);
    }
    if (const auto possible = can_be_formal(database, sale); !possible) return unexpected{possible.error()};
    options.stamp = stamp_for(salon, sale, sale.totals.due - sale.totals.tip.value_or(0));
    const bool printed = copies_of(database, sale.number, std::string{text_of(sale.kind)}) > 0;
    return formal_document(named, facts, options, {wish.name, wish.purpose, local_date(now, facts.zone), printed});
}

}  // namespace kushi
