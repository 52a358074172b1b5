#include "app/screens/screen.h"

#include <nlohmann/json.hpp>

#include "app/widgets/words.h"
#include "app/words/refusals.h"

namespace kushi {

void Screen::ask(nlohmann::json request, Reply reply)
{
    ++waiting_;
    host_.ask(std::move(request), [this, alive = std::weak_ptr<bool>{alive_}, reply = std::move(reply)](const nlohmann::json& answer) {
        if (alive.expired()) return;
        --waiting_;
        if (reply) reply(answer);
        if (!alive.expired()) host_.changed();
    });
}

void Screen::ask_or_approve(std::string what, nlohmann::json request, Reply reply)
{
    auto again = request;
    ask(std::move(request), [this, what = std::move(what), again = std::move(again), reply = std::move(reply)](const nlohmann::json& answer) {
        if (refusal_code(answer) != "needs_approval") return reply(answer);
        host_.with_approval(what, again, [alive = std::weak_ptr<bool>{alive_}, reply](const nlohmann::json& approved) {
            if (!alive.expired()) reply(approved);
        });
    });
}

bool is_ok(const nlohmann::json& answer) { return answer.value("ok", false); }

std::string refusal_code(const nlohmann::json& answer)
{
    return answer.contains("error") ? answer["error"].value("code", "") : std::string{};
}

std::string refusal_words(const nlohmann::json& answer)
{
    if (!answer.contains("error")) return {};
    // The sentence alone: the field and the fact beside it are for who writes requests by hand.
    const auto phrase = refusal_phrase(answer["error"].value("code", "")).in(spoken());
    return phrase.empty() ? answer["error"].value("message", "") : std::string{phrase};
}

std::string text_of(const nlohmann::json& row, const char* name)
{
    const auto found = row.find(name);
    return found != row.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::int64_t number_of(const nlohmann::json& row, const char* name, std::int64_t otherwise)
{
    const auto found = row.find(name);
    return found != row.end() && found->is_number_integer() ? found->get<std::int64_t>() : otherwise;
}

bool flag_of(const nlohmann::json& row, const char* name)
{
    const auto found = row.find(name);
    return found != row.end() && found->is_boolean() && found->get<bool>();
}

}  // namespace kushi
