#include <algorithm>

#include "app/engine/command.h"
#include "app/engine/papers/formal.h"
#include "app/engine/papers/queue.h"
#include "app/engine/papers/test_page.h"
#include "app/engine/views.h"
#include "db/read/papers.h"
#include "db/read/sales.h"
#include "db/spool.h"
#include "printing/profiles/profile.h"

namespace kushi {
namespace {

/// A paper of a visit belongs to whoever may sell on that visit.
Outcome<void> may_print(const Command& command, const Sale& sale)
{
    const auto visit = visit_by_id(command.database, sale.visit);
    return visit ? command.may(Act::sell, {&*visit, {}, false}) : command.may(Act::sell);
}

/// The document as it was frozen; of a sale that was made without a printer, as it would have been.
Outcome<printing::Document> frozen_document(const Command& command, const Sale& sale)
{
    if (const auto frozen = document_of_number(command.database, command.vault, sale.number)) {
        return printing::document_from_json(Json::parse(*frozen));
    }
    return paper_of(command.database, command.salon, command.journal().identity().training, sale, command.salon.language);
}

/// Every paper after the first carries its banner, top and bottom.
Answer reprint(Command& command)
{
    const auto number = command.fields.text("number");
    const auto reason = command.fields.optional_free_text("reason");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    const auto sale = sale_by_number(command.database, command.vault, number);
    if (!sale) return refused("unknown_number", "number");
    KUSHI_TRY(may_print(command, *sale));
    const auto printer = receipt_printer(command.database);
    if (!printer) return refused("no_printer");
    const auto document = frozen_document(command, *sale);
    if (!document) return unexpected{document.error()};
    const int copy = next_copy(command.database, number, std::string{text_of(sale->kind)});
    CopyBanner banner;
    banner.count = copy;
    banner.at = command.now;
    banner.zone = command.salon.day_rule.zone;
    NewJob job;
    job.printer = printer->id;
    job.kind = text_of(sale->kind);
    job.number = number;
    job.document = to_json(as_copy(*document, banner)).dump();
    job.not_after = not_after(job.kind, command.wall_now());
    job.reprint_of = number;
    job.origin_sale = sale->id;
    job.copy = copy;
    const auto id = queue_job(command.database, command.vault, command.new_id(), job, command.wall_now());
    command.paper_queued = true;
    command.record("paper.reprinted", {{"subject", number}, {"copy", copy}}, reason ? Json{{"reason", *reason}} : Json{});
    return OrderedJson{{"job", std::to_string(id)}};
}

Outcome<Sale> sale_numbered(const Command& command, const std::string& number)
{
    auto sale = sale_by_number(command.database, command.vault, number);
    if (!sale) return refused("unknown_number", "number");
    KUSHI_TRY(may_print(command, *sale));
    return *std::move(sale);
}

Outcome<printing::Document> made(const Command& command, const Sale& sale, const PaperWish& wish, const std::string& language)
{
    return wanted_paper(command.database, command.vault, command.salon, command.journal().identity().training, sale, wish,
                        language, command.now);
}

/// A paper beside the receipt: its copies are marked like those of the receipt.
Answer print_further(Command& command, const std::string& number, PaperKind kind)
{
    const auto sale = sale_numbered(command, number);
    if (!sale) return unexpected{sale.error()};
    const auto document = made(command, *sale, {kind, {}, {}}, command.salon.language);
    if (!document) return unexpected{document.error()};
    const auto job = queue_further_paper(command, *sale, *document, copy_to_come(command, number, document->kind));
    if (!job) return unexpected{job.error()};
    return OrderedJson{{"job", std::to_string(*job)}};
}

Answer gift_receipt(Command& command)
{
    const auto number = command.fields.text("number");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    return print_further(command, number, PaperKind::gift);
}

/// A first paper for a document that has none yet; else a marked copy. `kind` names another of its papers.
Answer print(Command& command)
{
    const auto number = command.fields.text("number");
    const auto kind = command.fields.optional_word("kind", {"receipt", "gift", "consumption"}).value_or("receipt");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (kind != "receipt") return print_further(command, number, *paper_kind(kind));
    const auto sale = sale_by_number(command.database, command.vault, number);
    if (!sale) return refused("unknown_number", "number");
    if (copies_of(command.database, number, std::string{text_of(sale->kind)}) > 0) return reprint(command);
    KUSHI_TRY(may_print(command, *sale));
    if (!receipt_printer(command.database)) return refused("no_printer");
    queue_sale_paper(command, *sale, true);
    const auto jobs = all_jobs(command.database);
    return OrderedJson{{"job", std::to_string(jobs.back().id)}};
}

struct FormalRequest {
    std::string number, name, purpose, language;
    std::optional<bool> print;
};

/// The sale by its number or its id.
Outcome<FormalRequest> read_formal_request(Command& command)
{
    FormalRequest request;
    const auto number = command.fields.optional_text("number");
    const auto sale = command.fields.optional_text("sale");
    request.name = command.fields.optional_name("name").value_or("");
    request.purpose = command.fields.optional_free_text("purpose").value_or("");
    request.language = command.fields.optional_word("language", {"en", "ja"}).value_or(command.salon.language);
    request.print = command.fields.optional_flag("print");
    if (number.has_value() == sale.has_value()) command.fields.refuse("bad_request", "number", "number or sale");
    if (request.name.empty()) command.fields.refuse("bad_request", "name");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (number) {
        request.number = *number;
        return request;
    }
    const auto named = sale_by_id(command.database, command.vault, *sale);
    if (!named) return refused("unknown_sale", "sale");
    request.number = named->number;
    return request;
}

/// What was made out before counts, printed or not: nobody holds two originals.
int formal_copy(const Command& command, const std::string& number)
{
    const auto made_out = static_cast<int>(formal_receipts_of(command.database, number));
    return made_out == 0 ? 0 : std::max(made_out, next_copy(command.database, number, "formal"));
}

/// Makes out a formal receipt (領収書), on paper where there is a printer. Whom it is for is sealed in the journal.
Answer formal_receipt(Command& command)
{
    const auto request = read_formal_request(command);
    if (!request) return unexpected{request.error()};
    const auto sale = sale_numbered(command, request->number);
    if (!sale) return unexpected{sale.error()};
    const auto document = made(command, *sale, {PaperKind::formal, request->name, request->purpose}, request->language);
    if (!document) return unexpected{document.error()};
    const int copy = formal_copy(command, request->number);
    const auto amount = received_amount(*sale);
    OrderedJson answer{{"number", request->number}, {"amount", amount}, {"copy", copy}};
    if (request->print.value_or(receipt_printer(command.database).has_value())) {
        const auto job = queue_further_paper(command, *sale, *document, copy);
        if (!job) return unexpected{job.error()};
        answer["job"] = std::to_string(*job);
    }
    command.record("paper.formal", {{"subject", request->number}, {"copy", copy}, {"amount", amount}},
                   {{"name", request->name}, {"purpose", request->purpose}});
    if (copy > 0) command.record("paper.reprinted", {{"subject", request->number}, {"copy", copy}});
    const CopyBanner banner{copy, command.now, command.salon.day_rule.zone, {}, false};
    answer["document"] = to_json(copy > 0 ? as_copy(*document, banner) : *document);
    return answer;
}

/// Keeps a printer, whether it answers or not; one at the same address gets the new profile.
Answer add_printer(Command& command)
{
    const auto host = command.fields.text("host");
    const auto port = command.fields.optional_whole("port", 1, 65'535).value_or(9100);
    const auto profile = command.fields.optional_text("profile").value_or("generic-80");
    const auto name = command.fields.optional_name("name").value_or("");
    const bool plain = std::all_of(host.begin(), host.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (!plain || host.size() > 253) command.fields.refuse("bad_address", "host");
    if (printing::find_profile(profile) == nullptr) command.fields.refuse("unknown_profile", "profile");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::sell));
    PrinterRecord printer;
    printer.host = host;
    printer.port = port;
    printer.profile = profile;
    printer.name = name.empty() ? host : name;
    return OrderedJson{{"printer", std::to_string(keep_printer(command.database, printer))}};
}

Answer print_test_page(Command& command)
{
    const auto id = command.fields.optional_text("printer");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::sell));
    std::optional<PrinterRecord> printer = receipt_printer(command.database);
    for (const auto& one : printers(command.database)) {
        if (id && (std::to_string(one.id) == *id || one.name == *id)) printer = one;
    }
    if (!printer || (id && std::to_string(printer->id) != *id && printer->name != *id)) return refused("unknown_printer", "printer");
    const auto* profile = printing::find_profile(printer->profile);
    if (profile == nullptr) return refused("unknown_profile", "printer");
    NewJob job;
    job.printer = printer->id;
    job.kind = "test";
    job.document = to_json(test_page_document(*profile, command.salon.language)).dump();
    job.not_after = not_after("test", command.wall_now());
    const auto queued = queue_job(command.database, command.vault, command.new_id(), job, command.wall_now());
    command.paper_queued = true;
    return OrderedJson{{"job", std::to_string(queued)}};
}

Answer list_queue(Command& command)
{
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    return OrderedJson{{"rows", jobs_json(command.database)}};
}

/// How a printer is, by the papers that wait for it: one that nothing waits for is not asked.
OrderedJson status_of(std::int64_t printer, const std::vector<JobRecord>& jobs)
{
    std::int64_t waiting = 0;
    std::string reason;
    for (const auto& job : jobs) {
        if (job.printer != printer || (job.state != "QUEUED" && job.state != "WAITING" && job.state != "SENDING")) continue;
        ++waiting;
        if (reason.empty()) reason = job.reason;
    }
    return {{"state", reason.empty() ? waiting > 0 ? "printing" : "ready" : "stopped"}, {"reason", reason.empty() ? OrderedJson() : OrderedJson(reason)}, {"waiting", waiting}};
}

Answer list_printers(Command& command)
{
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    auto rows = OrderedJson::array();
    const auto jobs = all_jobs(command.database);
    for (const auto& printer : printers(command.database)) {
        rows.push_back({{"id", std::to_string(printer.id)}, {"name", printer.name},
                        {"address", printer.host + ":" + std::to_string(printer.port)}, {"profile", printer.profile},
                        {"status", status_of(printer.id, jobs)}});
    }
    return OrderedJson{{"rows", std::move(rows)}};
}

}  // namespace

std::vector<CommandEntry> paper_commands()
{
    return {{"formal_receipt", formal_receipt}, {"gift_receipt", gift_receipt}, {"printers", list_printers}, {"queue", list_queue}, {"add_printer", add_printer}, {"print", print}, {"print_test_page", print_test_page}, {"reprint", reprint}};
}

}  // namespace kushi
