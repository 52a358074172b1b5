#include "tests/engine/salon_fixture.h"

#include <SQLiteCpp/Backup.h>
#include <gtest/gtest.h>
#include <sodium.h>
#include <sqlite3.h>

#include "app/engine/create_salon.h"
#include "app/engine/open_salon.h"
#include "app/engine/salon.h"
#include "core/id.h"
#include "core/journal/event.h"
#include "db/journal.h"

namespace kushi::test {
namespace {

namespace fs = std::filesystem;

/// Ten in the morning of 14 November 2026 where the preset's salon stands.
Instant opening_hour(const std::string& preset)
{
    return *parse_instant(preset == "tokyo" ? "2026-11-14T01:00:00Z" : preset == "london" ? "2026-11-14T10:00:00Z" : "2026-11-14T15:00:00Z");
}

/// The same pages in memory: a test that needs no file waits for no disk.
Database in_memory_copy(const fs::path& file)
{
    const auto stored = Database::open(file);
    auto copy = Database::in_memory();
    SQLite::Backup{copy.connection(), stored.connection()}.executeStep();
    return copy;
}

}  // namespace

TestSalon::TestSalon(const std::string& preset) : TestSalon{preset, Options{}} {}

TestSalon::TestSalon(const std::string& preset, Options options)
    : now{opening_hour(preset)}, chance_{options.seed}, folder_{std::make_unique<TemporaryFolder>()}
{
    if (sodium_init() < 0) throw std::runtime_error{"no secure random numbers"};
    NewSalon wanted;
    wanted.folder = folder();
    wanted.preset = preset;
    wanted.training = options.training;
    wanted.pin_cost = PinCost::least();
    const auto staff = create_salon(wanted, world());
    if (!staff) throw std::runtime_error{"no salon: " + staff.error().code};
    for (const auto& person : *staff) pins_[person.code] = person.pin;
    database_ = std::make_unique<Database>(options.on_disk ? Database::open(database_file(folder()))
                                                           : in_memory_copy(database_file(folder())));
    vault_ = std::make_unique<Vault>(Vault::open(keys_folder(folder()), PinCost::least()));
    hire(desk, {Role::front_desk});
    hire(therapist, {Role::therapist});
    hire(other_therapist, {Role::therapist});
    hire(manager, {Role::manager});
    hire(owner, {Role::owner});
    hire(former, {Role::manager}, false);
    restart();
}

TestSalon::~TestSalon() = default;

World TestSalon::world()
{
    return {[this] { return now; },
            [this](std::span<std::uint8_t> bytes) {
                for (auto& byte : bytes) byte = static_cast<std::uint8_t>(chance_());
            }};
}

void TestSalon::hire(const std::string& code, std::initializer_list<Role> roles, bool active)
{
    const auto pin = std::to_string(271'800 + pins_.size());
    pins_[code] = pin;
    const Json priv{{"code", code}, {"name_en", code}, {"name_ja", code}, {"reading", code}, {"pin_hash", vault_->hash_pin(pin)}};
    auto fields = Json::array();
    for (const auto& [name, value] : priv.items()) fields.push_back(name);
    record("staff.set", {{"staff", key()}, {"roles", RoleSet{roles}.texts()}, {"active", active}, {"fields", fields}}, priv);
}

void TestSalon::append(const char* type, const std::vector<Json>& pubs, const Json& priv)
{
    engine_.reset();
    Journal journal{*database_, *vault_, [this] { return now; }, world().random};
    Transaction transaction{*database_};
    for (auto pub : pubs) {
        pub["by"] = "";
        pub["at"] = instant_text(now);
        journal.append(type, pub, priv);
    }
    transaction.commit();
}

void TestSalon::record(const char* type, const Json& pub, const Json& priv) { append(type, {pub}, priv); }

void TestSalon::record_all(const char* type, const std::vector<Json>& pubs)
{
    append(type, pubs, nullptr);
    restart();
}

void TestSalon::set(const std::string& path, const Json& value)
{
    record("setting.set", {{"path", path}, {"value", value}});
    restart();
}

void TestSalon::set_item(const std::string& code, const Json& fields)
{
    record("item.set", {{"item", code}, {"fields", fields}});
    restart();
}

void TestSalon::restart()
{
    engine_.reset();
    engine_ = std::make_unique<Engine>(*database_, *vault_, world());
}

Json TestSalon::perform(const Json& request, const std::string& as)
{
    Caller caller;
    caller.as = as;
    return engine_->perform(request, caller);
}

Json TestSalon::does(const Json& request, const std::string& as)
{
    auto answer = perform(request, as);
    if (answer["ok"] != true) throw std::runtime_error{as + ": " + request.dump() + "\n" + answer.dump()};  // the test ends here
    return answer;
}

Json TestSalon::refuses(const Json& request, const std::string& code, const std::string& as)
{
    const auto before = snapshot();
    const auto answer = perform(request, as);
    const auto error = answer.value("error", Json::object());
    EXPECT_EQ(error.value("code", "none: it was done"), code) << as << ": " << request.dump().substr(0, 2'000) << "\n" << answer.dump();
    EXPECT_FALSE(error.value("message", "").empty());
    // A PIN that was wrong is itself a fact.
    EXPECT_TRUE(code == "wrong_pin" || snapshot() == before) << "something stayed behind: " << request.dump().substr(0, 2'000);
    return error;
}

Json TestSalon::approved(Json request, const std::string& by) const
{
    request["approved_by"] = by;
    request["pin"] = pin(by);
    return request;
}

std::string TestSalon::staff_id(const std::string& code) const
{
    const auto* person = engine_->salon().person(code);
    return person == nullptr ? std::string{} : person->id;
}

std::string TestSalon::key()
{
    std::array<std::uint8_t, 10> random{};
    world().random(random);
    return uuid_text(uuid_v7(now.time_since_epoch().count(), random));
}

std::string TestSalon::snapshot() const
{
    // The counted tries of PINs stand in a savepoint of their own: they are meant to stay behind a refusal.
    auto& connection = database_->connection();
    connection.exec("SAVEPOINT look; DELETE FROM pin_attempt");
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(connection.getHandle(), "main", &size, 0);
    const auto hash = bytes == nullptr ? std::string{} : hex(sha256({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)}));
    sqlite3_free(bytes);
    connection.exec("ROLLBACK TO look; RELEASE look");
    if (hash.empty()) throw std::runtime_error{"the database gives no bytes"};
    return hash;
}

void TestSalon::remember()
{
    remembered_ = std::make_unique<Database>(Database::in_memory());
    SQLite::Backup{remembered_->connection(), database_->connection()}.executeStep();
}

void TestSalon::go_back()
{
    engine_.reset();
    SQLite::Backup{database_->connection(), remembered_->connection()}.executeStep();
    restart();
}

std::vector<Json> TestSalon::events(const std::string& type) const
{
    std::vector<Json> found;
    Query row{*database_, "SELECT pub FROM event WHERE type = ? ORDER BY seq", type};
    while (row.next()) found.push_back(Json::parse(row.text(0)));
    return found;
}

std::string TestSalon::chain_problem() const
{
    Hash before{};
    std::int64_t seq = 0;
    Query row{*database_,
              "SELECT terminal, seq, hlc, type, v, pub, priv, pub_hash, priv_hash, hash FROM event ORDER BY terminal, seq"};
    while (row.next()) {
        const auto event = event_in(row);
        if (event.seq != ++seq) return "number " + std::to_string(seq) + " is missing";
        if (event.pub_hash != sha256(event.pub) || event.hash != chain_hash(before, engine_->identity().salon, event)) {
            return "number " + std::to_string(seq) + " does not follow from the one before it";
        }
        before = event.hash;
    }
    return {};
}

std::string TestSalon::client(const Json& fields)
{
    auto request = fields;
    request["do"] = "add_client";
    return does(request)["client"];
}

std::string TestSalon::visit(const std::string& client, const std::string& for_therapist, const std::string& service)
{
    Json request{{"do", "check_in"}};
    if (!client.empty()) request["client"] = client;
    if (!for_therapist.empty()) request["therapist"] = for_therapist;
    if (!service.empty()) request["service"] = service;
    return does(request)["visit"];
}

void TestSalon::consent(const std::string& visit, const std::string& as)
{
    does({{"do", "consent"}, {"visit", visit}, {"parts", {"treatment", "health_data"}}, {"on_paper", true}}, as);
}

Json TestSalon::all_safe()
{
    Json safety = Json::object();
    for (const char* question : {"broken_skin", "infection", "lice_or_ringworm", "fever", "high_blood_pressure", "pregnant", "surgery",
                                 "recent_colour", "medication", "extensions"}) {
        safety[question] = false;
    }
    return safety;
}

Json TestSalon::consult(const std::string& visit, Json consultation, const std::string& as)
{
    consent(visit, as);
    auto safety = all_safe();
    if (consultation.contains("safety")) safety.update(consultation["safety"]);
    consultation["safety"] = safety;
    return does({{"do", "consult"}, {"visit", visit}, {"consultation", consultation}}, as)["recommendation"];
}

void TestSalon::open_day(std::int64_t opening_float) { does({{"do", "open_day"}, {"float", opening_float}}); }

std::int64_t TestSalon::due(const std::string& visit)
{
    return does({{"do", "quote"}, {"visit", visit}})["totals"]["due"].get<std::int64_t>();
}

Json TestSalon::pay(const std::string& visit, const std::string& as)
{
    const auto amount = due(visit);
    auto tenders = Json::array();
    if (amount > 0) tenders.push_back({{"type", "cash"}, {"amount", amount}});
    return does({{"do", "checkout"}, {"visit", visit}, {"key", key()}, {"tenders", tenders}}, as);
}

Json TestSalon::report(const std::string& as) { return does({{"do", "report"}, {"kind", "day"}}, as)["report"]; }

}  // namespace kushi::test
