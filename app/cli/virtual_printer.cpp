#include "app/cli/virtual_printer.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <system_error>

#include "app/cli/display.h"
#include "app/cli/salon_command.h"
#include "app/cli/whole_number.h"

namespace kushi::cli {
namespace {

namespace asio = boost::asio;
using printing::Fault;
using printing::VirtualPrinter;

constexpr const char* usual_port = "9100";

int failed(const Invocation& invocation, const Refusal& refusal)
{
    say_refusal(invocation, refusal);
    return io_error;
}

int wrong_option(const Invocation& invocation, const std::string& message)
{
    using Json = nlohmann::ordered_json;
    invocation.err << "kushi: " << message << "\n";
    const Json line{{"ok", false}, {"error", {{"code", "bad_option"}, {"message", message}}}};
    invocation.out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
    return wrong_usage;
}

struct Wanted {
    VirtualPrinter::Options printer;
    std::uint64_t sheets = 0;  ///< 0: until a signal comes
    std::string wrong;         ///< the option that cannot be read, empty for none
};

Wanted wanted_by(const Invocation& invocation)
{
    Wanted wanted;
    const auto read = [&](const char* option, const char* otherwise, std::int64_t most) {
        const auto value = whole_number(invocation.option(option, otherwise), 0, most);
        if (!value) wanted.wrong = option;
        return static_cast<std::uint64_t>(value.value_or(0));
    };
    wanted.printer.folder = invocation.option("out");
    if (wanted.printer.folder.empty()) wanted.wrong = "out";
    wanted.printer.port = static_cast<std::uint16_t>(read("port", usual_port, 65'535));
    const auto fault = printing::fault_named(invocation.option("fault", "ok"));
    if (!fault) wanted.wrong = "fault";
    wanted.printer.fault.kind = fault.value_or(Fault::Kind::none);
    wanted.printer.fault.after_bytes = read("after", "0", 1'000'000'000);
    wanted.printer.fault.recover_after = std::chrono::seconds{read("recover-after", "0", 1'000'000)};
    wanted.sheets = read("sheets", "0", 1'000'000'000);
    return wanted;
}

void say_listening(const Invocation& invocation, std::uint16_t port)
{
    invocation.out << R"({"ok":true,"listening":"127.0.0.1:)" << port << "\"}" << std::endl;
}

/// Runs until enough sheets fell, a signal came or a sheet could not be written.
int serve(const Invocation& invocation, Wanted wanted)
{
    asio::io_context io;
    asio::signal_set signals{io, SIGINT, SIGTERM};
    signals.async_wait([&](auto, int) { io.stop(); });
    std::uint64_t fallen = 0;
    std::string problem;
    // Both come from the printer's thread; the streams belong to this one.
    wanted.printer.on_sheet = [&](const printing::SheetRecord& record, const printing::Sheet&) {
        asio::post(io, [&, line = json_line(record)] {
            invocation.out << line << std::endl;
            if (++fallen == wanted.sheets) io.stop();
        });
    };
    wanted.printer.on_problem = [&](const std::string& what) {
        asio::post(io, [&, what] {
            problem = what;
            io.stop();
        });
    };
    {
        const VirtualPrinter printer{wanted.printer};
        say_listening(invocation, printer.port());
        io.run();
    }
    io.restart();
    io.poll();  // a sheet that was torn off at the end
    return problem.empty() ? done : failed(invocation, Refusal{"io_error", {}, problem});
}

/// The same, to be seen.
int serve_in_window(const Invocation& invocation, Wanted wanted)
{
    const std::string problem = invocation.open_paper(
        {.printer = std::move(wanted.printer),
         .language = invocation.language,
         .sheets = wanted.sheets,
         .on_listening = [&](std::uint16_t port) { say_listening(invocation, port); },
         .on_sheet = [&](const auto& record) { invocation.out << json_line(record) << std::endl; }});
    return problem.empty() ? done : failed(invocation, Refusal{"io_error", {}, problem});
}

}  // namespace

CommandSpec virtual_printer_command()
{
    return {.name = "virtual-printer",
            .summary = "Be a network printer on this machine that draws its paper",
            .example = "kushi virtual-printer --port 9100 --out ./paper",
            .words_help = {},
            .options = {{"port", "PORT", "Where it listens on 127.0.0.1; 9100 if not given, 0 for any"},
                        {"out", "DIR", "Folder for the sheets: sheet-0001.png, .bin and sheets.jsonl", {}, true},
                        {"fault", "NAME", "What is wrong with it: " + printing::fault_names()},
                        {"after", "BYTES", "Bytes of a connection before the fault strikes"},
                        {"recover-after", "SECONDS", "How long the fault lasts; for ever if not given"},
                        {"sheets", "N", "End after so many sheets"},
                        {"window", {}, "Show the paper as it comes out, with switches for the faults"}},
            .run = &run_virtual_printer};
}

int run_virtual_printer(const Invocation& invocation)
{
    Wanted wanted = wanted_by(invocation);
    if (!wanted.wrong.empty()) {
        const std::string value = invocation.option(wanted.wrong);
        const std::string names = wanted.wrong == "fault" ? "; there are " + printing::fault_names() : "";
        return wrong_option(invocation, value.empty() ? "--" + wanted.wrong + " is needed"
                                                      : "--" + wanted.wrong + " cannot be \"" + value + "\"" + names);
    }
    if (invocation.has("window") && (!invocation.open_paper || !has_display())) {
        return wrong_option(
            invocation, "there is no display to open the printer's window on; without --window it prints all the same");
    }
    try {
        return invocation.has("window") ? serve_in_window(invocation, std::move(wanted))
                                        : serve(invocation, std::move(wanted));
    } catch (const std::system_error& error) {
        const bool taken = error.code() == std::errc::address_in_use;
        if (taken) return failed(invocation, Refusal{"port_in_use", {}, invocation.option("port", usual_port)});
        return failed(invocation, Refusal{"io_error", {}, error.what()});
    }
}

}  // namespace kushi::cli
