#include "app/paper/paper_window.h"

#include <wx/frame.h>
#include <wx/timer.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <mutex>
#include <thread>

#include "app/paper/paper_panel.h"
#include "app/widgets/application.h"
#include "app/widgets/surface.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

namespace asio = boost::asio;
using printing::Fault;
using printing::VirtualPrinter;

constexpr std::chrono::milliseconds frame{16};
constexpr Size first_size{464, 760}, least_size{400, 520};

/// What other threads have to say to the window: kept until the window takes it, so that nothing is lost before it is
/// there and after it is gone.
class Inbox {
public:
    struct News {
        std::vector<std::pair<printing::SheetRecord, FallenPaper>> fallen;
        std::optional<std::pair<Fault::Kind, bool>> fault;
        std::string problem;
        bool end = false;
    };

    template <class Write>
    void write(Write change)
    {
        const std::lock_guard lock{mutex_};
        change(news_);
        if (wake_) wake_();  // under the lock: who clears it knows that nobody is inside
    }
    News take()
    {
        const std::lock_guard lock{mutex_};
        return std::exchange(news_, {});
    }
    void on_news(std::function<void()> wake)
    {
        const std::lock_guard lock{mutex_};
        wake_ = std::move(wake);
    }

private:
    std::mutex mutex_;
    News news_;
    std::function<void()> wake_;
};

/// Turns SIGINT and SIGTERM into an act on a thread of its own: the window's thread sleeps in GTK.
class Signals {
public:
    explicit Signals(std::function<void()> act) : act_{std::move(act)}
    {
        signals_.async_wait([this](boost::system::error_code cancelled, int) {
            if (!cancelled) act_();
        });
        thread_ = std::thread{[this] { io_.run(); }};
    }
    ~Signals()
    {
        io_.stop();
        thread_.join();
    }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

private:
    std::function<void()> act_;
    asio::io_context io_;
    asio::signal_set signals_{io_, SIGINT, SIGTERM};
    std::thread thread_;
};

std::string problem_of(const Inbox::News& news, std::string before)
{
    return news.problem.empty() ? std::move(before) : news.problem;
}

class PaperFrame final : public wxFrame {
public:
    PaperFrame(const PaperWish& wish, VirtualPrinter& printer, Inbox& inbox, std::string& problem)
        : wxFrame{nullptr, wxID_ANY, wxEmptyString},
          wish_{wish},
          printer_{printer},
          inbox_{inbox},
          problem_{problem},
          surface_{new Surface{this, light_theme()}},
          roller_{this}
    {
        state_.address = wish.printer.host + ':' + std::to_string(printer.port());
        SetTitle(wxString::FromUTF8(said("{}, {}", tr("Virtual printer"), state_.address)));
        SetClientSize(first_size.width, first_size.height);
        SetMinClientSize({least_size.width, least_size.height});
        surface_->on_resized = [this](Size) { show(); };
        Bind(wxEVT_TIMER, [this](wxTimerEvent&) { roll(); });
        Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) {
            roller_.Stop();
            Destroy();
        });
        inbox_.on_news([this, alive = alive_] {
            post_to_window([this, alive] {
                if (*alive) take_news();
            });
        });
        take_news();
    }
    ~PaperFrame() override
    {
        inbox_.on_news({});
        *alive_ = false;
    }
    PaperFrame(const PaperFrame&) = delete;
    PaperFrame& operator=(const PaperFrame&) = delete;

private:
    void take_news()
    {
        auto news = inbox_.take();
        if (news.fault) state_ = fault_told(std::move(state_), news.fault->first, news.fault->second);
        for (auto& [record, paper] : news.fallen) {
            wish_.on_sheet(record);
            ++fallen_;
            state_ = paper_fell(std::move(state_), std::move(paper));
        }
        if (!news.fallen.empty()) last_ = std::chrono::steady_clock::now();
        problem_ = problem_of(news, std::move(problem_));
        if (news.end || !problem_.empty() || (wish_.sheets > 0 && fallen_ >= wish_.sheets)) {
            Close(true);
            return;
        }
        show();
    }

    void roll()
    {
        const auto now = std::chrono::steady_clock::now();
        const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - last_);
        last_ += passed;
        state_ = rolled_on(std::move(state_), passed);
        if (!state_.rolls()) surface_->announce(said(tr("Paper {} is out"), state_.papers.back().number));
        show();
    }

    void show()
    {
        if (state_.rolls() && !roller_.IsRunning())
            roller_.Start(static_cast<int>(frame.count()));
        else if (!state_.rolls() && roller_.IsRunning())
            roller_.Stop();
        PaperIntents intents;
        intents.set_fault = [this](Fault::Kind kind) { printer_.set_fault(fault_by_hand(kind)); };
        intents.show_all_faults = [this] {
            state_.shows_all_faults = !state_.shows_all_faults;
            show();
        };
        surface_->show(paper_page(state_, intents, surface_->scene().size()));
    }

    const PaperWish& wish_;
    VirtualPrinter& printer_;
    Inbox& inbox_;
    std::string& problem_;
    PaperState state_;
    std::uint64_t fallen_ = 0;
    Surface* surface_;  // wx owns it
    wxTimer roller_;
    std::chrono::steady_clock::time_point last_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace

std::string run_paper_window(PaperWish wish)
{
    speak(wish.language);
    Inbox inbox;
    wish.printer.on_sheet = [&](const printing::SheetRecord& record, const printing::Sheet& sheet) {
        auto paper = fallen_paper(record, sheet.paper);
        inbox.write([&](Inbox::News& news) { news.fallen.emplace_back(record, std::move(paper)); });
    };
    wish.printer.on_problem = [&](const std::string& what) {
        inbox.write([&](Inbox::News& news) { news.problem = what; });
    };
    wish.printer.on_fault = [&](const Fault& fault, bool struck) {
        inbox.write([&](Inbox::News& news) { news.fault = {fault.kind, struck}; });
    };
    std::string problem;
    {
        VirtualPrinter printer{wish.printer};
        wish.on_listening(printer.port());
        const Signals signals{[&inbox] { inbox.write([](Inbox::News& news) { news.end = true; }); }};
        run_application([&] { return new PaperFrame{wish, printer, inbox, problem}; });  // wx owns it
    }
    const auto last = inbox.take();  // what was torn off at the end
    for (const auto& [record, paper] : last.fallen) wish.on_sheet(record);
    return problem_of(last, std::move(problem));
}

}  // namespace kushi
