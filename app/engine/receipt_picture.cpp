#include "app/engine/receipt_picture.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "app/engine/engine.h"
#include "app/engine/papers/sale_papers.h"
#include "db/journal.h"
#include "db/read/sales.h"
#include "printing/document/layout.h"
#include "printing/document/paper.h"
#include "printing/escpos/characters.h"
#include "printing/profiles/profile.h"
#include "printing/raster/bitmap.h"

namespace kushi {
namespace {

constexpr int widest_px = 4'096;
constexpr double white = 255;

/// How much of each source cell a pixel covers along one side.
struct Cover {
    int first = 0;
    std::vector<double> shares;  ///< of the pixel; together 1
};

std::vector<Cover> covers(int from, int to)
{
    std::vector<Cover> all(static_cast<std::size_t>(to));
    const double cells = static_cast<double>(from) / to;  // in one pixel
    for (int pixel = 0; pixel < to; ++pixel) {
        const double begin = pixel * cells, end = begin + cells;
        auto& cover = all[static_cast<std::size_t>(pixel)];
        cover.first = std::min(static_cast<int>(begin), from - 1);
        for (int cell = cover.first; cell < from && cell < end; ++cell) {
            cover.shares.push_back((std::min<double>(end, cell + 1) - std::max<double>(begin, cell)) / cells);
        }
    }
    return all;
}

/// The dots of one row, made as many pixels as asked: 1 is black all over.
std::vector<double> darkness_of_row(const printing::Bitmap& paper, int y, const std::vector<Cover>& columns)
{
    std::vector<double> darkness;
    darkness.reserve(columns.size());
    for (const auto& column : columns) {
        double dark = 0;
        for (std::size_t i = 0; i < column.shares.size(); ++i) {
            if (paper.dot(column.first + static_cast<int>(i), y)) dark += column.shares[i];
        }
        darkness.push_back(dark);
    }
    return darkness;
}

Pixels scaled(const printing::Bitmap& paper, int width_px)
{
    Pixels picture;
    picture.width = width_px;
    picture.height =
        std::max(1, static_cast<int>(std::lround(static_cast<double>(paper.height()) * width_px / paper.width())));
    const auto columns = covers(paper.width(), picture.width);
    std::vector<std::vector<double>> rows;
    for (int y = 0; y < paper.height(); ++y) rows.push_back(darkness_of_row(paper, y, columns));
    for (const auto& cover : covers(paper.height(), picture.height)) {
        for (std::size_t x = 0; x < columns.size(); ++x) {
            double dark = 0;
            for (std::size_t i = 0; i < cover.shares.size(); ++i) {
                dark += cover.shares[i] * rows[static_cast<std::size_t>(cover.first) + i][x];
            }
            picture.grey.push_back(static_cast<std::uint8_t>(std::lround(white * (1 - std::clamp(dark, 0.0, 1.0)))));
        }
    }
    return picture;
}

}  // namespace

std::optional<Pixels> receipt_picture(const Engine& engine, const std::string& number, int width_px,
                                      const std::string& language)
{
    return receipt_picture(engine, number, width_px, language, PaperWish{});
}

std::optional<Pixels> receipt_picture(const Engine& engine, const std::string& number, int width_px,
                                      const std::string& language, const PaperWish& wish)
{
    if (width_px <= 0 || width_px > widest_px) throw std::invalid_argument{"a picture's width"};
    const auto sale = sale_by_number(engine.database(), engine.vault(), number);
    if (!sale) return std::nullopt;
    const auto document = wanted_paper(engine.database(), engine.vault(), engine.salon(), engine.identity().training, *sale,
                                       wish, language, engine.world().now());
    if (!document) return std::nullopt;
    const auto* profile = printing::find_profile("generic-80");
    return scaled(printing::paint(printing::lay_out(*document, printing::metrics_of(*profile))), width_px);
}

}  // namespace kushi
