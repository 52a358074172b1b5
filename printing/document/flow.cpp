#include "printing/document/flow.h"

#include <algorithm>

namespace kushi::printing {
namespace {

std::size_t first_scalar_length(std::string_view cluster)
{
    std::size_t position = 0;
    next_scalar(cluster, position);
    return position;
}

}  // namespace

void Flow::fill(const std::vector<Run>& runs, const Metrics& metrics)
{
    text_.clear();
    atoms_.clear();
    styles_.clear();
    for (const Run& run : runs) {
        const std::string clean = clean_text(run.text);
        const auto index = static_cast<std::uint16_t>(styles_.size());
        styles_.push_back(run.style);
        styles_.back().size = std::clamp(run.style.size, 1, 4);
        cluster_lengths(clean, lengths_);
        for (std::size_t at = 0; const auto length : lengths_) {
            append(std::string_view{clean}.substr(at, length), metrics, index);
            at += length;
        }
    }
}

int Flow::width_of(Slice slice) const
{
    int width = 0;
    for (std::size_t i = slice.begin; i < slice.end; ++i) width += atoms_[i].advance;
    return width;
}

void Flow::append(std::string_view cluster, const Metrics& metrics, std::uint16_t run)
{
    const int advance = metrics.advance(cluster);
    const auto first = first_scalar_length(cluster);
    // Wider than any real cluster, such as a kana with a hundred half-width dakuten: it may break anywhere.
    if (advance > widest_cluster_dots && first < cluster.size()) {
        append(cluster.substr(0, first), metrics, run);
        for (std::size_t at = first; at < cluster.size();) {
            const auto length = first_scalar_length(cluster.substr(at));
            append(cluster.substr(at, length), metrics, run);
            at += length;
        }
        return;
    }
    atoms_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint16_t>(cluster.size()),
                      static_cast<std::uint16_t>(advance * styles_[run].size), run, Break::never});
    text_ += cluster;
}

void Flow::wrap(int width, std::string_view language, std::vector<Slice>& lines)
{
    lines.clear();
    shrink_to(width);
    if (this->width() <= width) {
        lines.push_back({0, atoms_.size()});
        return;
    }
    const auto breaks = line_breaks(text_, language);
    for (Atom& atom : atoms_) atom.before = breaks[atom.offset];
    for (std::size_t begin = 0; begin < atoms_.size();) {
        const auto next = line_end(begin, width);
        auto end = next;
        while (end > begin && is_blank(end - 1)) --end;
        lines.push_back({begin, end});
        begin = next;
    }
}

void Flow::shrink_to(int width)
{
    for (const Atom& atom : atoms_) {
        const int size = styles_[atom.run].size;
        if (size == 1 || atom.advance <= width) continue;
        const int at_size_one = atom.advance / size;
        make_smaller(atom.run, std::max(1, width / at_size_one));
    }
}

void Flow::make_smaller(std::uint16_t run, int size)
{
    const int was = styles_[run].size;
    for (Atom& atom : atoms_)
        if (atom.run == run) atom.advance = static_cast<std::uint16_t>(atom.advance / was * size);
    styles_[run].size = size;
}

/// Where the line that begins at `begin` ends: at the last good break that fits, else at a reluctant one, else between
/// two clusters. Blanks may hang over the edge; wrap trims them.
std::size_t Flow::line_end(std::size_t begin, int width) const
{
    int used = 0;
    std::size_t full = begin;
    while (full < atoms_.size() && used + atoms_[full].advance <= width) used += atoms_[full++].advance;
    std::size_t reach = full;
    while (reach < atoms_.size() && is_blank(reach)) ++reach;
    if (reach == atoms_.size()) return reach;
    for (const Break wanted : {Break::good, Break::reluctant})
        for (std::size_t end = reach; end > begin; --end)
            if (atoms_[end].before == wanted) return end;
    return std::max(full, begin + 1);
}

/// A blank with a mark on it is a character like any other.
bool Flow::is_blank(std::size_t atom) const
{
    return atoms_[atom].bytes == 1 && text_[atoms_[atom].offset] == ' ';
}

}  // namespace kushi::printing
