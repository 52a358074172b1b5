#include "app/words/answers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "app/words/language.h"

namespace kushi {

namespace {

struct Entry {
    std::string_view path;
    Phrase phrase;
};

constexpr std::array answers{
    Entry{"concerns.oily", {"oily scalp", "頭皮のべたつき"}},
    Entry{"concerns.oily_soon", {"oily soon after washing", "洗ってもすぐにべたつく"}},
    Entry{"concerns.buildup", {"buildup", "スタイリング剤などの残り"}},
    Entry{"concerns.odour", {"odour", "におい"}},
    Entry{"concerns.flakes", {"flakes", "フケ"}},
    Entry{"concerns.severe_flakes", {"severe flakes", "ひどいフケ"}},
    Entry{"concerns.itch", {"itch", "かゆみ"}},
    Entry{"concerns.redness", {"redness", "赤み"}},
    Entry{"concerns.dry", {"dry scalp", "頭皮の乾燥"}},
    Entry{"concerns.tight", {"tight scalp", "頭皮のつっぱり"}},
    Entry{"concerns.sensitive", {"sensitive scalp", "敏感な頭皮"}},
    Entry{"concerns.thinning", {"thinning", "髪のボリュームの変化"}},
    Entry{"concerns.sudden_hair_loss", {"sudden hair loss", "急な抜け毛"}},
    Entry{"concerns.patchy_hair_loss", {"patchy hair loss", "部分的な抜け毛"}},
    Entry{"concerns.severe_hair_loss", {"severe hair loss", "ひどい抜け毛"}},
    Entry{"concerns.scalp_pain", {"scalp pain", "頭皮の痛み"}},
    Entry{"concerns.acne", {"acne-prone scalp", "頭皮の吹き出物"}},
    Entry{"concerns.limp_roots", {"limp roots", "根元のぺたつき"}},
    Entry{"scalp_type=oily", {"an oily scalp type", "脂性の頭皮"}},
    Entry{"scalp_type=dry", {"a dry scalp type", "乾燥タイプの頭皮"}},
    Entry{"scalp_type=sensitive", {"a sensitive scalp type", "敏感タイプの頭皮"}},
    Entry{"life.dry_shampoo=often", {"dry shampoo often", "ドライシャンプーをよく使う"}},
    Entry{"life.styling=often", {"styling products often", "スタイリング剤をよく使う"}},
    Entry{"life.sea_or_pool=sometimes", {"sea or pool sometimes", "海やプールにときどき行く"}},
    Entry{"life.sea_or_pool=often", {"sea or pool often", "海やプールによく行く"}},
    Entry{"life.sport=often", {"sport often", "よく運動する"}},
    Entry{"goals.clean_scalp", {"the wish for a clean scalp", "頭皮をすっきりさせたい"}},
    Entry{"goals.calm_itch", {"the wish to calm an itch", "かゆみを落ち着かせたい"}},
    Entry{"goals.rest", {"the wish to rest", "くつろぎたい"}},
    Entry{"goals.ease_tension", {"the wish to ease tension", "こわばりをゆるめたい"}},
    Entry{"tension.headache=tension", {"headache of tension type", "緊張型の頭痛"}},
    Entry{"tension.headache=frequent", {"frequent headaches", "頻繁な頭痛"}},
    Entry{"tension.headache=severe", {"severe headaches", "ひどい頭痛"}},
    Entry{"tension.headache=new", {"new headaches", "最近始まった頭痛"}},
    Entry{"tension.temples", {"tight temples", "こめかみのこわばり"}},
    Entry{"tension.jaw", {"a stiff jaw", "あごのこわばり"}},
    Entry{"tension.neck", {"a stiff neck", "首のこわばり"}},
    Entry{"tension.shoulders", {"stiff shoulders", "肩のこわばり"}},
    Entry{"preference.steps=few", {"the wish for few steps", "短い工程がよい"}},
    Entry{"preference.often=weekly", {"the wish to come weekly", "毎週通いたい"}},
    Entry{"safety.broken_skin", {"broken skin", "傷"}},
    Entry{"safety.infection", {"an infection", "感染症"}},
    Entry{"safety.lice_or_ringworm", {"lice or ringworm", "シラミまたは白癬"}},
    Entry{"safety.fever", {"fever", "発熱"}},
    Entry{"safety.high_blood_pressure", {"high blood pressure", "高血圧"}},
    Entry{"safety.pregnant", {"pregnancy", "妊娠中"}},
    Entry{"safety.surgery", {"recent surgery", "最近の手術"}},
    Entry{"safety.recent_colour", {"a recent colour or perm", "最近のカラーやパーマ"}},
    Entry{"safety.medication", {"medication for the scalp", "頭皮の薬"}},
    Entry{"safety.extensions", {"implants or extensions", "インプラントまたはエクステ"}},
};

constexpr std::array zones{
    Entry{"frontal", {"front", "前頭部"}},
    Entry{"crown", {"crown", "頭頂部"}},
    Entry{"parietal_left", {"left parietal side", "左のハチ周り"}},
    Entry{"parietal_right", {"right parietal side", "右のハチ周り"}},
    Entry{"temporal_left", {"left temple side", "左の側頭部"}},
    Entry{"temporal_right", {"right temple side", "右の側頭部"}},
    Entry{"occipital", {"back of the head", "後頭部"}},
    Entry{"nape", {"nape", "襟足"}},
};

constexpr std::array conditions{
    Entry{"oily", {"oiliness", "べたつき"}},       Entry{"buildup", {"buildup", "残留物"}},
    Entry{"flakes", {"flakes", "フケ"}},           Entry{"dry", {"dryness", "乾燥"}},
    Entry{"redness", {"redness", "赤み"}},         Entry{"tender", {"tenderness", "敏感さ"}},
    Entry{"thinning", {"thinning", "毛量の変化"}},
};

template <class Table>
std::optional<Phrase> phrase_in(const Table& table, std::string_view path)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const Entry& entry) { return entry.path == path; });
    if (found == table.end()) return std::nullopt;
    return found->phrase;
}

/// What follows `start`, if the path begins with it.
std::optional<std::string_view> after(std::string_view path, std::string_view start)
{
    if (!path.starts_with(start)) return std::nullopt;
    return path.substr(start.size());
}

/// "crown.oily=3"
std::optional<std::string> zone_words(std::string_view finding, std::string_view language)
{
    const auto dot = finding.find('.'), equals = finding.find('=');
    if (dot == std::string_view::npos || equals == std::string_view::npos || equals < dot) return std::nullopt;
    const auto zone = phrase_in(zones, finding.substr(0, dot));
    const auto condition = phrase_in(conditions, finding.substr(dot + 1, equals - dot - 1));
    if (!zone || !condition) return std::nullopt;
    const std::string severity{finding.substr(equals + 1)};
    const std::string where{zone->in(language)}, what{condition->in(language)};
    return language == "ja" ? where + "の" + what + "（4段階の" + severity + "）"
                            : what + " at the " + where + " (" + severity + " of 4)";
}

/// Answers that hold a number or the client's own text.
std::optional<std::string> told_words(std::string_view path, std::string_view language)
{
    struct Told {
        std::string_view start;
        Phrase before, behind;
    };
    static constexpr std::array numbers{
        Told{"life.screen_hours=", {"", "画面を見る時間が1日"}, {" screen hours a day", "時間"}},
        Told{"safety.allergies=", {"allergy: ", "アレルギー："}, {"", ""}},
        Told{"since_last.days_until_oily=", {"oily again after days: ", "べたつくまでの日数："}, {"", ""}},
        Told{"history.days_until_oily=", {"oily again after days: ", "べたつくまでの日数："}, {"", ""}},
        Told{"since_last.itch=", {"itch after the last visit (", "前回のあとのかゆみ（4段階の"}, {" of 4)", "）"}},
        Told{"history.itch=", {"itch after the last visit (", "前回のあとのかゆみ（4段階の"}, {" of 4)", "）"}},
    };
    for (const auto& [start, before, behind] : numbers) {
        if (const auto value = after(path, start)) {
            return std::string{before.in(language)}.append(*value).append(behind.in(language));
        }
    }
    return std::nullopt;
}

}  // namespace

std::string answer_words(std::string_view path, std::string_view language)
{
    if (const auto phrase = phrase_in(answers, path)) return std::string{phrase->in(language)};
    if (const auto finding = after(path, "zones.")) return zone_words(*finding, language).value_or(std::string{path});
    return told_words(path, language).value_or(std::string{path});
}

std::string answer_words(const std::vector<std::string>& paths, std::string_view language)
{
    std::vector<std::string> said;
    for (const std::string& path : paths) {
        auto words = answer_words(path, language);
        if (std::find(said.begin(), said.end(), words) == said.end()) said.push_back(std::move(words));
    }
    std::string row;
    for (const std::string& words : said) row.append(row.empty() ? "" : language == "ja" ? "、" : ", ").append(words);
    return row;
}

}  // namespace kushi
