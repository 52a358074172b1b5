#include "app/screens/ritual/treatment_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/screens/screen.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

Json part_of(const Json& from, const char* name)
{
    const auto found = from.find(name);
    return found == from.end() || !found->is_object() ? Json::object() : *found;
}

Json rows_of(const Json& from, const char* name)
{
    const auto found = from.find(name);
    return found == from.end() || !found->is_array() ? Json::array() : *found;
}

void read_steps(RitualState& state, const Json& visit)
{
    for (const auto& row : rows_of(visit, "steps")) {
        const auto settings = part_of(row, "settings");
        RitualState::Step step{text_of(row, "step"),       text_of(row, "kind"),         text_of(row, "name"),
                               text_of(row, "state"),      number_of(row, "planned_s"),  number_of(row, "actual_s"),
                               text_of(settings, "steam"), text_of(settings, "pressure")};
        state.steps.push_back(std::move(step));
        if (const auto clock = part_of(row, "clock"); !clock.empty()) state.elapsed_s = number_of(clock, "elapsed_s");
    }
}

void read_uses(RitualState& state, const Json& visit)
{
    for (const auto& row : rows_of(visit, "prefill")) {
        RitualState::Use use;
        use.product = text_of(row, "product");
        use.name = text_of(row, "name");
        use.unit = text_of(row, "unit");
        use.step = text_of(row, "step");
        use.tenths = use.usual_tenths = tenths_of(text_of(row, "amount"));
        use.lot = text_of(row, "lot");
        use.expires = text_of(row, "expires");
        if (const auto left = text_of(row, "left"); !left.empty()) use.left_tenths = tenths_of(left);
        state.from_last_visit = state.from_last_visit || text_of(row, "source") == "last_visit";
        state.uses.push_back(std::move(use));
    }
    for (const auto& row : rows_of(visit, "products")) {
        const auto product = text_of(row, "product"), step = text_of(row, "step");
        auto found = std::find_if(state.uses.begin(), state.uses.end(), [&](const RitualState::Use& use) {
            return !use.recorded && use.product == product && use.step == step;
        });
        if (found == state.uses.end())
            found = state.uses.insert(state.uses.end(), RitualState::Use{product, product, text_of(row, "unit"), step});
        found->tenths = tenths_of(text_of(row, "amount"));
        if (const auto lot = text_of(row, "lot"); lot != found->lot) {
            found->lot = lot;
            found->expires.clear();
            found->left_tenths.reset();
        }
        found->recorded = true;
    }
}

}  // namespace

RitualState read_treatment(const Json& visit, Instant now)
{
    RitualState state;
    state.visit = text_of(visit, "id");
    state.client_id = text_of(visit, "client");
    state.client_name = text_of(visit, "client_name");
    state.walk_in_number = number_of(visit, "walk_in_number");
    state.room = text_of(visit, "room_name");
    state.service = text_of(visit, "service_name");
    state.status = text_of(visit, "status");
    state.finished_at = text_of(visit, "finished_at");
    for (const auto& alert : rows_of(visit, "alerts")) state.alerts.push_back(alert.get<std::string>());
    const auto steps = visit.find("steps");
    state.seen = steps != visit.end() && steps->is_array();
    state.advised_steam = text_of(part_of(visit, "recommendation"), "steam");
    state.liked_pressure = text_of(part_of(part_of(visit, "consultation"), "preference"), "pressure");
    read_steps(state, visit);
    read_uses(state, visit);
    for (const auto& note : rows_of(visit, "notes"))
        state.notes.push_back({text_of(note, "at"), text_of(note, "text")});
    state.read_at = now;
    state.loaded = true;
    return state;
}

RitualState with_names(RitualState state, const std::vector<ProductChoice>& products)
{
    for (auto& use : state.uses) {
        const auto found = std::find_if(products.begin(), products.end(),
                                        [&](const ProductChoice& one) { return one.code == use.product; });
        if (found != products.end()) use.name = found->name;
    }
    return state;
}

std::vector<ProductChoice> read_products(const Json& answer)
{
    std::vector<ProductChoice> products;
    for (const auto& row : rows_of(answer, "rows")) {
        if (text_of(row, "kind") != "product") continue;
        products.push_back(
            {text_of(row, "id"), text_of(row, "name"), text_of(row, "unit"), tenths_of(text_of(row, "stock"))});
    }
    return products;
}

std::vector<LotChoice> read_lots(const Json& answer, const std::string& product, const std::string& today)
{
    std::vector<LotChoice> lots;
    for (const auto& row : rows_of(answer, "rows")) {
        if (text_of(row, "product") != product) continue;
        const auto expires = text_of(row, "expires");
        lots.push_back(
            {text_of(row, "lot"), expires, tenths_of(text_of(row, "left")), !expires.empty() && expires < today});
    }
    std::stable_sort(lots.begin(), lots.end(),
                     [](const LotChoice& a, const LotChoice& b) { return a.expires < b.expires; });
    return lots;
}

Json to_json(const KeptAmounts& kept)
{
    auto settings = Json::object();
    for (const auto& [step, words] : kept.settings)
        settings[step] = {{"steam", words.first}, {"pressure", words.second}};
    return {{"tenths", kept.tenths}, {"lots", kept.lots}, {"settings", settings}};
}

KeptAmounts read_kept(const Json& content)
{
    KeptAmounts kept;
    if (!content.is_object()) return kept;
    const auto tenths = part_of(content, "tenths"), lots = part_of(content, "lots"),
               settings = part_of(content, "settings");
    for (const auto& [key, value] : tenths.items()) {
        if (value.is_number_integer()) kept.tenths[key] = value.get<std::int64_t>();
    }
    for (const auto& [key, value] : lots.items()) {
        if (value.is_string()) kept.lots[key] = value.get<std::string>();
    }
    for (const auto& [step, words] : settings.items())
        kept.settings[step] = {text_of(words, "steam"), text_of(words, "pressure")};
    return kept;
}

}  // namespace kushi
