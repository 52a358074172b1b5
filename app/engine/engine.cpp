#include "app/engine/engine.h"

#include <sodium.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/engine/command.h"
#include "app/words/refusals.h"
#include "core/people/pin.h"
#include "db/pin_attempts.h"
#include "db/read/sales.h"
#include "db/vault/vault.h"

namespace kushi {
namespace {

const std::vector<CommandEntry>& commands()
{
    static const std::vector<CommandEntry> all = [] {
        std::vector<CommandEntry> entries;
        for (auto family : {session_commands, people_commands, setting_commands, visit_commands, form_commands,
                            care_commands, treatment_commands, cart_commands, checkout_commands, refund_commands,
                            drawer_commands, paper_commands, queue_commands, report_commands, sales_search_commands,
                            view_commands}) {
            const auto some = family();
            entries.insert(entries.end(), some.begin(), some.end());
        }
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        return entries;
    }();
    return all;
}

const CommandEntry* find_command(std::string_view name)
{
    const auto found = std::lower_bound(commands().begin(), commands().end(), name,
                                        [](const CommandEntry& entry, std::string_view wanted) { return entry.name < wanted; });
    return found != commands().end() && found->name == name ? &*found : nullptr;
}

/// The request without what says who, when and under which tag: the same again is the same act.
/// Refuses `bad_text` where a text in it is not UTF-8.
Outcome<std::string> mark_of(const Json& request)
{
    auto own = request;
    try {
        const auto whole = own.dump();
        for (const char* name : {"as", "at", "tag", "approved_by", "pin"}) own.erase(name);
        return hex(sha256(own.dump())).substr(0, 16);
    }
    catch (const Json::type_error&) {
        return refused("bad_text");
    }
}

/// What one command writes: a transaction of its own, or a part of the one that is open already.
class OwnPart {
public:
    OwnPart(const Database& database, bool within) : database_{database}
    {
        if (within) database_.execute("SAVEPOINT command");
        else transaction_.emplace(database_);
    }
    ~OwnPart()
    {
        if (transaction_ || kept_) return;
        try {
            database_.execute("ROLLBACK TO command; RELEASE command");
        }
        catch (const SQLite::Exception&) {
            // After an I/O error SQLite may have rolled everything back by itself; the whole fails at its commit.
        }
    }
    OwnPart(const OwnPart&) = delete;
    OwnPart& operator=(const OwnPart&) = delete;

    void keep()
    {
        if (transaction_) transaction_->commit();
        else database_.execute("RELEASE command");
        kept_ = true;
    }

private:
    const Database& database_;
    std::optional<Transaction> transaction_;
    bool kept_ = false;
};

}  // namespace

struct Engine::Request {
    const Json& json;
    const Caller& caller;
    const CommandEntry* entry = nullptr;
    Instant at{};
    Person actor;
    std::optional<Person> approver;
    std::string mark;  ///< see mark_of
    std::int64_t failures_before = 0;
};

Engine::Engine(const Database& database, const Vault& vault, World world)
    : database_{database}, vault_{vault}, world_{std::move(world)}
{
    journal_ = std::make_unique<Journal>(database_, vault_, [this] { return now_; }, world_.random);
    salon_ = std::make_unique<Salon>(load_salon(database_, vault_));
}

Engine::~Engine() = default;

const TerminalIdentity& Engine::identity() const { return journal_->identity(); }

OrderedJson Engine::perform(const Json& json, const Caller& caller)
{
    Request request{json, caller, nullptr, world_.now(), {}, std::nullopt, {}, 0};
    OrderedJson answer;
    try {
        auto outcome = [&]() -> Answer {
            KUSHI_TRY(identify(request));
            KUSHI_TRY(approve(request));
            KUSHI_TRY(check_own_pin(request));
            return commit_or_find(request);
        }();
        if (outcome) {
            answer = OrderedJson{{"ok", true}};
            answer.update(*outcome);
        } else {
            answer = refusal_json(outcome.error(), caller.language);
        }
    }
    catch (const SQLite::Exception& problem) {
        spdlog::error("command failed: database: {} ({})", problem.getErrorStr(), problem.getExtendedErrorCode());
        answer = refusal_json({"io_error", {}, problem.getErrorStr()}, caller.language);
    }
    catch (const std::runtime_error& problem) {  // no memory for a PIN's check, a stored value that is none
        spdlog::error("command failed: {}", problem.what());
        answer = refusal_json({"io_error", {}, {}}, caller.language);
    }
    catch (const std::bad_alloc&) {
        spdlog::error("command failed: no memory");
        answer = refusal_json({"io_error", {}, "memory"}, caller.language);
    }
    if (!request.mark.empty() && json.contains("tag")) answer["tag"] = json["tag"];
    return answer;
}

/// Which command, who asks, and when it is.
Outcome<void> Engine::identify(Request& request) const
{
    const auto& json = request.json;
    if (!json.is_object() || !json.contains("do") || !json["do"].is_string()) return refused("bad_request", "do");
    const auto mark = mark_of(json);
    if (!mark) return unexpected{mark.error()};
    request.mark = *mark;
    request.entry = find_command(json["do"].get_ref<const std::string&>());
    if (request.entry == nullptr) return refused("unknown_command", "do");
    if (json.contains("at") && !json["at"].is_null()) {
        if (!journal_->identity().training) return refused("at_not_allowed", "at");
        const auto at = json["at"].is_string() ? parse_instant(json["at"].get_ref<const std::string&>()) : std::nullopt;
        if (!at) return refused("bad_instant", "at");
        request.at = *at;
    }
    std::string as = request.caller.as;
    if (json.contains("as") && !json["as"].is_null()) {
        if (!json["as"].is_string()) return refused("bad_request", "as");
        as = json["as"].get<std::string>();
    }
    if (as.empty()) return request.entry->anybody ? Outcome<void>{} : refused("who", "as");
    const auto* person = salon_->person(as);
    if (person == nullptr || !person->active) return refused("unknown_staff", "as");
    request.actor = *person;
    return {};
}

/// Another person's PIN for this one act.
Outcome<void> Engine::approve(Request& request)
{
    if (!request.json.contains("approved_by") || request.json["approved_by"].is_null()) return {};
    auto person = try_pin(request, "approved_by");
    if (!person) return unexpected{person.error()};
    request.approver = *std::move(person);
    return {};
}

/// The actor of a command that is signed with one's own PIN.
Outcome<void> Engine::check_own_pin(Request& request)
{
    if (!request.entry->by_own_pin) return {};
    auto person = try_pin(request, "staff");
    if (!person) return unexpected{person.error()};
    request.actor = *std::move(person);
    return {};
}

/// Whose PIN it is. A try is counted and committed before it is checked, so that pulling the plug gives no free tries; the
/// answer is the same for an unknown person, one without a PIN and a wrong PIN.
Outcome<Person> Engine::try_pin(Request& request, const char* field)
{
    const auto& json = request.json;
    if (together_) throw std::logic_error{"a PIN within together"};
    const bool told = json.contains(field) && json[field].is_string() && json.contains("pin") && json["pin"].is_string();
    if (!told) return refused("wrong_pin", "pin");
    const auto* person = salon_->person(json[field].get_ref<const std::string&>());
    const auto subject = person == nullptr ? std::string{"unknown"} : person->id;
    const auto now = world_.now();
    const auto tries = pin_attempts(database_, subject);
    const auto lock = pin_lock(tries.failures, tries.last_success, now);
    if (lock.state == PinLock::State::waiting) return refused("pin_locked", field, instant_text(lock.until));
    if (lock.state == PinLock::State::locked) return refused("pin_locked", field);
    const auto attempt = count_pin_attempt(database_, subject, now);
    static const std::string nobody = vault_.hash_pin("no such person");  // so that the wait tells nothing
    const bool known = person != nullptr && person->active && !person->pin_hash.empty();
    const bool matches = vault_.pin_matches(known ? person->pin_hash : nobody, json["pin"].get_ref<const std::string&>());
    if (!known || !matches) {
        note_wrong_pin(request, subject);
        return refused("wrong_pin", "pin");
    }
    forgive_pin_attempt(database_, attempt);
    request.failures_before = std::ranges::count_if(
        tries.failures, [&](Instant at) { return !tries.last_success || at > *tries.last_success; });
    return *person;
}

/// The books show who tried to use whose PIN. The try itself was counted before.
void Engine::note_wrong_pin(const Request& request, const std::string& subject)
{
    now_ = world_.now();
    catch_up();
    journal_is_ahead_ = true;
    Transaction transaction{database_};
    journal_->append("pin.failed",
                     {{"subject", subject}, {"by", request.actor.id}, {"at", instant_text(now_)},
                      {"day", date_text(business_day(now_, salon_->day_rule))}},
                     nullptr);
    transaction.commit();
    journal_is_ahead_ = false;
}

void Engine::together(const std::function<void()>& body)
{
    if (together_) throw std::logic_error{"together within together"};
    together_ = true;
    try {
        Transaction transaction{database_};
        body();
        transaction.commit();
        together_ = false;
    }
    catch (...) {
        together_ = false;
        journal_is_ahead_ = true;
        *salon_ = load_salon(database_, vault_);
        throw;
    }
}

Answer Engine::run(Request& request)
{
    RequestFields fields{request.json};
    Command command{database_, vault_, *salon_, fields, *journal_, world_};
    command.now = now_ = request.at;
    command.day = date_text(business_day(request.at, salon_->day_rule));
    command.actor = request.actor;
    command.approver = request.approver;
    command.failures_before = request.failures_before;
    command.language = request.caller.language;
    command.request_mark = request.mark;
    OwnPart part{database_, together_};
    auto answer = request.entry->handler(command);
    if (answer) {
        part.keep();
        if (command.settings_changed) *salon_ = load_salon(database_, vault_);
        if (command.paper_queued && wake_spooler_) wake_spooler_();
    }
    return answer;
}

/// Reading may fail as the command before did; a journal that counts on from what is not there would break its chain.
void Engine::catch_up()
{
    if (journal_is_ahead_) journal_->rolled_back();
    journal_is_ahead_ = false;
}

/// Whatever way it ends but well, the journal counts on from what the file holds, read before the next command.
Answer Engine::attempt(Request& request)
{
    catch_up();
    journal_is_ahead_ = true;
    auto answer = run(request);
    journal_is_ahead_ = !answer;
    return answer;
}

/// A failed COMMIT may have been one all the same: before anything is said, the act's key is looked up.
Answer Engine::commit_or_find(Request& request)
{
    try {
        return attempt(request);
    }
    catch (const SQLite::Exception& problem) {
        if (together_ || !request.json.contains("key")) throw;
        spdlog::error("transaction failed: {} ({})", problem.getErrorStr(), problem.getExtendedErrorCode());
    }
    return attempt(request);  // the handlers of keyed acts look their key up first: found, or done once more
}

std::vector<std::string_view> command_names()
{
    std::vector<std::string_view> names;
    for (const auto& entry : commands()) names.push_back(entry.name);
    return names;
}

}  // namespace kushi
