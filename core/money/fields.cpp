#include "core/money/fields.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace kushi {
namespace {

using nlohmann::json;

const json& missing()
{
    static const json nothing;
    return nothing;
}

const json& empty_array()
{
    static const json nothing = json::array();
    return nothing;
}

const json& empty_object()
{
    static const json nothing = json::object();
    return nothing;
}

/// The library hands out 3.7 as 3 and 2^64-1 as -1 when asked for an integer, so the type is asked first.
std::optional<std::int64_t> integer_of(const json& value)
{
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max()) {
        return std::nullopt;
    }
    return value.get<std::int64_t>();
}

const json& field(const json& object, const char* name)
{
    if (!object.is_object()) return missing();
    const auto found = object.find(name);
    return found == object.end() ? missing() : *found;
}

}  // namespace

Fields::Fields(const json& value, std::string path, Problem& problem, std::initializer_list<std::string_view> known)
    : value_{value}, path_{std::move(path)}, problem_{problem}
{
    if (!value.is_object()) {
        problem.note({"bad_request", path_});
        return;
    }
    for (const auto& [name, ignored] : value.items()) {
        // An unknown name is somebody else's text: it is not repeated.
        if (std::ranges::find(known, name) == known.end()) problem.note({"bad_request", path_, "unknown field"});
    }
}

bool Fields::has(const char* name) const
{
    return value_.is_object() && value_.contains(name);
}

std::int64_t Fields::integer(const char* name) const
{
    return integer_element(field(value_, name), at(name), problem_);
}

std::string Fields::text(const char* name) const
{
    return text_element(field(value_, name), at(name), problem_);
}

std::string Fields::word(const char* name) const
{
    std::string written = text(name);
    const bool plain =
        !written.empty() && std::ranges::all_of(written, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    if (!plain) bad(name);
    return written;
}

bool Fields::flag(const char* name) const
{
    const json& value = field(value_, name);
    if (!value.is_boolean()) bad(name);
    return value.is_boolean() && value.get<bool>();
}

template <class Number>
Number Fields::decimal(const char* name) const
{
    const json& value = field(value_, name);
    if (value.is_string()) return noted(Number::parse(value.get_ref<const std::string&>(), at(name)), problem_);
    bad(name);
    return {};
}

Quantity Fields::quantity(const char* name) const
{
    return decimal<Quantity>(name);
}
Percent Fields::percent(const char* name) const
{
    return decimal<Percent>(name);
}
Rate Fields::rate(const char* name) const
{
    return decimal<Rate>(name);
}

const json& Fields::array(const char* name) const
{
    const json& value = field(value_, name);
    if (value.is_array()) return value;
    bad(name);
    return empty_array();
}

const json& Fields::object(const char* name) const
{
    const json& value = field(value_, name);
    if (value.is_object()) return value;
    bad(name);
    return empty_object();
}

std::int64_t integer_element(const json& element, const std::string& path, Problem& problem)
{
    const auto number = integer_of(element);
    if (!number) problem.note({"bad_request", path});
    return number.value_or(0);
}

std::string text_element(const json& element, const std::string& path, Problem& problem)
{
    if (element.is_string()) return element.get<std::string>();
    problem.note({"bad_request", path});
    return {};
}

std::string element_path(const std::string& array, std::size_t index)
{
    return array + "[" + std::to_string(index) + "]";
}

Rounding rounding_field(const Fields& fields, const char* name)
{
    return fields.one_of<Rounding>(name, {{"floor", Rounding::floor},
                                          {"half_up", Rounding::half_up},
                                          {"ceil", Rounding::ceil},
                                          {"half_down", Rounding::half_down},
                                          {"half_even", Rounding::half_even}});
}

}  // namespace kushi
