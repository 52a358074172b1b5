#pragma once

#include <string>

#include "printing/document/document.h"
#include "printing/profiles/profile.h"

namespace kushi {

/// A page that shows what a printer does with widths, money signs, kana, kanji, drawn characters, styles and a QR code.
printing::Document test_page_document(const printing::Profile& profile, const std::string& language);

}  // namespace kushi
