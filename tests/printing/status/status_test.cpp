#include "printing/escpos/status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace kushi::printing {
namespace {

using Bytes = std::vector<std::uint8_t>;
using Answers = std::vector<PrinterAnswer>;

Bytes operator+(Bytes left, const Bytes& right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

Bytes inserted(const Bytes& into, std::size_t at, const Bytes& what)
{
    Bytes all{into.begin(), into.begin() + static_cast<std::ptrdiff_t>(at)};
    return all + what + Bytes{into.begin() + static_cast<std::ptrdiff_t>(at), into.end()};
}

Bytes process_id(const std::string& id)
{
    return Bytes{0x37, 0x22} + Bytes{id.begin(), id.end()} + Bytes{0x00};
}

Answers read(const Bytes& bytes)
{
    StatusParser parser;
    return parser.feed(bytes);
}

TEST(StatusParser, TellsAnswersApartByTheirFirstByte)
{
    struct Case {
        const char* why;
        Bytes bytes;
        Answers answers;
    };
    for (const auto& c : {
             Case{"idle and online", {0x10, 0x00, 0x00, 0x0F}, {AutomaticStatus{{0x10, 0x00, 0x00, 0x0F}}}},
             Case{"DLE EOT", {0x12}, {RealTimeStatus{0x12}}},
             Case{"DLE EOT 4 without paper", {0x72}, {RealTimeStatus{0x72}}},
             Case{"a process id", process_id("A0#z"), {ProcessIdAnswer{"A0#z"}}},
             Case{"buffers cleared", {0x37, 0x25, 0x00}, {ClearAnswer{}}},
             Case{"GS I 67", {0x5F, 'T', 'M', '-', 'T', '8', '8', 0x00}, {InformationText{"TM-T88"}}},
             Case{"an empty text", {0x5F, 0x00}, {InformationText{""}}},
             Case{"XOFF, XON", {0x13, 0x11}, {FlowControl{false}, FlowControl{true}}},
             Case{"GS r 1, paper near its end", {0x03}, {SequentialStatus{0x03}}},
             Case{"no printer sends this", {0xFF}, {Noise{0xFF}}},
             Case{"two in a row",
                  {0x12, 0x16, 0x00},
                  {RealTimeStatus{0x12}, RealTimeStatus{0x16}, SequentialStatus{0x00}}},
             Case{"an automatic status broken off",
                  {0x10, 0x00, 0x12},
                  {Noise{0x10}, Noise{0x00}, RealTimeStatus{0x12}}},
             Case{"a block of a kind that nobody asked for",
                  {0x37, 0x41, 0x00},
                  {Noise{0x37}, SequentialStatus{0x41}, SequentialStatus{0x00}}},
             Case{"a process id broken off",
                  {0x37, 0x22, 'A', 0xFF},
                  {Noise{0x37}, Noise{0x22}, Noise{'A'}, Noise{0xFF}}},
         }) {
        EXPECT_EQ(read(c.bytes), c.answers) << c.why;
    }
}

TEST(StatusParser, ReadsTheSameHoweverTheBytesAreSplit)
{
    const Bytes all = Bytes{0x12, 0x10, 0x00, 0x00, 0x0F} + process_id("0TR2") + Bytes{0x13, 0x37, 0x25, 0x00} +
                      Bytes{0x5F, 'T', '0', 0x00, 0x03, 0x11, 0x3C, 0x00, 0x0C, 0x00};
    const Answers expected{RealTimeStatus{0x12},
                           AutomaticStatus{{0x10, 0x00, 0x00, 0x0F}},
                           ProcessIdAnswer{"0TR2"},
                           FlowControl{false},
                           ClearAnswer{},
                           InformationText{"T0"},
                           SequentialStatus{0x03},
                           FlowControl{true},
                           AutomaticStatus{{0x3C, 0x00, 0x0C, 0x00}}};
    for (std::size_t first = 0; first <= all.size(); ++first) {
        for (std::size_t second = first; second <= all.size(); ++second) {
            StatusParser parser;
            const std::span<const std::uint8_t> bytes{all};
            Answers answers;
            for (const auto& part : {bytes.first(first), bytes.subspan(first, second - first), bytes.subspan(second)}) {
                const Answers more = parser.feed(part);
                answers.insert(answers.end(), more.begin(), more.end());
            }
            EXPECT_EQ(answers, expected) << first << ", " << second;
        }
    }
}

/// All that an automatic status may say: drawer, offline, cover, feed button; errors; paper near its end, at its end.
std::vector<Bytes> automatic_statuses()
{
    std::vector<Bytes> all;
    for (const int first : {0x10, 0x14, 0x18, 0x1C, 0x30, 0x34, 0x38, 0x3C, 0x50, 0x58, 0x78, 0x7C}) {
        for (const int second : {0x00, 0x08, 0x20, 0x40}) {
            for (const int third : {0x00, 0x03, 0x0C, 0x0F}) {
                for (const int fourth : {0x00, 0x0F}) {
                    all.push_back({static_cast<std::uint8_t>(first), static_cast<std::uint8_t>(second),
                                   static_cast<std::uint8_t>(third), static_cast<std::uint8_t>(fourth)});
                }
            }
        }
    }
    return all;
}

TEST(StatusParser, FindsABlockWithAutomaticStatusAnywhereInside)
{
    // Ids of letters that look like the beginning of an automatic status (0, 4, 8, T, |) and of a real-time answer (2,
    // r).
    for (const char* id : {"AAAA", "0000", "0408", "TTTT", "2222", "|0r2", "    ", "~~~~"}) {
        const Bytes block = process_id(id);
        for (const Bytes& status : automatic_statuses()) {
            for (std::size_t at = 0; at <= block.size(); ++at) {
                StatusParser parser;
                parser.expect(id);
                const Answers answers = parser.feed(inserted(block, at, status));
                ASSERT_THAT(answers, testing::Contains(PrinterAnswer{ProcessIdAnswer{id}})) << id << " at " << at;
                // A status in front of the block's end that reads as the id's last letter and the end: the id is right.
                if (at + 2 == block.size() && status[0] == static_cast<std::uint8_t>(id[3]) && status[1] == 0) continue;
                const AutomaticStatus seen{{status[0], status[1], status[2], status[3]}};
                const Answers expected =
                    at == block.size() ? Answers{ProcessIdAnswer{id}, seen} : Answers{seen, ProcessIdAnswer{id}};
                ASSERT_EQ(answers, expected) << id << " with " << int{status[0]} << " at " << at;
            }
        }
    }
}

TEST(StatusParser, SurvivesAStormBetweenAllBytesOfABlock)
{
    for (const Bytes& status : automatic_statuses()) {
        for (const Bytes& block : {process_id("0T4|"), Bytes{0x37, 0x25, 0x00}}) {
            Bytes stormy;
            for (const std::uint8_t byte : block) stormy = stormy + status + Bytes{byte};
            StatusParser parser;
            parser.expect("0T4|");
            const Answers answers = parser.feed(stormy);
            EXPECT_THAT(answers, testing::Contains(read(block).front())) << testing::PrintToString(status);
            if (status[0] == '|' && status[1] == 0)
                continue;  // reads as the id's end as well; its other bytes are left over
            ASSERT_EQ(answers.size(), block.size() + 1) << testing::PrintToString(status);
            EXPECT_EQ(answers.back(), read(block).front());
        }
    }
}

TEST(StatusParser, ReportsAForeignIdWhileItExpectsAnother)
{
    StatusParser parser;
    parser.expect("AAAA");
    for (const char* id : {"BBBB", "0000", "ZZZZ", "2r2r", "AAAA"})
        EXPECT_EQ(parser.feed(process_id(id)), Answers{ProcessIdAnswer{id}});
}

TEST(StatusParser, KeepsLettersInATextThatLooksLikeStatus)
{
    EXPECT_EQ(read({0x5F, 'T', 'M', '-', 'T', '0', '2', 0x00}), Answers{InformationText{"TM-T02"}});
    const Bytes status{0x18, 0x00, 0x0C, 0x0F};
    const Bytes text{0x5F, 'T', 'M', 0x00};
    for (std::size_t at = 1; at < text.size(); ++at) {
        EXPECT_EQ(read(inserted(text, at, status)),
                  (Answers{AutomaticStatus{{0x18, 0x00, 0x0C, 0x0F}}, InformationText{"TM"}}));
    }
}

TEST(StatusParser, OutlivesAnyBytesAndThenReadsTheNextAnswer)
{
    for (std::uint32_t seed = 1; seed <= 50; ++seed) {
        std::mt19937 random{seed};
        StatusParser parser;
        for (int piece = 0; piece < 200; ++piece) {
            Bytes bytes(random() % 64);
            // Mostly the bytes that begin something, so that every road is walked.
            for (auto& byte : bytes) {
                static constexpr std::array<std::uint8_t, 8> often{0x37, 0x5F, 0x22, 0x25, 0x10, 0x12, 0x30, 0x54};
                byte = static_cast<std::uint8_t>(random() % 3 == 0 ? random() : often[random() % often.size()]);
            }
            const Answers answers = parser.feed(bytes);
            ASSERT_LE(answers.size(), 4000u) << "seed " << seed;
        }
        parser.feed(Bytes(600, 0xFF));  // no block and no status goes on over these
        EXPECT_EQ(parser.feed(process_id("last")), Answers{ProcessIdAnswer{"last"}}) << "seed " << seed;
    }
}

TEST(StatusParser, GivesUpABlockThatNeverEnds)
{
    for (const Bytes& endless : {Bytes{'A'}, Bytes{0x10, 0x00, 0x00, 0x0F}, Bytes{'T'}, Bytes{0x12}}) {
        StatusParser parser;
        std::size_t answers = parser.feed(Bytes{0x5F}).size();
        for (int i = 0; i < 2000; ++i) answers += parser.feed(endless).size();
        EXPECT_GT(answers, 100u);
    }
}

TEST(PrinterState, SaysWhyItDoesNotPrint)
{
    struct Case {
        const char* why;
        std::array<std::uint8_t, 4> bytes;
        const char* reason;
    };
    for (const auto& c :
         {Case{"ready", {0x10, 0x00, 0x00, 0x0F}, ""},
          Case{"near the end is a hint only", {0x10, 0x00, 0x03, 0x0F}, ""},
          Case{"cover, which hides the paper's end", {0x38, 0x00, 0x0C, 0x0F}, "cover"},
          Case{"paper", {0x18, 0x00, 0x0C, 0x0F}, "paper"}, Case{"cutter", {0x18, 0x08, 0x00, 0x0F}, "error"},
          Case{"offline", {0x18, 0x00, 0x00, 0x0F}, "offline"}}) {
        PrinterState state;
        state.take(AutomaticStatus{c.bytes});
        EXPECT_EQ(state.reason(), c.reason) << c.why;
    }
    struct Question {
        const char* why;
        int question;
        std::uint8_t byte;
        const char* reason;
    };
    for (const auto& c :
         {Question{"offline", 1, 0x1A, "offline"}, Question{"the drawer's pin is no fault", 1, 0x16, ""},
          Question{"cover", 2, 0x16, "cover"}, Question{"stopped for paper", 2, 0x32, "paper"},
          Question{"error", 2, 0x52, "error"}, Question{"cutter", 3, 0x1A, "error"}, Question{"near end", 4, 0x1E, ""},
          Question{"paper end", 4, 0x72, "paper"}}) {
        PrinterState state;
        state.take(c.question, RealTimeStatus{c.byte});
        EXPECT_EQ(state.reason(), c.reason) << c.why;
    }
}

}  // namespace
}  // namespace kushi::printing
