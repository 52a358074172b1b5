#include "core/sale/sale.h"

#include <gtest/gtest.h>

namespace kushi {
namespace {

TEST(SaleKind, IsReadFromItsOwnWordOnly)
{
    for (const auto kind : {SaleKind::sale, SaleKind::refund, SaleKind::void_}) EXPECT_EQ(sale_kind(text_of(kind)), kind);
    EXPECT_EQ(text_of(SaleKind::void_), "void");
    EXPECT_FALSE(sale_kind("void_"));
    EXPECT_FALSE(sale_kind(""));
}

}  // namespace
}  // namespace kushi
