#include "printing/network/link.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/post.hpp>

namespace kushi::printing {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr std::size_t largest_piece = 4096;  // a printer's buffer may be no larger

void set_tcp_option(tcp::socket& socket, int option, int value)
{
    // Each of these only makes a dead peer known earlier; a system without one still prints.
    static_cast<void>(setsockopt(socket.native_handle(), IPPROTO_TCP, option, &value, sizeof value));
}

}  // namespace

Link::Link(asio::io_context& io) : strand_{asio::make_strand(io)}, resolver_{strand_}, socket_{strand_}, timer_{strand_}
{}

void Link::post(std::function<void()> step)
{
    asio::post(strand_, [self = shared_from_this(), step = std::move(step)] { step(); });
}

void Link::open(const Address& address, std::function<void(Error)> then)
{
    Error not_numeric;
    const auto numeric = asio::ip::make_address(address.host, not_numeric);
    if (!not_numeric) return connect(std::array{tcp::endpoint{numeric, address.port}}, std::move(then));
    resolver_.async_resolve(address.host, std::to_string(address.port), tcp::resolver::numeric_service,
                            [self = shared_from_this(), then = std::move(then)](Error failed, const auto& found) {
                                if (self->closed_) return;
                                if (failed) return then(failed);
                                self->connect(found, then);
                            });
}

template <class Endpoints>
void Link::connect(const Endpoints& endpoints, std::function<void(Error)> then)
{
    asio::async_connect(socket_, endpoints,
                        [self = shared_from_this(), then = std::move(then)](Error failed, const auto&) {
                            if (self->closed_) return;
                            if (!failed) {
                                self->set_options();
                                self->read();
                            }
                            then(failed);
                        });
}

void Link::set_options()
{
    Error ignored;  // see set_tcp_option
    socket_.set_option(tcp::no_delay{true}, ignored);
    socket_.set_option(asio::socket_base::keep_alive{true}, ignored);
#ifdef TCP_USER_TIMEOUT
    set_tcp_option(socket_, TCP_KEEPIDLE, 10);
    set_tcp_option(socket_, TCP_KEEPINTVL, 5);
    set_tcp_option(socket_, TCP_KEEPCNT, 3);
    set_tcp_option(socket_, TCP_USER_TIMEOUT, 10'000);
#endif
}

void Link::read()
{
    socket_.async_read_some(asio::buffer(incoming_), [self = shared_from_this()](Error failed, std::size_t count) {
        if (self->closed_) return;
        if (failed) return self->ended(failed);
        self->received(std::span{self->incoming_}.first(count));
        if (!self->closed_) self->read();
    });
}

void Link::write(std::span<const std::uint8_t> bytes, std::function<void(std::size_t)> progress,
                 std::function<void(Error)> then)
{
    writing_ = true;
    write_rest(bytes, std::move(progress), std::move(then));
}

void Link::write_rest(std::span<const std::uint8_t> rest, std::function<void(std::size_t)> progress,
                      std::function<void(Error)> then)
{
    const auto piece = rest.first(std::min(rest.size(), largest_piece));
    socket_.async_write_some(asio::buffer(piece.data(), piece.size()),
                             [self = shared_from_this(), rest, progress = std::move(progress), then = std::move(then)](
                                 Error failed, std::size_t count) {
                                 if (self->closed_) return;
                                 if (count > 0) progress(count);
                                 if (self->closed_) return;
                                 if (!failed && count < rest.size()) {
                                     return self->write_rest(rest.subspan(count), progress, then);
                                 }
                                 self->writing_ = false;
                                 then(failed);
                             });
}

void Link::after(std::chrono::milliseconds limit, std::function<void()> then)
{
    const std::uint64_t armed = ++armed_;
    timer_.expires_after(limit);
    timer_.async_wait([self = shared_from_this(), armed, then = std::move(then)](Error) {
        if (!self->closed_ && armed == self->armed_) then();
    });
}

void Link::no_timer()
{
    ++armed_;
    timer_.cancel();
}

void Link::end_sending()
{
    Error ignored;  // a connection that broke meanwhile tells it to the read
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
}

void Link::close()
{
    closed_ = true;
    no_timer();
    resolver_.cancel();
    Error ignored;
    socket_.close(ignored);
}

}  // namespace kushi::printing
