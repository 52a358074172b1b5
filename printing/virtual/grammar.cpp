#include "printing/virtual/grammar.h"

#include <algorithm>
#include <map>

namespace kushi::printing {
namespace {

using Bytes = std::span<const std::uint8_t>;
using Length = std::optional<CommandLength>;

/// Parameters of the commands that always have as many (Epson's command reference).
const std::map<char, std::size_t> escape_parameters{
    {'@', 0}, {'2', 0}, {'!', 1},  {' ', 1}, {'-', 1}, {'3', 1}, {'E', 1}, {'G', 1}, {'J', 1}, {'K', 1}, {'M', 1},
    {'R', 1}, {'T', 1}, {'V', 1},  {'a', 1}, {'d', 1}, {'e', 1}, {'r', 1}, {'t', 1}, {'{', 1}, {'=', 1}, {'?', 1},
    {'%', 1}, {'$', 2}, {'\\', 2}, {'c', 2}, {'p', 3}, {'i', 0}, {'m', 0}, {'L', 0}, {'S', 0}, {'W', 8}};
const std::map<char, std::size_t> kanji_parameters{{'!', 1}, {'-', 1}, {'C', 1},  {'W', 1}, {'&', 0},
                                                   {'.', 0}, {'S', 2}, {'2', 74}, {'?', 2}, {'p', 2}};
const std::map<char, std::size_t> group_parameters{
    {'!', 1}, {'B', 1}, {'H', 1}, {'I', 1}, {'a', 1}, {'b', 1}, {'f', 1},  {'h', 1}, {'r', 1}, {'w', 1},
    {'x', 1}, {'/', 1}, {'$', 2}, {'L', 2}, {'P', 2}, {'W', 2}, {'\\', 2}, {':', 0}, {'^', 3}, {'T', 1}};
/// DLE DC4 by its function.
const std::map<int, std::size_t> real_time_lengths{{1, 5}, {2, 5}, {3, 8}, {7, 4}, {8, 10}};

std::size_t word(Bytes bytes, std::size_t at)
{
    return bytes[at] + 256u * bytes[at + 1];
}

Length fixed(const std::map<char, std::size_t>& parameters, Bytes bytes)
{
    const auto found = parameters.find(static_cast<char>(bytes[1]));
    if (found == parameters.end()) return CommandLength{2, false};
    return CommandLength{2 + found->second};
}

/// Up to a 00h, which is part of it; at most 256 bytes.
Length up_to_zero(Bytes bytes, std::size_t from)
{
    for (std::size_t i = from; i < bytes.size(); ++i) {
        if (bytes[i] == 0 || i > 256) return CommandLength{i + 1};
    }
    return std::nullopt;
}

/// A command whose `header` ends with a length of `size` bytes.
template <class Size>
Length counted(Bytes bytes, std::size_t header, Size size)
{
    if (bytes.size() < header) return std::nullopt;
    return CommandLength{header + size(bytes)};
}

Length real_time(Bytes bytes)
{
    if (bytes[1] == 0x04) {
        if (bytes.size() < 3) return std::nullopt;
        return CommandLength{bytes[2] == 7 || bytes[2] == 8 || bytes[2] == 18 ? 4u : 3u};
    }
    if (bytes[1] == 0x05) return CommandLength{3};
    if (bytes[1] != 0x14) return CommandLength{2, false};
    if (bytes.size() < 3) return std::nullopt;
    const auto found = real_time_lengths.find(bytes[2]);
    return found == real_time_lengths.end() ? CommandLength{3, false} : CommandLength{found->second};
}

Length escape(Bytes bytes)
{
    if (bytes[1] == 'D') return up_to_zero(bytes, 2);
    if (bytes[1] == '*') {
        return counted(bytes, 5, [](Bytes b) { return word(b, 3) * (b[2] == 32 || b[2] == 33 ? 3 : 1); });
    }
    if (bytes[1] == '(') return counted(bytes, 5, [](Bytes b) { return word(b, 3); });
    return fixed(escape_parameters, bytes);
}

Length kanji(Bytes bytes)
{
    if (bytes[1] == '(') return counted(bytes, 5, [](Bytes b) { return word(b, 3); });
    return fixed(kanji_parameters, bytes);
}

Length barcode(Bytes bytes)
{
    if (bytes.size() < 4) return std::nullopt;
    if (bytes[2] < 65) return up_to_zero(bytes, 3);
    return CommandLength{4u + bytes[3]};
}

Length group(Bytes bytes)
{
    switch (bytes[1]) {
        case '(':
            return counted(bytes, 5, [](Bytes b) { return word(b, 3); });
        case '8':
            return counted(bytes, 7, [](Bytes b) { return word(b, 3) + (word(b, 5) << 16u); });
        case 'v':
            return counted(bytes, 8, [](Bytes b) { return word(b, 4) * word(b, 6); });
        case '*':
            return counted(bytes, 4, [](Bytes b) { return std::size_t{8} * b[2] * b[3]; });
        case 'V':
            return counted(bytes, 3, [](Bytes b) { return b[2] >= 65 ? 1u : 0u; });
        case 'k':
            return barcode(bytes);
        default:
            return fixed(group_parameters, bytes);
    }
}

}  // namespace

std::optional<CommandLength> command_length(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < 2) return std::nullopt;
    switch (bytes[0]) {
        case 0x10:
            return real_time(bytes);
        case 0x1B:
            return escape(bytes);
        case 0x1C:
            return kanji(bytes);
        default:
            return group(bytes);
    }
}

}  // namespace kushi::printing
