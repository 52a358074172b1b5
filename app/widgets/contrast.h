#pragma once

#include "app/widgets/theme.h"

namespace kushi {

/// How well one colour is read on the other, 1 to 21, by the formula of WCAG 2.2.
double contrast(Color one, Color other);

}  // namespace kushi
