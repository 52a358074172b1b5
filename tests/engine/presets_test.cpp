#include "app/presets/presets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <stdexcept>

#include "core/catalog/salon_seed.h"
#include "core/day/business_day.h"
#include "core/text/registration_number.h"

namespace kushi {
namespace {

using nlohmann::json;

SalonSeed seed_of(const std::string& name)
{
    auto seed = salon_seed_from_json(json::parse(preset_json(name).value()));
    if (!seed) throw std::runtime_error{name + ": " + seed.error().code + " at " + seed.error().field};
    return *seed;
}

std::string file_text(const std::string& name)
{
    std::ifstream file{std::string{KUSHI_SOURCE} + "/app/presets/" + name + ".json", std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

class Preset : public testing::TestWithParam<std::string> {
protected:
    const SalonSeed seed = seed_of(GetParam());
};
INSTANTIATE_TEST_SUITE_P(Each, Preset, testing::ValuesIn(preset_names()), [](const auto& each) { return each.param; });

TEST(Presets, AreThreeAndNothingElse)
{
    EXPECT_EQ(preset_names(), (std::vector<std::string>{"tokyo", "london", "newyork"}));
    EXPECT_FALSE(preset_json("paris"));
    EXPECT_FALSE(preset_json(""));
    EXPECT_FALSE(preset_json("names"));
}

TEST_P(Preset, IsTheFileOfItsName)
{
    EXPECT_EQ(preset_json(GetParam()).value(), file_text(GetParam()));
    EXPECT_EQ(seed.preset, GetParam());
}

TEST_P(Preset, HasServicesOfBothKindsAndAddOns)
{
    EXPECT_GE(seed.services.size(), 8u);
    const auto of = [this](ServiceKind care) { return std::ranges::count(seed.services, care, &Service::care); };
    EXPECT_GE(of(ServiceKind::head_spa), 2);
    EXPECT_GE(of(ServiceKind::head_massage), 3);
    EXPECT_GE(of(ServiceKind::addon), 4);
    const auto first = std::ranges::find(seed.services, true, &Service::first);
    ASSERT_NE(first, seed.services.end());
    EXPECT_NE(std::ranges::find(first->tags, "signature"), first->tags.end())
        << "what the advice calls the usual start";
    for (const Service& service : seed.services)
        EXPECT_EQ(service.ritual.has_value(), service.care != ServiceKind::addon);
}

TEST_P(Preset, HasTheFeeForANominationUnderOneCode)
{
    const auto fee = std::ranges::find(seed.services, "nomination-fee", &Service::code);
    ASSERT_NE(fee, seed.services.end());
    EXPECT_EQ(fee->minutes, 0);
    EXPECT_GT(fee->price, 0);
}

TEST_P(Preset, SellsTicketsCheaperThanTheirSessionsAndVouchersOfTwoSizes)
{
    ASSERT_GE(seed.tickets.size(), 3u);
    for (const Ticket& ticket : seed.tickets) {
        for (const auto& covered : ticket.services) {
            const auto service = std::ranges::find(seed.services, covered, &Service::code);
            ASSERT_NE(service, seed.services.end()) << ticket.code;
            EXPECT_LT(ticket.price, service->price * ticket.sessions) << ticket.code;
            EXPECT_GE(ticket.price, service->price * ticket.sessions * 9 / 10) << ticket.code;
            EXPECT_EQ(ticket.rate, service->rate) << ticket.code;
        }
    }
    ASSERT_EQ(seed.vouchers.size(), 2u);
    for (const VoucherKind& voucher : seed.vouchers)
        EXPECT_EQ(voucher.single_purpose, GetParam() == "london") << voucher.code;
}

TEST_P(Preset, HasRitualsWhoseStepsAndRecipesAreReal)
{
    EXPECT_GE(seed.rituals.size(), 5u);
    for (const Ritual& ritual : seed.rituals) {
        EXPECT_GE(ritual.steps.size(), 4u) << ritual.code;
        const auto uses =
            std::ranges::any_of(ritual.steps, [](const RitualStep& step) { return !step.recipe.empty(); });
        EXPECT_TRUE(uses) << ritual.code << " uses no product";
        const auto booked = [&](const Service& service) { return service.ritual == ritual.code; };
        EXPECT_TRUE(std::ranges::any_of(seed.services, booked)) << ritual.code << " is no service's";
    }
}

TEST_P(Preset, PlansARitualIntoTheTimeOfItsService)
{
    for (const Service& service : seed.services) {
        if (!service.ritual) continue;
        const auto ritual = std::ranges::find(seed.rituals, *service.ritual, &Ritual::code);
        std::int64_t planned_s = 0;
        for (const RitualStep& step : ritual->steps) planned_s += step.planned_s;
        EXPECT_GE(planned_s, service.minutes * 48) << service.code << ": under 80 % of its minutes";
        EXPECT_LE(planned_s, service.minutes * 72) << service.code << ": over 120 % of its minutes";
    }
}

TEST_P(Preset, KeepsASensitiveScalpFromExfoliationAndHeavyOil)
{
    const auto calm = std::ranges::find(seed.rituals, "calm-ritual", &Ritual::code);
    ASSERT_NE(calm, seed.rituals.end());
    for (const RitualStep& step : calm->steps) {
        EXPECT_NE(step.kind, StepKind::exfoliate);
        for (const RecipeLine& line : step.recipe) {
            const auto product = std::ranges::find(seed.products, line.product, &Product::code);
            EXPECT_EQ(std::ranges::count(product->tags, "heavy_oil"), 0) << line.product;
        }
    }
}

TEST_P(Preset, HasAShelfOfProductsThatAreKnownToTheLabel)
{
    EXPECT_GE(seed.products.size(), 25u);
    std::set<Unit> units;
    std::int64_t retail = 0, heavy = 0, lavender = 0;
    for (const Product& product : seed.products) {
        units.insert(product.unit);
        retail += product.retail;
        heavy += std::ranges::count(product.tags, "heavy_oil");
        EXPECT_FALSE(product.ingredients.empty()) << product.code;
        EXPECT_GT(product.price, product.cost) << product.code;
        EXPECT_GT(product.cost, 0) << product.code;
        lavender += std::ranges::count_if(product.ingredients,
                                          [](const std::string& i) { return i.find("Lavender") != i.npos; });
        EXPECT_NE(std::ranges::find(seed.opening_stock, product.code, &OpeningLot::product), seed.opening_stock.end())
            << product.code;
    }
    EXPECT_EQ(units.size(), 3u) << "ml, g and pieces";
    EXPECT_GE(retail, 15);
    EXPECT_GE(heavy, 3) << "what an oily scalp leaves out";
    EXPECT_GE(lavender, 1) << "the allergy that the screens show";
}

TEST_P(Preset, OpensWithMoreThanItWouldOrderAgain)
{
    for (const Product& product : seed.products) {
        std::int64_t on_hand = 0;
        for (const OpeningLot& lot : seed.opening_stock)
            on_hand += lot.product == product.code ? lot.quantity.units : 0;
        EXPECT_GT(on_hand, product.reorder.units) << product.code;
    }
}

TEST_P(Preset, HasRoomsAndSixPeopleOfEveryRole)
{
    EXPECT_GE(seed.rooms.size(), 4u);
    ASSERT_EQ(seed.staff.size(), 6u);
    std::multiset<std::vector<std::string>> roles;
    for (const StaffSeed& person : seed.staff) roles.insert(person.roles);
    EXPECT_EQ(roles,
              (std::multiset<std::vector<std::string>>{
                  {"owner", "therapist"}, {"manager"}, {"front_desk"}, {"therapist"}, {"therapist"}, {"therapist"}}));
}

TEST_P(Preset, SpeaksBothLanguagesInTheirOwnLetters)
{
    const auto check = [](const LocalText& words) {
        EXPECT_TRUE(std::ranges::all_of(words.en, [](char c) { return c >= ' ' && c <= '~'; })) << words.en;
        EXPECT_TRUE(std::ranges::any_of(words.ja, [](char c) { return static_cast<unsigned char>(c) >= 0xe3; }))
            << words.ja;
    };
    check(seed.name);
    check(seed.address);
    for (const auto& row : seed.rates) check(row.name);
    for (const auto& room : seed.rooms) check(room.name);
    for (const auto& person : seed.staff) check(person.name);
    for (const auto& product : seed.products) check(product.name);
    for (const auto& service : seed.services) check(service.name);
    for (const auto& ticket : seed.tickets) check(ticket.name);
    for (const auto& voucher : seed.vouchers) check(voucher.name);
    for (const auto& ritual : seed.rituals) {
        check(ritual.name);
        for (const auto& step : ritual.steps) check(step.name);
    }
}

TEST_P(Preset, PromisesNoGrowthAndNoCure)
{
    const std::string text{preset_json(GetParam()).value()};
    for (const char* claim : {"マッサージ", "治る", "治す", "治療", "発毛", "育毛", "頭痛改善", "効能", "再生"}) {
        EXPECT_EQ(text.find(claim), text.npos) << claim;
    }
    const std::regex words{
        R"(\b(cures?|heals?|healing|medical|growth|regrow\w*|hair loss|headaches?|therapeutic|stops?)\b)",
        std::regex::icase};
    std::smatch found;
    EXPECT_FALSE(std::regex_search(text, found, words)) << found.str();
}

TEST(TokyoPreset, IsTaxedAsJapanTaxes)
{
    const SalonSeed seed = seed_of("tokyo");
    EXPECT_EQ(seed.currency.code(), "JPY");
    EXPECT_EQ(seed.tax.price_mode, PriceMode::inclusive);
    EXPECT_EQ(seed.tax.tax_rounding, Rounding::floor);
    EXPECT_TRUE(registration_number_fits(seed.registration_number.value()));
    for (const Product& product : seed.products)
        EXPECT_EQ(product.rate, product.category == "food" ? "reduced" : "standard");
    const auto day = parse_date("2027-04-01").value();  // an announced food rate from this day is not law yet
    EXPECT_EQ(rate_row_on(seed.rates, "standard", day)->rate.text, "0.10");
    EXPECT_EQ(rate_row_on(seed.rates, "reduced", day)->rate.text, "0.08");
    EXPECT_TRUE(rate_row_on(seed.rates, "reduced", day)->reduced);
}

TEST(TokyoPreset, HasThePricesThatItsScreensShow)
{
    const SalonSeed seed = seed_of("tokyo");
    const auto price = [](const auto& items, std::string_view name) {
        const auto item = std::ranges::find_if(items, [&](const auto& each) { return each.name.en == name; });
        return item == items.end() ? -1 : item->price;
    };
    EXPECT_EQ(price(seed.services, "Signature Head Spa"), 9'900);
    EXPECT_EQ(price(seed.services, "Deep Cleanse Spa"), 12'100);
    EXPECT_EQ(price(seed.services, "Head Massage"), 5'500);
    EXPECT_EQ(price(seed.services, "Neck and Shoulders"), 1'650);
    EXPECT_EQ(price(seed.products, "Yuzu Clarifying Shampoo"), 3'080);
    EXPECT_EQ(price(seed.products, "Camellia Hair Mist"), 3'300);
    EXPECT_EQ(price(seed.products, "Hojicha Tea"), 1'080);
}

TEST(LondonPreset, IsTaxedAsTheUnitedKingdomTaxes)
{
    const SalonSeed seed = seed_of("london");
    EXPECT_EQ(seed.currency.code(), "GBP");
    EXPECT_EQ(seed.tax.price_mode, PriceMode::inclusive);
    EXPECT_EQ(seed.tax.tax_rounding, Rounding::half_up) << "UK retail may not round down: HMRC VATREC12020";
    EXPECT_FALSE(seed.registration_number);
    const auto day = parse_date("2026-01-01").value();
    for (const Service& service : seed.services)
        EXPECT_EQ(rate_row_on(seed.rates, service.rate, day)->rate.text, "0.20");
    // Tea to be made at home is zero-rated: HMRC VAT Notice 701/14, 3.7.
    for (const Product& product : seed.products) {
        EXPECT_EQ(rate_row_on(seed.rates, product.rate, day)->rate.text, product.category == "food" ? "0" : "0.20")
            << product.code;
    }
}

TEST(NewYorkPreset, TaxesServicesByTheCityAndGoodsByAllThree)
{
    const SalonSeed seed = seed_of("newyork");
    EXPECT_EQ(seed.currency.code(), "USD");
    EXPECT_EQ(seed.tax.price_mode, PriceMode::exclusive);
    EXPECT_EQ(seed.tax.tax_rounding, Rounding::half_up);
    const auto day = parse_date("2026-01-01").value();
    // Personal services bear the city's 4.5 % only; goods 4 + 4.5 + 0.375 %; unprepared food none. Source: TB-ST-575.
    for (const Service& service : seed.services)
        EXPECT_EQ(rate_row_on(seed.rates, service.rate, day)->rate.text, "0.045");
    for (const Product& product : seed.products) {
        EXPECT_EQ(rate_row_on(seed.rates, product.rate, day)->rate.text, product.category == "food" ? "0" : "0.08875")
            << product.code;
    }
}

}  // namespace
}  // namespace kushi
