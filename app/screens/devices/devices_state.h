#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kushi {

/// The printers and the papers that are not out yet.
struct DevicesState {
    struct Printer {
        std::string id{}, name{}, address{}, profile{};
        std::string state{};   ///< ready, printing, stopped
        std::string reason{};  ///< why it stopped: paper, cover, offline, ...
        std::int64_t waiting = 0;
    };
    struct Job {
        std::string id{}, kind{}, number{}, state{}, reason{}, printer{}, created_at{};
        std::int64_t copy = 0;
        [[nodiscard]] bool waits() const { return state == "QUEUED" || state == "WAITING" || state == "SENDING"; }
        /// Somebody must say what becomes of it.
        [[nodiscard]] bool asks() const { return state == "UNCERTAIN" || state == "EXPIRED"; }
        /// Nothing of it is on paper: it may go out elsewhere as it is.
        [[nodiscard]] bool may_move() const { return state == "QUEUED" || state == "WAITING" || state == "EXPIRED"; }
    };
    /// A printer that is being added.
    struct Form {
        std::string host, port = "9100", name, profile = "generic-80";
        std::string host_error, port_error, problem;
        bool busy = false;
    };
    std::vector<Printer> printers;
    std::vector<Job> jobs;  ///< open ones, those that ask first
    std::optional<Form> form;
    std::set<std::string> busy;  ///< jobs and printers whose act waits for its answer
    std::string problem;
    bool loaded = false;

    [[nodiscard]] const Printer* printer(const std::string& id) const;
    /// A ready printer, where papers wait for one that is not; null where there is none or nothing to move.
    [[nodiscard]] const Printer* other_printer() const;
    /// The papers that would go there.
    [[nodiscard]] std::vector<std::string> movable() const;
};

/// Only those that are not out, those that ask before those that wait, the oldest first.
std::vector<DevicesState::Job> open_jobs(std::vector<DevicesState::Job> jobs);
/// The port that was typed; none where it is no port.
std::optional<int> port_of(const std::string& text);
/// What is wrong with the form is said at its fields. @returns whether it can be sent
bool check_form(DevicesState::Form& form, const std::string& host_missing, const std::string& port_wrong);

}  // namespace kushi
