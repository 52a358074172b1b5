#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/care/advice.h"
#include "core/care/permission.h"

namespace kushi {

/// A service as it is advised, with what its ritual does.
struct Offer {
    struct Step {
        std::string kind;
        std::int64_t planned_s = 0;
        std::vector<std::string> products;
    };
    std::string code, name, care, ritual;
    std::int64_t minutes = 0, price = 0;
    std::vector<Step> steps;

    [[nodiscard]] std::int64_t seconds_of(const std::string& kind) const;
    [[nodiscard]] int steps_of(const std::string& kind) const;
    [[nodiscard]] std::vector<std::string> products() const;
};

/// What speaks for a service or against it, seen from the advice.
enum class Remark {
    double_cleanse,
    steam,
    exfoliates,
    spares_exfoliation,
    massage,  // for
    one_cleanse,
    no_cleanse,
    no_steam,
    too_much_steam,
    too_much_exfoliation,
    no_massage,
    left_out,  // against
};
std::vector<Remark> speaks_for(const Offer& offer, const Advice& advice, const std::vector<std::string>& left_out);
std::vector<Remark> speaks_against(const Offer& offer, const Advice& advice, const std::vector<std::string>& left_out);

struct RecommendationState {
    struct KnownProduct {
        std::string name;
        std::vector<std::string> tags;
    };
    std::vector<Offer> offers;  ///< in order of fit
    std::map<std::string, KnownProduct> products;
    std::string chosen;  ///< code; the best fit unless another was tapped
    bool asks_reason = false;
    std::string reason;
    std::string problem;
    bool busy = false;
    bool loaded = false;

    [[nodiscard]] const Offer* offer(const std::string& code) const;
    [[nodiscard]] const Offer* best() const { return offers.empty() ? nullptr : &offers.front(); }
    [[nodiscard]] const Offer* plan() const;
    /// Another service than the best fit: that takes a reason.
    [[nodiscard]] bool overrides() const { return plan() != nullptr && plan() != best(); }
    /// Products of all offers that the advice leaves out.
    [[nodiscard]] std::vector<std::string> left_out(const Advice& advice) const;
};
/// The services that the advice allows, in its order.
RecommendationState with_offers(RecommendationState state, const std::vector<Offer>& services, const Advice& advice);
RecommendationState service_chosen(RecommendationState state, const std::string& code);

/// The rules that say what is done and why, without the red flags and the interval's.
std::vector<FiredRule> care_rules(const Advice& advice);
std::vector<FiredRule> interval_rules(const Advice& advice);

}  // namespace kushi
