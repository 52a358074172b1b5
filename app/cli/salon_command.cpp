#include "app/cli/salon_command.h"

#include <nlohmann/json.hpp>
#include <ostream>
#include <system_error>

#include "app/cli/json_lines.h"
#include "app/engine/engine_thread.h"
#include "app/engine/open_salon.h"
#include "app/engine/spooler.h"
#include "app/words/refusals.h"

namespace kushi::cli {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string language_of(const Invocation& invocation) { return invocation.language.empty() ? "en" : invocation.language; }

Caller caller_of(const Invocation& invocation) { return {invocation.as, language_of(invocation)}; }

int say(const Invocation& invocation, ExitCode exit, const std::string& code, const std::string& message)
{
    invocation.err << "kushi: " << message << "\n";
    const OrderedJson answer{{"ok", false}, {"error", {{"code", code}, {"message", message}}}};
    // What a damaged file says of itself may be no text.
    invocation.out << answer.dump(-1, ' ', false, OrderedJson::error_handler_t::replace) << "\n";
    return exit;
}

int say_database_problem(const Invocation& invocation, const DatabaseProblem& problem)
{
    switch (problem.kind()) {
        case DatabaseProblem::Kind::missing: return say(invocation, refused_with_reason, "no_salon", problem.what());
        case DatabaseProblem::Kind::in_use: return say(invocation, data_in_use, "in_use", problem.what());
        case DatabaseProblem::Kind::foreign: return say(invocation, data_damaged, "foreign_database", problem.what());
        case DatabaseProblem::Kind::newer: return say(invocation, data_damaged, "newer_database", problem.what());
        case DatabaseProblem::Kind::damaged: return say(invocation, data_damaged, "damaged_database", problem.what());
    }
    return data_damaged;
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
        return say(invocation, io_error, std::string{problem.code()}, problem.what());
    }
    catch (const SQLite::Exception& problem) {
        return is_damage(problem) ? say(invocation, data_damaged, "damaged_database", problem.what())
                                  : say(invocation, io_error, "io_error", problem.what());
    }
    catch (const nlohmann::json::exception& problem) {
        // What people write was read before this: it is a stored value that is no longer what was written.
        return say(invocation, data_damaged, "damaged_database", std::string{"a stored value cannot be read: "} + problem.what());
    }
    catch (const std::system_error& problem) {
        return say(invocation, io_error, "io_error", problem.what());
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
    invocation.out << answer.dump() << "\n";
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
