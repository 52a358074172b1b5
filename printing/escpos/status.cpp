#include "printing/escpos/status.h"

#include <algorithm>
#include <iterator>

namespace kushi::printing {
namespace {

constexpr std::uint8_t block_of_answer = 0x37;
constexpr std::uint8_t block_of_text = 0x5F;
constexpr std::uint8_t process_id_kind = 0x22;
constexpr std::uint8_t clear_kind = 0x25;
constexpr std::size_t longest_block = 128;  // GS I answers at most 80 characters
constexpr std::size_t most_readings = 64;

bool begins_automatic(std::uint8_t byte)
{
    return (byte & 0x93u) == 0x10u;
}
bool continues_automatic(std::uint8_t byte)
{
    return (byte & 0x90u) == 0;
}
bool is_real_time(std::uint8_t byte)
{
    return (byte & 0x93u) == 0x12u;
}
bool is_flow_control(std::uint8_t byte)
{
    return byte == 0x11 || byte == 0x13;
}
bool is_letter(std::uint8_t byte)
{
    return byte >= 0x20;
}
FlowControl flow_control(std::uint8_t byte)
{
    return {byte == 0x11};
}

bool is_process_id(const std::string& block)
{
    return block.size() >= 2 && block[0] == block_of_answer && block[1] == process_id_kind;
}
bool is_clear(const std::string& block)
{
    return block.size() >= 2 && block[0] == block_of_answer && block[1] == clear_kind;
}

/// Whether `byte` can be the next of this block's own bytes.
bool fits(const std::string& block, std::uint8_t byte)
{
    if (is_process_id(block)) return block.size() < 6 ? is_letter(byte) && byte <= 0x7E : byte == 0;
    if (is_clear(block)) return byte == 0;
    if (block[0] == block_of_answer) return byte == process_id_kind || byte == clear_kind;
    return byte == 0 || (is_letter(byte) && block.size() < longest_block);
}

PrinterAnswer answer_of(const std::string& block)
{
    if (is_process_id(block)) return ProcessIdAnswer{block.substr(2)};
    if (is_clear(block)) return ClearAnswer{};
    return InformationText{block.substr(1)};
}

}  // namespace

void StatusParser::expect(const std::string& process_id)
{
    expected_ = {static_cast<char>(block_of_answer), static_cast<char>(process_id_kind)};
    expected_ += process_id;
}

std::vector<PrinterAnswer> StatusParser::feed(std::span<const std::uint8_t> bytes)
{
    std::vector<PrinterAnswer> answers;
    for (const std::uint8_t byte : bytes) take(byte, answers);
    return answers;
}

void StatusParser::reset()
{
    automatic_bytes_ = 0;
    readings_.clear();
}

void StatusParser::take(std::uint8_t byte, std::vector<PrinterAnswer>& answers)
{
    if (is_flow_control(byte)) {  // may stand anywhere, and is nothing else anywhere
        answers.emplace_back(flow_control(byte));
    } else if (!readings_.empty()) {
        take_in_block(byte, answers);
    } else if (automatic_bytes_ > 0 && continues_automatic(byte)) {
        automatic_[automatic_bytes_++] = byte;
        if (automatic_bytes_ == automatic_.size()) {
            answers.emplace_back(AutomaticStatus{automatic_});
            automatic_bytes_ = 0;
        }
    } else {
        for (std::size_t i = 0; i < automatic_bytes_; ++i) answers.emplace_back(Noise{automatic_[i]});
        automatic_bytes_ = 0;
        take_first(byte, answers);
    }
}

void StatusParser::take_first(std::uint8_t byte, std::vector<PrinterAnswer>& answers)
{
    if (byte == block_of_answer || byte == block_of_text) {
        readings_.push_back({std::string(1, static_cast<char>(byte)), {}});
    } else if (begins_automatic(byte)) {
        automatic_[0] = byte;
        automatic_bytes_ = 1;
    } else if (is_real_time(byte)) {
        answers.emplace_back(RealTimeStatus{byte});
    } else if ((byte & 0x90u) == 0) {
        answers.emplace_back(SequentialStatus{byte});
    } else {
        answers.emplace_back(Noise{byte});
    }
}

void StatusParser::take_in_block(std::uint8_t byte, std::vector<PrinterAnswer>& answers)
{
    std::vector<Reading> longer;
    const Reading* ended = nullptr;
    for (const Reading& reading : readings_) {
        const bool ends = reading.automatic_bytes == 0 && byte == 0 && fits(reading.block, byte);
        if (!ends)
            extend(reading, byte, longer);
        else if (ended == nullptr || reading.block == expected_)
            ended = &reading;
    }
    if (ended != nullptr && !may_become_expected(ended->block, longer)) {
        answers.insert(answers.end(), ended->between.begin(), ended->between.end());
        answers.push_back(answer_of(ended->block));
        readings_.clear();
        return;
    }
    if (longer.empty()) {  // no reading holds: the block was none, and this byte may begin something true
        for (const char lost : readings_.front().block) answers.emplace_back(Noise{static_cast<std::uint8_t>(lost)});
        readings_.clear();
        take_first(byte, answers);
        return;
    }
    if (longer.size() > most_readings) longer.resize(most_readings);
    readings_ = std::move(longer);
}

/// Whether one of the readings that go on may end in the expected id. Then the id that ended here is not what the
/// printer meant; were it meant, nobody would believe it.
bool StatusParser::may_become_expected(const std::string& ended, const std::vector<Reading>& longer) const
{
    if (!is_process_id(ended) || expected_.empty() || ended == expected_) return false;
    return std::ranges::any_of(longer, [&](const Reading& other) { return expected_.starts_with(other.block); });
}

/// Adds what `reading` may have become with `byte`, letters first.
void StatusParser::extend(const Reading& reading, std::uint8_t byte, std::vector<Reading>& readings)
{
    if (reading.automatic_bytes > 0) {
        if (!continues_automatic(byte)) return;
        Reading next = reading;
        next.automatic[next.automatic_bytes++] = byte;
        if (next.automatic_bytes == next.automatic.size()) {
            next.between.emplace_back(AutomaticStatus{next.automatic});
            next.automatic_bytes = 0;
        }
        readings.push_back(std::move(next));
        return;
    }
    if (byte != 0 && fits(reading.block, byte)) {
        readings.push_back(reading);
        readings.back().block.push_back(static_cast<char>(byte));
    }
    if (reading.between.size() >= longest_block) return;  // a storm without end is no block
    if (begins_automatic(byte)) {
        readings.push_back(reading);
        readings.back().automatic[0] = byte;
        readings.back().automatic_bytes = 1;
    } else if (is_real_time(byte)) {
        readings.push_back(reading);
        readings.back().between.emplace_back(RealTimeStatus{byte});
    }
}

void PrinterState::take(const AutomaticStatus& status)
{
    const auto& [first, second, third, fourth] = status.bytes;
    drawer_pin_high = (first & 0x04u) != 0;
    offline = (first & 0x08u) != 0;
    cover_open = (first & 0x20u) != 0;
    error = (second & 0x68u) != 0;  // cutter, unrecoverable, recovers by itself
    paper_near_end = (third & 0x03u) != 0;
    paper_out = (third & 0x0Cu) != 0;
    static_cast<void>(fourth);
}

void PrinterState::take(int question, RealTimeStatus status)
{
    const auto bit = [byte = status.byte](unsigned number) { return (byte >> number & 1u) != 0; };
    switch (question) {
        case 1:
            drawer_pin_high = bit(2);
            offline = bit(3);
            break;
        case 2:
            cover_open = bit(2);
            paper_out = bit(5);
            error = bit(6);
            break;
        case 3:
            error = bit(3) || bit(5) || bit(6);
            break;
        case 4:
            paper_near_end = bit(2) || bit(3);
            paper_out = bit(5) || bit(6);
            break;
        default:
            break;
    }
}

std::string_view PrinterState::reason() const
{
    if (cover_open) return "cover";  // an open cover often says paper end as well
    if (paper_out) return "paper";
    if (error) return "error";
    if (offline) return "offline";
    return {};
}

}  // namespace kushi::printing
