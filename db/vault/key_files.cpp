#include "db/vault/key_files.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace kushi {
namespace {

std::string_view code_of(KeyFault fault)
{
    switch (fault) {
        case KeyFault::missing: return "key_missing";
        case KeyFault::wrong_size: return "key_wrong_size";
        case KeyFault::damaged: return "key_damaged";
        case KeyFault::readable_by_others: return "key_readable_by_others";
        case KeyFault::not_a_file: return "key_not_a_file";
        case KeyFault::already_there: return "key_already_there";
        case KeyFault::cannot_read: return "key_cannot_read";
        case KeyFault::cannot_write: return "key_cannot_write";
    }
    throw std::logic_error{"a key fault without a code"};
}

std::string message(KeyFault fault, const std::filesystem::path& file, const std::string& cause)
{
    std::string text{code_of(fault)};
    text += ": ";
    text += file.string();
    if (!cause.empty()) text += " (" + cause + ")";
    return text;
}

std::string last_error() { return std::generic_category().message(errno); }

/// Closes what it holds; a failed close of something that was synced loses nothing.
class Descriptor {
public:
    explicit Descriptor(int number) : number_{number} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

constexpr mode_t everybody_else = S_IRWXG | S_IRWXO;

void sync_folder(const std::filesystem::path& folder)
{
    const Descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!opened.is_open() || ::fsync(opened.number()) != 0) {
        throw KeyProblem{KeyFault::cannot_write, folder, last_error()};
    }
}

/// The folder a path stands in, also for a path of one word or with a slash at its end.
std::filesystem::path folder_of(const std::filesystem::path& path)
{
    std::filesystem::path whole = std::filesystem::absolute(path).lexically_normal();
    if (whole.filename().empty()) whole = whole.parent_path();
    return whole.parent_path();
}

bool write_whole(int descriptor, std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

bool read_whole(int descriptor, std::span<std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const ssize_t read = ::read(descriptor, bytes.data(), bytes.size());
        if (read < 0 && errno == EINTR) continue;
        if (read <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(read));
    }
    return true;
}

void write_new_file(const std::filesystem::path& file, std::span<const std::uint8_t> bytes)
{
    const Descriptor opened{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)};
    if (!opened.is_open() || !write_whole(opened.number(), bytes) || ::fsync(opened.number()) != 0) {
        throw KeyProblem{KeyFault::cannot_write, file, last_error()};
    }
}

}  // namespace

KeyProblem::KeyProblem(KeyFault fault, std::filesystem::path file, const std::string& cause)
    : std::runtime_error{message(fault, file, cause)}, fault_{fault}, file_{std::move(file)}
{
}

std::string_view KeyProblem::code() const { return code_of(fault_); }

void make_key_folder(const std::filesystem::path& folder)
{
    std::error_code failed;
    std::filesystem::create_directories(folder_of(folder), failed);
    if (failed) throw KeyProblem{KeyFault::cannot_write, folder, failed.message()};
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        throw KeyProblem{KeyFault::cannot_write, folder, last_error()};
    }
    check_key_folder(folder);
    sync_folder(folder_of(folder));
}

void check_key_folder(const std::filesystem::path& folder)
{
    struct stat found {};
    if (::stat(folder.c_str(), &found) != 0) {
        throw KeyProblem{errno == ENOENT ? KeyFault::missing : KeyFault::cannot_read, folder, last_error()};
    }
    if (!S_ISDIR(found.st_mode)) throw KeyProblem{KeyFault::not_a_file, folder, "not a folder"};
    if ((found.st_mode & everybody_else) != 0) throw KeyProblem{KeyFault::readable_by_others, folder};
}

void read_key_file(const std::filesystem::path& file, std::span<std::uint8_t> bytes)
{
    // Without O_NONBLOCK a FIFO of this name would hold the start up for ever.
    const Descriptor opened{::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
    if (!opened.is_open()) {
        throw KeyProblem{errno == ENOENT ? KeyFault::missing : KeyFault::cannot_read, file, last_error()};
    }
    struct stat found {};
    if (::fstat(opened.number(), &found) != 0) throw KeyProblem{KeyFault::cannot_read, file, last_error()};
    if (!S_ISREG(found.st_mode)) throw KeyProblem{KeyFault::not_a_file, file};
    if ((found.st_mode & everybody_else) != 0) throw KeyProblem{KeyFault::readable_by_others, file};
    if (static_cast<std::size_t>(found.st_size) != bytes.size()) throw KeyProblem{KeyFault::wrong_size, file};
    if (!read_whole(opened.number(), bytes)) throw KeyProblem{KeyFault::cannot_read, file, last_error()};
    if (sodium_is_zero(bytes.data(), bytes.size()) == 1) throw KeyProblem{KeyFault::damaged, file, "only zeros"};
}

void write_key_file(const std::filesystem::path& file, std::span<const std::uint8_t> bytes)
{
    struct stat found {};
    if (::lstat(file.c_str(), &found) == 0) throw KeyProblem{KeyFault::already_there, file};
    const std::filesystem::path unfinished = file.string() + ".new";
    ::unlink(unfinished.c_str());  // what a power cut left of an earlier try
    try {
        write_new_file(unfinished, bytes);
        if (::rename(unfinished.c_str(), file.c_str()) != 0) throw KeyProblem{KeyFault::cannot_write, file, last_error()};
    } catch (const KeyProblem&) {
        ::unlink(unfinished.c_str());
        throw;
    }
    sync_folder(folder_of(file));
}

}  // namespace kushi
