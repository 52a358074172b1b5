#include "app/screens/checkout/checkout_state.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/text/search.h"

namespace kushi {
namespace {

std::int64_t typed(std::int64_t amount, const std::string& digits, std::int64_t most)
{
    if (digits.empty()) return amount / 10;
    for (const char digit : digits) {
        const auto next = amount * 10 + (digit - '0');
        if (digit < '0' || digit > '9' || next > most) return amount;
        amount = next;
    }
    return amount;
}

constexpr std::int64_t most_amount = 9'999'999;

}  // namespace

const TileItem* CheckoutState::item(const std::string& code) const
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const TileItem& one) { return one.code == code; });
    return found == items.end() ? nullptr : &*found;
}

std::int64_t CheckoutState::minutes_of(const std::string& code) const
{
    const auto* found = item(code);
    return found == nullptr ? 0 : found->minutes;
}

std::string CheckoutState::usual_rate() const
{
    std::map<std::string, int> counts;
    for (const auto& one : items) ++counts[one.rate];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? std::string{} : most->first;
}

std::vector<const TileItem*> CheckoutState::tiles() const
{
    std::vector<const TileItem*> found;
    const auto wanted = searching ? search_key(search) : std::string{};
    for (const auto& one : items) {
        if (wanted.empty()) {
            if (one.tab == tab) found.push_back(&one);
            continue;
        }
        const bool named = search_key(one.name_en).find(wanted) != std::string::npos ||
                           search_key(one.name_ja).find(wanted) != std::string::npos;
        if (named || one.name_ja.find(search) != std::string::npos) found.push_back(&one);
    }
    return found;
}

bool CheckoutState::has_own_price(const TillLine& sold) const
{
    const auto* found = item(sold.item);
    return found != nullptr && found->price != sold.unit_price;
}

CheckoutState tiles_sorted(CheckoutState state)
{
    const auto place = [](const TileItem& item) {
        static constexpr std::array kinds{"cleanse", "care", "tools", "food"};
        const auto kind = std::find(kinds.begin(), kinds.end(), item.category) - kinds.begin();
        return std::tuple{item.counted ? kind : 0, item.counted ? 0 : item.price, item.name_en};
    };
    std::stable_sort(state.items.begin(), state.items.end(),
                     [&](const TileItem& a, const TileItem& b) { return place(a) < place(b); });
    return state;
}

CheckoutState tab_chosen(CheckoutState state, TileTab tab)
{
    state.tab = tab;
    state.tab_is_chosen = true;
    return state;
}

CheckoutState bill_renewed(CheckoutState state, TillBill bill)
{
    state.bill = std::move(bill);
    state.priced = true;
    if (!state.tab_is_chosen) {
        state.tab = state.bill.lines.empty() ? TileTab::services : TileTab::retail;
        state.tab_is_chosen = true;
    }
    if (state.face == CheckoutState::Face::line && state.bill.line(state.line.line) == nullptr)
        state.face = CheckoutState::Face::none;
    return state;
}

CheckoutState search_opened(CheckoutState state)
{
    state.searching = true;
    state.search.clear();
    return state;
}

CheckoutState search_closed(CheckoutState state)
{
    state.searching = false;
    state.search.clear();
    return state;
}

CheckoutState face_shown(CheckoutState state, CheckoutState::Face face)
{
    state.face = face;
    state.sheet_problem.clear();
    state.sheet_busy = false;
    return state;
}

CheckoutState line_opened(CheckoutState state, const std::string& line)
{
    const auto* found = state.bill.line(line);
    if (found == nullptr) return state;
    state.line = {line, false, found->unit_price, {}};
    return face_shown(std::move(state), CheckoutState::Face::line);
}

CheckoutState discount_opened(CheckoutState state)
{
    state.discounting = {};
    if (state.discount) {
        const auto percent = Percent::parse(state.discount->percent);
        state.discounting.by_percent = percent.has_value();
        state.discounting.percent = percent ? percent->units / Percent::one : 0;
        state.discounting.amount = state.discount->amount;
        state.discounting.reason = state.discount->reason;
    }
    return face_shown(std::move(state), CheckoutState::Face::discount);
}

CheckoutState tip_opened(CheckoutState state)
{
    state.tipping = {state.bill.tip, false, state.bill.tip > 0 ? state.tip_staff : state.visit.therapist};
    return face_shown(std::move(state), CheckoutState::Face::tip);
}

CheckoutState blocked_opened(CheckoutState state, const std::string& item)
{
    state.blocking = {item, {}};
    return face_shown(std::move(state), CheckoutState::Face::blocked);
}

CheckoutState face_closed(CheckoutState state)
{
    if (state.sheet_busy) return state;
    return face_shown(std::move(state), CheckoutState::Face::none);
}

CheckoutState sheet_typed(CheckoutState state, const std::string& digits)
{
    if (state.sheet_busy) return state;
    using Face = CheckoutState::Face;
    if (state.face == Face::line && state.line.price_open)
        state.line.price = typed(state.line.price, digits, most_amount);
    if (state.face == Face::tip && state.tipping.typing)
        state.tipping.amount = typed(state.tipping.amount, digits, most_amount);
    if (state.face == Face::discount) {
        auto& form = state.discounting;
        if (form.by_percent && !form.typing) form = {true, true, 0, form.amount, form.reason};
        if (form.by_percent)
            form.percent = typed(form.percent, digits, 100);
        else
            form.amount = typed(form.amount, digits, most_amount);
    }
    state.sheet_problem.clear();
    return state;
}

std::vector<std::int64_t> tip_presets(const std::string& currency)
{
    if (currency == "JPY") return {300, 500, 1'000};
    return {200, 500, 1'000};
}

}  // namespace kushi
