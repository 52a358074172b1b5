#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/care/words.h"
#include "core/result.h"

namespace kushi {

struct TextLimits {
    std::size_t entries = 100;
    std::size_t characters = 200;  ///< of one entry, in code points
};

/// Reads the answers of one JSON object field by field. A field that is absent or null is unanswered. The first thing
/// that is wrong is kept in the shared refusal and everything after it reads as unanswered, so a reader asks for all
/// its fields in a row and looks at the refusal once.
class Answers {
public:
    /// `object` must outlive this; null or absent (nullptr) is an object without answers.
    Answers(const nlohmann::json* object, std::string path, std::optional<Refusal>& refusal);

    std::optional<bool> yes_or_no(const std::string& name);
    std::optional<int> whole(const std::string& name, int low, int high);
    std::optional<double> number(const std::string& name, double low, double high);
    /// Text without control characters but line ends and tabs.
    std::optional<std::string> text(const std::string& name, std::size_t characters);
    std::optional<std::vector<std::string>> texts(const std::string& name, const TextLimits& limits);
    Answers inside(const std::string& name);
    /// The names of all fields, for objects keyed by words.
    [[nodiscard]] std::vector<std::string> names() const;
    /// Refuses `unknown_field` if a field was never asked for.
    void nothing_else();

    template <class Enum>
    std::optional<Enum> one(const std::string& name)
    {
        const auto text = word(name);
        if (!text) return std::nullopt;
        const auto value = parse_word<Enum>(*text);
        if (!value) refuse("unknown_word", name, word_list<Enum>());
        return value;
    }

    /// A list in which each word counts once.
    template <class Enum>
    std::optional<std::vector<Enum>> many(const std::string& name)
    {
        const auto texts = words(name);
        if (!texts) return std::nullopt;
        std::vector<Enum> values;
        for (const std::string& text : *texts) {
            const auto value = parse_word<Enum>(text);
            if (!value)
                refuse("unknown_word", name, word_list<Enum>());
            else if (std::find(values.begin(), values.end(), *value) == values.end())
                values.push_back(*value);
        }
        return values;
    }

    void refuse(std::string code, const std::string& name, std::string detail = {});
    /// The field's path for a refusal, without a name that is not to be repeated.
    [[nodiscard]] std::string path_of(const std::string& name) const;

private:
    const nlohmann::json* find(const std::string& name);
    std::optional<std::string> word(const std::string& name);
    std::optional<std::vector<std::string>> words(const std::string& name);
    bool check_text(const nlohmann::json& value, const std::string& name, std::size_t characters);

    const nlohmann::json* object_;
    std::string path_;
    std::optional<Refusal>& refusal_;
    std::set<std::string> asked_;
};

}  // namespace kushi
