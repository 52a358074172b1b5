#include "app/engine/request_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/id.h"
#include "core/text/json_limits.h"
#include "core/text/names.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

/// A trillion yen: no till takes more, and sums of many stay far from 64 bits.
constexpr std::int64_t largest_amount = 1'000'000'000'000;

/// What every command may carry beside its own fields; the engine has read them.
const std::set<std::string> common_fields{"do", "as", "at", "tag", "approved_by", "pin"};

const Json& nothing()
{
    static const Json null;
    return null;
}

}  // namespace

RequestFields::RequestFields(const Json& request) : request_{request} {}

const Json& RequestFields::any(const char* name)
{
    asked_.insert(name);
    const auto found = request_.find(name);
    return found == request_.end() ? nothing() : *found;
}

bool RequestFields::has(const char* name) { return !any(name).is_null(); }

bool RequestFields::is_emptied(const char* name) { return any(name).is_null() && request_.contains(name); }

void RequestFields::refuse(std::string code, std::string field, std::string detail)
{
    if (!problem_) problem_ = Refusal{std::move(code), std::move(field), std::move(detail)};
}

std::optional<std::string> RequestFields::optional_text(const char* name)
{
    const auto& value = any(name);
    if (value.is_null()) return std::nullopt;
    if (!value.is_string()) {
        refuse("bad_request", name);
        return std::nullopt;
    }
    return value.get<std::string>();
}

std::string RequestFields::text(const char* name)
{
    auto value = optional_text(name);
    if (!value || value->empty()) {
        refuse("bad_request", name);
        return {};
    }
    return *std::move(value);
}

std::optional<std::string> RequestFields::optional_word(const char* name, const std::vector<std::string>& allowed)
{
    auto value = optional_text(name);
    if (value && std::find(allowed.begin(), allowed.end(), *value) == allowed.end()) {
        refuse("unknown_word", name, fmt::format("{}", fmt::join(allowed, ", ")));
    }
    return value;
}

std::string RequestFields::word(const char* name, const std::vector<std::string>& allowed)
{
    auto value = optional_word(name, allowed);
    if (!value) refuse("bad_request", name);
    return value.value_or("");
}

std::optional<std::string> RequestFields::optional_name(const char* name)
{
    const auto value = optional_text(name);
    if (!value) return std::nullopt;
    auto clean = clean_name(*value, name);
    if (!clean) {
        refuse(clean.error().code, name, clean.error().detail);
        return std::nullopt;
    }
    return *std::move(clean);
}

std::optional<std::string> RequestFields::optional_free_text(const char* name)
{
    const auto value = optional_text(name);
    if (!value || value->empty()) return std::nullopt;
    auto clean = clean_text(*value, name);
    if (!clean) {
        refuse(clean.error().code, name, clean.error().detail);
        return std::nullopt;
    }
    return *std::move(clean);
}

std::string RequestFields::free_text(const char* name)
{
    auto value = optional_free_text(name);
    if (!value) refuse("needs_reason", name);
    return value.value_or("");
}

std::optional<bool> RequestFields::optional_flag(const char* name)
{
    const auto& value = any(name);
    if (value.is_null()) return std::nullopt;
    if (!value.is_boolean()) {
        refuse("bad_request", name);
        return std::nullopt;
    }
    return value.get<bool>();
}

bool RequestFields::flag(const char* name, bool otherwise) { return optional_flag(name).value_or(otherwise); }

std::optional<std::int64_t> RequestFields::optional_whole(const char* name, std::int64_t least, std::int64_t most)
{
    const auto& value = any(name);
    if (value.is_null()) return std::nullopt;
    if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX)) {
        refuse("bad_request", name);
        return std::nullopt;
    }
    const auto number = value.get<std::int64_t>();
    if (number < least || number > most) refuse("out_of_range", name);
    return std::clamp(number, least, most);
}

std::optional<std::int64_t> RequestFields::optional_amount(const char* name)
{
    const auto& value = any(name);
    if (value.is_number_integer() && !value.is_number_unsigned() && value.get<std::int64_t>() < 0) {
        refuse("bad_amount", name);
        return std::nullopt;
    }
    return optional_whole(name, 0, largest_amount);
}

std::int64_t RequestFields::amount(const char* name)
{
    const auto value = optional_amount(name);
    if (!value) refuse("bad_request", name);
    return value.value_or(0);
}

std::optional<Quantity> RequestFields::optional_quantity(const char* name)
{
    const auto& value = any(name);
    if (value.is_null()) return std::nullopt;
    const auto text = value.is_number_integer() ? value.dump() : value.is_string() ? value.get<std::string>() : std::string{};
    const auto quantity = Quantity::parse(text, name);
    if (!quantity || quantity->units <= 0) {
        refuse("bad_quantity", name);
        return std::nullopt;
    }
    return *quantity;
}

Quantity RequestFields::quantity(const char* name)
{
    const auto value = optional_quantity(name);
    if (!value) refuse("bad_request", name);
    return value.value_or(Quantity::whole(1));
}

std::optional<Percent> RequestFields::optional_percent(const char* name)
{
    const auto& value = any(name);
    if (value.is_null()) return std::nullopt;
    const auto text = value.is_number_integer() ? value.dump() : value.is_string() ? value.get<std::string>() : std::string{};
    const auto percent = Percent::parse(text, name);
    if (!percent) {
        refuse("bad_percent", name);
        return std::nullopt;
    }
    return *percent;
}

std::optional<Instant> RequestFields::optional_instant(const char* name)
{
    const auto value = optional_text(name);
    if (!value) return std::nullopt;
    const auto at = parse_instant(*value);
    if (!at) refuse("bad_instant", name);
    return at;
}

Instant RequestFields::instant(const char* name)
{
    const auto value = optional_instant(name);
    if (!value) refuse("bad_request", name);
    return value.value_or(Instant{});
}

std::string RequestFields::uuid(const char* name)
{
    const auto bytes = parse_uuid(text(name));
    if (!bytes) refuse("bad_key", name);
    return bytes ? uuid_text(*bytes) : std::string{};
}

std::optional<Refusal> RequestFields::problem()
{
    if (problem_) return problem_;
    for (const auto& [name, value] : request_.items()) {
        if (!asked_.contains(name) && !common_fields.contains(name)) {
            return Refusal{"unknown_field", name_to_repeat(name), {}};
        }
    }
    return std::nullopt;
}

}  // namespace kushi
