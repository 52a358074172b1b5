#include "tests/printing/pages/pdf_tools.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/engine/temporary_folder.h"

namespace kushi::test {
namespace {

/// What `tool FILE [end]` says of the PDF.
std::string said_of(const std::string& pdf, const std::string& tool, const std::string& end)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "pages.pdf";
    std::ofstream{file, std::ios::binary} << pdf;
    FILE* pipe = ::popen((tool + ' ' + file.string() + ' ' + end).c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error{"no process for " + tool};
    std::string said;
    std::array<char, 4'096> part{};
    while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) said.append(part.data(), count);
    if (::pclose(pipe) != 0) throw std::runtime_error{tool + " cannot read the PDF"};
    return said;
}

std::vector<std::string> split(const std::string& text, char at)
{
    std::vector<std::string> parts;
    std::istringstream in{text};
    for (std::string part; std::getline(in, part, at);) parts.push_back(part);
    return parts;
}

}  // namespace

std::string text_of_pdf(const std::string& pdf, bool layout)
{
    return said_of(pdf, layout ? "pdftotext -layout" : "pdftotext", "-");
}

std::vector<std::string> pages_of_pdf(const std::string& pdf)
{
    return split(said_of(pdf, "pdftotext", "-"), '\f');
}

std::vector<std::string> fonts_of_pdf(const std::string& pdf)
{
    auto lines = split(said_of(pdf, "pdffonts", {}), '\n');
    lines.erase(lines.begin(), lines.begin() + 2);  // the table's head
    return lines;
}

std::string facts_of_pdf(const std::string& pdf)
{
    return said_of(pdf, "TZ=UTC pdfinfo", {});
}

std::string without_blanks(const std::string& text)
{
    std::string kept;
    for (const char letter : text)
        if (letter != ' ' && letter != '\n' && letter != '\f') kept += letter;
    return kept;
}

}  // namespace kushi::test
