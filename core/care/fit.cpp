#include "core/care/fit.h"

#include <algorithm>
#include <set>

namespace kushi {

namespace {

/// In the order they are offered.
std::vector<CareKind> kinds_of(Plan plan)
{
    switch (plan) {
        case Plan::head_spa:
            return {CareKind::head_spa, CareKind::addon};
        case Plan::head_massage:
            return {CareKind::head_massage, CareKind::addon};
        case Plan::both:
            return {CareKind::head_spa, CareKind::head_massage, CareKind::addon};
        case Plan::gentle_massage_only:
            return {CareKind::head_massage};
        case Plan::stop:
            break;
    }
    return {};
}

std::set<std::string> tags_that_speak(const Advice& advice, const Consultation& consultation)
{
    std::set<std::string> tags{std::string{word_of(advice.cleanse)}};
    if (advice.rule("S0") != nullptr) tags.insert("signature");
    if (advice.plan == Plan::gentle_massage_only) tags.insert("gentle");
    if (consultation.scalp_type) tags.emplace(word_of(*consultation.scalp_type));
    if (consultation.concerns) {
        for (const Concern concern : *consultation.concerns) tags.emplace(word_of(concern));
    }
    return tags;
}

bool holds_left_out(const CareOffer& offer, const std::vector<CareProduct>& products, const Advice& advice)
{
    return std::any_of(products.begin(), products.end(), [&](const CareProduct& product) {
        const bool used = std::find(offer.products.begin(), offer.products.end(), product.id) != offer.products.end();
        return used && leaves_out(advice, product);
    });
}

}  // namespace

bool leaves_out(const Advice& advice, const CareProduct& product)
{
    const auto listed = [&](const std::string& word) {
        return std::find(advice.leave_out.begin(), advice.leave_out.end(), word) != advice.leave_out.end();
    };
    return listed(product.id) || std::any_of(product.tags.begin(), product.tags.end(), listed);
}

std::vector<std::string> in_order_of_fit(const std::vector<CareOffer>& offers, const std::vector<CareProduct>& products,
                                         const Advice& advice, const Consultation& consultation)
{
    struct Weighed {
        std::ptrdiff_t kind;
        bool holds_left_out;
        std::ptrdiff_t tags;
        std::string code;
    };
    const auto kinds = kinds_of(advice.plan);
    const auto wanted = tags_that_speak(advice, consultation);
    std::vector<Weighed> weighed;
    for (const CareOffer& offer : offers) {
        const auto kind = std::find(kinds.begin(), kinds.end(), offer.kind);
        if (kind == kinds.end()) continue;
        const auto speaking =
            std::count_if(offer.tags.begin(), offer.tags.end(), [&](const auto& tag) { return wanted.contains(tag); });
        weighed.push_back({kind - kinds.begin(), holds_left_out(offer, products, advice), speaking, offer.code});
    }
    std::stable_sort(weighed.begin(), weighed.end(), [](const Weighed& a, const Weighed& b) {
        return std::tie(a.kind, a.holds_left_out, b.tags) < std::tie(b.kind, b.holds_left_out, a.tags);
    });
    std::vector<std::string> codes;
    for (auto& offer : weighed) codes.push_back(std::move(offer.code));
    return codes;
}

}  // namespace kushi
