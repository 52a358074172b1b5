#include "db/apply/apply.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "db/apply/fact.h"

namespace kushi {
namespace {

using namespace apply_detail;

struct Entry {
    std::string_view type;
    Handler handler;
};

constexpr std::array handlers{
    Entry{"allergy.added", allergy_added},
    Entry{"allergy.removed", allergy_removed},
    Entry{"client.consented", client_consented},
    Entry{"client.set", client_set},
    Entry{"consultation.given", consultation_given},
    Entry{"day.closed", day_closed},
    Entry{"drawer.moved", drawer_moved},
    Entry{"item.set", item_set},
    Entry{"line.added", line_added},
    Entry{"line.removed", line_removed},
    Entry{"line.set", line_set},
    Entry{"note.written", note_written},
    Entry{"paper.formal", audited},
    Entry{"paper.reprinted", audited},
    Entry{"payment.asked", payment_asked},
    Entry{"payment.resolved", payment_resolved},
    Entry{"pin.failed", audited},
    Entry{"plan.accepted", plan_accepted},
    Entry{"prepaid.expired", prepaid_expired},
    Entry{"prepaid.extended", prepaid_extended},
    Entry{"product.used", product_used},
    Entry{"record.viewed", audited},
    Entry{"referral.decided", referral_decided},
    Entry{"sale.completed", sale_completed},
    Entry{"sale.refunded", sale_refunded},
    Entry{"sale.voided", sale_voided},
    Entry{"scalp.mapped", scalp_mapped},
    Entry{"setting.set", setting_set},
    Entry{"staff.set", staff_set},
    Entry{"staff.signed_in", audited},
    Entry{"staff.unlocked", audited},
    Entry{"step.added", step_added},
    Entry{"step.ended", step_ended},
    Entry{"stock.counted", stock_counted},
    Entry{"stock.received", stock_received},
    Entry{"treatment.finished", treatment_finished},
    Entry{"treatment.started", treatment_started},
    Entry{"visit.arrival_undone", visit_arrival_undone},
    Entry{"visit.arrived", visit_arrived},
    Entry{"visit.assigned", visit_assigned},
    Entry{"visit.booked", visit_booked},
    Entry{"visit.cancelled", visit_cancelled},
    Entry{"visit.handed_over", visit_handed_over},
    Entry{"visit.moved", visit_moved},
    Entry{"visit.no_show", visit_no_show},
    Entry{"visit.seated", visit_seated},
};

constexpr std::array<std::string_view, 35> tables{
    "allergy", "appointment", "audit", "card_payment", "client", "consent", "consultation", "day_close",
    "drawer_move", "field", "item", "note", "personal", "plan", "prepaid", "prepaid_move", "price", "product_use",
    "referral", "refund", "sale", "sale_line", "sale_tax", "sale_tip", "scalp_zone", "staff", "step", "step_end",
    "stock_month", "stock_move", "tender", "treatment", "visit", "visit_line", "visit_mark",
};

}  // namespace

bool apply(const Database& database, const Event& event)
{
    const auto* entry = std::lower_bound(handlers.begin(), handlers.end(), event.type,
                                         [](const Entry& a, const std::string& type) { return a.type < type; });
    if (entry == handlers.end() || entry->type != event.type || event.version != 1) return false;
    const auto pub = nlohmann::ordered_json::parse(event.pub);
    entry->handler(database, Fact{event, pub});
    return true;
}

std::vector<std::string_view> event_types()
{
    std::vector<std::string_view> types;
    for (const Entry& entry : handlers) types.push_back(entry.type);
    return types;
}

std::span<const std::string_view> derived_tables() { return tables; }

}  // namespace kushi
