#include "app/engine/engine_thread.h"

namespace kushi {

EngineThread::EngineThread() : thread_{[this] { run(); }} {}

EngineThread::~EngineThread()
{
    {
        const std::lock_guard guard{mutex_};
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void EngineThread::post(std::function<void()> work)
{
    {
        const std::lock_guard guard{mutex_};
        work_.push_back(std::move(work));
    }
    wake_.notify_one();
}

void EngineThread::run()
{
    std::unique_lock lock{mutex_};
    while (true) {
        wake_.wait(lock, [this] { return stopping_ || !work_.empty(); });
        if (work_.empty()) return;
        const auto work = std::move(work_.front());
        work_.pop_front();
        lock.unlock();
        work();
        lock.lock();
    }
}

}  // namespace kushi
