#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kushi {

/// What a client's card knows. Health is there only for who may see it.
struct ClientState {
    struct Visit {
        std::string id, date, status, service_name, therapist, therapist_name, note;
        bool began = false;  ///< its ritual was started
    };
    /// A scalp map's zones, one condition at a time: eight severities.
    struct Map {
        std::string date;
        std::map<std::string, std::array<int, 8>> conditions;
    };
    struct Sale {
        std::string number, kind, date;
        std::int64_t total = 0;
    };
    /// Words of the newest consultation, as they are recorded.
    struct Profile {
        std::string scalp_type, pressure, talk, scent;
        std::vector<std::string> concerns, habits;
        [[nodiscard]] bool empty() const
        {
            return scalp_type.empty() && pressure.empty() && talk.empty() && scent.empty() && concerns.empty() &&
                   habits.empty();
        }
    };
    enum class Span { six_visits, year };

    bool loaded = false;
    std::string problem;
    std::string id, name, reading, phone, email, birthday, notes;
    std::vector<std::string> alerts;
    int visit_count = 0;
    std::string first_visit;
    bool consented = false;  ///< to the treatment and to keeping health data
    bool sees_health = false;
    bool sees_sales = false;
    Profile profile;
    std::vector<Visit> visits;  ///< newest first
    std::vector<Map> maps;      ///< oldest first
    std::vector<Sale> sales;    ///< newest first

    // What is looked at.
    bool phone_shows = false;
    Span span = Span::six_visits;
    bool as_table = false;
    std::string condition;  ///< of the chosen mark
    std::string map_date;
    bool asks_reason = false;  ///< the sheet that opens others' health data
    std::string reason_problem;
    bool busy = false;

    /// The visit that is on the board today.
    [[nodiscard]] const Visit* today(const std::string& business_day) const;
};

/// The mean over the eight zones.
double mean_severity(const std::array<int, 8>& zones);
int severity_sum(const std::array<int, 8>& zones);
/// The maps of the span, oldest first.
std::vector<const ClientState::Map*> maps_in(const ClientState& state, const std::string& business_day);
/// At most three conditions that were ever seen in them, the strongest of the newest map first.
std::vector<std::string> conditions_to_plot(const std::vector<const ClientState::Map*>& maps);
/// A fresh answer in the place of the old one; what is looked at stays.
ClientState client_renewed(ClientState state, ClientState fresh);

}  // namespace kushi
