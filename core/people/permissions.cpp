#include "core/people/permissions.h"

#include <algorithm>
#include <stdexcept>

namespace kushi {
namespace {

struct Row {
    Act act;
    std::string_view name;
    std::array<Permission, 4> cells;  ///< in the order of Role
};

/// The roles table of trust.md. Where a cell can be read in two ways it is read strictly:
/// - "today's and own" is today's clients and own clients, and a reason opens no others ("break glass" is in the threat
///   model, not in the table);
/// - the front desk's "allergy and stop flags only" is a row of its own, so that nothing else of the record comes along;
///   managers and owners may do all of the desk's, so flags want no reason of them;
/// - "count only" at the close of the day is the drawer's count, so the close itself is refused;
/// - the manager's "ask" for one client's data is an owner's approval, not another manager's.
// clang-format off
constexpr std::array<Row, act_count> table = [] {
    using enum Permission;
    constexpr auto ask = with_owners_approval;
    constexpr auto approve = with_approval;
    constexpr auto reason = with_reason;
    constexpr auto own_sales = own_visits_if_salon_allows;
    using A = Act;
    return std::array<Row, act_count>{{
        //                                                front desk  therapist       manager     owner
        {A::board_and_booking, "board_and_booking",       {yes,       yes,            yes,        yes}},
        {A::client_contact, "client_contact",             {yes,       todays_and_own, yes,        yes}},
        {A::read_flags, "read_flags",                     {yes,       todays_and_own, yes,        yes}},
        {A::read_health, "read_health",                   {no,        todays_and_own, reason,     reason}},
        {A::write_health, "write_health",                 {no,        todays_and_own, own_visits, own_visits}},
        {A::reopen_record, "reopen_record",               {no,        approve,        yes,        yes}},
        {A::sell, "sell",                                 {yes,       own_sales,      yes,        yes}},
        {A::discount_small, "discount_small",             {yes,       no,             yes,        yes}},
        {A::discount_large, "discount_large",             {approve,   no,             yes,        yes}},
        {A::override_price, "override_price",             {approve,   approve,        yes,        yes}},
        {A::override_block, "override_block",             {approve,   approve,        yes,        yes}},
        {A::override_red_flag, "override_red_flag",       {approve,   approve,        yes,        yes}},
        {A::void_sale, "void_sale",                       {approve,   no,             yes,        yes}},
        {A::refund_small, "refund_small",                 {approve,   no,             yes,        yes}},
        {A::refund_large, "refund_large",                 {approve,   no,             reason,     yes}},
        {A::cash_movement, "cash_movement",               {reason,    no,             yes,        yes}},
        {A::count_drawer, "count_drawer",                 {yes,       no,             yes,        yes}},
        {A::x_report, "x_report",                         {yes,       no,             yes,        yes}},
        {A::close_day, "close_day",                       {no,        no,             yes,        yes}},
        {A::sell_prepaid, "sell_prepaid",                 {yes,       no,             yes,        yes}},
        {A::change_prepaid, "change_prepaid",             {approve,   no,             yes,        yes}},
        {A::receive_stock, "receive_stock",               {yes,       no,             yes,        yes}},
        {A::count_stock, "count_stock",                   {yes,       yes,            yes,        yes}},
        {A::adjust_stock, "adjust_stock",                 {no,        no,             yes,        yes}},
        {A::read_till_report, "read_till_report",         {yes,       no,             yes,        yes}},
        {A::read_own_work, "read_own_work",               {no,        yes,            yes,        yes}},
        {A::read_reports_all, "read_reports_all",         {no,        no,             yes,        yes}},
        {A::change_catalogue, "change_catalogue",         {no,        no,             yes,        yes}},
        {A::change_staff, "change_staff",                 {no,        no,             yes,        yes}},
        {A::change_receipt_text, "change_receipt_text",   {no,        no,             yes,        yes}},
        {A::change_tax, "change_tax",                     {no,        no,             no,         yes}},
        {A::change_keys, "change_keys",                   {no,        no,             no,         yes}},
        {A::change_hub, "change_hub",                     {no,        no,             no,         yes}},
        {A::backup_and_restore, "backup_and_restore",     {no,        no,             no,         yes}},
        {A::bulk_export, "bulk_export",                   {no,        no,             no,         yes}},
        {A::change_managers, "change_managers",           {no,        no,             no,         yes}},
        {A::erase_client, "erase_client",                 {no,        no,             ask,        yes}},
        {A::export_client, "export_client",               {no,        no,             ask,        yes}},
        {A::read_journal, "read_journal",                 {no,        no,             yes,        yes}},
    }};
}();
// clang-format on

constexpr bool rows_stand_in_the_order_of_acts()
{
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table[row].act != static_cast<Act>(row)) return false;
    }
    return true;
}
static_assert(rows_stand_in_the_order_of_acts());

const Row& row_of(Act act) { return table.at(static_cast<std::size_t>(act)); }

bool opens(Permission cell, const Asker& asker)
{
    switch (cell) {
        case Permission::no: return false;
        case Permission::own_visits_if_salon_allows: return asker.therapists_sell && asker.owns_visit;
        case Permission::own_visits: return asker.owns_visit;
        case Permission::todays_and_own: return asker.owns_visit || asker.knows_client;
        case Permission::with_owners_approval: return asker.approved_by.has(Role::owner);
        case Permission::with_approval:
            return asker.approved_by.has(Role::manager) || asker.approved_by.has(Role::owner);
        case Permission::with_reason: return asker.has_reason;
        case Permission::yes: return true;
    }
    throw std::logic_error{"a permission without a rule"};
}

unexpected<Refusal> refusal_of(Permission cell, const Asker& asker)
{
    switch (cell) {
        case Permission::own_visits_if_salon_allows:
            if (!asker.therapists_sell) return refused("not_allowed");
            return refused("not_yours");
        case Permission::own_visits:
        case Permission::todays_and_own: return refused("not_yours");
        case Permission::with_owners_approval: return refused("needs_approval", {}, "owner");
        case Permission::with_approval: return refused("needs_approval");
        case Permission::with_reason: return refused("needs_reason");
        case Permission::no:
        case Permission::yes: break;
    }
    return refused("not_allowed");
}

}  // namespace

std::string_view act_text(Act act) { return row_of(act).name; }

Permission permission(Role role, Act act) { return row_of(act).cells.at(static_cast<std::size_t>(role)); }

Permission permission(RoleSet roles, Act act)
{
    Permission most = Permission::no;
    for (const Role role : all_roles) {
        if (roles.has(role)) most = std::max(most, permission(role, act));
    }
    return most;
}

Outcome<void> may(const Asker& asker, Act act)
{
    for (const Role role : all_roles) {
        if (asker.roles.has(role) && opens(permission(role, act), asker)) return {};
    }
    return refusal_of(permission(asker.roles, act), asker);
}

}  // namespace kushi
