#pragma once

#include <string>
#include <vector>

#include "core/care/consultation.h"
#include "core/care/scalp_map.h"

namespace kushi {

/// The "When" column of the care paper's rule table: for each rule the answers that fire it, none if it does not fire.
/// A bare word such as "oily" is the concern; type and zones count where the table names them.
namespace reasons {

struct Facts {
    const Consultation& consultation;
    const ScalpMap& map;
};

std::vector<std::string> head_spa(const Facts& facts);             ///< H1
std::vector<std::string> head_massage(const Facts& facts);         ///< M1
std::vector<std::string> buildup(const Facts& facts);              ///< C1
std::vector<std::string> oily(const Facts& facts);                 ///< C2
std::vector<std::string> dry(const Facts& facts);                  ///< C3
std::vector<std::string> sensitive(const Facts& facts);            ///< C4
std::vector<std::string> flakes(const Facts& facts);               ///< C5
std::vector<std::string> soon_again(const Facts& facts);           ///< I1
std::vector<std::string> later_again(const Facts& facts);          ///< I2
std::vector<std::string> hair_loss(const Facts& facts);            ///< R1, away from the place
std::vector<std::string> pain_or_broken_skin(const Facts& facts);  ///< R1, nothing on this head today
std::vector<std::string> severe_flakes(const Facts& facts);        ///< R2
std::vector<std::string> headaches(const Facts& facts);            ///< R3

/// The questions of R1 among the safety questions; the others are the house's (R4).
bool is_red_flag(const std::string& safety_question);

}  // namespace reasons
}  // namespace kushi
