#include "printing/network/connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fstream>
#include <optional>

#include "printing/virtual/printer.h"

namespace kushi::printing {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using Kind = Fault::Kind;

std::vector<std::uint8_t> job(const std::string& text)
{
    const std::string bytes =
        "\x1B@\x1C&\x1C\x43\x01\x1BR\x08\x1Bt\x01\x1D"
        "a\x0F" +
        text + "\n\x1DV\x42\x00"s;
    return {bytes.begin(), bytes.end()};
}

/// Short, but long enough for a busy machine where an answer is to come.
PrinterSession session_with(const VirtualPrinter& printer)
{
    PrinterSession session;
    session.address = {"127.0.0.1", printer.port()};
    session.deadlines = {.connect = 2000ms,
                         .status = 700ms,
                         .barrier = 2000ms,
                         .progress = 2000ms,
                         .confirmation = 2000ms,
                         .standstill = 20'000ms,
                         .drain = 10ms,
                         .clear = 2000ms,
                         .close = 2000ms};
    return session;
}

/// For what is known never to come.
PrinterSession impatient(PrinterSession session)
{
    session.deadlines.status = 60ms;
    session.deadlines.barrier = 200ms;
    session.deadlines.confirmation = 200ms;
    session.deadlines.close = 300ms;
    return session;
}

struct Delivered {
    DeliveryReport report;
    int begun = 0;  ///< how often before_body was called
    int done = 0;
    std::vector<std::string> waits;
};

Delivered deliver_to(PrinterSession session, const std::string& text, const std::string& process_id = "AAAA")
{
    boost::asio::io_context io;
    Delivered result;
    session.on_wait = [&](const std::string& reason) { result.waits.push_back(reason); };
    deliver(
        io, session, job(text), process_id,
        [&] {
            ++result.begun;
            return true;
        },
        [&](DeliveryReport report) {
            ++result.done;
            result.report = std::move(report);
        });
    io.run();
    EXPECT_EQ(result.done, 1);
    return result;
}

TEST(Delivery, ToAHealthyPrinterIsPrintedOnce)
{
    const VirtualPrinter printer{{}};
    const Delivered delivered = deliver_to(session_with(printer), "\x8D\x87\x8C\x76 \\1,200");
    EXPECT_EQ(delivered.report.outcome, Delivery::printed) << delivered.report.reason;
    EXPECT_EQ(delivered.report.reason, "");
    EXPECT_EQ(delivered.report.bytes_sent, job("\x8D\x87\x8C\x76 \\1,200").size());
    EXPECT_TRUE(delivered.report.status_answered);
    EXPECT_EQ(delivered.begun, 1);
    const auto sheets = printer.sheets();
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets[0].text, "合計 ¥1,200\n");
    EXPECT_EQ(sheets[0].error_count, 0u);
    EXPECT_THAT(sheets[0].process_ids, testing::ElementsAre("~~~~", "AAAA"));
}

TEST(Delivery, EndsAsTheFaultAllows)
{
    struct Case {
        const char* why;
        Fault fault;
        bool quick;  ///< nothing is to come, so do not wait long for it
        Delivery outcome;
        const char* reason;
        int begun;
        std::size_t sheets;
    };
    for (const auto& c : {
             Case{"slow", {Kind::slow, 0, 0ms, 400}, false, Delivery::printed, "", 1, 1},
             Case{"refuse", {Kind::refuse}, false, Delivery::not_started, "unreachable", 0, 0},
             Case{"reject", {Kind::reject}, false, Delivery::not_started, "busy", 0, 0},
             Case{"silent, a mute clone", {Kind::silent}, true, Delivery::sent, "", 1, 1},
             Case{"garbage", {Kind::garbage}, true, Delivery::not_started, "no_answer", 0, 0},
             Case{"paper out before the job", {Kind::paper_out}, false, Delivery::not_started, "paper", 0, 0},
             Case{"cover open before the job", {Kind::cover_open}, false, Delivery::not_started, "cover", 0, 0},
             Case{"offline before the job", {Kind::offline}, false, Delivery::not_started, "offline", 0, 0},
             Case{"near the end of the paper", {Kind::near_end}, false, Delivery::printed, "", 1, 1},
             Case{"lost reply", {Kind::lost_reply}, true, Delivery::uncertain, "no_answer", 1, 1},
             Case{"hang in the body", {Kind::hang, 40}, true, Delivery::uncertain, "no_answer", 1, 0},
             Case{"hang in the barrier", {Kind::hang, 12}, true, Delivery::not_started, "no_answer", 0, 0},
             Case{"reset in the status questions", {Kind::reset, 2}, false, Delivery::not_started, "reset", 0, 0},
             Case{"reset in the barrier", {Kind::reset, 15}, false, Delivery::not_started, "reset", 0, 0},
             Case{"reset in the body", {Kind::reset, 60}, false, Delivery::uncertain, "reset", 1, 0},
             Case{"paper out in the body, for good", {Kind::paper_out, 60}, true, Delivery::uncertain, "paper", 1, 0},
         }) {
        const VirtualPrinter printer{{.fault = c.fault}};
        PrinterSession session = c.quick ? impatient(session_with(printer)) : session_with(printer);
        session.deadlines.standstill = 500ms;
        const Delivered delivered = deliver_to(session, std::string(200, 'x'));
        EXPECT_EQ(delivered.report.outcome, c.outcome) << c.why;
        EXPECT_EQ(delivered.report.reason, c.reason) << c.why;
        EXPECT_EQ(delivered.begun, c.begun) << c.why;
        if (c.sheets > 0) {
            EXPECT_TRUE(printer.wait_for_sheets(c.sheets, 10s)) << c.why;
        }
        EXPECT_EQ(printer.sheets().size(), c.sheets) << c.why;
        if (c.outcome == Delivery::not_started) {
            EXPECT_EQ(delivered.report.bytes_sent, 0u) << c.why;
            EXPECT_LE(printer.bytes_received(), 9u + 12u) << c.why << ": status questions and the barrier, no body";
        }
    }
}

TEST(Delivery, IsDoneWhenThePaperComesBack)
{
    for (const Kind kind : {Kind::paper_out, Kind::cover_open}) {
        const VirtualPrinter printer{{.fault = {kind, 60, 600ms}}};
        const Delivered delivered = deliver_to(session_with(printer), "after the change");
        EXPECT_EQ(delivered.report.outcome, Delivery::printed) << delivered.report.reason;
        EXPECT_EQ(printer.connections(), 1u);
        EXPECT_EQ(printer.sheets().size(), 1u);
        ASSERT_GE(delivered.waits.size(), 2u);
        EXPECT_EQ(delivered.waits.front(), kind == Kind::paper_out ? "paper" : "cover");
        EXPECT_EQ(delivered.waits.back(), "");
    }
}

TEST(Delivery, MayBeRepeatedAfterAResetInTheBarrier)
{
    VirtualPrinter printer{{.fault = {Kind::reset, 15}}};
    EXPECT_EQ(deliver_to(session_with(printer), "once").report.outcome, Delivery::not_started);
    printer.set_fault({});
    EXPECT_EQ(deliver_to(session_with(printer), "once").report.outcome,
              Delivery::not_started);  // half a command eats the barrier
    PrinterSession session = session_with(printer);
    session.clear_first = true;
    EXPECT_EQ(deliver_to(session, "once").report.outcome, Delivery::printed);
    ASSERT_EQ(printer.sheets().size(), 1u);
    EXPECT_EQ(printer.sheets()[0].text, "once\n");
}

TEST(Delivery, ClearsWhatABrokenJobLeftBehind)
{
    VirtualPrinter printer{{}};
    // A picture that promises more rows than come before the connection breaks.
    printer.set_fault({Kind::reset, 200});
    const std::string torn = "torn\n\x1Dv0\x00\x48\x00\xF0\x00"s + std::string(3000, '\xAA');
    EXPECT_EQ(deliver_to(session_with(printer), torn).report.outcome, Delivery::uncertain);
    printer.set_fault({});
    PrinterSession session = session_with(printer);
    session.clear_first = true;
    EXPECT_EQ(deliver_to(session, "again", "BBBB").report.outcome, Delivery::printed);
    const auto sheets = printer.sheets();
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets[0].text, "torn\nagain\n");
    EXPECT_EQ(sheets[0].error_count, 0u);
}

TEST(Delivery, OfTwoAtTheSameTimeIsOneAfterTheOther)
{
    const VirtualPrinter printer{{.fault = {Kind::slow, 0, 0ms, 1000}}};
    boost::asio::io_context io;
    std::vector<DeliveryReport> reports;
    PrinterSession session = session_with(printer);
    session.deadlines.status = 5000ms;
    for (const char* name : {"AAAA", "BBBB", "CCCC"}) {
        deliver(
            io, session, job(name + std::string(100, '-')), name, [] { return true; },
            [&](DeliveryReport report) { reports.push_back(std::move(report)); });
    }
    io.run();
    ASSERT_EQ(reports.size(), 3u);
    for (const auto& report : reports) EXPECT_EQ(report.outcome, Delivery::printed) << report.reason;
    const auto sheets = printer.sheets();
    ASSERT_EQ(sheets.size(), 3u);
    for (const auto& sheet : sheets) {
        ASSERT_EQ(sheet.process_ids.size(), 2u);
        EXPECT_THAT(sheet.text, testing::StartsWith(sheet.process_ids[1])) << "two jobs on one sheet";
        EXPECT_EQ(sheet.error_count, 0u);
    }
}

TEST(Delivery, FindsAPrinterBusyThatHasAnsweredBefore)
{
    const VirtualPrinter printer{{}};
    boost::asio::io_context io;
    boost::asio::ip::tcp::socket rival{io};
    rival.connect({boost::asio::ip::make_address("127.0.0.1"), printer.port()});
    while (printer.connections() == 0) std::this_thread::sleep_for(1ms);
    PrinterSession session = impatient(session_with(printer));
    session.has_answered = true;
    const Delivered delivered = deliver_to(session, "text");
    EXPECT_EQ(delivered.report.outcome, Delivery::not_started);
    EXPECT_EQ(delivered.report.reason, "busy");
    EXPECT_EQ(delivered.begun, 0);
}

TEST(Delivery, ToAProfileWithoutStatusIsSent)
{
    const VirtualPrinter printer{{.fault = {Kind::silent}}};
    PrinterSession session = session_with(printer);
    session.asks_status = session.asks_process_id = false;
    const Delivered delivered = deliver_to(session, "clone");
    EXPECT_EQ(delivered.report.outcome, Delivery::sent);
    EXPECT_FALSE(delivered.report.status_answered);
    EXPECT_EQ(printer.bytes_received(), job("clone").size());
    EXPECT_TRUE(printer.wait_for_sheets(1, 10s));
}

TEST(Delivery, WithoutLeaveSendsNothing)
{
    const VirtualPrinter printer{{}};
    boost::asio::io_context io;
    std::optional<DeliveryReport> report;
    deliver(
        io, session_with(printer), job("text"), "AAAA", [] { return false; },
        [&](DeliveryReport r) { report = std::move(r); });
    io.run();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->outcome, Delivery::not_started);
    EXPECT_EQ(report->reason, "cancelled");
    EXPECT_TRUE(printer.sheets().empty());

    // What before_body throws reaches the loop's owner after the job was put away.
    report.reset();
    io.restart();
    deliver(
        io, session_with(printer), job("text"), "AAAA", []() -> bool { throw std::runtime_error{"disk full"}; },
        [&](DeliveryReport r) { report = std::move(r); });
    EXPECT_THROW(io.run(), std::runtime_error);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->outcome, Delivery::not_started);
}

TEST(Delivery, CanBeCancelledAtAnyTime)
{
    for (const auto& [kind, after, outcome] :
         {std::tuple{Kind::hang, 1, Delivery::not_started}, {Kind::hang, 60, Delivery::uncertain}}) {
        const VirtualPrinter printer{{.fault = {kind, static_cast<std::size_t>(after)}}};
        boost::asio::io_context io;
        PrinterSession session = session_with(printer);
        session.deadlines.status = session.deadlines.confirmation = 60'000ms;
        std::optional<DeliveryReport> report;
        const Cancel cancel = deliver(
            io, session, job(std::string(100, 'x')), "AAAA", [] { return true; },
            [&](DeliveryReport r) { report = std::move(r); });
        boost::asio::steady_timer later{io, 300ms};
        later.async_wait([&](auto) { cancel(); });
        io.run();
        ASSERT_TRUE(report);
        EXPECT_EQ(report->outcome, outcome);
        EXPECT_EQ(report->reason, "cancelled");
        cancel();  // nothing is left to cancel
        io.restart();
        io.run();
    }
}

TEST(Delivery, GoesAwayWithItsLoop)
{
    const VirtualPrinter printer{{.fault = {Kind::hang, 5}}};
    bool done = false;
    {
        boost::asio::io_context io;
        deliver(
            io, session_with(printer), job("text"), "AAAA", [] { return true; }, [&](DeliveryReport) { done = true; });
        io.run_for(100ms);
    }
    EXPECT_FALSE(done);  // and the sanitizer sees whether anything is left
}

TEST(Delivery, ResolvesNames)
{
    const VirtualPrinter printer{{}};
    PrinterSession session = session_with(printer);
    session.address.host = "127.1";  // a name to the resolver, also where no file of hosts is
    EXPECT_EQ(deliver_to(session, "text").report.outcome, Delivery::printed);
    session.address.host = "no such host";
    const Delivered lost = deliver_to(session, "text");
    EXPECT_EQ(lost.report.outcome, Delivery::not_started);
    EXPECT_EQ(lost.report.reason, "unreachable");
}

TEST(Delivery, TakesProcessIdsOfFourCharactersOnly)
{
    boost::asio::io_context io;
    for (const char* id : {"", "AAA", "AAAAA",
                           "AA\x1F"
                           "A",
                           "~~~~"}) {
        EXPECT_THROW(deliver(
                         io, {}, {}, id, [] { return true; }, [](DeliveryReport) {}),
                     std::logic_error)
            << id;
    }
}

TEST(Delivery, OfALargeJobMovesInPieces)
{
    const VirtualPrinter printer{{}};
    std::string pictures;
    for (int band = 0; band < 40; ++band) pictures += "\x1Dv0\x00\x48\x00\x80\x00"s + std::string(72 * 128, '\x55');
    const Delivered delivered = deliver_to(session_with(printer), pictures);
    EXPECT_EQ(delivered.report.outcome, Delivery::printed) << delivered.report.reason;
    EXPECT_EQ(delivered.report.bytes_sent, job(pictures).size());
    ASSERT_EQ(printer.sheets().size(), 1u);
    EXPECT_EQ(printer.sheets()[0].dots_high, 110 + 40 * 128 + 30);
}

TEST(Delivery, IsUncertainWhenALargeJobStopsMoving)
{
    const VirtualPrinter printer{{.fault = {Kind::hang, 5000}}};
    PrinterSession session = session_with(printer);
    session.deadlines.progress = 300ms;
    const Delivered delivered = deliver_to(session, std::string(30'000'000, 'x'));  // more than the kernel takes
    EXPECT_EQ(delivered.report.outcome, Delivery::uncertain);
    EXPECT_EQ(delivered.report.reason, "timed_out");
    EXPECT_GT(delivered.report.bytes_sent, 5000u - 21u);
    EXPECT_LT(delivered.report.bytes_sent, 30'000'000u);
}

ProbeReport probed(const PrinterSession& session)
{
    boost::asio::io_context io;
    std::optional<ProbeReport> report;
    probe(io, session, [&](ProbeReport r) { report = std::move(r); });
    io.run();
    EXPECT_TRUE(report);
    return report.value_or(ProbeReport{});
}

TEST(Probe, SaysHowThePrinterIs)
{
    struct Case {
        const char* why;
        Fault fault;
        bool reachable;
        bool answered;
        const char* reason;
    };
    for (const auto& c :
         {Case{"ready", {}, true, true, ""}, Case{"paper", {Kind::paper_out}, true, true, "paper"},
          Case{"cover", {Kind::cover_open}, true, true, "cover"}, Case{"mute", {Kind::silent}, true, false, ""},
          Case{"garbage", {Kind::garbage}, true, false, "no_answer"},
          Case{"refuse", {Kind::refuse}, false, false, "unreachable"},
          Case{"reject", {Kind::reject}, true, false, "busy"}}) {
        const VirtualPrinter printer{{.fault = c.fault}};
        PrinterSession session = session_with(printer);
        if (!c.answered) session = impatient(session);
        const ProbeReport report = probed(session);
        EXPECT_EQ(report.reachable, c.reachable) << c.why;
        EXPECT_EQ(report.status_answered, c.answered) << c.why;
        EXPECT_EQ(report.reason, c.reason) << c.why;
        EXPECT_TRUE(printer.sheets().empty()) << c.why;
    }
}

}  // namespace
}  // namespace kushi::printing
