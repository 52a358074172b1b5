#include "app/paper/paper_panel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/widgets/words.h"
#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;
using Kind = printing::Fault::Kind;

/// All of it black.
FallenPaper black_paper(int number, int rows)
{
    printing::SheetRecord record;
    record.number = number;
    record.text = "Thank you";
    printing::Bitmap dots{576, rows};
    dots.fill(0, 0, 576, rows);
    return fallen_paper(record, dots);
}

struct Window {
    PaperState state;
    Scene scene{light_theme()};
    std::vector<Kind> set;

    explicit Window(Size size = {464, 760})
    {
        state.address = "127.0.0.1:9100";
        scene.resize(size);
        show();
    }
    void show()
    {
        scene.show(paper_page(state,
                              {[this](Kind kind) { set.push_back(kind); },
                               [this] {
                                   state.shows_all_faults = !state.shows_all_faults;
                                   show();
                               }},
                              scene.size()));
    }
    void fall(FallenPaper paper)
    {
        state = paper_fell(std::move(state), std::move(paper));
        show();
    }
    void roll(std::chrono::milliseconds time)
    {
        state = rolled_on(std::move(state), time);
        show();
    }
    Rect place(const std::string& name) { return scene.named(name, ControlRole::picture)->rect; }
};

TEST(ThePrintersWindow, SaysWhoItIsAndHowItIs)
{
    Window window;
    const PaintedPage page{window.scene, light_theme()};
    EXPECT_TRUE(page.says("Virtual printer"));
    EXPECT_TRUE(page.says("127.0.0.1:9100"));
    EXPECT_TRUE(page.says("No paper yet"));
    window.state = fault_told(std::move(window.state), Kind::cover_open, true);
    window.show();
    EXPECT_TRUE(placed(window.scene, "Cover open").node->access.role != ControlRole::none);
    EXPECT_TRUE(window.scene.named("Cover open", ControlRole::radio)->node->access.selected);
    EXPECT_FALSE(window.scene.named("Ready", ControlRole::radio)->node->access.selected);
    EXPECT_NE(window.scene.named("Cover open", ControlRole::text), nullptr) << "as its state";
}

TEST(ThePrintersWindow, SwitchesFaultsByATap)
{
    Window window;
    tap(window.scene, "No paper");
    tap(window.scene, "More faults");
    tap(window.scene, "Breaks off");
    EXPECT_THAT(window.set, testing::ElementsAre(Kind::paper_out, Kind::reset));
    tap(window.scene, "Fewer faults");
    EXPECT_EQ(window.scene.named("Breaks off"), nullptr);
}

TEST(ThePrintersWindow, LetsPaperComeOutOfTheSlotUpperEndFirst)
{
    Window window;
    window.fall(black_paper(1, 900));
    window.roll(100ms);
    const auto first = window.place("Paper 1");
    const int slot = window.scene.size().height - 28;
    EXPECT_NEAR(first.bottom(), slot, 1);
    EXPECT_NEAR(first.height, 200 * 384 / 576, 1);
    window.roll(100ms);
    EXPECT_NEAR(window.place("Paper 1").y, first.y - first.height, 2);
    EXPECT_EQ(window.scene.named("Paper 1", ControlRole::text), nullptr) << "its caption hangs in the slot";
    window.roll(10s);
    EXPECT_NE(window.scene.named("Paper 1", ControlRole::text), nullptr);
    EXPECT_NEAR(window.place("Paper 1").height, 600, 1);
    EXPECT_EQ(window.scene.named("Paper 1", ControlRole::picture)->node->access.description, "Thank you");
}

TEST(ThePrintersWindow, ShowsTheNewestPaperAndScrollsBackToTheFirst)
{
    Window window;
    for (int number = 1; number <= 3; ++number) {
        window.fall(black_paper(number, 900));
        window.roll(10s);
    }
    EXPECT_LE(window.place("Paper 3").bottom(), window.scene.size().height - 28);
    EXPECT_LT(window.place("Paper 1").bottom(), 0);
    window.scene.wheel({232, 500}, -10'000);
    EXPECT_GT(window.place("Paper 1").y, 0);
    window.fall(black_paper(4, 900));
    window.roll(10s);
    EXPECT_GT(window.place("Paper 1").y, 0) << "who reads an old one is not torn away from it";
}

TEST(ThePrintersWindow, CutsNoWordInEitherLanguageAndAnySize)
{
    for (const auto* language : {"en", "ja"}) {
        speak(language);
        for (const Size size : {Size{464, 760}, Size{400, 520}, Size{1280, 800}}) {
            Window window{size};
            window.state.shows_all_faults = true;
            for (const auto kind : faults_offered(true)) {
                window.state = fault_told(std::move(window.state), kind, true);
                window.show();
                const PaintedPage page{window.scene, light_theme()};
                EXPECT_THAT(page.shortened(), testing::IsEmpty()) << language << ' ' << size.width;
            }
            auto paper = black_paper(12, 300);
            paper.drawer_kicks = 1;
            paper.errors = 12;
            window.fall(paper);
            window.roll(10s);
            const PaintedPage page{window.scene, light_theme()};
            EXPECT_THAT(page.shortened(), testing::IsEmpty()) << language << ' ' << size.width;
        }
    }
    speak("en");
}

}  // namespace
}  // namespace kushi
