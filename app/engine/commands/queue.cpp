#include "app/engine/papers/queue.h"
#include "app/engine/command.h"
#include "db/spool.h"

namespace kushi {
namespace {

constexpr const char* digits = "0123456789";

/// The job that a request names, for somebody who may print.
Outcome<JobRecord> job_named(Command& command)
{
    const auto id = command.fields.text("job");
    const bool whole = !id.empty() && id.size() <= 18 && id.find_first_not_of(digits) == std::string::npos;
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::sell));
    auto job = whole ? job_by_id(command.database, std::stoll(id)) : std::nullopt;
    if (!job) return refused("unknown_job", "job");
    return *std::move(job);
}

bool has_left_nothing(const JobRecord& job)
{
    return job.state == "QUEUED" || job.state == "WAITING" || job.state == "EXPIRED";
}

OrderedJson job_answer(std::int64_t job)
{
    return {{"job", std::to_string(job)}};
}

/// Nothing of it is on paper: the same job goes out, unmarked, with all its time again.
Answer send_anew(Command& command, const JobRecord& job, std::int64_t printer)
{
    requeue_job(command.database, job.id, printer, not_after(job.kind, command.wall_now()), command.wall_now());
    command.paper_queued = true;
    return job_answer(job.id);
}

/// It may be on paper, torn or whole: what goes out now says on its face that it is a copy after a break, and the first
/// job is settled by it.
Answer send_copy(Command& command, const JobRecord& job, std::int64_t printer)
{
    const auto frozen = job_document(command.database, command.vault, job.id);
    const auto document = printing::document_from_json(frozen ? Json::parse(*frozen, nullptr, false) : Json{});
    if (!document) return refused("unreadable_paper", "job");
    CopyBanner banner;
    banner.count = next_copy(command.database, job.number, job.kind);
    banner.at = command.now;
    banner.zone = command.salon.day_rule.zone;
    banner.job = std::to_string(job.id);
    banner.after_break = true;
    NewJob copy;
    copy.printer = printer;
    copy.kind = job.kind;
    copy.number = job.number;
    copy.document = to_json(as_copy(*document, banner)).dump();
    copy.not_after = not_after(job.kind, command.wall_now());
    copy.priority = paper_priority(job.kind);
    copy.reprint_of = job.number;
    copy.copy = banner.count;
    const auto id = queue_job(command.database, command.vault, command.new_id(), copy, command.wall_now());
    settle_job(command.database, job.id, "CANCELLED", "printed again as job " + std::to_string(id), command.wall_now());
    if (!job.number.empty()) command.record("paper.reprinted", {{"subject", job.number}, {"copy", banner.count}});
    command.paper_queued = true;
    return job_answer(id);
}

Answer send_again(Command& command, const JobRecord& job, std::int64_t printer)
{
    if (has_left_nothing(job)) return send_anew(command, job, printer);
    if (job.state == "UNCERTAIN") return send_copy(command, job, printer);
    return refused(job.state == "SENDING" ? "job_sending" : "job_ended", "job", job.state);
}

Answer queue_retry(Command& command)
{
    const auto job = job_named(command);
    if (!job) return unexpected{job.error()};
    return send_again(command, *job, job->printer);
}

/// Prints it on another printer, which nothing does by itself.
Answer queue_move(Command& command)
{
    const auto wanted = command.fields.text("printer");
    const auto job = job_named(command);
    if (!job) return unexpected{job.error()};
    for (const auto& printer : printers(command.database)) {
        if (std::to_string(printer.id) == wanted || printer.name == wanted)
            return send_again(command, *job, printer.id);
    }
    return refused("unknown_printer", "printer");
}

Answer queue_cancel(Command& command)
{
    const auto job = job_named(command);
    if (!job) return unexpected{job.error()};
    if (job->state == "SENDING") return refused("job_sending", "job", job->state);
    if (!has_left_nothing(*job) && job->state != "UNCERTAIN") return refused("job_ended", "job", job->state);
    settle_job(command.database, job->id, "CANCELLED", "cancelled by hand", command.wall_now());
    return nothing_more();
}

/// Somebody looked: the paper lies there whole.
Answer queue_printed(Command& command)
{
    const auto job = job_named(command);
    if (!job) return unexpected{job.error()};
    if (job->state != "UNCERTAIN") return refused("job_not_uncertain", "job", job->state);
    settle_job(command.database, job->id, "PRINTED", "seen by hand", command.wall_now());
    return nothing_more();
}

}  // namespace

std::vector<CommandEntry> queue_commands()
{
    return {{"queue_cancel", queue_cancel},
            {"queue_move", queue_move},
            {"queue_printed", queue_printed},
            {"queue_retry", queue_retry}};
}

}  // namespace kushi
