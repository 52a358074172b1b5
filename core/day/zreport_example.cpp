#include "core/day/zreport_example.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "core/day/report.h"
#include "core/money/fields.h"
#include "core/money/refund_example.h"
#include "core/money/rounding.h"

namespace kushi {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;
using Done = std::optional<Refusal>;

/// A refusal of what stands inside an event, called by its whole path.
Refusal within(const std::string& path, const Refusal& refusal)
{
    return {refusal.code, refusal.field.empty() ? path : path + "." + refusal.field, refusal.detail};
}

std::int64_t amount_field(const Fields& fields)
{
    const std::int64_t amount = fields.integer("amount");
    if (amount < 0) fields.problem().note({"bad_amount", fields.at("amount")});
    if (!within_limit(amount)) fields.problem().note({"out_of_range", fields.at("amount")});
    return amount;
}

/// The till of an example: one terminal, one series of numbers.
class ExampleDay {
public:
    explicit ExampleDay(std::int64_t grand_total_before)
    {
        facts_.grand_total_before = grand_total_before;
        facts_.counter_before = 0;
    }

    Done play(const json& event, const std::string& path)
    {
        Problem problem;
        // The other fields are read by the event's own kind.
        const std::string type = event.is_object() && event.contains("type")
                                     ? text_element(event.at("type"), path + ".type", problem)
                                     : std::string{};
        const auto act = acts().find(type);
        if (act == acts().end()) return Refusal{"bad_request", event.is_object() ? path + ".type" : path};
        if (facts_.counted) return Refusal{"bad_request", path, "after the count"};
        return (this->*act->second)(event, path);
    }

    [[nodiscard]] const DayFacts& facts() const { return facts_; }

private:
    using Act = Done (ExampleDay::*)(const json& event, const std::string& path);

    static const std::map<std::string, Act, std::less<>>& acts()
    {
        static const std::map<std::string, Act, std::less<>> all{
            {"float", &ExampleDay::open},       {"sale", &ExampleDay::sell},
            {"refund", &ExampleDay::give_back}, {"void", &ExampleDay::take_back},
            {"paid_in", &ExampleDay::pay_in},   {"prepaid_sale", &ExampleDay::sell_prepaid},
            {"paid_out", &ExampleDay::pay_out}, {"drop", &ExampleDay::drop},
            {"count", &ExampleDay::count}};
        return all;
    }

    Done open(const json& event, const std::string& path)
    {
        const bool opened =
            std::ranges::any_of(facts_.moves, [](const auto& move) { return move.kind == DrawerMove::Kind::float_; });
        if (opened) return Refusal{"bad_request", path, "a second float"};
        return move(DrawerMove::Kind::float_, event, path);
    }
    Done pay_in(const json& event, const std::string& path) { return move(DrawerMove::Kind::paid_in, event, path); }
    Done pay_out(const json& event, const std::string& path) { return move(DrawerMove::Kind::paid_out, event, path); }
    Done drop(const json& event, const std::string& path) { return move(DrawerMove::Kind::drop, event, path); }

    Done move(DrawerMove::Kind kind, const json& event, const std::string& path)
    {
        Problem problem;
        const Fields fields{event, path, problem, {"type", "amount"}};
        facts_.moves.push_back({kind, amount_field(fields)});
        return problem.first();
    }

    Done count(const json& event, const std::string& path)
    {
        Problem problem;
        const Fields fields{event, path, problem, {"type", "amount"}};
        facts_.counted = amount_field(fields);
        return problem.first();
    }

    Done sell_prepaid(const json& event, const std::string& path)
    {
        Problem problem;
        const Fields fields{event, path, problem, {"type", "amount", "tender"}};
        DayDocument& sale = numbered(DayDocument::Kind::sale);
        sale.prepaid = amount_field(fields);
        sale.only_prepaid = true;
        sale.tenders = {{fields.word("tender"), sale.prepaid}};
        return problem.first();
    }

    Done sell(const json& event, const std::string& path)
    {
        Problem problem;
        const Fields fields{event, path, problem, {"type", "sale"}};
        const std::string field = fields.at("sale");
        const json& sale = fields.object("sale");
        if (problem.first()) return problem.first();
        const auto input = receipt_input_from_json(sale);
        if (!input) return within(field, input.error());
        const auto totals = price_receipt(*input);
        if (!totals) return within(field, totals.error());
        if (!totals->paid && totals->due > 0) return Refusal{"underpaid", field + ".tenders"};
        sales_.push_back(facts_.documents.size());
        add_sale(*input, *totals);
        return std::nullopt;
    }

    void add_sale(const ReceiptInput& input, const ReceiptTotals& totals)
    {
        DayDocument& sale = numbered(DayDocument::Kind::sale);
        sale.total = totals.total;
        sale.discounts = totals.bill_discount;
        for (std::size_t i = 0; i < input.lines.size(); ++i) {
            if (!input.lines[i].prepaid) sale.discounts += totals.line_discounts[i];
        }
        sale.by_rate = totals.by_rate;
        sale.tip = totals.tip.value_or(0);
        sale.prepaid = totals.prepaid;
        sale.only_prepaid = !input.lines.empty() && std::ranges::all_of(input.lines, &ReceiptLine::prepaid);
        if (!totals.paid) return;
        sale.cash_rounding = totals.paid->cash_rounding;
        std::int64_t change = totals.paid->change;
        for (const auto& tender : *input.tenders) {
            // Cash may be offered in parts: the change is taken from the first that are enough for it.
            const std::int64_t taken_back = tender.type == "cash" ? std::min(change, tender.amount) : 0;
            change -= taken_back;
            sale.tenders.push_back({tender.type, tender.amount - taken_back});
        }
        // Change for a tender of the salon's own is cash that leaves the drawer.
        if (change > 0) sale.tenders.push_back({"cash", -change});
    }

    Done give_back(const json& event, const std::string& path)
    {
        Problem problem;
        const Fields fields{event, path, problem, {"type", "refund", "tender"}};
        const std::string tender = fields.word("tender");
        const json& example = fields.object("refund");
        if (problem.first()) return problem.first();
        const auto played = play_refunds(example, tender);
        if (!played) return within(fields.at("refund"), played.error());
        for (const auto& given_back : played->refunds) {
            if (!given_back.tender.empty() && given_back.tender != tender) {
                return Refusal{"bad_request", fields.at("tender"), "two tenders for one refund"};
            }
            DayDocument& refund = numbered(DayDocument::Kind::refund);
            refund.total = given_back.totals.amount;
            refund.by_rate = given_back.totals.by_rate;
            refund.cash_rounding = given_back.cash_rounding.value_or(0);
            refund.tenders = {{tender, refund.total + refund.cash_rounding}};
        }
        return std::nullopt;
    }

    Done take_back(const json& event, const std::string& path)
    {
        Problem problem;
        const Fields fields{event, path, problem, {"type", "sale"}};
        const std::int64_t which = fields.integer("sale");
        if (problem.first()) return problem.first();
        if (which < 0 || which >= static_cast<std::int64_t>(sales_.size())) {
            return Refusal{"unknown_sale", fields.at("sale")};
        }
        if (!voided_.insert(which).second) return Refusal{"already_voided", fields.at("sale")};
        DayDocument taken_back = facts_.documents[sales_[static_cast<std::size_t>(which)]];
        taken_back.discounts = 0;
        DayDocument& document = numbered(DayDocument::Kind::void_);
        taken_back.kind = document.kind;
        taken_back.counter = document.counter;
        taken_back.number = document.number;
        document = std::move(taken_back);
        return std::nullopt;
    }

    DayDocument& numbered(DayDocument::Kind kind)
    {
        DayDocument& document = facts_.documents.emplace_back();
        document.kind = kind;
        document.counter = static_cast<std::int64_t>(facts_.documents.size());
        document.number = "A-" + std::to_string(document.counter);
        return document;
    }

    DayFacts facts_;
    std::vector<std::size_t> sales_;  ///< where the sales' documents stand, by the order of their events
    std::set<std::int64_t> voided_;   ///< of those, the ones that were taken back
};

ordered_json to_json(const DayFigures::Drawer& drawer)
{
    ordered_json answer{{"float", drawer.opening_float}, {"cash_net", drawer.cash_net}, {"paid_in", drawer.paid_in},
                        {"paid_out", drawer.paid_out},   {"drops", drawer.drops},       {"expected", drawer.expected}};
    if (drawer.counted) answer["counted"] = *drawer.counted;
    if (drawer.over_short) answer["over_short"] = *drawer.over_short;
    return answer;
}

ordered_json to_json(const DayFigures& figures)
{
    ordered_json taxes = ordered_json::object();
    ordered_json nets = ordered_json::object();
    ordered_json tenders = ordered_json::object();
    for (const auto& row : figures.by_rate) taxes[row.rate.text] = row.tax;
    for (const auto& row : figures.by_rate) nets[row.rate.text] = row.net;
    for (const auto& tender : figures.tenders) tenders[tender.name] = tender.amount;
    return {{"count_sales", figures.count_sales},
            {"count_refunds", figures.count_refunds},
            {"count_voids", figures.count_voids},
            {"gross", figures.gross},
            {"discounts", figures.discounts},
            {"refunds", figures.refunds},
            {"voids", figures.voids},
            {"net_incl", figures.net_incl},
            {"tips", figures.tips},
            {"prepaid_sold", figures.prepaid_sold},
            {"cash_rounding", figures.cash_rounding},
            {"tax_by_rate", std::move(taxes)},
            {"net_by_rate", std::move(nets)},
            {"tenders", std::move(tenders)},
            {"tax_total", figures.tax_total},
            {"drawer", to_json(figures.drawer)},
            {"grand_total_after", figures.grand_total_after}};
}

}  // namespace

Outcome<ordered_json> zreport_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"grand_total_before", "events"}};
    ExampleDay day{fields.has("grand_total_before") ? fields.integer("grand_total_before") : 0};
    const json& events = fields.array("events");
    if (problem.first()) return unexpected<Refusal>{*problem.first()};
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (auto refusal = day.play(events[i], element_path("events", i))) {
            return unexpected<Refusal>{std::move(*refusal)};
        }
    }
    const auto figures = add_up(day.facts());
    if (!figures) return unexpected<Refusal>{figures.error()};
    if (const auto failing = failing_identities(day.facts(), *figures); !failing.empty()) {
        throw std::logic_error{failing.front()};
    }
    return to_json(*figures);
}

}  // namespace kushi
