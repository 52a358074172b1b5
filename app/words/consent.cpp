#include "app/words/consent.h"

namespace kushi {

const ConsentText& consent_text(std::string_view language)
{
    static constexpr ConsentText english{"1",
                                         "2026-11-01",
                                         "Please read and choose",
                                         "The treatment",
                                         "I want this care today. It is relaxation and scalp care, not medical or hair "
                                         "growth treatment. I may stop at any time.",
                                         "Keeping my health data and photos",
                                         "The salon may keep my health answers, scalp maps and photos to care for me. "
                                         "I may see them, correct them or have them "
                                         "erased.",
                                         "I agree",
                                         "I do not",
                                         "Sign here"};
    static constexpr ConsentText japanese{"1",
                                          "2026-11-01",
                                          "お読みのうえお選びください",
                                          "施術について",
                                          "本日の施術を希望します。くつろぎと頭皮のお手入れが目的で、医療行為や髪を増や"
                                          "すためのものではありません。いつでも中止できます。",
                                          "健康情報と写真の保管について",
                                          "施術のため、健康に関する回答・頭皮マップ・写真の保管に同意します。内容の確認"
                                          "・訂正・消去をいつでも求められます。",
                                          "同意します",
                                          "同意しません",
                                          "こちらにご署名ください"};
    return language == "ja" ? japanese : english;
}

}  // namespace kushi
