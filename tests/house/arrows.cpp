#include "tests/house/arrows.h"

#include <algorithm>
#include <cctype>

namespace kushi::house {
namespace {

using Names = std::vector<std::string_view>;

/// A folder of the plan and the folders whose headers its files may include.
struct Room {
    std::string_view folder;
    Names uses;
};
const std::vector<Room> rooms{
    {"core/", {"core/"}},
    {"db/", {"core/", "db/"}},
    {"printing/", {"core/", "printing/"}},
    {"app/words/", {"core/", "app/words/"}},
    {"app/presets/", {"core/", "app/presets/", "app/words/"}},
    {"app/engine/", {"core/", "db/", "printing/", "app/engine/", "app/presets/", "app/words/"}},
    {"app/cli/", {"core/", "db/", "printing/", "app/engine/", "app/presets/", "app/words/", "app/cli/"}},
    {"app/widgets/", {"core/", "app/words/", "app/widgets/"}},
    {"app/screens/", {"core/", "app/engine/", "app/words/", "app/widgets/", "app/screens/"}},
    {"app/paper/", {"printing/", "app/widgets/", "app/paper/"}},
};
const Room main_file{"app/main.cpp", {"core/", "db/", "printing/", "app/"}};

/// A library, by how its headers begin, and the only places that may know it.
struct Library {
    std::string_view header;
    Names places;
};
const std::vector<Library> libraries{
    {"tl/", {"core/result.h"}},
    {"CLI/", {"app/cli/"}},
    {"wx/", {"app/widgets/", "app/screens/", "app/paper/"}},
    {"gtk/", {"app/widgets/"}},
    {"gdk/", {"app/widgets/"}},
    {"atk/", {"app/widgets/"}},
    {"SQLiteCpp/", {"db/", "app/engine/"}},  // the engine catches what the library throws
    {"sqlite3.h", {"db/", "app/engine/"}},
    {"pqxx/", {"db/"}},
    {"boost/", {"printing/", "app/"}},
};

/// Too slow to read in a header of ours: 3 to 9 seconds for every file that includes it.
const Names for_sources_only{"nlohmann/json.hpp", "CLI/", "spdlog/"};
const Names light_after_all{"spdlog/fwd.h"};
/// The engine's door speaks JSON: every file that includes one of its headers reads and writes it.
bool speaks_json(std::string_view file, std::string_view header)
{
    return file.starts_with("app/engine/") && header == "nlohmann/json.hpp";
}

/// core decides and meets nothing of the world: these libraries of values, and the standard one less these.
const Names libraries_of_core{"nlohmann/", "date/", "unicode/", "sodium.h", "tl/"};
const Names worldly{"fstream", "filesystem", "thread", "locale", "ctime"};

bool begins_with_one_of(std::string_view path, const Names& beginnings)
{
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return path.starts_with(beginning); });
}

bool is_one_of(std::string_view word, const Names& words) { return std::ranges::find(words, word) != words.end(); }

bool is_ours(std::string_view included) { return begins_with_one_of(included, {"core/", "db/", "printing/", "app/", "tests/"}); }

const Room* room_of(std::string_view file)
{
    if (file == main_file.folder) return &main_file;
    const auto room = std::ranges::find_if(rooms, [&](const Room& each) { return file.starts_with(each.folder); });
    return room == rooms.end() ? nullptr : &*room;
}

std::optional<std::string> forbidden_library(std::string_view file, std::string_view header)
{
    for (const Library& library : libraries) {
        if (header.starts_with(library.header) && !begins_with_one_of(file, library.places)) {
            return std::string{library.header} + " is not for this place";
        }
    }
    if (file.ends_with(".h") && begins_with_one_of(header, for_sources_only) && !is_one_of(header, light_after_all) &&
        !speaks_json(file, header)) {
        return "too slow for a header: include it in the .cpp";
    }
    if (file.starts_with("core/")) {
        const bool standard = header.find_first_of("./") == std::string_view::npos;
        if (standard ? is_one_of(header, worldly) : !begins_with_one_of(header, libraries_of_core)) {
            return "core knows values only";
        }
    }
    return std::nullopt;
}

std::string_view without_comment(std::string_view line) { return line.substr(0, line.find("//")); }

std::string_view trimmed_left(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text;
}

/// The path of an #include line, or nothing on any other line.
std::string_view included_by(std::string_view line)
{
    line = trimmed_left(line);
    if (!line.starts_with('#')) return {};
    line = trimmed_left(line.substr(1));
    if (!line.starts_with("include")) return {};
    line = trimmed_left(line.substr(7));
    if (!line.starts_with('"') && !line.starts_with('<')) return {};
    const char closing = line.front() == '<' ? '>' : '"';
    return line.substr(1, line.find(closing, 1) - 1);
}

template <class Act>
void for_each_line(std::string_view text, Act act)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        act(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool is_part_of_a_name(char letter) { return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_'; }

}  // namespace

std::vector<std::string> includes_of(std::string_view text)
{
    std::vector<std::string> paths;
    for_each_line(text, [&](std::string_view line) {
        if (const std::string_view path = included_by(line); !path.empty()) paths.emplace_back(path);
    });
    return paths;
}

std::optional<std::string> forbidden(std::string_view file, std::string_view included)
{
    const Room* const room = room_of(file);
    if (room == nullptr) return "the plan has no such room";
    if (included.starts_with('.')) return "write the path from the project's root, so that it shows the room";
    if (!is_ours(included)) return forbidden_library(file, included);
    if (begins_with_one_of(included, room->uses)) return std::nullopt;
    return std::string{room->folder} + " must not use this room";
}

bool names_tl(std::string_view text)
{
    bool named = false;
    for_each_line(text, [&](std::string_view line) {
        const std::string_view code = without_comment(line);
        for (std::size_t at = code.find("tl::"); at != std::string_view::npos; at = code.find("tl::", at + 1)) {
            named = named || at == 0 || !is_part_of_a_name(code[at - 1]);
        }
    });
    return named;
}

}  // namespace kushi::house
