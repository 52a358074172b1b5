#include "printing/pages/pdf.h"

#include <cairo-pdf.h>
#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <stdexcept>

#include "printing/pages/pieces.h"

namespace kushi::printing {
namespace {

using namespace pages;

// A4 in points, and its margins: a hole punch takes 12 mm at the left.
constexpr double page_width = 595.276, page_height = 841.89;
constexpr double left = 45, right = 45, top = 40, foot_baseline = 808;
constexpr double body_width = page_width - left - right;
constexpr double body_bottom = 790;
constexpr std::size_t most_pages = 500;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length)
{
    try {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) {  // must not pass through Cairo's C frames
        return CAIRO_STATUS_NO_MEMORY;
    }
}

void check(cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error{std::string{"PDF: "} + cairo_status_to_string(status)};
}

/// Where a piece stands: its page, and how far from the top.
struct Placed {
    const Piece* piece = nullptr;
    double y = 0;
    double scale = 1;
};
using Page = std::vector<Placed>;

/// Puts the pieces on pages, in order.
class Paginator {
public:
    Paginator(double first_top, double next_top) : next_top_{next_top}, y_{first_top}, top_{first_top} {}

    std::vector<Page> place(const Pieces& pieces)
    {
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (!at_top() && !fits(pieces, i)) turn();
            put(pieces[i]);
        }
        return std::move(pages_);
    }

private:
    [[nodiscard]] bool at_top() const { return pages_.back().empty(); }

    /// With all that must stay with it; where that is more than a page has, the piece alone.
    [[nodiscard]] bool fits(const Pieces& pieces, std::size_t first) const
    {
        double height = pieces[first].space_before + pieces[first].height;
        for (std::size_t i = first; pieces[i].keep_with_next && i + 1 < pieces.size(); ++i)
            height += pieces[i + 1].space_before + pieces[i + 1].height;
        if (height > body_bottom - next_top_) height = pieces[first].space_before + pieces[first].height;
        return y_ + height <= body_bottom;
    }

    void turn()
    {
        pages_.emplace_back();
        y_ = top_ = next_top_;
    }

    void put(const Piece& piece)
    {
        if (at_top() && piece.repeated) {
            pages_.back().push_back({piece.repeated.get(), y_, 1});
            y_ += piece.repeated->height;
        } else if (!at_top()) {
            y_ += piece.space_before;
        }
        // What is higher than a whole page is drawn smaller: nothing is cut off.
        const double room = body_bottom - y_;
        const double scale = piece.height > room ? room / piece.height : 1;
        pages_.back().push_back({&piece, y_, scale});
        y_ += piece.height * scale;
    }

    double next_top_, y_, top_;
    std::vector<Page> pages_ = std::vector<Page>(1);
};

/// The salon's comb, as on the lock screen: an arched back and its teeth.
void draw_comb(cairo_t* cairo, double x, double y, double size)
{
    fill_box(cairo, x, y, size, size, colours::brand, size * 0.26);
    set_colour(cairo, colours::comb);
    const double wide = size * 0.66, from = x + (size - wide) / 2, shoulder = y + size * 0.5;
    cairo_move_to(cairo, from, shoulder);
    cairo_curve_to(cairo, from, y + size * 0.2, from + wide, y + size * 0.2, from + wide, shoulder);
    cairo_close_path(cairo);
    cairo_fill(cairo);
    constexpr int teeth = 7;
    const double step = wide / (teeth * 2 - 1);
    for (int i = 0; i < teeth; ++i)
        fill_box(cairo, from + 2 * i * step, shoulder - 0.2, step, size * 0.24, colours::comb, step / 2);
}

class PagesWriter {
public:
    explicit PagesWriter(const PageDocument& document) : document_{document}, typesetter_{document.language} {}

    Outcome<std::string> write()
    {
        for (const auto& block : document_.blocks)
            std::visit([&](const auto& one) { add_pieces(pieces_, typesetter_, body_width, one); }, block);
        set_head();
        set_running_head();
        const auto pages = Paginator{top + head_.height, top + running_head_.height}.place(pieces_);
        if (pages.size() > most_pages) return refused("out_of_range", {}, fmt::format("{} pages", pages.size()));
        return drawn(pages);
    }

private:
    void set_head()
    {
        constexpr double logo = 34, gap = 12, most_letter_width = 190;
        double letter_width = 0;
        for (const auto& line : document_.letterhead)
            letter_width = std::max(letter_width, typesetter_.width_of(line, letter_style(letter_width == 0)));
        letter_width = std::min(letter_width + 1, most_letter_width);
        const double title_width = body_width - letter_width - logo - 2 * gap;
        const auto title = typesetter_.set(document_.title, {.size = 20, .strong = true}, title_width);
        const auto subtitle =
            typesetter_.set(document_.subtitle, {.size = 10, .colour = colours::ink_second}, title_width);
        std::vector<SetText> letters;
        double letter_height = 0;
        for (const auto& line : document_.letterhead) {
            letters.push_back(typesetter_.set(line, letter_style(letters.empty()), letter_width));
            letter_height += letters.back().height() + 1;
        }
        const double rule = std::max({logo, title.height() + subtitle.height() + 2, letter_height}) + 10;
        const auto mark = mark_of(10);
        const double mark_height = document_.mark.empty() ? 0 : mark.height() + 16;
        head_ = {.height = rule + mark_height + 12,
                 .draw = [=, letters = std::move(letters)](cairo_t* cairo, double y) {
                     draw_mark(cairo, mark, y, mark_height);
                     y += mark_height;
                     draw_comb(cairo, 0, y + 2, logo);
                     title.draw(cairo, logo + gap, y);
                     subtitle.draw(cairo, logo + gap, y + title.height() + 2);
                     double at = y;
                     for (const auto& line : letters) {
                         line.draw(cairo, body_width - letter_width, at);
                         at += line.height() + 1;
                     }
                     draw_line(cairo, 0, y + rule, body_width, colours::line_strong, 0.7);
                 }};
    }

    static TextStyle letter_style(bool name)
    {
        return {.size = name ? 9.5 : 8.0,
                .strong = name,
                .colour = name ? colours::ink : colours::ink_second,
                .align = PageAlign::right};
    }

    void set_running_head()
    {
        const TextStyle small{.size = 8, .colour = colours::ink_second};
        const auto title = typesetter_.set(document_.title + "  ·  " + document_.subtitle, small, body_width * 0.62);
        auto right_style = small;
        right_style.align = PageAlign::right;
        const double name_width = body_width * 0.35;
        const auto name =
            typesetter_.set(document_.letterhead.empty() ? "" : document_.letterhead.front(), right_style, name_width);
        const auto mark = mark_of(8);
        const double mark_height = document_.mark.empty() ? 0 : mark.height() + 12;
        const double rule = std::max(title.height(), name.height()) + 4;
        running_head_ = {.height = rule + mark_height + 10, .draw = [=](cairo_t* cairo, double y) {
                             draw_mark(cairo, mark, y, mark_height);
                             y += mark_height;
                             title.draw(cairo, 0, y);
                             if (!name.empty()) name.draw(cairo, body_width - name_width, y);
                             draw_line(cairo, 0, y + rule, body_width, colours::line);
                         }};
    }

    [[nodiscard]] SetText mark_of(double size) const
    {
        return typesetter_.set(document_.mark, {.size = size, .strong = true, .colour = colours::on_danger},
                               body_width - 16);
    }

    static void draw_mark(cairo_t* cairo, const SetText& mark, double y, double height)
    {
        if (height <= 0) return;
        constexpr double under = 8;
        fill_box(cairo, 0, y, body_width, height - under, colours::danger_soft, 3);
        mark.draw(cairo, 8, y + (height - under - mark.height()) / 2);
    }

    void draw_foot(cairo_t* cairo, std::size_t page, std::size_t pages) const
    {
        const TextStyle small{.size = 8, .colour = colours::ink_second};
        std::string words = document_.page_of;
        for (const auto number : {page, pages})
            if (const auto gap = words.find("{}"); gap != std::string::npos)
                words.replace(gap, 2, std::to_string(number));
        const auto numbers = typesetter_.set(words, small);
        const auto made = typesetter_.set(document_.foot, small, body_width - numbers.width() - 20);
        draw_line(cairo, 0, foot_baseline - 12, body_width, colours::line);
        made.draw(cairo, 0, foot_baseline - made.baseline());
        numbers.draw(cairo, body_width - numbers.width(), foot_baseline - numbers.baseline());
    }

    void describe(cairo_surface_t* surface) const
    {
        const auto made = date::format("%FT%TZ", date::floor<std::chrono::seconds>(document_.made_at));
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
                                       (document_.title + " " + document_.subtitle).c_str());
        if (!document_.letterhead.empty())
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, document_.letterhead.front().c_str());
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Kushi");
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
    }

    [[nodiscard]] std::string drawn(const std::vector<Page>& pages) const
    {
        std::string bytes;
        const Owned<cairo_surface_t> surface{
            cairo_pdf_surface_create_for_stream(&append, &bytes, page_width, page_height)};
        check(cairo_surface_status(surface.get()));
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
        describe(surface.get());
        {
            const Owned<cairo_t> cairo{cairo_create(surface.get())};
            cairo_translate(cairo.get(), left, 0);
            for (std::size_t i = 0; i < pages.size(); ++i) {
                (i == 0 ? head_ : running_head_).draw(cairo.get(), top);
                for (const auto& placed : pages[i]) draw_placed(cairo.get(), placed);
                draw_foot(cairo.get(), i + 1, pages.size());
                cairo_show_page(cairo.get());
            }
            check(cairo_status(cairo.get()));
        }
        cairo_surface_finish(surface.get());
        check(cairo_surface_status(surface.get()));
        return bytes;
    }

    static void draw_placed(cairo_t* cairo, const Placed& placed)
    {
        cairo_save(cairo);
        cairo_translate(cairo, 0, placed.y);
        if (placed.scale < 1) cairo_scale(cairo, placed.scale, placed.scale);
        placed.piece->draw(cairo, 0);
        cairo_restore(cairo);
    }

    const PageDocument& document_;
    Typesetter typesetter_;
    Pieces pieces_;
    Piece head_, running_head_;
};

}  // namespace

Outcome<std::string> pdf_of(const PageDocument& document)
{
    return PagesWriter{document}.write();
}

std::vector<std::string> missing_page_fonts()
{
    // The third only stands in for the second.
    std::vector<std::string> missing;
    for (const char* family : {page_families[0], page_families[1]})
        if (!has_family(family)) missing.emplace_back(family);
    return missing;
}

}  // namespace kushi::printing
