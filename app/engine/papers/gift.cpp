#include "app/engine/papers/gift.h"

#include "app/engine/papers/sale_parts.h"
#include "core/money/format.h"

namespace kushi {

printing::Document gift_document(const Sale& sale, const SalonFacts& salon, const PaperOptions& options)
{
    PaperWriter paper{"gift", options.language, sale.currency};
    paper.training_mark(salon);
    paper.head(salon);
    paper.centred(paper.word(PaperWord::gift_title), {.bold = true, .size = 2});
    paper.rule();
    write_time_and_number(paper, sale, salon);
    paper.rule();
    for (const auto& line : sale.lines) {
        const auto& name = paper.language() == "ja" && !line.name_ja.empty() ? line.name_ja : line.name;
        paper.row(name, paper.word(PaperWord::quantity_of, {quantity_text(line.quantity)}));
    }
    paper.rule();
    paper.centred(paper.word(PaperWord::gift_hint));
    write_chain_mark(paper, sale);
    paper.training_mark(salon);
    return paper.take();
}

}  // namespace kushi
