#include "app/engine/generate/generate.h"

#include <algorithm>

#include "app/engine/generate/ordinary_day.h"
#include "app/engine/open_salon.h"
#include "app/presets/presets.h"
#include "core/catalog/salon_seed.h"

namespace kushi {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::year_month_day;

Outcome<SalonSeed> seed_of(const std::string& preset)
{
    const auto json = preset_json(preset);
    if (!json) return refused("unknown_preset", "preset");
    return salon_seed_from_json(nlohmann::json::parse(*json));
}

/// Every code has a rate on the day.
Outcome<void> is_taxed_from(const SalonSeed& seed, year_month_day day)
{
    for (const auto& row : seed.rates) {
        if (rate_row_on(seed.rates, row.code, day) == nullptr) return refused("no_tax_rate", "years", date_text(row.from));
    }
    return {};
}

SalonHistory play(OpenSalon& salon, const HistoryWish& wish, const HistoryProgress& progress)
{
    Chance chance{wish.seed * 2 + 1};
    auto& engine = salon.engine();
    const Caller caller{{}, engine.salon().language};
    Stage stage{[&](const nlohmann::json& request) { return engine.perform(request, caller); }, engine.salon(), chance,
                engine.salon().language};
    stage.every_tap = false;
    const auto days = (sys_days{wish.last} - sys_days{wish.first}).count() + 1;
    OrdinaryDays ordinary{stage, {wish.visits_per_day, wish.clients, days}};
    SalonHistory history;
    for (sys_days day{wish.first}; day <= sys_days{wish.last}; day += std::chrono::days{1}) {
        engine.together([&] { ordinary.play(day, history.counts); });
        if (progress) progress(history.counts, days);
    }
    return history;
}

}  // namespace

year_month_day first_day_of(std::int64_t years, year_month_day until)
{
    auto before = until - std::chrono::years{years};
    if (!before.ok()) before = before.year() / before.month() / std::chrono::last;
    return sys_days{before} + std::chrono::days{1};
}

Outcome<SalonHistory> generate_history(const HistoryWish& wish, const HistoryProgress& progress)
{
    const auto seed = seed_of(wish.preset);
    if (!seed) return unexpected{seed.error()};
    if (const auto taxed = is_taxed_from(*seed, wish.first); !taxed) return unexpected{taxed.error()};
    Chance ids{wish.seed * 2};
    const auto founded = local_instant(wish.first, 8h, seed->zone);
    const World world{[founded] { return founded; }, [&ids](std::span<std::uint8_t> bytes) { ids.fill(bytes); }};
    NewSalon made;
    made.folder = wish.folder;
    made.preset = wish.preset;
    made.training = true;
    made.pin_cost = PinCost::least();
    auto staff = create_salon(made, world);
    if (!staff) return unexpected{staff.error()};
    SalonHistory history;
    {
        OpenSalon salon{wish.folder, world};
        history = play(salon, wish, progress);
    }
    history.staff = *std::move(staff);
    history.first_day = date_text(wish.first);
    history.last_day = date_text(wish.last);
    history.file_bytes = static_cast<std::int64_t>(fs::file_size(database_file(wish.folder)));
    return history;
}

}  // namespace kushi
