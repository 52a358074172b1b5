#pragma once

#include <string>
#include <vector>

namespace kushi::test {

// What poppler, which shares nothing with Cairo, reads in a PDF.

/// The text of a PDF as a reader selects it, page after page. `layout` keeps columns side by side.
std::string text_of_pdf(const std::string& pdf, bool layout = false);
/// The text of each page.
std::vector<std::string> pages_of_pdf(const std::string& pdf);
/// A line a font: name, type, encoding, embedded, subset, Unicode.
std::vector<std::string> fonts_of_pdf(const std::string& pdf);
/// Title, author, dates, pages, as pdfinfo says them.
std::string facts_of_pdf(const std::string& pdf);
/// A text without blanks and line ends, for what may be broken anywhere.
std::string without_blanks(const std::string& text);

}  // namespace kushi::test
