#include "app/engine/create_salon.h"

#include <nlohmann/json.hpp>

#include "app/engine/open_salon.h"
#include "app/presets/presets.h"
#include "core/catalog/salon_seed.h"
#include "core/id.h"
#include "core/people/pin.h"
#include "core/text/names.h"
#include "db/journal.h"
#include "db/vault/vault.h"

namespace kushi {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// Records the first facts of a salon; they are the house's own, by nobody.
class FirstFacts {
public:
    FirstFacts(Journal& journal, const World& world, Instant now) : journal_{journal}, world_{world}, now_{now} {}

    void record(const char* type, nlohmann::ordered_json pub, const Json& priv = nullptr)
    {
        pub["by"] = "";
        pub["at"] = instant_text(now_);
        journal_.append(type, pub, priv);
    }
    void setting(const char* path, const Json& value) { record("setting.set", {{"path", path}, {"value", value}}); }
    void item(const std::string& code, const char* kind, Json fields)
    {
        fields["kind"] = kind;
        record("item.set", {{"item", code}, {"fields", fields}});
    }
    [[nodiscard]] std::string new_id() const
    {
        std::array<std::uint8_t, 10> random{};
        world_.random(random);
        return uuid_text(uuid_v7(now_.time_since_epoch().count(), random));
    }

private:
    Journal& journal_;
    const World& world_;
    Instant now_;
};

const char* word_of(PriceMode mode) { return mode == PriceMode::exclusive ? "exclusive" : "inclusive"; }
const char* word_of(Rounding rounding)
{
    return rounding == Rounding::half_up ? "half_up" : rounding == Rounding::ceil ? "ceil" : "floor";
}
const char* word_of(TaxPoint point) { return point == TaxPoint::per_line ? "per_line" : "per_rate"; }

void record_settings(FirstFacts& facts, const SalonSeed& seed, const std::string& name)
{
    facts.setting("salon.preset", seed.preset);
    facts.setting("salon.name", name.empty() ? to_json(seed.name) : Json{{"en", name}, {"ja", name}});
    facts.setting("salon.address", to_json(seed.address));
    facts.setting("salon.phone", seed.phone);
    facts.setting("salon.registration_number", seed.registration_number.value_or(""));
    facts.setting("salon.currency", seed.currency.code());
    facts.setting("salon.zone", seed.zone);
    facts.setting("salon.cutoff", seed.cutoff);
    facts.setting("salon.language", seed.language);
    facts.setting("tax.price_mode", word_of(seed.tax.price_mode));
    facts.setting("tax.rounding", word_of(seed.tax.tax_rounding));
    facts.setting("tax.point", word_of(seed.tax.tax_point));
    auto rates = Json::array();
    for (const auto& row : seed.rates) rates.push_back(to_json(row));
    facts.setting("tax.rates", rates);
    auto rooms = Json::array();
    for (const auto& room : seed.rooms) rooms.push_back(to_json(room));
    facts.setting("salon.rooms", rooms);
}

void record_catalogue(FirstFacts& facts, const SalonSeed& seed)
{
    for (const auto& product : seed.products) facts.item(product.code, "product", to_json(product));
    for (const auto& ritual : seed.rituals) facts.item(ritual.code, "ritual", to_json(ritual));
    for (const auto& service : seed.services) facts.item(service.code, "service", to_json(service));
    for (const auto& ticket : seed.tickets) facts.item(ticket.code, "ticket", to_json(ticket));
    for (const auto& voucher : seed.vouchers) facts.item(voucher.code, "voucher", to_json(voucher));
    for (const auto& lot : seed.opening_stock) {
        Json pub{{"product", lot.product}, {"lot", lot.lot}, {"thousandths", lot.quantity.units}};
        if (lot.expires) pub["expires"] = date_text(*lot.expires);
        facts.record("stock.received", pub);
    }
}

/// A practice salon keeps its PINs readable beside their hashes, because its lock screen shows them.
NewStaff record_person(FirstFacts& facts, const StaffSeed& seed, const Vault& vault, const World& world, bool training)
{
    NewStaff person{facts.new_id(), seed.code, seed.name.en, RoleSet::parse(seed.roles).value_or(RoleSet{}),
                    issue_pin(world.random)};
    Json priv{{"code", seed.code}, {"name_en", seed.name.en}, {"name_ja", seed.name.ja}, {"reading", seed.reading},
              {"pin_hash", vault.hash_pin(person.pin)}};
    if (training) priv["practice_pin"] = person.pin;
    auto fields = Json::array();
    for (const auto& [name, value] : priv.items()) fields.push_back(name);
    facts.record("staff.set", {{"staff", person.id}, {"roles", seed.roles}, {"active", true}, {"fields", fields}}, priv);
    return person;
}

TerminalIdentity new_identity(const World& world, Instant now, bool training)
{
    std::array<std::uint8_t, 10> random{};
    world.random(random);
    TerminalIdentity identity;
    identity.salon = uuid_text(uuid_v7(now.time_since_epoch().count(), random));
    std::array<std::uint8_t, 4> number{};
    world.random(number);
    for (const auto byte : number) identity.terminal = identity.terminal << 8 | byte;
    identity.terminal = std::max<std::int64_t>(identity.terminal & 0x7fffffff, 1);
    identity.series = std::string(1, 'A');
    identity.training = training;
    return identity;
}

Outcome<SalonSeed> seed_of(const std::string& preset)
{
    const auto json = preset_json(preset);
    if (!json) return refused("unknown_preset", "preset");
    return salon_seed_from_json(Json::parse(*json));
}

}  // namespace

Outcome<std::vector<NewStaff>> create_salon(const NewSalon& wanted, const World& world)
{
    auto seed = seed_of(wanted.preset);
    if (!seed) return unexpected{seed.error()};
    if (!wanted.language.empty()) seed->language = wanted.language;
    if (wanted.cutoff_at) {
        const auto rule = make_day_rule(seed->zone, seed->cutoff);
        if (!rule) return unexpected{rule.error()};
        if (const auto other = wanted.cutoff_at(*rule); !other.empty()) seed->cutoff = other;
    }
    std::string name;
    if (!wanted.name.empty()) {
        auto clean = clean_name(wanted.name, "name");
        if (!clean) return unexpected{clean.error()};
        name = *std::move(clean);
    }
    fs::create_directories(wanted.folder);
    const FolderLock lock{wanted.folder};
    if (fs::exists(database_file(wanted.folder))) return refused("salon_exists");
    const auto vault = Vault::create(keys_folder(wanted.folder), wanted.pin_cost);
    const auto database = Database::create(database_file(wanted.folder));
    const auto now = world.now();
    std::vector<NewStaff> staff;
    Transaction transaction{database};
    const auto key = vault.signing_public_key();
    Journal::create_terminal(database, new_identity(world, now, wanted.training),
                             {reinterpret_cast<const char*>(key.data()), key.size()});
    Journal journal{database, vault, world.now, world.random};
    FirstFacts facts{journal, world, now};
    record_settings(facts, *seed, name);
    record_catalogue(facts, *seed);
    for (const auto& person : seed->staff) staff.push_back(record_person(facts, person, vault, world, wanted.training));
    transaction.commit();
    return staff;
}

}  // namespace kushi
