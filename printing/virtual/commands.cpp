#include <algorithm>
#include <array>

#include "printing/virtual/answers.h"
#include "printing/virtual/interpreter.h"
#include "printing/virtual/parameters.h"

namespace kushi::printing {
namespace {

constexpr std::size_t most_process_ids = 1000;  // noted of one sheet

}  // namespace

bool Interpreter::escape(char code, Bytes parameters)
{
    const std::uint8_t n = parameters.empty() ? std::uint8_t{0} : parameters[0];
    Paper::Format& format = paper_.format;
    switch (code) {
        case '@':
            reset();
            break;
        case '!':
            print_mode(n);
            break;
        case ' ':
            letter_space_ = n;
            break;
        case '-':
            latin_.underline_dots = std::min(digit(n), 2);
            break;
        case '2':
            format.line_spacing = 30;
            break;
        case '3':
            format.line_spacing = n;
            break;
        case 'E':
        case 'G':
            latin_.bold = kanji_.bold = is_on(n);
            break;
        case 'J':
            paper_.end_line(n);
            break;
        case 'd':
            paper_.end_line(n * format.line_spacing);
            break;
        case 'M':
            font_b_ = digit(n) == 1;
            latin_.height_dots = font_b_ ? 17 : 24;
            break;
        case 'R':
            international_ = n;
            break;
        case 't':
            table_ = n;
            if (!characters_.has_table(n)) error("code table " + std::to_string(n));
            break;
        case 'a':
            if (!paper_.line_is_empty())
                error("ESC a inside a line");
            else
                format.placing = digit(n) == 1 ? Placing::centre : digit(n) == 2 ? Placing::right : Placing::left;
            break;
        case '$':
            paper_.move_to(word(parameters));
            break;
        case '\\':
            paper_.move_to(paper_.x() + static_cast<std::int16_t>(static_cast<std::uint16_t>(word(parameters))));
            break;
        case 'p':
            kick_drawer();
            break;
        case '=':
        case 'c':
        case 'r':
            break;  // no buttons, one colour
        default:
            return false;
    }
    return true;
}

void Interpreter::print_mode(std::uint8_t bits)
{
    font_b_ = is_set(bits, 0);
    latin_.height_dots = font_b_ ? 17 : 24;
    latin_.bold = kanji_.bold = is_set(bits, 3);
    latin_.high = is_set(bits, 4) ? 2 : 1;
    latin_.wide = is_set(bits, 5) ? 2 : 1;
    latin_.underline_dots = is_set(bits, 7) ? 1 : 0;
}

void Interpreter::kanji_mode(std::uint8_t bits)
{
    kanji_.wide = is_set(bits, 2) ? 2 : 1;
    kanji_.high = is_set(bits, 3) ? 2 : 1;
    kanji_.underline_dots = is_set(bits, 7) ? 1 : 0;
}

void Interpreter::both_sizes(int wide, int high)
{
    latin_.wide = kanji_.wide = wide;
    latin_.high = kanji_.high = high;
}

bool Interpreter::kanji_command(char code, Bytes parameters)
{
    const std::uint8_t n = parameters.empty() ? std::uint8_t{0} : parameters[0];
    switch (code) {
        case '!':
            kanji_mode(n);
            break;
        case '-':
            kanji_.underline_dots = std::min(digit(n), 2);
            break;
        case 'C':
            kanji_system_ = digit(n);
            break;
        case '&':
            kanji_on_ = true;
            break;
        case '.':
            kanji_on_ = false;
            break;
        case 'W':
            kanji_.wide = kanji_.high = is_on(n) ? 2 : 1;
            break;
        case 'S':
            kanji_left_ = parameters[0];
            kanji_right_ = parameters[1];
            break;
        default:
            return false;
    }
    return true;
}

bool Interpreter::group(char code, Bytes parameters)
{
    const std::uint8_t n = parameters.empty() ? std::uint8_t{0} : parameters[0];
    Paper::Format& format = paper_.format;
    const bool begins_line = paper_.line_is_empty();
    if (code != '(' || parameters[0] != 'H') release();
    switch (code) {
        case '!':
            both_sizes((n >> 4 & 7) + 1, (n & 7) + 1);
            break;
        case 'B':
            latin_.invert = kanji_.invert = is_on(n);
            break;
        case 'L':
            if (!begins_line)
                error("GS L inside a line");
            else
                format.left_margin = std::min(word(parameters), model_.width_dots);
            format.area_width = std::min(format.area_width, model_.width_dots - format.left_margin);
            break;
        case 'W':
            if (!begins_line)
                error("GS W inside a line");
            else
                format.area_width = std::min(word(parameters), model_.width_dots - format.left_margin);
            break;
        case 'V':
            cut(parameters);
            break;
        case 'v':
            raster(parameters);
            break;
        case '(':
            return extended(parameters);
        case 'a': {
            automatic_status_ = n != 0;
            if (automatic_status_) answer(automatic_status_bytes(state_));
            break;
        }
        case 'r': {
            const std::uint8_t drawer = state_.drawer_pin_high ? 1 : 0;
            const std::uint8_t byte = digit(n) == 1 ? paper_sensor_byte(state_) : drawer;
            answer({&byte, 1});
            break;
        }
        case 'I':
            inform(n);
            break;
        case 'P':
        case 'H':
        case 'f':
        case 'h':
        case 'w':
            break;  // units stay dots; the look of bars that are not printed
        default:
            return false;
    }
    return true;
}

/// GS ( X pL pH ..., `command` beginning with X.
bool Interpreter::extended(Bytes command)
{
    const Bytes data = command.subspan(3);
    switch (command[0]) {
        case 'H':
            if (data.size() != 6 || digit(data[0]) != 0) return false;
            process_id(data.subspan(2));
            return true;
        case 'D':
            if (data.size() % 2 == 0 || data[0] != 0x14) return false;
            for (std::size_t i = 1; i < data.size(); i += 2) {
                if (digit(data[i]) == 1) real_time_pulse_ = digit(data[i + 1]) == 1;
            }
            return true;
        case 'k':
            if (data.size() < 3 || data[0] != 49) return false;
            symbol(data.subspan(1));
            return true;
        default:
            return false;
    }
}

void Interpreter::process_id(Bytes id)
{
    Sheet& sheet = held_ ? *held_ : sheet_;
    if (sheet.process_ids.size() < most_process_ids) sheet.process_ids.emplace_back(id.begin(), id.end());
    const bool lost = loses_answers_ && (held_ || has_paper_hanging());
    if (held_) {  // its bytes are the last of that sheet's
        held_->bytes.insert(held_->bytes.end(), sheet_.bytes.begin(), sheet_.bytes.end());
        sheet_.bytes.clear();
        offset_ = -static_cast<std::ptrdiff_t>(pending_.size());
        release();
    }
    if (!lost) answer(std::array<std::uint8_t, 7>{0x37, 0x22, id[0], id[1], id[2], id[3], 0x00});
}

void Interpreter::inform(std::uint8_t which)
{
    const auto text = [&](const std::string& words) {
        std::vector<std::uint8_t> block{0x5F};
        block.insert(block.end(), words.begin(), words.end());
        block.push_back(0);
        answer(block);
    };
    switch (which) {
        case 65:
            return text("1.00");
        case 66:
            return text("KUSHI");
        case 67:
            return text(model_.name);
        case 68:
            return text("0000000001");
        case 69:
            return text(model_.kanji_rom ? "KANJI JAPANESE" : "");
        default:
            break;
    }
    const bool type = digit(which) == 2;  // bit 0: two-byte characters, bit 1: cutter
    const std::uint8_t byte = type ? (model_.kanji_rom ? 0x03 : 0x02) : 0x20;
    answer({&byte, 1});
}

}  // namespace kushi::printing
