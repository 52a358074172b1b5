#include "printing/virtual/interpreter.h"

#include <algorithm>
#include <utility>

#include "printing/virtual/grammar.h"
#include "printing/virtual/parameters.h"

namespace kushi::printing {
namespace {

constexpr std::size_t longest_command = 1u << 20u;  // 14,500 rows of a picture
constexpr std::size_t most_bytes = 4u << 20u;
constexpr std::size_t most_errors = 50;
constexpr std::size_t most_answers = 65'536;

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
