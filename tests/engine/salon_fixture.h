#pragma once

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "app/engine/engine.h"
#include "core/people/roles.h"
#include "db/database.h"
#include "db/vault/vault.h"
#include "tests/engine/temporary_folder.h"

namespace kushi::test {

using Json = nlohmann::json;

/// A salon of a preset behind the engine's door: its database in memory (or in a folder of its own), PINs at the least
/// cost, a clock that stands still until it is told to go on, and random bytes from a seed.
class TestSalon {
public:
    struct Options {
        bool training = true;
        bool on_disk = false;  ///< a folder with a file, as a salon has it
        std::uint64_t seed = 20'261'114;
    };
    explicit TestSalon(const std::string& preset = "tokyo");
    TestSalon(const std::string& preset, Options options);
    ~TestSalon();
    TestSalon(const TestSalon&) = delete;
    TestSalon& operator=(const TestSalon&) = delete;

    // Codes of one person a role, who holds that role alone. `other_therapist` is a second one.
    static constexpr const char* desk = "desk";
    static constexpr const char* therapist = "therapist";
    static constexpr const char* other_therapist = "therapist-2";
    static constexpr const char* manager = "manager";
    static constexpr const char* owner = "owner";
    static constexpr const char* former = "former";  ///< was a manager, is not active
    static std::vector<const char*> one_a_role() { return {desk, therapist, manager, owner}; }

    /// The answer, whatever it is.
    Json perform(const Json& request, const std::string& as);
    /// The answer of a request that must be done. @throws std::runtime_error, which ends the test, when it is refused
    Json does(const Json& request, const std::string& as = desk);
    /// A test failure unless it is refused with the code, and the database is as it was before to the byte. @returns error
    Json refuses(const Json& request, const std::string& code, const std::string& as = desk);
    /// Adds `approved_by` and the PIN.
    Json approved(Json request, const std::string& by = manager) const;
    [[nodiscard]] const std::string& pin(const std::string& code) const { return pins_.at(code); }
    [[nodiscard]] std::string staff_id(const std::string& code) const;

    /// A fresh UUID for a `key`.
    std::string key();
    Instant now;  ///< what the world's clock says
    void pass(std::chrono::milliseconds time) { now += time; }

    /// A new engine over the same database, as after the program was started again.
    void restart();
    [[nodiscard]] Engine& engine() { return *engine_; }
    [[nodiscard]] const Database& database() const { return *database_; }
    [[nodiscard]] const Vault& vault() const { return *vault_; }
    [[nodiscard]] std::filesystem::path folder() const { return folder_->path(); }

    /// Changes a setting or an item by its event, then restarts.
    void set(const std::string& path, const Json& value);
    void set_item(const std::string& code, const Json& fields);
    void record(const char* type, const Json& pub, const Json& priv = nullptr);
    /// Many facts in one transaction, then restarts.
    void record_all(const char* type, const std::vector<Json>& pubs);

    /// Every byte of the database but the counted PIN tries, as a hash.
    [[nodiscard]] std::string snapshot() const;
    /// Keeps the database as it is now, for `go_back` to return to, as often as a test likes.
    void remember();
    void go_back();
    /// Public parts of the journal's events of one type, in order.
    [[nodiscard]] std::vector<Json> events(const std::string& type) const;
    /// Numbers without a hole, hashes that follow from each other: empty, or what is wrong.
    [[nodiscard]] std::string chain_problem() const;

    // A visit on its way.
    std::string client(const Json& fields = {{"name", "Hanako Test"}});
    /// Checked in for the therapist (none: nobody's), with the preset's first service unless another is named.
    std::string visit(const std::string& client = {}, const std::string& for_therapist = therapist,
                      const std::string& service = "signature-head-spa");
    void consent(const std::string& visit, const std::string& as = therapist);
    /// Consent, every safety question answered with no, and what the test adds to the consultation.
    Json consult(const std::string& visit, Json consultation = Json::object(), const std::string& as = therapist);
    static Json all_safe();
    void open_day(std::int64_t opening_float = 30'000);
    /// Checks the visit out for what it costs, in cash. @returns the answer
    Json pay(const std::string& visit, const std::string& as = desk);
    std::int64_t due(const std::string& visit);
    Json report(const std::string& as = manager);

private:
    World world();
    void append(const char* type, const std::vector<Json>& pubs, const Json& priv);
    void hire(const std::string& code, std::initializer_list<Role> roles, bool active = true);

    std::mt19937_64 chance_;
    std::unique_ptr<TemporaryFolder> folder_;
    std::unique_ptr<Database> database_, remembered_;
    std::unique_ptr<Vault> vault_;
    std::unique_ptr<Engine> engine_;
    std::map<std::string, std::string> pins_;
};

}  // namespace kushi::test
