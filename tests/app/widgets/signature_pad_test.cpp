#include "app/widgets/signature_pad.h"

#include <gtest/gtest.h>

#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

constexpr Size pad_size{600, 240};

TEST(ASignature, IsMadeOfStrokes)
{
    Strokes strokes;
    strokes = with_point(strokes, {10, 10}, pad_size, true);
    strokes = with_point(strokes, {11, 10}, pad_size, false);
    strokes = with_point(strokes, {30, 40}, pad_size, false);
    strokes = with_point(strokes, {700, -5}, pad_size, true);
    EXPECT_EQ(strokes, (Strokes{{{10, 10}, {30, 40}}, {{599, 0}}}))
        << "a tremble is left out, the pad's edge is kept to";
    EXPECT_EQ(without_last_stroke(strokes), (Strokes{{{10, 10}, {30, 40}}}));
    EXPECT_EQ(without_last_stroke({}), Strokes{});
}

TEST(ASignature, IsMoreThanATouch)
{
    EXPECT_FALSE(holds_signature({}));
    EXPECT_FALSE(holds_signature({{{10, 10}}, {{50, 50}}})) << "two dots";
    EXPECT_FALSE(holds_signature({{{10, 10}, {14, 12}}})) << "a slip";
    EXPECT_TRUE(holds_signature({{{10, 10}, {40, 30}}}));
}

struct Signer {
    Strokes strokes;
    int undone = 0;
    SignaturePadLook look()
    {
        return {strokes,
                "Signature",
                "Empty",
                "Sign here",
                "Take back",
                "Nothing is drawn yet",
                [this](Point at, Size pad, bool begins) { strokes = with_point(strokes, at, pad, begins); },
                [this] { ++undone; }};
    }
};

TEST(ASignaturePad, FollowsAFinger)
{
    Signer signer;
    auto scene = scene_of(signature_pad(signer.look()).sized(600, 240));
    const auto pad = placed(scene, "Signature").rect;
    scene.press({pad.x + 50, pad.y + 60}, Scene::Time{5'000});
    for (int step = 1; step <= 20; ++step)
        scene.move({pad.x + 50 + 10 * step, pad.y + 60 + step}, Scene::Time{5'000 + 10 * step});
    scene.release({pad.x + 250, pad.y + 80}, Scene::Time{5'300});
    ASSERT_EQ(signer.strokes.size(), 1U);
    EXPECT_EQ(signer.strokes[0].front(), (Point{50, 60}));
    EXPECT_EQ(signer.strokes[0].back(), (Point{250, 80}));
    EXPECT_TRUE(holds_signature(signer.strokes));

    const auto shown = scene_of(signature_pad(signer.look()).sized(600, 240));
    const PaintedPage page{shown, light_theme()};
    EXPECT_EQ(page.at(pad.x + 150, pad.y + 70), light_theme()[Token::ink]);
    EXPECT_FALSE(page.says("Sign here")) << "the hint gives way to the first stroke";
}

TEST(ASignaturePad, TakesBackOnlyWhatIsThere)
{
    Signer signer;
    std::string reason;
    auto empty = scene_of(signature_pad(signer.look()).sized(600, 240));
    empty.on_reason = [&](const std::string& why) { reason = why; };
    tap(empty, "Take back");
    EXPECT_EQ(reason, "Nothing is drawn yet");
    EXPECT_TRUE(PaintedPage(empty, light_theme()).says("Sign here"));
    signer.strokes = {{{10, 10}, {90, 90}}};
    auto drawn = scene_of(signature_pad(signer.look()).sized(600, 240));
    tap(drawn, "Take back");
    EXPECT_EQ(signer.undone, 1);
    EXPECT_EQ(signer.strokes.size(), 1U) << "its key is no place to draw";
}

TEST(ASignaturePad, LooksAnotherWithEveryPoint)
{
    Signer signer;
    const auto content = [&] { return signature_pad(signer.look()).children[0].drawing->content(); };
    std::vector<std::string> seen{content()};
    for (const Point at : {Point{10, 10}, Point{20, 20}, Point{20, 30}}) {
        signer.strokes = with_point(signer.strokes, at, pad_size, seen.size() == 1);
        EXPECT_NE(content(), seen.back());
        seen.push_back(content());
    }
}

TEST(AKeptSignature, FitsItsPicture)
{
    const auto scene = scene_of(signature_picture({{{100, 40}, {500, 200}}}, {120, 60}, "Signature"));
    const PaintedPage page{scene, light_theme()};
    EXPECT_TRUE(page.shows(Token::ink, placed(scene, "Signature").rect));
    EXPECT_FALSE(page.shows(Token::ink, {24 + 120, 24, 200, 200}));
}

}  // namespace
}  // namespace kushi
