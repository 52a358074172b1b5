#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kushi::fault {

/// A program that was started here, with pipes to its standard input, output and errors; killed when it is still there at
/// the end.
class Process {
public:
    explicit Process(std::vector<std::string> arguments);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// @returns false when it no longer reads
    bool write(const std::string& text);
    void close_input();
    /// The next line of its output; nothing once `until` has passed or the output has ended.
    std::optional<std::string> line(std::chrono::steady_clock::time_point until);
    /// The rest of its output, to the end.
    std::vector<std::string> lines();
    void kill();
    /// Waits for the end, and kills it when it does not come in time.
    /// @returns its exit code, or 128 and the number of the signal that ended it
    int wait(std::chrono::milliseconds limit = std::chrono::seconds{60});
    /// What it wrote to its errors, to the end.
    [[nodiscard]] std::string errors();

private:
    bool read_more(std::chrono::steady_clock::time_point until);

    pid_t pid_ = -1;
    int input_ = -1, output_ = -1, errors_ = -1;
    std::optional<int> ended_;
    std::string buffer_;
};

struct Ran {
    int exit = 0;
    std::vector<std::string> lines;
    std::string errors;
};
/// What runs a shell script, and in it the program that follows as "$@", with mounts that nobody else sees: in a user's own
/// namespace, or as root where those are not permitted, such as in a chroot.
std::vector<std::string> with_own_mounts(const std::string& script);

/// Runs a program to its end; after a minute it is killed (137).
Ran run(const std::vector<std::string>& arguments, const std::string& input = {});

}  // namespace kushi::fault
