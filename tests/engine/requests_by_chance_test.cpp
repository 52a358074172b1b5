#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "db/rebuild.h"
#include "db/tables.h"
#include "tests/engine/every_command.h"

namespace kushi::test {
namespace {

const std::string card = "4111 1111 1111 1111";

TEST(AnInstant, AtTheEndsOfTimeBreaksNothing)
{
    TestSalon salon;
    for (const char* at : {"1969-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "2038-01-19T03:14:08Z"}) {
        salon.perform({{"do", "check_in"}, {"service", "steam-addon"}, {"at", at}}, TestSalon::desk);
        salon.perform({{"do", "open_day"}, {"float", 1}, {"at", at}}, TestSalon::manager);
        salon.perform({{"do", "close_day"}, {"count", 1}, {"at", at}}, TestSalon::manager);
        salon.perform({{"do", "book"}, {"client", salon.client()}, {"service", "steam-addon"}, {"start", at}}, TestSalon::desk);
        salon.perform({{"do", "board"}, {"at", at}}, TestSalon::desk);
    }
    EXPECT_EQ(salon.chain_problem(), "");
    const auto tables = state_hash(salon.database());
    rebuild(salon.database());
    EXPECT_EQ(state_hash(salon.database()), tables);
}

/// Requests by chance: those that work, bent in a few places.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : bits_{seed} {}
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(bits_() % limit); }
    template <class List>
    auto one_of(const List& list) { return list[below(list.size())]; }

    Json value(int depth = 0)
    {
        static const std::vector<Json> odd{Json(),      Json(true), Json(0),  Json(-1),         Json(1),        Json(7.25),    Json(UINT64_MAX),
                                           Json("cash"), Json(""),  Json("1"), Json("\u0000x"), Json("A-000001"), Json("nope"), Json(card)};
        const auto kind = below(depth > 2 ? odd.size() : odd.size() + 2);
        if (kind < odd.size()) return odd[kind];
        auto made = kind == odd.size() ? Json::array() : Json::object();
        for (auto parts = below(4); parts > 0; --parts) {
            if (made.is_array()) made.push_back(value(depth + 1));
            else made[one_of(std::vector<std::string>{"line", "quantity", "type", "amount", "crown", "safety", "x"})] = value(depth + 1);
        }
        return made;
    }

    /// One place of a request, however deep, becomes something else.
    void bend(Json& json, const std::vector<Act>& acts)
    {
        if (json.is_structured() && !json.empty() && below(4) != 0) {
            auto place = json.begin();
            std::advance(place, static_cast<std::ptrdiff_t>(below(json.size())));
            if (json.is_object() && below(6) == 0) json.erase(place);
            else bend(*place, acts);
            return;
        }
        if (below(2) == 0) {
            const auto other = one_of(acts).request;
            auto place = other.begin();
            std::advance(place, static_cast<std::ptrdiff_t>(below(other.size())));
            json = *place;
        } else {
            json = value();
        }
    }

private:
    std::mt19937_64 bits_;
};

TEST(RequestsByChance, NeverThrowAndLeaveNothingWhenRefused)
{
    const auto seed = static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::cout << "seed " << seed << "\n";
    Chance chance{seed};
    TestSalon salon{"tokyo", {.seed = seed}};
    const auto acts = one_of_each(salon);
    const std::vector<std::string> people{TestSalon::desk, TestSalon::therapist, TestSalon::manager, TestSalon::owner, ""};
    auto state = salon.snapshot();
    int done = 0;
    for (int i = 0; i < 3'000; ++i) {
        const auto& act = acts[chance.below(acts.size())];
        auto request = act.request;
        const auto command = request["do"];
        for (auto bends = chance.below(4); bends > 0; --bends) chance.bend(request, acts);
        if (chance.below(10) != 0 && request.is_object()) request["do"] = command;
        if (chance.below(3) == 0 && request.is_object() && request.contains("key")) request["key"] = salon.key();
        Json answer;
        ASSERT_NO_THROW(answer = salon.perform(request, chance.below(3) == 0 ? chance.one_of(people) : act.as)) << request;
        ASSERT_TRUE(answer.contains("ok")) << request;
        const auto now = salon.snapshot();
        if (answer["ok"].get<bool>()) {
            ++done;
        } else {
            ASSERT_NE(answer["error"]["code"], "io_error") << request;
            const bool counted = answer["error"]["code"] == "wrong_pin";
            ASSERT_TRUE(counted || now == state) << request << "\n" << answer;
        }
        state = now;
    }
    std::cout << done << " of 3000 were done\n";
    EXPECT_GT(done, 30);
    EXPECT_EQ(salon.chain_problem(), "");
    const auto tables = state_hash(salon.database());
    rebuild(salon.database());
    EXPECT_EQ(state_hash(salon.database()), tables) << "the tables are what the events make of them";
}

}  // namespace
}  // namespace kushi::test
