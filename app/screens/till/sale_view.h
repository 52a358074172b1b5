#pragma once

#include "app/screens/screen.h"
#include "app/screens/till/void_sheet.h"

namespace kushi {

/// A screen about a sale that was made: it reads it, whose it is, and can take it back as a whole.
class SaleView : public Screen {
public:
    using Screen::Screen;

    void enter() override { load(); }
    void refresh() override
    {
        if (!busy()) load();
    }
    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& view) const override;
    void escape() override;

protected:
    void load();
    /// The sale is there: what else the screen shows is asked for.
    virtual void loaded() {}
    void open_void();
    /// "Mei Fujita", of whoever did something.
    [[nodiscard]] std::string staff_name(const std::string& id) const;

    TillSale sale_;
    TillVisit visit_;
    std::map<std::string, std::string> staff_;
    std::string problem_;
    bool is_loaded_ = false;

private:
    void void_it();
    void close_void();
    VoidForm void_;
};

}  // namespace kushi
