#include "core/care/answers.h"

#include <nlohmann/json.hpp>

#include "core/text/json_limits.h"

namespace kushi {

namespace {

using nlohmann::json;

bool is_control(unsigned char byte)
{
    return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f;
}

std::size_t code_points(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

bool is_blank(const std::string& text)
{
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

}  // namespace

Answers::Answers(const json* object, std::string path, std::optional<Refusal>& refusal)
    : object_{object}, path_{std::move(path)}, refusal_{refusal}
{
    if (object_ != nullptr && object_->is_null()) object_ = nullptr;
    if (object_ == nullptr || object_->is_object()) return;
    if (!refusal_) refusal_ = Refusal{"bad_request", path_, "object"};
    object_ = nullptr;
}

std::string Answers::path_of(const std::string& name) const
{
    const std::string ours = name_to_repeat(name);
    return path_.empty() || ours.empty() ? path_ + ours : path_ + "." + ours;
}

void Answers::refuse(std::string code, const std::string& name, std::string detail)
{
    if (!refusal_) refusal_ = Refusal{std::move(code), path_of(name), std::move(detail)};
}

const json* Answers::find(const std::string& name)
{
    asked_.insert(name);
    if (object_ == nullptr || refusal_) return nullptr;
    const auto found = object_->find(name);
    return found == object_->end() || found->is_null() ? nullptr : &*found;
}

std::optional<bool> Answers::yes_or_no(const std::string& name)
{
    const json* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (value->is_boolean()) return value->get<bool>();
    refuse("bad_request", name, "true, false");
    return std::nullopt;
}

std::optional<int> Answers::whole(const std::string& name, int low, int high)
{
    const json* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_number_integer()) {
        refuse("bad_request", name, "integer");
        return std::nullopt;
    }
    // An unsigned past 63 bits would read as negative: out of every range of ours either way.
    const auto number = value->get<std::int64_t>();
    if (number >= low && number <= high) return static_cast<int>(number);
    refuse("out_of_range", name, std::to_string(low) + " to " + std::to_string(high));
    return std::nullopt;
}

std::optional<double> Answers::number(const std::string& name, double low, double high)
{
    const json* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_number()) {
        refuse("bad_request", name, "number");
        return std::nullopt;
    }
    const auto number = value->get<double>();
    if (number >= low && number <= high) return number + 0.0;  // so that -0.0 is 0
    refuse("out_of_range", name, json(low).dump() + " to " + json(high).dump());
    return std::nullopt;
}

bool Answers::check_text(const json& value, const std::string& name, std::size_t characters)
{
    const auto* text = value.get_ptr<const std::string*>();
    if (text == nullptr) {
        refuse("bad_request", name, "text");
    } else if (code_points(*text) > characters) {
        refuse("too_long", name, std::to_string(characters));
    } else if (std::any_of(text->begin(), text->end(),
                           [](char byte) { return is_control(static_cast<unsigned char>(byte)); })) {
        refuse("bad_request", name, "control character");
    } else {
        return true;
    }
    return false;
}

std::optional<std::string> Answers::text(const std::string& name, std::size_t characters)
{
    const json* value = find(name);
    if (value == nullptr || !check_text(*value, name, characters)) return std::nullopt;
    return value->get<std::string>();
}

std::optional<std::vector<std::string>> Answers::texts(const std::string& name, const TextLimits& limits)
{
    const json* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_array()) {
        refuse("bad_request", name, "list");
        return std::nullopt;
    }
    if (value->size() > limits.entries) {
        refuse("too_long", name, std::to_string(limits.entries));
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const json& entry : *value) {
        if (!check_text(entry, name, limits.characters)) return std::nullopt;
        texts.push_back(entry.get<std::string>());
        if (is_blank(texts.back())) {
            refuse("bad_request", name, "blank");
            return std::nullopt;
        }
    }
    return texts;
}

std::optional<std::string> Answers::word(const std::string& name)
{
    const json* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (value->is_string()) return value->get<std::string>();
    refuse("bad_request", name, "text");
    return std::nullopt;
}

std::optional<std::vector<std::string>> Answers::words(const std::string& name)
{
    const json* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_array() ||
        std::any_of(value->begin(), value->end(), [](const json& entry) { return !entry.is_string(); })) {
        refuse("bad_request", name, "list of words");
        return std::nullopt;
    }
    return value->get<std::vector<std::string>>();
}

Answers Answers::inside(const std::string& name)
{
    return {find(name), path_of(name), refusal_};
}

std::vector<std::string> Answers::names() const
{
    std::vector<std::string> names;
    if (object_ == nullptr) return names;
    for (const auto& field : object_->items()) names.push_back(field.key());
    return names;
}

void Answers::nothing_else()
{
    for (const std::string& name : names()) {
        if (!asked_.contains(name)) return refuse("unknown_field", name);
    }
}

}  // namespace kushi
