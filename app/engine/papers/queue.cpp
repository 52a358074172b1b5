#include "app/engine/papers/queue.h"

#include "app/engine/papers/receipt.h"
#include "db/read/sales.h"
#include "db/spool.h"

namespace kushi {
namespace {

bool is_receipt(const std::string& kind) { return kind == "sale" || kind == "refund" || kind == "void"; }

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

std::string alias(const Salon& salon, const std::string& staff, const std::string& language)
{
    const auto* person = salon.person(staff);
    return person == nullptr ? std::string{} : person->name.for_language(language);
}

}  // namespace

SalonFacts salon_facts(const Salon& salon, bool training, const std::string& language)
{
    return {salon.name.for_language(language), salon.address.for_language(language), salon.phone, salon.registration_number,
            salon.day_rule.zone, training};
}

printing::Document paper_of(const Salon& salon, bool training, const Sale& sale, const std::string& language)
{
    PaperOptions options;
    options.language = language;
    options.staff_name = alias(salon, sale.staff, language);
    options.terminal_name = sale.terminal;
    for (const auto& line : sale.lines) {
        if (options.therapist_name.empty() && line.therapist != sale.staff) {
            options.therapist_name = alias(salon, line.therapist, language);
        }
    }
    for (const auto& tip : sale.tips) options.tips.push_back({alias(salon, tip.staff, language), tip.amount});
    return receipt_document(sale, salon_facts(salon, training, language), options);
}

printing::Document paper_as_printed(const Database& database, const Vault& vault, const Salon& salon, bool training, const Sale& sale,
                                    const std::string& language)
{
    if (language == salon.language) {
        if (const auto frozen = document_of_number(database, vault, sale.number)) {
            if (auto document = printing::document_from_json(nlohmann::json::parse(*frozen))) return *std::move(document);
        }
    }
    return paper_of(salon, training, sale, language);
}

int paper_priority(const std::string& kind) { return is_receipt(kind) ? 1 : 3; }

Instant not_after(const std::string& kind, Instant now)
{
    return now + (is_receipt(kind) ? std::chrono::minutes{10} : std::chrono::minutes{30});
}

void queue_sale_paper(Command& command, const Sale& sale, std::optional<bool> print)
{
    if (!print.value_or(true)) return;
    const auto printer = receipt_printer(command.database);
    if (!printer) return;
    const auto document = paper_of(command.salon, command.journal().identity().training, sale,
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

}  // namespace kushi
