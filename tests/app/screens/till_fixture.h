#pragma once

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/app/screens/driver.h"

namespace kushi::test {

/// As a tap on the rail or on a card of another screen does.
inline void go_to(ScreenDriver& desk, const Place& place)
{
    desk.terminal().home(place);
    desk.pass(std::chrono::milliseconds{250});
}

/// Where a picture of what is seen goes, when somebody wants to look: KUSHI_PICTURES names a folder.
inline void look_at(const ScreenDriver& desk, const std::string& name)
{
    if (const char* folder = std::getenv("KUSHI_PICTURES")) desk.picture(std::string{folder} + '/' + name + ".png");
}

/// Every word has its place, in both sizes and both languages.
inline void fits_everywhere(ScreenDriver& desk, const std::string& name)
{
    for (const auto size : {Size{1280, 800}, Size{1024, 768}}) {
        desk.resize(size);
        for (const char* language : {"en", "ja"}) {
            desk.speak(language);
            const auto which = name + '-' + std::to_string(size.width) + '-' + language;
            for (const auto& text : desk.texts()) {
                EXPECT_FALSE(text.shortened) << which << ": " << text.text;
                EXPECT_FALSE(text.too_tall) << which << ": " << text.text;
            }
            look_at(desk, which);
        }
    }
    desk.speak("en");
    desk.resize({1280, 800});
}

/// The PIN of who approves, where more than one might.
inline void approve(TerminalDriver& desk, const char* by = TestSalon::manager)
{
    desk.tap(by);
    for (const char digit : desk.salon.pin(by)) desk.tap(std::string(1, digit));
}

}  // namespace kushi::test
