#include "core/sale/prepaid_examples.h"

#include <nlohmann/json.hpp>

#include "core/money/dated_fields.h"
#include "core/money/fields.h"
#include "core/money/rounding.h"
#include "core/sale/prepaid.h"

namespace kushi {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;
using Answer = Outcome<ordered_json>;
using Day = std::chrono::year_month_day;

Rounding tax_rounding_field(const Fields& fields)
{
    return fields.one_of<Rounding>(
        "tax_rounding", {{"floor", Rounding::floor}, {"half_up", Rounding::half_up}, {"ceil", Rounding::ceil}});
}

std::int64_t amount_field(const Fields& fields, const char* name)
{
    const std::int64_t amount = fields.integer(name);
    if (amount < 0) fields.problem().note({"bad_amount", fields.at(name)});
    if (!within_limit(amount)) fields.problem().note({"out_of_range", fields.at(name)});
    return amount;
}

Refusal at(const Refusal& refusal, const std::string& path)
{
    return {refusal.code, refusal.field.empty() ? path : path + "." + refusal.field, refusal.detail};
}

template <class Event>
std::vector<Event> events_of(const Fields& fields, Event (*read)(const json&, const std::string&, Problem&))
{
    std::vector<Event> events;
    for (const auto& value : fields.array("events")) {
        events.push_back(read(value, element_path("events", events.size()), fields.problem()));
    }
    return events;
}

/// Plays events one after another onto a ledger that begins with its sale; the first refusal ends it.
template <class Ledger, class Event>
Answer played(Ledger ledger, const std::vector<Event>& events)
{
    ordered_json entries = ordered_json::array();
    entries.push_back(ledger.begun());
    for (const auto& event : events) {
        auto entry = ledger.play(event);
        if (!entry) return unexpected<Refusal>{at(entry.error(), element_path("events", entries.size() - 1))};
        entries.push_back(std::move(*entry));
    }
    return ordered_json{{"ledger", std::move(entries)}};
}

struct TicketEvent {
    enum class Kind { redeem, expire, cancel } kind = Kind::redeem;
    Day date;
    CancellationCaps caps;
};

TicketEvent ticket_event(const json& value, const std::string& path, Problem& problem)
{
    using Kind = TicketEvent::Kind;
    const Fields fields{value, path, problem, {"type", "date", "cap_before", "cap_after", "cap_after_pct"}};
    TicketEvent event;
    event.kind =
        fields.one_of<Kind>("type", {{"redeem", Kind::redeem}, {"expire", Kind::expire}, {"cancel", Kind::cancel}});
    if (event.kind == Kind::cancel) {
        event.caps = {amount_field(fields, "cap_before"), amount_field(fields, "cap_after"),
                      fields.percent("cap_after_pct")};
        if (fields.has("date")) fields.bad("date");
        return event;
    }
    for (const auto* name : {"cap_before", "cap_after", "cap_after_pct"}) {
        if (fields.has(name)) fields.bad(name);
    }
    event.date = date_field(fields, "date");
    return event;
}

struct TicketSale {
    std::int64_t price = 0;
    std::int64_t sessions = 0;
    Day sold;
    std::optional<Day> expires;
    std::vector<DatedRate> rates;
    bool taxed_at_issue = false;
    Rounding rounding = Rounding::floor;
};

TicketSale ticket_sale(const Fields& fields)
{
    TicketSale sale;
    sale.price = amount_field(fields, "price");
    sale.sessions = fields.integer("sessions");
    if (sale.sessions <= 0) fields.problem().note({"bad_quantity", "sessions"});
    if (sale.sessions > ticket_sessions_limit) fields.problem().note({"out_of_range", "sessions"});
    sale.sold = date_field(fields, "sold");
    if (fields.has("expires")) sale.expires = date_field(fields, "expires");
    if (sale.expires && *sale.expires < sale.sold) fields.problem().note({"bad_date", "expires"});
    sale.rates = dated_rates_field(fields, "rates");
    sale.taxed_at_issue = fields.one_of<bool>("tax_point", {{"redemption", false}, {"issue", true}});
    sale.rounding = tax_rounding_field(fields);
    return sale;
}

class TicketLedger {
public:
    /// @param at_issue  what the whole book bears when it is sold, nothing where tax falls on use
    TicketLedger(TicketSale sale, const TakenWithTax& at_issue)
        : sale_{std::move(sale)},
          tax_at_issue_{at_issue.tax},
          paid_{sale_.price, sale_.sessions, 0, sale_.expires},
          owed_{at_issue.net, sale_.sessions, 0, sale_.expires}
    {}

    [[nodiscard]] ordered_json begun() const
    {
        return {{"event", "sale"},
                {"cash", sale_.price},
                {"liability", remaining_value(owed_)},
                {"revenue_gross", 0},
                {"tax", tax_at_issue_}};
    }

    Answer play(const TicketEvent& event)
    {
        switch (event.kind) {
            case TicketEvent::Kind::redeem:
                return redeem(event.date);
            case TicketEvent::Kind::expire:
                return expire(event.date);
            case TicketEvent::Kind::cancel:
                return cancel(event.caps);
        }
        return refused("bad_request", "type");
    }

private:
    Answer redeem(Day date)
    {
        if (date < sale_.sold) return refused("bad_date", "date");
        if (closed_) return refused(is_expired(sale_.expires, date) ? "expired" : "ticket_closed");
        const auto value = next_use(owed_, date);
        if (!value) return unexpected<Refusal>{value.error()};
        const auto taxed = taxed_use(*value, date);
        if (!taxed) return unexpected<Refusal>{taxed.error()};
        ++owed_.used;
        ++paid_.used;
        return ordered_json{{"event", "redeem"},
                            {"k", owed_.used},
                            {sale_.taxed_at_issue ? "revenue_net" : "revenue_gross", *value},
                            {"tax", *taxed},
                            {"liability", remaining_value(owed_)}};
    }

    /// The rate is the one of the day of use; where tax fell at issue there is none left.
    [[nodiscard]] Outcome<std::int64_t> taxed_use(std::int64_t value, Day date) const
    {
        if (sale_.taxed_at_issue) return 0;
        return rate_on(sale_.rates, date).map([&](const Rate& rate) {
            return taken_with_tax(value, rate, sale_.rounding).tax;
        });
    }

    Answer expire(Day date)
    {
        if (closed_) return refused("ticket_closed");
        if (!is_expired(sale_.expires, date)) return refused("not_expired", "date");
        closed_ = true;
        return ordered_json{{"event", "expire"},
                            {sale_.taxed_at_issue ? "breakage_net" : "breakage_gross", remaining_value(owed_)},
                            {"tax", 0},
                            {"liability", 0}};
    }

    /// What goes back is counted from what was paid, with the tax inside it.
    Answer cancel(const CancellationCaps& caps)
    {
        if (closed_) return refused("ticket_closed");
        const auto back = cancelled(paid_, caps);
        if (!back) return unexpected<Refusal>{back.error()};
        closed_ = true;
        return ordered_json{
            {"event", "cancel"}, {"used_value", back->used_value}, {"remaining_value", back->remaining_value},
            {"fee", back->fee},  {"refund", back->refund},         {"liability", 0}};
    }

    TicketSale sale_;
    std::int64_t tax_at_issue_ = 0;
    TicketBalance paid_;  ///< counted from what was paid
    TicketBalance owed_;  ///< counted from what is owed to the client: less the tax where it fell at issue
    bool closed_ = false;
};

struct VoucherEvent {
    std::int64_t amount = 0;
    std::optional<Rate> rate;
};

VoucherEvent voucher_event(const json& value, const std::string& path, Problem& problem)
{
    const Fields fields{value, path, problem, {"type", "amount", "rate"}};
    if (fields.text("type") != "redeem") fields.bad("type");
    VoucherEvent event;
    event.amount = fields.integer("amount");
    if (fields.has("rate")) event.rate = fields.rate("rate");
    return event;
}

struct VoucherSale {
    std::optional<Rate> single_rate;  ///< of a single-purpose voucher, taxed when it is sold
    std::int64_t face = 0;
    std::int64_t paid = 0;
    Rounding rounding = Rounding::floor;
};

VoucherSale voucher_sale(const Fields& fields)
{
    VoucherSale sale;
    const bool single = fields.one_of<bool>("kind", {{"multi", false}, {"single", true}});
    if (single) {
        sale.single_rate = fields.rate("rate");
    } else if (fields.has("rate")) {
        fields.bad("rate");
    }
    sale.face = amount_field(fields, "face");
    sale.paid = amount_field(fields, "paid");
    if (sale.face == 0 || sale.paid > sale.face)
        fields.problem().note({"bad_amount", sale.face == 0 ? "face" : "paid"});
    sale.rounding = tax_rounding_field(fields);
    return sale;
}

class VoucherLedger {
public:
    explicit VoucherLedger(VoucherSale sale) : sale_{std::move(sale)}, balance_{sale_.face, sale_.paid, 0, {}} {}

    [[nodiscard]] ordered_json begun() const
    {
        const std::int64_t vat =
            sale_.single_rate ? taken_with_tax(sale_.paid, *sale_.single_rate, sale_.rounding).tax : 0;
        return {{"event", "issue"}, {"cash", sale_.paid}, {"vat", vat}, {"liability", sale_.paid - vat}};
    }

    Answer play(const VoucherEvent& event)
    {
        // What a single-purpose voucher buys was known when it was taxed, so no other rate can come up now.
        const bool another_rate = sale_.single_rate && event.rate && *event.rate != *sale_.single_rate;
        if (another_rate || (!sale_.single_rate && !event.rate)) return refused("bad_request", "rate");
        // The examples' vouchers have no last day, so any day is good.
        const auto use = use_voucher(balance_, event.amount, Day{});
        if (!use) return unexpected<Refusal>{use.error()};
        balance_.used += event.amount;
        const std::int64_t vat =
            sale_.single_rate ? 0 : taken_with_tax(use->consideration, *event.rate, sale_.rounding).tax;
        return ordered_json{{"event", "redeem"},
                            {"amount", event.amount},
                            {"consideration", use->consideration},
                            {"vat", vat},
                            {"balance", use->balance}};
    }

private:
    VoucherSale sale_;
    VoucherBalance balance_;
};

}  // namespace

Answer ticket_example(const json& input)
{
    Problem problem;
    const Fields fields{
        input, "", problem, {"price", "sessions", "sold", "expires", "rates", "tax_point", "tax_rounding", "events"}};
    auto sale = ticket_sale(fields);
    const auto events = events_of(fields, ticket_event);
    if (problem.first()) return unexpected<Refusal>{*problem.first()};
    const auto rate = rate_on(sale.rates, sale.sold);
    if (!rate && rate.error().code == "bad_table") return refused("bad_table", "rates");
    if (!rate && sale.taxed_at_issue) return refused(rate.error().code, "sold");
    const auto at_issue =
        sale.taxed_at_issue ? taken_with_tax(sale.price, *rate, sale.rounding) : TakenWithTax{sale.price, 0};
    return played(TicketLedger{std::move(sale), at_issue}, events);
}

Answer voucher_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"kind", "face", "paid", "rate", "tax_rounding", "events"}};
    auto sale = voucher_sale(fields);
    const auto events = events_of(fields, voucher_event);
    if (problem.first()) return unexpected<Refusal>{*problem.first()};
    return played(VoucherLedger{std::move(sale)}, events);
}

Answer deposit_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"deposit", "price", "rate", "tax_rounding", "tax_point"}};
    const std::int64_t deposit = fields.integer("deposit");
    const std::int64_t price = fields.integer("price");
    const Rate rate = fields.rate("rate");
    const Rounding rounding = tax_rounding_field(fields);
    const auto point = fields.one_of<DepositTaxPoint>(
        "tax_point", {{"on_supply", DepositTaxPoint::on_supply}, {"on_receipt", DepositTaxPoint::on_receipt}});
    if (problem.first()) return unexpected<Refusal>{*problem.first()};
    return deposit_entries(deposit, price, rate, rounding, point).map([&](const DepositEntries& entries) {
        const auto& [before, supply] = entries;
        return ordered_json{{"at_deposit", {{"cash", deposit}, {"tax", before.tax}, {"liability", before.liability}}},
                            {"at_supply",
                             {{"due", supply.due},
                              {"tax", supply.tax},
                              {"revenue_net", supply.revenue_net},
                              {"liability_released", supply.liability_released}}}};
    });
}

}  // namespace kushi
