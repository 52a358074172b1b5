#include "app/engine/generate/ordinary_day.h"

#include <algorithm>

#include "app/engine/generate/habits.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr auto no_client = static_cast<std::size_t>(-1);
constexpr auto first_arrival = 9h + 40min;
constexpr auto arrivals = 7h + 10min;  ///< the last long visit ends before the drawer is counted
constexpr auto consent_lasts = std::chrono::days{350};

}  // namespace

OrdinaryDays::OrdinaryDays(Stage& stage, Size size)
    : stage_{stage}, size_{size}, people_{stage.salon.preset}, clientele_{size.clients, size.days}
{
}

void OrdinaryDays::play(sys_days day, HistoryCounts& counts)
{
    stage_.day = day;
    today_.clear();
    refunds_ = voids_ = 0;
    open();
    const auto wanted = visits_on(day, size_.visits_per_day, stage_.chance);
    const auto left = wanted - receive_booked(day);
    receive_others(day, left);
    take_something_back();
    close();
    stage_.play();
    count_in(counts);
    ++days_done_;
}

void OrdinaryDays::open()
{
    stage_.at("09:30", [this] { stage_.act(stage_.cast.desk, {{"do", "open_day"}, {"float", stage_.about(30'000)}}); });
    if (stage_.chance.in_thousand(250)) {
        stage_.at("11:45", [this] {
            stage_.act(stage_.cast.desk, {{"do", "paid_out"}, {"amount", stage_.about(stage_.chance.between(5, 40) * 100)},
                                          {"reason", stage_.words({"Flowers", "花代"})}});
        });
    }
}

/// Those whose day it is. @returns how many of them come
std::int64_t OrdinaryDays::receive_booked(sys_days day)
{
    std::int64_t come = 0;
    const auto [first, end] = booked_.equal_range(day);
    for (auto booking = first; booking != end; ++booking) {
        if (stage_.chance.in_thousand(70)) {
            does_not_come(booking->second);
            continue;
        }
        const auto arrival = booking->second.start + stage_.chance.between(-6, 8) * 1min;
        receive_client(booking->second.client, arrival, booking->second.visit);
        ++come;
    }
    booked_.erase(first, end);
    return come;
}

/// The rest of the day's number: new clients first, then those who come back, strangers and shoppers.
void OrdinaryDays::receive_others(sys_days day, std::int64_t left)
{
    auto& chance = stage_.chance;
    auto new_cards = clientele_.new_on(days_done_);
    for (std::int64_t number = 0; number < left; ++number) {
        const auto arrival = local_instant(day, std::chrono::duration_cast<std::chrono::minutes>(first_arrival), stage_.salon.day_rule.zone) +
                             arrivals * number / std::max<std::int64_t>(left, 1) + chance.between(0, 600) * 1s;
        if (new_cards > 0) {
            --new_cards;
            receive_client(new_client(), arrival, {});
        } else if (chance.in_thousand(50) || clientele_.empty()) receive_stranger(arrival);
        else if (chance.in_thousand(30)) receive_shopper(arrival);
        else receive_client(clientele_.somebody(chance), arrival, {});
    }
    write_cards(new_cards);
}

/// Who only asked by telephone so far.
void OrdinaryDays::write_cards(std::int64_t left)
{
    for (; left > 0; --left) {
        const auto client = new_client();
        stage_.at("19:00", [this, client] { static_cast<void>(card_of(client)); });
    }
}

std::size_t OrdinaryDays::new_client()
{
    auto& chance = stage_.chance;
    Regular regular;
    regular.trait = static_cast<std::size_t>(chance.below(static_cast<std::int64_t>(trait_count())));
    regular.therapist = static_cast<std::size_t>(chance.below(static_cast<std::int64_t>(stage_.cast.therapists.size())));
    return clientele_.add(regular);
}

/// The client's id, with a card if there is none yet.
std::string OrdinaryDays::card_of(std::size_t client)
{
    auto& regular = clientele_.of(client);
    if (!regular.id.empty()) return regular.id;
    Guest guest{.person = people_.next(stage_.chance)};
    if (stage_.chance.in_thousand(40)) guest.allergies = {stage_.chance.in_thousand(500) ? "lavender" : "almond"};
    write_card(stage_, guest);
    return regular.id = guest.client;
}

void OrdinaryDays::receive_client(std::size_t client, Instant arrival, const std::string& booked)
{
    stage_.at(arrival, [this, client, booked] {
        auto& regular = clientele_.of(client);
        const auto guest = std::make_shared<Guest>();
        guest->client = card_of(client);
        guest->visit = booked;
        guest->service = usual_service(stage_, regular.trait);
        guest->therapist = stage_.cast.therapists.at(regular.therapist);
        guest->nominated = booked.empty() && stage_.chance.in_thousand(120);
        guest->consents = sys_days{stage_.day} >= regular.consent_until;
        if (guest->consents) regular.consent_until = sys_days{stage_.day} + consent_lasts;
        furnish(stage_, *guest, regular.trait, regular.has_come);
        regular.has_come = true;
        today_.emplace_back(guest, client);
        receive(stage_, guest, stage_.now());
    });
}

void OrdinaryDays::receive_stranger(Instant arrival)
{
    const auto trait = trait_count() - 1;  // twenty minutes on the way home
    const auto guest = std::make_shared<Guest>();
    guest->service = usual_service(stage_, trait);
    guest->therapist = stage_.chance.one_of(stage_.cast.therapists);
    furnish(stage_, *guest, trait, false);
    today_.emplace_back(guest, no_client);
    receive(stage_, guest, arrival);
}

void OrdinaryDays::receive_shopper(Instant arrival)
{
    const auto guest = std::make_shared<Guest>();
    furnish_shopper(stage_, *guest);
    today_.emplace_back(guest, no_client);
    receive(stage_, guest, arrival);
}

void OrdinaryDays::does_not_come(const Booking& booking)
{
    const bool calls = stage_.chance.in_thousand(450);
    const auto when = booking.start + (calls ? -30min : 25min);
    stage_.at(when, [this, visit = booking.visit, calls] {
        stage_.act(stage_.cast.desk, {{"do", calls ? "cancel_visit" : "no_show"}, {"visit", visit},
                                      {"reason", calls ? stage_.words({"Called: is ill", "体調不良のご連絡"}) : stage_.words({"No answer", "連絡なし"})}});
    });
}

/// Now and then goods come back, or a bill was made out wrongly.
void OrdinaryDays::take_something_back()
{
    const auto what = stage_.chance.below(100);
    if (what < 15) stage_.at("19:20", [this] { refund_goods(); });
    else if (what < 21) stage_.at("19:20", [this] { make_out_again(); });
}

void OrdinaryDays::refund_goods()
{
    for (const auto& [guest, client] : today_) {
        if (guest->number.empty() || guest->buys.empty() || !stage_.salon.products.contains(guest->buys.back().item)) continue;
        const auto line = guest->lines.find(guest->buys.back().item);
        if (line == guest->lines.end()) continue;
        stage_.act(stage_.cast.manager, {{"do", "refund"}, {"sale", guest->number}, {"key", stage_.new_key()},
                                         {"lines", nlohmann::json::array({{{"line", line->second}, {"quantity", "1"}}})},
                                         {"reason", stage_.words({"Not what was wanted", "お求めの品と違った"})}});
        ++refunds_;
        return;
    }
}

void OrdinaryDays::make_out_again()
{
    if (today_.empty() || today_.back().first->number.empty()) return;
    auto& guest = *today_.back().first;
    stage_.act(stage_.cast.manager, {{"do", "void"}, {"sale", guest.number}, {"key", stage_.new_key()},
                                     {"reason", stage_.words({"Wrong way of paying", "支払方法の誤り"})}});
    ++voids_;
    guest.buys.clear();  // they stand on the bill already
    guest.pays = {{.type = "card"}};
    guest.next_in_days = 0;
    settle(stage_, guest);
}

void OrdinaryDays::close()
{
    stage_.at("19:45", [this] {
        const auto drawer = stage_.act(stage_.cast.manager, {{"do", "x_report"}})["report"]["drawer"];
        const auto off = stage_.chance.in_thousand(150) ? stage_.about(stage_.chance.between(-5, 5) * 100) : 0;
        stage_.act(stage_.cast.manager, {{"do", "close_day"}, {"count", drawer["expected"].get<std::int64_t>() + off}});
    });
}

/// What came of the day, and whom it brought back into the book.
void OrdinaryDays::count_in(HistoryCounts& counts)
{
    for (const auto& [guest, client] : today_) {
        ++counts.visits;
        if (!guest->sale.empty()) ++counts.sales;
        if (guest->next_visit.empty()) continue;
        const auto local_day = business_day(guest->next_start, stage_.salon.day_rule);
        booked_.emplace(sys_days{local_day}, Booking{client, guest->next_visit, guest->next_start});
    }
    counts.sales += voids_;  // made out once more
    counts.refunds += refunds_;
    counts.voids += voids_;
    counts.clients = clientele_.count();
    ++counts.days;
}

}  // namespace kushi
