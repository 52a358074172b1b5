#include "core/people/roles.h"

#include <gtest/gtest.h>

namespace kushi {
namespace {

TEST(ARole, IsReadAndWrittenByItsWord)
{
    for (const Role role : all_roles) EXPECT_EQ(parse_role(role_text(role)), role);
    for (const char* word : {"", "Owner", "frontdesk", "owner ", "admin"}) EXPECT_EQ(parse_role(word), std::nullopt) << word;
}

TEST(ARoleSet, KeepsEachRoleOnceInOneOrder)
{
    const auto roles = RoleSet::parse({"owner", "therapist", "owner"});
    ASSERT_TRUE(roles);
    EXPECT_EQ(*roles, (RoleSet{Role::therapist, Role::owner}));
    EXPECT_EQ(roles->texts(), (std::vector<std::string>{"therapist", "owner"}));
    EXPECT_FALSE(roles->has(Role::manager));
}

TEST(ARoleSet, RefusesWhatIsNoRole)
{
    EXPECT_EQ(RoleSet::parse({"owner", "boss"}).error(), (Refusal{"unknown_role", "roles"}));
    EXPECT_EQ(RoleSet::parse({}).error(), (Refusal{"no_role", "roles"}));
    EXPECT_TRUE(RoleSet{}.empty());
    EXPECT_TRUE(RoleSet{}.texts().empty());
}

}  // namespace
}  // namespace kushi
