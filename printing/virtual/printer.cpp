#include "printing/virtual/printer.h"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

#include "printing/virtual/device.h"

namespace kushi::printing {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;
using std::chrono::milliseconds;

constexpr std::size_t most_waiting = 64;
constexpr std::size_t most_records = 10'000;
constexpr std::size_t most_outgoing = 65'536;

PrinterState state_under(Fault::Kind kind)
{
    PrinterState state;
    state.paper_out = kind == Fault::Kind::paper_out;
    state.cover_open = kind == Fault::Kind::cover_open;
    state.offline = kind == Fault::Kind::offline;
    state.paper_near_end = kind == Fault::Kind::near_end;
    return state;
}

tcp::endpoint loopback_only(const std::string& host, std::uint16_t port)
{
    Error not_numeric;
    const auto address = asio::ip::make_address(host, not_numeric);
    if (not_numeric || !address.is_loopback()) {
        throw std::invalid_argument{"a virtual printer listens on loopback only, not on " + host};
    }
    return {address, port};
}

}  // namespace

class VirtualPrinter::Machine {
public:
    explicit Machine(Options options)
        : options_{std::move(options)},
          tray_{options_.folder},
          device_{options_.model},
          acceptor_{io_},
          recovery_{io_},
          pace_{io_},
          idle_{io_}
    {
        try {
            bind(loopback_only(options_.host, options_.port));
            port_ = acceptor_.local_endpoint().port();
            begin(options_.fault);
        } catch (const boost::system::system_error& taken) {
            throw std::system_error{taken.code(), "port " + std::to_string(options_.port)};
        }
        thread_ = std::thread{[this] { run(); }};
    }

    ~Machine()
    {
        asio::post(io_, [this] { stop(); });
        guard_.reset();
        thread_.join();
    }

    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    void set_fault(const Fault& fault)
    {
        if (io_.get_executor().running_in_this_thread()) return begin(fault);
        std::promise<void> begun;
        asio::post(io_, [&] {
            begin(fault);
            begun.set_value();
        });
        begun.get_future().wait();
    }

    const std::uint16_t& port() const { return port_; }

    struct Seen {
        std::vector<SheetRecord> sheets;
        std::size_t bytes = 0;
        std::size_t connections = 0;
        int drawer_kicks = 0;
    };
    template <class Ask>
    auto look(Ask ask) const
    {
        const std::lock_guard lock{mutex_};
        return ask(seen_);
    }
    bool wait_for_sheets(std::size_t count, milliseconds limit) const
    {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(lock, limit, [&] { return seen_.sheets.size() >= count; });
    }

private:
    /// A handler that throws (a full disk) must not end the printer.
    void run()
    {
        for (bool running = true; running;) {
            try {
                io_.run();
                running = false;
            } catch (const std::exception& problem) {
                if (options_.on_problem) options_.on_problem(problem.what());
                asio::post(io_, [this] { part(); });
            }
        }
    }

    void stop()
    {
        recovery_.cancel();
        fault_ = {};
        Error ignored;
        acceptor_.close(ignored);
        waiting_.clear();
        part();
        if (device_.interpreter().has_paper_hanging()) device_.interpreter().tear_off();
        collect(true);
    }

    // --- the fault ---

    [[nodiscard]] bool under(Fault::Kind kind) const { return struck_ && fault_.kind == kind; }

    void begin(const Fault& fault)
    {
        recovery_.cancel();
        fault_ = fault;
        struck_ = false;
        device_.interpreter().lose_answers(fault.kind == Fault::Kind::lost_reply);
        if (fault.after_bytes == 0) strike();
        else tell_fault();
        if (!under(Fault::Kind::refuse)) listen();
        resume();
    }

    void strike()
    {
        struck_ = true;
        if (under(Fault::Kind::refuse)) refuse();
        if (fault_.recover_after > milliseconds{0}) {
            recovery_.expires_after(fault_.recover_after);
            recovery_.async_wait([this](Error cancelled) {
                if (!cancelled) begin({});
            });
        }
        device_.set_state(state_under(fault_.kind));
        tell_fault();
    }

    void tell_fault() const
    {
        if (options_.on_fault) options_.on_fault(fault_, struck_);
    }

    void resume()
    {
        if (!struck_) device_.set_state({});
        if (active_)
            after_bytes();
        else
            serve();
    }

    // --- connections ---

    /// A socket that is bound but does not listen refuses, and keeps its port.
    void refuse()
    {
        if (!std::exchange(listening_, false)) return;
        const tcp::endpoint endpoint = acceptor_.local_endpoint();
        acceptor_.close();
        bind(endpoint);
    }

    void bind(const tcp::endpoint& endpoint)
    {
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(tcp::acceptor::reuse_address{true});
        acceptor_.bind(endpoint);
    }

    void listen()
    {
        if (std::exchange(listening_, true)) return;
        acceptor_.listen();
        accept();
    }

    void accept()
    {
        acceptor_.async_accept([this](Error failed, tcp::socket socket) {
            if (failed == asio::error::operation_aborted || !listening_) return;
            if (!failed) {
                const std::lock_guard lock{mutex_};
                ++seen_.connections;
            }
            // A rejected or surplus connection closes with its socket.
            if (!failed && !under(Fault::Kind::reject) && waiting_.size() < most_waiting)
                waiting_.push_back(std::move(socket));
            serve();
            accept();
        });
    }

    void serve()
    {
        if (active_ || waiting_.empty()) return;
        active_ = std::make_shared<tcp::socket>(std::move(waiting_.front()));
        waiting_.pop_front();
        received_ = 0;
        outgoing_.clear();
        static_cast<void>(device_.take_answers());  // what it said to nobody
        after_bytes();
    }

    /// At most up to the byte at which the fault strikes.
    [[nodiscard]] std::size_t wanted() const
    {
        std::size_t most = incoming_.size();
        if (under(Fault::Kind::slow)) most = std::clamp<std::size_t>(fault_.bytes_per_second / 20, 1, most);
        if (fault_.after_bytes <= received_) return most;
        return std::min(most, fault_.after_bytes - received_);
    }

    void read()
    {
        if (reading_) return;
        reading_ = true;
        idle_.expires_after(options_.idle_close);
        idle_.async_wait([this, socket = active_](Error cancelled) {
            if (!cancelled && socket == active_ && reading_) part();
        });
        active_->async_read_some(asio::buffer(incoming_.data(), wanted()),
                                 [this, socket = active_](Error failed, std::size_t count) {
                                     if (socket != active_) return;  // parted meanwhile
                                     reading_ = false;
                                     if (failed) return part();
                                     take(std::span{incoming_}.first(count));
                                 });
    }

    void take(std::span<const std::uint8_t> bytes)
    {
        {
            const std::lock_guard lock{mutex_};
            seen_.bytes += bytes.size();
        }
        received_ += bytes.size();
        for (const std::uint8_t byte : bytes) device_.receive(byte);
        if (!struck_ && received_ >= fault_.after_bytes) strike();
        after_bytes();
    }

    void after_bytes()
    {
        collect(false);
        answer();
        if (under(Fault::Kind::reset) && received_ >= fault_.after_bytes) return break_connection();
        if (under(Fault::Kind::hang) && received_ >= fault_.after_bytes) return;
        if (device_.buffer_is_full() || reading_) return;
        if (!under(Fault::Kind::slow)) return read();
        pace_.expires_after(milliseconds{1000 * wanted() / std::max<std::size_t>(fault_.bytes_per_second, 1)});
        pace_.async_wait([this, socket = active_](Error cancelled) {
            if (!cancelled && socket == active_ && active_) read();
        });
    }

    void answer()
    {
        std::vector<std::uint8_t> answers = device_.take_answers();
        if (under(Fault::Kind::silent)) return;
        if (under(Fault::Kind::garbage)) {
            for (auto& byte : answers) byte |= 0x80u;  // no answer has this bit
        }
        if (!active_ || outgoing_.size() + answers.size() > most_outgoing) return;
        const bool idle = outgoing_.empty();
        outgoing_.insert(outgoing_.end(), answers.begin(), answers.end());
        if (idle) send();
    }

    void send()
    {
        if (outgoing_.empty()) return;
        auto bytes = std::make_shared<std::vector<std::uint8_t>>(outgoing_.begin(), outgoing_.end());
        asio::async_write(*active_, asio::buffer(*bytes), [this, socket = active_, bytes](Error failed, std::size_t) {
            if (failed || socket != active_) return;  // the read hears of it as well
            outgoing_.erase(outgoing_.begin(), outgoing_.begin() + static_cast<std::ptrdiff_t>(bytes->size()));
            send();
        });
    }

    void break_connection()
    {
        Error ignored;
        active_->set_option(asio::socket_base::linger{true, 0}, ignored);  // closing resets
        part();
    }

    void part()
    {
        if (active_) {
            Error ignored;
            active_->close(ignored);
        }
        active_.reset();
        reading_ = false;
        idle_.cancel();
        pace_.cancel();
        collect(true);
        serve();
    }

    // --- paper ---

    void collect(bool all)
    {
        Interpreter& interpreter = device_.interpreter();
        if (all) interpreter.release();
        {
            const std::lock_guard lock{mutex_};
            seen_.drawer_kicks = interpreter.drawer_kicks();
        }
        for (const Sheet& sheet : interpreter.take_sheets()) {
            const SheetRecord record = tray_.put(sheet);
            if (options_.on_sheet) options_.on_sheet(record, sheet);
            const std::lock_guard lock{mutex_};
            seen_.sheets.push_back(record);
            if (seen_.sheets.size() > most_records) seen_.sheets.erase(seen_.sheets.begin());
            changed_.notify_all();
        }
    }

    const Options options_;
    Tray tray_;
    Device device_;
    asio::io_context io_{1};
    asio::executor_work_guard<asio::io_context::executor_type> guard_{io_.get_executor()};
    tcp::acceptor acceptor_;
    asio::steady_timer recovery_, pace_, idle_;
    std::uint16_t port_ = 0;
    bool listening_ = false;
    Fault fault_;
    bool struck_ = false;
    std::deque<tcp::socket> waiting_;
    std::shared_ptr<tcp::socket> active_;
    bool reading_ = false;
    std::size_t received_ = 0;  ///< on this connection
    std::array<std::uint8_t, 4096> incoming_{};
    std::deque<std::uint8_t> outgoing_;

    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    Seen seen_;
    std::thread thread_;
};

VirtualPrinter::VirtualPrinter(Options options) : machine_{std::make_unique<Machine>(std::move(options))} {}

VirtualPrinter::~VirtualPrinter() = default;

std::uint16_t VirtualPrinter::port() const
{
    return machine_->port();
}

void VirtualPrinter::set_fault(const Fault& fault)
{
    machine_->set_fault(fault);
}

std::vector<SheetRecord> VirtualPrinter::sheets() const
{
    return machine_->look([](const auto& seen) { return seen.sheets; });
}

bool VirtualPrinter::wait_for_sheets(std::size_t count, milliseconds limit) const
{
    return machine_->wait_for_sheets(count, limit);
}

std::size_t VirtualPrinter::bytes_received() const
{
    return machine_->look([](const auto& seen) { return seen.bytes; });
}

std::size_t VirtualPrinter::connections() const
{
    return machine_->look([](const auto& seen) { return seen.connections; });
}

int VirtualPrinter::drawer_kicks() const
{
    return machine_->look([](const auto& seen) { return seen.drawer_kicks; });
}

}  // namespace kushi::printing
