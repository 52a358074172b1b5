#include "app/cli/json_lines.h"

#include <istream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "app/words/refusals.h"

namespace kushi::cli {

namespace {

using nlohmann::json;

/// Ends a parse from within: the library has no other way out of it.
struct Refused {
    Refusal refusal;
};

class Guard {
public:
    bool operator()(int depth, json::parse_event_t event, const json& parsed)
    {
        switch (event) {
            case json::parse_event_t::object_start:
            case json::parse_event_t::array_start:
                if (depth >= deepest_nesting) throw Refused{{"too_deep", {}, std::to_string(deepest_nesting)}};
                fields_.emplace_back();
                break;
            case json::parse_event_t::object_end:
            case json::parse_event_t::array_end:
                fields_.pop_back();
                break;
            case json::parse_event_t::key:
                check_once(parsed.get_ref<const std::string&>());
                break;
            case json::parse_event_t::value:
                break;
        }
        return true;
    }

private:
    void check_once(const std::string& name)
    {
        constexpr std::size_t longest_name = 40;  // a longer one is no field of ours and is not echoed
        if (fields_.back().insert(name).second) return;
        throw Refused{{"bad_request", name.size() > longest_name ? std::string{} : name, "twice"}};
    }

    std::vector<std::set<std::string>> fields_;
};

bool is_blank(const std::string& line)
{
    return line.find_first_not_of(" \t\r") == std::string::npos;
}

}  // namespace

std::optional<Outcome<std::string>> next_line(std::istream& in)
{
    std::string line;
    bool too_long = false;
    for (int byte = in.get(); byte != std::istream::traits_type::eof(); byte = in.get()) {
        if (byte != '\n') {
            too_long = too_long || line.size() == longest_line;
            if (!too_long) line.push_back(static_cast<char>(byte));
            continue;
        }
        if (too_long) return refused("too_long", {}, std::to_string(longest_line));
        if (!is_blank(line)) return line;
        line.clear();
    }
    if (too_long) return refused("too_long", {}, std::to_string(longest_line));
    if (is_blank(line)) return std::nullopt;
    return line;
}

Outcome<json> parse_object(const std::string& line)
{
    try {
        auto object = json::parse(line, [guard = std::make_shared<Guard>()](int depth, auto event, json& parsed) {
            return (*guard)(depth, event, parsed);  // shared, for the parser copies its callback
        });
        if (!object.is_object()) return refused("bad_request", {}, "object");
        return object;
    } catch (const Refused& early) {
        return unexpected{early.refusal};
    } catch (const json::parse_error& failed) {
        return refused("bad_request", {}, "JSON, byte " + std::to_string(failed.byte));
    } catch (const json::out_of_range&) {
        return refused("out_of_range", {}, "number");  // 1e999
    }
}

nlohmann::ordered_json refusal_json(const Refusal& refusal, std::string_view language)
{
    nlohmann::ordered_json error{{"code", refusal.code}, {"message", words_of(refusal, language)}};
    if (!refusal.field.empty()) error["field"] = refusal.field;
    return {{"ok", false}, {"error", std::move(error)}};
}

}  // namespace kushi::cli
