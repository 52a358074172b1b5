#pragma once

#include <string>
#include <tl/expected.hpp>

namespace kushi {

/// An outcome the staff must hear about. Only this file names tl::expected: gcc 12 has std::expected in C++23 only.
template <class T, class E>
using Result = tl::expected<T, E>;
using tl::unexpected;

/// Why an act was refused. `code` is a promise to other programs (spec: snake_case, never renamed); `field` names the
/// input at fault, empty when it is the whole; `detail` adds a fact that holds no personal data (a limit, a count, an
/// id). The sentence for people is made from the code in app/words.
struct Refusal {
    std::string code;
    std::string field = {};
    std::string detail = {};
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

template <class T>
using Outcome = Result<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refused(std::string code, std::string field = {}, std::string detail = {})
{
    return tl::unexpected<Refusal>{Refusal{std::move(code), std::move(field), std::move(detail)}};
}

}  // namespace kushi
