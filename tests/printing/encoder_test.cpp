#include "printing/escpos/encoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <random>

#include "printing/document/clusters.h"
#include "printing/document/paper.h"
#include "printing/escpos/characters.h"
#include "printing/escpos/commands.h"
#include "printing/escpos/picture.h"
#include "printing/virtual/device.h"
#include "tests/printing/escpos_judge.h"

namespace kushi::printing {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Profile& profile(const char* name) { return *find_profile(name); }

Document lines_of(std::vector<std::string> texts, Style style = {})
{
    Document document{"test", "ja", {}};
    for (auto& text : texts) document.blocks.emplace_back(TextBlock{{{std::move(text), style}}, Align::left});
    return document;
}

Encoded encoded(const Document& document, const char* name)
{
    return encode(lay_out(document, metrics_of(profile(name))), profile(name));
}

Judgement judged(const Encoded& job, const char* name) { return judge(job.bytes, profile(name).dots); }

std::string text_bytes(const Characters& characters, std::string_view cluster)
{
    std::vector<std::uint8_t> bytes;
    if (!characters.encode(cluster, bytes)) return "none";
    return {bytes.begin(), bytes.end()};
}

TEST(CharacterLadder, MapsTheTrapsOfUnicodeByHand)
{
    const Characters jp{profile("generic-80")};
    struct Case { const char* why; const char* text; const char* bytes; };
    for (const auto& c :
         {Case{"wave dash", "〜", "\x81\x60"}, Case{"full-width tilde", "～", "\x81\x60"}, Case{"minus", "−", "\x81\x7c"},
          Case{"full-width hyphen-minus", "－", "\x81\x7c"}, Case{"em dash", "—", "\x81\x5c"},
          Case{"horizontal bar", "―", "\x81\x5c"}, Case{"double line", "‖", "\x81\x61"}, Case{"parallel", "∥", "\x81\x61"},
          Case{"cent", "¢", "\x81\x91"}, Case{"pound", "£", "\x81\x92"}, Case{"not", "¬", "\x81\xca"},
          Case{"ellipsis", "…", "\x81\x63"}, Case{"yen is one byte", "¥", "\x5c"},
          Case{"full-width yen", "￥", "\x81\x8f"}, Case{"backslash is the wide one", "\\", "\x81\x5f"},
          Case{"no-break space", "\u00a0", " "}, Case{"narrow no-break space", "\u202f", " "},
          Case{"a selector is dropped", "葛\U000E0100", "\x8a\x8b"}, Case{"half-width kana", "ｱ", "\xb1"},
          Case{"half-width kana with mark", "ｶﾞ", "\xb6\xde"}, Case{"circled one of row 13", "①", "\x87\x40"},
          Case{"(株) of row 13", "㈱", "\x87\x8a"}, Case{"because sign, older code", "∵", "\x81\xe6"},
          Case{"reference mark", "※", "\x81\xa6"}, Case{"ladder Ko is not in it", "髙", "none"},
          Case{"standing Saki is not in it", "﨑", "none"}, Case{"JIS X 0213", "𠮷", "none"}, Case{"euro", "€", "none"},
          Case{"accent", "é", "none"}, Case{"replacement", "\ufffd", "none"}}) {
        EXPECT_EQ(text_bytes(jp, c.text), c.bytes) << c.why;
    }
    const Characters latin{profile("clone-80")};
    for (const auto& c : {Case{"pound", "£", "\x9c"}, Case{"yen", "¥", "\x9d"}, Case{"accent", "é", "\x82"},
                          Case{"backslash", "\\", "\\"}, Case{"minus", "−", "-"}, Case{"euro", "€", "none"},
                          Case{"kana", "か", "none"}, Case{"half-width kana", "ｱ", "none"}}) {
        EXPECT_EQ(text_bytes(latin, c.text), c.bytes) << c.why;
    }
}

TEST(CharacterLadder, HoldsAllOfJisX0208AndRow13)
{
    const Characters jp{profile("generic-80")};
    UErrorCode error = U_ZERO_ERROR;
    UConverter* converter = ucnv_open("ibm-943_P15A-2003", &error);
    int tried = 0;
    for (int row = 1; row <= 84; ++row) {
        if (row > 8 && row < 16 && row != 13) continue;  // not assigned in JIS X 0208, or a vendor's
        for (int cell = 1; cell <= 94; ++cell) {
            const int lead = (row - 1) / 2 + (row <= 62 ? 0x81 : 0xc1);
            const int trail = row % 2 == 0 ? cell + 0x9e : cell + (cell < 64 ? 0x3f : 0x40);
            const std::string bytes{static_cast<char>(lead), static_cast<char>(trail)};
            const char* from = bytes.data();
            UErrorCode unknown = U_ZERO_ERROR;
            const auto c = ucnv_getNextUChar(converter, &from, from + 2, &unknown);
            ucnv_resetToUnicode(converter);
            if (U_FAILURE(unknown) || c == 0xfffd) continue;
            std::string utf8;
            icu::UnicodeString{c}.toUTF8String(utf8);
            const std::string sent = text_bytes(jp, utf8);
            const char* back = sent.data();
            EXPECT_EQ(ucnv_getNextUChar(converter, &back, back + sent.size(), &unknown), c)
                << "row " << row << " cell " << cell;
            ucnv_resetToUnicode(converter);
            ++tried;
        }
    }
    ucnv_close(converter);
    EXPECT_EQ(tried, 6879 + 83) << "6,879 characters of JIS X 0208 and 83 of NEC row 13";
}

TEST(Preamble, SetsEverythingThatAnEarlierJobMayHaveLeft)
{
    const auto jp = encoded(lines_of({}), "generic-80").bytes;
    EXPECT_THAT(jp, ElementsAre(0x1b, '@', 0x1d, '(', 'D', 5, 0, 0x14, 1, 0, 2, 0, 0x1c, '&', 0x1c, 'C', 1, 0x1b, 'R', 8,
                                0x1b, 't', 1, 0x1c, 'S', 0, 0, 0x1b, '3', 30, 0x1d, 'a', 0x0f, 0x1d, 'V', 66, 0));
    const auto clone = encoded(lines_of({}), "clone-80").bytes;
    EXPECT_THAT(clone, ElementsAre(0x1b, '@', 0x1b, 'R', 0, 0x1b, 't', 0, 0x1b, '3', 30, 0x1d, 'V', 66, 0));
}

TEST(TextLines, GoOutAsTheyRead)
{
    const auto job = encoded(lines_of({"櫛 Kushi ¥1,980", "ｱｲｳ ① ㈱ ※", "C:\\salon"}), "generic-80");
    const auto sheet = judged(job, "generic-80");
    EXPECT_THAT(sheet.errors, IsEmpty());
    EXPECT_THAT(job.fallbacks, IsEmpty());
    EXPECT_THAT(sheet.lines, ElementsAre("櫛 Kushi ¥1,980", "ｱｲｳ ① ㈱ ※", "C:＼salon"));
    EXPECT_EQ(sheet.cuts, 1);
}

TEST(ALineWithAStrangeCharacter, GoesOutAsAPictureAndIsCounted)
{
    const auto job = encoded(lines_of({"前", "髙橋 様", "後"}), "generic-80");
    const auto sheet = judged(job, "generic-80");
    EXPECT_THAT(sheet.errors, IsEmpty());
    EXPECT_THAT(sheet.lines, ElementsAre("前", "[picture]", "後"));
    ASSERT_EQ(job.fallbacks.size(), 1U);
    EXPECT_EQ(job.fallbacks[0].line, 1);
    EXPECT_EQ(job.fallbacks[0].characters, "髙");
    EXPECT_EQ(sheet.fed_dots, 90) << "a picture takes exactly the place of its line";
    EXPECT_EQ(job.height_dots, 90);
}

TEST(APrinterWithoutKanji, GetsJapaneseAsPicturesAndAccentsAsText)
{
    const auto job = encoded(lines_of({"Crème £12.50", "頭皮", "Rest well"}), "clone-58");
    const auto sheet = judged(job, "clone-58");
    EXPECT_THAT(sheet.errors, IsEmpty());
    EXPECT_THAT(sheet.lines, ElementsAre("Crème £12.50", "[picture]", "Rest well"));
    EXPECT_EQ(job.fallbacks.size(), 1U);
}

TEST(ANameThatTriesToSteerThePrinter, IsOnlyAName)
{
    using namespace std::string_literals;
    const auto job = encoded(lines_of({"\x1b@\x1dV\x00太郎"s, "\x10\x14\x01\x00\x08花"s, "abc\u202e123"}), "generic-80");
    const auto sheet = judged(job, "generic-80");
    EXPECT_THAT(sheet.errors, IsEmpty());
    EXPECT_THAT(sheet.lines, ElementsAre("@V太郎", "花", "abc123"));
    EXPECT_EQ(sheet.cuts, 1);
    EXPECT_EQ(sheet.resets, 1);
}

TEST(Styles, AreSentOnlyWhenTheyChange)
{
    Document document{"test", "ja", {}};
    for (int i = 0; i < 3; ++i)
        document.blocks.emplace_back(TextBlock{{{"太字", {.bold = true, .underline = true, .invert = true, .size = 2}}}, Align::left});
    const auto bytes = encoded(document, "generic-80").bytes;
    const auto count = [&](std::vector<std::uint8_t> wanted) {
        int found = 0;
        for (auto at = bytes.begin();; ++at) {
            at = std::search(at, bytes.end(), wanted.begin(), wanted.end());
            if (at == bytes.end()) return found;
            ++found;
        }
    };
    EXPECT_EQ(count({0x1d, '!', 0x11}), 1);
    EXPECT_EQ(count({0x1b, 'E', 1}), 1);
    EXPECT_EQ(count({0x1d, 'B', 1}), 1);
    EXPECT_EQ(count({0x1b, '-', 1}), 1);
    EXPECT_EQ(count({0x1c, '-', 1}), 1);
    EXPECT_EQ(count({0x1b, '3', 54}), 1);
    EXPECT_EQ(count({0x1b, '$'}), 0) << "a line that begins at the left needs no position";
}

TEST(QrCodes, AreDrawnByThePrinterIfItCan)
{
    const Document document{"test", "en", {QrBlock{"https://kushi.example/r/1"}}};
    const auto native = encoded(document, "generic-80");
    EXPECT_THAT(judged(native, "generic-80").errors, IsEmpty());
    EXPECT_THAT(judged(native, "generic-80").lines, ElementsAre("[qr https://kushi.example/r/1]"));
    const auto drawn = encoded(document, "clone-80");
    EXPECT_THAT(judged(drawn, "clone-80").errors, IsEmpty());
    EXPECT_GE(judged(drawn, "clone-80").pictures, 1);
    const auto strange = encoded({"test", "en", {QrBlock{"a\x10\x14\x01\n"}}}, "generic-80");
    EXPECT_THAT(judged(strange, "generic-80").errors, IsEmpty());
    EXPECT_GE(judged(strange, "generic-80").pictures, 1) << "control bytes do not pass as text";
}

TEST(Pictures, AreCutIntoBandsAndFedWhereWhite)
{
    Bitmap picture{576, 700};
    for (int y = 10; y < 610; ++y) picture.set_dot(y % 300, y);
    std::vector<std::uint8_t> bytes;
    put_picture(bytes, picture, profile("generic-80"));
    const auto sheet = judge(bytes, 576);
    EXPECT_THAT(sheet.errors, IsEmpty());
    EXPECT_EQ(sheet.pictures, 3) << "256 + 256 + 88 rows";
    EXPECT_EQ(sheet.fed_dots, 700);
    EXPECT_LT(bytes.size(), 600U * 38U + 50U) << "white bytes at the right are left out";
}

TEST(Pictures, CannotFireTheDrawerOfAPrinterThatListensInside)
{
    Bitmap picture{64, 40};
    for (int y = 0; y < 40; ++y) {
        picture.set_dot(3, y);                              // 10h
        picture.set_dot(y % 3 == 0 ? 13 : 11 + 2 * (y % 2), y);  // then 04h, 10h or 04h
        picture.set_dot(27, y);                             // 10h
        picture.set_dot(35, y);
        picture.set_dot(37, y);                             // 14h
    }
    std::vector<std::uint8_t> plain;
    put_picture(plain, picture, profile("generic-80"));
    EXPECT_TRUE(holds_real_time_command(plain)) << "else this test tries nothing";
    std::vector<std::uint8_t> safe;
    put_picture(safe, picture, profile("clone-80"));
    EXPECT_FALSE(holds_real_time_command(safe));
    EXPECT_EQ(safe.size(), plain.size());
}

TEST(ProcessId, IsFourPrintableCharacters)
{
    EXPECT_THAT(escpos::process_id_command("aZ ~"), ElementsAre(0x1d, '(', 'H', 6, 0, 0x30, 0x30, 'a', 'Z', ' ', '~'));
    EXPECT_THROW(escpos::process_id_command("abc"), std::logic_error);
    EXPECT_THROW(escpos::process_id_command("ab\x1b" "d"), std::logic_error);
}

/// Scalars of every plane, controls and lone marks among them.
std::string random_scalars(std::mt19937& random, int count)
{
    std::string text;
    while (count-- > 0) {
        const std::uint32_t ranges[][2]{{0x00, 0xff}, {0x20, 0x7e}, {0x2000, 0x27ff}, {0x3000, 0x30ff}, {0x4e00, 0x9fff},
                                        {0xf900, 0xffff}, {0x1f300, 0x1faff}, {0xe0000, 0xe01ef}};
        const auto& range = ranges[random() % std::size(ranges)];
        icu::UnicodeString one{static_cast<UChar32>(range[0] + random() % (range[1] - range[0] + 1))};
        one.toUTF8String(text);
    }
    return text;
}

TEST(AnyText, ReachesThePrinterAsOurCommandsAndCharactersOnly)
{
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    for (int round = 0; round < 40; ++round) {
        Document document{"test", "ja", {}};
        for (int i = 0; i < 4; ++i) {
            const Style style{random() % 2 == 0, random() % 2 == 0, random() % 2 == 0, static_cast<int>(random() % 4) + 1};
            document.blocks.emplace_back(RowBlock{{{Cell::Width::flex, 0, {{random_scalars(random, 12), style}}, Align::left},
                                                   {Cell::Width::fit, 0, {{random_scalars(random, 3), {}}}, Align::right}}});
        }
        for (const Profile& one : profiles()) {
            const Layout layout = lay_out(document, metrics_of(one));
            const Encoded job = encode(layout, one);
            const auto sheet = judge(job.bytes, one.dots);
            ASSERT_THAT(sheet.errors, IsEmpty()) << one.name << " round " << round;
            ASSERT_EQ(sheet.cuts, 1);
            ASSERT_EQ(sheet.resets, 1);
            ASSERT_EQ(sheet.fed_dots, layout.height_dots());
            Device printer{{.width_dots = one.dots, .kanji_rom = one.kanji}};
            for (const auto byte : job.bytes) printer.receive(byte);
            printer.interpreter().release();
            const auto sheets = printer.interpreter().take_sheets();
            ASSERT_EQ(sheets.size(), 1U);
            ASSERT_EQ(sheets[0].error_count, 0U) << sheets[0].errors[0].what << ", " << one.name << " round " << round;
            ASSERT_EQ(sheets[0].drawer_kicks, 0);
            ASSERT_EQ(sheets[0].wraps, 0);
            ASSERT_FALSE(!one.real_time_off && holds_real_time_command(job.bytes)) << one.name << " round " << round;
        }
    }
}

TEST(AnyText, InJisX0208ComesBackByDecodingTheBytes)
{
    const Characters jp{profile("generic-80")};
    for (char32_t c = 0x20; c < 0x10000; ++c) {
        if (c >= 0xd800 && c < 0xe000) continue;
        const auto code = jp.code(c);
        if (code == 0) continue;
        std::string utf8;
        icu::UnicodeString{static_cast<UChar32>(c)}.toUTF8String(utf8);
        if (clean_text(utf8).empty()) continue;
        EXPECT_EQ(jp.advance(utf8), code > 0xff ? 24 : 12) << utf8;
        EXPECT_TRUE(code < 0x100 || (code >= 0x8140 && code < 0x9ffd) || (code >= 0xe040 && code < 0xeaff)) << utf8;
    }
}

}  // namespace
}  // namespace kushi::printing
