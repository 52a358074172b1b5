#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/engine/request_fields.h"
#include "app/engine/salon.h"
#include "app/engine/world.h"
#include "core/people/permissions.h"
#include "db/journal.h"
#include "db/read/visits.h"

namespace kushi {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;
using Answer = Outcome<OrderedJson>;

/// One command while it runs: what it may read and who asks. Everything it records is in one transaction, which the engine
/// commits when the command answers well and rolls back when it refuses or throws.
class Command {
public:
    const Database& database;
    const Vault& vault;
    const Salon& salon;
    RequestFields& fields;
    Instant now;
    std::string day;           ///< today's business date
    Person actor;              ///< empty id when nobody was named
    std::optional<Person> approver;  ///< whose PIN approved this one act
    std::int64_t failures_before = 0;  ///< wrong tries in a row before the actor's own PIN was right
    std::string language;      ///< of words in the answer
    std::string request_mark;  ///< short hash of the request's own fields: tells a repeated key from a reused one

    Command(const Database& database_, const Vault& vault_, const Salon& salon_, RequestFields& fields_, Journal& journal,
            const World& world);

    /// A new identity (UUIDv7) as text.
    [[nodiscard]] std::string new_id() const;
    /// The machine's own clock, also where a practice salon's request names another instant: what printers wait by.
    [[nodiscard]] Instant wall_now() const { return world_.now(); }
    /// Records one fact by the actor, now: adds `by`, `at` and `day` to its public part, and `approved_by` where the act
    /// needed another's approval. `priv` is sealed.
    Stamp record(const char* type, OrderedJson pub, const Json& priv = nullptr);
    [[nodiscard]] Journal& journal() const { return journal_; }

    /// Whether the actor may: by the roles table and, where it asks for them, the visit, the client, the reason and the
    /// approval.
    struct About {
        const VisitRecord* visit = nullptr;
        std::string client = {};
        bool has_reason = false;
    };
    [[nodiscard]] Outcome<void> may(Act act) const { return may(act, About{}); }
    [[nodiscard]] Outcome<void> may(Act act, const About& about) const;
    /// The client has a visit today, or the actor has treated the client.
    [[nodiscard]] bool knows(const std::string& client) const;
    /// The id of who approved, when the act needed it: empty when the actor could do it alone.
    [[nodiscard]] std::string approval_for(Act act, const About& about) const;

    /// The visit named by a field: `unknown_visit` if there is none.
    Outcome<VisitRecord> visit(const char* field = "visit");
    /// ... and that is not paid, cancelled or no-show: `visit_closed`, `already_paid`.
    Outcome<VisitRecord> open_visit(const char* field = "visit");

    // What the engine does after the commit.
    bool settings_changed = false;  ///< settings, catalogue or staff: read again
    bool paper_queued = false;      ///< the spooler has something to do

private:
    [[nodiscard]] Asker asker(const About& about) const;

    mutable bool leans_on_approval_ = false;  ///< something was allowed that the actor could not do alone
    Journal& journal_;
    const World& world_;
};

using CommandHandler = Answer (*)(Command&);

/// A command of `kushi do`, as its family lists it.
struct CommandEntry {
    std::string_view name;
    CommandHandler handler;
    bool anybody = false;  ///< needs no --as
    /// The engine checks the PIN of the "staff" that is named before the command runs, and who it belongs to is the actor.
    bool by_own_pin = false;
};
std::vector<CommandEntry> session_commands();
std::vector<CommandEntry> people_commands();
std::vector<CommandEntry> setting_commands();
std::vector<CommandEntry> visit_commands();
std::vector<CommandEntry> form_commands();
std::vector<CommandEntry> care_commands();
std::vector<CommandEntry> treatment_commands();
std::vector<CommandEntry> cart_commands();
std::vector<CommandEntry> checkout_commands();
std::vector<CommandEntry> refund_commands();
std::vector<CommandEntry> drawer_commands();
std::vector<CommandEntry> paper_commands();
std::vector<CommandEntry> queue_commands();
std::vector<CommandEntry> report_commands();
std::vector<CommandEntry> sales_search_commands();
std::vector<CommandEntry> view_commands();

/// What a handler returns for a command that answers nothing but ok.
inline Answer nothing_more() { return OrderedJson::object(); }

/// `return passed(outcome)`-style early exit: evaluates to the refusal of an outcome that has one.
#define KUSHI_TRY(outcome) \
    if (const auto& kushi_tried = (outcome); !kushi_tried) return unexpected{kushi_tried.error()}

}  // namespace kushi
