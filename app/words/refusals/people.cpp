#include <array>

#include "app/words/refusals/sentences.h"

namespace kushi {
namespace {

constexpr std::array sentences{
    RefusalSentence{"bad_phone",
                    {"Write this phone number with 3 to 15 digits", "電話番号は3桁から15桁の数字で入力してください"}},
    RefusalSentence{
        "needs_approval",
        {"This needs a manager's or an owner's approval with their PIN", "店長またはオーナーの承認とPINが必要です"}},
    RefusalSentence{"needs_reason",
                    {"Say in a few words why; the reason is kept", "理由をひとこと入力してください。記録に残ります"}},
    RefusalSentence{"no_role", {"Choose at least one role", "役割を1つ以上お選びください"}},
    RefusalSentence{
        "not_allowed",
        {"This is not part of your role; ask a manager", "この操作は担当の役割に含まれません。店長にご相談ください"}},
    RefusalSentence{"not_yours",
                    {"Only the therapist of this client can do this; ask a manager",
                     "この操作ができるのは担当の施術者だけです。店長にご相談ください"}},
    RefusalSentence{"pin_locked",
                    {"Too many tries; wait until the time named, or ask a manager to unlock",
                     "入力回数の上限に達しました。表示の日時までお待ちいただくか、店長にロック解除をご依頼ください"}},
    RefusalSentence{"pin_not_digits", {"Use digits only in a PIN", "PINは数字だけにしてください"}},
    RefusalSentence{
        "pin_too_easy",
        {"This PIN is easy to guess; choose another", "このPINは推測されやすいため、別の番号にしてください"}},
    RefusalSentence{
        "pin_too_long",
        {"Use fewer digits in this PIN, at most as many as named", "PINの桁数を表示の数以下にしてください"}},
    RefusalSentence{
        "pin_too_short",
        {"Add digits to this PIN, up to at least as many as named", "PINの桁数を表示の数以上にしてください"}},
    RefusalSentence{"unknown_client", {"There is no such client", "この顧客は見つかりません"}},
    RefusalSentence{"unknown_role",
                    {"There is no such role; choose front desk, therapist, manager or owner",
                     "この役割はありません。受付、施術者、店長、オーナーからお選びください"}},
    RefusalSentence{"unknown_staff", {"Nobody on the staff is known by this", "該当するスタッフがいません"}},
    RefusalSentence{"who", {"Say who acts, with --as or \"as\"", "操作する人を--asまたは\"as\"で指定してください"}},
    RefusalSentence{"wrong_pin",
                    {"The name and PIN do not fit together; try again",
                     "お名前とPINが一致しません。もう一度お試しください"}},
};

}  // namespace

RefusalSentences people_refusals()
{
    return sentences;
}

}  // namespace kushi
