#include "printing/virtual/interpreter.h"

#include <qrencode.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "printing/virtual/answers.h"
#include "printing/virtual/grammar.h"

namespace kushi::printing {
namespace {

constexpr std::size_t longest_command = 1u << 20u;  // 14,500 rows of a picture
constexpr std::size_t most_bytes = 4u << 20u;
constexpr std::size_t most_errors = 50;
constexpr std::size_t most_noted = 1000;  // process ids and codes of one sheet
constexpr std::size_t most_answers = 65'536;

bool is_set(std::uint8_t bits, unsigned number)
{
    return (bits >> number & 1u) != 0;
}
bool is_on(std::uint8_t n)
{
    return (n & 1u) != 0;
}
/// Many parameters may be a number or its digit.
int digit(std::uint8_t n)
{
    return n >= '0' && n <= '9' ? n - '0' : n;
}
int word(std::span<const std::uint8_t> bytes)
{
    return bytes[0] + 256 * bytes[1];
}

}  // namespace

Interpreter::Interpreter(Model model) : model_{std::move(model)}, paper_{model_.width_dots}
{
    paper_.feed(model_.cutter_dots);
    reset();
}

void Interpreter::feed(std::uint8_t byte)
{
    if (sheet_.bytes.size() < most_bytes) sheet_.bytes.push_back(byte);
    if (skip_ > 0) {
        --skip_;
        ++offset_;
        return;
    }
    pending_.push_back(byte);
    for (std::size_t before = pending_.size() + 1; !pending_.empty() && pending_.size() < before;) {
        before = pending_.size();
        try_command();
    }
    if (paper_.is_full()) {
        error("paper without end");
        finish_sheet(paper_.height());
    }
}

void Interpreter::clear_buffers()
{
    consumed(pending_.size());
    skip_ = 0;
    paper_.drop_line();
}

std::vector<std::uint8_t> Interpreter::take_answers()
{
    return std::exchange(answers_, {});
}

std::vector<Sheet> Interpreter::take_sheets()
{
    return std::exchange(sheets_, {});
}

void Interpreter::release()
{
    if (held_) sheets_.push_back(*std::exchange(held_, std::nullopt));
}

void Interpreter::kick_drawer()
{
    ++sheet_.drawer_kicks;
    ++drawer_kicks_;
}

void Interpreter::tear_off()
{
    finish_sheet(paper_.height());
}

void Interpreter::reset()
{
    paper_.drop_line();
    paper_.format = {model_.width_dots};
    latin_ = {};
    kanji_ = {};
    font_b_ = false;
    letter_space_ = kanji_left_ = kanji_right_ = 0;
    table_ = international_ = kanji_system_ = 0;
    kanji_on_ = automatic_status_ = false;
    real_time_pulse_ = true;
    symbol_data_.clear();
    symbol_module_ = 3;
    symbol_level_ = 0;
}

void Interpreter::try_command()
{
    const std::uint8_t first = pending_.front();
    if (first != 0x1D && first != 0x10) release();  // GS ( H alone still belongs to the sheet in front
    if (first != 0x10 && first != 0x1B && first != 0x1C && first != 0x1D) return print_character();
    const auto length = command_length(pending_);
    if (!length) return;
    if (length->bytes > longest_command) {
        error("a command of " + std::to_string(length->bytes) + " bytes");
        skip_ = length->bytes - pending_.size();
        return consumed(pending_.size());
    }
    if (pending_.size() < length->bytes) return;
    const Bytes parameters = Bytes{pending_}.subspan(2);
    const char code = static_cast<char>(pending_[1]);
    bool known = length->known;
    if (known && first == 0x1B)
        known = escape(code, parameters);
    else if (known && first == 0x1C)
        known = model_.kanji_rom && kanji_command(code, parameters);
    else if (known && first == 0x1D)
        known = group(code, parameters);
    // What begins with DLE was executed when it was received.
    if (!known) error("unknown command " + std::to_string(first) + " " + std::to_string(pending_[1]));
    consumed(length->bytes);
}

void Interpreter::consumed(std::size_t count)
{
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(count));
    offset_ += static_cast<std::ptrdiff_t>(count);
}

void Interpreter::print_character()
{
    const std::uint8_t byte = pending_.front();
    if (byte < 0x20) {
        control(byte);
        return consumed(1);
    }
    const bool seven_bit_kanji = kanji_on_ && kanji_system_ == 0 && byte >= 0x21 && byte <= 0x7E;
    if (model_.kanji_rom && (seven_bit_kanji || (kanji_system_ != 0 && CharacterGenerator::is_lead(byte)))) {
        if (pending_.size() == 2) print_kanji();
        return;
    }
    put(characters_.single(byte, table_, international_), false);
    consumed(1);
}

void Interpreter::print_kanji()
{
    unsigned lead = pending_[0];
    unsigned trail = pending_[1];
    if (kanji_system_ == 0) {  // JIS to Shift JIS, JIS X 0208 appendix 1
        const bool odd = (lead & 1u) != 0;
        trail += odd ? (trail >= 0x60 ? 0x20u : 0x1Fu) : 0x7Eu;
        lead = (lead - 0x21u) / 2 + (lead <= 0x5E ? 0x81u : 0xC1u);
    }
    if (trail > 0xFF || !CharacterGenerator::is_trail(static_cast<std::uint8_t>(trail))) {
        error("half a kanji");
        return consumed(1);  // the other byte may begin something true
    }
    put(characters_.kanji(static_cast<std::uint8_t>(lead), static_cast<std::uint8_t>(trail)), true);
    consumed(2);
}

void Interpreter::put(const std::optional<std::string>& character, bool kanji)
{
    if (!character) error("no glyph for this code");
    const Lettering& look = kanji ? kanji_ : latin_;
    const int left = kanji ? kanji_left_ : 0;
    const int advance = kanji ? 24 * look.wide + kanji_right_ : (font_b_ ? 9 : 12) * look.wide + letter_space_;
    if (left > 0) paper_.move_to(paper_.x() + left);
    paper_.put(character.value_or(kanji ? "〓" : "?"), advance, look);
}

void Interpreter::control(std::uint8_t byte)
{
    switch (byte) {
        case 0x09:
            paper_.move_to((paper_.x() / 96 + 1) * 96);
            break;  // every eighth column
        case 0x0A:
            paper_.end_line(paper_.format.line_spacing);
            break;
        case 0x0D:
            break;  // set so that LF ends a line
        default:
            error("control code " + std::to_string(byte));
    }
}

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
    if (sheet.process_ids.size() < most_noted) sheet.process_ids.emplace_back(id.begin(), id.end());
    const bool lost = loses_answers_ && (held_ || has_paper_hanging());
    if (held_) {  // its bytes are the last of that sheet's
        held_->bytes.insert(held_->bytes.end(), sheet_.bytes.begin(), sheet_.bytes.end());
        sheet_.bytes.clear();
        offset_ = -static_cast<std::ptrdiff_t>(pending_.size());
        release();
    }
    if (!lost) answer(std::array<std::uint8_t, 7>{0x37, 0x22, id[0], id[1], id[2], id[3], 0x00});
}

/// A QR code is made in steps; `command` is fn and its parameters.
void Interpreter::symbol(Bytes command)
{
    switch (command[0]) {
        case 65:
            break;  // the model; both look alike here
        case 67:
            symbol_module_ = std::clamp<int>(command[1], 1, 16);
            break;
        case 69:
            symbol_level_ = std::clamp(command[1] - 48, 0, 3);
            break;
        case 80:
            symbol_data_.assign(command.begin() + 2, command.end());
            break;
        case 81:
            print_symbol();
            break;
        default:
            error("GS ( k function " + std::to_string(command[0]));
    }
}

void Interpreter::print_symbol()
{
    if (!paper_.line_is_empty()) return error("QR code inside a line");
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeData(static_cast<int>(symbol_data_.size()),
                          reinterpret_cast<const unsigned char*>(symbol_data_.data()), 0,
                          static_cast<QRecLevel>(symbol_level_)),
        &QRcode_free};
    if (!code) return error("QR code of nothing, or of too much");
    Bitmap picture{code->width * symbol_module_, code->width * symbol_module_};
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1u) == 0) continue;
            picture.fill(x * symbol_module_, y * symbol_module_, symbol_module_, symbol_module_);
        }
    }
    if (picture.width() > paper_.format.area_width) return error("QR code wider than the paper");
    if (sheet_.codes.size() < most_noted) sheet_.codes.push_back(symbol_data_);
    paper_.picture(picture);
}

/// GS v 0 m xL xH yL yH d...
void Interpreter::raster(Bytes parameters)
{
    const int mode = digit(parameters[1]);
    const int bytes_wide = word(parameters.subspan(2));
    const int rows = word(parameters.subspan(4));
    if (digit(parameters[0]) != 0 || mode > 3 || bytes_wide == 0 || rows == 0)
        return error("GS v with other parameters");
    if (!paper_.line_is_empty()) return error("picture inside a line");
    const int wide = (mode & 1) + 1;
    const int high = (mode >> 1 & 1) + 1;
    const int width = std::min(bytes_wide * 8 * wide, paper_.format.area_width);
    if (bytes_wide * 8 * wide > (paper_.format.area_width + 7) / 8 * 8) error("picture wider than the paper");
    Bitmap picture{width, std::min(rows * high, Paper::most_rows)};
    for (int y = 0; y < picture.height(); ++y) {
        const Bytes row =
            parameters.subspan(6 + static_cast<std::size_t>(y / high) * static_cast<std::size_t>(bytes_wide));
        for (int x = 0; x < width; ++x) {
            const int dot = x / wide;
            if (is_set(row[static_cast<std::size_t>(dot / 8)], 7u - static_cast<unsigned>(dot) % 8))
                picture.set_dot(x, y);
        }
    }
    paper_.picture(picture);
}

void Interpreter::cut(Bytes parameters)
{
    if (!paper_.line_is_empty()) return error("cut inside a line");
    const int mode = parameters[0];
    if (mode == 65 || mode == 66) {  // feeds to the cutter first
        paper_.feed(parameters[1]);
        return finish_sheet(paper_.height());
    }
    if (digit(parameters[0]) > 1) return error("GS V " + std::to_string(mode));
    finish_sheet(paper_.height() - model_.cutter_dots);  // the cutter is behind the head
}

void Interpreter::finish_sheet(int at_row)
{
    if (at_row <= 0) return error("cut with no paper in front");
    const bool fed = at_row >= paper_.height();
    Paper::Piece piece = paper_.cut(at_row);
    if (piece.through_dots) error("cut through what is printed");
    if (fed) paper_.feed(model_.cutter_dots);
    sheet_.paper = std::move(piece.dots);
    sheet_.text = std::move(piece.text);
    sheet_.wraps = piece.wraps;
    release();
    held_ = std::exchange(sheet_, {});
    offset_ = -static_cast<std::ptrdiff_t>(pending_.size());
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

void Interpreter::answer(Bytes bytes)
{
    if (answers_.size() + bytes.size() <= most_answers) answers_.insert(answers_.end(), bytes.begin(), bytes.end());
}

void Interpreter::error(std::string what)
{
    ++sheet_.error_count;
    if (sheet_.errors.size() < most_errors)
        sheet_.errors.push_back({static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset_, 0)), std::move(what)});
}

}  // namespace kushi::printing
