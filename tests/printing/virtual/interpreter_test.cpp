#include "printing/virtual/interpreter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "printing/virtual/device.h"

namespace kushi::printing {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string reset = "\x1B@"s;
const std::string japanese = "\x1C&\x1C\x43\x01\x1BR\x08\x1Bt\x01"s;  // FS &, FS C 1, ESC R 8, ESC t 1
const std::string cut = "\x1DV\x42\x00"s;

std::vector<Sheet> printed(const std::string& bytes, Interpreter::Model model = {})
{
    Interpreter interpreter{std::move(model)};
    for (const char byte : bytes) interpreter.feed(static_cast<std::uint8_t>(byte));
    interpreter.release();
    return interpreter.take_sheets();
}

Sheet one_sheet(const std::string& bytes, Interpreter::Model model = {})
{
    std::vector<Sheet> sheets = printed(bytes, std::move(model));
    EXPECT_EQ(sheets.size(), 1u);
    return sheets.empty() ? Sheet{} : std::move(sheets.front());
}

int black_dots(const Bitmap& paper, int from_x = 0, int to_x = 10'000)
{
    int black = 0;
    for (int y = 0; y < paper.height(); ++y) {
        for (int x = from_x; x < std::min(to_x, paper.width()); ++x) black += paper.dot(x, y) ? 1 : 0;
    }
    return black;
}

/// The rows from the first to the last black one.
int dots_high(const Bitmap& paper)
{
    int first = -1;
    int last = -1;
    for (int y = 0; y < paper.height(); ++y) {
        if (paper.row_is_white(y)) continue;
        if (first < 0) first = y;
        last = y;
    }
    return first < 0 ? 0 : last - first + 1;
}

TEST(Interpreter, ReadsTextInTheCodeThatWasChosen)
{
    struct Case {
        const char* why;
        std::string bytes;
        std::string text;
    };
    for (const auto& c : {
             Case{"ASCII", "Head spa 1,200\n", "Head spa 1,200\n"},
             Case{"code table 0 is cp437", "caf\x82\n", "café\n"},
             Case{"WPC1252 has the euro", "\x1Bt\x10\x80 5\n", "€ 5\n"},
             Case{"cp858 has it elsewhere", "\x1Bt\x13\xD5 5\n", "€ 5\n"},
             Case{"5Ch in the USA", "\\\n", "\\\n"},
             Case{"5Ch in Japan", "\x1BR\x08\\1,200\n", "¥1,200\n"},
             Case{"23h in the UK", "\x1BR\x03#5\n", "£5\n"},
             Case{"Shift JIS", japanese + "\x8D\x87\x8C\x76\n", "合計\n"},
             Case{"a trail byte that is 5Ch", japanese + "\x95\x5C\n", "表\n"},
             Case{"row 13", japanese + "\x87\x40\n", "①\n"},
             Case{"half-width katakana", japanese + "\xB1\xB2\n", "ｱｲ\n"},
             Case{"JIS codes between FS & and FS .", "\x1C&\x39\x67\x37\x57\x1C.9g\n", "合計9g\n"},
             Case{"box lines of table 1 outside Shift JIS", "\x1Bt\x01\x9C\n", "╭\n"},
         }) {
        const Sheet sheet = one_sheet(reset + c.bytes + cut);
        EXPECT_EQ(sheet.text, c.text) << c.why;
        EXPECT_EQ(sheet.error_count, 0u) << c.why;
        EXPECT_GT(black_dots(sheet.paper), 5) << c.why;
    }
}

TEST(Interpreter, CountsWhatAPrinterWouldIgnoreOrPrintAsRubbish)
{
    struct Case {
        const char* why;
        std::string bytes;
        std::string what;
    };
    for (const auto& c : {
             Case{"an unknown command", "\x1B\x01", "unknown command 27 1"},
             Case{"a command that this printer lacks", "\x1D\x28\x41\x02\x00\x00\x02"s, "unknown command 29 40"},
             Case{"a kanji that only newer models have", japanese + "\xFB\xFC\n", "no glyph"},
             Case{"half a kanji", japanese + "\x8D\n", "half a kanji"},
             Case{"a cut inside a line", "text" + cut + "\n", "cut inside a line"},
             Case{"alignment inside a line", "text\x1B\x61\x01\n", "ESC a inside a line"},
             Case{"a picture inside a line", "x\x1Dv0\x00\x01\x00\x01\x00\xFF\n"s, "picture inside a line"},
             Case{"a picture wider than the paper", "\x1Dv0\x00\x49\x00\x01\x00"s + std::string(73, '\xFF'),
                  "wider than the paper"},
             Case{"a cut in front of the cutter", "text\n\x1DV\x00"s, "cut through what is printed"},
             Case{"a command of 4 GB", "\x1D\x38L\xFF\xFF\xFF\xFF"s, "a command of 4294967302 bytes"},
             Case{"a QR code of nothing", "\x1D(k\x03\x00\x31\x51\x30"s, "QR code of nothing"},
         }) {
        Interpreter interpreter{{}};
        for (const char byte : reset + c.bytes + cut) interpreter.feed(static_cast<std::uint8_t>(byte));
        interpreter.tear_off();
        interpreter.release();
        std::string found;
        for (const Sheet& sheet : interpreter.take_sheets()) {
            for (const PaperError& error : sheet.errors) found += error.what + "; ";
        }
        EXPECT_THAT(found, HasSubstr(c.what)) << c.why;
    }
}

TEST(Interpreter, SaysWhereTheErrorStands)
{
    const Sheet sheet = one_sheet("ab\n\x1B\x01" + cut);
    ASSERT_EQ(sheet.errors.size(), 1u);
    EXPECT_EQ(sheet.errors[0].offset, 3u);
}

TEST(Interpreter, PutsTextInXOrderWithSpacesForGaps)
{
    // Amount first, then the name in front of it: ESC $ 240, ESC $ 0.
    EXPECT_EQ(one_sheet("\x1B$\xF0\x00"
                        "980\x1B$\x00\x00"
                        "Shampoo\n"s +
                        cut)
                  .text,
              "Shampoo             980\n");
    EXPECT_EQ(one_sheet("\x1B\x61\x02right\n" + cut).text, "right\n");
}

TEST(Interpreter, PlacesAndSizesLetters)
{
    const Sheet left = one_sheet("HHH\n" + cut);
    const Sheet centre = one_sheet("\x1B\x61\x01HHH\n" + cut);
    const Sheet right = one_sheet("\x1B\x61\x02HHH\n" + cut);
    EXPECT_EQ(black_dots(left.paper, 36), 0);
    EXPECT_EQ(black_dots(right.paper, 0, 540), 0);
    EXPECT_EQ(black_dots(centre.paper, 270, 306), black_dots(centre.paper));
    const Sheet big = one_sheet("\x1D!\x11HHH\n" + cut);
    EXPECT_EQ(black_dots(big.paper, 72), 0);
    EXPECT_GT(black_dots(big.paper, 36), 0);
    EXPECT_NEAR(dots_high(big.paper), 2 * dots_high(left.paper), 3);
    EXPECT_EQ(big.paper.height(), left.paper.height() + 18);  // 48 dots instead of a line's 30
    EXPECT_GT(black_dots(one_sheet("\x1B"
                                   "E\x01HHH\n" +
                                   cut)
                             .paper),
              black_dots(left.paper));
    EXPECT_GT(black_dots(one_sheet("\x1D"
                                   "B\x01HHH\n" +
                                   cut)
                             .paper),
              36 * 24 / 2);
    EXPECT_EQ(black_dots(one_sheet("\x1B-\x02HHH\n" + cut).paper) / 10, (black_dots(left.paper) + 2 * 36) / 10);
    // ESC ! makes alphanumerics big and leaves kanji, GS ! both.
    EXPECT_LT(dots_high(one_sheet(japanese + "\x1B!\x10\x8D\x87\n" + cut).paper), 25);
    EXPECT_GT(dots_high(one_sheet(japanese + "\x1D!\x01\x8D\x87\n" + cut).paper), 30);
}

TEST(Interpreter, WrapsALineThatIsTooLongAndSaysSo)
{
    const Sheet sheet = one_sheet(std::string(50, 'x') + "\n" + cut);
    EXPECT_EQ(sheet.text, std::string(48, 'x') + "\nxx\n");
    EXPECT_EQ(sheet.wraps, 1);
    EXPECT_EQ(one_sheet(std::string(33, 'x') + "\n" + cut, {384}).wraps, 1);
}

TEST(Interpreter, DrawsPicturesDotByDot)
{
    const Sheet sheet = one_sheet("\x1Dv0\x00\x02\x00\x02\x00\x80\x01\xFF\x00"s + cut);
    EXPECT_EQ(black_dots(sheet.paper), 10);
    EXPECT_EQ(dots_high(sheet.paper), 2);
    EXPECT_TRUE(sheet.paper.dot(0, 110) && sheet.paper.dot(15, 110) && sheet.paper.dot(7, 111));
    EXPECT_EQ(sheet.text, "");
    const Sheet doubled = one_sheet("\x1Dv0\x03\x01\x00\x01\x00\x80"s + cut);
    EXPECT_EQ(black_dots(doubled.paper), 4);
}

TEST(Interpreter, DrawsQrCodes)
{
    const std::string data = "https://example.jp/r/A-000123";
    const std::string store = "\x1D(k"s + static_cast<char>(data.size() + 3) + "\x00\x31\x50\x30"s + data;
    const Sheet sheet = one_sheet("\x1D(k\x03\x00\x31\x43\x04\x1D(k\x03\x00\x31\x45\x31"s + store +
                                  "\x1D(k\x03\x00\x31\x51\x30"s + cut);
    EXPECT_THAT(sheet.codes, ElementsAre(data));
    EXPECT_EQ(sheet.error_count, 0u);
    EXPECT_EQ(dots_high(sheet.paper) % 4, 0);
    EXPECT_TRUE(sheet.paper.dot(0, 110) && sheet.paper.dot(27, 110));  // the finder, seven modules of four dots
    EXPECT_FALSE(sheet.paper.dot(28, 110));
}

TEST(Interpreter, CutsBehindTheHead)
{
    // GS V 0 without feeding: the last 110 dots hang from the printer and begin the next sheet.
    const auto sheets = printed("one\n" +
                                std::string("\x1B"
                                            "d\x05two\n") +
                                "\x1DV\x00"s + "three\n" + cut);
    ASSERT_EQ(sheets.size(), 2u);
    EXPECT_EQ(sheets[0].text, "one\n");
    EXPECT_EQ(sheets[1].text, "two\nthree\n");
    EXPECT_EQ(sheets[0].error_count, 1u);
    const auto fed = printed("one\n" + cut + "two\n" + cut);
    ASSERT_EQ(fed.size(), 2u);
    EXPECT_EQ(fed[0].text + fed[1].text, "one\ntwo\n");
    EXPECT_EQ(fed[0].paper, printed("one\n" + cut)[0].paper);
}

TEST(Interpreter, AnswersWhatItIsAsked)
{
    struct Case {
        const char* why;
        std::string bytes;
        std::string answer;
    };
    for (const auto& c : {Case{"a process id",
                               "\x1D(H\x06\x00\x30\x30"
                               "A0#z"s,
                               "\x37\x22"
                               "A0#z\x00"s},
                          Case{"GS r 1", "\x1Dr\x01", "\x00"s}, Case{"GS I 66", "\x1DI\x42", "_KUSHI\x00"s},
                          Case{"GS a tells at once",
                               "\x1D"
                               "a\x0F",
                               "\x10\x00\x00\x0F"s},
                          Case{"GS a 0 tells nothing",
                               "\x1D"
                               "a\x00"s,
                               ""}}) {
        Interpreter interpreter{{}};
        for (const char byte : c.bytes) interpreter.feed(static_cast<std::uint8_t>(byte));
        const auto answers = interpreter.take_answers();
        EXPECT_EQ(std::string(answers.begin(), answers.end()), c.answer) << c.why;
    }
}

TEST(Interpreter, NotesTheProcessIdBehindTheCutWithItsSheet)
{
    const std::string head = "\x1D(H\x06\x00\x30\x30"s;
    const auto sheets =
        printed(head + "AAAAone\n" + cut + head + "BBBB" + head + "CCCCtwo\n" + cut + reset + head + "DDDD");
    ASSERT_EQ(sheets.size(), 2u);
    EXPECT_THAT(sheets[0].process_ids, ElementsAre("AAAA", "BBBB"));
    EXPECT_THAT(sheets[1].process_ids, ElementsAre("CCCC"));
    EXPECT_THAT(std::string(sheets[0].bytes.begin(), sheets[0].bytes.end()), testing::EndsWith("BBBB"));
}

TEST(Interpreter, KeepsTheRollToFourMetres)
{
    std::string feeding;
    for (int i = 0; i < 200; ++i) feeding += "x\x1BJ\xFF";
    const auto sheets = printed(feeding + cut);
    ASSERT_EQ(sheets.size(), 2u);
    EXPECT_EQ(sheets[0].paper.height(), Paper::most_rows);
    ASSERT_FALSE(sheets[0].errors.empty());
    EXPECT_EQ(sheets[0].errors.back().what, "paper without end");
    EXPECT_NO_THROW(png_of(sheets[0].paper));
}

TEST(Interpreter, WithoutKanjiTakesEveryByteAlone)
{
    const Sheet sheet = one_sheet(reset + "\x1Bt\x10\xC9t\xE9\n" + cut, {.kanji_rom = false});
    EXPECT_EQ(sheet.text, "Été\n");
    EXPECT_EQ(one_sheet("\x1C&x\n" + cut, {.kanji_rom = false}).error_count, 1u);
}

TEST(Device, ExecutesRealTimeCommandsInsideAPicture)
{
    const auto receive = [](Device& device, const std::string& bytes) {
        for (const char byte : bytes) device.receive(static_cast<std::uint8_t>(byte));
        const auto answers = device.take_answers();
        return std::string(answers.begin(), answers.end());
    };
    const std::string picture = "\x1Dv0\x00\x01\x00\x08\x00\x10\x04\x01\x10\x14\x01\x00\x01"s;
    Device open{{}};
    EXPECT_EQ(receive(open, picture), "\x12");
    EXPECT_EQ(open.interpreter().drawer_kicks(), 1);
    Device guarded{{}};
    EXPECT_EQ(receive(guarded, "\x1D(D\x05\x00\x14\x01\x00\x02\x00"s + picture), "\x12");
    EXPECT_EQ(guarded.interpreter().drawer_kicks(), 0);
    EXPECT_EQ(receive(guarded, "\x1Bp\x00\x19\xFA"s), "");
    EXPECT_EQ(guarded.interpreter().drawer_kicks(), 1);
}

TEST(Device, HoldsTheRestWhileItIsOffline)
{
    Device device{{}};
    const auto receive = [&](const std::string& bytes) {
        for (const char byte : bytes) device.receive(static_cast<std::uint8_t>(byte));
        const auto answers = device.take_answers();
        return std::string(answers.begin(), answers.end());
    };
    const std::string id =
        "\x1D(H\x06\x00\x30\x30"
        "AAAA"s;
    EXPECT_EQ(receive("\x1D"
                      "a\x0F"),
              "\x10\x00\x00\x0F"s);
    PrinterState out;
    out.paper_out = true;
    device.set_state(out);
    EXPECT_EQ(receive("text\n" + cut + id), "\x18\x00\x0C\x0F"s);
    EXPECT_EQ(receive("\x10\x04\x01\x10\x04\x02\x10\x04\x04"), "\x1A\x32\x72");
    device.set_state({});
    EXPECT_EQ(receive(""),
              "\x10\x00\x00\x0F\x37\x22"
              "AAAA\x00"s);
    EXPECT_EQ(device.interpreter().take_sheets().size(), 1u);
}

TEST(Device, ClearsAHalfReceivedCommand)
{
    Device device{{}};
    // A picture that ends too soon would swallow the next job.
    for (const char byte : "\x1Dv0\x00\x48\x00\xFF\x00\xAA"s) device.receive(static_cast<std::uint8_t>(byte));
    for (const char byte : "\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"s) device.receive(static_cast<std::uint8_t>(byte));
    EXPECT_EQ(device.take_answers(), (std::vector<std::uint8_t>{0x37, 0x25, 0x00}));
    for (const char byte : "next\n" + cut) device.receive(static_cast<std::uint8_t>(byte));
    device.interpreter().release();
    const auto sheets = device.interpreter().take_sheets();
    ASSERT_EQ(sheets.size(), 1u);
    EXPECT_EQ(sheets[0].text, "next\n");
    EXPECT_EQ(sheets[0].error_count, 0u);
}

/// A few bytes that are a command more often than not, with small numbers, so that every road is walked.
std::string hostile_piece(std::mt19937& random)
{
    static constexpr std::string_view prefixes = "\x1B\x1C\x1D\x10";
    static constexpr std::string_view codes = "!$-@()*BCDEGHIJKLMPRSTVWadkprtv0 82&.\\\x04\x14";
    const auto of = [&](std::string_view bytes) { return bytes[random() % bytes.size()]; };
    switch (random() % 40) {
        case 0:
            return std::string(1, static_cast<char>(random()));
        case 1:
            return "\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"s;
        case 2:
            return cut;
        case 3:
            return "\x1D(k"s + static_cast<char>(random() % 8) + "\x00\x31"s + static_cast<char>(64 + random() % 20) +
                   "0ab"s;
        case 4:
            return "\x1Dv0"s + static_cast<char>(random() % 4) + static_cast<char>(random() % 90) + "\x00\x03\x00"s;
        case 5:
            return japanese;
        case 6:
            return "\n";
        default:
            break;
    }
    if (random() % 2 == 0)
        return "\x8D\x87"
               "A\xFB\xFCz\x9F"s.substr(0, random() % 8);
    std::string piece{of(prefixes), of(codes)};
    for (auto parameters = random() % 5; parameters > 0; --parameters)
        piece += static_cast<char>(random() % 4 == 0 ? random() % 256 : random() % 3);
    return piece;
}

TEST(Device, OutlivesAnyBytesWithinBounds)
{
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        std::mt19937 random{seed};
        Device device{{.kanji_rom = seed % 3 != 0}};
        std::size_t sheets = 0;
        for (int i = 0; i < 5'000; ++i) {
            for (const char byte : hostile_piece(random)) device.receive(static_cast<std::uint8_t>(byte));
            if (random() % 100 == 0) {
                PrinterState state;
                state.paper_out = random() % 3 == 0;
                device.set_state(state);
            }
            for (const Sheet& sheet : device.interpreter().take_sheets()) {
                ++sheets;
                ASSERT_GT(sheet.paper.height(), 0) << "seed " << seed;
                ASSERT_LE(sheet.paper.height(), Paper::most_rows) << "seed " << seed;
                ASSERT_LE(sheet.errors.size(), 50u) << "seed " << seed;
                ASSERT_LE(sheet.process_ids.size(), 1000u) << "seed " << seed;
            }
            ASSERT_LE(device.take_answers().size(), 65'536u) << "seed " << seed;
        }
        EXPECT_GT(sheets, 0u) << "seed " << seed;
    }
}

TEST(Device, OutlivesNoise)
{
    std::mt19937 random{20'261'122};
    Device device{{}};
    for (int i = 0; i < 60'000; ++i) {
        device.receive(static_cast<std::uint8_t>(random()));
        if (i % 1000 == 0) {
            for (const char byte : "\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"s)
                device.receive(static_cast<std::uint8_t>(byte));
        }
        static_cast<void>(device.interpreter().take_sheets());
    }
    for (const char byte : reset + "after all\n" + cut) device.receive(static_cast<std::uint8_t>(byte));
    device.interpreter().release();
    const auto sheets = device.interpreter().take_sheets();
    ASSERT_FALSE(sheets.empty());
}

}  // namespace
}  // namespace kushi::printing
