#include "app/words/advice.h"

#include "app/words/answers.h"
#include "app/words/language.h"

namespace kushi {

namespace {

/// Gathers the sentences of one advice.
class Text {
public:
    Text(const Advice& advice, std::string_view language) : advice_{advice}, language_{language} {}

    /// A sentence; "{}" in it stands for `words`.
    void say(const Phrase& phrase, const std::string& words = {})
    {
        std::string sentence{phrase.in(language_)};
        if (const auto gap = sentence.find("{}"); gap != std::string::npos) sentence.replace(gap, 2, words);
        sentences_.push_back(std::move(sentence));
    }
    [[nodiscard]] bool fired(std::string_view id) const { return advice_.rule(id) != nullptr; }
    /// The answers that fired the rule, in words.
    [[nodiscard]] std::string why(std::string_view id) const
    {
        const FiredRule* rule = advice_.rule(id);
        return rule == nullptr ? std::string{} : answer_words(rule->because, language_);
    }
    [[nodiscard]] const Advice& advice() const { return advice_; }
    [[nodiscard]] std::string_view language() const { return language_; }
    std::vector<std::string> sentences() && { return std::move(sentences_); }

private:
    const Advice& advice_;
    std::string_view language_;
    std::vector<std::string> sentences_;
};

bool has_head_spa(const Advice& advice)
{
    return advice.plan == Plan::head_spa || advice.plan == Plan::both;
}
bool has_care(const Advice& advice)
{
    return has_head_spa(advice) || advice.plan == Plan::head_massage;
}

void say_stop(Text& text)
{
    if (text.fired("R1")) {
        text.say({"Out of care for you we leave your scalp in peace today: {}.",
                  "大切をとって、本日の施術は控えます（{}）。"},
                 text.why("R1"));
        text.say({"Please see a doctor first; we look forward to welcoming you afterwards.",
                  "まずは医師にご相談ください。そのあとのお越しを心よりお待ちしております。"});
        return;
    }
    text.say({"Out of care for you we do not begin today: {}.", "大切をとって、本日の施術は控えます（{}）。"},
             text.why("R4"));
    text.say({"We gladly find another day with you.", "ご都合のよい日に改めてご案内します。"});
}

void say_plan(Text& text)
{
    const Advice& advice = text.advice();
    switch (advice.plan) {
        case Plan::stop:
            return say_stop(text);
        case Plan::gentle_massage_only:
            text.say({"Today only a gentle head massage, away from the place, is open to you: {}.",
                      "本日は、気になる部分を避けたやさしいヘッドほぐしのみご案内できます（{}）。"},
                     text.why("R1"));
            return text.say({"Please see a doctor about it.", "医師へのご相談をおすすめします。"});
        case Plan::both:
            return text.say({"We suggest a head spa, with head massage in between: {}.",
                             "ヘッドスパと、その合間のヘッドほぐしをおすすめします（{}）。"},
                            text.why("B1"));
        case Plan::head_massage:
            return text.say({"A head massage fits you best today: {}.", "本日はヘッドほぐしがおすすめです（{}）。"},
                            text.why("M1"));
        case Plan::head_spa:
            break;
    }
    if (text.fired("S0")) {
        return text.say({"Nothing asks for special care today, so we suggest our signature head spa.",
                         "特に気になる点はありませんので、当店定番のヘッドスパをおすすめします。"});
    }
    text.say({"A head spa fits you best today: {}.", "本日はヘッドスパがおすすめです（{}）。"}, text.why("H1"));
}

void say_flags(Text& text)
{
    if (text.fired("R2")) {
        text.say(
            {"For severe flakes we advise a medicated shampoo or a visit to a doctor; a head spa takes your recorded "
             "consent.",
             "ひどいフケには、薬用シャンプーのご使用か、医師へのご相談をおすすめします。ヘッドスパは、同意を記録したう"
             "えで行います。"});
    }
    if (text.fired("R3")) {
        text.say({"Please let a doctor look into your headaches first; any massage takes your recorded consent.",
                  "頭痛については、先に医師にご相談ください。ほぐしは、同意を記録したうえで行います。"});
    }
    const Flag* house = text.advice().flag("R4");
    if (house != nullptr && house->action == FlagAction::ask) {
        text.say({"Before we begin, we speak with the manager about: {}.", "始める前に、責任者に確認します（{}）。"},
                 text.why("R4"));
    }
}

void say_cleanse(Text& text)
{
    switch (text.advice().cleanse) {
        case Cleanse::double_cleanse:
            return text.say({"We cleanse twice and use steam, for what has built up.",
                             "たまった汚れには、二度の洗浄とスチームを行います。"});
        case Cleanse::clarifying:
            return text.say({"We use a clarifying cleanser, a light mask and a light conditioner.",
                             "さっぱり洗えるクレンジングと、軽いマスク、軽いコンディショナーを使います。"});
        case Cleanse::moisturising:
            return text.say({"We use a moisturising cleanser and a mask or serum; oil only on the lengths.",
                             "うるおいを保つクレンジングと、マスクまたは美容液を使います。オイルは毛先だけにします。"});
        case Cleanse::gentle:
            return text.say({"We use a gentle cleanser, low steam and light pressure.",
                             "やさしいクレンジング、弱めのスチーム、軽い力加減で行います。"});
        case Cleanse::normal:
            return;
    }
}

void say_exfoliation(Text& text)
{
    switch (text.advice().exfoliation) {
        case Exfoliation::none:
            return text.say({"There is no exfoliation today.", "本日は角質ケアを行いません。"});
        case Exfoliation::normal:
            return text.say({"An exfoliation is part of it.", "角質ケアも行います。"});
        case Exfoliation::light:
            break;
    }
    if (text.fired("C3") || text.fired("C5")) text.say({"Exfoliation stays light.", "角質ケアは軽めにします。"});
}

void say_flakes(Text& text)
{
    if (!text.fired("C5")) return;
    if (text.fired("C3"))
        return text.say(
            {"For the flakes, a scalp mask that moisturises.", "フケには、うるおいを与える頭皮マスクを使います。"});
    if (text.fired("C2"))
        return text.say({"For the flakes, a scalp mask that clears.", "フケには、さっぱりする頭皮マスクを使います。"});
    text.say({"For the flakes, a scalp mask.", "フケには、頭皮マスクを使います。"});
}

void say_disagreement(Text& text)
{
    for (const auto& rule : text.advice().rules) {
        if (rule.id.front() == 'C' && !rule.against.empty()) {
            return text.say({"Where your answers ask for different care, the gentler comes first.",
                             "ご希望やお悩みに合うお手入れが分かれるときは、よりやさしいほうを優先します。"});
        }
    }
}

void say_care(Text& text)
{
    if (has_head_spa(text.advice())) {
        say_cleanse(text);
        say_exfoliation(text);
        say_flakes(text);
        say_disagreement(text);
    } else if (text.fired("C4")) {
        text.say({"The pressure stays light.", "軽い力加減で行います。"});
    }
    if (text.fired("C6")) {
        text.say({"We massage without oil, or cleanse afterwards: oil feels heavy on this scalp.",
                  "オイルは重く感じやすい頭皮のため、オイルなしでほぐすか、ほぐしたあとに洗い流します。"});
    }
}

void say_left_out(Text& text)
{
    if (text.fired("C2")) text.say({"We leave heavy oils out.", "重いオイルは使いません。"});
    const FiredRule* allergies = text.advice().rule("C7");
    if (allergies == nullptr) return;
    std::string named;
    for (const std::string& answer : allergies->because) {
        named.append(named.empty()             ? ""
                     : text.language() == "ja" ? "、"
                                               : ", ")
            .append(answer.substr(answer.find('=') + 1));
    }
    text.say({"Because of your allergies we leave out what holds: {}.",
              "アレルギーのため、次のものを含む製品は使いません：{}。"},
             named);
}

void say_interval(Text& text)
{
    const auto& [least, most, suggested] = text.advice().interval;
    if (has_head_spa(text.advice())) {
        const bool japanese = text.language() == "ja";
        const std::string weeks = least == most
                                      ? std::to_string(least)
                                      : std::to_string(least) + (japanese ? "～" : " to ") + std::to_string(most);
        text.say({"We suggest your next head spa in {} weeks.", "次回のヘッドスパは{}週間後がおすすめです。"}, weeks);
        if (suggested) {
            text.say({"Going by how it went after your last visit, {} weeks may suit you.",
                      "前回のあとのご様子から、{}週間後を目安にしてください。"},
                     std::to_string(*suggested));
        }
    }
    if (text.advice().massage_interval) {
        text.say({"A head massage may be as often as once a week, or every few weeks up to four.",
                  "ヘッドほぐしは、週に1回から4週に1回の間でお選びください。"});
    }
}

}  // namespace

std::vector<std::string> advice_text(const Advice& advice, std::string_view language)
{
    Text text{advice, language};
    say_plan(text);
    say_flags(text);
    if (has_care(advice)) {
        say_care(text);
        say_left_out(text);
        say_interval(text);
    }
    return std::move(text).sentences();
}

}  // namespace kushi
