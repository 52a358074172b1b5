#include "app/screens/till/till_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/screens/screen.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

Quantity quantity_of(const Json& row)
{
    return Quantity::parse(text_of(row, "quantity")).value_or(Quantity::whole(1));
}

/// "0.08" as the percentage that people say: "8".
std::string percent_of(const std::string& rate)
{
    const auto parsed = Rate::parse(rate);
    return parsed ? Percent{parsed->millionths}.text() : rate;
}

std::int64_t sum_of(const Json& totals, const char* name)
{
    std::int64_t sum = 0;
    for (const auto& one : totals.value(name, Json::array())) sum += one.get<std::int64_t>();
    return sum;
}

TillLine line_of(const Json& row)
{
    TillLine line;
    line.id = text_of(row, "line");
    line.item = text_of(row, "item");
    line.kind = text_of(row, "kind");
    line.name = text_of(row, "name");
    line.quantity = quantity_of(row);
    line.unit_price = number_of(row, "unit_price");
    line.extended = number_of(row, "extended");
    line.discount = number_of(row, "line_discount");
    line.bill_share = number_of(row, "bill_discount_share");
    line.final_amount = number_of(row, "final");
    line.rate = percent_of(text_of(row, "rate"));
    line.reduced = flag_of(row, "reduced_rate");
    line.therapist = text_of(row, "therapist");
    return line;
}

}  // namespace

TillBill bill_of(const Json& answer)
{
    TillBill bill;
    for (const auto& row : answer.value("lines", Json::array())) bill.lines.push_back(line_of(row));
    const auto totals = answer.value("totals", Json::object());
    const auto by_rate = totals.value("by_rate", Json::object());
    for (const auto& [rate, row] : by_rate.items()) {
        TillRate sum{percent_of(rate), number_of(row, "net"), number_of(row, "tax"), number_of(row, "gross"), false};
        for (const auto& line : bill.lines) sum.reduced = sum.reduced || (line.reduced && line.rate == sum.rate);
        bill.rates.push_back(std::move(sum));
    }
    // The standard rate first, as on the paper.
    std::stable_sort(bill.rates.begin(), bill.rates.end(),
                     [](const TillRate& a, const TillRate& b) { return !a.reduced && b.reduced; });
    bill.discount = number_of(totals, "bill_discount");
    bill.line_discounts = sum_of(totals, "line_discounts");
    bill.tax = number_of(totals, "tax_total");
    bill.total = number_of(totals, "total");
    bill.tip = number_of(totals, "tip");
    bill.due = number_of(totals, "due");
    bill.cash_in = number_of(totals, "cash_in");
    bill.change = number_of(totals, "change");
    return bill;
}

TillVisit visit_of(const Json& row)
{
    TillVisit visit;
    visit.id = text_of(row, "id");
    visit.status = text_of(row, "status");
    visit.client = text_of(row, "client");
    visit.name = text_of(row, "client_name");
    if (const auto number = number_of(row, "walk_in_number"); number > 0) visit.walk_in = number;
    visit.therapist = text_of(row, "therapist");
    visit.therapist_name = text_of(row, "therapist_name");
    visit.service_name = text_of(row, "service_name");
    visit.minutes = number_of(row, "minutes");
    visit.sale = text_of(row, "sale");
    const auto alerts = row.value("alerts", Json{});
    for (const auto& alert : alerts.is_array() ? alerts : Json::array())
        visit.alerts.push_back(alert.get<std::string>());
    return visit;
}

TillSale sale_of(const Json& row)
{
    TillSale sale;
    sale.id = text_of(row, "id");
    sale.number = text_of(row, "number");
    sale.kind = text_of(row, "kind");
    sale.of = text_of(row, "of");
    sale.business_date = text_of(row, "business_date");
    sale.at = text_of(row, "at");
    sale.visit = text_of(row, "visit");
    sale.client = text_of(row, "client");
    sale.staff = text_of(row, "staff");
    sale.approved_by = text_of(row, "approved_by");
    sale.terminal = text_of(row, "terminal");
    sale.mark = text_of(row, "chain_mark");
    sale.bill = bill_of(row);
    sale.tenders = tenders_of(row.value("tenders", Json::array()));
    sale.no_void = text_of(row.value("can_void", Json::object()), "code");
    for (const auto& one : row.value("refundable", Json::array()))
        sale.refundable.emplace_back(text_of(one, "line"), quantity_of(one));
    for (const auto& one : row.value("history", Json::array())) {
        sale.history.push_back(
            {text_of(one, "what"), text_of(one, "number"), text_of(one, "at"), text_of(one, "staff")});
    }
    for (const auto& one : row.value("jobs", Json::array())) {
        sale.papers.push_back({text_of(one, "kind"), text_of(one, "state"), text_of(one, "created_at"),
                               static_cast<int>(number_of(one, "copy"))});
    }
    return sale;
}

std::vector<TillTender> tenders_of(const Json& list)
{
    std::vector<TillTender> tenders;
    for (const auto& row : list)
        tenders.push_back(
            {text_of(row, "type"), text_of(row, "label"), text_of(row, "reference"), number_of(row, "amount")});
    return tenders;
}

Json to_json(const std::vector<TillTender>& tenders)
{
    auto list = Json::array();
    for (const auto& tender : tenders) {
        Json row{{"type", tender.type}, {"amount", tender.amount}};
        if (!tender.reference.empty()) row["reference"] = tender.reference;
        list.push_back(std::move(row));
    }
    return list;
}

}  // namespace kushi
