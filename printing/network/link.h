#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "printing/network/connection.h"

namespace kushi::printing {

/// One TCP connection and its one timer; what is said over it is its child's business. All of it runs on one strand,
/// and only handlers under way keep it alive. After `close` no handler of the child is called any more.
class Link : public std::enable_shared_from_this<Link> {
public:
    using Error = boost::system::error_code;
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;
    virtual ~Link() = default;

protected:
    explicit Link(boost::asio::io_context& io);

    /// Runs `step` on the strand, from any thread.
    void post(std::function<void()> step);
    /// Resolves the name, connects, sets the options and starts to read. The caller's timer bounds it.
    void open(const Address& address, std::function<void(Error)> then);
    /// Writes all of it, at most 4 kB at a time; `progress` hears of each piece. One write at a time.
    void write(std::span<const std::uint8_t> bytes, std::function<void(std::size_t)> progress,
               std::function<void(Error)> then);
    [[nodiscard]] bool writing() const { return writing_; }
    /// Arms the one timer, which forgets what it was armed for before.
    void after(std::chrono::milliseconds limit, std::function<void()> then);
    void no_timer();
    /// Says "that was all" to the printer and goes on reading.
    void end_sending();
    void close();
    [[nodiscard]] bool closed() const { return closed_; }

    virtual void received(std::span<const std::uint8_t> bytes) = 0;
    /// The printer closed (asio::error::eof) or the connection broke.
    virtual void ended(Error why) = 0;

private:
    template <class Endpoints>
    void connect(const Endpoints& endpoints, std::function<void(Error)> then);
    void set_options();
    void read();
    void write_rest(std::span<const std::uint8_t> rest, std::function<void(std::size_t)> progress,
                    std::function<void(Error)> then);

    boost::asio::strand<boost::asio::io_context::executor_type> strand_;
    boost::asio::ip::tcp::resolver resolver_;
    boost::asio::ip::tcp::socket socket_;
    boost::asio::steady_timer timer_;
    std::uint64_t armed_ = 0;  ///< a timer's handler that was under way when it was armed anew is told by this
    bool writing_ = false;
    bool closed_ = false;
    std::array<std::uint8_t, 512> incoming_{};
};

}  // namespace kushi::printing
