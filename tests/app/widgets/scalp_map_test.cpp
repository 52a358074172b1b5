#include "app/widgets/scalp_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/widgets/contrast.h"
#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

constexpr ScalpView views[] = {ScalpView::top, ScalpView::front, ScalpView::back, ScalpView::left, ScalpView::right};

Point in_window(const Scene& scene, ScalpView view, int width, Zone zone)
{
    const auto spot = zone_label_spot(view, width, zone).value();
    const auto& map = placed(scene, "Scalp map").rect;
    return {map.x + static_cast<int>(spot.x), map.y + static_cast<int>(spot.y)};
}

ScalpMapLook look_at(
    ScalpView view, std::function<void(Zone)> on_zone = [](Zone) {})
{
    ScalpMapLook look;
    look.view = view;
    look.name = "Scalp map";
    look.on_zone = std::move(on_zone);
    return look;
}

TEST(TheScalpMap, ShowsEveryZoneInAViewAndSomeInSeveral)
{
    std::map<Zone, int> seen;
    for (const auto view : views) {
        for (const auto zone : zones_in(view)) ++seen[zone];
    }
    EXPECT_EQ(seen.size(), 8U);
    EXPECT_EQ(seen[Zone::crown], 5) << "it is seen from everywhere";
    EXPECT_EQ(seen[Zone::nape], 3) << "from behind and from the sides";
}

TEST(TheScalpMap, AnswersAtEveryNumberWithTheZoneItStandsIn)
{
    for (const auto view : views) {
        for (const int width : {78, 220, 440}) {
            for (const auto zone : zones_in(view)) {
                EXPECT_EQ(zone_at(view, width, zone_label_spot(view, width, zone).value()), zone)
                    << word_of(zone) << " of view " << static_cast<int>(view) << " at " << width;
            }
        }
    }
}

TEST(TheScalpMap, TakesAFingerBesideAZoneForIt)
{
    EXPECT_EQ(zone_at(ScalpView::top, 440, {40, 240}), Zone::temporal_left) << "a little left of the narrow band";
    EXPECT_EQ(zone_at(ScalpView::top, 440, {20, 240}), std::nullopt) << "too far from all";
    EXPECT_EQ(zone_at(ScalpView::top, 440, {220, 10}), std::nullopt) << "the nose is no zone";
}

TEST(TheScalpMap, KnowsTheClientsLeftFromEverySide)
{
    const auto is_left_of = [](ScalpView view, Zone a, Zone b) {
        return zone_label_spot(view, 220, a).value().x < zone_label_spot(view, 220, b).value().x;
    };
    EXPECT_TRUE(is_left_of(ScalpView::top, Zone::temporal_left, Zone::temporal_right));
    EXPECT_TRUE(is_left_of(ScalpView::back, Zone::temporal_left, Zone::temporal_right));
    EXPECT_TRUE(is_left_of(ScalpView::front, Zone::temporal_right, Zone::temporal_left)) << "the face looks at us";
    EXPECT_FALSE(zone_label_spot(ScalpView::left, 220, Zone::temporal_right));
    EXPECT_FALSE(zone_label_spot(ScalpView::right, 220, Zone::temporal_left));
}

TEST(TheScalpMap, TellsWhichZoneWasTapped)
{
    for (const auto view : views) {
        for (const auto zone : zones_in(view)) {
            std::optional<Zone> told;
            auto scene = scene_of(scalp_map(look_at(view, [&](Zone tapped) { told = tapped; })));
            tap(scene, in_window(scene, view, 440, zone));
            EXPECT_THAT(told, Optional(zone)) << "by finger, view " << static_cast<int>(view);
            told.reset();
            tap(scene, std::string{word_of(zone)});
            EXPECT_THAT(told, Optional(zone))
                << "in the middle of what a reader is told, view " << static_cast<int>(view);
        }
    }
}

TEST(TheScalpMap, IsWalkedByTheArrowsAndChosenByEnter)
{
    std::optional<Zone> told;
    auto scene = scene_of(scalp_map(look_at(ScalpView::top, [&](Zone tapped) { told = tapped; })));
    walk_to(scene, "frontal");
    press_key(scene, Key::right);
    press_key(scene, Key::enter);
    EXPECT_THAT(told, Optional(zones_in(ScalpView::top)[1]));
    press_key(scene, Key::left);
    press_key(scene, Key::enter);
    EXPECT_THAT(told, Optional(Zone::frontal));
}

TEST(TheScalpMap, PaintsAZoneInTheColourOfItsSeverity)
{
    auto look = look_at(ScalpView::top);
    look.now = {{Zone::crown, 2}, {Zone::occipital, 4}};
    const auto scene = scene_of(scalp_map(look));
    const PaintedPage page{scene, light_theme()};
    const auto beside = [&](Zone zone) {
        const auto at = in_window(scene, ScalpView::top, 440, zone);
        return page.at(at.x - 16, at.y + 24);
    };
    EXPECT_EQ(beside(Zone::crown), light_theme()[Token::severity2]);
    EXPECT_EQ(beside(Zone::occipital), light_theme()[Token::severity4]);
    EXPECT_EQ(beside(Zone::frontal), light_theme()[Token::severity0]) << "not looked at is drawn as none";
}

TEST(TheScalpMap, CanBeReadAtEverySeverityByDayAndByNight)
{
    for (const auto* theme : {&light_theme(), &dark_theme()}) {
        for (int level = 0; level <= 4; ++level) {
            EXPECT_GE(contrast((*theme)[severity_color(level)], (*theme)[severity_ink(level, *theme)]), 4.5) << level;
        }
    }
}

TEST(TheScalpMap, WritesAShortNameOnlyWhereItFits)
{
    auto look = look_at(ScalpView::top);
    look.short_names = {{Zone::frontal, "Frontal"}, {Zone::temporal_left, "Temporal left"}};
    const auto scene = scene_of(scalp_map(look));
    const PaintedPage page{scene, light_theme()};
    EXPECT_TRUE(page.says("Frontal"));
    EXPECT_FALSE(page.says("Temporal left"));
    EXPECT_THAT(page.shortened(), IsEmpty());
}

TEST(TheScalpMap, IsAPictureWhereNothingCanBeChosen)
{
    auto look = look_at(ScalpView::back, nullptr);
    look.labels = false;
    const auto scene = scene_of(scalp_map(look));
    EXPECT_NE(scene.named("Scalp map", ControlRole::picture), nullptr);
    EXPECT_EQ(scene.named("crown"), nullptr);
}

TEST(ASeverityRow, IsSetByFingerAndByFigure)
{
    std::vector<int> told;
    auto scene = scene_of(severity_row({"Oily", 2, 3, [&](int level) { told.push_back(level); }}).wide(364));
    tap(scene, "Oily 4");
    walk_to(scene, "Oily 2");
    press_key(scene, Key::other, U'0');
    press_key(scene, Key::right);
    press_key(scene, Key::enter);
    press_key(scene, Key::other, U'7');
    EXPECT_THAT(told, ElementsAre(4, 0, 3)) << "a finger, a figure, an arrow; no severity is 7";
}

TEST(ASeverityRow, IsLargeEnoughForAFinger)
{
    const auto scene = scene_of(severity_row({"Oily", 2, 3, [](int) {}}).wide(364));
    const auto& cell = placed(scene, "Oily 3");
    EXPECT_GE(cell.rect.width, 46);
    EXPECT_EQ(cell.rect.height, 48);
    EXPECT_GE(cell.rect.height + 2 * cell.node->reach, 56);
}

}  // namespace
}  // namespace kushi
