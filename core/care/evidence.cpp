#include "core/care/evidence.h"

namespace kushi {

namespace {

constexpr int zone_counts_from = 2;

template <class Enum>
std::string path_to(const char* list, Enum value)
{
    return std::string{list} + "." + std::string{word_of(value)};
}

}  // namespace

Evidence& Evidence::say(std::string path, bool holds)
{
    if (holds) found_.push_back(std::move(path));
    return *this;
}

Evidence& Evidence::concerns(std::initializer_list<Concern> wanted)
{
    for (const Concern concern : wanted) say(path_to("concerns", concern), consultation_.has(concern));
    return *this;
}

Evidence& Evidence::scalp_type(ScalpType wanted)
{
    return say("scalp_type=" + std::string{word_of(wanted)}, consultation_.scalp_type == wanted);
}

Evidence& Evidence::goals(std::initializer_list<Goal> wanted)
{
    for (const Goal goal : wanted) say(path_to("goals", goal), consultation_.has(goal));
    return *this;
}

Evidence& Evidence::zones(std::initializer_list<Condition> wanted)
{
    for (const auto& [zone, finding] : map_.zones) {
        for (const Condition condition : wanted) {
            const int found = severity(map_, zone, condition);
            say(path_to("zones", zone) + "." + std::string{word_of(condition)} + "=" + std::to_string(found),
                found >= zone_counts_from);
        }
    }
    return *this;
}

Evidence& Evidence::habit(const char* name, std::optional<Habit> answer, Habit least)
{
    if (answer && *answer >= least) say(std::string{"life."} + name + "=" + std::string{word_of(*answer)}, true);
    return *this;
}

Evidence& Evidence::headache(std::initializer_list<Headache> wanted)
{
    for (const Headache kind : wanted) {
        say("tension.headache=" + std::string{word_of(kind)}, consultation_.tension.headache == kind);
    }
    return *this;
}

Evidence& Evidence::yes(const char* path, std::optional<bool> answer)
{
    return say(path, answer.value_or(false));
}

}  // namespace kushi
