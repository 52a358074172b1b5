#include "core/text/registration_number.h"

#include <gtest/gtest.h>

namespace kushi {
namespace {

TEST(RegistrationNumber, HasAFormAndFitsByItsFirstDigit)
{
    struct Case {
        const char* why;
        const char* text;
        bool form;
        bool fits;
    };
    for (const auto& c :
         {Case{"the National Tax Agency's own number", "T7000012050002", true, true},
          Case{"weighted sum 72, so 9", "T9234567890123", true, true},
          Case{"one digit off", "T9234567890124", true, false},
          Case{"another check digit", "T8234567890123", true, false},
          Case{"a check digit of 0 is never one", "T0000000000000", true, false},
          Case{"nothing but a check digit", "T9000000000000", true, true},
          Case{"without the letter", "9234567890123", false, false},
          Case{"a small letter", "t9234567890123", false, false},
          Case{"a wide letter", "Ｔ9234567890123", false, false},
          Case{"wide digits", "T９２３４５６７８９０１２３", false, false},
          Case{"a hyphen", "T-9234567890123", false, false},
          Case{"12 digits", "T923456789012", false, false},
          Case{"14 digits", "T92345678901230", false, false},
          Case{"a letter inside", "T92345678901O3", false, false},
          Case{"a blank behind", "T9234567890123 ", false, false},
          Case{"empty", "", false, false}}) {
        EXPECT_EQ(has_registration_number_form(c.text), c.form) << c.why;
        EXPECT_EQ(registration_number_fits(c.text), c.fits) << c.why;
    }
}

}  // namespace
}  // namespace kushi
