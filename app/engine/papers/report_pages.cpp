#include "app/engine/papers/report_pages.h"

#include <fstream>
#include <system_error>

#include "app/engine/papers/report_reader.h"
#include "app/words/local_text.h"
#include "app/words/papers.h"
#include "printing/pages/pdf.h"

namespace kushi {
namespace {

using enum PageWord;
using printing::PageHeading;
using printing::PageKeyFigures;
using printing::PageLedgers;
using printing::PageParagraph;

/// The head of the pages and the figures that come first; the breakdowns are in report_tables.cpp.
class ReportPages {
public:
    ReportPages(const nlohmann::ordered_json& report, const Salon& salon, const ReportPagesFacts& facts)
        : reader_{report, salon, facts.language}, facts_{facts}
    {}

    printing::PageDocument write()
    {
        printing::PageDocument pages;
        pages.language = facts_.language;
        pages.title = reader_.word(title());
        pages.subtitle = subtitle();
        pages.letterhead = letterhead();
        if (facts_.training) pages.mark = reader_.word(training);
        pages.foot = foot();
        pages.page_of = reader_.word(page_of);
        pages.made_at = facts_.made_at;
        key_figures();
        problems();
        sums();
        add_breakdowns(blocks_, reader_);
        agreement();
        pages.blocks = std::move(blocks_);
        return pages;
    }

private:
    [[nodiscard]] std::string period_kind() const
    {
        const auto& report = reader_.report;
        return report.contains("period") ? reader_.text(report["period"], "kind") : "day";
    }

    [[nodiscard]] PageWord title() const
    {
        const auto kind = period_kind();
        if (kind == "week") return week_report;
        if (kind == "month") return month_report;
        if (kind == "year") return year_report;
        return kind == "range" ? range_report : day_report;
    }

    [[nodiscard]] std::string subtitle() const
    {
        const auto& report = reader_.report;
        if (period_kind() != "day") {
            const auto from = full_day_text(reader_.text(report["period"], "from"), facts_.language);
            const auto to = full_day_text(reader_.text(report["period"], "to"), facts_.language);
            return reader_.words(from_to, {from, to}) + "  ·  " + currency_note();
        }
        std::string words = reader_.long_day_name(reader_.text(report, "business_date"));
        if (report.contains("closed") && report["closed"].is_boolean()) words += "  ·  " + state_of_day();
        return words + "  ·  " + currency_note();
    }

    [[nodiscard]] std::string state_of_day() const
    {
        if (!reader_.report["closed"].get<bool>()) return reader_.word(so_far);
        const auto z = reader_.whole("z");
        return z ? reader_.words(closed_z, {std::to_string(*z)}) : reader_.word(closed);
    }

    [[nodiscard]] std::string currency_note() const
    {
        return reader_.words(amounts_in, {reader_.salon.currency.code()});
    }

    [[nodiscard]] std::vector<std::string> letterhead() const
    {
        const auto& salon = reader_.salon;
        std::vector<std::string> lines{salon.name.for_language(facts_.language)};
        const auto& address = salon.address.for_language(facts_.language);
        if (!address.empty()) lines.push_back(address);
        if (!salon.phone.empty()) lines.push_back(worded(PaperWord::telephone, facts_.language, {salon.phone}));
        if (!salon.registration_number.empty())
            lines.push_back(worded(PaperWord::registration_number, facts_.language, {salon.registration_number}));
        return lines;
    }

    [[nodiscard]] std::string foot() const
    {
        const auto time = paper_time(facts_.made_at, reader_.salon.day_rule.zone, facts_.language);
        return facts_.made_by.empty() ? reader_.words(made, {time}) : reader_.words(made_by, {time, facts_.made_by});
    }

    void key_figures()
    {
        PageKeyFigures block;
        block.figures.push_back(
            {reader_.word(net_sales), reader_.money(reader_.sum("net_incl")), reader_.word(tax_included)});
        if (const auto came = reader_.whole("visits")) {
            block.figures.push_back({reader_.word(visits), reader_.count(*came),
                                     reader_.words(new_and_returning, {reader_.count_of("new_clients"),
                                                                       reader_.count_of("returning_clients")})});
        }
        if (const auto again = rebooked_figure()) block.figures.push_back(*again);
        block.figures.push_back({reader_.word(taken), reader_.money(money_taken()), reader_.word(all_tenders)});
        if (const auto all_tax = reader_.whole("tax_total"))
            block.figures.push_back({reader_.word(tax), reader_.money(*all_tax), reader_.word(in_net_sales)});
        blocks_.emplace_back(std::move(block));
    }

    [[nodiscard]] std::optional<PageKeyFigures::Figure> rebooked_figure() const
    {
        const auto again = reader_.whole("rebooked");
        if (!again) return std::nullopt;
        auto rate = reader_.text(reader_.report, "rebook_rate");
        if (rate.empty()) return PageKeyFigures::Figure{reader_.word(rebooked), reader_.count(*again)};
        if (rate.back() != '%') rate += '%';
        return PageKeyFigures::Figure{reader_.word(rebooked), rate,
                                      reader_.words(of_visits, {reader_.count(*again), reader_.count_of("visits")})};
    }

    [[nodiscard]] std::int64_t money_taken() const
    {
        std::int64_t all = 0;
        for (const auto& [type, part] : reader_.list("tenders").items()) all += part.get<std::int64_t>();
        return all;
    }

    [[nodiscard]] std::vector<std::string> failing() const
    {
        std::vector<std::string> sentences;
        const auto& checks = reader_.list("checks");
        if (!checks.contains("failing")) return sentences;
        for (const auto& sentence : checks["failing"]) sentences.push_back(sentence.get<std::string>());
        return sentences;
    }

    /// On the first page, before any figure is believed.
    void problems()
    {
        for (const auto& sentence : failing())
            blocks_.emplace_back(PageParagraph{PageParagraph::Tone::alert, reader_.words(does_not_add_up, {sentence})});
    }

    void agreement()
    {
        const auto& checks = reader_.list("checks");
        if (checks.contains("ok") && checks["ok"] == true && failing().empty())
            blocks_.emplace_back(PageParagraph{PageParagraph::Tone::good, reader_.word(agrees)});
    }

    void sums()
    {
        blocks_.emplace_back(PageHeading{reader_.word(adds_up)});
        PageLedgers block;
        block.ledgers.push_back(
            {reader_.word(sales_to_net),
             {plus(reader_.words(sales_count, {reader_.count_of("count_sales")}), reader_.sum("gross")),
              plus(reader_.word(discounts), -reader_.sum("discounts")),
              plus(reader_.words(refunds_count, {reader_.count_of("count_refunds")}), -reader_.sum("refunds")),
              plus(reader_.words(voids_count, {reader_.count_of("count_voids")}), -reader_.sum("voids")),
              total_row(net_sales, reader_.sum("net_incl"))}});
        block.ledgers.push_back(
            {reader_.word(net_to_taken),
             {plus(reader_.word(net_sales), reader_.sum("net_incl")), plus(reader_.word(tips), reader_.sum("tips")),
              plus(reader_.word(prepaid_sold), reader_.sum("prepaid_sold")),
              plus(reader_.word(cash_rounding), reader_.sum("cash_rounding")), total_row(taken, money_taken())}});
        if (reader_.report.contains("drawer")) block.ledgers.push_back(drawer_ledger(reader_.report["drawer"]));
        blocks_.emplace_back(std::move(block));
    }

    /// Several days have several drawers: no float and nothing expected, only what moved and what all were over or short.
    [[nodiscard]] PageLedgers::Ledger drawer_ledger(const nlohmann::ordered_json& cash_side) const
    {
        const auto part = [&](const char* key) { return reader_.whole(cash_side, key).value_or(0); };
        PageLedgers::Ledger ledger{reader_.word(drawer), {}};
        const auto float_counted_in = reader_.whole(cash_side, "float");
        if (float_counted_in) ledger.rows.push_back(plus(reader_.word(opening_float), *float_counted_in));
        ledger.rows.push_back(plus(reader_.word(cash_net), part("cash_net")));
        ledger.rows.push_back(plus(reader_.word(paid_in), part("paid_in")));
        ledger.rows.push_back(plus(reader_.word(paid_out), -part("paid_out")));
        ledger.rows.push_back(plus(reader_.word(drops), -part("drops")));
        if (float_counted_in) {
            ledger.rows.push_back(total_row(expected, part("expected")));
            const auto in_hand = reader_.whole(cash_side, "counted");
            ledger.rows.push_back({reader_.word(counted), in_hand ? reader_.amount(*in_hand) : reader_.word(not_counted)});
        }
        if (const auto difference = reader_.whole(cash_side, "over_short"))
            ledger.rows.push_back(total_row(over_short, *difference));
        return ledger;
    }

    [[nodiscard]] PageLedgers::Row plus(std::string label, std::int64_t units) const
    {
        return {std::move(label), reader_.amount(units)};
    }
    [[nodiscard]] PageLedgers::Row total_row(PageWord label, std::int64_t units) const
    {
        return {reader_.word(label), reader_.amount(units), true};
    }

    ReportReader reader_;
    const ReportPagesFacts& facts_;
    std::vector<printing::PageBlock> blocks_;
};

}  // namespace

printing::PageDocument report_pages(const nlohmann::ordered_json& report, const Salon& salon,
                                    const ReportPagesFacts& facts)
{
    return ReportPages{report, salon, facts}.write();
}

Outcome<std::string> report_pdf(const nlohmann::ordered_json& report, const Salon& salon, const ReportPagesFacts& facts)
{
    return printing::pdf_of(report_pages(report, salon, facts));
}

Outcome<void> write_report_pdf(const std::filesystem::path& file, const nlohmann::ordered_json& report,
                               const Salon& salon, const ReportPagesFacts& facts)
{
    const auto bytes = report_pdf(report, salon, facts);
    if (!bytes) return unexpected{bytes.error()};
    auto unfinished = file;
    unfinished += ".part";
    std::ofstream out{unfinished, std::ios::binary | std::ios::trunc};
    out << *bytes << std::flush;
    std::error_code failed;
    if (out) std::filesystem::rename(unfinished, file, failed);
    if (out && !failed) return {};
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    return refused("io_error", {}, file.string());
}

}  // namespace kushi
