#include "app/engine/story/guest.h"

#include <fmt/format.h>

#include "app/engine/story/ritual.h"
#include "core/care/consultation.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;

void check_in(Stage& stage, Guest& guest)
{
    Json request{{"do", "check_in"}};
    if (!guest.visit.empty()) request["visit"] = guest.visit;
    else {
        if (!guest.client.empty()) request["client"] = guest.client;
        if (!guest.service.empty()) request["service"] = guest.service;
        if (!guest.therapist.empty()) request["therapist"] = guest.therapist;
        if (guest.nominated) request["nominated"] = true;
    }
    if (!guest.room.empty()) request["room"] = guest.room;
    guest.visit = stage.act(stage.cast.desk, request)["visit"].get<std::string>();
}

void consent(Stage& stage, const Guest& guest)
{
    if (!guest.consents) return;
    Json request{{"do", "consent"}, {"visit", guest.visit}, {"parts", {"treatment", "health_data"}}};
    request["on_paper"] = true;
    stage.act(guest.therapist, request);
}

Json with_safety(Json consultation)
{
    for (const auto& question : safety_questions()) {
        if (!consultation["safety"].contains(question)) consultation["safety"][question] = false;
    }
    return consultation;
}

void consult(Stage& stage, const Guest& guest)
{
    stage.act(guest.therapist, {{"do", "consult"}, {"visit", guest.visit}, {"consultation", with_safety(guest.consultation)}});
}

void map_scalp(Stage& stage, const Guest& guest, const char* moment, const Json& zones)
{
    if (zones.is_null()) return;
    stage.act(guest.therapist, {{"do", "scalp_map"}, {"visit", guest.visit}, {"moment", moment}, {"zones", zones}});
}

/// Goes on adapted, or ends the visit. @returns whether it goes on
bool decide(Stage& stage, const Guest& guest)
{
    if (guest.decision.empty()) return true;
    stage.act(guest.therapist, {{"do", "refer"}, {"visit", guest.visit}, {"decision", guest.decision}, {"reason", guest.decision_reason}});
    return guest.decision == "adapt";
}

void agree(Stage& stage, const Guest& guest)
{
    Json request{{"do", "accept_plan"}, {"visit", guest.visit}, {"service", guest.plan.empty() ? guest.service : guest.plan}};
    if (!guest.plan_reason.empty()) request["override_reason"] = guest.plan_reason;
    stage.act(guest.therapist, request);
}

/// The last look, the note, and over to the desk.
void finish(Stage& stage, const GuestPtr& guest)
{
    map_scalp(stage, *guest, "after", guest->after);
    if (!guest->note.empty()) stage.act(guest->therapist, {{"do", "note"}, {"visit", guest->visit}, {"text", guest->note}});
    stage.act(guest->therapist, {{"do", "finish_treatment"}, {"visit", guest->visit}});
    stage.in(stage.chance.between(240, 480) * 1s, [&stage, guest] { settle(stage, *guest); });
}

void treat(Stage& stage, const GuestPtr& guest)
{
    consent(stage, *guest);
    stage.in(120s, [&stage, guest] { consult(stage, *guest); });
    stage.in(300s, [&stage, guest] { map_scalp(stage, *guest, "before", guest->before); });
    stage.in(420s, [&stage, guest] {
        if (!decide(stage, *guest)) return;
        agree(stage, *guest);
        stage.in(60s, [&stage, guest] { perform_ritual(stage, guest, [&stage, guest] { finish(stage, guest); }); });
    });
}

void put_on_the_bill(Stage& stage, Guest& guest)
{
    for (const auto& purchase : guest.buys) {
        const Json request{{"do", "add_line"}, {"visit", guest.visit}, {"item", purchase.item}, {"quantity", purchase.quantity}};
        const auto answer = stage.ask(stage.cast.desk, request);
        if (!answer["ok"].get<bool>()) {
            if (answer["error"]["code"] == "blocked_product") continue;  // not sold to somebody who is allergic to it
            throw StoryProblem{"add_line " + purchase.item + ": " + answer["error"]["message"].get<std::string>()};
        }
        guest.lines[purchase.item] = answer["line"].get<std::string>();
    }
    if (!guest.discount_percent.empty()) {
        stage.act(stage.cast.desk, {{"do", "discount"}, {"visit", guest.visit}, {"percent", guest.discount_percent},
                                    {"reason", guest.discount_reason}});
    }
    if (guest.tip > 0) stage.act(stage.cast.desk, {{"do", "tip"}, {"visit", guest.visit}, {"amount", guest.tip}});
}

Json tenders_of(Stage& stage, const Guest& guest)
{
    auto tenders = Json::array();
    auto left = guest.due;
    for (const auto& payment : guest.pays) {
        auto amount = payment.amount == 0 ? left : payment.amount;
        left -= amount;
        if (payment.type == "cash" && payment.amount == 0) amount = in_notes(amount, stage.salon.currency);
        Json tender{{"type", payment.type}, {"amount", amount}};
        if (!payment.label.empty()) tender["label"] = payment.label;
        if (payment.type == "card" || payment.type == "qr") tender["reference"] = fmt::format("{:06}", stage.chance.below(1'000'000));
        tenders.push_back(std::move(tender));
    }
    return tenders;
}

void book_again(Stage& stage, Guest& guest)
{
    if (guest.next_in_days == 0 || guest.client.empty()) return;
    const auto day = std::chrono::year_month_day{std::chrono::sys_days{stage.day} + std::chrono::days{guest.next_in_days}};
    const auto half_hours = stage.chance.between(20, 33);  // 10:00 to 16:30
    guest.next_start = local_instant(day, half_hours * 30min, stage.salon.day_rule.zone);
    guest.next_visit = stage.act(stage.cast.desk, {{"do", "rebook"}, {"visit", guest.visit}, {"start", instant_text(guest.next_start)}})["visit"]
                           .get<std::string>();
}

}  // namespace

void write_card(Stage& stage, Guest& guest)
{
    if (!guest.person || !guest.client.empty()) return;
    const auto& person = *guest.person;
    Json request{{"do", "add_client"}, {"name", person.name}, {"phone", person.phone}, {"email", person.email},
                 {"birthday", person.birthday}, {"language", person.language}};
    if (!person.reading.empty()) request["reading"] = person.reading;
    if (!guest.allergies.empty()) request["allergies"] = guest.allergies;
    guest.client = stage.act(stage.cast.desk, request)["client"].get<std::string>();
}

void book(Stage& stage, const GuestPtr& guest, Instant start)
{
    write_card(stage, *guest);
    Json request{{"do", "book"}, {"client", guest->client}, {"service", guest->service}, {"therapist", guest->therapist},
                 {"nominated", guest->nominated}, {"start", instant_text(start)}};
    guest->visit = stage.act(stage.cast.desk, request)["visit"].get<std::string>();
}

void receive(Stage& stage, const GuestPtr& guest, Instant arrival)
{
    stage.at(arrival, [&stage, guest] {
        write_card(stage, *guest);
        check_in(stage, *guest);
        if (guest->service.empty()) stage.in(360s, [&stage, guest] { settle(stage, *guest); });
        else stage.in(stage.chance.between(120, 420) * 1s, [&stage, guest] { treat(stage, guest); });
    });
}

void settle(Stage& stage, Guest& guest)
{
    put_on_the_bill(stage, guest);
    if (guest.waits_to_pay) return;
    const auto quote = stage.act(stage.cast.desk, {{"do", "quote"}, {"visit", guest.visit}});
    guest.due = quote["totals"]["due"].get<std::int64_t>();
    const auto sold = stage.act(stage.cast.desk, {{"do", "checkout"}, {"visit", guest.visit}, {"key", stage.new_key()},
                                                  {"tenders", tenders_of(stage, guest)}});
    guest.sale = sold["sale"].get<std::string>();
    guest.number = sold["number"].get<std::string>();
    book_again(stage, guest);
}

std::int64_t in_notes(std::int64_t due, const Currency& currency)
{
    const std::int64_t note = currency.code() == "JPY" ? 1'000 : 500;
    return (due + note - 1) / note * note;
}

}  // namespace kushi
