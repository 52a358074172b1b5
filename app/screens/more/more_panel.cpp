#include "app/screens/more/more_panel.h"

#include "app/screens/frame.h"
#include "app/screens/lock/lock_panel.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/comb.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

struct PlaceWords {
    Icon sign = Icon::none;
    std::string title, line;
};

PlaceWords words_of(MorePlace place, const Locale& locale, const PrinterState& printer)
{
    switch (place) {
        case MorePlace::close_day:
            return {Icon::wallet, tr("Close the day"), long_day_text(locale.business_day, locale.language)};
        case MorePlace::report:
            return {Icon::chart_column, tr("Daily report"), tr("Sales, tenders, tax")};
        case MorePlace::settings:
            return {Icon::settings, tr("Settings"), tr("Tax, receipts, ways to pay, ticket books")};
        case MorePlace::devices:
            if (!printer.exists) return {Icon::printer, tr("Devices and queue"), tr("No printer is set up")};
            return {Icon::printer, tr("Devices and queue"),
                    printer.waiting > 0        ? said(tr_count("{} paper waits for the printer",
                                                               "{} papers wait for the printer", printer.waiting),
                                                      printer.waiting)
                    : printer.sentence.empty() ? tr("Printers, drawer, what waits to be printed")
                                               : printer.sentence};
        case MorePlace::about:
            return {Icon::info, tr("About Kushi"), tr("Version, licences")};
    }
    return {};
}

Node place_row(MorePlace place, const MoreIntents& intents, const Locale& locale, const PrinterState& printer,
               bool first)
{
    const auto words = words_of(place, locale, printer);
    auto line = row(
        16, icon(words.sign, 24, Token::ink2),
        column(0, text(words.title, type::label), text(words.line, type::caption, Token::ink2)).growing().shrinking(),
        icon(Icon::chevron_right, 20, Token::ink3));
    auto node = tapped_row(std::move(line), first, words.title, [act = intents.go, place] { act(place); });
    node.access.description = words.line;
    return node.grouped("places").at_least(0, 72);
}

Node account(const MoreIntents& intents, const Signed& person)
{
    auto who = row(16, staff_avatar(person.id, person.name, 64),
                   column(0, heading(person.name), text(role_words(person.roles.texts()), type::caption, Token::ink2))
                       .growing()
                       .shrinking());
    auto out = button(tr("Sign out"), intents.sign_out, {ButtonKind::outline, ButtonSize::normal, Icon::lock});
    return card(column(20, std::move(who), std::move(out)));
}

Node language(const MoreIntents& intents, const Locale& locale)
{
    const auto choose = [&](const char* name, const char* code) {
        return Option{name, [act = intents.speak, code] { act(code); }};
    };
    return card(column(
        12, row(12, icon(Icon::languages, 24, Token::ink2), heading(tr("Language"), type::label)),
        segmented(tr("Language"), {choose("English", "en"), choose("日本語", "ja")}, locale.language == "ja" ? 1 : 0),
        paragraph(tr("Of this terminal. A receipt speaks the client's language."), type::caption, Token::ink2)));
}

Node notice(const std::string& title, const std::vector<std::string>& lines)
{
    auto part = column(4, heading(title, type::label));
    for (const auto& words : lines) put(part.children, paragraph(words, type::caption, Token::ink2));
    return part;
}

}  // namespace

Node more_panel(const MoreIntents& intents, const Signed& person, const Locale& locale, const PrinterState& printer,
                const Viewport& view)
{
    auto places = column(0);
    bool first = true;
    for (const auto place : more_places(person.sells(), person.manages())) {
        put(places.children, place_row(place, intents, locale, printer, first));
        first = false;
    }
    return row(view.gap(), card(std::move(places), Insets{20, 8}).growing(),
               column(view.gap(), account(intents, person), language(intents, locale)).wide(view.compact() ? 320 : 400))
        .crossed(Across::start);
}

Node about_panel(const Locale& locale)
{
    auto title =
        row(16, logo(56),
            column(0, heading("Kushi 櫛"), text(said(tr("Version {}"), KUSHI_VERSION), type::caption, Token::ink2))
                .growing());
    auto list = scroll("about", 20, std::move(title));
    if (locale.training)
        put(list.children, banner(tr("A salon for practice: every paper says so."), Tone::warn, Icon::info));
    put(list.children, notice("Kushi", {"Apache License, Version 2.0"}));
    put(list.children, notice(tr("Letters"), {"Inter. Copyright 2016 The Inter Project Authors "
                                              "(https://github.com/rsms/inter). SIL Open Font License, Version 1.1.",
                                              "Noto Sans CJK JP. Copyright 2014-2021 Adobe (http://www.adobe.com/). "
                                              "SIL Open Font License, Version 1.1."}));
    put(list.children,
        notice(
            tr("Signs"),
            {"Lucide. ISC License. Copyright (c) for portions of Lucide are held by Cole Bemis 2013-2022 as part of "
             "Feather (MIT). All other copyright (c) for Lucide are held by Lucide Contributors 2022.",
             "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is "
             "hereby granted, provided that the above copyright notice and this permission notice appear in all "
             "copies. "
             "THE SOFTWARE IS PROVIDED \"AS IS\" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE "
             "INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE "
             "FOR ANY "
             "SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF "
             "USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT "
             "OF OR IN "
             "CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.",
             "The MIT License (MIT). Copyright (c) 2013-2022 Cole Bemis. Permission is hereby granted, free of charge, "
             "to any person obtaining a copy of this software and associated documentation files (the \"Software\"), "
             "to deal in the "
             "Software without restriction, including without limitation the rights to use, copy, modify, merge, "
             "publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the "
             "Software is "
             "furnished to do so, subject to the following conditions: The above copyright notice and this permission "
             "notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "
             "\"AS IS\", "
             "WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF "
             "MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR "
             "COPYRIGHT HOLDERS BE "
             "LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, "
             "ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE."}));
    return card(std::move(list), Insets{24, 20, 24, 8});
}

}  // namespace kushi
