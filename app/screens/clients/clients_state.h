#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/day/business_day.h"

namespace kushi {

/// A client that was found, and what brings her here today.
struct FoundClient {
    std::string id, name, reading, phone;
    std::vector<std::string> alerts;
    friend bool operator==(const FoundClient&, const FoundClient&) = default;
};

/// A client's visit of today, from the board.
struct VisitToday {
    std::string visit;
    std::optional<Instant> start;
    bool expected = false;  ///< can be checked in
};

/// A new client, as far as the form is filled.
struct ClientForm {
    std::string name, reading, phone, allergies;
    std::map<std::string, std::string> errors{};  ///< a field's sentence
    std::string problem{};                        ///< what no field is to blame for
    std::vector<FoundClient> same_phone{};        ///< who has this number already
    bool busy = false;
    [[nodiscard]] bool empty() const { return name.empty() && reading.empty() && phone.empty() && allergies.empty(); }
};

struct ClientsState {
    enum class Face { search, form };
    static constexpr std::size_t most_shown = 50;

    Face face = Face::search;
    std::string typed;
    std::string answered;             ///< what the rows are the answer to
    std::optional<Instant> typed_at;  ///< when what was typed is not asked for yet
    std::vector<FoundClient> rows;
    std::size_t found = 0;  ///< all of them; `rows` are the first ones
    std::string problem;
    std::map<std::string, VisitToday> today;  ///< by client
    std::string busy;                         ///< a visit that is being checked in
    ClientForm form;

    static constexpr std::chrono::milliseconds pause{150};
    /// Whether the typing has paused for long enough to ask.
    [[nodiscard]] bool is_due(Instant now) const { return typed_at && now - *typed_at >= pause; }
};

ClientsState typed(ClientsState state, std::string text, Instant now);
/// The answer to a search; one to what is no longer typed changes nothing.
ClientsState found(ClientsState state, const std::string& asked, std::vector<FoundClient> rows);
/// The form for somebody new, begun with what was searched for: a number, a reading or a name.
ClientsState form_opened(ClientsState state);
/// A field of the form by its name ("name", "reading", "phone", "allergies"); null for another name.
std::string* field_of(ClientForm& form, const std::string& field);
ClientForm field_changed(ClientForm form, const std::string& field, std::string text);
/// "nuts, 蜂蜜" as a list.
std::vector<std::string> allergies_in(const std::string& text);
/// Whether two phone numbers are one, however they are written.
bool is_same_phone(const std::string& one, const std::string& other);

}  // namespace kushi
