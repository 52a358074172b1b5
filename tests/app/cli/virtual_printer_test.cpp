#include "app/cli/virtual_printer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "printing/virtual/printer.h"

namespace kushi::cli {
namespace {

namespace asio = boost::asio;
namespace fs = std::filesystem;
using asio::ip::tcp;
using nlohmann::json;

class VirtualPrinterCommand : public testing::Test {
protected:
    void SetUp() override
    {
        std::string folder = (fs::temp_directory_path() / "kushi-paper-XXXXXX").string();
        ASSERT_NE(mkdtemp(folder.data()), nullptr);
        folder_ = folder;
    }
    void TearDown() override { fs::remove_all(folder_); }

    int run(std::map<std::string, std::string> options)
    {
        out_.str({});
        err_.str({});
        return run_virtual_printer({folder_, {}, language_, std::move(options), {}, in_, out_, err_, open_paper_});
    }
    [[nodiscard]] std::vector<json> lines() const
    {
        std::vector<json> all;
        std::istringstream text{out_.str()};
        for (std::string line; std::getline(text, line);) all.push_back(json::parse(line));
        return all;
    }

    fs::path folder_;
    std::istringstream in_;
    std::ostringstream out_, err_;
    std::string language_;
    OpenPaper open_paper_;
};

/// What the session says of its display, for as long as it lives.
class Display {
public:
    explicit Display(const char* name)
    {
        for (const char* variable : variables) {
            const char* value = std::getenv(variable);
            before_.push_back(value == nullptr ? std::nullopt : std::optional<std::string>{value});
            unsetenv(variable);
        }
        if (name != nullptr) setenv(variables[0], name, 1);
    }
    ~Display()
    {
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (before_[i]) setenv(variables[i], before_[i]->c_str(), 1);
            else unsetenv(variables[i]);
        }
    }
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

private:
    static constexpr std::array variables{"DISPLAY", "WAYLAND_DISPLAY"};
    std::vector<std::optional<std::string>> before_;
};

std::string free_port()
{
    return std::to_string(printing::VirtualPrinter{{}}.port());
}

/// Sends once the port is open.
void send(const std::string& port, const std::string& bytes)
{
    asio::io_context io;
    tcp::socket socket{io};
    const tcp::endpoint printer{asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(std::stoi(port))};
    boost::system::error_code refused;
    do {
        socket.close(refused);
        socket.connect(printer, refused);
        if (refused) std::this_thread::sleep_for(std::chrono::milliseconds{5});
    } while (refused);
    asio::write(socket, asio::buffer(bytes));
    socket.shutdown(tcp::socket::shutdown_send);
    char end = 0;
    socket.read_some(asio::buffer(&end, 1), refused);
}

TEST_F(VirtualPrinterCommand, SaysALineWhenItListensAndALineASheet)
{
    const std::string port = free_port();
    std::thread client{[&] { send(port, std::string("one\n\x1DV\x42\x00two\n\x1DV\x42\x00", 16)); }};
    const int exit = run({{"port", port}, {"out", (folder_ / "paper").string()}, {"sheets", "2"}});
    client.join();
    EXPECT_EQ(exit, done) << err_.str();
    const auto said = lines();
    ASSERT_EQ(said.size(), 3u);
    EXPECT_EQ(said[0], (json{{"ok", true}, {"listening", "127.0.0.1:" + port}}));
    EXPECT_EQ(said[1]["text"], "one\n");
    EXPECT_EQ(said[2]["text"], "two\n");
    EXPECT_EQ(said[2]["png"], "sheet-0002.png");
    EXPECT_TRUE(fs::exists(folder_ / "paper" / "sheet-0002.png"));
}

TEST_F(VirtualPrinterCommand, EndsCleanlyOnASignal)
{
    const std::string port = free_port();
    std::thread client{[&] {
        send(port, "hanging\n");  // no cut: torn off at the end
        kill(getpid(), SIGTERM);
    }};
    const int exit = run({{"port", port}, {"out", folder_.string()}});
    client.join();
    EXPECT_EQ(exit, done) << err_.str();
    ASSERT_EQ(lines().size(), 2u);
    EXPECT_EQ(lines()[1]["text"], "hanging\n");
}

TEST_F(VirtualPrinterCommand, HandsItsPrinterToAWindowAndTellsTheSameLines)
{
    const Display display{":0"};
    PaperRequest asked;
    open_paper_ = [&](const PaperRequest& request) {
        asked = request;
        request.on_listening(9100);
        printing::SheetRecord sheet;
        sheet.png = "sheet-0001.png";
        request.on_sheet(sheet);
        return std::string{};
    };
    language_ = "ja";
    EXPECT_EQ(run({{"port", "0"}, {"out", "paper"}, {"window", "true"}, {"sheets", "7"}, {"fault", "cover-open"}}), done);
    EXPECT_EQ(asked.language, "ja");
    EXPECT_EQ(asked.sheets, 7u);
    EXPECT_EQ(asked.printer.fault.kind, printing::Fault::Kind::cover_open);
    EXPECT_EQ(asked.printer.folder, "paper");
    ASSERT_EQ(lines().size(), 2u);
    EXPECT_EQ(lines()[0]["listening"], "127.0.0.1:9100");
    EXPECT_EQ(lines()[1]["png"], "sheet-0001.png");

    open_paper_ = [](const PaperRequest&) { return std::string{"sheet-0001.png: disk full"}; };
    EXPECT_EQ(run({{"out", "paper"}, {"window", "true"}}), io_error);
    EXPECT_THAT(err_.str(), testing::HasSubstr("disk full"));
}

TEST_F(VirtualPrinterCommand, SaysThatThereIsNoDisplayForItsWindow)
{
    const Display none{nullptr};
    open_paper_ = [](const PaperRequest&) {
        ADD_FAILURE() << "no window can open";
        return std::string{};
    };
    EXPECT_EQ(run({{"port", "0"}, {"out", folder_.string()}, {"window", "true"}}), wrong_usage);
    EXPECT_THAT(err_.str(), testing::HasSubstr("without --window"));
    EXPECT_EQ(lines()[0]["ok"], false);
}

TEST_F(VirtualPrinterCommand, SaysWhatIsWrong)
{
    const printing::VirtualPrinter other{{}};
    const std::string taken = std::to_string(other.port());
    const fs::path file = folder_ / "sheets.jsonl";
    fs::create_directory(file);  // a folder where a file should be: nobody can write there, root neither
    struct Case {
        const char* why;
        std::map<std::string, std::string> options;
        int exit;
        const char* code;
    };
    for (const auto& c : {
             Case{"a port in use", {{"port", taken}, {"out", (folder_ / "a").string()}}, io_error, "port_in_use"},
             Case{"a folder that cannot be written", {{"port", "0"}, {"out", folder_.string()}}, io_error, "io_error"},
             Case{"a folder below a file", {{"port", "0"}, {"out", "/dev/null/paper"}}, io_error, "io_error"},
             Case{"no folder", {{"port", "0"}}, wrong_usage, "bad_option"},
             Case{"a port that is none",
                  {{"port", "70000"}, {"out", (folder_ / "b").string()}},
                  wrong_usage,
                  "bad_option"},
             Case{"an unknown fault",
                  {{"fault", "on-fire"}, {"out", (folder_ / "b").string()}},
                  wrong_usage,
                  "bad_option"},
             Case{"a number that is none",
                  {{"after", "12x"}, {"out", (folder_ / "b").string()}},
                  wrong_usage,
                  "bad_option"},
         }) {
        EXPECT_EQ(run(c.options), c.exit) << c.why;
        ASSERT_EQ(lines().size(), 1u) << c.why;
        EXPECT_EQ(lines()[0]["ok"], false) << c.why;
        EXPECT_EQ(lines()[0]["error"]["code"], c.code) << c.why;
        EXPECT_FALSE(err_.str().empty()) << c.why;
    }
}

}  // namespace
}  // namespace kushi::cli
