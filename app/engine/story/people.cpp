#include "app/engine/story/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "app/presets/presets.h"

namespace kushi {
namespace {

std::string lower_case(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

/// Each # becomes a digit.
std::string dialled(std::string pattern, Chance& chance)
{
    for (char& place : pattern) {
        if (place == '#') place = static_cast<char>('0' + chance.below(10));
    }
    return pattern;
}

}  // namespace

InventedPeople::InventedPeople(const std::string& preset) : language_{preset == "tokyo" ? "ja" : "en"}
{
    const auto all = nlohmann::json::parse(names_json());
    const auto& own = all.at(language_);
    const auto read = [&](const char* kind, std::vector<Name>& names) {
        for (const auto& name : own.at(kind)) {
            if (name.is_string()) names.push_back({name.get<std::string>(), {}, name.get<std::string>()});
            else names.push_back({name.at("name"), name.at("reading"), name.at("romaji")});
        }
    };
    read("family", family_);
    read("given", given_);
    const auto& phones = own.at("phones");
    phones_ = (phones.is_array() ? phones : phones.at(preset)).get<std::vector<std::string>>();
    email_domain_ = own.at("email_domain").get<std::string>();
}

InventedPerson InventedPeople::next(Chance& chance) const
{
    const auto& family = chance.one_of(family_);
    const auto& given = chance.one_of(given_);
    InventedPerson person;
    person.language = language_;
    person.name = language_ == "ja" ? family.written + " " + given.written : given.written + " " + family.written;
    if (language_ == "ja") person.reading = family.reading + " " + given.reading;
    person.phone = dialled(chance.one_of(phones_), chance);
    person.email = lower_case(given.latin) + "." + lower_case(family.latin) + std::to_string(chance.between(10, 99)) + "@" + email_domain_;
    person.birthday = fmt::format("{:04}-{:02}-{:02}", chance.between(1950, 2006), chance.between(1, 12), chance.between(1, 28));
    return person;
}

}  // namespace kushi
