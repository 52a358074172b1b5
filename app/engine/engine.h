#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "app/engine/world.h"
#include "core/result.h"

namespace kushi {

class Database;
class Journal;
class Vault;
struct Salon;
struct Person;
struct TerminalIdentity;

/// Who calls, where the request itself does not say.
struct Caller {
    std::string as;               ///< staff id or code; empty for nobody
    std::string language = "en";  ///< of the words in an answer
};

/// The one door: the command line's `do`, the screens and the tests hand every command in here. Owns no thread: whoever
/// owns the database's writing connection calls it, one command after another.
class Engine {
public:
    /// The database and the vault outlive the engine.
    Engine(const Database& database, const Vault& vault, World world);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Runs one request {"do": ..., ...} and answers {"ok":true, ...} or {"ok":false,"error":{code,message,field}}, with
    /// the request's "tag". When it answers ok, what it did is durable. Never throws for what a request can hold; an I/O
    /// failure answers `io_error` and nothing is half done.
    nlohmann::ordered_json perform(const nlohmann::json& request, const Caller& caller);

    /// Everything that the body performs is one transaction, durable when this returns and gone when it throws: for made-up
    /// histories, where one commit a day is a hundred times faster than one an act. A refused request leaves nothing behind
    /// and the others stand. An approval by PIN is no part of it: its try has to be counted durably.
    void together(const std::function<void()>& body);

    [[nodiscard]] const Salon& salon() const { return *salon_; }
    [[nodiscard]] const TerminalIdentity& identity() const;
    [[nodiscard]] const Database& database() const { return database_; }
    [[nodiscard]] const Vault& vault() const { return vault_; }
    [[nodiscard]] const World& world() const { return world_; }
    /// Called after a commit that queued paper.
    void on_paper(std::function<void()> wake) { wake_spooler_ = std::move(wake); }

private:
    struct Request;
    Outcome<void> identify(Request& request) const;
    Outcome<void> approve(Request& request);
    Outcome<void> check_own_pin(Request& request);
    Outcome<Person> try_pin(Request& request, const char* field);
    void note_wrong_pin(const Request& request, const std::string& subject);
    Outcome<nlohmann::ordered_json> run(Request& request);
    Outcome<nlohmann::ordered_json> attempt(Request& request);
    Outcome<nlohmann::ordered_json> commit_or_find(Request& request);
    void catch_up();

    const Database& database_;
    const Vault& vault_;
    World world_;
    Instant now_{};  ///< of the command that runs
    std::unique_ptr<Journal> journal_;
    bool journal_is_ahead_ = false;  ///< it counted on with events that were rolled back
    std::unique_ptr<Salon> salon_;
    std::function<void()> wake_spooler_;
    bool together_ = false;  ///< a transaction is open that is not the command's own
};

/// Every command's name, in alphabetical order.
std::vector<std::string_view> command_names();

}  // namespace kushi
