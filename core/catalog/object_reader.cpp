#include "core/catalog/object_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/day/business_day.h"

namespace kushi {
namespace {

using nlohmann::json;

constexpr std::int64_t largest_amount = 1'000'000'000'000;
constexpr std::size_t longest_text = 500;  // bytes: a name, an ingredient or an address, never a document

/// C0, DEL and C1 (in UTF-8: C2 80 to C2 9F): they would reach a printer as commands.
bool has_control(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 || byte == 0x7f) return true;
        if (byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) return true;
    }
    return false;
}

bool is_kebab(std::string_view text)
{
    if (text.empty() || text.size() > 60 || text.front() == '-' || text.back() == '-') return false;
    if (text.find("--") != std::string_view::npos) return false;
    return std::ranges::all_of(text,
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// Recipes, uses and lots are written with one decimal of ml or g, and in whole pieces.
bool fits(Quantity amount, Unit unit)
{
    return amount.units % (unit == Unit::piece ? Quantity::one : Quantity::one / 10) == 0;
}

}  // namespace

ObjectReader::ObjectReader(const json& object, std::string path, FirstFault& fault)
    : object_{&object}, path_{std::move(path)}, fault_{&fault}
{
    if (!object.is_object()) refuse("bad_request", "", "not an object");
}

std::string ObjectReader::path_of(std::string_view name) const
{
    if (path_.empty() || name.empty()) return path_ + std::string{name};
    return path_ + "." + std::string{name};
}

void ObjectReader::refuse(std::string code, std::string_view name, std::string detail)
{
    if (!*fault_) *fault_ = Refusal{std::move(code), path_of(name), std::move(detail)};
}

const json* ObjectReader::find(std::string_view name)
{
    asked_.emplace_back(name);
    if (!object_->is_object()) return nullptr;
    const auto found = object_->find(std::string{name});
    return found == object_->end() || found->is_null() ? nullptr : &*found;
}

bool ObjectReader::has(std::string_view name)
{
    return find(name) != nullptr;
}

const json* ObjectReader::require(std::string_view name)
{
    const json* value = find(name);
    if (value == nullptr) refuse("bad_request", name, "missing");
    return value;
}

void ObjectReader::finish()
{
    if (!object_->is_object()) return;
    for (const auto& item : object_->items()) {
        if (std::ranges::find(asked_, item.key()) == asked_.end()) refuse("bad_request", item.key(), "unknown");
    }
}

std::string ObjectReader::checked_text(const json& value, std::string_view name)
{
    if (!value.is_string()) {
        refuse("bad_request", name, "not a text");
        return {};
    }
    auto text = value.get<std::string>();
    if (text.empty() || text.size() > longest_text || has_control(text)) refuse("bad_text", name);
    return text;
}

std::string ObjectReader::text(std::string_view name)
{
    const json* value = require(name);
    return value == nullptr ? std::string{} : checked_text(*value, name);
}

std::optional<std::string> ObjectReader::optional_text(std::string_view name)
{
    const json* value = find(name);
    if (value == nullptr) return std::nullopt;
    return checked_text(*value, name);
}

std::string ObjectReader::text_or_none(std::string_view name)
{
    const json* value = find(name);
    return value == nullptr || *value == "" ? std::string{} : checked_text(*value, name);
}

std::vector<std::string> ObjectReader::texts(std::string_view name)
{
    std::vector<std::string> texts;
    const json* value = require(name);
    if (value == nullptr) return texts;
    if (!value->is_array())
        refuse("bad_request", name, "not a list");
    else
        for (const json& each : *value) texts.push_back(checked_text(each, name));
    return texts;
}

std::string ObjectReader::code(std::string_view name)
{
    auto code = text(name);
    if (!is_kebab(code)) refuse("bad_code", name);
    return code;
}

std::optional<std::string> ObjectReader::optional_code(std::string_view name)
{
    auto code = optional_text(name);
    if (code && !is_kebab(*code)) refuse("bad_code", name);
    return code;
}

LocalText ObjectReader::words(std::string_view name)
{
    ObjectReader both = object(name);
    LocalText words{both.text("en"), both.text("ja")};
    both.finish();
    return words;
}

LocalText ObjectReader::words_or_none(std::string_view name)
{
    ObjectReader both = object(name);
    const auto lines = [&](std::string_view language) {
        const json* value = both.find(language);
        if (value == nullptr || *value == "") return std::string{};
        if (!value->is_string()) {
            both.refuse("bad_request", language, "not a text");
            return std::string{};
        }
        auto text = value->get<std::string>();
        auto in_one_line = text;
        std::ranges::replace(in_one_line, '\n', ' ');
        if (text.size() > longest_text || has_control(in_one_line)) both.refuse("bad_text", language);
        return text;
    };
    LocalText words{lines("en"), lines("ja")};
    both.finish();
    return words;
}

bool ObjectReader::flag(std::string_view name)
{
    const json* value = require(name);
    if (value == nullptr) return false;
    if (!value->is_boolean()) refuse("bad_request", name, "not true or false");
    return value->is_boolean() && value->get<bool>();
}

bool ObjectReader::optional_flag(std::string_view name)
{
    return object_->is_object() && object_->contains(std::string{name}) && flag(name);
}

std::int64_t ObjectReader::whole(std::string_view name, std::int64_t least, std::int64_t most)
{
    const json* value = require(name);
    if (value == nullptr) return 0;
    if (!value->is_number_integer()) {  // 3.0 is no integer here: money and minutes never are decimals
        refuse("bad_request", name, "not a whole number");
        return 0;
    }
    // Read as unsigned where JSON holds it so: 2^64 - 1 taken as int64 would be -1.
    const bool too_large =
        value->is_number_unsigned() && value->get<std::uint64_t>() > static_cast<std::uint64_t>(most);
    const auto number = too_large ? most : value->get<std::int64_t>();
    if (too_large || number < least || number > most) refuse("out_of_range", name);
    return number;
}

std::int64_t ObjectReader::amount(std::string_view name)
{
    const json* value = require(name);
    if (value == nullptr) return 0;
    if (value->is_number_integer() && !value->is_number_unsigned() && value->get<std::int64_t>() < 0) {
        refuse("bad_amount", name, "negative");
    }
    return whole(name, 0, largest_amount);
}

Quantity ObjectReader::quantity_or_zero(std::string_view name, Unit unit)
{
    const auto read = Quantity::parse(text(name), path_of(name));
    if (!read) {
        refuse(read.error().code, name);
        return {};
    }
    if (!fits(*read, unit)) refuse("too_many_decimals", name);
    return *read;
}

Quantity ObjectReader::quantity(std::string_view name, Unit unit)
{
    const Quantity read = quantity_or_zero(name, unit);
    if (read.units == 0) refuse("bad_quantity", name);
    return read;
}

Rate ObjectReader::rate(std::string_view name)
{
    auto read = Rate::parse(text(name), path_of(name));
    if (!read) refuse(read.error().code, name);
    return read ? *read : Rate{};
}

std::optional<std::chrono::year_month_day> ObjectReader::optional_date(std::string_view name)
{
    const auto written = optional_text(name);
    if (!written) return std::nullopt;
    const auto read = parse_date(*written);
    if (!read) refuse("bad_date", name);
    return read;
}

std::chrono::year_month_day ObjectReader::date(std::string_view name)
{
    if (require(name) == nullptr) return {};
    return optional_date(name).value_or(std::chrono::year_month_day{});
}

Percent ObjectReader::percent(std::string_view name)
{
    const auto read = Percent::parse(text(name), path_of(name));
    if (!read) refuse(read.error().code, name);
    return read.value_or(Percent{});
}

std::vector<std::string> ObjectReader::names() const
{
    std::vector<std::string> names;
    if (!object_->is_object()) return names;
    for (const auto& item : object_->items()) names.push_back(item.key());
    return names;
}

std::size_t ObjectReader::one_of(std::string_view name, std::span<const std::string_view> words)
{
    const auto found = std::ranges::find(words, text(name));
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    refuse("unknown_word", name);
    return 0;
}

ObjectReader ObjectReader::object(std::string_view name)
{
    static const json nothing = json::object();
    const json* value = require(name);
    return ObjectReader{value == nullptr ? nothing : *value, path_of(name), *fault_};
}

std::vector<ObjectReader> ObjectReader::objects_or_none(std::string_view name)
{
    std::vector<ObjectReader> objects;
    const json* value = require(name);
    if (value == nullptr) return objects;
    if (!value->is_array()) {
        refuse("bad_request", name, "not a list");
        return objects;
    }
    for (const json& each : *value) {
        objects.emplace_back(each, path_of(name) + "[" + std::to_string(objects.size()) + "]", *fault_);
    }
    return objects;
}

std::vector<ObjectReader> ObjectReader::objects(std::string_view name)
{
    auto objects = objects_or_none(name);
    if (objects.empty()) refuse("bad_request", name, "empty");
    return objects;
}

}  // namespace kushi
