#include "core/day/report.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/day/line_net.h"
#include "core/money/rounding.h"

namespace kushi {
namespace {

/// Adds amounts up and remembers whether any of them, or any sum, went past the limit of an amount.
class Adder {
public:
    void add(std::int64_t& sum, std::int64_t amount, int sign = 1)
    {
        const Wide result = static_cast<Wide>(sum) + static_cast<Wide>(amount) * sign;
        within_ = within_ && within_limit(amount) && within_limit(result);
        if (within_) sum = static_cast<std::int64_t>(result);
    }
    [[nodiscard]] bool within() const { return within_; }

private:
    bool within_ = true;
};

/// A sale adds, a refund and a void take away; amounts are stored positive in all three.
int sign_of(const DayDocument& document)
{
    return document.kind == DayDocument::Kind::sale ? 1 : -1;
}

/// What a document does to counts of what was done: a refunded service was done all the same, a voided one never was.
int count_sign_of(const DayDocument& document)
{
    switch (document.kind) {
        case DayDocument::Kind::sale:
            return 1;
        case DayDocument::Kind::void_:
            return -1;
        case DayDocument::Kind::refund:
            return 0;
    }
    return 0;
}

RateTotals& row_of(std::vector<RateTotals>& rows, const Rate& rate)
{
    const auto found = std::ranges::find(rows, rate, &RateTotals::rate);
    return found != rows.end() ? *found : rows.emplace_back(RateTotals{rate});
}

NamedAmount& named(std::vector<NamedAmount>& rows, const std::string& name)
{
    const auto found = std::ranges::find(rows, name, &NamedAmount::name);
    return found != rows.end() ? *found : rows.emplace_back(NamedAmount{name});
}

void count_document(const DayDocument& document, DayFigures& figures, Adder& adder)
{
    switch (document.kind) {
        case DayDocument::Kind::sale:
            ++(document.only_prepaid ? figures.count_prepaid : figures.count_sales);
            adder.add(figures.gross, document.total);
            adder.add(figures.gross, document.discounts);
            adder.add(figures.discounts, document.discounts);
            return;
        case DayDocument::Kind::refund:
            ++figures.count_refunds;
            adder.add(figures.refunds, document.total);
            return;
        case DayDocument::Kind::void_:
            ++figures.count_voids;
            adder.add(figures.voids, document.total);
            return;
    }
}

void add_money(const DayDocument& document, DayFigures& figures, Adder& adder)
{
    const int sign = sign_of(document);
    for (const auto& row : document.by_rate) {
        RateTotals& sum = row_of(figures.by_rate, row.rate);
        adder.add(sum.net, row.net, sign);
        adder.add(sum.tax, row.tax, sign);
        adder.add(sum.gross, row.gross, sign);
        adder.add(figures.tax_total, row.tax, sign);
    }
    for (const auto& tender : document.tenders) {
        adder.add(named(figures.tenders, tender.type).amount, tender.amount, sign);
    }
    adder.add(figures.tips, document.tip, sign);
    adder.add(figures.prepaid_sold, document.prepaid, sign);  // in the drawer and owed to the client: no revenue
    adder.add(figures.cash_rounding, document.cash_rounding, sign);
}

void add_drawer(const DayFacts& facts, DayFigures& figures, Adder& adder)
{
    auto& drawer = figures.drawer;
    for (const auto& move : facts.moves) {
        switch (move.kind) {
            case DrawerMove::Kind::float_:
                adder.add(drawer.opening_float, move.amount);
                break;
            case DrawerMove::Kind::paid_in:
                adder.add(drawer.paid_in, move.amount);
                break;
            case DrawerMove::Kind::paid_out:
                adder.add(drawer.paid_out, move.amount);
                break;
            case DrawerMove::Kind::drop:
                adder.add(drawer.drops, move.amount);
                break;
        }
    }
    const auto cash = std::ranges::find(figures.tenders, "cash", &NamedAmount::name);
    drawer.cash_net = cash == figures.tenders.end() ? 0 : cash->amount;
    adder.add(drawer.expected, drawer.opening_float);
    adder.add(drawer.expected, drawer.cash_net);
    adder.add(drawer.expected, drawer.paid_in);
    adder.add(drawer.expected, drawer.paid_out, -1);
    adder.add(drawer.expected, drawer.drops, -1);
    if (!facts.counted) return;
    drawer.counted = facts.counted;
    std::int64_t difference = 0;
    adder.add(difference, *facts.counted);
    adder.add(difference, drawer.expected, -1);
    drawer.over_short = difference;
}

void add_hours(const DayFacts& facts, DayFigures& figures, Adder& adder)
{
    std::map<int, DayFigures::Hour> hours;
    for (const auto& document : facts.documents) {
        auto& hour = hours.try_emplace(document.hour, DayFigures::Hour{document.hour}).first->second;
        hour.count += document.kind == DayDocument::Kind::sale && !document.only_prepaid ? 1 : 0;
        adder.add(hour.total, document.total, sign_of(document));
    }
    for (const auto& [number, hour] : hours) figures.by_hour.push_back(hour);
}

void add_services(const DayFacts& facts, DayFigures& figures, Adder& adder)
{
    std::map<std::string, DayFigures::Item> items;
    for (const auto& document : facts.documents) {
        for (const auto& line : document.lines) {
            if (line.kind != "service") continue;
            auto& item = items.try_emplace(line.item, DayFigures::Item{line.item}).first->second;
            item.count += count_sign_of(document);
            adder.add(item.total, line.final_amount, sign_of(document));
        }
    }
    for (const auto& [code, item] : items) figures.by_service.push_back(item);
}

void add_products(const DayFacts& facts, DayFigures& figures, Adder& adder)
{
    std::map<std::string, DayFigures::Product> products;
    for (const auto& document : facts.documents) {
        const auto nets = net_of_lines(document);
        for (std::size_t i = 0; i < document.lines.size(); ++i) {
            const auto& line = document.lines[i];
            if (line.kind != "product") continue;
            auto& product = products.try_emplace(line.item, DayFigures::Product{line.item}).first->second;
            adder.add(product.thousandths, line.quantity.units, sign_of(document));
            adder.add(product.total, line.final_amount, sign_of(document));
            adder.add(product.net, nets.lines[i].revenue, sign_of(document));
        }
    }
    for (const auto& [code, product] : products) figures.by_product.push_back(product);
}

void add_revenue(const DayFacts& facts, DayFigures& figures, Adder& adder)
{
    std::map<std::pair<Rate, std::string>, DayFigures::Revenue> rows;
    const auto add = [&](const Rate& rate, const std::string& kind, std::int64_t net, int sign) {
        adder.add(rows.try_emplace({rate, kind}, DayFigures::Revenue{rate, kind}).first->second.net, net, sign);
    };
    for (const auto& document : facts.documents) {
        const auto nets = net_of_lines(document);
        for (std::size_t i = 0; i < document.lines.size(); ++i) {
            add(document.lines[i].rate, document.lines[i].kind, nets.lines[i].revenue, sign_of(document));
        }
        for (const auto& rest : nets.charges) add(rest.rate, "charge", rest.net, sign_of(document));
    }
    for (const auto& [key, row] : rows) figures.revenue.push_back(row);
}

void add_discounts(const DayFacts& facts, DayFigures& figures, Adder& adder)
{
    DayFigures::Discount line{"line"}, bill{"bill"}, bonus{"voucher_bonus"};
    for (const auto& document : facts.documents) {
        if (document.kind != DayDocument::Kind::sale) continue;
        line.count += std::ranges::count_if(document.lines, [](const auto& one) { return one.discount != 0; });
        bill.count += document.bill_discount != document.voucher_bonus ? 1 : 0;
        bonus.count += document.voucher_bonus != 0 ? 1 : 0;
        adder.add(line.total, document.discounts);
        adder.add(line.total, document.bill_discount, -1);
        adder.add(bill.total, document.bill_discount);
        adder.add(bill.total, document.voucher_bonus, -1);
        adder.add(bonus.total, document.voucher_bonus);
    }
    for (const auto& kind : {line, bill, bonus}) {
        if (kind.count != 0 || kind.total != 0) figures.discounts_by.push_back(kind);
    }
}

/// Whose a line is: of those who share it, or of the one it belongs to, or nobody's.
std::vector<StaffAmount> shares_of(const DayDocument::Line& line)
{
    if (!line.shares.empty()) return line.shares;
    if (line.staff.empty()) return {};
    return {{line.staff, line.final_amount}};
}

/// Another figure of the line, split as its amount is; a line that costs nothing is shared alike.
std::vector<std::int64_t> split_like(const std::vector<StaffAmount>& shares, std::int64_t figure)
{
    std::vector<std::int64_t> weights;
    for (const auto& share : shares) weights.push_back(share.amount);
    if (std::ranges::all_of(weights, [](std::int64_t weight) { return weight == 0; })) std::ranges::fill(weights, 1);
    return allocate_freely(figure, weights);
}

class Therapists {
public:
    explicit Therapists(Adder& adder) : adder_{adder} {}

    void add(const DayDocument& document)
    {
        const auto nets = net_of_lines(document);
        std::set<std::string> served;
        for (std::size_t i = 0; i < document.lines.size(); ++i) {
            const auto shares = shares_of(document.lines[i]);
            const auto nets_of_shares = split_like(shares, nets.lines[i].work);
            const auto done = split_like(shares, document.lines[i].quantity.units);
            for (std::size_t k = 0; k < shares.size(); ++k) {
                add_share(document, document.lines[i].kind, shares[k], nets_of_shares[k], done[k]);
                served.insert(shares[k].staff);
            }
        }
        for (const auto& staff : served) row(staff).count += count_sign_of(document);
        for (const auto& [staff, amount] : document.tips) adder_.add(row(staff).tips, amount, sign_of(document));
        if (!document.nominated.empty() && !document.lines.empty()) row(document.nominated).nominations += count_sign_of(document);
    }
    [[nodiscard]] const std::map<std::string, DayFigures::Therapist>& rows() const { return rows_; }

private:
    DayFigures::Therapist& row(const std::string& staff)
    {
        return rows_.try_emplace(staff, DayFigures::Therapist{staff}).first->second;
    }

    void add_share(const DayDocument& document, const std::string& kind, const StaffAmount& share, std::int64_t net, std::int64_t done)
    {
        auto& therapist = row(share.staff);
        const int sign = sign_of(document);
        adder_.add(therapist.total, share.amount, sign);
        if (kind == "service") {
            adder_.add(therapist.services, share.amount, sign);
            adder_.add(therapist.services_net, net, sign);
            adder_.add(therapist.services_thousandths, done, sign);
        }
        if (kind == "product") {
            adder_.add(therapist.retail, share.amount, sign);
            adder_.add(therapist.retail_net, net, sign);
        }
    }

    Adder& adder_;
    std::map<std::string, DayFigures::Therapist> rows_;
};

void add_therapists(const DayFacts& facts, DayFigures& figures, Adder& adder)
{
    Therapists therapists{adder};
    for (const auto& document : facts.documents) therapists.add(document);
    for (const auto& [staff, row] : therapists.rows()) figures.by_therapist.push_back(row);
}

void name_ends(const DayFacts& facts, DayFigures& figures)
{
    if (facts.documents.empty()) return;
    figures.first_number = facts.documents.front().number;
    figures.last_number = facts.documents.back().number;
}

}  // namespace

Outcome<DayFigures> add_up(const DayFacts& facts)
{
    DayFigures figures;
    Adder adder;
    for (const auto& document : facts.documents) {
        count_document(document, figures, adder);
        add_money(document, figures, adder);
    }
    adder.add(figures.net_incl, figures.gross);
    adder.add(figures.net_incl, figures.discounts, -1);
    adder.add(figures.net_incl, figures.refunds, -1);
    adder.add(figures.net_incl, figures.voids, -1);
    adder.add(figures.grand_total_after, facts.grand_total_before);
    adder.add(figures.grand_total_after, figures.net_incl);
    add_drawer(facts, figures, adder);
    add_hours(facts, figures, adder);
    add_services(facts, figures, adder);
    add_products(facts, figures, adder);
    add_revenue(facts, figures, adder);
    add_discounts(facts, figures, adder);
    add_therapists(facts, figures, adder);
    figures.liabilities = facts.liabilities;
    name_ends(facts, figures);
    if (!adder.within()) return refused("out_of_range");
    return figures;
}

}  // namespace kushi
