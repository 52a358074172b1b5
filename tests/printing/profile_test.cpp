#include "printing/profiles/profile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kushi::printing {
namespace {

TEST(Profiles, AreThoseThatAreInTheProgramFromTheStart)
{
    EXPECT_THAT(profile_names(), testing::ElementsAre("generic-80", "generic-58", "clone-80", "clone-58"));
    EXPECT_EQ(find_profile("generic"), nullptr);
    EXPECT_EQ(find_profile(""), nullptr);
}

TEST(Profiles, CountTwelveDotsAColumn)
{
    for (const Profile& one : profiles()) {
        EXPECT_EQ(one.columns * 12, one.dots) << one.name;
        EXPECT_LE(one.band_rows, 256) << one.name;
        EXPECT_EQ(find_profile(one.name), &one);
    }
}

TEST(Profiles, OfClonesPromiseNothing)
{
    for (const char* name : {"clone-80", "clone-58"}) {
        const Profile& clone = *find_profile(name);
        EXPECT_FALSE(clone.kanji || clone.status || clone.process_id || clone.real_time_off || clone.native_qr) << name;
    }
}

}  // namespace
}  // namespace kushi::printing
