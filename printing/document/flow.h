#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "printing/document/clusters.h"
#include "printing/document/layout.h"

namespace kushi::printing {

/// One cluster on its way to a place.
struct Atom {
    std::uint32_t offset = 0;  ///< in the flow's text
    std::uint16_t bytes = 0;
    std::uint16_t advance = 0;  ///< at its style's size
    std::uint16_t run = 0;
    Break before = Break::never;
};

/// A line of a flow: half-open, in atoms.
struct Slice {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The runs of one cell as one clean text, before it is broken into lines. Filled again and again, it keeps its memory.
class Flow {
public:
    void fill(const std::vector<Run>& runs, const Metrics& metrics);
    [[nodiscard]] int width() const { return width_of({0, atoms_.size()}); }
    [[nodiscard]] int width_of(Slice slice) const;
    /// Breaks it into lines that fit, at least one. A style whose characters do not fit at all is made smaller.
    void wrap(int width, std::string_view language, std::vector<Slice>& lines);

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::vector<Atom>& atoms() const { return atoms_; }
    [[nodiscard]] const Style& style_of(const Atom& atom) const { return styles_[atom.run]; }

private:
    void append(std::string_view cluster, const Metrics& metrics, std::uint16_t run);
    void shrink_to(int width);
    void make_smaller(std::uint16_t run, int size);
    [[nodiscard]] std::size_t line_end(std::size_t begin, int width) const;
    [[nodiscard]] bool is_blank(std::size_t atom) const;

    std::string text_;
    std::vector<Atom> atoms_;
    std::vector<Style> styles_;  ///< by run
    std::vector<std::uint16_t> lengths_;
};

}  // namespace kushi::printing
