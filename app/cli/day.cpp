#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/report_csv.h"
#include "app/cli/report_request.h"
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

/// The report as its paper says it, 48 columns wide; the own work of a therapist, which has no paper, line by line.
std::string report_text(OpenSalon& salon, const nlohmann::ordered_json& json, const Invocation& invocation)
{
    if (json.contains("staff")) return json.dump(2) + '\n';
    const auto& engine = salon.engine();
    const auto document = paper_of_report(json, engine.salon(), engine.identity().training, invocation.as,
                                          invocation.language.empty() ? engine.salon().language : invocation.language, engine.world().now());
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
    const auto request = report_request(invocation.words);
    const auto format = invocation.option("format", "text");
    if (!request || (format != "json" && format != "text" && format != "csv" && format != "pdf")) {
        invocation.err << "kushi: report " << report_words << ", with --format text, json, csv or pdf\n";
        return wrong_usage;
    }
    if (format == "pdf" && request->at("kind") == "own") {
        invocation.err << "kushi: one's own work has no pages: take --format text, json or csv\n";
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
            .summary = "Show the report of a day, week, month, year or range, a Z, or one's own work",
            .example = "kushi --as haruka report day 2026-11-14 --format json",
            .words_help = report_words,
            .words_least = 1,
            .words_most = 3,
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
