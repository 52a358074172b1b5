#include "app/screens/today/checked_in.h"

#include <nlohmann/json.hpp>

#include "app/screens/screen.h"
#include "app/widgets/words.h"

namespace kushi {

void show_checked_in(Host& host, const std::string& visit, const std::string& name)
{
    host.home({"today"});
    host.toast(said(tr("{} is checked in"), name), tr("Undo"), [&host, visit, name] {
        host.ask({{"do", "undo_check_in"}, {"visit", visit}}, [&host, name](const nlohmann::json& answer) {
            host.toast(is_ok(answer) ? said(tr("{} is expected again"), name) : refusal_words(answer));
            host.home({"today"});
        });
    });
}

}  // namespace kushi
