#include "app/screens/clients/clients_state.h"

#include <algorithm>

#include "core/text/names.h"
#include "core/text/search.h"

namespace kushi {
namespace {

bool is_number(const std::string& text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == ' ';
    });
}

/// Hiragana, katakana, the long mark and blanks: all that a reading is made of.
bool is_kana(const std::string& text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == ' ') {
            ++at;
            continue;
        }
        if (at + 2 >= text.size() || byte != 0xE3) return false;
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (second < 0x80 || second > 0x83) return false;
        at += 3;
    }
    return !text.empty();
}

}  // namespace

ClientsState typed(ClientsState state, std::string text, Instant now)
{
    if (text == state.typed) return state;
    state.typed = std::move(text);
    state.problem.clear();
    state.typed_at = now;
    if (normalised(state.typed).empty()) {
        state.typed_at.reset();
        state.rows.clear();
        state.found = 0;
        state.answered.clear();
    }
    return state;
}

ClientsState found(ClientsState state, const std::string& asked, std::vector<FoundClient> rows)
{
    if (asked != state.typed) return state;
    state.answered = asked;
    state.found = rows.size();
    if (rows.size() > ClientsState::most_shown) rows.resize(ClientsState::most_shown);
    state.rows = std::move(rows);
    return state;
}

ClientsState form_opened(ClientsState state)
{
    state.face = ClientsState::Face::form;
    const auto begun = normalised(state.typed);
    if (!state.form.empty() || begun.empty()) return state;
    state.form = {};
    if (is_number(begun))
        state.form.phone = begun;
    else if (is_kana(begun))
        state.form.reading = begun;
    else
        state.form.name = begun;
    return state;
}

std::string* field_of(ClientForm& form, const std::string& field)
{
    if (field == "name") return &form.name;
    if (field == "reading") return &form.reading;
    if (field == "phone") return &form.phone;
    return field == "allergies" ? &form.allergies : nullptr;
}

ClientForm field_changed(ClientForm form, const std::string& field, std::string text)
{
    auto* value = field_of(form, field);
    if (value == nullptr || *value == text) return form;
    *value = std::move(text);
    form.errors.erase(field);
    form.problem.clear();
    if (field == "phone") form.same_phone.clear();
    return form;
}

std::vector<std::string> allergies_in(const std::string& text)
{
    std::vector<std::string> list;
    std::string one;
    const auto take = [&] {
        one = normalised(one);
        if (!one.empty() && std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
        one.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        // A comma, or the Japanese one.
        const bool japanese = text.compare(at, 3, "、") == 0;
        if (text[at] == ',' || japanese) {
            take();
            at += japanese ? 2 : 0;
        } else {
            one += text[at];
        }
    }
    take();
    return list;
}

bool is_same_phone(const std::string& one, const std::string& other)
{
    const auto digits = search_entry({}, {}, one).phone;
    return !digits.empty() && digits == search_entry({}, {}, other).phone;
}

}  // namespace kushi
