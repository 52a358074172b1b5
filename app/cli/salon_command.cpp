#include "app/cli/salon_command.h"

#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>
#include <ostream>
#include <system_error>

#include "app/engine/engine_thread.h"
#include "app/engine/open_salon.h"
#include "app/engine/spooler.h"
#include "app/words/refusals.h"

namespace kushi::cli {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string language_of(const Invocation& invocation) { return invocation.language.empty() ? "en" : invocation.language; }

Caller caller_of(const Invocation& invocation) { return {invocation.as, language_of(invocation)}; }

/// What the world did wrong has an exit code of its own. Its cause is the log's.
int say(const Invocation& invocation, ExitCode exit, const Refusal& refusal, const std::exception& cause)
{
    spdlog::error("{}: {}", refusal.code, cause.what());
    say_refusal(invocation, refusal);
    return exit;
}

int say_database_problem(const Invocation& invocation, const DatabaseProblem& problem)
{
    const auto folder = invocation.data.string();
    switch (problem.kind()) {
        case DatabaseProblem::Kind::missing: return say(invocation, refused_with_reason, Refusal{"no_salon", {}, folder}, problem);
        case DatabaseProblem::Kind::in_use: return say(invocation, data_in_use, Refusal{"in_use", {}, folder}, problem);
        case DatabaseProblem::Kind::foreign: return say(invocation, data_damaged, Refusal{"foreign_database", {}, folder}, problem);
        case DatabaseProblem::Kind::newer: return say(invocation, data_damaged, Refusal{"newer_database", {}, folder}, problem);
        case DatabaseProblem::Kind::damaged: break;
    }
    return say(invocation, data_damaged, Refusal{"damaged_database", {}, problem.what()}, problem);
}

/// SQLite's word for a file that is whole or not.
bool is_damage(const SQLite::Exception& problem) { return problem.getErrorCode() == 11 || problem.getErrorCode() == 26; }

}  // namespace

int guarded(const Invocation& invocation, const std::function<int()>& body)
{
    try {
        return body();
    }
    catch (const DatabaseProblem& problem) {
        return say_database_problem(invocation, problem);
    }
    catch (const KeyProblem& problem) {
        return say(invocation, io_error, Refusal{std::string{problem.code()}, {}, problem.file().string()}, problem);
    }
    catch (const SQLite::Exception& problem) {
        return is_damage(problem) ? say(invocation, data_damaged, Refusal{"damaged_database", {}, problem.what()}, problem)
                                  : say(invocation, io_error, Refusal{"io_error", {}, problem.what()}, problem);
    }
    catch (const nlohmann::json::exception& problem) {
        // What people write was read before this: it is a stored value that is no longer what was written.
        return say(invocation, data_damaged, Refusal{"damaged_database", {}, "a stored value cannot be read"}, problem);
    }
    catch (const std::system_error& problem) {
        return say(invocation, io_error, Refusal{"io_error", {}, problem.what()}, problem);
    }
}

int with_salon(const Invocation& invocation, const std::function<int(OpenSalon&)>& body)
{
    return guarded(invocation, [&] {
        OpenSalon salon{invocation.data, real_world()};
        return body(salon);
    });
}

int with_running_salon(const Invocation& invocation, const std::function<int(RunningSalon&)>& body)
{
    return with_salon(invocation, [&](OpenSalon& salon) {
        EngineThread thread;
        auto& engine = salon.engine();
        Spooler spooler{thread, salon.database(), salon.vault(), engine.world()};
        thread.call([&] { engine.on_paper([&spooler] { spooler.wake(); }); });
        const auto caller = caller_of(invocation);
        RunningSalon running{salon, spooler, [&](const nlohmann::json& request) {
                                 return thread.call([&] { return engine.perform(request, caller); });
                             }};
        return body(running);
    });
}

int say_refused_answer(const Invocation& invocation, const OrderedJson& answer)
{
    invocation.err << "kushi: " << answer["error"]["message"].get<std::string>() << "\n";
    // A folder's name may be no UTF-8.
    invocation.out << answer.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) << "\n";
    return refused_with_reason;
}

int say_refusal(const Invocation& invocation, const Refusal& refusal)
{
    return say_refused_answer(invocation, refusal_json(refusal, language_of(invocation)));
}

int perform_once(const Invocation& invocation, const nlohmann::json& request, const std::string& part)
{
    return with_salon(invocation, [&](OpenSalon& salon) {
        const auto answer = salon.engine().perform(request, caller_of(invocation));
        if (!answer["ok"].get<bool>()) return say_refused_answer(invocation, answer);
        if (part == "rows") {
            for (const auto& row : answer["rows"]) invocation.out << row.dump() << "\n";
            return static_cast<int>(done);
        }
        invocation.out << (part.empty() ? answer : answer[part]).dump() << "\n";
        return static_cast<int>(done);
    });
}

}  // namespace kushi::cli
