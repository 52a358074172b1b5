#include <fcntl.h>
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace kushi::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

struct Ended {
    int exit = -1;
    std::string out, err;
    /// The lines of the output, each a JSON.
    [[nodiscard]] std::vector<json> rows() const
    {
        std::vector<json> all;
        std::istringstream lines{out};
        for (std::string line; std::getline(lines, line);) all.push_back(json::parse(line));
        return all;
    }
    [[nodiscard]] std::string code() const
    {
        const auto all = rows();
        return all.empty() || !all.back().contains("error") ? std::string{} : all.back()["error"]["code"].get<std::string>();
    }
};

std::string text_in(const fs::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// The program as a script starts it, in a folder of the test's own.
class TheProgram : public testing::Test {
protected:
    TheProgram()
    {
        auto name = (fs::temp_directory_path() / "kushi-program-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
        folder_ = name;
    }
    ~TheProgram() override
    {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    [[nodiscard]] fs::path data() const { return folder_ / "salon"; }
    [[nodiscard]] fs::path database() const { return data() / "kushi.db"; }

    /// Starts the program with its input from one descriptor and its output in files. @returns its process
    pid_t start(const std::vector<std::string>& words, int input, const fs::path& out)
    {
        std::vector<std::string> all{KUSHI_PROGRAM, "--data", data().string()};
        all.insert(all.end(), words.begin(), words.end());
        std::vector<char*> arguments;
        for (auto& word : all) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const pid_t child = fork();
        if (child == 0) {
            dup2(input, 0);
            dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
            dup2(open((folder_ / "err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
            unsetenv("KUSHI_KEYS");
            execv(arguments[0], arguments.data());
            _exit(127);
        }
        return child;
    }

    static int exit_of(pid_t child)
    {
        int status = 0;
        waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 1'000 + WTERMSIG(status);
    }

    Ended run(const std::vector<std::string>& words, const std::string& input = {}, const fs::path& out = {})
    {
        std::ofstream{folder_ / "in", std::ios::binary} << input;
        const auto printed = out.empty() ? folder_ / "out" : out;
        const int in = open((folder_ / "in").c_str(), O_RDONLY | O_CLOEXEC);
        const int exit = exit_of(start(words, in, printed));
        close(in);
        return {exit, out.empty() ? text_in(printed) : std::string{}, text_in(folder_ / "err")};
    }

    Ended run_do(const std::string& input, const std::vector<std::string>& words = {})
    {
        std::vector<std::string> all{"--as", "mei", "do"};
        all.insert(all.end(), words.begin(), words.end());
        return run(all, input);
    }

    void init() { ASSERT_EQ(run({"init", "--preset", "tokyo", "--training"}).exit, 0); }

    fs::path folder_;
};

TEST_F(TheProgram, SaysWhatItCannotOpenByItsExitCode)
{
    EXPECT_EQ(run({"board"}).exit, 1);
    EXPECT_EQ(run({"board"}).code(), "no_salon");
    EXPECT_EQ(run({"init", "--preset", "atlantis"}).exit, 1);
    EXPECT_EQ(run({"init", "--preset", "atlantis"}).code(), "unknown_preset");
    EXPECT_FALSE(fs::exists(database())) << "nothing half done";
    EXPECT_EQ(run({"init"}).exit, 2);
    EXPECT_EQ(run({"board", "--colour"}).exit, 2);
    EXPECT_EQ(run({"dance"}).exit, 2);
    EXPECT_EQ(run({"--lang", "fr", "board"}).exit, 2);
    EXPECT_EQ(run({"do", "--drain", "soon"}).exit, 2);
    EXPECT_EQ(run({"init", "--preset", "tokyo", "--name", "a\x1bp"}).code(), "control_character");
    EXPECT_FALSE(fs::exists(database()));

    const auto made = run({"init", "--preset", "london", "--name", "O'Hara & \"Sons\" 髙"});
    ASSERT_EQ(made.exit, 0) << made.err;
    ASSERT_EQ(made.rows().size(), 6u);
    for (const auto& person : made.rows()) EXPECT_THAT(person["pin"].get<std::string>(), testing::MatchesRegex("[0-9]{6}"));
    EXPECT_EQ(run({"init", "--preset", "london"}).exit, 1);
    EXPECT_EQ(run({"init", "--preset", "london"}).code(), "salon_exists");
    EXPECT_EQ(run({"board"}).exit, 0);
    EXPECT_EQ(run({"close-day", "--count", "5"}).exit, 1);
    EXPECT_EQ(run({"close-day", "--count", "5"}).code(), "who");
    EXPECT_EQ(run({"close-day", "--count", "1e3"}).exit, 2);
    EXPECT_EQ(run({"list", "staff"}, {}, "/dev/full").exit, 74) << "a disk that is full is said, also by who only reads";
    EXPECT_EQ(run({"do"}, "{\"do\":\"board\"}\n", "/dev/full").exit, 74);

    fs::rename(data() / "keys", folder_ / "keys");
    EXPECT_EQ(run({"board"}).exit, 74);
    EXPECT_EQ(run({"board"}).code(), "key_missing");
    fs::rename(folder_ / "keys", data() / "keys");
    EXPECT_EQ(run({"board"}).exit, 0) << "and nothing was made up in its place";
}

TEST_F(TheProgram, LeavesAFileThatIsNotItsOwnAlone)
{
    init();
    fs::rename(database(), folder_ / "good.db");
    fs::remove(data() / "kushi.db-wal");
    const auto expect_damaged = [&](const char* why) {
        SCOPED_TRACE(why);
        const auto before = text_in(database());
        for (const auto& words : {std::vector<std::string>{"board"}, {"--as", "mei", "do"}, {"list", "sales"}}) {
            const auto ended = run(words);
            EXPECT_EQ(ended.exit, 3) << ended.out << ended.err;
            EXPECT_NE(ended.code(), "");
            EXPECT_THAT(ended.err, HasSubstr("kushi: "));
        }
        EXPECT_EQ(text_in(database()), before);
    };
    std::ofstream{database()} << std::string(100'000, '\x5a');
    expect_damaged("garbage");
    std::ofstream{database()} << "PK\x03\x04 a zip";
    expect_damaged("another kind of file");
    std::ofstream{database()};
    expect_damaged("nothing in it");
    fs::remove(database());
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(database().c_str(), &other), SQLITE_OK);
    sqlite3_exec(other, "CREATE TABLE event (a); PRAGMA user_version=1", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    expect_damaged("another program's database");
    fs::remove(database());
    const auto good = text_in(folder_ / "good.db");
    std::ofstream{database(), std::ios::binary} << good.substr(0, good.size() / 2);
    expect_damaged("half of a salon");
    fs::remove(database());
    fs::copy(folder_ / "good.db", database());
    ASSERT_EQ(sqlite3_open(database().c_str(), &other), SQLITE_OK);
    sqlite3_exec(other, "PRAGMA user_version=9999", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    EXPECT_EQ(run({"board"}).exit, 3);
    EXPECT_EQ(run({"board"}).code(), "newer_database");
}

TEST_F(TheProgram, IsOneAFolder)
{
    init();
    int ends[2];
    ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
    const auto first = start({"--as", "mei", "do"}, ends[0], folder_ / "first");
    const std::string line = "{\"do\":\"open_day\",\"float\":30000}\n";
    ASSERT_EQ(write(ends[1], line.data(), line.size()), static_cast<ssize_t>(line.size()));
    while (text_in(folder_ / "first").find('\n') == std::string::npos) usleep(10'000);
    for (const auto& words : {std::vector<std::string>{"board"}, {"do"}, {"--as", "haruka", "close-day", "--count", "0"}}) {
        const auto second = run(words);
        EXPECT_EQ(second.exit, 75);
        EXPECT_EQ(second.code(), "in_use");
    }
    close(ends[1]);
    close(ends[0]);
    EXPECT_EQ(exit_of(first), 0);
    EXPECT_EQ(json::parse(text_in(folder_ / "first"))["ok"], true);
    EXPECT_EQ(run({"board"}).exit, 0) << "the lock goes with its process";
}

TEST_F(TheProgram, GoesOnAfterALineThatIsNone)
{
    init();
    const std::vector<std::string> lines{R"({"do":"open_day","float":30000,"tag":"first"})",
                                         "",
                                         R"({"do":"check_in")",
                                         "\xff\xfe{}",
                                         "[1,2]",
                                         R"({"do":"check_in","do":"board"})",
                                         std::string(80, '[') + std::string(80, ']'),
                                         std::string{"{\"do\":\"board\0\"}", 15},
                                         R"({"do":"check_in","tag":"\ud800"})",
                                         R"({"do":"add_client","name":")" + std::string(3'000'000, 'x') + "\"}",
                                         R"({"do":"tip","visit":"none","amount":1e999})",
                                         R"({"do":"check_in","tag":[{"n":8}]})"};
    std::string input;
    for (const auto& line : lines) input += line + "\n";
    input.pop_back();  // the last line ends with the input
    const auto ended = run_do(input);
    EXPECT_EQ(ended.exit, 0) << ended.err;
    const auto rows = ended.rows();
    ASSERT_EQ(rows.size(), lines.size() - 1) << "one answer a line, none for a blank one";
    EXPECT_EQ(rows.front()["ok"], true);
    EXPECT_EQ(rows.front()["tag"], "first");
    for (std::size_t i = 1; i + 1 < rows.size(); ++i) {
        EXPECT_EQ(rows[i]["ok"], false) << i;
        EXPECT_NE(rows[i]["error"]["code"], "") << i;
        EXPECT_LT(rows[i].dump().size(), 500u) << i;
    }
    EXPECT_EQ(rows.back()["ok"], true);
    EXPECT_EQ(rows.back()["tag"], json::parse(R"([{"n":8}])"));
    EXPECT_EQ(run({"list", "visits"}).rows().size(), 1u) << "what was refused did nothing";
}

TEST_F(TheProgram, EndsAtTheFirstRefusalWhereItIsAskedTo)
{
    init();
    const std::string input = R"({"do":"open_day","float":1})" "\n" R"({"do":"open_day","float":1,"tag":7})" "\n" R"({"do":"check_in"})" "\n";
    const auto ended = run_do(input, {"--stop-on-error"});
    EXPECT_EQ(ended.exit, 1);
    ASSERT_EQ(ended.rows().size(), 2u);
    EXPECT_EQ(ended.code(), "day_already_open");
    EXPECT_EQ(ended.rows().back()["tag"], 7);
    EXPECT_TRUE(run({"list", "visits"}).rows().empty());
    EXPECT_EQ(run_do(input).rows().size(), 3u);
}

TEST_F(TheProgram, AnswersInTheAskedLanguage)
{
    init();
    const std::string input = R"({"do":"tip","visit":"none","amount":1})" "\n";
    const auto english = run({"--as", "mei", "--lang", "en", "do"}, input).rows().at(0)["error"];
    const auto japanese = run({"--as", "mei", "--lang", "ja", "do"}, input).rows().at(0)["error"];
    EXPECT_EQ(english["code"], japanese["code"]);
    EXPECT_NE(english["message"], japanese["message"]);
    EXPECT_THAT(japanese["message"].get<std::string>(), HasSubstr("。"));
    const auto staff = [&](const char* language) { return run({"--lang", language, "list", "staff", "--find", "kenji"}).rows(); };
    ASSERT_EQ(staff("en").size(), 1u);
    EXPECT_EQ(staff("en")[0]["name"], "Kenji Ono");
    EXPECT_EQ(staff("ja").at(0)["name"], "小野 健司");
}

/// A whole visit by lines alone; then every read agrees with the answers.
TEST_F(TheProgram, KeepsWhatItAnsweredForTheNextProcess)
{
    init();
    const auto one = [&](const json& request) { return run_do(request.dump() + "\n").rows().at(0); };
    ASSERT_EQ(one({{"do", "open_day"}, {"float", 10'000}})["ok"], true);
    const auto visit = one({{"do", "check_in"}, {"service", "signature-head-spa"}, {"therapist", "aoi"}})["visit"];
    const json pay{{"do", "checkout"}, {"visit", visit}, {"key", "0190b8a0-0000-7000-8000-00000000000f"}, {"tenders", {{{"type", "cash"}, {"amount", 10'000}}}}};
    const auto sale = one(pay);
    ASSERT_EQ(sale["ok"], true) << sale;
    EXPECT_EQ(one(pay), sale) << "the same key, from another process";
    EXPECT_EQ(run({"list", "sales"}).rows().at(0)["number"], sale["number"]);
    EXPECT_EQ(json::parse(run({"board"}).out)["done"][0]["id"], visit);
    EXPECT_EQ(json::parse(run({"--as", "mei", "show", "sale", sale["number"]}).out)["totals"], sale["totals"]);
    EXPECT_EQ(json::parse(run({"--as", "mei", "receipt", sale["number"], "--format", "json"}).out)["totals"], sale["totals"]);
    EXPECT_EQ(json::parse(run({"--as", "mei", "report", "day", "--format", "json"}).out)["net_incl"], sale["totals"]["total"]);
    const auto pages = run({"--as", "mei", "--lang", "ja", "report", "day", "--format", "pdf"});
    EXPECT_EQ(pages.exit, 0) << pages.err;
    EXPECT_THAT(pages.out, testing::StartsWith("%PDF-"));
    const auto file = data().parent_path() / "report.pdf";
    EXPECT_EQ(run({"--as", "mei", "report", "day", "--format", "pdf", "-o", file.string()}).exit, 0);
    EXPECT_THAT(text_in(file), testing::StartsWith("%PDF-"));
    EXPECT_EQ(run({"--as", "mei", "report", "day", "--format", "pdf", "-o", (data() / "none" / "report.pdf").string()}).exit, 74);
    EXPECT_EQ(run({"--as", "mei", "report", "day", "--format", "csv", "-o", file.string()}).exit, 2);
    EXPECT_EQ(run({"verify"}).exit, 0);
    EXPECT_EQ(run({"--as", "haruka", "close-day", "--count", "19900"}).exit, 0);
    const auto day = json::parse(run({"--as", "haruka", "report", "z", "1", "--format", "json"}).out)["business_date"].get<std::string>();
    for (const char* kind : {"day", "week", "month", "year"}) {
        EXPECT_EQ(json::parse(run({"--as", "haruka", "report", kind, day, "--format", "json"}).out)["net_incl"], sale["totals"]["total"]) << kind;
    }
    for (const char* format : {"text", "csv", "pdf"}) {
        EXPECT_EQ(run({"--as", "haruka", "report", "range", day, day, "--format", format}).exit, 0) << format;
    }
    EXPECT_EQ(run({"--as", "haruka", "report", "range", day}).exit, 2);
    EXPECT_EQ(json::parse(run({"--as", "aoi", "report", "own", day, "--format", "json"}).out)["count"], 1);
    EXPECT_EQ(run({"--as", "aoi", "report", "own", day, "--format", "pdf"}).exit, 2);
    EXPECT_THAT(run({"--as", "haruka", "accounts", "export", "--from", day, "--to", day}).out,
                testing::StartsWith("date,z,account,code,rate,debit,credit\r\n" + day + ",1,cash,cash,,"));
    EXPECT_EQ(run({"--as", "haruka", "accounts", "import", "--from", day, "--to", day}).exit, 2);
    EXPECT_EQ(run({"--as", "haruka", "list", "sales", "--from", day, "--least", "1"}).rows().at(0)["number"], sale["number"]);
    EXPECT_EQ(run({"--as", "haruka", "list", "sales", "--most", "1", "--format", "csv"}).out.find("\r\n") + 2,
              run({"--as", "haruka", "list", "sales", "--most", "1", "--format", "csv"}).out.size())
        << "nothing was found, and the columns have their names";
    EXPECT_EQ(run({"--as", "haruka", "list", "sales", "--least", "much"}).exit, 2);
    EXPECT_EQ(run({"--as", "haruka", "close-day", "--count", "19900"}).code(), "day_closed");
}

}  // namespace
}  // namespace kushi::cli
