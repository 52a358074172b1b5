#include <nlohmann/json.hpp>

#include "core/money/decimal.h"
#include "db/apply/fact.h"

namespace kushi::apply_detail {
namespace {

void insert_step(const Database& database, const Fact& fact, const nlohmann::ordered_json& step)
{
    forget_later_teller(database, fact, "DELETE FROM step WHERE id = ? AND (terminal, seq) > (?, ?)", step.at("step").get<std::string>());
    Query{database,
          "INSERT OR IGNORE INTO step (id, visit, treatment, position, kind, name, planned_s, terminal, seq, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          step.at("step").get<std::string>(), fact.text("visit"), fact.text("treatment"),
          step.at("position").get<std::string>(), step.at("kind").get<std::string>(), step.at("name").dump(),
          step.at("planned_s").get<std::int64_t>(), fact.event.terminal, fact.event.seq, fact.sealed()}
        .run();
}

}  // namespace

/// {treatment, visit, ritual, steps: [{step, position, kind, name: {en, ja}, planned_s}], at, by, day}
void treatment_started(const Database& database, const Fact& fact)
{
    const auto visit = fact.text("visit");
    forget_later_teller(database, fact, "DELETE FROM treatment WHERE id = ? AND (terminal, seq) > (?, ?)", fact.text("treatment"));
    Query{database,
          "INSERT OR IGNORE INTO treatment (id, visit, ritual, started_at, staff, hlc, terminal, seq) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          fact.text("treatment"), visit, fact.text("ritual"), fact.text("at"), fact.text("by"), fact.event.hlc,
          fact.event.terminal, fact.event.seq}
        .run();
    for (const auto& step : fact.pub.at("steps")) insert_step(database, fact, step);
    mark_visit(database, fact, visit, "in_chair");
    derive_visit(database, visit);
}

/// {treatment, visit, added: {step, position, kind, name: {}, planned_s}, at, by}; the name that was typed is sealed.
/// position is text that sorts between its neighbours.
void step_added(const Database& database, const Fact& fact) { insert_step(database, fact, fact.pub.at("added")); }

/// {step, visit, state: done|skipped, actual_s, settings: {}, at, by}; the reason of a skip is sealed
void step_ended(const Database& database, const Fact& fact)
{
    Query{database,
          "INSERT OR IGNORE INTO step_end (step, state, actual_s, settings, staff, hlc, terminal, seq, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          fact.text("step"), fact.text("state"), fact.integer("actual_s"), fact.pub.at("settings").dump(), fact.text("by"),
          fact.event.hlc, fact.event.terminal, fact.event.seq, fact.sealed()}
        .run();
}

/// {use, visit, product, amount, unit, lot?, step?, cost, at, by, day}: takes the amount off the shelf
void product_used(const Database& database, const Fact& fact)
{
    forget_later_teller(database, fact, "DELETE FROM product_use WHERE id = ? AND (terminal, seq) > (?, ?)", fact.text("use"));
    Query{database,
          "INSERT OR IGNORE INTO product_use (id, visit, product, amount, unit, lot, step, at, business_date, staff, cost, "
          "terminal, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          fact.text("use"), fact.text("visit"), fact.text("product"), fact.text("amount"), fact.text("unit"),
          fact.text_or_empty("lot"), fact.text_or_empty("step"), fact.text("at"), fact.text("day"), fact.text("by"),
          fact.integer("cost"), fact.event.terminal, fact.event.seq}
        .run();
    const auto amount = Quantity::parse(fact.text("amount"));
    if (!amount) throw std::invalid_argument{"product.used holds an amount that is none"};
    move_stock(database, fact, {0, fact.text("product"), fact.text_or_empty("lot"), -amount->units, "use", {}});
}

/// {treatment, visit, at, by, day}
void treatment_finished(const Database& database, const Fact& fact)
{
    mark_visit(database, fact, fact.text("visit"), "ready_to_pay");
    derive_visit(database, fact.text("visit"));
}

}  // namespace kushi::apply_detail
