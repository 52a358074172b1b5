#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "printing/pages/page_document.h"

namespace kushi::printing {

/// The document as a PDF of A4 pages: text that can be selected and searched, fonts embedded as subsets. The same
/// document makes the same bytes. Fonts: "Inter, IPAexGothic, Noto Sans CJK JP". Refuses `out_of_range` for more than
/// 500 pages.
/// @throws std::runtime_error when Cairo fails (no memory)
Outcome<std::string> pdf_of(const PageDocument& document);

/// The families that pages are set in and this computer does not have: another stands in for them.
std::vector<std::string> missing_page_fonts();

}  // namespace kushi::printing
