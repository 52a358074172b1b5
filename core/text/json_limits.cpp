#include "core/text/json_limits.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/text/unicode.h"

namespace kushi {
namespace {

using Event = nlohmann::json::parse_event_t;

/// Ends a parse from within its callback; never leaves this file.
struct Refused {
    Refusal refusal;
};

/// Watches a parse from its events: how deep it is, and which names the objects it is inside of have.
class Watch {
public:
    bool see(Event event, const nlohmann::json& value)
    {
        switch (event) {
            case Event::object_start:
            case Event::array_start: enter(); break;
            case Event::key: add(value.get_ref<const std::string&>()); break;
            case Event::object_end:
            case Event::array_end: names_.pop_back(); break;
            case Event::value: break;
        }
        return true;
    }

private:
    void enter()
    {
        if (names_.size() == most_json_depth) throw Refused{{"too_deep", {}, std::to_string(most_json_depth)}};
        names_.emplace_back();
    }
    void add(const std::string& name)
    {
        if (!names_.back().insert(name).second) throw Refused{{"duplicate_field", name_to_repeat(name)}};
    }
    std::vector<std::set<std::string>> names_;
};

}  // namespace

std::string name_to_repeat(std::string_view name)
{
    constexpr std::size_t longest_name = 40;
    const bool ours = name.size() <= longest_name && std::ranges::none_of(name, [](char letter) {
                          return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
                      });
    return std::string{ours ? name : std::string_view{}};
}

Outcome<nlohmann::json> parse_json_line(std::string_view line)
{
    if (line.size() > most_json_bytes) return refused("too_long", {}, std::to_string(most_json_bytes));
    if (!is_utf8(line)) return refused("bad_text");
    Watch watch;
    try {
        nlohmann::json parsed = nlohmann::json::parse(
            line, [&](int, Event event, nlohmann::json& value) { return watch.see(event, value); });
        if (!parsed.is_object()) return refused("bad_request");
        return parsed;
    } catch (const Refused& ended) {
        return unexpected{ended.refusal};
    } catch (const nlohmann::json::parse_error& failed) {
        return refused("bad_json", {}, "byte " + std::to_string(failed.byte));
    } catch (const nlohmann::json::out_of_range&) {
        return refused("bad_json");  // a number past every double, such as 1e999
    }
}

}  // namespace kushi
