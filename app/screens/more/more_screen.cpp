#include "app/screens/more/more_screen.h"

#include "app/screens/frame.h"
#include "app/screens/more/more_panel.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

class MoreScreen final : public Screen {
public:
    using Screen::Screen;

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<MoreScreen*>(this);
        const MoreIntents intents{
            [self](MorePlace place) { self->go(place); },
            [self](const std::string& language) { self->host_.speak_language(language); },
            [self] { self->host_.lock(); },
        };
        Frame frame{Station::more, state_.shows_about ? tr("About Kushi") : tr("More")};
        frame.has_back = state_.shows_about;
        frame.on_back = [self] { self->escape(); };
        if (state_.shows_about) return framed(host_, view, frame, about_panel(host_.locale()));
        return framed(host_, view, frame, more_panel(intents, host_.person(), host_.locale(), host_.printer(), view));
    }

    void escape() override
    {
        if (!state_.shows_about) return host_.back();
        state_.shows_about = false;
        host_.changed();
    }

private:
    void go(MorePlace place)
    {
        switch (place) {
            case MorePlace::close_day:
                return host_.open({"close_day"});
            case MorePlace::report:
                return host_.open({"report"});
            case MorePlace::settings:
                return host_.open({"settings"});
            case MorePlace::devices:
                return host_.open({"devices"});
            case MorePlace::about:
                break;
        }
        state_.shows_about = true;
        host_.changed();
    }

    MoreState state_;
};

}  // namespace

std::unique_ptr<Screen> make_more_screen(Host& host, const Place& place)
{
    return std::make_unique<MoreScreen>(host, place);
}

}  // namespace kushi
