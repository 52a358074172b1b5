#include "app/engine/command.h"

#include "core/id.h"
#include "db/read/visits.h"

namespace kushi {
Command::Command(const Database& database_, const Vault& vault_, const Salon& salon_, RequestFields& fields_, Journal& journal,
                 const World& world)
    : database{database_}, vault{vault_}, salon{salon_}, fields{fields_}, journal_{journal}, world_{world}
{
}

std::string Command::new_id() const
{
    std::array<std::uint8_t, 10> random{};
    world_.random(random);
    return uuid_text(uuid_v7(now.time_since_epoch().count(), random));
}

Stamp Command::record(const char* type, OrderedJson pub, const Json& priv)
{
    pub["by"] = actor.id;
    pub["at"] = instant_text(now);
    if (!pub.contains("day")) pub["day"] = day;
    if (leans_on_approval_ && !pub.contains("approved_by")) pub["approved_by"] = approver->id;
    return journal_.append(type, pub, priv);
}

/// The actor, alone.
Asker Command::asker(const About& about) const
{
    Asker asker;
    asker.roles = actor.roles;
    asker.has_reason = about.has_reason;
    asker.therapists_sell = salon.therapists_sell;
    if (about.visit != nullptr) {
        // A visit that has no therapist yet is the first writer's (see claim_visit).
        asker.owns_visit = about.visit->therapist.empty() || about.visit->therapist == actor.id;
        asker.knows_client = asker.owns_visit || about.visit->business_date == day ||
                             (!about.visit->client.empty() && knows(about.visit->client));
    }
    if (!about.client.empty()) asker.knows_client = knows(about.client);
    return asker;
}

Outcome<void> Command::may(Act act, const About& about) const
{
    auto asking = asker(about);
    auto alone = kushi::may(asking, act);
    if (alone || !approver) return alone;
    asking.approved_by = approver->roles;
    auto together = kushi::may(asking, act);
    leans_on_approval_ = leans_on_approval_ || together.has_value();
    return together;
}

bool Command::knows(const std::string& client) const
{
    for (const auto& visit : visits_of_client(database, client)) {
        if (visit.business_date == day || visit.therapist == actor.id) return true;
    }
    return false;
}

std::string Command::approval_for(Act act, const About& about) const
{
    return !approver || kushi::may(asker(about), act) ? std::string{} : approver->id;
}

Outcome<VisitRecord> Command::visit(const char* field)
{
    const auto id = fields.text(field);
    if (id.empty()) return refused("bad_request", field);
    auto found = visit_by_id(database, id);
    if (!found) return refused("unknown_visit", field);
    return *std::move(found);
}

Outcome<VisitRecord> Command::open_visit(const char* field)
{
    auto found = visit(field);
    if (!found) return found;
    if (found->status == "paid") return refused("already_paid", field);
    if (found->closed()) return refused("visit_closed", field, found->status);
    return found;
}

}  // namespace kushi
