#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "core/care/consultation.h"
#include "core/care/scalp_map.h"

namespace kushi {

/// The answers that speak for one rule, gathered as it names them.
class Evidence {
public:
    Evidence(const Consultation& consultation, const ScalpMap& map) : consultation_{consultation}, map_{map} {}

    Evidence& concerns(std::initializer_list<Concern> wanted);
    Evidence& scalp_type(ScalpType wanted);
    Evidence& goals(std::initializer_list<Goal> wanted);
    /// "Zone >= 2": one of these conditions at severity 2 or more in any zone.
    Evidence& zones(std::initializer_list<Condition> wanted);
    Evidence& habit(const char* name, std::optional<Habit> answer, Habit least);
    Evidence& headache(std::initializer_list<Headache> wanted);
    /// A question of yes or no by its path, such as "tension.jaw".
    Evidence& yes(const char* path, std::optional<bool> answer);
    /// An answer by its path, if `holds`.
    Evidence& say(std::string path, bool holds);
    [[nodiscard]] std::vector<std::string> found() const { return found_; }

private:
    const Consultation& consultation_;
    const ScalpMap& map_;
    std::vector<std::string> found_;
};

}  // namespace kushi
