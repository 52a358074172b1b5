#include "printing/virtual/printer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <fstream>
#include <future>
#include <mutex>
#include <nlohmann/json.hpp>

namespace kushi::printing {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
namespace asio = boost::asio;
namespace fs = std::filesystem;
using asio::ip::tcp;
using Kind = Fault::Kind;

const std::string cut = "\x1DV\x42\x00"s;

class PrintedPaper : public testing::Test {
protected:
    void SetUp() override
    {
        std::string folder = (fs::temp_directory_path() / "kushi-paper-XXXXXX").string();
        ASSERT_NE(mkdtemp(folder.data()), nullptr);
        folder_ = folder;
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string content(const std::string& name) const
    {
        std::ifstream file{folder_ / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        for (const auto& entry : fs::directory_iterator{folder_}) all.push_back(entry.path().filename().string());
        std::ranges::sort(all);
        return all;
    }

    fs::path folder_;
};

class Client {
public:
    explicit Client(const VirtualPrinter& printer)
    {
        socket_.connect({asio::ip::make_address("127.0.0.1"), printer.port()});
    }
    void send(const std::string& bytes) { asio::write(socket_, asio::buffer(bytes)); }
    std::string read(std::size_t count)
    {
        std::string bytes(count, '\0');
        boost::system::error_code ended;
        bytes.resize(asio::read(socket_, asio::buffer(bytes), ended));
        return bytes;
    }
    boost::system::error_code read_end()
    {
        boost::system::error_code ended;
        std::array<char, 1> byte{};
        while (!ended) socket_.read_some(asio::buffer(byte), ended);
        return ended;
    }
    void end() { socket_.shutdown(tcp::socket::shutdown_send); }

private:
    asio::io_context io_;
    tcp::socket socket_{io_};
};

TEST_F(PrintedPaper, FallsIntoTheFolderSheetBySheet)
{
    {
        const VirtualPrinter printer{{.folder = folder_}};
        Client client{printer};
        client.send("one\n\x1Bp\x00\x19\xFA"s + cut +
                    "\x1D(H\x06\x00\x30\x30"
                    "AAAA"s);
        EXPECT_EQ(client.read(7),
                  "\x37\x22"
                  "AAAA\x00"s);
        // What is answered is on disk.
        EXPECT_EQ(names(), (std::vector<std::string>{"sheet-0001.bin", "sheet-0001.png", "sheets.jsonl"}));
        client.send("two\n" + cut);
        client.end();
        client.read_end();
        EXPECT_EQ(printer.drawer_kicks(), 1);
    }
    EXPECT_EQ(content("sheet-0002.bin"), "two\n" + cut);
    EXPECT_THAT(content("sheet-0002.png"), testing::StartsWith("\x89PNG"));
    std::istringstream lines{content("sheets.jsonl")};
    std::string line;
    std::getline(lines, line);
    const auto first = nlohmann::json::parse(line);
    EXPECT_EQ(first["sheet"], 1);
    EXPECT_EQ(first["png"], "sheet-0001.png");
    EXPECT_EQ(first["text"], "one\n");
    EXPECT_EQ(first["bytes"], content("sheet-0001.bin").size());
    EXPECT_EQ(first["errors"], 0);
    EXPECT_EQ(first["drawer_kicks"], 1);
    EXPECT_EQ(first["process_ids"], nlohmann::json::array({"AAAA"}));
    EXPECT_GT(first["dots_high"], 110);
    // A printer that starts again in the same folder goes on counting.
    const VirtualPrinter again{{.folder = folder_}};
    Client client{again};
    client.send("three\n\x1B\x01" + cut);
    client.end();
    ASSERT_TRUE(again.wait_for_sheets(1, 10s));
    EXPECT_EQ(again.sheets()[0].number, 3);
    EXPECT_THAT(content("sheets.jsonl"),
                testing::HasSubstr(R"("error_list":[{"offset":6,"what":"unknown command 27 1"}])"));
}

TEST_F(PrintedPaper, ThatNoCutEndedIsTornOffAtTheEnd)
{
    {
        const VirtualPrinter printer{{.folder = folder_}};
        Client client{printer};
        client.send("hanging\nunprinted");
        client.end();
        client.read_end();
        EXPECT_TRUE(printer.sheets().empty());
    }
    EXPECT_THAT(content("sheets.jsonl"), testing::HasSubstr(R"("text":"hanging\n")"));
}

TEST_F(PrintedPaper, ThatCannotBeWrittenIsReportedAndThePrinterGoesOn)
{
    std::promise<std::string> reported;
    const VirtualPrinter printer{
        {.folder = folder_, .on_problem = [&](const std::string& what) { reported.set_value(what); }}};
    fs::create_directory(folder_ / "sheet-0001.bin.part");
    Client client{printer};
    client.send("one\n" + cut + "\n");
    EXPECT_THAT(reported.get_future().get(), testing::HasSubstr("sheet-0001"));
    client.read_end();
    Client next{printer};
    next.send("two\n" + cut);
    next.end();
    EXPECT_TRUE(printer.wait_for_sheets(1, 10s));
    EXPECT_EQ(printer.sheets().at(0).number, 2);
}

TEST(VirtualPrinter, ListensOnLoopbackOnly)
{
    for (const char* host : {"0.0.0.0", "192.0.2.1", "::", "localhost.example", ""}) {
        EXPECT_THROW((VirtualPrinter{{.host = host}}), std::invalid_argument) << host;
    }
    EXPECT_NO_THROW((VirtualPrinter{{.host = "127.0.0.1"}}));
    const VirtualPrinter printer{{}};
    EXPECT_THROW((VirtualPrinter{{.port = printer.port()}}), std::system_error);
    EXPECT_THROW((VirtualPrinter{{.folder = "/dev/null/paper"}}), std::system_error);
}

TEST(VirtualPrinter, PrintsForOneAndHoldsTheOthers)
{
    const VirtualPrinter printer{{}};
    Client first{printer};
    first.send("first ");
    Client second{printer};
    second.send("second\n" + cut);
    second.end();
    first.send("job\n" + cut);
    first.end();
    ASSERT_TRUE(printer.wait_for_sheets(2, 10s));
    EXPECT_EQ(printer.sheets()[0].text, "first job\n");
    EXPECT_EQ(printer.sheets()[1].text, "second\n");
}

TEST(VirtualPrinter, BreaksAtTheByteOfItsFault)
{
    VirtualPrinter printer{{.fault = {Kind::reset, 9}}};
    for (int i = 1; i <= 2; ++i) {
        Client client{printer};
        client.send("12345678\nnever");
        EXPECT_EQ(client.read_end(), asio::error::connection_reset);
        EXPECT_EQ(printer.bytes_received(), static_cast<std::size_t>(9 * i));
    }
    printer.set_fault({});
    Client client{printer};
    client.send(cut);
    client.end();
    ASSERT_TRUE(printer.wait_for_sheets(1, 10s));
    EXPECT_EQ(printer.sheets()[0].text, "12345678\n12345678\n");  // what came was printed
}

TEST(VirtualPrinter, RefusesUntilItRecovers)
{
    const VirtualPrinter printer{{.fault = {Kind::refuse, 0, 100ms}}};
    asio::io_context io;
    tcp::socket socket{io};
    boost::system::error_code failed;
    socket.connect({asio::ip::make_address("127.0.0.1"), printer.port()}, failed);
    EXPECT_EQ(failed, asio::error::connection_refused);
    do {
        socket.close(failed);
        socket.connect({asio::ip::make_address("127.0.0.1"), printer.port()}, failed);
    } while (failed);
    asio::write(socket, asio::buffer("back\n" + cut));
    socket.shutdown(tcp::socket::shutdown_send);
    EXPECT_TRUE(printer.wait_for_sheets(1, 10s));
}

TEST(VirtualPrinter, TellsWhenAFaultStrikesAndWhenItGoes)
{
    std::mutex mutex;
    std::vector<std::pair<Kind, bool>> told;
    std::promise<void> recovered;
    VirtualPrinter::Options options;
    options.fault = {Kind::paper_out, 4, 20ms};
    options.on_fault = [&](const Fault& fault, bool struck) {
        const std::lock_guard lock{mutex};
        told.emplace_back(fault.kind, struck);
        if (told.size() == 3) recovered.set_value();
    };
    VirtualPrinter printer{options};
    Client client{printer};
    client.send("1234");
    recovered.get_future().wait();
    printer.set_fault({Kind::offline});
    const std::lock_guard lock{mutex};
    EXPECT_THAT(told, testing::ElementsAre(std::pair{Kind::paper_out, false}, std::pair{Kind::paper_out, true},
                                           std::pair{Kind::none, true}, std::pair{Kind::offline, true}));
}

TEST(VirtualPrinter, LeavesAConnectionThatIsSilent)
{
    const VirtualPrinter printer{{.idle_close = 50ms}};
    Client client{printer};
    EXPECT_EQ(client.read_end(), asio::error::eof);
}

TEST(Faults, HaveNames)
{
    EXPECT_EQ(fault_named("paper-out"), Kind::paper_out);
    EXPECT_EQ(fault_named("ok"), Kind::none);
    EXPECT_FALSE(fault_named("Paper-out"));
    EXPECT_THAT(fault_names(), testing::HasSubstr("lost-reply"));
}

}  // namespace
}  // namespace kushi::printing
