#pragma once

#include <string>
#include <vector>

#include "app/engine/story/chance.h"

namespace kushi {

/// Somebody who does not exist: phone numbers that no subscriber has, mail domains kept for examples.
struct InventedPerson {
    std::string name, reading, phone, email, birthday, language;
};

/// Japanese people for the Japanese salon, English-speaking ones for the others.
class InventedPeople {
public:
    explicit InventedPeople(const std::string& preset);
    [[nodiscard]] InventedPerson next(Chance& chance) const;

private:
    struct Name {
        std::string written, reading, latin;
    };
    std::vector<Name> family_, given_;
    std::vector<std::string> phones_;
    std::string email_domain_, language_;
};

}  // namespace kushi
