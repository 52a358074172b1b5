#include <gtest/gtest.h>

#include "app/engine/salon.h"
#include "app/screens/settings/settings_state.h"
#include "db/spool.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

TEST(SettingsState, CountsWhatIsTypedAndNotSaved)
{
    SettingsState state;
    state.values = {{"receipt.foot.en", "Rest well"}, {"refund.limit", "10000"}};
    state = typed(std::move(state), "receipt.foot.en", "See you");
    EXPECT_EQ(state.changed(SettingsGroup::receipt), std::vector<std::string>{"receipt.foot.en"});
    EXPECT_TRUE(state.changed(SettingsGroup::limits).empty()) << "each group for itself";
    state = typed(std::move(state), "receipt.foot.en", "Rest well");
    EXPECT_TRUE(state.changed(SettingsGroup::receipt).empty()) << "typed back";
    state = typed(std::move(state), "refund.limit", "5");
    EXPECT_EQ(undone(state, SettingsGroup::limits).value("refund.limit"), "10000");
    EXPECT_EQ(path_of("receipt.foot.en"), "receipt.foot");
    EXPECT_EQ(path_of("refund.limit"), "refund.limit");
}

TEST(SettingsState, KnowsARegistrationNumberWhileItIsTyped)
{
    EXPECT_EQ(registration_number_state(""), RegistrationNumber::none);
    EXPECT_EQ(registration_number_state("T700001205"), RegistrationNumber::unfinished);
    EXPECT_EQ(registration_number_state("T7000012050002"), RegistrationNumber::fits);
    EXPECT_EQ(registration_number_state("T7000012050003"), RegistrationNumber::wrong_digit);
}

TEST(SettingsState, WritesPercentsAsRatesAndWordsAsCodes)
{
    EXPECT_EQ(fraction_from_percent("10"), "0.10");
    EXPECT_EQ(fraction_from_percent("8.875"), "0.08875");
    EXPECT_EQ(fraction_from_percent("1"), "0.01");
    EXPECT_EQ(fraction_from_percent("0"), "0");
    EXPECT_EQ(fraction_from_percent("100"), "1.00");
    EXPECT_FALSE(fraction_from_percent("ten"));
    EXPECT_FALSE(fraction_from_percent("101"));
    EXPECT_EQ(code_from("Gift card, Ginza 2"), "gift-card-ginza-2");
    EXPECT_EQ(code_from("商品券"), "");
}

TEST(SettingsState, ChoosesOneOfAChoiceAndSeveralServices)
{
    SettingsForm form{"ticket", {}, {}, {}, false};
    form = chosen(std::move(form), "services", "a");
    form = chosen(std::move(form), "services", "b");
    EXPECT_EQ(choices(form, "services"), (std::vector<std::string>{"a", "b"}));
    form = chosen(std::move(form), "services", "a");
    EXPECT_TRUE(has_choice(form, "services", "b"));
    EXPECT_FALSE(has_choice(form, "services", "a"));
    form = chosen(std::move(form), "code", "x");
    EXPECT_EQ(chosen(std::move(form), "code", "y").value("code"), "y");
}

/// The settings of a salon that has sold nothing yet, at a group of theirs.
struct Office : TerminalDriver {
    explicit Office(const char* who = TestSalon::owner, const Options& options = {}) : TerminalDriver{options}
    {
        sign_in(who);
        open({"settings"});
    }
    void group(const char* name) { tap(name, ControlRole::tab); }
    [[nodiscard]] std::string foot() const
    {
        return control("At the foot, in English", ControlRole::entry).node->access.value;
    }
    [[nodiscard]] const Salon& kept() { return salon.engine().salon(); }
};

TEST(SettingsScreen, IsReachedFromMoreByWhoManages)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("More");
    EXPECT_FALSE(desk.has("Settings"));
    TerminalDriver office;
    office.sign_in(TestSalon::manager);
    office.tap("More");
    office.tap("Settings");
    EXPECT_EQ(office.screen(), "settings");
}

TEST(SettingsScreen, SetsTheRegistrationNumberThatTheNextReceiptBears)
{
    Office office;
    office.type("Registration number", "T7000012050003");
    EXPECT_TRUE(office.sees("Its check digit does not fit"));
    office.type("Registration number", "T7000012050002");
    EXPECT_TRUE(office.sees("its check digit is right"));
    EXPECT_TRUE(office.sees("1 change not saved"));
    EXPECT_FALSE(office.kept().registration_number == "T7000012050002") << "not before it is saved";
    office.tap("Save");
    EXPECT_EQ(office.kept().registration_number, "T7000012050002");
    EXPECT_TRUE(office.sees("Nothing to save"));
    office.salon.open_day();
    office.salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"name", "Front"}});
    office.salon.pay(office.salon.visit());
    const auto sale = office.salon.does({{"do", "list"}, {"what", "sales"}})["rows"].back();
    const auto paper = document_of_number(office.salon.database(), office.salon.vault(), sale["number"]);
    ASSERT_TRUE(paper);
    EXPECT_NE(paper->find("T7000012050002"), std::string::npos) << *paper;
    office.open({"receipt", {{"sale", sale["id"]}}});
    EXPECT_TRUE(office.has("The receipt as it prints"));
}

TEST(SettingsScreen, SaysBesideItsFieldWhatASettingCannotBe)
{
    Office office;
    office.type("Registration number", "T12");
    office.tap("Save");
    EXPECT_TRUE(office.sees("A registration number is T and 13 digits"));
    EXPECT_TRUE(office.sees("1 change not saved")) << "what was typed stays";
    office.group("Limits and tips");
    office.type("Refund limit of a manager", "ten");
    office.tap("Save");
    EXPECT_EQ(office.kept().refund_limit, 10'000);
    office.type("Refund limit of a manager", "25000");
    office.type("Discount of the desk, at most %", "12.5");
    office.tap("Offer a tip at the payment");
    EXPECT_TRUE(office.sees("3 changes not saved"));
    office.tap_fast("Save", 5, std::chrono::milliseconds{200});
    EXPECT_EQ(office.kept().refund_limit, 25'000);
    EXPECT_EQ(office.kept().discount_limit.text(), "12.5");
    EXPECT_FALSE(office.kept().tips_on);
}

TEST(SettingsScreen, ShowsTheTaxToAManagerAndSaysWhyItStays)
{
    Office office{TestSalon::manager};
    EXPECT_TRUE(office.sees("Only an owner changes tax"));
    EXPECT_TRUE(office.sees("T9234567890123"));
    EXPECT_FALSE(office.has("Registration number", ControlRole::entry));
    EXPECT_FALSE(office.has("Rate from a later day"));
    EXPECT_EQ(office.off("Save"), "Nothing was changed");
}

TEST(SettingsScreen, AddsARateAndARoundingFromALaterDay)
{
    Office office;
    office.tap("Rate from a later day");
    office.tap("Reduced rate 8%");
    office.type("Percent", "1");
    office.type("From the day", "2027-04-01");
    office.type("Name in English", "Food 1%");
    office.tap("Save", ControlRole::button);
    EXPECT_EQ(office.kept().rate_on("reduced", "2027-03-31")->rate.text, "0.08");
    EXPECT_EQ(office.kept().rate_on("reduced", "2027-04-01")->rate.text, "0.01");
    EXPECT_TRUE(office.kept().rate_on("reduced", "2027-04-01")->reduced) << "the mark goes on";
    EXPECT_TRUE(office.sees("since 1 Apr 2027"));
    office.tap("Another rounding from a day");
    office.tap("Up");
    office.type("From the day", "2020-01-01");
    office.tap("Save");
    EXPECT_TRUE(office.sees("This day has passed"));
    office.type("From the day", "2027-01-01");
    office.tap("Save");
    EXPECT_EQ(office.kept().tax_on("2027-01-01").tax_rounding, Rounding::ceil);
    EXPECT_TRUE(office.sees("from 1 Jan 2027"));
}

TEST(SettingsScreen, AddsChangesAndRemovesAWayToPay)
{
    Office office{TestSalon::manager};
    office.group("Ways to pay, fees");
    office.tap("Add a way to pay");
    office.type("Name in English", "City points");
    office.type("Name in Japanese", "市のポイント");
    office.tap("Save");
    ASSERT_EQ(office.kept().own_tenders.size(), 1u);
    EXPECT_EQ(office.kept().own_tenders[0], (OwnTender{"city-points", {"City points", "市のポイント"}, false}));
    office.tap("City points");
    office.tap("Gives change");
    office.tap("Save");
    EXPECT_TRUE(office.kept().own_tenders.at(0).change);
    office.tap("City points");
    office.tap("Remove");
    EXPECT_TRUE(office.kept().own_tenders.empty());
    office.tap("Fee when a therapist is asked for: Nomination Fee");
    office.tap("Save");
    EXPECT_EQ(office.kept().nomination_item, "nomination-fee");
}

TEST(SettingsScreen, AddsATicketBookAndWarnsOfTheLaw)
{
    Office office{TestSalon::manager};
    office.group("Ticket books");
    EXPECT_TRUE(office.sees("Over ¥50,000 and a month"));
    office.tap("Add a ticket book");
    office.type("Name in English", "Premium, 3 visits");
    office.type("Price of the book", "41000");
    office.type("Sessions", "3");
    office.type("Months, 0 for no end", "12");
    office.tap("Premium Head Spa");
    office.tap("Save");
    const auto book = office.kept().tickets.at("ticket-premium-3-visits");
    EXPECT_EQ(book.price, 41'000);
    EXPECT_EQ(book.services, std::vector<std::string>{"premium-head-spa"});
    EXPECT_EQ(book.rate, "standard");
    EXPECT_EQ(book.name.ja, "Premium, 3 visits") << "one name serves both languages where the other was not typed";
    EXPECT_TRUE(office.sees("Valid over 6 months"));
    office.tap("Premium, 3 visits");
    office.type("Sessions", "0");
    office.tap("Save");
    EXPECT_EQ(office.kept().tickets.at("ticket-premium-3-visits").sessions, 3) << "refused, and the form stays";
    EXPECT_TRUE(office.has("Price of the book", ControlRole::entry));
}

TEST(SettingsScreen, KeepsCommissionAndAccounts)
{
    Office office{TestSalon::manager};
    office.group("Commission");
    office.tap("Add a rule");
    office.type("% of services", "10");
    office.type("Step 1: a month's work from", "300000");
    office.type("Step 1: % of services", "12");
    office.tap("Save");
    ASSERT_EQ(office.kept().commission_rules.size(), 1u);
    EXPECT_EQ(office.kept().commission_rules[0].tiers.at(0).from_minor_units, 300'000);
    office.tap("Everybody else");
    office.type("% of products", "5");
    office.tap("Save");
    EXPECT_EQ(office.kept().commission_rules.at(0).retail_percent, Percent::whole(5));
    office.group("Account codes");
    office.tap("Add an account");
    office.type("What it is for", "sales");
    office.type("Number in the accounts", "4111");
    office.tap("Save");
    EXPECT_EQ(office.kept().account_codes.at("sales"), "4111");
    office.tap("sales");
    office.tap("Remove");
    EXPECT_TRUE(office.kept().account_codes.empty());
}

TEST(SettingsScreen, ComesBackWithWhatWasTyped)
{
    Office office;
    office.group("Receipt text");
    office.type("At the foot, in English", "Rest well today.");
    EXPECT_TRUE(office.sees("Rest well today."));
    office.restart();
    office.sign_in(TestSalon::owner);
    if (office.screen() != "settings") office.open({"settings"});
    EXPECT_EQ(office.foot(), "Rest well today.");
    office.tap("Undo");
    EXPECT_EQ(office.foot(), "");
}

}  // namespace
}  // namespace kushi::test
