#pragma once

#include <string_view>

namespace kushi {

// clang-format off
/// The line icons that the terminal draws: Lucide's names, with `_` for `-`, and cross for x.
enum class Icon {
    none,
    calendar_days, armchair, users, user, user_plus, shopping_bag, chart_column, ellipsis, search, cloud,
    cloud_check, cloud_off, printer, lock, plus, minus, cross, check, chevron_right, chevron_left, chevron_down,
    chevron_up, clock, play, pause, skip_forward, droplets, droplet, wind, waves, hand, sparkles, leaf,
    triangle_alert, stethoscope, credit_card, banknote, ticket, qr_code, mail, file_text, download, package, layers,
    tag, percent, coins, delete_, notebook_pen, undo_2, calendar_plus, star, phone, message_circle, thermometer,
    brush, timer, circle_check, info, pencil, moon, sun, settings, trash_2, refresh_cw, pen_line, shower_head,
    flower_2, gift, coffee, arrow_right, arrow_up_right, arrow_down_right, history, list, bell, heart, wallet, hash,
    log_in, store, scale, clipboard_check, clipboard_list, eye, keyboard, languages, space, corner_down_left,
    arrow_big_up, scan_barcode, eye_off, server, tablet, monitor, shield_check, receipt, palette, building_2,
    users_round, user_check, ban, arrow_left_right, minus_circle, circle_minus,
};
// clang-format on

/// The elements inside an icon's SVG, on a grid of 24.
std::string_view icon_paths(Icon icon);

}  // namespace kushi
