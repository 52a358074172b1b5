#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "app/engine/papers/report_reader.h"
#include "core/money/receipt.h"

namespace kushi {
namespace {

using enum PageWord;
using printing::PageAlign;
using printing::PageBarChart;
using printing::PageBlock;
using printing::PageHeading;
using printing::PageLedgers;
using printing::PageTable;
using OrderedJson = nlohmann::ordered_json;

/// Each part in tenths of a percent of the whole, "55.2%"; together they are 100%. Empty texts where a part is below
/// nothing, or the whole is nothing.
std::vector<std::string> share_texts(std::vector<std::int64_t> parts)
{
    std::int64_t whole = 0;
    bool below_nothing = false;
    for (const auto part : parts) {
        whole += part;
        below_nothing = below_nothing || part < 0;
    }
    std::vector<std::string> texts(parts.size());
    if (below_nothing || whole <= 0) return texts;
    if (whole < 1000)
        for (auto& part : parts) part *= 1000;  // no more tenths than units
    const auto tenths = allocate(1000, parts);
    if (!tenths) return texts;
    for (std::size_t i = 0; i < parts.size(); ++i)
        texts[i] = std::to_string(tenths->at(i) / 10) + '.' + std::to_string(tenths->at(i) % 10) + '%';
    return texts;
}

class Breakdowns {
public:
    Breakdowns(std::vector<PageBlock>& blocks, const ReportReader& reader) : blocks_{blocks}, reader_{reader} {}

    void write()
    {
        by_hours();
        by_dates("by_day", by_day, day);
        by_dates("by_month", by_month, month);
        tenders();
        rates();
        by_items("by_service", by_service, service);
        by_items("by_product", PageWord::by_product, product);
        therapists();
        kinds_of_discount();
        products_used();
        margins();
        owed_to_clients();
        for_the_record();
    }

private:
    void heading(PageWord word, std::string note = {})
    {
        blocks_.emplace_back(PageHeading{reader_.word(word), std::move(note)});
    }

    [[nodiscard]] PageTable::Column column(PageWord word, PageAlign align = PageAlign::right) const
    {
        return {reader_.word(word), align};
    }
    static PageTable::Column bar_column() { return {.heading = {}, .bar = true}; }

    [[nodiscard]] std::int64_t part(const OrderedJson& entry, const char* key) const
    {
        return reader_.whole(entry, key).value_or(0);
    }
    /// A figure that an entry need not have: an em dash stands for none.
    [[nodiscard]] std::string amount_or_dash(const OrderedJson& entry, const char* key) const
    {
        const auto units = reader_.whole(entry, key);
        return units ? reader_.amount(*units) : "—";
    }
    [[nodiscard]] std::int64_t sum_of(const OrderedJson& list, const char* key) const
    {
        std::int64_t all = 0;
        for (const auto& entry : list) all += part(entry, key);
        return all;
    }

    void by_hours()
    {
        std::map<std::int64_t, const OrderedJson*> hours;
        for (const auto& entry : reader_.list("by_hour")) hours[part(entry, "hour")] = &entry;
        if (hours.empty()) return;
        PageBarChart chart;
        for (auto at = hours.begin()->first; at <= hours.rbegin()->first; ++at) {
            const auto found = hours.find(at);
            const auto total_of = found == hours.end() ? 0 : part(*found->second, "total");
            const auto count_of = found == hours.end() ? 0 : part(*found->second, "count");
            chart.bars.push_back(
                {reader_.words(hour, {std::to_string(at)}), total_of, reader_.amount(total_of), sales_text(count_of)});
        }
        heading(by_hour, reader_.word(tax_included));
        blocks_.emplace_back(std::move(chart));
    }

    [[nodiscard]] std::string sales_text(std::int64_t number) const
    {
        if (number == 0) return {};
        return number == 1 ? reader_.word(document_short) : reader_.words(documents_short, {reader_.count(number)});
    }

    /// Entries of a date or of a month.
    void by_dates(const char* key, PageWord title, PageWord first)
    {
        const auto& list = reader_.list(key);
        if (list.empty()) return;
        PageTable table{{column(first, PageAlign::left), column(count), bar_column(), column(total)}};
        for (const auto& entry : list) {
            const auto date = reader_.text(entry, "date"), its_month = reader_.text(entry, "month");
            table.rows.push_back({{date.empty() ? reader_.month_name(its_month) : reader_.day_name(date),
                                   reader_.count(part(entry, "count")), "", reader_.amount(part(entry, "total"))},
                                  part(entry, "total")});
        }
        table.total = {
            {reader_.word(total), reader_.count(sum_of(list, "count")), "", reader_.amount(sum_of(list, "total"))}};
        heading(title, reader_.word(tax_included));
        blocks_.emplace_back(std::move(table));
    }

    void tenders()
    {
        const auto& list = reader_.list("tenders");
        if (list.empty()) return;
        std::int64_t all = 0;
        std::vector<std::int64_t> parts;
        for (const auto& entry : list) {
            parts.push_back(entry.get<std::int64_t>());
            all += parts.back();
        }
        PageTable table{{column(tender, PageAlign::left), bar_column(), column(share), column(amount)}};
        const auto shares = share_texts(parts);
        for (const auto& [type, entry] : list.items()) {
            const auto at = table.rows.size();
            table.rows.push_back({{reader_.tender_name(type), "", shares[at], reader_.amount(parts[at])}, parts[at]});
        }
        table.total = {{reader_.word(taken), "", "", reader_.amount(all)}};
        heading(paid_with);
        blocks_.emplace_back(std::move(table));
    }

    void rates()
    {
        const auto& before_tax = reader_.list("net_by_rate");
        const auto& taxes = reader_.list("tax_by_rate");
        if (before_tax.empty()) return;
        PageTable table{{column(rate, PageAlign::left), column(net_of_tax), column(tax_amount), column(with_tax)}};
        std::int64_t all_net = 0, all_tax = 0;
        for (const auto& [key, entry] : before_tax.items()) {
            const auto net = entry.get<std::int64_t>();
            const auto its_tax = part(taxes, key.c_str());
            all_net += net;
            all_tax += its_tax;
            table.rows.push_back({{reader_.rate_name(key), reader_.amount(net), reader_.amount(its_tax),
                                   reader_.amount(net + its_tax)}});
        }
        table.total = {{reader_.word(net_sales), reader_.amount(all_net), reader_.amount(all_tax),
                        reader_.amount(all_net + all_tax)}};
        heading(tax_by_rate);
        blocks_.emplace_back(std::move(table));
    }

    /// The largest total first.
    [[nodiscard]] OrderedJson by_total(const char* key) const
    {
        auto list = reader_.list(key);
        std::stable_sort(list.begin(), list.end(),
                         [&](const auto& a, const auto& b) { return part(a, "total") > part(b, "total"); });
        return list;
    }

    /// Services, or products with what they cost.
    void by_items(const char* key, PageWord title, PageWord first)
    {
        const auto list = by_total(key);
        if (list.empty()) return;
        const bool costs = ReportReader::any_has(list, "cost"), margins_too = ReportReader::any_has(list, "margin");
        PageTable table{{column(first, PageAlign::left), column(count), bar_column(), column(total)}};
        if (costs) table.columns.push_back(column(cost));
        if (margins_too) table.columns.push_back(column(margin));
        for (const auto& entry : list) {
            PageTable::Row row{{reader_.item_name(reader_.text(entry, "item")), reader_.count(part(entry, "count")), "",
                                reader_.amount(part(entry, "total"))},
                               part(entry, "total")};
            if (costs) row.cells.push_back(amount_or_dash(entry, "cost"));
            if (margins_too) row.cells.push_back(amount_or_dash(entry, "margin"));
            table.rows.push_back(std::move(row));
        }
        table.total = {
            {reader_.word(total), reader_.count(sum_of(list, "count")), "", reader_.amount(sum_of(list, "total"))}};
        if (costs) table.total->cells.push_back(reader_.amount(sum_of(list, "cost")));
        if (margins_too) table.total->cells.push_back(reader_.amount(sum_of(list, "margin")));
        heading(title);
        blocks_.emplace_back(std::move(table));
    }

    void therapists()
    {
        const auto list = by_total("by_therapist");
        if (list.empty()) return;
        struct Figure {
            const char* key;
            PageWord word;
            bool money;
        };
        constexpr std::array figures{Figure{"count", count, false},      Figure{"nominations", nominations, false},
                                     Figure{"services", services, true}, Figure{"retail", retail, true},
                                     Figure{"tips", tips, true},         Figure{"commission", commission, true},
                                     Figure{"total", total, true}};
        PageTable table{{column(therapist, PageAlign::left)}};
        std::vector<Figure> shown;
        std::copy_if(figures.begin(), figures.end(), std::back_inserter(shown),
                     [&](const Figure& one) { return ReportReader::any_has(list, one.key); });
        for (const auto& one : shown) table.columns.push_back(column(one.word));
        for (const auto& entry : list) {
            PageTable::Row row{{reader_.staff_name(reader_.text(entry, "staff"))}};
            for (const auto& one : shown)
                row.cells.push_back(one.money ? amount_or_dash(entry, one.key) : reader_.count(part(entry, one.key)));
            table.rows.push_back(std::move(row));
        }
        PageTable::Row all{{reader_.word(total)}};
        // A sale of two therapists counts for both, so their counts have no sum.
        for (const auto& one : shown) {
            const bool shared = std::string_view{one.key} == "count";
            all.cells.push_back(shared      ? ""
                                : one.money ? reader_.amount(sum_of(list, one.key))
                                            : reader_.count(sum_of(list, one.key)));
        }
        table.total = std::move(all);
        heading(by_therapist);
        blocks_.emplace_back(std::move(table));
    }

    void kinds_of_discount()
    {
        const auto& list = reader_.list("discounts_by");
        if (list.empty()) return;
        PageTable table{{column(kind, PageAlign::left), column(count), column(amount)}};
        for (const auto& entry : list) {
            const auto name = reader_.text(entry, "kind");
            const auto said = name == "line"            ? reader_.word(discount_line)
                              : name == "bill"          ? reader_.word(discount_bill)
                              : name == "voucher_bonus" ? reader_.word(discount_voucher_bonus)
                                                        : name;
            table.rows.push_back({{said, reader_.count(part(entry, "count")), reader_.amount(part(entry, "total"))}});
        }
        table.total = {
            {reader_.word(total), reader_.count(sum_of(list, "count")), reader_.amount(sum_of(list, "total"))}};
        heading(discounts_by);
        blocks_.emplace_back(std::move(table));
    }

    void products_used()
    {
        const auto& list = reader_.list("product_use");
        if (list.empty()) return;
        const bool costs = ReportReader::any_has(list, "cost");
        PageTable table{{column(product, PageAlign::left), column(used_amount)}};
        if (costs) table.columns.push_back(column(cost));
        for (const auto& entry : list) {
            const auto unit = reader_.text(entry, "unit");
            PageTable::Row row{{reader_.item_name(reader_.text(entry, "product")),
                                reader_.text(entry, "amount") + ' ' + (unit == "piece" ? reader_.word(piece) : unit)}};
            if (costs) row.cells.push_back(amount_or_dash(entry, "cost"));
            table.rows.push_back(std::move(row));
        }
        if (costs) table.total = {{reader_.word(total), "", reader_.amount(sum_of(list, "cost"))}};
        heading(product_use);
        blocks_.emplace_back(std::move(table));
    }

    void margins()
    {
        PageLedgers block;
        const auto& figures = reader_.list("margin");
        if (figures.contains("margin") && !figures["margin"].is_null()) {
            block.ledgers.push_back({reader_.word(margin),
                                     {{reader_.word(revenue_net), amount_or_dash(figures, "revenue_net")},
                                      {reader_.word(product_cost), reader_.amount(-part(figures, "product_cost"))},
                                      {reader_.word(margin), amount_or_dash(figures, "margin"), true}}});
        }
        if (const auto on_shelf = reader_.whole("stock_value"))
            block.ledgers.push_back({reader_.word(stock), {{reader_.word(stock_value), reader_.amount(*on_shelf)}}});
        if (block.ledgers.empty()) return;
        heading(margin_title);
        blocks_.emplace_back(std::move(block));
    }

    void owed_to_clients()
    {
        const auto& kinds = reader_.list("liabilities");
        if (kinds.empty()) return;
        PageTable table{{column(kind, PageAlign::left), column(before), column(sold), column(used), column(expired),
                         column(cancelled), column(after)}};
        for (const auto& [key, entry] : kinds.items()) {
            if (key == "total") continue;
            table.rows.push_back({moves(reader_.tender_name(key), entry)});
        }
        if (kinds.contains("total")) table.total = {moves(reader_.word(total), kinds["total"])};
        heading(liabilities, reader_.word(liabilities_note));
        blocks_.emplace_back(std::move(table));
    }

    /// before + sold - used - expired - cancelled = after, with its signs.
    [[nodiscard]] std::vector<std::string> moves(std::string name, const OrderedJson& entry) const
    {
        std::vector<std::string> cells{std::move(name)};
        for (const char* key : {"before", "sold"}) cells.push_back(reader_.amount(part(entry, key)));
        for (const char* key : {"used", "expired", "cancelled"}) cells.push_back(reader_.amount(-part(entry, key)));
        cells.push_back(reader_.amount(part(entry, "after")));
        return cells;
    }

    void for_the_record()
    {
        PageLedgers block{{{reader_.word(documents), {}}, {reader_.word(till), {}}}};
        const auto first = reader_.text(reader_.report, "first_number");
        if (!first.empty())
            block.ledgers[0].rows.push_back(
                {reader_.word(numbers), first + " – " + reader_.text(reader_.report, "last_number")});
        put_counts(block.ledgers[0], {{"count_sales", count_sales},
                                      {"count_prepaid", count_prepaid},
                                      {"count_refunds", count_refunds},
                                      {"count_voids", count_voids}});
        put_counts(block.ledgers[1], {{"no_sale_openings", no_sale_openings}, {"reprints", reprints}});
        if (const auto all = reader_.whole("grand_total_after"))
            block.ledgers[1].rows.push_back({reader_.word(grand_total), reader_.amount(*all)});
        std::erase_if(block.ledgers, [](const auto& ledger) { return ledger.rows.empty(); });
        if (block.ledgers.empty()) return;
        heading(record);
        blocks_.emplace_back(std::move(block));
    }

    void put_counts(PageLedgers::Ledger& ledger, std::initializer_list<std::pair<const char*, PageWord>> counts) const
    {
        for (const auto& [key, word] : counts)
            if (const auto number = reader_.whole(key))
                ledger.rows.push_back({reader_.word(word), reader_.count(*number)});
    }

    std::vector<PageBlock>& blocks_;
    const ReportReader& reader_;
};

}  // namespace

void add_breakdowns(std::vector<PageBlock>& blocks, const ReportReader& reader)
{
    Breakdowns{blocks, reader}.write();
}

}  // namespace kushi
