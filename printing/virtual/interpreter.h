#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "printing/escpos/status.h"
#include "printing/raster/bitmap.h"
#include "printing/virtual/characters.h"
#include "printing/virtual/paper.h"

namespace kushi::printing {

/// Something a printer would ignore or print as rubbish.
struct PaperError {
    std::size_t offset;  ///< in the sheet's bytes
    std::string what;
};

/// One piece of paper, from cut to cut.
struct Sheet {
    Bitmap paper;
    std::vector<std::uint8_t> bytes;  ///< what made it, at most 4 MiB of it
    std::string text;                 ///< its lines as decoded, in x order; pictures give none
    std::vector<std::string> codes;   ///< what its QR codes say
    std::vector<PaperError> errors;   ///< the first 50
    std::size_t error_count = 0;
    std::vector<std::string> process_ids;  ///< answered while it was printed
    int drawer_kicks = 0;
    int wraps = 0;  ///< lines that were longer than the paper
};

/// An ESC/POS printer's inside: takes bytes one after another, makes sheets and answers. Written from the printers'
/// references, not from our encoder, so that it can catch the encoder's mistakes. Takes any bytes; memory is bounded.
class Interpreter {
public:
    struct Model {
        int width_dots = 576;
        int cutter_dots = 110;  ///< from the head to the cutter, 13.7 mm
        bool kanji_rom = true;  ///< without: FS commands are unknown and no byte leads a kanji
        std::string name = "Virtual";
    };

    explicit Interpreter(Model model);

    void feed(std::uint8_t byte);
    /// DLE DC4 8: drops a half-received command and the unprinted line; paper that is printed stays.
    void clear_buffers();
    /// What GS r and GS a answer from.
    void sense(const PrinterState& state) { state_ = state; }
    [[nodiscard]] bool automatic_status() const { return automatic_status_; }
    /// False once GS ( D has switched the real-time drawer pulse off.
    [[nodiscard]] bool real_time_pulse() const { return real_time_pulse_; }
    void kick_drawer();
    [[nodiscard]] int drawer_kicks() const { return drawer_kicks_; }
    /// Whether a process id behind something printed stays unanswered from now on.
    void lose_answers(bool lose) { loses_answers_ = lose; }

    std::vector<std::uint8_t> take_answers();
    /// The sheets that left. The last one waits for the process id that stands behind its cut; `release` waits no more.
    std::vector<Sheet> take_sheets();
    void release();
    /// Whether something is printed that no cut has ended.
    [[nodiscard]] bool has_paper_hanging() const { return !paper_.is_blank(); }
    /// Ends it as if torn off by hand.
    void tear_off();

private:
    using Bytes = std::span<const std::uint8_t>;
    void reset();
    void try_command();
    void process_id(Bytes id);
    void print_character();
    void print_kanji();
    void put(const std::optional<std::string>& character, bool kanji);
    void control(std::uint8_t byte);
    bool escape(char code, Bytes parameters);
    bool kanji_command(char code, Bytes parameters);
    bool group(char code, Bytes parameters);
    bool extended(Bytes command);
    void symbol(Bytes command);
    void print_symbol();
    void print_mode(std::uint8_t bits);
    void kanji_mode(std::uint8_t bits);
    void both_sizes(int wide, int high);
    void raster(Bytes parameters);
    void cut(Bytes parameters);
    void finish_sheet(int at_row);
    void inform(std::uint8_t which);
    void answer(Bytes bytes);
    void error(std::string what);
    void consumed(std::size_t count);

    Model model_;
    CharacterGenerator characters_;
    Paper paper_;
    PrinterState state_;
    std::vector<std::uint8_t> pending_;  ///< a command whose end has not come
    std::size_t skip_ = 0;               ///< bytes of a command too long to be true
    std::vector<std::uint8_t> answers_;
    std::vector<Sheet> sheets_;
    std::optional<Sheet> held_;  ///< cut, and nothing was printed since
    Sheet sheet_;
    std::ptrdiff_t offset_ = 0;  ///< of the command's first byte in the sheet; below 0 for one begun before it
    int drawer_kicks_ = 0;
    bool loses_answers_ = false;

    Lettering latin_, kanji_;
    bool font_b_ = false;
    int letter_space_ = 0, kanji_left_ = 0, kanji_right_ = 0;
    int table_ = 0, international_ = 0;
    int kanji_system_ = 0;   ///< FS C: 0 JIS, 1 Shift JIS
    bool kanji_on_ = false;  ///< FS &
    bool automatic_status_ = false;
    bool real_time_pulse_ = true;
    std::string symbol_data_;
    int symbol_module_ = 3, symbol_level_ = 0;
};

}  // namespace kushi::printing
