#pragma once

#include <string_view>

namespace kushi {

/// What a client agrees to before a treatment, in two parts that are answered each for itself. A text that changes gets
/// a new version: what was agreed to years ago must be known word by word.
struct ConsentText {
    std::string_view version, date;
    std::string_view title;
    std::string_view treatment_title, treatment;
    std::string_view health_title, health;
    std::string_view agree, decline;
    std::string_view sign_here;
};
/// In "ja" or else English.
const ConsentText& consent_text(std::string_view language);

}  // namespace kushi
