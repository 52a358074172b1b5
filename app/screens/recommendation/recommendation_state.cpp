#include "app/screens/recommendation/recommendation_state.h"

#include <algorithm>

#include "core/care/fit.h"

namespace kushi {
namespace {

bool has(const std::vector<std::string>& list, const std::string& word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool wants_massage(const Advice& advice)
{
    return advice.rule("M1") != nullptr;
}
bool wants_head_spa(const Advice& advice)
{
    return advice.plan == Plan::head_spa || advice.plan == Plan::both;
}

}  // namespace

std::int64_t Offer::seconds_of(const std::string& kind) const
{
    std::int64_t sum = 0;
    for (const auto& step : steps) sum += step.kind == kind ? step.planned_s : 0;
    return sum;
}

int Offer::steps_of(const std::string& kind) const
{
    return static_cast<int>(
        std::count_if(steps.begin(), steps.end(), [&](const Step& step) { return step.kind == kind; }));
}

std::vector<std::string> Offer::products() const
{
    std::vector<std::string> all;
    for (const auto& step : steps) {
        for (const auto& product : step.products) {
            if (!has(all, product)) all.push_back(product);
        }
    }
    return all;
}

std::vector<Remark> speaks_for(const Offer& offer, const Advice& advice, const std::vector<std::string>& /*left_out*/)
{
    std::vector<Remark> remarks;
    if (wants_head_spa(advice)) {
        if (advice.cleanse == Cleanse::double_cleanse && offer.steps_of("cleanse") >= 2)
            remarks.push_back(Remark::double_cleanse);
        if (advice.steam == Steam::normal && advice.rule("C1") != nullptr && offer.steps_of("steam") > 0)
            remarks.push_back(Remark::steam);
        if (advice.exfoliation == Exfoliation::normal && offer.steps_of("exfoliate") > 0)
            remarks.push_back(Remark::exfoliates);
        if (advice.exfoliation == Exfoliation::none && offer.steps_of("exfoliate") == 0 &&
            offer.steps_of("cleanse") > 0)
            remarks.push_back(Remark::spares_exfoliation);
    }
    if (wants_massage(advice) && offer.steps_of("massage") > 0) remarks.push_back(Remark::massage);
    return remarks;
}

std::vector<Remark> speaks_against(const Offer& offer, const Advice& advice, const std::vector<std::string>& left_out)
{
    std::vector<Remark> remarks;
    const auto products = offer.products();
    if (wants_head_spa(advice)) {
        if (offer.steps_of("cleanse") == 0)
            remarks.push_back(Remark::no_cleanse);
        else if (advice.cleanse == Cleanse::double_cleanse && offer.steps_of("cleanse") < 2)
            remarks.push_back(Remark::one_cleanse);
        if (advice.rule("C1") != nullptr && advice.steam == Steam::normal && offer.steps_of("cleanse") > 0 &&
            offer.steps_of("steam") == 0)
            remarks.push_back(Remark::no_steam);
    }
    if (advice.steam == Steam::off && offer.steps_of("steam") > 0) remarks.push_back(Remark::too_much_steam);
    if (advice.exfoliation == Exfoliation::none && offer.steps_of("exfoliate") > 0)
        remarks.push_back(Remark::too_much_exfoliation);
    if (wants_massage(advice) && offer.steps_of("massage") == 0) remarks.push_back(Remark::no_massage);
    if (std::any_of(products.begin(), products.end(),
                    [&](const std::string& product) { return has(left_out, product); }))
        remarks.push_back(Remark::left_out);
    return remarks;
}

const Offer* RecommendationState::offer(const std::string& code) const
{
    const auto found = std::find_if(offers.begin(), offers.end(), [&](const Offer& one) { return one.code == code; });
    return found == offers.end() ? nullptr : &*found;
}

const Offer* RecommendationState::plan() const
{
    const auto* one = offer(chosen);
    return one == nullptr ? best() : one;
}

std::vector<std::string> RecommendationState::left_out(const Advice& advice) const
{
    std::vector<std::string> all;
    for (const auto& [id, product] : products) {
        if (leaves_out(advice, {id, product.name, {}, product.tags})) all.push_back(id);
    }
    return all;
}

RecommendationState with_offers(RecommendationState state, const std::vector<Offer>& services, const Advice& advice)
{
    state.offers.clear();
    for (const auto& code : advice.services) {
        const auto found =
            std::find_if(services.begin(), services.end(), [&](const Offer& one) { return one.code == code; });
        if (found != services.end() && found->care != "addon" && !found->ritual.empty()) state.offers.push_back(*found);
    }
    if (state.offer(state.chosen) == nullptr) state.chosen.clear();
    state.loaded = true;
    return state;
}

RecommendationState service_chosen(RecommendationState state, const std::string& code)
{
    if (state.busy) return state;
    state.chosen = code;
    state.reason.clear();
    state.problem.clear();
    return state;
}

std::vector<FiredRule> care_rules(const Advice& advice)
{
    std::vector<FiredRule> rules;
    for (const auto& rule : advice.rules) {
        if (rule.id.front() != 'R' && rule.id.front() != 'I' && rule.id != "B1") rules.push_back(rule);
    }
    return rules;
}

std::vector<FiredRule> interval_rules(const Advice& advice)
{
    std::vector<FiredRule> rules;
    for (const auto& rule : advice.rules) {
        if (rule.id.front() == 'I') rules.push_back(rule);
    }
    return rules;
}

}  // namespace kushi
