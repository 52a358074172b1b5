#include "app/cli/verify.h"

#include <cerrno>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <system_error>

#include "app/cli/salon_command.h"
#include "app/cli/whole_number.h"
#include "app/engine/open_salon.h"
#include "app/words/language.h"
#include "db/verify.h"

namespace kushi::cli {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// The keys where they are and fit; the chain, the money and the tables need none.
std::optional<Vault> vault_if_there(const std::filesystem::path& folder, OrderedJson& answer)
{
    try {
        return Vault::open(keys_folder(folder));
    }
    catch (const KeyProblem& problem) {
        answer["personal"] = "not opened";
        answer["keys"] = problem.code();
        return std::nullopt;
    }
}

Outcome<std::vector<Anchor>> anchors_in(const Invocation& invocation)
{
    if (!invocation.has("anchor")) return std::vector<Anchor>{};
    errno = 0;
    std::ifstream file{invocation.option("anchor")};
    if (!file) throw std::system_error{errno, std::generic_category(), "the anchor cannot be read"};
    return read_anchors(file);
}

void write_tips(const Database& database, const std::string& name)
{
    errno = 0;
    std::ofstream file{name};
    write_anchors(file, tips(database));
    if (!file.flush()) throw std::system_error{errno, std::generic_category(), "the anchor cannot be written"};
}

OrderedJson problem_json(const VerifyProblem& problem)
{
    OrderedJson json{{"part", problem.part}, {"kind", problem.kind}};
    if (problem.terminal != 0) json["terminal"] = problem.terminal;
    if (problem.terminal != 0) json["seq"] = problem.seq;
    if (!problem.subject.empty()) json["subject"] = problem.subject;
    json["message"] = problem.detail;
    return json;
}

void put_counts(OrderedJson& answer, const VerifyReport& report)
{
    answer["events"] = report.events;
    answer["signatures"] = report.signatures;
    answer["sales"] = report.sales;
    answer["days"] = report.days;
    answer["tables"] = report.tables;
    answer["erased"] = report.erased;
    if (!answer.contains("personal")) answer["personal"] = report.personal;
}

void put_tips(OrderedJson& answer, const Database& database)
{
    answer["tips"] = OrderedJson::array();
    for (const auto& tip : tips(database)) {
        answer["tips"].push_back({{"terminal", tip.terminal}, {"seq", tip.seq}, {"hash", hex(tip.hash)}});
    }
}

OrderedJson error_json(const VerifyReport& report, const Invocation& invocation)
{
    const std::string_view language = invocation.language.empty() ? "en" : invocation.language;
    if (report.damaged) {
        return {{"code", "data_damaged"},
                {"message", Phrase{"The data is not as it was recorded.", "データが記録されたときと異なります。"}.in(language)}};
    }
    return {{"code", "behind_anchor"},
            {"message", Phrase{"The data is older than the anchor, or its past was rewritten.",
                               "データがアンカーより古いか、過去が書き換えられています。"}.in(language)}};
}

/// The first problem too, in words on the error stream.
int say_problems(const Invocation& invocation, const VerifyReport& report, OrderedJson answer)
{
    answer["ok"] = false;
    answer["error"] = error_json(report, invocation);
    answer["problem_count"] = report.problem_count;
    answer["problems"] = OrderedJson::array();
    for (const auto& problem : report.problems) answer["problems"].push_back(problem_json(problem));
    const auto& first = report.problems.front();
    invocation.err << "kushi: " << answer["error"]["message"].get<std::string>() << " " << first.part << " " << first.kind;
    if (first.terminal != 0) invocation.err << ", terminal " << first.terminal << " seq " << first.seq;
    if (!first.subject.empty()) invocation.err << ", " << first.subject;
    invocation.err << "\n";
    // What a damaged file says of itself may be no UTF-8.
    invocation.out << answer.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) << std::endl;
    return report.damaged ? data_damaged : behind_anchor;
}

VerifyOptions options_of(const Invocation& invocation, std::int64_t from, std::vector<Anchor> anchors,
                         const std::optional<Vault>& vault)
{
    VerifyOptions options;
    options.from = from;
    options.anchors = std::move(anchors);
    options.vault = vault ? &*vault : nullptr;
    if (invocation.has("progress")) {
        options.progress = [&invocation](std::string_view part, std::int64_t done, std::int64_t total) {
            invocation.err << "kushi verify: " << part << " " << done << " of " << total << std::endl;
        };
    }
    return options;
}

int verify_folder(const Invocation& invocation, std::int64_t from)
{
    const auto file = database_file(invocation.data);
    if (!std::filesystem::exists(file)) {
        throw DatabaseProblem{DatabaseProblem::Kind::missing, "there is no salon in " + invocation.data.string()};
    }
    const FolderLock lock{invocation.data};
    const auto anchors = anchors_in(invocation);
    if (!anchors) return say_refusal(invocation, anchors.error());
    const auto database = Database::open(file);
    OrderedJson answer{{"ok", true}};
    const auto vault = vault_if_there(invocation.data, answer);
    const auto report = verify(database, options_of(invocation, from, *anchors, vault));
    put_counts(answer, report);
    put_tips(answer, database);
    if (!report.ok()) return say_problems(invocation, report, std::move(answer));
    if (invocation.has("write-anchor")) write_tips(database, invocation.option("write-anchor"));
    invocation.out << answer.dump() << std::endl;
    return invocation.out ? done : io_error;
}

}  // namespace

int run_verify(const Invocation& invocation)
{
    const auto from = whole_number(invocation.option("from", "1"), 1, INT64_MAX);
    if (!from) {
        say_refusal(invocation, {"bad_number", "from"});
        return wrong_usage;
    }
    return guarded(invocation, [&] { return verify_folder(invocation, *from); });
}

CommandSpec verify_command()
{
    CommandSpec spec;
    spec.name = "verify";
    spec.summary = "Check the journal, the money and the tables; needs no key";
    spec.example = "kushi verify --anchor last-month.txt";
    spec.options = {{"from", "N", "Check the chain from this seq of every terminal on"},
                    {"anchor", "FILE", "Tips written down earlier, which must still stand in the chain"},
                    {"write-anchor", "FILE", "Write today's tips there when all is well, for a later --anchor"},
                    {"progress", "", "Say on the error stream how far it is"}};
    spec.run = run_verify;
    return spec;
}

}  // namespace kushi::cli
