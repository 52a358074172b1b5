#include <gtest/gtest.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <optional>
#include <random>
#include <thread>

#include "printing/network/connection.h"

namespace kushi::printing {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
namespace asio = boost::asio;
using asio::ip::tcp;

/// A printer for one connection that answers what a test makes of the bytes received so far.
class ScriptedPrinter {
public:
    using Script = std::function<std::string(std::string& received)>;
    explicit ScriptedPrinter(Script script) : script_{std::move(script)}
    {
        acceptor_.listen();
        thread_ = std::thread{[this] { serve(); }};
    }
    ~ScriptedPrinter() { thread_.join(); }
    ScriptedPrinter(const ScriptedPrinter&) = delete;
    ScriptedPrinter& operator=(const ScriptedPrinter&) = delete;

    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

private:
    void serve()
    {
        tcp::socket socket = acceptor_.accept();
        std::string received;
        std::array<char, 1024> piece{};
        for (boost::system::error_code ended; !ended;) {
            received.append(piece.data(), socket.read_some(asio::buffer(piece), ended));
            if (!ended) asio::write(socket, asio::buffer(script_(received)), ended);
        }
    }

    Script script_;
    asio::io_context io_;
    tcp::acceptor acceptor_{io_, tcp::endpoint{asio::ip::make_address("127.0.0.1"), 0}};
    std::thread thread_;
};

bool taken(std::string& received, const std::string& command)
{
    const auto at = received.find(command);
    if (at == std::string::npos) return false;
    received.erase(0, at + command.size());
    return true;
}

std::string process_id(const std::string& id)
{
    return "\x1D(H\x06\x00\x30\x30"s + id;
}
std::string answer(const std::string& id)
{
    return "\x37\x22" + id + "\x00"s;
}

/// Answers status and barrier as it should, and `job` when the body's process id comes.
ScriptedPrinter::Script honest_until_the_job(std::string job)
{
    return [job = std::move(job)](std::string& received) {
        std::string answers;
        while (taken(received, "\x10\x04")) answers += "\x12";
        if (taken(received, process_id("~~~~"))) answers += answer("~~~~");
        if (taken(received, process_id("AAA0"))) answers += job;
        return answers;
    };
}

DeliveryReport delivered(const ScriptedPrinter& printer, std::chrono::milliseconds confirmation)
{
    asio::io_context io;
    PrinterSession session;
    session.address = {"127.0.0.1", printer.port()};
    session.deadlines.drain = 10ms;
    session.deadlines.status = 500ms;
    session.deadlines.barrier = 1000ms;
    session.deadlines.confirmation = confirmation;
    std::optional<DeliveryReport> report;
    deliver(
        io, session, {'x', '\n'}, "AAA0", [] { return true; }, [&](DeliveryReport r) { report = std::move(r); });
    io.run();
    EXPECT_TRUE(report);
    return report.value_or(DeliveryReport{});
}

TEST(Delivery, FindsItsAnswerInAStormOfStatus)
{
    for (const std::string& status : {"\x10\x00\x00\x0F"s, "\x14\x00\x03\x0F"s, "\x30\x00\x00\x0F"s}) {
        std::string stormy;
        for (const char byte : answer("AAA0")) stormy += status + byte;
        const ScriptedPrinter printer{honest_until_the_job(stormy)};
        const DeliveryReport report = delivered(printer, 3000ms);
        EXPECT_EQ(report.outcome, Delivery::printed) << report.reason;
        EXPECT_EQ(report.foreign_answers, 0);
    }
}

TEST(Delivery, DoesNotBelieveAForeignProcessId)
{
    const ScriptedPrinter foreign{honest_until_the_job(answer("ZZZZ"))};
    const DeliveryReport report = delivered(foreign, 300ms);
    EXPECT_EQ(report.outcome, Delivery::uncertain);
    EXPECT_EQ(report.reason, "no_answer");
    EXPECT_EQ(report.foreign_answers, 1);
    const ScriptedPrinter both{honest_until_the_job(answer("ZZZZ") + answer("AAA0"))};
    EXPECT_EQ(delivered(both, 3000ms).outcome, Delivery::printed);
}

TEST(Delivery, EndsWhateverAPrinterAnswers)
{
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        std::mt19937 random{seed};
        const ScriptedPrinter printer{[&](std::string&) {
            std::string bytes(random() % 200, '\0');
            for (char& byte : bytes) byte = static_cast<char>(random());
            return bytes;
        }};
        // Random bytes may say anything but the right four letters.
        EXPECT_NE(delivered(printer, 200ms).outcome, Delivery::printed) << "seed " << seed;
    }
}

}  // namespace
}  // namespace kushi::printing
