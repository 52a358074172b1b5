#include "db/verify/anchor.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>

namespace kushi {
namespace {

std::optional<Hash> hash_of_hex(const std::string& text)
{
    Hash hash{};
    if (text.size() != 2 * hash.size()) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto digit = std::string_view{"0123456789abcdef"}.find(text[i]);
        if (digit == std::string_view::npos) return std::nullopt;
        hash[i / 2] = static_cast<std::uint8_t>(hash[i / 2] << 4 | digit);
    }
    return hash;
}

std::optional<Anchor> anchor_in(const std::string& line)
{
    std::istringstream words{line};
    Anchor anchor;
    std::string hash;
    std::string more;
    if (!(words >> anchor.terminal >> anchor.seq >> hash) || words >> more || anchor.seq < 1) return std::nullopt;
    const auto bytes = hash_of_hex(hash);
    if (!bytes) return std::nullopt;
    anchor.hash = *bytes;
    return anchor;
}

}  // namespace

std::vector<Anchor> tips(const Database& database)
{
    std::vector<Anchor> all;
    Query row{database,
              "SELECT e.terminal, e.seq, e.hash FROM event e "
              "JOIN (SELECT terminal, MAX(seq) AS seq FROM event GROUP BY terminal) t ON t.terminal = e.terminal AND t.seq = e.seq "
              "ORDER BY e.terminal"};
    while (row.next()) {
        Anchor tip{row.integer(0), row.integer(1), {}};
        const auto bytes = row.text(2);
        std::copy_n(bytes.begin(), std::min(bytes.size(), tip.hash.size()), tip.hash.begin());
        all.push_back(tip);
    }
    return all;
}

void write_anchors(std::ostream& out, const std::vector<Anchor>& anchors)
{
    out << "# terminal seq hash\n";
    for (const auto& anchor : anchors) out << anchor.terminal << ' ' << anchor.seq << ' ' << hex(anchor.hash) << '\n';
}

Outcome<std::vector<Anchor>> read_anchors(std::istream& in)
{
    std::vector<Anchor> anchors;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const auto first = line.find_first_not_of(" \t\r");
        if (first == std::string::npos || line[first] == '#') continue;
        const auto anchor = anchor_in(line);
        if (!anchor) return refused("bad_anchor", "anchor", "line " + std::to_string(number));
        anchors.push_back(*anchor);
    }
    if (anchors.empty()) return refused("empty_anchor", "anchor");
    return anchors;
}

}  // namespace kushi
