#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/salon_command.h"
#include "app/engine/open_salon.h"
#include "app/engine/papers/sale_papers.h"
#include "core/sale/sale_json.h"
#include "db/journal.h"
#include "db/read/sales.h"
#include "printing/document/paper.h"
#include "printing/escpos/characters.h"
#include "printing/escpos/encoder.h"
#include "printing/profiles/profile.h"

namespace kushi::cli {
namespace {

/// The named profile, or the generic one of the paper's width; null for a name or width that is none.
const printing::Profile* profile_for(const Invocation& invocation)
{
    if (invocation.has("profile")) return printing::find_profile(invocation.option("profile"));
    const auto paper = invocation.option("paper", "80");
    return paper == "80" || paper == "58" ? printing::find_profile("generic-" + paper) : nullptr;
}

std::string rendered(const printing::Document& document, const printing::Profile& profile, const std::string& format)
{
    const auto layout = printing::lay_out(document, printing::metrics_of(profile));
    if (format == "text") return printing::text_of(layout);
    const auto bytes = format == "png" ? printing::png_of(printing::paint(layout)) : printing::encode(layout, profile).bytes;
    return {bytes.begin(), bytes.end()};
}

int write_out(const Invocation& invocation, const std::string& content)
{
    if (!invocation.has("output")) {
        invocation.out << content << std::flush;
        return invocation.out ? done : io_error;
    }
    std::ofstream file{invocation.option("output"), std::ios::binary | std::ios::trunc};
    file << content << std::flush;
    if (file) return done;
    say_refusal(invocation, Refusal{"io_error", {}, invocation.option("output")});
    return io_error;
}

Caller caller_of(const Invocation& invocation)
{
    return {invocation.as, invocation.language.empty() ? "en" : invocation.language};
}

std::optional<PaperWish> wish_of(const Invocation& invocation)
{
    const auto kind = paper_kind(invocation.option("kind", "receipt"));
    if (!kind) return std::nullopt;
    if (*kind != PaperKind::formal && (invocation.has("name") || invocation.has("purpose"))) return std::nullopt;
    return PaperWish{*kind, invocation.option("name"), invocation.option("purpose")};
}

/// A formal receipt that leaves the program is made out, recorded and counted, on whatever it leaves.
int make_out(const Invocation& invocation, OpenSalon& salon, const Sale& sale, const PaperWish& wish,
             const printing::Profile& profile, const std::string& format)
{
    nlohmann::json request{{"do", "formal_receipt"}, {"number", sale.number}, {"name", wish.name}, {"print", false}};
    if (!wish.purpose.empty()) request["purpose"] = wish.purpose;
    if (!invocation.language.empty()) request["language"] = invocation.language;
    const auto answer = salon.engine().perform(request, caller_of(invocation));
    if (!answer["ok"].get<bool>()) return say_refused_answer(invocation, answer);
    return write_out(invocation, rendered(*printing::document_from_json(answer["document"]), profile, format));
}

int run_receipt(const Invocation& invocation)
{
    const auto format = invocation.option("format", "text");
    const auto* profile = profile_for(invocation);
    if (format != "text" && format != "json" && format != "escpos" && format != "png") {
        invocation.err << "kushi: --format takes text, json, escpos or png\n";
        return wrong_usage;
    }
    if (profile == nullptr) {
        invocation.err << "kushi: --paper takes 80 or 58, --profile one of generic-80, generic-58, clone-80, clone-58\n";
        return wrong_usage;
    }
    const auto wish = wish_of(invocation);
    if (!wish) {
        invocation.err << "kushi: --kind takes receipt, formal, gift or consumption; --name and --purpose go with formal\n";
        return wrong_usage;
    }
    if (wish->kind != PaperKind::receipt && format == "json") {
        invocation.err << "kushi: --format json shows the sale itself, whatever its papers\n";
        return wrong_usage;
    }
    return with_salon(invocation, [&](OpenSalon& salon) {
        const nlohmann::json request{{"do", "show"}, {"what", "sale"}, {"id", invocation.words.at(0)}};
        const auto answer = salon.engine().perform(request, caller_of(invocation));
        if (!answer["ok"].get<bool>()) return say_refused_answer(invocation, answer);
        if (format == "json") return write_out(invocation, answer["sale"].dump() + "\n");
        const auto sale = sale_by_id(salon.database(), salon.vault(), answer["sale"]["id"].get<std::string>());
        if (wish->kind == PaperKind::formal) return make_out(invocation, salon, *sale, *wish, *profile, format);
        const auto& engine = salon.engine();
        const auto language = invocation.language.empty() ? engine.salon().language : invocation.language;
        const auto document = wanted_paper(salon.database(), salon.vault(), engine.salon(), engine.identity().training, *sale,
                                           *wish, language, engine.world().now());
        if (!document) return say_refusal(invocation, document.error());
        return write_out(invocation, rendered(*document, *profile, format));
    });
}

}  // namespace

CommandSpec receipt_command()
{
    return {.name = "receipt",
            .summary = "Show a paper of a sale, refund or void by its number",
            .example = "kushi --as yui receipt A-000123 --format png -o receipt.png",
            .words_help = "NUMBER",
            .words_least = 1,
            .words_most = 1,
            .options = {{"kind", "KIND", "receipt (if not given), formal (made out and counted), gift or consumption"},
                        {"name", "NAME", "Whom a formal receipt is for"},
                        {"purpose", "WORDS", "What a formal receipt is for"},
                        {"format", "FORMAT", "text (if not given), json, escpos or png"},
                        {"paper", "MM", "Width: 80 (if not given) or 58"},
                        {"profile", "NAME", "A printer instead of a width: generic-80, generic-58, clone-80 or clone-58"},
                        {"output", "FILE", "Write it to a file instead of standard output", "o"}},
            .run = &run_receipt};
}

}  // namespace kushi::cli
