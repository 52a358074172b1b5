#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>

#include "app/cli/command.h"
#include "core/result.h"

namespace kushi {
class OpenSalon;
class Spooler;
}  // namespace kushi

namespace kushi::cli {

/// Runs the body; what the world did wrong is said on the error stream and, as JSON, on the output, and becomes the exit code
/// that cli.md promises.
int guarded(const Invocation& invocation, const std::function<int()>& body);

/// Opens the salon, runs the body, guarded, and closes it again.
int with_salon(const Invocation& invocation, const std::function<int(OpenSalon&)>& body);

/// The salon with its engine on a thread of its own and the spooler beside it: for what prints.
struct RunningSalon {
    OpenSalon& salon;
    Spooler& spooler;
    /// Hands a request in at the engine's door and waits for the answer.
    std::function<nlohmann::ordered_json(const nlohmann::json&)> perform;
};
int with_running_salon(const Invocation& invocation, const std::function<int(RunningSalon&)>& body);

/// One request as a command of its own: prints what stands under `part` of the answer (the whole answer when it is empty),
/// or the refusal. @returns the exit code
int perform_once(const Invocation& invocation, const nlohmann::json& request, const std::string& part);

/// The refusal in words on the error stream and as JSON on the output.
int say_refusal(const Invocation& invocation, const Refusal& refusal);
/// An answer that is a refusal: its words on the error stream too. @returns the exit code
int say_refused_answer(const Invocation& invocation, const nlohmann::ordered_json& answer);

}  // namespace kushi::cli
