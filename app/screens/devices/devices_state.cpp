#include "app/screens/devices/devices_state.h"

#include <algorithm>

namespace kushi {

const DevicesState::Printer* DevicesState::printer(const std::string& id) const
{
    const auto found = std::find_if(printers.begin(), printers.end(), [&](const Printer& one) { return one.id == id; });
    return found == printers.end() ? nullptr : &*found;
}

const DevicesState::Printer* DevicesState::other_printer() const
{
    if (movable().empty()) return nullptr;
    const auto found =
        std::find_if(printers.begin(), printers.end(), [](const Printer& one) { return one.state != "stopped"; });
    return found == printers.end() ? nullptr : &*found;
}

std::vector<std::string> DevicesState::movable() const
{
    std::vector<std::string> ids;
    for (const auto& job : jobs) {
        const auto* own = printer(job.printer);
        if (job.may_move() && (own == nullptr || own->state == "stopped")) ids.push_back(job.id);
    }
    return ids;
}

std::vector<DevicesState::Job> open_jobs(std::vector<DevicesState::Job> jobs)
{
    jobs.erase(std::remove_if(jobs.begin(), jobs.end(),
                              [](const DevicesState::Job& job) { return !job.waits() && !job.asks(); }),
               jobs.end());
    std::stable_sort(jobs.begin(), jobs.end(), [](const auto& a, const auto& b) { return a.asks() && !b.asks(); });
    return jobs;
}

std::optional<int> port_of(const std::string& text)
{
    if (text.empty() || text.size() > 5 || text.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    const int port = std::stoi(text);
    return port >= 1 && port <= 65'535 ? std::optional{port} : std::nullopt;
}

bool check_form(DevicesState::Form& form, const std::string& host_missing, const std::string& port_wrong)
{
    form.host_error = form.host.empty() ? host_missing : std::string{};
    form.port_error = port_of(form.port) ? std::string{} : port_wrong;
    form.problem.clear();
    return form.host_error.empty() && form.port_error.empty();
}

}  // namespace kushi
