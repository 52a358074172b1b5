#include "core/care/advice.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/care/allergy.h"
#include "core/care/fit.h"
#include "core/care/rule_table.h"
#include "core/care/rules.h"

namespace kushi {

namespace {

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

void fire_needs(RuleTable& table, const reasons::Facts& facts)
{
    table.fire("H1", reasons::head_spa(facts));
    table.fire("M1", reasons::head_massage(facts));
    const bool head_spa = table.fired("H1"), massage = table.fired("M1");
    if (head_spa && massage) table.fire("B1", joined(table.because("H1"), table.because("M1")));
    if (!head_spa && !massage) table.fire_for_want_of_others("S0");
}

void fire_scalp_rules(RuleTable& table, const reasons::Facts& facts)
{
    table.fire("C1", reasons::buildup(facts));
    table.fire("C2", reasons::oily(facts));
    table.fire("C3", reasons::dry(facts));
    table.fire("C4", reasons::sensitive(facts));
    table.fire("C5", reasons::flakes(facts));
    table.fire("I1", reasons::soon_again(facts));
    table.fire("I2", reasons::later_again(facts));
    if (!table.fired("I1") && !table.fired("I2")) table.fire_for_want_of_others("I3");
    table.fire("R1", joined(reasons::pain_or_broken_skin(facts), reasons::hair_loss(facts)));
    table.fire("R2", reasons::severe_flakes(facts));
    table.fire("R3", reasons::headaches(facts));
}

/// R4: the answers of yes that this house stops at or asks about. @returns the strictest of what they mean.
HouseAction fire_house_safety(RuleTable& table, const Safety& safety, const HouseSafety& house)
{
    HouseAction strictest = HouseAction::note;
    std::vector<std::string> because;
    for (const std::string& question : safety_questions()) {
        if (!safety.yes(question) || reasons::is_red_flag(question)) continue;
        const auto listed = house.find(question);
        const HouseAction action = listed == house.end() ? HouseAction::ask : listed->second;
        if (action == HouseAction::note) continue;
        because.push_back("safety." + question);
        strictest = std::max(strictest, action);
    }
    table.fire("R4", std::move(because));
    return strictest;
}

/// B1's exception: wants few steps, and nothing of H1 but the goal speaks for a head spa.
bool wants_massage_alone(const RuleTable& table, const Consultation& consultation)
{
    const auto because = table.because("H1");
    return consultation.preference.steps == Steps::few &&
           std::all_of(because.begin(), because.end(), [](const auto& answer) { return answer.starts_with("goals."); });
}

Plan settle_plan(RuleTable& table, const reasons::Facts& facts, HouseAction house)
{
    std::vector<Opinion<Plan>> opinions;
    const bool stops_here = !reasons::pain_or_broken_skin(facts).empty();
    if (stops_here) opinions.push_back({"R1", Plan::stop});
    if (house == HouseAction::stop) opinions.push_back({"R4", Plan::stop});
    if (!stops_here) opinions.push_back({"R1", Plan::gentle_massage_only});
    const bool both = table.fired("B1") && !wants_massage_alone(table, facts.consultation);
    opinions.push_back({"B1", both ? Plan::both : Plan::head_massage});
    opinions.push_back({"M1", both ? Plan::both : Plan::head_massage});
    opinions.push_back({"H1", both ? Plan::both : Plan::head_spa});
    opinions.push_back({"S0", Plan::head_spa});
    return settle(table, opinions, Plan::head_spa);
}

/// The orders of precedence are the care paper's: the safer wins.
void settle_care(RuleTable& table, Advice& advice)
{
    using enum Cleanse;
    advice.cleanse = settle<Cleanse>(
        table, {{"C4", gentle}, {"C3", moisturising}, {"C1", double_cleanse}, {"C2", clarifying}}, Cleanse::normal);
    advice.exfoliation = settle<Exfoliation>(table,
                                             {{"C4", Exfoliation::none},
                                              {"C3", Exfoliation::light},
                                              {"C5", Exfoliation::light},
                                              {"C2", Exfoliation::normal}},
                                             Exfoliation::light);
    advice.steam = settle<Steam>(table, {{"R1", Steam::off}, {"C4", Steam::low}, {"C1", Steam::normal}}, Steam::normal);
}

void settle_interval(RuleTable& table, Advice& advice)
{
    using Weeks = std::pair<int, int>;
    const auto [least, most] = settle<Weeks>(table, {{"I2", {4, 6}}, {"I1", {2, 2}}}, {2, 4});
    advice.interval = {least, most, std::nullopt};
}

/// C6 and I4 ask for massage in the plan.
void fire_massage_rules(RuleTable& table, Advice& advice)
{
    if (advice.plan != Plan::head_massage && advice.plan != Plan::both) return;
    if (table.fired("C2")) table.fire("C6", joined(table.because("C2"), table.because("M1")));
    table.fire("I4", table.because("M1"));
    advice.massage_interval = WeekWindow{1, 4, std::nullopt};
}

void leave_out(Advice& advice, const std::string& what)
{
    auto& list = advice.leave_out;
    if (std::find(list.begin(), list.end(), what) == list.end()) list.push_back(what);
}

void fire_leave_out(RuleTable& table, Advice& advice, const Safety& safety, const std::vector<CareProduct>& products)
{
    if (table.fired("C2")) leave_out(advice, "heavy_oil");
    std::vector<std::string> because;
    for (const std::string& allergy : safety.allergies.value_or(std::vector<std::string>{})) {
        bool matches = products.empty();
        if (matches) leave_out(advice, allergy);
        for (const CareProduct& product : products) {
            if (!allergy_matches(allergy, product)) continue;
            matches = true;
            leave_out(advice, product.id);
        }
        if (matches) because.push_back("safety.allergies=" + allergy);
    }
    table.fire("C7", std::move(because));
}

/// The newest answer of one kind, and where it stands.
struct Told {
    std::optional<int> value;
    std::string path;
};

Told newest(std::optional<int> SinceLast::*answer, const char* name, const Consultation& consultation,
            const History& history)
{
    if (const auto now = consultation.since_last.*answer) return {now, std::string{"since_last."} + name};
    for (auto told = history.follow_ups.rbegin(); told != history.follow_ups.rend(); ++told) {
        if (const auto then = (*told).*answer) return {then, std::string{"history."} + name};
    }
    return {};
}

/// I5, the house's: an itch that came back (2 or more) brings the next visit to the window's start; else it comes in
/// the week in which the roots were oily again last time. Never outside the window, and not where it has no room.
void suggest_week(RuleTable& table, Advice& advice, const Consultation& consultation, const History& history)
{
    constexpr int days_in_week = 7, itch_came_back = 2;
    WeekWindow& window = advice.interval;
    if (window.min_weeks == window.max_weeks) return;
    const Told itch = newest(&SinceLast::itch, "itch", consultation, history);
    const Told days = newest(&SinceLast::days_until_oily, "days_until_oily", consultation, history);
    const Told& reason = itch.value.value_or(0) >= itch_came_back ? itch : days;
    if (!reason.value) return;
    const int week = &reason == &itch ? window.min_weeks : (*reason.value + days_in_week - 1) / days_in_week;
    window.suggested_weeks = std::clamp(week, window.min_weeks, window.max_weeks);
    table.fire("I5", {reason.path + "=" + std::to_string(*reason.value)});
}

void raise_flags(const RuleTable& table, Advice& advice, HouseAction house)
{
    if (table.fired("R1")) advice.flags.push_back({"R1", FlagAction::stop});
    if (table.fired("R2")) advice.flags.push_back({"R2", FlagAction::advise});
    if (table.fired("R3")) advice.flags.push_back({"R3", FlagAction::advise});
    if (table.fired("R4"))
        advice.flags.push_back({"R4", house == HouseAction::stop ? FlagAction::stop : FlagAction::ask});
}

template <class List>
auto* with_id(List& list, std::string_view id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.id == id; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

const FiredRule* Advice::rule(std::string_view id) const
{
    return with_id(rules, id);
}
const Flag* Advice::flag(std::string_view id) const
{
    return with_id(flags, id);
}

Advice advise(const Consultation& consultation, const ScalpMap& map, const History& history,
              const CareCatalogue& catalogue, const HouseSafety& house)
{
    const reasons::Facts facts{consultation, map};
    RuleTable table;
    Advice advice;
    fire_needs(table, facts);
    fire_scalp_rules(table, facts);
    const HouseAction strictest = fire_house_safety(table, consultation.safety, house);
    advice.plan = settle_plan(table, facts, strictest);
    settle_care(table, advice);
    settle_interval(table, advice);
    fire_massage_rules(table, advice);
    fire_leave_out(table, advice, consultation.safety, catalogue.products);
    suggest_week(table, advice, consultation, history);
    raise_flags(table, advice, strictest);
    advice.rules = table.in_order();
    advice.services = in_order_of_fit(catalogue.services, catalogue.products, advice, consultation);
    advice.rituals = in_order_of_fit(catalogue.rituals, catalogue.products, advice, consultation);
    return advice;
}

}  // namespace kushi
