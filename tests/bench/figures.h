#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <vector>

namespace kushi::bench {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// How long things of one kind took, in milliseconds.
class Figures {
public:
    void add(Milliseconds took) { all_.push_back(took.count()); }
    [[nodiscard]] double part(double share)
    {
        std::ranges::sort(all_);
        return all_.at(std::min(all_.size() - 1, static_cast<std::size_t>(share * static_cast<double>(all_.size()))));
    }
    [[nodiscard]] double mean() const
    {
        double sum = 0;
        for (const double one : all_) sum += one;
        return sum / static_cast<double>(all_.size());
    }

private:
    std::vector<double> all_;
};

template <class Work>
Milliseconds timed(Work work)
{
    const auto began = Clock::now();
    work();
    return Clock::now() - began;
}

/// One page of 4 KiB written to the same disk and synced: no sale can be durable faster.
class RawDisk {
public:
    explicit RawDisk(const std::filesystem::path& folder) : path_{folder / "raw-disk"}, file_{::open(path_.c_str(), O_RDWR | O_CREAT, 0600)}
    {
        if (file_ < 0) throw std::runtime_error{"no file to write"};
        for (int page = 0; page < pages; ++page) write(page);
        ::fdatasync(file_);
    }
    ~RawDisk()
    {
        ::close(file_);
        std::filesystem::remove(path_);
    }
    RawDisk(const RawDisk&) = delete;
    RawDisk& operator=(const RawDisk&) = delete;

    void write_and_sync()
    {
        write(next_++ % pages);
        if (::fdatasync(file_) != 0) throw std::runtime_error{"fdatasync"};
    }

private:
    static constexpr int pages = 1024;
    void write(int page) const
    {
        static const std::array<char, 4096> bytes{'k'};
        if (::pwrite(file_, bytes.data(), bytes.size(), ::off_t{4096} * page) != 4096) throw std::runtime_error{"pwrite"};
    }
    std::filesystem::path path_;
    int file_;
    int next_ = 0;
};

}  // namespace kushi::bench
