#pragma once

#include "core/catalog/object_reader.h"

namespace kushi {

// The parts of the catalogue, read from an object that may hold more (a preset's product also has its opening lots):
// the caller calls finish().
RateRow read_rate_row(ObjectReader& in);
Room read_room(ObjectReader& in);
Product read_product(ObjectReader& in);
Ritual read_ritual(ObjectReader& in);
Service read_service(ObjectReader& in);
Ticket read_ticket(ObjectReader& in);
VoucherKind read_voucher_kind(ObjectReader& in);

}  // namespace kushi
