#include "tests/db/random_events.h"

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "db/apply/apply.h"

namespace kushi::test {
namespace {

using nlohmann::json;

/// Small pools, so that what two terminals tell is about the same things.
class Pool {
public:
    Pool(std::mt19937_64& random, std::int64_t terminal, std::int64_t seq) : random_{random}, terminal_{terminal}, seq_{seq} {}

    int below(int limit) { return std::uniform_int_distribution{0, limit - 1}(random_); }
    bool maybe() { return below(2) == 0; }
    std::string one(const char* name, int of = 3) { return name + std::string{"-"} + std::to_string(below(of) + 1); }
    template <class... Words>
    std::string word(Words... words)
    {
        const std::vector<std::string> all{words...};
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }
    std::int64_t amount() { return below(100) * 100; }
    std::string instant() { return "2026-0" + std::to_string(below(3) + 1) + "-15T10:0" + std::to_string(below(10)) + ":00.000Z"; }
    std::string date() { return "2026-0" + std::to_string(below(3) + 1) + "-15"; }
    /// What every event says.
    json said(json pub)
    {
        pub["by"] = one("staff");
        pub["at"] = instant();
        pub["day"] = date();
        return pub;
    }
    /// Some of these, as an event that names only what it changes.
    json some_of(json pub, const json& fields)
    {
        for (const auto& [name, value] : fields.items()) {
            if (maybe()) pub[name] = value;
        }
        return pub;
    }
    /// A terminal never gives a number, a key or a Z twice.
    [[nodiscard]] std::string own(const char* name) const { return name + std::to_string(terminal_) + "-" + std::to_string(seq_); }
    [[nodiscard]] std::int64_t seq() const { return seq_; }

private:
    std::mt19937_64& random_;
    std::int64_t terminal_;
    std::int64_t seq_;
};

json visit_fields(Pool& pool)
{
    return pool.some_of({}, {{"client", pool.one("client")}, {"service", pool.one("service")}, {"therapist", pool.one("staff")},
                             {"room", pool.one("room")}, {"nominated", pool.maybe()}});
}

json on_visit(Pool& pool, json pub = json::object())
{
    pub["visit"] = pool.one("visit");
    return pool.said(std::move(pub));
}

json step(Pool& pool)
{
    return {{"step", pool.one("step", 5)}, {"position", pool.one("p")}, {"kind", pool.one("kind")},
            {"name", {{"en", pool.one("name")}, {"ja", "名"}}}, {"planned_s", pool.amount()}};
}

json lines(Pool& pool)
{
    auto all = json::array();
    for (int i = pool.below(3); i >= 0; --i) {
        all.push_back({{"line", pool.one("line", 6)}, {"item", pool.one("product")}, {"kind", "product"}, {"name", pool.one("name")},
                       {"name_ja", "名"}, {"quantity", "1"}, {"unit_price", pool.amount()}, {"extended", pool.amount()},
                       {"final", pool.amount()}, {"rate", "0.10"}, {"reduced_rate", false}, {"therapist", pool.one("staff")}});
    }
    return all;
}

json moves(Pool& pool)
{
    auto all = json::array();
    for (int i = pool.below(3); i > 0; --i) {
        all.push_back({{"product", pool.one("product")}, {"lot", pool.one("lot", 2)}, {"thousandths", pool.below(5000) - 2500}});
    }
    return all;
}

json prepaid_sold(Pool& pool)
{
    auto all = json::array();
    if (pool.maybe()) return all;
    all.push_back({{"id", pool.one("prepaid", 4)}, {"kind", pool.word("ticket", "voucher", "deposit")}, {"client", pool.one("client")},
                   {"sessions", pool.below(9) + 1}, {"face", pool.amount() + 100}, {"paid", pool.amount()}, {"owed", pool.amount()},
                   {"services", json::array({"head-spa"})}, {"expires", pool.maybe() ? pool.date() : ""}});
    return all;
}

json prepaid_moves(Pool& pool)
{
    auto all = json::array();
    for (int i = pool.below(3); i > 0; --i) {
        all.push_back({{"prepaid", pool.one("prepaid", 4)}, {"kind", pool.word("used", "given_back", "cancelled")}, {"sessions", pool.below(2)},
                       {"face", pool.amount()}, {"owed", pool.amount()}});
    }
    return all;
}

/// A finished document. The ids are few, as if a cloned disk told the same sale again under its new terminal.
json document(Pool& pool, const char* kind, const std::string& of)
{
    json tenders = json::array({{{"type", "cash"}, {"label", ""}, {"amount", pool.amount()}, {"reference", ""}}});
    if (pool.maybe()) tenders.push_back({{"type", "card"}, {"label", ""}, {"amount", pool.amount()}, {"reference", "1"}});
    const json sale{{"id", pool.one(kind, 4)},     {"number", pool.own("A")},        {"kind", kind},
                    {"of", of.empty() ? "" : "A-1"}, {"of_business_date", ""},       {"business_date", pool.date()},
                    {"at", pool.instant()},        {"visit", pool.maybe() ? pool.one("visit") : ""}, {"client", pool.one("client")},
                    {"staff", pool.one("staff")},  {"approved_by", ""},              {"terminal", "1"},
                    {"currency", "JPY"},           {"price_mode", "inclusive"},      {"lines", lines(pool)},
                    {"totals", {{"total", pool.amount()}, {"tax_total", 0}, {"due", pool.amount()}}},
                    {"tenders", tenders},          {"chain_mark", "AAAAAAAA"},
                    {"tips", json::array({{{"staff", pool.one("staff")}, {"amount", pool.amount()}}})}};
    return pool.said({{"document", sale}, {"prepaid_sold", prepaid_sold(pool)}, {"prepaid_moves", prepaid_moves(pool)}, {"series", "A"}, {"counter", pool.seq()}, {"key", pool.own("key")}, {"request", ""},
                      {"of_id", of}, {"gross", pool.amount()}, {"discounts", 0}, {"tip_staff", ""},
                      {"rates", json::array({{{"rate", "0.10"}, {"net", 1}, {"tax", 2}, {"gross", 3}}})}, {"moves", moves(pool)}});
}

json refund(Pool& pool)
{
    auto pub = document(pool, "refund", pool.one("sale", 4));
    pub["returned"] = json::array();
    for (int i = pool.below(3); i >= 0; --i) {
        pub["returned"].push_back({{"line", pool.one("line", 6)}, {"quantity", "1"}, {"amount", pool.amount()}});
    }
    return pub;
}

json booking(Pool& pool, bool with_start)
{
    auto pub = on_visit(pool, visit_fields(pool));
    pub = pool.some_of(pub, {{"minutes", pool.below(90)}, {"rebooked_from", pool.one("visit")}});
    if (with_start) pub["start"] = pool.instant();
    return pub;
}

json line(Pool& pool, json pub)
{
    pub = pool.some_of(std::move(pub), {{"quantity", std::to_string(pool.below(9) + 1)}, {"price", pool.amount()},
                                        {"role", pool.word("service", "")}, {"override_by", pool.one("staff")}});
    pub["line"] = pool.one("line", 6);
    return on_visit(pool, pub);
}

json shelf(Pool& pool)
{
    return pool.said({{"product", pool.one("product")}, {"lot", pool.one("lot", 2)}, {"thousandths", pool.below(9000)},
                      {"expires", pool.maybe() ? pool.date() : ""}});
}

json audited(Pool& pool) { return pool.said({{"subject", pool.one("client")}}); }

using Generator = std::function<json(Pool&)>;

const std::map<std::string_view, Generator>& generators()
{
    static const std::map<std::string_view, Generator> all{
        {"allergy.added",
         [](Pool& p) {
             return p.said({{"client", p.one("client")}, {"allergy", p.one("allergy")}});
         }},
        {"allergy.removed",
         [](Pool& p) {
             return p.said({{"client", p.one("client")}, {"saw", {p.one("allergy"), p.one("allergy")}}});
         }},
        {"client.consented",
         [](Pool& p) {
             return on_visit(p, {{"consent", p.one("consent")}, {"client", p.one("client")}, {"parts", {"treatment"}},
                                 {"version", p.one("v")}, {"language", "ja"}, {"on_paper", p.maybe()}});
         }},
        {"client.set",
         [](Pool& p) {
             return p.said({{"client", p.one("client")}, {"fields", p.maybe() ? json{"name", "phone"} : json{"phone"}}});
         }},
        {"consultation.given",
         [](Pool& p) {
             return on_visit(p, {{"consultation", p.one("consultation")}});
         }},
        {"day.closed",
         [](Pool& p) {
             return p.said({{"z", p.below(3) + 1}, {"counted", p.amount()}, {"report", {{"net_incl", p.amount()}}},
                            {"grand_total_after", p.amount()}});
         }},
        {"drawer.moved",
         [](Pool& p) {
             return p.said({{"kind", p.word("float", "paid_in", "drop", "no_sale", "count")}, {"amount", p.amount()}});
         }},
        {"payment.asked",
         [](Pool& p) {
             return on_visit(p, {{"payment", p.one("payment")}, {"type", "card"}, {"amount", p.amount()}});
         }},
        {"payment.resolved",
         [](Pool& p) {
             return p.said({{"payment", p.one("payment")}, {"state", p.word("approved", "declined")}, {"reference", p.one("slip")}});
         }},
        {"prepaid.expired",
         [](Pool& p) {
             return p.said({{"prepaid", p.one("prepaid", 4)}, {"owed", p.amount()}});
         }},
        {"prepaid.extended",
         [](Pool& p) {
             return p.said({{"prepaid", p.one("prepaid", 4)}, {"expires", p.date()}});
         }},
        {"item.set",
         [](Pool& p) {
             return p.said({{"item", p.one("product")},
                            {"fields", p.some_of({{"kind", "product"}}, {{"price", p.amount()}, {"name", p.one("name")}})}});
         }},
        {"line.added",
         [](Pool& p) {
             return line(p, {{"item", p.one("product")}});
         }},
        {"line.removed", [](Pool& p) { return line(p, json::object()); }},
        {"line.set", [](Pool& p) { return line(p, json::object()); }},
        {"note.written",
         [](Pool& p) {
             return on_visit(p, {{"note", p.one("note")}});
         }},
        {"paper.formal", audited}, {"paper.reprinted", audited},
        {"pin.failed", audited},
        {"plan.accepted",
         [](Pool& p) {
             return on_visit(p, {{"service", p.one("service")}, {"ritual", p.one("ritual")}});
         }},
        {"product.used",
         [](Pool& p) {
             return on_visit(p, {{"use", p.one("use")}, {"product", p.one("product")}, {"amount", "1.5"}, {"unit", "ml"},
                                 {"lot", p.one("lot", 2)}, {"step", p.one("step", 5)}, {"cost", p.amount()}});
         }},
        {"record.viewed", audited},
        {"referral.decided",
         [](Pool& p) {
             return on_visit(p, {{"referral", p.one("referral")}, {"decision", p.word("adapt", "postpone")}});
         }},
        {"sale.completed", [](Pool& p) { return document(p, "sale", ""); }},
        {"sale.refunded", refund},
        {"sale.voided", [](Pool& p) { return document(p, "void", p.one("sale", 4)); }},
        {"scalp.mapped",
         [](Pool& p) {
             return on_visit(p, {{"map", p.one("map")}, {"moment", p.word("before", "after")}});
         }},
        {"setting.set",
         [](Pool& p) {
             return p.said({{"path", p.one("path")}, {"value", p.amount()}});
         }},
        {"staff.set",
         [](Pool& p) {
             return p.some_of(p.said({{"staff", p.one("staff")}}),
                              {{"roles", {p.word("owner", "therapist")}}, {"active", p.maybe()}, {"fields", {"pin_hash"}}});
         }},
        {"staff.signed_in", audited},
        {"staff.unlocked", audited},
        {"step.added",
         [](Pool& p) {
             return on_visit(p, {{"treatment", p.one("treatment")}, {"added", step(p)}});
         }},
        {"step.ended",
         [](Pool& p) {
             return on_visit(p, {{"step", p.one("step", 5)}, {"state", p.word("done", "skipped")}, {"actual_s", p.below(600)},
                                 {"settings", {{"steam", p.word("low", "off")}}}});
         }},
        {"stock.counted", shelf},
        {"stock.received", shelf},
        {"treatment.finished",
         [](Pool& p) {
             return on_visit(p, {{"treatment", p.one("treatment")}});
         }},
        {"treatment.started",
         [](Pool& p) {
             return on_visit(p, {{"treatment", p.one("treatment")}, {"ritual", p.one("ritual")}, {"steps", {step(p), step(p)}}});
         }},
        {"visit.arrival_undone", [](Pool& p) { return on_visit(p); }},
        {"visit.arrived", [](Pool& p) { return on_visit(p, visit_fields(p)); }},
        {"visit.assigned",
         [](Pool& p) {
             return on_visit(p, {{"therapist", p.one("staff")}});
         }},
        {"visit.booked", [](Pool& p) { return booking(p, true); }},
        {"visit.cancelled", [](Pool& p) { return on_visit(p); }},
        {"visit.handed_over", [](Pool& p) { return on_visit(p); }},
        {"visit.moved", [](Pool& p) { return booking(p, p.maybe()); }},
        {"visit.no_show", [](Pool& p) { return on_visit(p); }},
        {"visit.seated",
         [](Pool& p) {
             return on_visit(p, p.some_of({}, {{"room", p.one("room")}, {"therapist", p.one("staff")}}));
         }},
    };
    return all;
}

/// Clocks of three machines that often stand at the same value, over a few months: a busy tick every nine days.
std::int64_t clock_after(std::int64_t last, std::size_t events_so_far)
{
    constexpr std::int64_t first = 1'767'600'000'000LL << 16;  // January 2026
    constexpr std::int64_t nine_days = 9 * 86'400'000LL << 16;
    return std::max(last + 1, first + static_cast<std::int64_t>(events_so_far / 40) * nine_days);
}

Event event_of(std::mt19937_64& random, std::string_view type, std::int64_t terminal, std::int64_t seq, std::int64_t hlc)
{
    const auto generator = generators().find(type);
    if (generator == generators().end()) throw std::logic_error{"no generator makes " + std::string{type}};
    Pool pool{random, terminal, seq};
    Event event;
    event.terminal = terminal;
    event.seq = seq;
    event.hlc = hlc;
    event.type = type;
    event.pub = generator->second(pool).dump();
    if (pool.maybe()) event.priv = pool.own("sealed");
    return event;
}

}  // namespace

std::vector<Event> random_events(std::mt19937_64& random, std::size_t count)
{
    const auto types = event_types();
    std::vector<std::string_view> wanted = types;
    while (wanted.size() < count) wanted.push_back(types[std::uniform_int_distribution<std::size_t>{0, types.size() - 1}(random)]);
    std::shuffle(wanted.begin(), wanted.end(), random);
    std::vector<Event> events;
    std::map<std::int64_t, std::int64_t> seq;
    std::map<std::int64_t, std::int64_t> clock;
    for (const auto type : wanted) {
        const std::int64_t terminal = std::uniform_int_distribution{1, 3}(random);
        clock[terminal] = clock_after(clock[terminal], events.size());
        events.push_back(event_of(random, type, terminal, ++seq[terminal], clock[terminal]));
    }
    return events;
}

}  // namespace kushi::test
