#include "printing/escpos/encoder.h"

#include <algorithm>
#include <string_view>

#include "printing/document/paper.h"
#include "printing/document/qr.h"
#include "printing/escpos/characters.h"
#include "printing/escpos/commands.h"
#include "printing/escpos/picture.h"

namespace kushi::printing {
namespace {

using Bytes = std::vector<std::uint8_t>;

template <class Command>
void put(Bytes& bytes, const Command& command)
{
    bytes.insert(bytes.end(), command.begin(), command.end());
}

template <class Command>
void put(Bytes& bytes, const Command& command, int parameter)
{
    put(bytes, command);
    bytes.push_back(static_cast<std::uint8_t>(parameter));
}

void put_word(Bytes& bytes, int word)
{
    bytes.push_back(static_cast<std::uint8_t>(word & 0xff));
    bytes.push_back(static_cast<std::uint8_t>(word >> 8));
}

constexpr int usual_spacing = text_height_dots + leading_dots;

class Encoder {
public:
    explicit Encoder(const Profile& profile) : profile_{profile}, characters_{profile}
    {
        encoded_.bytes.reserve(4096);
        preamble();
    }

    void add(const Line& line, int index)
    {
        switch (line.kind) {
            case Line::Kind::cut:
                put(encoded_.bytes, escpos::cut);
                break;
            case Line::Kind::qr:
                add_qr(line);
                break;
            case Line::Kind::text:
            case Line::Kind::rule:
                add_text(line, index);
                break;
        }
        encoded_.height_dots += line.height_dots;
        cut_last_ = line.kind == Line::Kind::cut;
    }

    Encoded take()
    {
        if (!cut_last_) put(encoded_.bytes, escpos::cut);
        return std::move(encoded_);
    }

private:
    void preamble()
    {
        Bytes& bytes = encoded_.bytes;
        put(bytes, escpos::initialise);
        if (profile_.real_time_off) put(bytes, escpos::real_time_off);
        if (profile_.kanji) {
            put(bytes, escpos::kanji_on);
            put(bytes, escpos::kanji_shift_jis);
            put(bytes, escpos::characters_japan);
            put(bytes, escpos::table_katakana);
            put(bytes, escpos::kanji_spacing_none);
        } else {
            // No FS commands here: a printer without ideographs may print their second byte.
            put(bytes, escpos::characters_usa);
            put(bytes, escpos::table_437);
        }
        put(bytes, escpos::line_spacing, usual_spacing);
        if (profile_.status) put(bytes, escpos::automatic_status);
    }

    void add_text(const Line& line, int index)
    {
        const auto start = encoded_.bytes.size();
        const Style style = style_;
        const int spacing = spacing_;
        std::string missing;
        set_spacing(line.height_dots);
        pen_ = 0;
        for (const PlacedRun& run : line.runs) set_run(run, missing);
        if (missing.empty()) {
            encoded_.bytes.push_back(escpos::LF);
            return;
        }
        encoded_.bytes.resize(start);
        style_ = style;
        spacing_ = spacing;
        put_picture(encoded_.bytes, paint(line, profile_.dots), profile_);
        encoded_.fallbacks.push_back({index, std::move(missing)});
    }

    void set_run(const PlacedRun& run, std::string& missing)
    {
        if (run.x_dots != pen_) {
            put(encoded_.bytes, escpos::position);
            put_word(encoded_.bytes, run.x_dots);
        }
        set_style(run.style);
        std::string_view text = run.text;
        for (const PlacedCluster& cluster : run.clusters) {
            if (!characters_.encode(text.substr(0, cluster.bytes), encoded_.bytes))
                missing += text.substr(0, cluster.bytes);
            text.remove_prefix(cluster.bytes);
        }
        pen_ = run.x_dots + run.advance_dots;
    }

    void set_style(const Style& style)
    {
        Bytes& bytes = encoded_.bytes;
        if (style.size != style_.size) put(bytes, escpos::size, (style.size - 1) * 0x11);
        if (style.bold != style_.bold) put(bytes, escpos::bold, style.bold ? 1 : 0);
        if (style.invert != style_.invert) put(bytes, escpos::invert, style.invert ? 1 : 0);
        if (style.underline != style_.underline) {
            put(bytes, escpos::underline, style.underline ? 1 : 0);
            if (profile_.kanji) put(bytes, escpos::underline_kanji, style.underline ? 1 : 0);
        }
        style_ = style;
    }

    void set_spacing(int dots)
    {
        if (dots != spacing_) put(encoded_.bytes, escpos::line_spacing, dots);
        spacing_ = dots;
    }

    void add_qr(const Line& line)
    {
        // Data with control bytes in it is drawn by us: it shall not pass a printer's real-time eyes.
        const bool plain = std::all_of(line.qr_data.begin(), line.qr_data.end(),
                                       [](char c) { return static_cast<unsigned char>(c) >= 0x20; });
        if (!profile_.native_qr || !plain) {
            put_picture(encoded_.bytes, paint(line, profile_.dots), profile_);
            return;
        }
        Bytes& bytes = encoded_.bytes;
        const int quiet = quiet_modules * line.qr_module_dots;
        put(bytes, escpos::feed_dots, quiet);
        put(bytes, escpos::align_centre);
        put(bytes, escpos::qr_model_2);
        put(bytes, escpos::qr_module, line.qr_module_dots);
        put(bytes, escpos::qr_correction_m);
        put(bytes, escpos::qr_store);
        put_word(bytes, static_cast<int>(line.qr_data.size()) + 3);
        put(bytes, std::string_view{"1P0"});
        put(bytes, line.qr_data);
        put(bytes, escpos::qr_print);
        put(bytes, escpos::align_left);
        put(bytes, escpos::feed_dots, quiet);
    }

    const Profile& profile_;
    Characters characters_;
    Encoded encoded_;
    Style style_;
    int spacing_ = usual_spacing;
    int pen_ = 0;  ///< dots from the left where the next character would stand
    bool cut_last_ = false;
};

}  // namespace

Encoded encode(const Layout& layout, const Profile& profile)
{
    Encoder encoder{profile};
    for (std::size_t i = 0; i < layout.lines.size(); ++i) encoder.add(layout.lines[i], static_cast<int>(i));
    return encoder.take();
}

}  // namespace kushi::printing
