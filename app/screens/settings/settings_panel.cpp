#include "app/screens/settings/settings_panel.h"

#include <array>

#include "app/screens/settings/settings_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Group = SettingsGroup;

constexpr std::array<Icon, settings_group_count> signs{Icon::store,       Icon::percent, Icon::receipt, Icon::scale,
                                                       Icon::credit_card, Icon::ticket,  Icon::coins,   Icon::hash};

Node group_row(Group group, const SettingsState& state, const SettingsIntents& intents)
{
    const bool on = group == state.group;
    const auto changed = static_cast<int>(state.changed(group).size());
    const auto ink = on ? Token::on_primary_soft : Token::ink2;
    auto line = row(12, icon(signs.at(static_cast<std::size_t>(group)), 20, ink),
                    text(settings_group_words(group), on ? type::strong : type::body, ink).growing().shrinking());
    if (changed > 0) put(line.children, count_badge(changed));
    line.padding = {16, 0};
    line.least_height = 56;
    if (on) line.drawing = ground(Token::primary_soft, 16);
    line = std::move(line).told(ControlRole::tab, settings_group_words(group)).chosen(on);
    return std::move(line).tapped([act = intents.show, group] { act(group); }).grouped("groups");
}

Node groups(const SettingsState& state, const SettingsIntents& intents, const Viewport& view)
{
    auto list = scroll("groups", 0);
    for (std::size_t i = 0; i < settings_group_count; ++i) {
        put(list.children, group_row(static_cast<Group>(i), state, intents));
    }
    return card(std::move(list), Insets{12}).wide(view.compact() ? 232 : 272);
}

Node salon_group(const SettingsParts& parts)
{
    return column(16,
                  parts.two(parts.typed("salon.name.en", tr("Name in English")),
                            parts.typed("salon.name.ja", tr("Name in Japanese"))),
                  parts.typed("salon.address.en", tr("Address in English")),
                  parts.typed("salon.address.ja", tr("Address in Japanese")),
                  parts.two(parts.typed("salon.phone", tr("Telephone"), Entry::Kind::phone), column(0)));
}

/// What a number is, said while it is typed.
Node number_words(const SettingsState& state)
{
    const auto number = state.value("salon.registration_number");
    if (state.currency != "JPY") return text(tr("As the tax office gave it"), type::caption, Token::ink2);
    switch (registration_number_state(number)) {
        case RegistrationNumber::none:
            return text(tr("No number: receipts are no qualified invoices"), type::caption, Token::ink2);
        case RegistrationNumber::fits:
            return text(tr("Fits: its check digit is right"), type::caption, Token::ok);
        case RegistrationNumber::wrong_digit:
            return text(tr("Its check digit does not fit. Look again."), type::caption, Token::warn);
        case RegistrationNumber::unfinished:
            break;
    }
    return text(tr("T and 13 digits"), type::caption, Token::ink2);
}

std::string rounding_words(const std::string& rounding)
{
    return rounding == "floor" ? tr("Down") : rounding == "half_up" ? tr("Half up") : tr("Up");
}

Node rate_row(const SettingsState::Rate& rate, const Locale& locale, bool first)
{
    const auto since = said(tr("since {}"), short_full_day_text(rate.from, locale.language));
    return list_row(row(12, text(rate.name.in(locale.language), type::strong).wide(260).shrinking(),
                        money(rate.percent + '%').wide(72), text(since, type::body, Token::ink2).growing().shrinking(),
                        tag(rate.reduced ? tr("Mark ※") : tr("No mark"))),
                    first);
}

Node rates(const SettingsParts& parts)
{
    const auto& state = parts.state;
    auto list = column(0);
    for (const auto& rate : state.rates) {
        auto line = rate_row(rate, parts.locale, list.children.empty());
        line.access.name = rate.name.in(parts.locale.language);
        put(list.children, std::move(line));
    }
    if (!state.may("tax.rates")) return list;
    auto add = button(tr("Rate from a later day"),
                      [act = parts.intents.open_form, &state,
                       first = state.rates.empty() ? "" : state.rates.front().code] { act(rate_form(state, first)); },
                      {ButtonKind::tonal, ButtonSize::medium, Icon::plus});
    put(list.children,
        row(12, std::move(add), text(tr("Old sales keep their rate"), type::caption, Token::ink2).shrinking()));
    return list;
}

Node roundings(const SettingsParts& parts)
{
    const auto& state = parts.state;
    auto list =
        column(0, list_row(row(12, text(rounding_words(state.value("tax.rounding")), type::strong).wide(260),
                               text(tr("today, per rate and receipt"), type::body, Token::ink2).growing().shrinking()),
                           true));
    for (const auto& rounding : state.roundings) {
        if (rounding.from <= state.today) continue;
        put(list.children,
            list_row(row(12, text(rounding_words(rounding.rounding), type::strong).wide(260),
                         text(said(tr("from {}"), short_full_day_text(rounding.from, parts.locale.language)),
                              type::body, Token::ink2)
                             .growing()
                             .shrinking()),
                     false));
    }
    if (!state.may("tax.rules")) return list;
    put(list.children, row(0, button(tr("Another rounding from a day"),
                                     [act = parts.intents.open_form, &state] { act(rounding_form(state)); },
                                     {ButtonKind::tonal, ButtonSize::medium, Icon::plus})));
    return list;
}

Node cash_rounding(const SettingsParts& parts)
{
    const auto step = parts.state.value("cash.rounding");
    const auto option = [&](const std::string& words, const std::string& value) {
        return Option{words, [act = parts.intents.typed, value] { act("cash.rounding", value); }};
    };
    const auto to = [&](int minor_units) {
        return said(tr("To {}"), money_text(minor_units, parts.state.currency, parts.locale.language));
    };
    const int chosen = step.empty() ? 0 : step == "5" ? 1 : step == "10" ? 2 : -1;
    if (!parts.state.may("cash.rounding")) {
        return parts.shown(tr("Cash is rounded"), step.empty() ? tr("Not at all") : to(std::stoi(step)));
    }
    return column(6, parts.label(tr("Cash is rounded")),
                  segmented(tr("Cash is rounded"),
                            {option(tr("Not at all"), ""), option(to(5), "5"), option(to(10), "10")}, chosen));
}

Node tax_group(const SettingsParts& parts)
{
    auto number =
        column(4, parts.typed("salon.registration_number", tr("Registration number")), number_words(parts.state));
    return column(16, parts.owner_note({"salon.registration_number", "tax.rates"}),
                  parts.two(std::move(number), cash_rounding(parts)),
                  column(4, parts.label(tr("Rates, by date")), rates(parts)),
                  column(4, parts.label(tr("Tax is rounded")), roundings(parts)));
}

std::vector<std::string> lines_of(const std::string& words)
{
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < words.size();) {
        const auto end = std::min(words.find('\n', from), words.size());
        lines.push_back(words.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

/// The head and the foot of a receipt as they are typed, in the papers' language.
Node paper(const SettingsParts& parts, int width)
{
    const auto& state = parts.state;
    const std::string tongue = state.value("salon.language") == "ja" ? ".ja" : ".en";
    auto strip = column(2);
    const auto line = [&](const std::string& words, const TextStyle& style = type::small) {
        if (!words.empty()) put(strip.children, paragraph(words, style, Token::ink, 3, Align::center));
    };
    line(state.value("salon.name" + tongue), type::strong);
    line(state.value("salon.address" + tongue));
    line(state.value("salon.phone"));
    line(state.value("salon.registration_number"));
    for (const auto& words : lines_of(state.value("receipt.head" + tongue))) line(words);
    put(strip.children, room(8));
    put(strip.children, rule());
    put(strip.children,
        paragraph(tr("What was sold, tax and payment"), type::small, Token::ink3, 2, Align::center).padded({0, 20}));
    put(strip.children, rule());
    put(strip.children, room(8));
    for (const auto& words : lines_of(state.value("receipt.foot" + tongue))) line(words);
    strip.padding = {16, 20};
    strip.drawing = ground(Token::surface, 4, Token::line_strong);
    strip.access = {ControlRole::picture, tr("The receipt's head and foot"), {}, {}, false};
    return column(6, parts.label(tr("On the receipt")), std::move(strip)).wide(width);
}

Node receipt_group(const SettingsParts& parts, const Viewport& view)
{
    const auto& state = parts.state;
    const auto speak = [&](const char* name, const char* code) {
        return Option{name, [act = parts.intents.typed, code] { act("salon.language", code); }};
    };
    auto fields =
        column(12, parts.typed("receipt.head.en", tr("Below the salon's name, in English")),
               parts.typed("receipt.head.ja", tr("Below the salon's name, in Japanese")),
               parts.typed("receipt.foot.en", tr("At the foot, in English")),
               parts.typed("receipt.foot.ja", tr("At the foot, in Japanese")),
               column(6, parts.label(tr("Papers speak")),
                      segmented(tr("Papers speak"), {speak("日本語", "ja"), speak("English", "en")},
                                state.value("salon.language") == "ja" ? 0 : 1)),
               parts.switched("receipt.stamp_box", tr("Revenue stamp box"), tr("Cash, from ¥50,000 without tax")));
    return row(view.gap(), std::move(fields).growing().shrinking(), paper(parts, view.compact() ? 232 : 288))
        .crossed(Across::start);
}

/// Kept, and said to be no more than kept, until the till goes by it.
Node not_used_yet(const std::string& words) { return paragraph(words, type::caption, Token::warn, 2); }

Node limits_group(const SettingsParts& parts)
{
    return column(
        16,
        parts.two(parts.typed("discount.limit_percent", tr("Discount of the desk, at most %"), Entry::Kind::amount),
                  parts.typed("refund.limit", tr("Refund limit of a manager"), Entry::Kind::amount)),
        not_used_yet(tr("Drawer and tips are kept for later: the till does not go by them yet")),
        parts.two(
            parts.typed("drawer.float", tr("The drawer opens with"), Entry::Kind::amount),
            parts.typed("drawer.over_short_limit", tr("Ask why when the drawer differs by"), Entry::Kind::amount)),
        parts.switched("tips.on", tr("Offer a tip at the payment"), tr("A tip is the staff's, without tax")));
}

Node tender_row(const SettingsState::Tender& tender, const SettingsParts& parts, bool first)
{
    const auto name = tender.label.in(parts.locale.language);
    auto line =
        row(12, text(name, type::strong).growing().shrinking(),
            tag(tender.change ? tr("Gives change") : tr("No change"), tender.change ? Tone::primary : Tone::plain),
            icon(Icon::chevron_right, 20, Token::ink3));
    return tapped_row(
        std::move(line), first, name,
        [act = parts.intents.open_form, &state = parts.state, code = tender.code] { act(tender_form(state, code)); });
}

Node payments_group(const SettingsParts& parts)
{
    auto list = column(0);
    for (const auto& tender : parts.state.tenders) put(list.children, tender_row(tender, parts, list.children.empty()));
    if (parts.state.tenders.empty())
        put(list.children, text(tr("Cash, card and QR are there already"), type::caption, Token::ink2).high(40));
    put(list.children,
        row(0, button(tr("Add a way to pay"),
                      [act = parts.intents.open_form, &state = parts.state] { act(tender_form(state, {})); },
                      {ButtonKind::tonal, ButtonSize::medium, Icon::plus})));
    return column(16, not_used_yet(tr("Kept for later: the till does not offer these yet")),
                  column(4, parts.label(tr("The salon's own ways to pay")), std::move(list)),
                  parts.fee("nomination.item", tr("Fee when a therapist is asked for")),
                  parts.fee("no_show.item", tr("Fee when a guest does not come")));
}

std::string warning_words(const std::string& code)
{
    if (code == "prepaid_instruments_law") return tr("Valid over 6 months: the law on prepaid instruments applies");
    if (code == "esthetic_contract") return tr("Over ¥50,000 and a month: contract papers and cooling-off");
    return code;
}

Node ticket_row(const SettingsState::Ticket& ticket, const SettingsParts& parts, bool first)
{
    const auto name = ticket.name.in(parts.locale.language);
    const auto visits =
        said(tr_count("{} session", "{} sessions", static_cast<long>(ticket.sessions)), ticket.sessions);
    const auto months =
        ticket.valid_months == 0
            ? tr("without end")
            : said(tr_count("{} month", "{} months", static_cast<long>(ticket.valid_months)), ticket.valid_months);
    auto words = column(0, text(name, type::strong),
                        text(said(tr("{0}, good for {1}"), visits, months), type::caption, Token::ink2));
    for (const auto& warning : ticket.warnings)
        put(words.children, paragraph(warning_words(warning), type::caption, Token::warn, 2));
    auto line = row(12, std::move(words).growing().shrinking(),
                    money(money_text(ticket.price_minor_units, parts.state.currency, parts.locale.language)),
                    icon(Icon::chevron_right, 20, Token::ink3));
    line.padding = {0, 8};
    return tapped_row(
        std::move(line), first, name,
        [act = parts.intents.open_form, &state = parts.state, code = ticket.code] { act(ticket_form(state, code)); });
}

Node tickets_group(const SettingsParts& parts)
{
    auto list = column(0);
    for (const auto& ticket : parts.state.tickets) put(list.children, ticket_row(ticket, parts, list.children.empty()));
    put(list.children,
        row(0, button(tr("Add a ticket book"),
                      [act = parts.intents.open_form, &state = parts.state] { act(ticket_form(state, {})); },
                      {ButtonKind::tonal, ButtonSize::medium, Icon::plus})));
    return column(
        16, not_used_yet(tr("Kept for later: the till does not sell books yet")), std::move(list),
        parts.label(tr("Fee when a book is given back, at most")),
        parts.three(parts.typed("prepaid.cancel_cap_before", tr("Before the first visit"), Entry::Kind::amount),
                    parts.typed("prepaid.cancel_cap_after", tr("After it"), Entry::Kind::amount),
                    parts.typed("prepaid.cancel_cap_after_percent", tr("or % of the rest"), Entry::Kind::amount)));
}

Node commission_row(const SettingsState::Commission& rule, const SettingsParts& parts, bool first)
{
    const auto name = parts.person(rule.staff);
    const auto shares = said(tr("{0}% of services, {1}% of products"), rule.service_percent, rule.retail_percent);
    const auto tiers = rule.tiers.empty() ? std::string{}
                                          : said(tr_count("{} step", "{} steps", static_cast<long>(rule.tiers.size())),
                                                 rule.tiers.size());
    auto line =
        row(12, column(0, text(name, type::strong), text(shares, type::caption, Token::ink2)).growing().shrinking(),
            tiers.empty() ? std::nullopt : std::optional{tag(tiers)}, icon(Icon::chevron_right, 20, Token::ink3));
    return tapped_row(std::move(line), first, name,
                      [act = parts.intents.open_form, &state = parts.state, staff = rule.staff] {
                          act(commission_form(state, staff, false));
                      });
}

Node commission_group(const SettingsParts& parts)
{
    auto list = column(0);
    for (const auto& rule : parts.state.commissions)
        put(list.children, commission_row(rule, parts, list.children.empty()));
    if (parts.state.commissions.empty())
        put(list.children, text(tr("Nobody earns a commission yet"), type::caption, Token::ink2).high(40));
    put(list.children,
        row(0, button(tr("Add a rule"),
                      [act = parts.intents.open_form, &state = parts.state] { act(commission_form(state, {}, true)); },
                      {ButtonKind::tonal, ButtonSize::medium, Icon::plus})));
    return list;
}

Node accounts_group(const SettingsParts& parts)
{
    auto list = column(0);
    for (const auto& account : parts.state.accounts) {
        auto line = row(12, text(account.name, type::strong).growing().shrinking(), money(account.code),
                        icon(Icon::chevron_right, 20, Token::ink3));
        put(list.children, tapped_row(std::move(line), list.children.empty(), account.name,
                                      [act = parts.intents.open_form, &state = parts.state, name = account.name] {
                                          act(account_form(state, name));
                                      }));
    }
    if (parts.state.accounts.empty())
        put(list.children, text(tr("The accountant's numbers for the export"), type::caption, Token::ink2).high(40));
    put(list.children,
        row(0, button(tr("Add an account"),
                      [act = parts.intents.open_form, &state = parts.state] { act(account_form(state, {})); },
                      {ButtonKind::tonal, ButtonSize::medium, Icon::plus})));
    return list;
}

Node group_content(const SettingsParts& parts, const Viewport& view)
{
    switch (parts.state.group) {
        case Group::salon:
            return salon_group(parts);
        case Group::tax:
            return tax_group(parts);
        case Group::receipt:
            return receipt_group(parts, view);
        case Group::limits:
            return limits_group(parts);
        case Group::payments:
            return payments_group(parts);
        case Group::tickets:
            return tickets_group(parts);
        case Group::commission:
            return commission_group(parts);
        case Group::accounts:
            break;
    }
    return accounts_group(parts);
}

std::optional<Node> foot(const SettingsState& state, const SettingsIntents& intents)
{
    if (keys_of(state.group).empty()) return std::nullopt;
    const auto changes = static_cast<long>(state.changed(state.group).size());
    auto save = primary_button(tr("Save"), intents.save).wide(176).waiting(state.saving);
    if (changes == 0) save = std::move(save).off_because(tr("Nothing was changed"));
    auto line =
        row(12, text(changes == 0 ? tr("Nothing to save")
                                  : said(tr_count("{} change not saved", "{} changes not saved", changes), changes),
                     type::caption, changes == 0 ? Token::ink2 : Token::warn)
                    .growing()
                    .shrinking());
    if (changes > 0) put(line.children, button(tr("Undo"), intents.undo, {ButtonKind::outline}));
    put(line.children, std::move(save));
    return line;
}

}  // namespace

std::string settings_group_words(Group group)
{
    switch (group) {
        case Group::salon:
            return tr("Salon");
        case Group::tax:
            return tr("Tax");
        case Group::receipt:
            return tr("Receipt text");
        case Group::limits:
            return tr("Limits and tips");
        case Group::payments:
            return tr("Ways to pay, fees");
        case Group::tickets:
            return tr("Ticket books");
        case Group::commission:
            return tr("Commission");
        case Group::accounts:
            break;
    }
    return tr("Account codes");
}

Node settings_panel(const SettingsState& state, const SettingsIntents& intents, const Locale& locale,
                    const Viewport& view)
{
    const SettingsParts parts{state, intents, locale};
    auto head = row(12, heading(settings_group_words(state.group)).growing());
    if (state.group == Group::tax) put(head.children, tag(tr("Owner only"), Tone::warn));
    auto body = scroll("settings of " + settings_group_words(state.group), 16);
    if (state.loaded)
        put(body.children, group_content(parts, view).padded({0, 0, 12, 4}));  // clear of the scroll's own bar
    auto page = column(
        16, std::move(head), std::move(body),
        state.problem.empty() ? std::nullopt : std::optional{banner(state.problem, Tone::danger, Icon::triangle_alert)},
        foot(state, intents));
    return row(view.gap(), groups(state, intents, view),
               card(std::move(page), Insets{24, 20, 24, 24}).growing().shrinking())
        .crossed(Across::stretch);
}

}  // namespace kushi
