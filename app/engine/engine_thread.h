#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace kushi {

/// The one thread that owns the writing connection: everybody else hands it work, and it does one thing after another.
class EngineThread {
public:
    EngineThread();
    ~EngineThread();  ///< finishes what was posted
    EngineThread(const EngineThread&) = delete;
    EngineThread& operator=(const EngineThread&) = delete;

    /// Returns at once. The work must not throw.
    void post(std::function<void()> work);

    /// Runs the work on the thread and waits for its answer; what it throws comes out here. Called on the thread itself, it
    /// runs at once.
    template <class Work>
    auto call(Work work) -> decltype(work())
    {
        if (std::this_thread::get_id() == thread_.get_id()) return work();
        std::packaged_task<decltype(work())()> task{std::move(work)};
        auto answer = task.get_future();
        post([&task] { task(); });
        return answer.get();
    }

private:
    void run();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> work_;
    bool stopping_ = false;
    std::thread thread_;  // last: it starts when all the above is there
};

}  // namespace kushi
