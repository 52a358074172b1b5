#include "process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

namespace kushi::fault {
namespace {

using std::chrono::steady_clock;
constexpr std::chrono::seconds longest_run{60};

struct Pipe {
    int read = -1, write = -1;
};

Pipe make_pipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error{errno, std::generic_category(), "pipe"};
    return {ends[0], ends[1]};
}

/// The errors go to a file without a name: nobody has to read it while the program runs.
int nameless_file()
{
    std::string name = "/tmp/kushi-errors-XXXXXX";
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) throw std::system_error{errno, std::generic_category(), "temporary file"};
    ::unlink(name.c_str());
    return file;
}

}  // namespace

Process::Process(std::vector<std::string> arguments)
{
    ::signal(SIGPIPE, SIG_IGN);  // a program that was killed no longer reads
    const auto in = make_pipe();
    const auto out = make_pipe();
    errors_ = nameless_file();
    std::vector<char*> words;
    for (auto& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ < 0) throw std::system_error{errno, std::generic_category(), "fork"};
    if (pid_ == 0) {
        ::signal(SIGPIPE, SIG_DFL);
        ::dup2(in.read, STDIN_FILENO);
        ::dup2(out.write, STDOUT_FILENO);
        ::dup2(errors_, STDERR_FILENO);
        ::execvp(words[0], words.data());
        ::_exit(127);
    }
    ::close(in.read);
    ::close(out.write);
    input_ = in.write;
    output_ = out.read;
}

Process::~Process()
{
    if (!ended_) {
        kill();
        wait();
    }
    close_input();
    ::close(output_);
    ::close(errors_);
}

bool Process::write(const std::string& text)
{
    std::size_t written = 0;
    while (written < text.size()) {
        const auto count = ::write(input_, text.data() + written, text.size() - written);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        written += static_cast<std::size_t>(count);
    }
    return true;
}

void Process::close_input()
{
    if (const int open = std::exchange(input_, -1); open >= 0) ::close(open);
}

/// @returns false at the end of the output or of the time
bool Process::read_more(steady_clock::time_point until)
{
    pollfd waited{output_, POLLIN, 0};
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now()).count();
    if (::poll(&waited, 1, static_cast<int>(std::max<long>(left, 0))) <= 0) return false;
    std::array<char, 4096> bytes{};
    const auto count = ::read(output_, bytes.data(), bytes.size());
    if (count <= 0) return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

std::optional<std::string> Process::line(steady_clock::time_point until)
{
    while (buffer_.find('\n') == std::string::npos) {
        if (!read_more(until)) return std::nullopt;
    }
    const auto end = buffer_.find('\n');
    auto found = buffer_.substr(0, end);
    buffer_.erase(0, end + 1);
    return found;
}

std::vector<std::string> Process::lines()
{
    std::vector<std::string> all;
    while (auto one = line(steady_clock::now() + longest_run)) all.push_back(*std::move(one));
    return all;
}

void Process::kill()
{
    if (!ended_) ::kill(pid_, SIGKILL);
}

int Process::wait(std::chrono::milliseconds limit)
{
    if (ended_) return *ended_;
    const auto until = steady_clock::now() + limit;
    int status = 0;
    while (::waitpid(pid_, &status, WNOHANG) == 0) {
        if (steady_clock::now() > until) kill();
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    ended_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return *ended_;
}

std::string Process::errors()
{
    wait();
    std::string all;
    std::array<char, 4096> bytes{};
    ::off_t at = 0;
    for (ssize_t count = 0; (count = ::pread(errors_, bytes.data(), bytes.size(), at)) > 0; at += count) {
        all.append(bytes.data(), static_cast<std::size_t>(count));
    }
    return all;
}

std::vector<std::string> with_own_mounts(const std::string& script)
{
    return {"sh", "-c",
            "for how in -rm -m '-m --propagation unchanged'; do "
            "if unshare $how true 2>/dev/null; then exec unshare $how sh -c \"$0\" sh \"$@\"; fi; done; "
            "echo 'this machine lets nobody mount anything' >&2; exit 99",
            script};
}

Ran run(const std::vector<std::string>& arguments, const std::string& input)
{
    Process process{arguments};
    process.write(input);
    process.close_input();
    Ran ran;
    ran.lines = process.lines();
    ran.exit = process.wait(longest_run);
    ran.errors = process.errors();
    return ran;
}

}  // namespace kushi::fault
