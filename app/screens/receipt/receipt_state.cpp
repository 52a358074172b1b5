#include "app/screens/receipt/receipt_state.h"

namespace kushi {

ReceiptFinish finish_of(const ReceiptState& state, PaperChance chance)
{
    if (!state.wants_paper || chance == PaperChance::none) return ReceiptFinish::finish;
    return chance == PaperChance::now ? ReceiptFinish::print : ReceiptFinish::print_later;
}

}  // namespace kushi
