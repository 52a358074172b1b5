#include "app/screens/till/sale_view.h"

#include <nlohmann/json.hpp>

#include "app/screens/till/fresh_key.h"
#include "app/screens/till/till_json.h"
#include "app/screens/till/till_parts.h"
#include "app/widgets/words.h"

namespace kushi {

using Json = nlohmann::json;

std::vector<Sheet> SaleView::sheets(const Viewport& /*view*/) const
{
    std::vector<Sheet> sheets;
    if (!void_.open) return sheets;
    auto* self = const_cast<SaleView*>(this);
    sheets.push_back(void_sheet(
        void_, sale_, host_.locale(),
        [self](const std::string& reason) {
            self->void_.reason = reason;
            self->host_.changed();
        },
        [self] { self->void_it(); }, [self] { self->close_void(); }));
    return sheets;
}

void SaleView::escape()
{
    if (void_.open)
        close_void();
    else
        host_.back();
}

void SaleView::load()
{
    ask({{"do", "list"}, {"what", "staff"}}, [this](const Json& answer) {
        const auto rows = answer.value("rows", Json::array());
        for (const auto& row : rows) staff_[text_of(row, "id")] = text_of(row, "name");
    });
    ask({{"do", "show"}, {"what", "sale"}, {"id", place_.of("sale")}}, [this](const Json& answer) {
        if (!is_ok(answer)) {
            problem_ = refusal_words(answer);
            return;
        }
        sale_ = sale_of(answer["sale"]);
        is_loaded_ = true;
        loaded();
        ask({{"do", "show"}, {"what", "visit"}, {"id", sale_.visit}}, [this](const Json& shown) {
            if (is_ok(shown)) visit_ = visit_of(shown["visit"]);
        });
    });
}

void SaleView::open_void()
{
    void_ = {};
    void_.open = true;
    void_.key = fresh_key(host_.now());
    host_.changed();
}

void SaleView::close_void()
{
    if (void_.busy) return;
    void_.open = false;
    host_.changed();
}

void SaleView::void_it()
{
    if (void_.busy) return;
    void_.busy = true;
    void_.problem.clear();
    host_.changed();
    const Json request{{"do", "void"}, {"key", void_.key}, {"sale", sale_.id}, {"reason", void_.reason}};
    const auto done = [this](const Json& answer) {
        void_.busy = false;
        if (!is_ok(answer)) {
            void_.problem = refusal_words(answer);
            host_.changed();
            return;
        }
        void_.open = false;
        host_.toast(said(tr("Sale {0} voided as {1}"), sale_.number, text_of(answer, "number")));
        host_.home({"today"});
    };
    ask(request, [this, request, done](const Json& answer) {
        if (refusal_code(answer) != "needs_approval") return done(answer);
        void_.busy = false;  // the PIN may never come
        host_.with_approval(said(tr("Void {}"), amount_words(sale_.bill.due, host_.locale())), request,
                            while_alive(std::function<void(const Json&)>{done}));
    });
}

std::string SaleView::staff_name(const std::string& id) const
{
    const auto found = staff_.find(id);
    return found == staff_.end() ? std::string{} : found->second;
}

}  // namespace kushi
