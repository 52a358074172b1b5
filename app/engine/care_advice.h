#pragma once

#include <optional>

#include "app/engine/command.h"
#include "core/care/advice.h"
#include "core/care/permission.h"
#include "db/read/visits.h"

namespace kushi {

class Database;
class Vault;

/// What care needs to look up, whoever asks: a command or a view.
struct CareSource {
    const Database& database;
    const Vault& vault;
    const Salon& salon;
};

/// The newest consultation of a visit, typed; nothing before the first.
std::optional<Consultation> consultation_of(const CareSource& source, const std::string& visit);
/// The advice for a visit from its newest consultation and map, the client's allergies and own outcomes; nothing before
/// the first consultation.
std::optional<Advice> advice_of(const CareSource& source, const VisitRecord& visit);
/// The decision at a red flag, if the newest consultation raises what the decision saw and nothing else: what is told
/// afterwards of goals or habits leaves it as it is.
std::optional<RedFlagDecision> decision_of(const CareSource& source, const std::string& visit);

/// What the client agreed to within the salon's months of validity.
struct Agreed {
    bool treatment = false;
    bool health_data = false;
    bool photos = false;
};
Agreed agreed(const CareSource& source, const VisitRecord& visit, Instant now);
/// Until when each part holds, newest consent first; nothing where none holds now.
struct AgreedUntil {
    std::optional<Instant> treatment, health_data, photos;
};
AgreedUntil agreed_until(const CareSource& source, const std::string& client, const std::string& visit, Instant now);

/// Whether a product goes against one of the client's allergies, those told at the chair included (C7).
bool is_blocked(const CareSource& source, const VisitRecord& visit, const std::string& product);

}  // namespace kushi
