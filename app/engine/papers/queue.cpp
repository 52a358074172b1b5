#include "app/engine/papers/queue.h"

#include <algorithm>
#include <array>

#include "db/spool.h"

namespace kushi {
namespace {

/// What a guest waits for at the desk.
bool is_receipt(const std::string& kind)
{
    constexpr std::array receipts{"sale", "refund", "void", "formal", "gift"};
    return std::find(receipts.begin(), receipts.end(), kind) != receipts.end();
}

NewJob job_for(const PrinterRecord& printer, const std::string& kind, const std::string& number,
               const printing::Document& document, Instant now)
{
    NewJob job;
    job.printer = printer.id;
    job.kind = kind;
    job.number = number;
    job.document = to_json(document).dump();
    job.not_after = not_after(kind, now);
    job.priority = paper_priority(kind);
    return job;
}

}  // namespace

int paper_priority(const std::string& kind)
{
    if (kind == "consumption") return 2;
    return is_receipt(kind) ? 1 : 3;
}

Instant not_after(const std::string& kind, Instant now)
{
    return now + (is_receipt(kind) ? std::chrono::minutes{10} : std::chrono::minutes{30});
}

void queue_sale_paper(Command& command, const Sale& sale, std::optional<bool> print)
{
    if (!print.value_or(true)) return;
    const auto printer = receipt_printer(command.database);
    if (!printer) return;
    const auto document = paper_of(command.database, command.salon, command.journal().identity().training, sale,
                                   command.salon.language);
    auto job = job_for(*printer, std::string{text_of(sale.kind)}, sale.number, document, command.wall_now());
    job.origin_sale = sale.id;
    queue_job(command.database, command.vault, command.new_id(), job, command.wall_now());
    command.paper_queued = true;
}

std::optional<std::int64_t> queue_paper(Command& command, const std::string& kind, const std::string& number,
                                        const printing::Document& document)
{
    const auto printer = receipt_printer(command.database);
    if (!printer) return std::nullopt;
    command.paper_queued = true;
    return queue_job(command.database, command.vault, command.new_id(),
                     job_for(*printer, kind, number, document, command.wall_now()), command.wall_now());
}

int copy_to_come(const Command& command, const std::string& number, const std::string& kind)
{
    return copies_of(command.database, number, kind) == 0 ? 0 : next_copy(command.database, number, kind);
}

Outcome<std::int64_t> queue_further_paper(Command& command, const Sale& sale, const printing::Document& document, int copy)
{
    const auto printer = receipt_printer(command.database);
    if (!printer) return refused("no_printer");
    auto frozen = document;
    if (copy > 0) frozen = as_copy(std::move(frozen), {copy, command.now, command.salon.day_rule.zone, {}, false});
    auto job = job_for(*printer, document.kind, sale.number, frozen, command.wall_now());
    job.origin_sale = sale.id;
    job.copy = copy;
    if (copy > 0) job.reprint_of = sale.number;
    command.paper_queued = true;
    return queue_job(command.database, command.vault, command.new_id(), job, command.wall_now());
}

}  // namespace kushi
