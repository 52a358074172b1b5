#include <fmt/format.h>

#include <cmath>

#include "app/widgets/chart.h"
#include "app/widgets/gallery.h"
#include "app/widgets/gallery_parts.h"
#include "app/widgets/keyboard.h"
#include "app/widgets/label.h"
#include "app/widgets/scalp_map.h"
#include "app/widgets/signature_pad.h"
#include "app/widgets/timer_ring.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;

const Look pressed{true, false, false, false, 0};
const Look focused{false, true, false, false, 0};

void nothing() {}

ScalpMapLook sample_map(ScalpView view, int width)
{
    ScalpMapLook look;
    look.view = view;
    look.width = width;
    look.now = {{Zone::frontal, 1},        {Zone::crown, 2},         {Zone::parietal_left, 2},
                {Zone::parietal_right, 1}, {Zone::temporal_left, 0}, {Zone::temporal_right, 4},
                {Zone::occipital, 3},      {Zone::nape, 1}};
    look.before = {{Zone::frontal, 2}, {Zone::crown, 3}, {Zone::parietal_right, 2}};
    look.short_names = {{Zone::frontal, "Frontal"},
                        {Zone::crown, "Crown"},
                        {Zone::parietal_left, "Par. L"},
                        {Zone::parietal_right, "Par. R"},
                        {Zone::occipital, "Occipital"}};
    look.chosen = Zone::crown;
    look.name = "Scalp map";
    look.on_zone = [](Zone) {};
    return look;
}

Node maps()
{
    auto top = sample_map(ScalpView::top, 420);
    top.left_mark = "L";
    top.right_mark = "R";
    auto others = wrap(24);
    for (const auto view : {ScalpView::front, ScalpView::back, ScalpView::left, ScalpView::right})
        put(others.children, scalp_map(sample_map(view, 240)));
    return column(16, row(24, scalp_map(top), others.growing()).crossed(Across::start),
                  row(24, severity_legend("None", "Severe"), dashed_legend("Changed since last visit")));
}

Node touched_maps()
{
    auto touched = sample_map(ScalpView::top, 240);
    touched.chosen = std::nullopt;
    touched.labels = false;
    return wrap(24, specimen(seen_as(scalp_map(touched), pressed), "frontal is pressed"),
                specimen(seen_as(scalp_map(touched), focused), "frontal has the focus"),
                scalp_view_tile(sample_map(ScalpView::left, 78), "Left", false, nothing),
                scalp_view_tile(sample_map(ScalpView::top, 78), "Top", true, nothing),
                seen_as(scalp_view_tile(sample_map(ScalpView::back, 76), "Back", false, nothing), focused));
}

Node severities()
{
    auto rows = column(0);
    struct Sample {
        const char* name;
        int now;
        std::optional<int> before;
    };
    for (const auto& [name, now, before] :
         {Sample{"Oily", 2, 3}, Sample{"Buildup", 1, 2}, Sample{"Flakes", 0, 1}, Sample{"Dry", 4, std::nullopt}}) {
        put(rows.children, severity_row({name, now, before, [](int) {}}));
    }
    put(rows.children, seen_as(severity_row({"Pressed", 3, {}, [](int) {}}), pressed));
    put(rows.children, seen_as(severity_row({"Focus", 3, {}, [](int) {}}), focused));
    return rows;
}

Node rings()
{
    const auto ring = [](std::chrono::milliseconds left, bool paused, const char* note) {
        TimerRingLook look;
        look.left = left;
        look.whole = 8min;
        look.paused = paused;
        look.note = note;
        look.name = "Steam";
        return timer_ring(look);
    };
    return wrap(24, specimen(ring(298s, false, "of 8:00"), "runs"), specimen(ring(298s, true, "Paused"), "paused"),
                specimen(ring(-72s, false, "of 8:00"), "over"));
}

BarChartLook sample_bars()
{
    BarChartLook look;
    look.name = "Net by hour";
    look.label_heading = "Hour";
    look.value_heading = "Net";
    look.empty = "No sales yet";
    const double values[] = {18.7, 31.9, 22.55, -6.2, 26.4, 29.15, 24.75, 33, 27.17, 13.2};
    const char* const amounts[] = {"¥18,700", "¥31,900", "¥22,550", "−¥6,200", "¥26,400",
                                   "¥29,150", "¥24,750", "¥33,000", "¥27,170", "¥13,200"};
    for (std::size_t i = 0; i < std::size(values); ++i) {
        look.bars.push_back({std::to_string(10 + i), values[i], fmt::format("{:.1f}", values[i]), amounts[i]});
    }
    look.on_choose = [](std::size_t) {};
    return look;
}

LineChartLook sample_lines()
{
    LineChartLook look;
    look.name = "Scalp progress";
    look.points = {"15 Aug", "12 Sep", "10 Oct", "24 Oct"};
    look.lines = {{"Oily", {3.0, 2.5, std::nullopt, 1.6}, Token::chart1},
                  {"Buildup", {2.5, 2.0, 1.25, 1.5}, Token::chart4},
                  {"Flakes", {1.25, 1.1, 0.6, 0.4}, Token::chart3}};
    look.point_heading = "Visit";
    look.chosen = ChartPoint{1, 1};
    look.on_choose = [](ChartPoint) {};
    return look;
}

ShareChartLook sample_shares()
{
    ShareChartLook look;
    look.name = "Paid with";
    look.shares = {{"Card", 170'280, "¥170,280", Token::chart1},
                   {"Cash", 62'410, "¥62,410", Token::chart3},
                   {"QR pay", 41'650, "¥41,650", Token::chart4},
                   {"Ticket, 3", 33'000, "¥33,000", Token::chart5}};
    look.total_name = "Taken";
    look.total = "¥307,340";
    look.chosen = 1;
    look.on_choose = [](std::size_t) {};
    return look;
}

Node no_bars()
{
    auto look = sample_bars();
    look.bars.clear();
    return bar_chart(look);
}

Strokes sample_strokes()
{
    Strokes strokes;
    for (int letter = 0; letter < 5; ++letter) {
        for (int i = 0; i < 56; ++i) {
            const double turn = i * 0.12;
            const Point at{90 + letter * 44 + static_cast<int>(22 * std::cos(turn + letter)),
                           90 + static_cast<int>((30 - 4 * letter) * std::sin(turn * (1 + letter % 3)))};
            strokes = with_point(std::move(strokes), at, {420, 180}, i == 0);
        }
    }
    return strokes;
}

SignaturePadLook pad_with(Strokes strokes)
{
    return {std::move(strokes),       "Signature", "", "Sign here", "Take back", "Nothing is drawn yet",
            [](Point, Size, bool) {}, nothing};
}

KeyboardLook board(KeyboardLayout layout)
{
    KeyboardLook look;
    look.layout = layout;
    look.hint = "Name, reading, phone or ticket number";
    look.delete_name = "Delete";
    look.space_name = "Space";
    look.shift_name = "Shift";
    look.done = "Done";
    look.enter_name = "Enter";
    look.shift = layout == KeyboardLayout::latin;
    look.on_text = [](const std::string&) {};
    look.on_backspace = look.on_enter = look.on_shift = look.on_close = nothing;
    look.on_layout = [](KeyboardLayout) {};
    look.on_change_last_kana = [](KanaChange) {};
    return look;
}

}  // namespace

void show_specials(Exhibits& exhibits)
{
    exhibits.push_back({"Scalp map", maps(), true});
    exhibits.push_back({"Scalp map, touched, and its views", touched_maps(), true});
    exhibits.push_back({"Timer ring", rings(), true});
    exhibits.push_back({"Severities", severities()});
    exhibits.push_back({"Bars", bar_chart(sample_bars()).high(260)});
    exhibits.push_back({"Bars as a table", as_table(sample_bars()).high(200)});
    exhibits.push_back({"Lines", line_chart(sample_lines()).high(300)});
    exhibits.push_back({"Lines as a table", as_table(sample_lines()).high(180)});
    exhibits.push_back({"Shares", share_chart(sample_shares())});
    exhibits.push_back({"Shares as a table", as_table(sample_shares()).high(220)});
    exhibits.push_back({"Share rows", share_rows("Net by kind", {{"Head spa", 1, "¥168,300", Token::chart1},
                                                                 {"Retail", 0.18, "¥30,470", Token::chart3},
                                                                 {"Add-ons", 0.088, "¥14,850", Token::chart4}})});
    exhibits.push_back({"A chart without figures", no_bars().high(180)});
    exhibits.push_back({"Signature",
                        wrap(16, signature_pad(pad_with({})).sized(420, 200),
                             signature_pad(pad_with(sample_strokes())).sized(420, 200),
                             signature_picture(sample_strokes(), {160, 80}, "Signature")),
                        true});
    exhibits.push_back({"Keyboard: kana", on_screen_keyboard(board(KeyboardLayout::kana)), true});
    exhibits.push_back({"Keyboard: Latin", on_screen_keyboard(board(KeyboardLayout::latin)), true});
    exhibits.push_back({"Keyboard: figures", on_screen_keyboard(board(KeyboardLayout::figures)), true});
}

}  // namespace kushi
