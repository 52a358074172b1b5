#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kushi::printing {

/// What a printer sends back. The first byte tells what it is (Epson, "Identifying the status").
struct AutomaticStatus {  ///< four bytes that come by themselves while GS a is on
    std::array<std::uint8_t, 4> bytes;
    friend bool operator==(const AutomaticStatus&, const AutomaticStatus&) = default;
};
struct RealTimeStatus {  ///< the answer to DLE EOT; it does not say to which of them
    std::uint8_t byte;
    friend bool operator==(const RealTimeStatus&, const RealTimeStatus&) = default;
};
struct ProcessIdAnswer {  ///< everything in front of this GS ( H is on paper
    std::string id;
    friend bool operator==(const ProcessIdAnswer&, const ProcessIdAnswer&) = default;
};
struct ClearAnswer {  ///< DLE DC4 8 has emptied the buffers
    friend bool operator==(const ClearAnswer&, const ClearAnswer&) = default;
};
struct InformationText {  ///< GS I 65 to 69
    std::string text;
    friend bool operator==(const InformationText&, const InformationText&) = default;
};
struct FlowControl {  ///< XON, XOFF
    bool may_send;
    friend bool operator==(const FlowControl&, const FlowControl&) = default;
};
struct SequentialStatus {  ///< GS r, and the one byte answers of GS I
    std::uint8_t byte;
    friend bool operator==(const SequentialStatus&, const SequentialStatus&) = default;
};
struct Noise {  ///< a byte that no printer of this kind sends there
    std::uint8_t byte;
    friend bool operator==(const Noise&, const Noise&) = default;
};
using PrinterAnswer = std::variant<AutomaticStatus, RealTimeStatus, ProcessIdAnswer, ClearAnswer, InformationText,
                                   FlowControl, SequentialStatus, Noise>;

/// Reads a printer's bytes as they come, in pieces of any size. A block (process id, clear answer, text) may have
/// status bytes in its middle, and some of those look like its letters: every reading of the block is followed until
/// its end tells which one holds. Where two hold, the one with the expected id wins, else letters. Memory is bounded
/// whatever comes.
class StatusParser {
public:
    /// The process id that is due: "AA0" and an answer cut by a status that begins like a 0 are told apart only so.
    void expect(const std::string& process_id);
    std::vector<PrinterAnswer> feed(std::span<const std::uint8_t> bytes);
    /// Forgets what was begun.
    void reset();

private:
    /// One way to read the block so far: its own bytes, and the status found between them.
    struct Reading {
        std::string block;
        std::vector<PrinterAnswer> between;
        std::array<std::uint8_t, 4> automatic{};
        std::size_t automatic_bytes = 0;  ///< of an automatic status begun, 0 for none
    };

    void take(std::uint8_t byte, std::vector<PrinterAnswer>& answers);
    void take_first(std::uint8_t byte, std::vector<PrinterAnswer>& answers);
    void take_in_block(std::uint8_t byte, std::vector<PrinterAnswer>& answers);
    [[nodiscard]] bool may_become_expected(const std::string& ended, const std::vector<Reading>& longer) const;
    static void extend(const Reading& reading, std::uint8_t byte, std::vector<Reading>& readings);

    std::array<std::uint8_t, 4> automatic_{};
    std::size_t automatic_bytes_ = 0;
    std::vector<Reading> readings_;  ///< empty outside a block
    std::string expected_;           ///< a block without its end, empty for none
};

/// What a printer last said about itself.
struct PrinterState {
    bool offline = false;
    bool cover_open = false;
    bool paper_out = false;
    bool paper_near_end = false;  ///< a hint only: these sensors lie
    bool error = false;
    bool drawer_pin_high = false;

    void take(const AutomaticStatus& status);
    /// `question` is the n of the DLE EOT that was asked: 1, 2, 3 or 4.
    void take(int question, RealTimeStatus status);
    /// Why it does not print: cover, paper, error or offline; empty when it does.
    [[nodiscard]] std::string_view reason() const;
    friend bool operator==(const PrinterState&, const PrinterState&) = default;
};

}  // namespace kushi::printing
