#include "app/engine/demo/demo.h"

#include <memory>

#include "app/engine/day_report.h"
#include "app/engine/demo/folder.h"
#include "app/engine/demo/script.h"
#include "app/engine/engine_thread.h"
#include "app/engine/open_salon.h"
#include "app/engine/spooler.h"
#include "app/presets/presets.h"
#include "printing/document/layout.h"
#include "printing/escpos/characters.h"
#include "printing/profiles/profile.h"
#include "printing/virtual/printer.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr std::uint64_t seed = 20'260'401;
constexpr auto evening = 19h + 40min;        ///< the day is over and everything of it lies in the past
constexpr auto weeks_before = std::chrono::days{21};
constexpr auto longest_print = 60s;
constexpr auto longest_fall = 5s;
constexpr const char* profile_name = "generic-80";

struct Chances {
    Chance ids{seed};
    Chance story{seed + 1};
};

std::function<void(std::span<std::uint8_t>)> filled_by(Chance& chance)
{
    return [&chance](std::span<std::uint8_t> bytes) { chance.fill(bytes); };
}

/// The salon with its engine on a thread of its own, the spooler and the printer beside it.
class DemoHouse {
public:
    DemoHouse(const DemoFolder& folder, World world) : salon_{folder.salon(), std::move(world)}, printer_{options(folder)}
    {
        auto& engine = salon_.engine();
        spooler_ = std::make_unique<Spooler>(thread_, salon_.database(), salon_.vault(), engine.world());
        thread_.call([&] { engine.on_paper([this] { spooler_->wake(); }); });
    }
    DemoHouse(const DemoHouse&) = delete;
    DemoHouse& operator=(const DemoHouse&) = delete;
    ~DemoHouse() { thread_.call([this] { salon_.engine().on_paper({}); }); }

    OrderedJson perform(const Json& request)
    {
        return thread_.call([&] { return salon_.engine().perform(request, {{}, salon_.engine().salon().language}); });
    }
    [[nodiscard]] std::uint16_t port() const { return printer_.port(); }
    [[nodiscard]] OpenSalon& salon() { return salon_; }
    void print_the_rest() { spooler_->drain(longest_print); }
    /// The last sheets fall a moment after they were said to be printed.
    void wait_for_sheets(std::size_t count) { static_cast<void>(printer_.wait_for_sheets(count, longest_fall)); }
    /// On the thread that owns the database.
    void call(const std::function<void()>& work) { thread_.call(work); }

private:
    static printing::VirtualPrinter::Options options(const DemoFolder& folder)
    {
        printing::VirtualPrinter::Options options;
        options.folder = folder.receipts();
        return options;
    }

    OpenSalon salon_;
    printing::VirtualPrinter printer_;
    EngineThread thread_;
    std::unique_ptr<Spooler> spooler_;  // goes first: it asks the thread
};

void play(DemoHouse& house, const std::vector<NewStaff>& staff, std::chrono::year_month_day day, Chance& chance)
{
    const auto& salon = house.salon().engine().salon();
    Stage stage{[&house](const Json& request) { return house.perform(request); }, salon, chance, salon.language};
    stage.approval.by = stage.cast.manager;
    for (const auto& person : staff) {
        if (person.code == stage.cast.manager) stage.approval.pin = person.pin;
    }
    DemoStory story{stage, InventedPeople{salon.preset}};
    stage.day = std::chrono::sys_days{day} - weeks_before;
    tell_earlier_day(story);
    stage.play();
    stage.act(stage.cast.manager, {{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", house.port()}, {"profile", profile_name},
                                   {"name", stage.words({"Receipts", "レシート"})}});
    stage.day = day;
    tell_morning(story);
    tell_afternoon(story);
    tell_evening(story);
    stage.play();
}

/// The closed day as its paper says it, without the mark of the moment.
std::string text_of_report(OpenSalon& salon, const std::string& business_date, std::int64_t z)
{
    const auto& engine = salon.engine();
    const auto report = day_report(salon.database(), engine.salon(), business_date, std::nullopt, z);
    if (!report) return {};
    const auto document = report_paper(salon.database(), engine.salon(), true, *report, "z_report", {}, engine.world().now(), {});
    return printing::text_of(printing::lay_out(document, printing::metrics_of(*printing::find_profile(profile_name))));
}

OrderedJson asked(DemoHouse& house, const Json& request)
{
    auto answer = house.perform(request);
    if (!answer["ok"].get<bool>()) throw StoryProblem{answer["error"]["message"].get<std::string>()};
    return answer;
}

void look_back(DemoHouse& house, Demo& demo)
{
    const auto& salon = house.salon().engine().salon();
    const auto cast = cast_of(salon);
    demo.salon_name = salon.name.for_language(salon.language);
    demo.currency = salon.currency;
    demo.manager = cast.manager;
    demo.desk = cast.desk;
    demo.day = asked(house, {{"do", "report"}, {"kind", "day"}, {"date", demo.business_date}, {"as", cast.manager}})["report"];
    demo.first_number = demo.day["first_number"].get<std::string>();
    demo.report_text = text_of_report(house.salon(), demo.business_date, demo.day["z"].get<std::int64_t>());
    const auto jobs = asked(house, {{"do", "queue"}, {"as", cast.manager}})["rows"];
    house.wait_for_sheets(jobs.size());
    demo.proof = prove(house.salon(), demo.day, jobs, demo.receipts);
}

}  // namespace

std::chrono::year_month_day demo_day(Instant now, const DayRule& rule)
{
    const auto today = business_day(now, rule);
    const bool over = now >= local_instant(today, std::chrono::duration_cast<std::chrono::minutes>(evening), rule.zone);
    return over ? today : std::chrono::year_month_day{std::chrono::sys_days{today} - std::chrono::days{1}};
}

Outcome<Demo> play_demo(const DemoWish& wish, const World& world)
{
    const auto preset = preset_json(wish.preset);
    if (!preset) return refused("unknown_preset", "preset");
    const auto rule = make_day_rule(Json::parse(*preset)["zone"].get<std::string>(), Json::parse(*preset)["cutoff"].get<std::string>());
    if (!rule) return unexpected{rule.error()};
    const auto folder = clear_demo_folder(wish.folder);
    if (!folder) return unexpected{folder.error()};
    const auto day = demo_day(world.now(), *rule);
    const auto founded = local_instant(std::chrono::sys_days{day} - weeks_before, 8h, rule->zone);
    Chances chances;
    Demo demo;
    demo.salon = folder->salon();
    demo.receipts = folder->receipts();
    demo.report = folder->report();
    demo.business_date = date_text(day);
    NewSalon salon;
    salon.folder = demo.salon;
    salon.preset = wish.preset;
    salon.language = wish.language;
    salon.training = true;
    auto staff = create_salon(salon, {[founded] { return founded; }, filled_by(chances.ids)});
    if (!staff) return unexpected{staff.error()};
    demo.staff = *std::move(staff);
    DemoHouse house{*folder, {world.now, filled_by(chances.ids)}};
    play(house, demo.staff, day, chances.story);
    house.print_the_rest();
    house.call([&] { look_back(house, demo); });
    return demo;
}

}  // namespace kushi
