#include "tests/printing/escpos_judge.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>

namespace kushi::printing {
namespace {

std::string decoded(const std::string& bytes, const char* name)
{
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name, &error);
    const icu::UnicodeString text{bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, error};
    ucnv_close(converter);
    std::string utf8;
    return text.toUTF8String(utf8);
}

class Reader {
public:
    Reader(std::span<const std::uint8_t> job, int dots) : job_{job}, dots_{dots} {}

    Judgement read()
    {
        while (at_ < job_.size()) step();
        if (!line_.empty()) error("text without a line end");
        return std::move(result_);
    }

private:
    void error(const std::string& what) { result_.errors.push_back(what + " at byte " + std::to_string(at_)); }

    int byte()
    {
        if (at_ < job_.size()) return job_[at_++];
        error("the job ends within a command");
        return 0;
    }

    int word()
    {
        const int low = byte();
        return low + 256 * byte();
    }

    void expect(const char* command, int value, std::initializer_list<int> allowed)
    {
        if (std::find(allowed.begin(), allowed.end(), value) == allowed.end())
            error(std::string{command} + " with parameter " + std::to_string(value));
    }

    void step()
    {
        const int first = byte();
        switch (first) {
            case 0x0a: end_line(); break;
            case 0x1b: esc(byte()); break;
            case 0x1c: fs(byte()); break;
            case 0x1d: gs(byte()); break;
            default: character(first);
        }
    }

    void character(int first)
    {
        if (first < 0x20 || first == 0x7f) return error("control byte " + std::to_string(first));
        const bool lead = kanji_ && ((first >= 0x81 && first <= 0x9f) || (first >= 0xe0 && first <= 0xef));
        line_.push_back(static_cast<char>(first));
        if (lead) {
            const int trail = byte();
            if (trail < 0x40 || trail == 0x7f || trail > 0xfc) error("trail byte " + std::to_string(trail));
            line_.push_back(static_cast<char>(trail));
        } else if (kanji_ && first > 0x7e && (first < 0xa1 || first > 0xdf)) {
            error("byte " + std::to_string(first) + " is no character");
        } else if (kanji_ && first == 0x5c) {
            // The text of the job is Japanese ASCII: decode the yen sign by a mark that ICU's table keeps.
            line_.back() = '\x01';
        }
        x_ += (lead ? 24 : 12) * size_;
        if (x_ > dots_) error("text reaches dot " + std::to_string(x_));
    }

    void end_line()
    {
        std::string text = decoded(line_, kanji_ ? "ibm-943_P15A-2003" : "ibm-437_P100-1995");
        for (std::size_t at = text.find('\x01'); at != std::string::npos; at = text.find('\x01')) text.replace(at, 1, "¥");
        result_.lines.push_back(text);
        result_.fed_dots += spacing_;
        line_.clear();
        x_ = 0;
    }

    void must_be_at_line_start(const char* what)
    {
        if (!line_.empty() || x_ != 0) error(std::string{what} + " within a line");
    }

    void esc(int command)
    {
        switch (command) {
            case '@':
                ++result_.resets;
                kanji_ = false;
                size_ = 1;
                break;
            case 'R': expect("ESC R", byte(), {0, 8}); break;
            case 't': expect("ESC t", byte(), {0, 1}); break;
            case '3': spacing_ = byte(); break;
            case 'J':
                must_be_at_line_start("ESC J");
                result_.fed_dots += byte();
                break;
            case '$':
                x_ = word();
                if (x_ >= dots_) error("position " + std::to_string(x_));
                break;
            case 'E': expect("ESC E", byte(), {0, 1}); break;
            case '-': expect("ESC -", byte(), {0, 1, 2}); break;
            case 'a':
                must_be_at_line_start("ESC a");
                expect("ESC a", byte(), {0, 1, 2});
                break;
            default: error("unknown ESC " + std::to_string(command));
        }
    }

    void fs(int command)
    {
        switch (command) {
            case '&': kanji_ = true; break;
            case 'C': expect("FS C", byte(), {1}); break;
            case 'S':
                expect("FS S", byte(), {0});
                expect("FS S", byte(), {0});
                break;
            case '-': expect("FS -", byte(), {0, 1, 2}); break;
            default: error("unknown FS " + std::to_string(command));
        }
    }

    void gs(int command)
    {
        switch (command) {
            case '!': {
                const int parameter = byte();
                expect("GS !", parameter, {0x00, 0x11, 0x22, 0x33});
                size_ = parameter % 16 + 1;
                break;
            }
            case 'B': expect("GS B", byte(), {0, 1}); break;
            case 'a': expect("GS a", byte(), {0x0f}); break;
            case 'V':
                must_be_at_line_start("GS V");
                expect("GS V", byte(), {66});
                expect("GS V 66", byte(), {0});
                ++result_.cuts;
                break;
            case 'v': picture(); break;
            case '(': extended(); break;
            default: error("unknown GS " + std::to_string(command));
        }
    }

    void picture()
    {
        must_be_at_line_start("GS v 0");
        expect("GS v", byte(), {'0'});
        expect("GS v 0", byte(), {0});
        const int width = word();
        const int rows = word();
        if (width < 1 || width * 8 > dots_ || rows < 1 || rows > 256) error("picture size");
        const auto length = static_cast<std::size_t>(width) * static_cast<std::size_t>(rows);
        if (job_.size() - at_ < length) return error("picture is cut off");
        at_ += length;
        result_.fed_dots += rows;
        ++result_.pictures;
        result_.lines.emplace_back("[picture]");
    }

    void extended()
    {
        const int function = byte();
        const auto length = static_cast<std::size_t>(word());
        if (job_.size() - at_ < length) return error("GS ( is cut off");
        const auto parameters = job_.subspan(at_, length);
        at_ += length;
        if (function == 'k' && length > 3 && parameters[1] == 0x50) {
            const std::string data{parameters.begin() + 3, parameters.end()};
            if (std::any_of(data.begin(), data.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
                error("control byte in a QR code");
            result_.lines.push_back("[qr " + data + "]");
        } else if (function != 'k' && function != 'D') {
            error("unknown GS ( " + std::to_string(function));
        }
    }

    std::span<const std::uint8_t> job_;
    int dots_;
    std::size_t at_ = 0;
    Judgement result_;
    std::string line_;
    int x_ = 0;
    int size_ = 1;
    int spacing_ = 30;
    bool kanji_ = false;
};

}  // namespace

Judgement judge(std::span<const std::uint8_t> job, int dots) { return Reader{job, dots}.read(); }

bool holds_real_time_command(std::span<const std::uint8_t> job)
{
    for (std::size_t i = 0; i + 1 < job.size(); ++i)
        if (job[i] == 0x10 && (job[i + 1] == 0x04 || job[i + 1] == 0x05 || job[i + 1] == 0x14)) return true;
    return false;
}

}  // namespace kushi::printing
