#include "app/words/refusals.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/words/refusals/sentences.h"

namespace kushi {

Phrase refusal_phrase(std::string_view code)
{
    for (const auto area : {request_refusals, money_refusals, sale_refusals, day_refusals, people_refusals,
                            visit_refusals, care_refusals, paper_refusals, salon_refusals}) {
        const RefusalSentences sentences = area();
        const auto found = std::ranges::find(sentences, code, &RefusalSentence::code);
        if (found != sentences.end()) return found->phrase;
    }
    return {};
}

std::string words_of(const Refusal& refusal, std::string_view language)
{
    const auto word = [&](std::string_view english, std::string_view japanese) {
        return Phrase{english, japanese}.in(language);
    };
    std::string text{refusal_phrase(refusal.code).in(language)};
    if (text.empty()) text.append(word("This was refused: ", "受け付けられませんでした：")).append(refusal.code);
    std::string facts = refusal.field;
    if (!facts.empty() && !refusal.detail.empty()) facts.append(word(": ", "："));
    facts.append(refusal.detail);
    if (!facts.empty()) text.append(word(" (", "（")).append(facts).append(word(")", "）"));
    return text.append(word(".", "。"));
}

nlohmann::ordered_json refusal_json(const Refusal& refusal, std::string_view language)
{
    nlohmann::ordered_json error{{"code", refusal.code}, {"message", words_of(refusal, language)}};
    if (!refusal.field.empty()) error["field"] = refusal.field;
    if (!refusal.detail.empty()) error["detail"] = refusal.detail;
    return {{"ok", false}, {"error", std::move(error)}};
}

}  // namespace kushi
