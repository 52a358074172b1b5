#pragma once

#include <array>
#include <string_view>

#include "core/people/roles.h"
#include "core/result.h"

namespace kushi {

/// What staff may be asked to be allowed: one for each row of the roles table (spec: trust.md), split where a row
/// answers for two acts. What is in no row nobody may do.
enum class Act {
    board_and_booking,      ///< see the board, book, check in, move, no-show, cancel
    client_contact,         ///< name, reading, phone, e-mail, birthday, language: read and write
    read_flags,             ///< allergy and stop flags
    read_health,            ///< consultation, scalp map, ritual, products, notes
    write_health,
    reopen_record,          ///< write again in a finished treatment record
    sell,                   ///< quote, sell, take tender, print, reprint
    discount_small,         ///< up to the salon's limit (10 % unless set)
    discount_large,
    override_price,
    override_block,         ///< use a product that the client's allergies block
    override_red_flag,      ///< go on where a red flag says "ask"
    void_sale,
    refund_small,           ///< up to the salon's limit (10,000 yen unless set)
    refund_large,
    cash_movement,          ///< open the drawer without a sale, paid in, paid out, drop
    count_drawer,           ///< blind: before what is expected is shown
    x_report,
    close_day,              ///< Z
    sell_prepaid,           ///< tickets and vouchers
    change_prepaid,         ///< extend or cancel them
    receive_stock,
    count_stock,
    adjust_stock,
    read_till_report,       ///< own till, today
    read_own_work,          ///< the asker's own figures
    read_reports_all,
    change_catalogue,       ///< services, rituals, products and their prices
    change_staff,           ///< staff below manager
    change_receipt_text,
    change_tax,             ///< tax and the registration number
    change_keys,            ///< keys, recovery code, pairing of terminals
    change_hub,
    backup_and_restore,
    bulk_export,
    change_managers,        ///< managers and owners
    erase_client,
    export_client,          ///< one client's data
    read_journal,           ///< journal and audit log
};

inline constexpr std::size_t act_count = static_cast<std::size_t>(Act::read_journal) + 1;

/// The act's name in the record of an approval: as the enumerator is written.
std::string_view act_text(Act act);

/// What a cell of the roles table says, the least first.
enum class Permission {
    no,
    own_visits_if_salon_allows,  ///< the asker's own visits, where the salon's setting lets therapists take money
    own_visits,                  ///< visits whose therapist the asker is
    todays_and_own,              ///< clients with a visit today, and those the asker has treated
    with_owners_approval,        ///< an owner's PIN for this one act (the table's "ask")
    with_approval,               ///< a manager's or owner's PIN for this one act
    with_reason,                 ///< words that are kept
    yes,
};

/// The cell of one role.
Permission permission(Role role, Act act);
/// The most generous of a person's cells; what a screen shows or hides a button by. `may` decides: with two roles each
/// cell opens its own door (a manager who is also a therapist reads own clients without a reason).
Permission permission(RoleSet roles, Act act);

/// Who asks, and what about: the caller finds these out, this file only judges.
struct Asker {
    RoleSet roles = {};
    bool owns_visit = false;      ///< the visit's therapist is the asker
    bool knows_client = false;    ///< the client has a visit today, or the asker has treated the client
    bool has_reason = false;
    RoleSet approved_by = {};     ///< roles of the person whose PIN approved this one act; empty when nobody did
    bool therapists_sell = false; ///< the salon's setting, off unless set
};

/// Refuses with `not_allowed` (no role of theirs may), `not_yours`, `needs_approval` (detail "owner" when a manager's
/// is not enough) or `needs_reason`: what would help most.
Outcome<void> may(const Asker& asker, Act act);

}  // namespace kushi
