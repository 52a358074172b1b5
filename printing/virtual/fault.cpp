#include "printing/virtual/fault.h"

#include <array>
#include <utility>

namespace kushi::printing {
namespace {

using Kind = Fault::Kind;
constexpr std::array<std::pair<std::string_view, Kind>, 13> names{{{"ok", Kind::none},
                                                                   {"slow", Kind::slow},
                                                                   {"refuse", Kind::refuse},
                                                                   {"reject", Kind::reject},
                                                                   {"silent", Kind::silent},
                                                                   {"hang", Kind::hang},
                                                                   {"reset", Kind::reset},
                                                                   {"paper-out", Kind::paper_out},
                                                                   {"cover-open", Kind::cover_open},
                                                                   {"offline", Kind::offline},
                                                                   {"near-end", Kind::near_end},
                                                                   {"lost-reply", Kind::lost_reply},
                                                                   {"garbage", Kind::garbage}}};

}  // namespace

std::optional<Fault::Kind> fault_named(std::string_view name)
{
    for (const auto& [known, kind] : names) {
        if (known == name) return kind;
    }
    return std::nullopt;
}

std::string fault_names()
{
    std::string all;
    for (const auto& [name, kind] : names) all += (all.empty() ? "" : ", ") + std::string{name};
    return all;
}

}  // namespace kushi::printing
