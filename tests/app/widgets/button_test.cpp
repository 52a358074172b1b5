#include "app/widgets/button.h"

#include <gtest/gtest.h>

#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

TEST(AButtonThatWaits, KeepsItsWholeLabel)
{
    for (const auto icon : {Icon::none, Icon::plus}) {
        for (const auto size : {ButtonSize::medium, ButtonSize::normal, ButtonSize::large}) {
            const auto scene = scene_of(row(0, button("Add", [] {}, {ButtonKind::tonal, size, icon}).waiting(true)));
            EXPECT_TRUE(PaintedPage(scene, light_theme()).says("Add")) << "size " << static_cast<int>(size);
        }
    }
}

}  // namespace
}  // namespace kushi
