#include "app/engine/papers/test_page.h"

#include "app/engine/papers/parts.h"

namespace kushi {
namespace {

/// 1234567890 again and again, a column each.
std::string ruler(int columns)
{
    std::string digits;
    for (int i = 1; i <= columns; ++i) digits += static_cast<char>('0' + i % 10);
    return digits;
}

}  // namespace

printing::Document test_page_document(const printing::Profile& profile, const std::string& language)
{
    using enum PaperWord;
    PaperWriter paper{"test", language, {}};
    paper.centred(paper.word(test_title), {.bold = true, .size = 2});
    paper.centred(paper.word(test_width, {profile.name, std::to_string(profile.columns)}));
    paper.text(ruler(profile.columns));
    paper.rule(printing::RuleBlock::Kind::single);
    paper.row(test_money, "¥17,360 \\ $ −500");
    paper.row(test_kana, "ｱｲｳ ｶﾞﾊﾟ アイウ");
    paper.row(test_kanji, "櫛 頭皮 ①㈱※");
    paper.row(test_drawn, "髙﨑 é €");
    paper.rule();
    paper.text(paper.word(test_styles), printing::Align::left, {.bold = true});
    paper.text("Underline 下線", printing::Align::left, {.underline = true});
    paper.text(" Inverse 反転 ", printing::Align::left, {.invert = true});
    for (int size = 2; size <= 4; ++size)
        paper.text("櫛" + std::to_string(size), printing::Align::left, {.size = size});
    paper.add(printing::QrBlock{"https://kushi.example/test/" + std::string{profile.name}});
    paper.text(paper.word(test_end));
    return paper.take();
}

}  // namespace kushi
