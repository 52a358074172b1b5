#include "app/engine/demo/practice.h"

#include "app/engine/demo/script.h"
#include "app/engine/open_salon.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;

constexpr std::uint64_t seed = 20'260'725;
constexpr auto day_so_far = 4h, day_to_come = 3h;  ///< the story needs a morning before now and bookings after it

/// A salon whose day turns about now has no morning to tell: then its practice day turns some hours earlier.
std::string cutoff_for(Instant now, const DayRule& rule)
{
    if (business_day(now - day_so_far, rule) == business_day(now + day_to_come, rule)) return {};
    const auto earlier = local_text(now - 2 * day_so_far, rule.zone);
    return earlier.substr(11, 2) + ":00";
}

Json answers(const char* text) { return Json::parse(text); }

/// An earlier visit of one who comes back today, from door to till.
void tell_visit_before(DemoStory& story, const std::string& part, Guest guest, Instant arrival)
{
    auto& stage = story.stage;
    const auto told = story.guest(part, std::move(guest));
    stage.at(arrival - 10min, [&stage] { stage.act(stage.cast.desk, {{"do", "open_day"}, {"float", stage.about(30'000)}}); });
    receive(stage, told, arrival);
    stage.at(arrival + 150min, [&stage] {
        const auto expected = stage.act(stage.cast.manager, {{"do", "x_report"}})["report"]["drawer"]["expected"].get<std::int64_t>();
        stage.act(stage.cast.manager, {{"do", "close_day"}, {"count", expected}});
    });
}

void tell_visits_before(DemoStory& story, Instant now)
{
    const auto days = [](int count) { return std::chrono::hours{24 * count}; };
    tell_visit_before(story, "oily", {
        .person = story.somebody(), .allergies = {"lavender"}, .service = "deep-cleanse-spa", .therapist = story.therapist(0), .nominated = true,
        .consultation = answers(R"({"concerns": ["oily", "buildup", "oily_soon"], "bother": 3, "scalp_type": "oily", "hair": {"type": "normal"}, "wash": "daily",
            "life": {"styling": "often", "dry_shampoo": "often"}, "goals": ["clean_scalp"], "preference": {"pressure": "medium", "talk": "quiet"}})"),
        .before = answers(R"({"crown": {"conditions": {"oily": 3, "buildup": 2, "flakes": 1}}, "frontal": {"conditions": {"oily": 2}}, "occipital": {"conditions": {"buildup": 3}},
            "parietal_left": {"conditions": {"oily": 2}}, "parietal_right": {"conditions": {"oily": 2}}})"),
        .after = answers(R"({"crown": {"conditions": {"oily": 1}}})"), .buys = {{"yuzu-clarifying-shampoo"}}, .pays = {{.type = "card"}}}, now - days(22) - 3h);
    tell_visit_before(story, "dry", {
        .person = story.somebody(), .service = "moist-calm-spa", .therapist = story.therapist(1),
        .consultation = answers(R"({"concerns": ["dry", "tight"], "bother": 2, "scalp_type": "dry", "hair": {"type": "fine", "lengths": "dry", "coloured": true}, "goals": ["softer_hair"]})"),
        .before = answers(R"({"crown": {"conditions": {"dry": 3}}, "temporal_left": {"conditions": {"dry": 2}}, "temporal_right": {"conditions": {"dry": 2}}})"),
        .pays = {{.type = "qr"}}}, now - days(35) - 3h);
    tell_visit_before(story, "tense", {
        .person = story.somebody(), .service = "signature-head-spa", .therapist = story.therapist(2),
        .consultation = answers(R"({"concerns": [], "scalp_type": "balanced", "goals": ["rest", "ease_tension"], "tension": {"neck": true, "shoulders": true, "stress": 3}})"),
        .before = answers(R"({"nape": {"conditions": {"tender": 2}}, "occipital": {"conditions": {"tender": 1}}})")}, now - days(28) - 3h);
}

/// Paid and gone.
void tell_morning_of(DemoStory& story, Instant now)
{
    auto& stage = story.stage;
    stage.at(now - 175min, [&stage] { stage.act(stage.cast.desk, {{"do", "open_day"}, {"float", stage.about(30'000)}}); });
    receive(stage, story.guest("first", {.person = story.somebody(), .service = "express-massage", .therapist = story.therapist(2),
        .consultation = answers(R"({"concerns": [], "tension": {"neck": true}, "goals": ["rest"], "preference": {"steps": "few"}})")}), now - 172min);
    receive(stage, story.guest("second", {.person = story.somebody(), .service = "signature-head-spa", .therapist = story.therapist(0), .nominated = true,
        .consultation = answers(R"({"concerns": [], "scalp_type": "balanced", "goals": ["clean_scalp", "rest"]})"),
        .buys = {{"camellia-scalp-serum"}}, .pays = {{.type = "card"}}}), now - 170min);
    receive(stage, story.guest("shopper", {.buys = {{"hojicha-tea", "2"}, {"boxwood-comb"}}}), now - 120min);
}

/// Here now: one at the till, two in the chair, one at the door.
void tell_now(DemoStory& story, Instant now)
{
    auto& stage = story.stage;
    const auto& rooms = stage.salon.rooms;
    const auto room = [&](std::size_t number) { return rooms.at(number % rooms.size()).code; };
    const auto paying = story.guest("paying", {.person = story.somebody(), .service = "deep-cleanse-spa", .therapist = story.therapist(0), .room = room(0),
        .consultation = answers(R"({"concerns": ["oily", "buildup"], "bother": 2, "scalp_type": "oily", "goals": ["clean_scalp"]})"),
        .before = answers(R"({"crown": {"conditions": {"oily": 3}}, "frontal": {"conditions": {"buildup": 2}}})"),
        .buys = {{"yuzu-clarifying-shampoo"}}, .waits_to_pay = true});
    receive(stage, paying, now - 118min);
    receive(stage, story.guest("dry again", {.client = story.of("dry")->client, .service = "moist-calm-spa", .therapist = story.therapist(1), .room = room(1),
        .consents = false, .consultation = answers(R"({"concerns": ["dry"], "bother": 2, "scalp_type": "dry", "goals": ["softer_hair"]})"),
        .before = answers(R"({"crown": {"conditions": {"dry": 2}}})")}), now - 62min);
    receive(stage, story.guest("in chair", {.person = story.somebody(), .service = "signature-head-spa", .therapist = story.therapist(2), .room = room(2),
        .consultation = answers(R"({"concerns": ["limp_roots"], "scalp_type": "balanced", "goals": ["rest", "try_it"]})"),
        .before = answers(R"({"crown": {"conditions": {"buildup": 1}}})")}), now - 38min);
    const auto waiting = story.guest("oily again", {.client = story.of("oily")->client, .service = "deep-cleanse-spa", .therapist = story.therapist(0), .nominated = true});
    stage.at(now - 170min, [&story, waiting, now] { book(story.stage, waiting, now - 1min); });
    stage.at(now - 3min, [&stage, waiting] { stage.act(stage.cast.desk, {{"do", "check_in"}, {"visit", waiting->visit}}); });
}

void tell_later(DemoStory& story, Instant now)
{
    auto& stage = story.stage;
    struct Booking {
        const char* part;
        const char* service;
        std::size_t therapist;
        std::chrono::minutes from_now;
        bool nominated, known;
    };
    for (const auto& one : {Booking{"late", "signature-head-spa", 2, -19min, false, false}, Booking{"soon", "head-massage-40", 1, 18min, false, false},
                            Booking{"tense again", "signature-head-spa", 2, 32min, true, true}, Booking{"later", "moist-calm-spa", 1, 50min, false, false},
                            Booking{"evening", "deep-cleanse-spa", 0, 95min, true, false}, Booking{"last", "express-massage", 2, 130min, false, false}}) {
        const std::string service = stage.salon.services.contains(one.service) ? one.service : "express-massage";
        const auto guest = story.guest(one.part, {.service = service, .therapist = story.therapist(one.therapist), .nominated = one.nominated});
        if (one.known) guest->client = story.of("tense")->client;
        else guest->person = story.somebody();
        // On a whole five minutes, as a book is kept.
        const auto start = std::chrono::floor<std::chrono::minutes>(now + one.from_now);
        const auto over = start.time_since_epoch().count() % 5;
        stage.at(now - 160min, [&story, guest, start, over] { book(story.stage, guest, start - std::chrono::minutes{over}); });
    }
}

}  // namespace

Outcome<std::vector<NewStaff>> make_practice(const PracticeWish& wish, const World& world)
{
    NewSalon wanted;
    wanted.folder = wish.folder;
    wanted.preset = wish.preset;
    wanted.language = wish.language;
    wanted.training = true;
    wanted.pin_cost = wish.pin_cost;
    wanted.cutoff_at = [&](const DayRule& rule) { return cutoff_for(world.now(), rule); };
    auto staff = create_salon(wanted, world);
    if (!staff) return unexpected{staff.error()};
    OpenSalon salon{wish.folder, world};
    auto& engine = salon.engine();
    const auto now = std::chrono::floor<std::chrono::minutes>(world.now());
    Chance chance{seed};
    Stage stage{[&engine](const Json& request) { return engine.perform(request, {{}, engine.salon().language}); }, engine.salon(), chance, engine.salon().language};
    stage.approval.by = stage.cast.manager;
    for (const auto& person : *staff) {
        if (person.code == stage.cast.manager) stage.approval.pin = person.pin;
    }
    DemoStory story{stage, InventedPeople{engine.salon().preset}};
    tell_visits_before(story, now);
    stage.play();
    if (!wish.printer_host.empty()) {
        stage.act(stage.cast.manager, {{"do", "add_printer"}, {"host", wish.printer_host}, {"port", wish.printer_port}, {"profile", "generic-80"},
                                       {"name", stage.words({"Receipts", "レシート"})}});
    }
    tell_morning_of(story, now);
    tell_now(story, now);
    tell_later(story, now);
    stage.play_until(now);
    return staff;
}

}  // namespace kushi
