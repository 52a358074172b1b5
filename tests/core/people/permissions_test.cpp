#include "core/people/permissions.h"

#include <gtest/gtest.h>

#include <sstream>

namespace kushi {
namespace {

/// One row of trust.md's table, written as the paper has it; `acts` are what the row answers for.
struct Line {
    std::vector<Act> acts;
    const char* cells;  ///< front desk, therapist, manager, owner
};

/// The words of the paper, and whom they let through.
struct Word { const char* word; Permission means; };
constexpr Word words[] = {{"yes", Permission::yes},
                          {"no", Permission::no},
                          {"approve", Permission::with_approval},
                          {"reason", Permission::with_reason},
                          {"ask", Permission::with_owners_approval},
                          {"today's-and-own", Permission::todays_and_own},
                          {"own-visits", Permission::own_visits},
                          {"own-visits-if-allowed", Permission::own_visits_if_salon_allows}};

const std::vector<Line> paper{
    {{Act::board_and_booking}, "yes yes yes yes"},
    {{Act::client_contact}, "yes today's-and-own yes yes"},
    {{Act::read_flags}, "yes today's-and-own yes yes"},
    {{Act::read_health}, "no today's-and-own reason reason"},
    {{Act::write_health}, "no today's-and-own own-visits own-visits"},
    {{Act::reopen_record}, "no approve yes yes"},
    {{Act::sell}, "yes own-visits-if-allowed yes yes"},
    {{Act::discount_small}, "yes no yes yes"},
    {{Act::discount_large}, "approve no yes yes"},
    {{Act::override_price, Act::override_block, Act::override_red_flag}, "approve approve yes yes"},
    {{Act::void_sale, Act::refund_small}, "approve no yes yes"},
    {{Act::refund_large}, "approve no reason yes"},
    {{Act::cash_movement}, "reason no yes yes"},
    {{Act::count_drawer, Act::x_report}, "yes no yes yes"},
    {{Act::close_day}, "no no yes yes"},
    {{Act::sell_prepaid}, "yes no yes yes"},
    {{Act::change_prepaid}, "approve no yes yes"},
    {{Act::receive_stock}, "yes no yes yes"},
    {{Act::count_stock}, "yes yes yes yes"},
    {{Act::adjust_stock}, "no no yes yes"},
    {{Act::read_till_report}, "yes no yes yes"},
    {{Act::read_own_work}, "no yes yes yes"},
    {{Act::read_reports_all}, "no no yes yes"},
    {{Act::change_catalogue, Act::change_staff, Act::change_receipt_text}, "no no yes yes"},
    {{Act::change_tax, Act::change_keys, Act::change_hub, Act::backup_and_restore, Act::bulk_export,
      Act::change_managers},
     "no no no yes"},
    {{Act::erase_client, Act::export_client}, "no no ask yes"},
    {{Act::read_journal}, "no no yes yes"}};

std::vector<Permission> cells_of(const Line& line)
{
    std::vector<Permission> cells;
    std::istringstream in{line.cells};
    for (std::string text; in >> text;) {
        for (const Word& word : words) {
            if (text == word.word) cells.push_back(word.means);
        }
    }
    return cells;
}

std::string code_of(const Outcome<void>& outcome) { return outcome ? "may" : outcome.error().code; }

/// Every circumstance a caller can state, as bits.
Asker asker_in(RoleSet roles, unsigned circumstance)
{
    Asker asker{.roles = roles};
    asker.owns_visit = (circumstance & 1U) != 0;
    asker.knows_client = (circumstance & 2U) != 0;
    asker.has_reason = (circumstance & 4U) != 0;
    asker.therapists_sell = (circumstance & 8U) != 0;
    if ((circumstance & 16U) != 0) asker.approved_by = {Role::manager};
    if ((circumstance & 32U) != 0) asker.approved_by = {Role::owner};
    if ((circumstance & 64U) != 0) asker.approved_by = {Role::front_desk, Role::therapist};
    return asker;
}
constexpr unsigned circumstances = 128;

/// What a word of the paper promises in one circumstance, said anew here.
bool promised(Permission word, unsigned circumstance)
{
    const bool owner = (circumstance & 32U) != 0 && (circumstance & 64U) == 0;
    const bool manager = (circumstance & 16U) != 0 && (circumstance & (32U | 64U)) == 0;
    switch (word) {
        case Permission::yes: return true;
        case Permission::no: return false;
        case Permission::with_reason: return (circumstance & 4U) != 0;
        case Permission::with_approval: return owner || manager;
        case Permission::with_owners_approval: return owner;
        case Permission::own_visits: return (circumstance & 1U) != 0;
        case Permission::todays_and_own: return (circumstance & 3U) != 0;
        case Permission::own_visits_if_salon_allows: return (circumstance & 9U) == 9U;
    }
    return false;
}

TEST(TheRolesTable, SaysWhatThePaperSaysInEveryCell)
{
    std::size_t acts = 0;
    for (const Line& line : paper) {
        const auto cells = cells_of(line);
        ASSERT_EQ(cells.size(), 4U) << line.cells;
        for (const Act act : line.acts) {
            ++acts;
            for (const Role role : all_roles) {
                const Permission cell = cells[static_cast<std::size_t>(role)];
                EXPECT_EQ(permission(role, act), cell) << act_text(act) << " by " << role_text(role);
                for (unsigned circumstance = 0; circumstance < circumstances; ++circumstance) {
                    EXPECT_EQ(may(asker_in({role}, circumstance), act).has_value(), promised(cell, circumstance))
                        << act_text(act) << " by " << role_text(role) << " in " << circumstance;
                }
            }
        }
    }
    EXPECT_EQ(acts, act_count) << "an act without a row in the paper";
}

TEST(TheRolesTable, LetsAPersonOfTwoRolesDoWhatEitherMay)
{
    for (const Line& line : paper) {
        const auto cells = cells_of(line);
        for (const Role one : all_roles) {
            for (const Role other : all_roles) {
                for (unsigned circumstance = 0; circumstance < circumstances; ++circumstance) {
                    const bool either = promised(cells[static_cast<std::size_t>(one)], circumstance) ||
                                        promised(cells[static_cast<std::size_t>(other)], circumstance);
                    EXPECT_EQ(may(asker_in({one, other}, circumstance), line.acts.front()).has_value(), either)
                        << act_text(line.acts.front()) << " by " << role_text(one) << " and " << role_text(other);
                }
            }
        }
    }
}

TEST(TheRolesTable, LetsNobodyWithoutARoleDoAnything)
{
    for (std::size_t act = 0; act < act_count; ++act) {
        for (unsigned circumstance = 0; circumstance < circumstances; ++circumstance) {
            EXPECT_EQ(code_of(may(asker_in({}, circumstance), static_cast<Act>(act))), "not_allowed");
        }
    }
}

TEST(ARefusedAct, SaysWhatWouldHelpMost)
{
    struct Case { const char* why; Asker asker; Act act; const char* code; };
    const RoleSet desk{Role::front_desk};
    const RoleSet therapist{Role::therapist};
    const RoleSet manager{Role::manager};
    for (const auto& c : {
             Case{"no role of theirs may", {.roles = desk}, Act::read_health, "not_allowed"},
             Case{"another's client", {.roles = therapist}, Act::read_health, "not_yours"},
             Case{"a reason opens no others' clients", {.roles = therapist, .has_reason = true}, Act::read_health, "not_yours"},
             Case{"a manager says why", {.roles = manager}, Act::read_health, "needs_reason"},
             Case{"a manager at the chair reads own clients", {.roles = {Role::manager, Role::therapist}, .owns_visit = true}, Act::read_health, "may"},
             Case{"and others' with a reason", {.roles = {Role::manager, Role::therapist}}, Act::read_health, "needs_reason"},
             Case{"a manager writes own visits only", {.roles = manager, .knows_client = true}, Act::write_health, "not_yours"},
             Case{"a void at the desk", {.roles = desk}, Act::void_sale, "needs_approval"},
             Case{"approved by a colleague", {.roles = desk, .approved_by = desk}, Act::void_sale, "needs_approval"},
             Case{"approved by a manager", {.roles = desk, .approved_by = manager}, Act::void_sale, "may"},
             Case{"a therapist's void, even approved", {.roles = therapist, .approved_by = manager}, Act::void_sale, "not_allowed"},
             Case{"a manager asks to erase", {.roles = manager, .approved_by = manager}, Act::erase_client, "needs_approval"},
             Case{"drawer without a sale", {.roles = desk}, Act::cash_movement, "needs_reason"},
             Case{"salon's setting off", {.roles = therapist, .owns_visit = true}, Act::sell, "not_allowed"},
             Case{"on, another's visit", {.roles = therapist, .knows_client = true, .therapists_sell = true}, Act::sell, "not_yours"},
             Case{"on, own visit", {.roles = therapist, .owns_visit = true, .therapists_sell = true}, Act::sell, "may"}}) {
        EXPECT_EQ(code_of(may(c.asker, c.act)), c.code) << c.why;
    }
    EXPECT_EQ(may({.roles = manager}, Act::erase_client).error().detail, "owner");
}

}  // namespace
}  // namespace kushi
