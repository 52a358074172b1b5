#include <boost/asio/io_context.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/salon_command.h"
#include "app/cli/whole_number.h"
#include "app/engine/engine_thread.h"
#include "app/engine/open_salon.h"
#include "app/engine/spooler.h"
#include "app/engine/views.h"
#include "db/spool.h"
#include "printing/network/connection.h"
#include "printing/profiles/profile.h"

namespace kushi::cli {
namespace {

constexpr std::chrono::seconds usual_wait{10};

std::string job_state(const RunningSalon& running, const std::string& job)
{
    const auto jobs = running.perform({{"do", "queue"}});
    for (const auto& row : jobs["rows"]) {
        if (row["id"] == job) return row["state"].get<std::string>();
    }
    return {};
}

/// Hands the request in, gives the printer time, and says how far the paper came.
int print_and_tell(const Invocation& invocation, const nlohmann::json& request)
{
    return with_running_salon(invocation, [&](RunningSalon& running) {
        auto answer = running.perform(request);
        if (!answer["ok"].get<bool>()) return say_refused_answer(invocation, answer);
        running.spooler.drain(usual_wait);
        answer["state"] = job_state(running, answer["job"].get<std::string>());
        invocation.out << answer.dump() << "\n";
        return static_cast<int>(done);
    });
}

int run_print(const Invocation& invocation)
{
    return print_and_tell(invocation, {{"do", "print"}, {"number", invocation.words.at(0)}});
}

int run_queue(const Invocation& invocation)
{
    const auto what = invocation.words.empty() ? std::string{"list"} : invocation.words[0];
    if (what == "list") return perform_once(invocation, {{"do", "queue"}}, "rows");
    if (invocation.words.size() == 2) {
        const nlohmann::json job = invocation.words[1];
        if (what == "retry") return print_and_tell(invocation, {{"do", "queue_retry"}, {"job", job}});
        if (what == "cancel") return perform_once(invocation, {{"do", "queue_cancel"}, {"job", job}}, {});
        if (what == "printed") return perform_once(invocation, {{"do", "queue_printed"}, {"job", job}}, {});
    }
    const auto drain_s = whole_number(invocation.option("drain", "10"), 0, 24 * 3600);
    if (what != "run" || invocation.words.size() != 1 || !drain_s) {
        invocation.err << "kushi: queue list, queue run [--drain SECONDS], 0 to 86400 seconds, or queue retry, cancel or printed with the id of a job\n";
        return wrong_usage;
    }
    return with_running_salon(invocation, [&](RunningSalon& running) {
        auto answer = running.perform({{"do", "queue"}});
        if (!answer["ok"].get<bool>()) return say_refused_answer(invocation, answer);
        const auto left = running.spooler.drain(std::chrono::seconds{*drain_s});
        invocation.out << nlohmann::ordered_json{{"ok", true}, {"left", left}}.dump() << "\n";
        return static_cast<int>(done);
    });
}

struct HostAndPort {
    std::string host;
    std::int64_t port = 9100;
};

/// HOST:PORT or HOST; an IPv6 address stands in brackets.
std::optional<HostAndPort> host_and_port(const std::string& address)
{
    HostAndPort split;
    const auto colon = address.rfind(':');
    const bool has_port = colon != std::string::npos && address.find(']', colon) == std::string::npos;
    split.host = has_port ? address.substr(0, colon) : address;
    if (split.host.size() > 2 && split.host.front() == '[' && split.host.back() == ']') {
        split.host = split.host.substr(1, split.host.size() - 2);
    }
    if (has_port) {
        const auto port = whole_number(address.substr(colon + 1), 1, 65'535);
        if (!port) return std::nullopt;
        split.port = *port;
    }
    if (split.host.empty()) return std::nullopt;
    return split;
}

/// Asks the printer how it is; nothing is printed.
printing::ProbeReport ask(const HostAndPort& where)
{
    boost::asio::io_context io;
    printing::ProbeReport report;
    printing::PrinterSession session;
    session.address = {where.host, static_cast<std::uint16_t>(where.port)};
    printing::probe(io, session, [&](const printing::ProbeReport& found) { report = found; });
    io.run();
    return report;
}

int add_printer(const Invocation& invocation)
{
    const auto where = host_and_port(invocation.option("address"));
    if (!where) {
        invocation.err << "kushi: --address takes HOST:PORT, for example 192.168.1.50:9100\n";
        return wrong_usage;
    }
    return with_salon(invocation, [&](OpenSalon& salon) {
        nlohmann::json request{{"do", "add_printer"}, {"host", where->host}, {"port", where->port},
                               {"profile", invocation.option("profile", "generic-80")}};
        if (invocation.has("name")) request["name"] = invocation.option("name");
        auto answer = salon.engine().perform(request, {invocation.as, invocation.language.empty() ? "en" : invocation.language});
        if (!answer["ok"].get<bool>()) return say_refused_answer(invocation, answer);
        const auto report = ask(*where);
        answer["answers"] = report.reachable;
        answer["status"] = report.status_answered;
        if (!report.reason.empty()) answer["reason"] = report.reason;
        if (!report.reachable) invocation.err << "kushi: the printer is kept, but it does not answer now\n";
        invocation.out << answer.dump() << "\n";
        return static_cast<int>(done);
    });
}

int run_printers(const Invocation& invocation)
{
    const auto what = invocation.words.empty() ? std::string{"list"} : invocation.words[0];
    if (what == "list") return perform_once(invocation, {{"do", "printers"}}, "rows");
    if (what == "add") return add_printer(invocation);
    if (what != "test") {
        invocation.err << "kushi: printers list, printers add --address HOST:PORT --profile NAME or printers test [ID]\n";
        return wrong_usage;
    }
    nlohmann::json request{{"do", "print_test_page"}};
    if (invocation.words.size() > 1) request["printer"] = invocation.words[1];
    return print_and_tell(invocation, request);
}

}  // namespace

CommandSpec print_command()
{
    return {.name = "print",
            .summary = "Print the paper of a sale, refund or void; a second one is marked as a copy",
            .example = "kushi --as yui print A-000123",
            .words_help = "NUMBER",
            .words_least = 1,
            .words_most = 1,
            .options = {},
            .run = &run_print};
}

CommandSpec queue_command()
{
    return {.name = "queue",
            .summary = "List the print queue, print what waits in it, or decide about one paper",
            .example = "kushi --as yui queue run",
            .words_help = "list (if not given) | run | retry ID | cancel ID | printed ID",
            .words_least = 0,
            .words_most = 2,
            .options = {{"drain", "SECONDS", "With run: how long the printers may take; 10 if not given"}},
            .run = &run_queue};
}

CommandSpec printers_command()
{
    return {.name = "printers",
            .summary = "List the salon's printers, add one, or print a test page",
            .example = "kushi --as haruka printers add --address 192.168.1.50:9100 --profile generic-80",
            .words_help = "list (if not given) | add | test [ID]",
            .words_least = 0,
            .words_most = 2,
            .options = {{"address", "HOST:PORT", "With add: where the printer listens; port 9100 if not given"},
                        {"profile", "NAME", "With add: generic-80 (if not given), generic-58, clone-80 or clone-58"},
                        {"name", "NAME", "With add: what to call it; its host if not given"}},
            .run = &run_printers};
}

}  // namespace kushi::cli
