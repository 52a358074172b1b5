#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/result.h"

namespace kushi {

/// Answers one worked example, `{"kind", "currency"?, "input"}`, by the `expected` object of money_vectors.json. Kinds:
/// parse, receipt, refund, allocate, cash_round, rate_on, stamp, regno, ticket, voucher, deposit, zreport,
/// business_day. Other fields beside the three are not read, so that a whole vector can be asked. Refuses
/// `unknown_kind`, `unknown_currency`, `bad_request` (a missing, unknown or wrongly typed field, a float for an
/// integer, an integer past 64 bits), and what the rules refuse.
Outcome<nlohmann::ordered_json> calculate(const nlohmann::json& line);

/// How a refused example is answered: `{"reject": true, "reason": words, "code": code}`, the words being those of
/// money_vectors.json.
nlohmann::ordered_json rejection(const Refusal& refusal);

}  // namespace kushi
