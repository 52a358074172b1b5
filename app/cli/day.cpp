#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/report_csv.h"
#include "app/cli/salon_command.h"
#include "app/cli/whole_number.h"
#include "app/engine/day_report.h"
#include "app/engine/open_salon.h"
#include "app/engine/papers/report_pages.h"
#include "app/engine/salon.h"
#include "app/engine/spooler.h"
#include "db/journal.h"
#include "printing/escpos/characters.h"
#include "printing/pages/pdf.h"
#include "printing/profiles/profile.h"

namespace kushi::cli {
namespace {

/// {"do":"report"} for the words `day [DATE]` or `z NUMBER`; nothing for other words.
std::optional<nlohmann::json> report_request(const Invocation& invocation)
{
    const auto& kind = invocation.words.at(0);
    nlohmann::json request{{"do", "report"}, {"kind", kind}};
    if (kind == "day") {
        if (invocation.words.size() > 1) request["date"] = invocation.words[1];
        return request;
    }
    if (kind != "z" || invocation.words.size() != 2) return std::nullopt;
    const auto number = whole_number(invocation.words[1], 1, 1'000'000'000);
    if (!number) return std::nullopt;
    request["z"] = *number;
    return request;
}

/// The report as its paper says it, 48 columns wide.
std::string report_text(OpenSalon& salon, const nlohmann::ordered_json& json, const Invocation& invocation)
{
    const auto z = json["z"].is_null() ? std::optional<std::int64_t>{} : std::optional{json["z"].get<std::int64_t>()};
    const auto& engine = salon.engine();
    const auto report = day_report(salon.database(), engine.salon(), json["business_date"].get<std::string>(), std::nullopt, z);
    if (!report) return {};
    const auto* staff = engine.salon().person(invocation.as);
    const auto document = report_paper(salon.database(), engine.salon(), engine.identity().training, *report,
                                       z ? "z_report" : "day_report", staff == nullptr ? "" : staff->id, engine.world().now(), {});
    const auto* profile = printing::find_profile("generic-80");
    return printing::text_of(printing::lay_out(document, printing::metrics_of(*profile)));
}

/// The report as A4 pages, to standard output or `-o FILE`.
int write_pdf(const Invocation& invocation, const Engine& engine, const nlohmann::ordered_json& report)
{
    ReportPagesFacts facts{invocation.language.empty() ? engine.salon().language : invocation.language, engine.world().now()};
    if (const auto* person = engine.salon().person(invocation.as)) facts.made_by = person->name.for_language(facts.language);
    facts.training = engine.identity().training;
    for (const auto& family : printing::missing_page_fonts())
        invocation.err << "kushi: the font " << family << " is not installed; another stands in for it\n";
    if (invocation.has("output")) {
        const auto written = write_report_pdf(invocation.option("output"), report, engine.salon(), facts);
        if (written) return done;
        say_refusal(invocation, written.error());
        return io_error;
    }
    const auto bytes = report_pdf(report, engine.salon(), facts);
    if (!bytes) return say_refusal(invocation, bytes.error());
    invocation.out << *bytes << std::flush;
    return invocation.out ? done : io_error;
}

int run_report(const Invocation& invocation)
{
    const auto request = report_request(invocation);
    const auto format = invocation.option("format", "text");
    if (!request || (format != "json" && format != "text" && format != "csv" && format != "pdf")) {
        invocation.err << "kushi: report day [DATE] or report z NUMBER, with --format text, json, csv or pdf\n";
        return wrong_usage;
    }
    if (invocation.has("output") && format != "pdf") {
        invocation.err << "kushi: -o writes a PDF: it goes with --format pdf\n";
        return wrong_usage;
    }
    if (format == "json") return perform_once(invocation, *request, "report");
    return with_salon(invocation, [&](OpenSalon& salon) {
        const auto answer = salon.engine().perform(*request, {invocation.as, invocation.language.empty() ? "en" : invocation.language});
        if (!answer["ok"].get<bool>()) return say_refused_answer(invocation, answer);
        if (format == "pdf") return write_pdf(invocation, salon.engine(), answer["report"]);
        if (format == "csv") invocation.out << report_csv(answer["report"]);
        else invocation.out << report_text(salon, answer["report"], invocation);
        return static_cast<int>(done);
    });
}

int run_close_day(const Invocation& invocation)
{
    const auto count = whole_number(invocation.option("count"), 0, 1'000'000'000'000);
    if (!count) {
        invocation.err << "kushi: --count takes the counted cash in the currency's smallest unit, such as 65096\n";
        return wrong_usage;
    }
    return with_running_salon(invocation, [&](RunningSalon& running) {
        const auto answer = running.perform({{"do", "close_day"}, {"count", *count}});
        if (!answer["ok"].get<bool>()) return say_refused_answer(invocation, answer);
        invocation.out << answer.dump() << "\n";
        running.spooler.drain(std::chrono::seconds{10});
        return static_cast<int>(done);
    });
}

}  // namespace

CommandSpec report_command()
{
    return {.name = "report",
            .summary = "Show a day's report, or a Z by its number",
            .example = "kushi --as haruka report day 2026-11-14 --format json",
            .words_help = "day [DATE] | z NUMBER",
            .words_least = 1,
            .words_most = 2,
            .options = {{"format", "FORMAT", "text (if not given), json, csv or pdf"},
                        {"output", "FILE", "Write the PDF to a file instead of standard output", "o"}},
            .run = &run_report};
}

CommandSpec close_day_command()
{
    return {.name = "close-day",
            .summary = "Count the drawer and close the day",
            .example = "kushi --as haruka close-day --count 65096",
            .words_help = {},
            .options = {{"count", "AMOUNT", "The counted cash in the currency's smallest unit", {}, true}},
            .run = &run_close_day};
}

}  // namespace kushi::cli
