#include "app/engine/ritual_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "db/read/stock.h"

namespace kushi {
namespace {

struct Likely {
    std::string product, unit, step, kind;
    Quantity amount;
    bool from_last_visit = false;
};

/// What the visit's ritual is, begun or still to begin, and its steps where it has begun.
struct RitualOfVisit {
    std::string code;
    std::vector<StepRecord> steps;
};

RitualOfVisit ritual_of(const ViewSource& source, const VisitRecord& visit)
{
    const auto treatment = treatment_of(source.database, visit.id);
    if (!treatment) return {planned_ritual(source.database, source.vault, source.salon, visit), {}};
    return {treatment->ritual, steps_of(source.database, source.vault, treatment->id)};
}

/// A recipe's step stands in the treatment where start_ritual put it, whatever was added between.
std::string step_at(const std::vector<StepRecord>& steps, std::size_t index)
{
    const auto position = fmt::format("{:04}", index * 10);
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const StepRecord& step) { return step.position == position; });
    return found == steps.end() ? std::string{} : found->id;
}

std::vector<Likely> recipe_of(const Ritual& ritual, const std::vector<StepRecord>& steps)
{
    std::vector<Likely> likely;
    for (std::size_t i = 0; i < ritual.steps.size(); ++i) {
        for (const auto& line : ritual.steps[i].recipe) {
            likely.push_back({line.product, std::string{text_of(line.unit)}, step_at(steps, i),
                              std::string{text_of(ritual.steps[i].kind)}, line.amount, false});
        }
    }
    return likely;
}

/// What the last visit used, summed by product and kind of step, in the order of its first use.
std::vector<Likely> used_on(const ViewSource& source, const std::string& visit)
{
    std::vector<Likely> used;
    const auto treatment = treatment_of(source.database, visit);
    const auto steps = treatment ? steps_of(source.database, source.vault, treatment->id) : std::vector<StepRecord>{};
    for (const auto& use : product_uses_of(source.database, visit)) {
        const auto amount = Quantity::parse(use.amount);
        if (!amount || !source.salon.products.contains(use.product)) continue;
        const auto step =
            std::find_if(steps.begin(), steps.end(), [&](const StepRecord& one) { return one.id == use.step; });
        const auto kind = step == steps.end() ? std::string{} : step->kind;
        const auto known = std::find_if(used.begin(), used.end(), [&](const Likely& one) {
            return one.product == use.product && one.kind == kind && one.unit == use.unit;
        });
        if (known != used.end())
            known->amount.units += amount->units;
        else
            used.push_back({use.product, use.unit, {}, kind, *amount, true});
    }
    return used;
}

/// The last visit's amount goes to the recipe's line of the same product, of the same kind of step where it has
/// several; what the recipe does not know is added. A line that was not used last time stays as the recipe says.
void remember(std::vector<Likely>& likely, const std::vector<Likely>& used)
{
    for (const auto& last : used) {
        const auto fits = [&](const Likely& line) {
            return line.product == last.product && line.unit == last.unit && !line.from_last_visit;
        };
        auto found = std::find_if(likely.begin(), likely.end(),
                                  [&](const Likely& line) { return fits(line) && line.kind == last.kind; });
        if (found == likely.end()) found = std::find_if(likely.begin(), likely.end(), fits);
        if (found == likely.end()) {
            likely.push_back(last);
            continue;
        }
        found->amount = last.amount;
        found->from_last_visit = true;
    }
}

OrderedJson text_or_null(const std::string& text)
{
    return text.empty() ? OrderedJson() : OrderedJson(text);
}

std::string signed_text(std::int64_t thousandths)
{
    const auto text = Quantity{std::abs(thousandths)}.text();
    return thousandths < 0 ? '-' + text : text;
}

OrderedJson likely_json(const ViewSource& source, const Likely& likely, const std::string& business_date)
{
    const auto lot = lot_to_use(source.database, likely.product, business_date).value_or("");
    const auto state = lot.empty() ? std::nullopt : lot_state(source.database, likely.product, lot);
    return {{"product", likely.product},
            {"name", source.salon.products.at(likely.product).name.for_language(source.language)},
            {"amount", likely.amount.text()},
            {"unit", likely.unit},
            {"step", text_or_null(likely.step)},
            {"kind", text_or_null(likely.kind)},
            {"source", likely.from_last_visit ? "last_visit" : "recipe"},
            {"lot", text_or_null(lot)},
            {"expires", state ? text_or_null(state->expires) : OrderedJson()},
            {"left", state ? OrderedJson(signed_text(state->left_thousandths)) : OrderedJson()}};
}

}  // namespace

std::string planned_ritual(const Database& database, const Vault& vault, const Salon& salon, const VisitRecord& visit)
{
    auto service = visit.service;
    if (const auto plan = accepted_plan(database, vault, visit.id)) {
        if (!plan->ritual.empty()) return plan->ritual;
        service = plan->service;
    }
    const auto known = salon.services.find(service);
    return known == salon.services.end() ? std::string{} : known->second.ritual.value_or("");
}

OrderedJson prefill_json(const ViewSource& source, const VisitRecord& visit, const std::string& business_date)
{
    auto json = OrderedJson::array();
    const auto own = ritual_of(source, visit);
    const auto ritual = source.salon.rituals.find(own.code);
    if (ritual == source.salon.rituals.end()) return json;
    auto likely = recipe_of(ritual->second, own.steps);
    if (const auto last = last_visit_with_ritual(source.database, visit, own.code))
        remember(likely, used_on(source, *last));
    for (const auto& line : likely) {
        if (source.salon.products.contains(line.product)) json.push_back(likely_json(source, line, business_date));
    }
    return json;
}

}  // namespace kushi
