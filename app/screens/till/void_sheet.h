#pragma once

#include "app/screens/host.h"
#include "app/screens/till/till_bill.h"

namespace kushi {

/// Taking a whole sale back: asked for with a reason, given with a manager's leave.
struct VoidForm {
    bool open = false, busy = false;
    std::string reason, problem, key;
};
Sheet void_sheet(const VoidForm& form, const TillSale& sale, const Locale& locale,
                 const std::function<void(const std::string&)>& choose, const std::function<void()>& confirm,
                 const std::function<void()>& close);
/// Why a sale cannot be voided, in words.
std::string no_void_words(const std::string& code);

}  // namespace kushi
