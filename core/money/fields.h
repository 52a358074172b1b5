#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/money/decimal.h"
#include "core/money/receipt.h"
#include "core/result.h"

namespace kushi {

/// What is wrong with a request, the first thing found; shared by the readers of its parts.
class Problem {
public:
    void note(Refusal refusal)
    {
        if (!first_) first_ = std::move(refusal);
    }
    [[nodiscard]] const std::optional<Refusal>& first() const { return first_; }

private:
    std::optional<Refusal> first_;
};

/// Reads one JSON object strictly: no float for an integer, no number for a decimal string, no unknown field. A field
/// that cannot be read is noted as a problem and reads as its type's zero, so that a caller asks once, at the end.
class Fields {
public:
    /// @param path  how the object is called from outside ("lines[0]"), empty for the request itself
    Fields(const nlohmann::json& value, std::string path, Problem& problem,
           std::initializer_list<std::string_view> known);

    [[nodiscard]] bool has(const char* name) const;
    [[nodiscard]] std::int64_t integer(const char* name) const;
    [[nodiscard]] bool flag(const char* name) const;
    [[nodiscard]] std::string text(const char* name) const;
    /// Small letters and underscores alone, so that "Cash" and "cash " do not pass for something that gives no change.
    [[nodiscard]] std::string word(const char* name) const;
    [[nodiscard]] Quantity quantity(const char* name) const;
    [[nodiscard]] Percent percent(const char* name) const;
    [[nodiscard]] Rate rate(const char* name) const;
    [[nodiscard]] const nlohmann::json& array(const char* name) const;
    [[nodiscard]] const nlohmann::json& object(const char* name) const;

    template <class Word>
    [[nodiscard]] Word one_of(const char* name, std::initializer_list<std::pair<std::string_view, Word>> words) const
    {
        const std::string written = text(name);
        for (const auto& [word, value] : words) {
            if (word == written) return value;
        }
        bad(name);
        return {};
    }

    /// The path of a field, for the readers of its parts.
    [[nodiscard]] std::string at(const char* name) const { return path_.empty() ? name : path_ + "." + name; }
    void bad(const char* name) const { problem_.note({"bad_request", at(name)}); }
    [[nodiscard]] Problem& problem() const { return problem_; }

private:
    template <class Number>
    [[nodiscard]] Number decimal(const char* name) const;

    const nlohmann::json& value_;
    std::string path_;
    Problem& problem_;
};

/// An element of an array, read like a field of its own.
std::int64_t integer_element(const nlohmann::json& element, const std::string& path, Problem& problem);
std::string text_element(const nlohmann::json& element, const std::string& path, Problem& problem);
std::string element_path(const std::string& array, std::size_t index);

/// One of the five roundings by its name.
Rounding rounding_field(const Fields& fields, const char* name);

/// A decimal string that was read somewhere: a fault is noted, and the number reads as zero.
template <class Number>
Number noted(Outcome<Number> number, Problem& problem)
{
    if (number) return std::move(*number);
    problem.note(number.error());
    return {};
}

}  // namespace kushi
