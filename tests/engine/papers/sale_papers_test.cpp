#include "app/engine/papers/sale_papers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/engine/papers/prepaid_facts.h"
#include "app/engine/receipt_picture.h"
#include "db/read/papers.h"
#include "db/read/sales.h"
#include "db/spool.h"
#include "printing/document/paper.h"
#include "printing/escpos/characters.h"
#include "printing/profiles/profile.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string text_of(const printing::Document& document)
{
    return printing::text_of(printing::lay_out(document, printing::metrics_of(*printing::find_profile("generic-80"))));
}

int times(const std::string& text, const std::string& part)
{
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

/// A sale that was paid in cash, with or without a printer in the salon.
struct Sold {
    TestSalon salon;
    std::string number, id;

    explicit Sold(bool with_printer)
    {
        if (with_printer) salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}, {"name", "front"}});
        salon.open_day();
        const auto sale = salon.pay(salon.visit(salon.client()));
        number = sale["number"];
        id = sale["sale"];
    }
    [[nodiscard]] Json formal(const Json& more = Json::object()) const
    {
        Json request{{"do", "formal_receipt"}, {"number", number}, {"name", "見本商事"}};
        request.update(more);
        return request;
    }
    [[nodiscard]] std::string paper_in(const Json& answer) const
    {
        return text_of(*printing::document_from_json(answer["document"]));
    }
    [[nodiscard]] JobRecord last_job() const { return all_jobs(salon.database()).back(); }
    [[nodiscard]] std::string last_paper() const
    {
        const auto frozen = job_document(salon.database(), salon.vault(), last_job().id);
        return text_of(*printing::document_from_json(Json::parse(*frozen)));
    }
    [[nodiscard]] Sale sale() const { return *sale_by_number(salon.database(), salon.vault(), number); }
};

TEST(AFormalReceipt, IsMadeOutWithoutAPrinterToo)
{
    Sold sold{false};
    const auto answer = sold.salon.does(sold.formal({{"purpose", "研修代"}}));
    EXPECT_EQ(answer["amount"], sold.sale().totals.total);
    EXPECT_EQ(answer["copy"], 0);
    EXPECT_FALSE(answer.contains("job"));
    const auto text = sold.paper_in(answer);
    for (const char* part : {"領収書", "見本商事 様", "但し 研修代として", "領収金額"}) EXPECT_THAT(text, HasSubstr(part));
    EXPECT_THAT(text, Not(HasSubstr("再発行")));
    EXPECT_EQ(formal_receipts_of(sold.salon.database(), sold.number), 1);
    sold.salon.refuses(sold.formal({{"print", true}}), "no_printer");
    EXPECT_THAT(sold.paper_in(sold.salon.does(sold.formal({{"language", "en"}}))), HasSubstr("To 見本商事"));
}

TEST(AFormalReceipt, SealsWhomItIsForInTheJournal)
{
    Sold sold{false};
    sold.salon.does(sold.formal({{"purpose", "研修代"}}));
    const auto event = sold.salon.events("paper.formal").back();
    EXPECT_EQ(event["subject"], sold.number);
    EXPECT_THAT(event.dump(), Not(HasSubstr("見本商事")));
    EXPECT_THAT(event.dump(), Not(HasSubstr("研修代")));
    EXPECT_EQ(sold.salon.chain_problem(), "");
}

TEST(AFormalReceipt, IsNeverASecondOriginal)
{
    Sold sold{true};
    EXPECT_THAT(sold.paper_in(sold.salon.does(sold.formal())), HasSubstr("再発行（レシート発行済み）"));
    EXPECT_EQ(sold.last_job().kind, "formal");
    for (const int copy : {1, 2, 3}) {
        const auto answer = sold.salon.does(sold.formal({{"name", "別の名前"}, {"print", copy != 2}}));
        EXPECT_EQ(answer["copy"], copy);
        EXPECT_EQ(times(sold.paper_in(answer), "再発行 " + std::to_string(copy) + "回目"), 2);
        EXPECT_EQ(sold.salon.events("paper.reprinted").back()["copy"], copy) << "the Z counts it";
        EXPECT_EQ(sold.last_job().copy, copy == 2 ? 1 : copy) << "the second was not printed";
    }
}

TEST(AFormalReceipt, WantsASaleThatStands)
{
    Sold sold{false};
    sold.salon.refuses(sold.formal({{"name", ""}}), "blank");
    for (const auto& request : {Json{{"name", nullptr}}, Json{{"sale", sold.id}}, Json{{"number", nullptr}}}) {
        sold.salon.refuses(sold.formal(request), "bad_request");
    }
    sold.salon.refuses(sold.formal({{"number", "A-000777"}}), "unknown_number");
    sold.salon.refuses(sold.formal({{"number", nullptr}, {"sale", "nobody's"}}), "unknown_sale");
    sold.salon.does(sold.formal({{"number", nullptr}, {"sale", sold.id}}));
    const auto refund = sold.salon.does({{"do", "refund"}, {"sale", sold.number}, {"all", true}, {"reason", "so"}, {"key", sold.salon.key()}}, TestSalon::owner);
    sold.salon.refuses(sold.formal(), "already_refunded");
    sold.salon.refuses(sold.formal({{"number", refund["number"]}}), "not_a_sale");
    const std::string other = sold.salon.pay(sold.salon.visit())["number"];
    sold.salon.does({{"do", "void"}, {"sale", other}, {"reason", "so"}, {"key", sold.salon.key()}}, TestSalon::manager);
    sold.salon.refuses(sold.formal({{"number", other}}), "already_voided");
}

TEST(AReprint, IsOfTheReceiptAlsoWhereAFormalOneWasPrintedFirst)
{
    Sold sold{false};
    sold.salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}});
    sold.salon.does(sold.formal());
    EXPECT_THAT(sold.last_paper(), Not(HasSubstr("再発行"))) << "no receipt is on paper yet";
    sold.salon.does({{"do", "print"}, {"number", sold.number}});
    EXPECT_EQ(sold.last_job().kind, "sale");
    EXPECT_EQ(sold.last_job().copy, 0);
    sold.salon.does({{"do", "reprint"}, {"number", sold.number}});
    EXPECT_THAT(sold.last_paper(), Not(HasSubstr("領収金額")));
    EXPECT_THAT(sold.last_paper(), HasSubstr("再発行 1回目"));
}

TEST(AGiftReceipt, IsPrintedWithoutPricesAndMarkedTheSecondTime)
{
    Sold sold{true};
    sold.salon.does({{"do", "gift_receipt"}, {"number", sold.number}});
    EXPECT_EQ(sold.last_job().kind, "gift");
    EXPECT_EQ(sold.last_job().not_after, sold.salon.now + std::chrono::minutes{10});
    EXPECT_THAT(sold.last_paper(), HasSubstr("ギフトレシート"));
    EXPECT_THAT(sold.last_paper(), Not(HasSubstr("¥")));
    EXPECT_THAT(sold.last_paper(), Not(HasSubstr("再発行")));
    sold.salon.does({{"do", "print"}, {"number", sold.number}, {"kind", "gift"}});
    EXPECT_EQ(times(sold.last_paper(), "再発行 1回目"), 2);
    sold.salon.refuses({{"do", "print"}, {"number", sold.number}, {"kind", "consumption"}}, "no_ticket_used");
    sold.salon.refuses({{"do", "print"}, {"number", sold.number}, {"kind", "formal"}}, "unknown_word");
}

TEST(ThePapersOfASale, AreSeenBeforeTheyAreMadeOut)
{
    Sold sold{false};
    const auto before = sold.salon.snapshot();
    const PaperWish formal{PaperKind::formal, "見本商事", ""};
    const auto receipt = receipt_picture(sold.salon.engine(), sold.number, 300, "ja");
    const auto picture = receipt_picture(sold.salon.engine(), sold.number, 300, "ja", formal);
    ASSERT_TRUE(receipt && picture);
    EXPECT_NE(picture->grey, receipt->grey);
    EXPECT_TRUE(receipt_picture(sold.salon.engine(), sold.number, 300, "ja", {PaperKind::gift, "", ""}));
    EXPECT_FALSE(receipt_picture(sold.salon.engine(), sold.number, 300, "ja", {PaperKind::consumption, "", ""}));
    EXPECT_EQ(sold.salon.snapshot(), before) << "a look counts nothing";
}

TEST(AReceipt, BearsTheSalonsOwnWordsAndTheNextVisit)
{
    TestSalon salon;
    salon.set("receipt.head", {{"en", "First line\nSecond line"}, {"ja", "一行目\n二行目"}});
    salon.set("receipt.foot", {{"en", "Come again"}, {"ja", "またどうぞ"}});
    salon.open_day();
    const auto client = salon.client();
    salon.does({{"do", "book"}, {"client", client}, {"service", "signature-head-spa"}, {"therapist", TestSalon::therapist},
                {"start", "2026-12-14T06:00:00Z"}});
    const auto paid = salon.pay(salon.visit(client));
    const auto sale = *sale_by_number(salon.database(), salon.vault(), paid["number"]);
    const auto text = text_of(paper_of(salon.database(), salon.engine().salon(), false, sale, "ja"));
    for (const char* part : {"一行目", "二行目", "またどうぞ", "次回ご予約 2026年12月14日"}) EXPECT_THAT(text, HasSubstr(part));
    EXPECT_THAT(text, Not(HasSubstr("ありがとうございました")));
}

/// What the money paper's vectors JP-ST say, on the papers themselves.
TEST(AStampBox, StandsOnPaperExactlyWhereCashReachesTheDuty)
{
    Sold sold{false};
    const auto boxes = [&](std::int64_t total, std::int64_t tax, std::int64_t card, std::int64_t tip = 0) {
        auto sale = sold.sale();
        sale.totals.total = total;
        sale.totals.tax_total = tax;
        sale.totals.tip = tip;
        sale.totals.due = total + tip;
        sale.totals.paid->change = 0;
        sale.tenders = {{"cash", "", total + tip - card, ""}};
        if (card > 0) sale.tenders.push_back({"card", "", card, ""});
        const auto& salon = sold.salon.engine().salon();
        const auto receipt = text_of(paper_of(sold.salon.database(), salon, false, sale, "ja"));
        const auto formal = text_of(*wanted_paper(sold.salon.database(), sold.salon.vault(), salon, false, sale,
                                                  {PaperKind::formal, "見本商事", ""}, "ja", sold.salon.now));
        return std::pair{times(receipt, "収入印紙"), times(formal, "収入印紙")};
    };
    const std::pair none{0, 0}, both{1, 1};
    EXPECT_EQ(boxes(54'999, 4'999, 0), both) << "50,000 without its tax";
    EXPECT_EQ(boxes(54'999, 5'000, 0), none);
    EXPECT_EQ(boxes(110'000, 10'000, 110'000), none) << "a card bears no duty";
    EXPECT_EQ(boxes(110'000, 10'000, 56'000), none) << "54,000 in cash hold 4,909 of the tax";
    EXPECT_EQ(boxes(110'000, 10'000, 54'000), both) << "56,000 in cash hold 5,090";
    EXPECT_EQ(boxes(54'000, 4'909, 0, 1'000), (std::pair{1, 0})) << "the tip stands on the receipt alone";
    sold.salon.set("receipt.stamp_box", false);
    EXPECT_EQ(boxes(110'000, 10'000, 0), none) << "a salon that puts its stamps elsewhere";
}

/// The day's sale once more under another number, with what it did to something prepaid.
std::string tell(Sold& sold, const char* type, const std::string& id, int counter, const Json& more, const std::function<void(Json&)>& change = {})
{
    auto pub = sold.salon.events("sale.completed").back();
    auto& document = pub["document"];
    document["id"] = id;
    document["number"] = "A-00010" + std::to_string(counter);
    document["visit"] = "";
    pub["counter"] = 100 + counter;
    pub["key"] = sold.salon.key();
    if (std::string{type} == "sale.refunded") {
        document["kind"] = "refund";
        document["of"] = sold.number;
        document["of_business_date"] = document["business_date"];
        pub["of_id"] = sold.id;
        pub["returned"] = Json::array();
    }
    if (change) change(document);
    pub.update(more);
    sold.salon.record(type, pub);
    sold.salon.restart();
    return document["number"];
}

TEST(APapersFacts, AreThoseOfItsOwnMomentWhateverCameAfter)
{
    using What = PrepaidFact::What;
    Sold sold{false};
    const Json ticket{{"id", "t"}, {"kind", "ticket"}, {"item", "no-item"}, {"sessions", 10}, {"paid", 88000}, {"owed", 88000}, {"expires", "2027-04-30"}};
    const auto use = [](const char* kind, int sessions) { return Json{{"prepaid_moves", Json::array({Json{{"prepaid", "t"}, {"kind", kind}, {"sessions", sessions}, {"owed", 8800}}})}}; };
    tell(sold, "sale.completed", "sale-1", 1, {{"prepaid_sold", Json::array({ticket})}, {"prepaid_moves", Json::array({Json{{"prepaid", "t"}, {"kind", "used"}, {"sessions", 1}}})}});
    const auto second = tell(sold, "sale.completed", "sale-2", 2, use("used", 1), [](Json& document) { document["lines"][0]["ticket"] = "t"; });
    tell(sold, "sale.refunded", "sale-3", 3, use("given_back", 1));
    tell(sold, "sale.completed", "sale-4", 4, use("used", 2));
    const auto facts_of = [&](const char* id) {
        return prepaid_facts(sold.salon.database(), sold.salon.engine().salon(), *sale_by_id(sold.salon.database(), sold.salon.vault(), id), "en");
    };
    const auto first = facts_of("sale-1");
    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(first[0].what, What::sold);
    EXPECT_EQ(first[0].sessions_left(), 10);
    EXPECT_EQ(first[1].first_session, 1);
    EXPECT_EQ(first[1].sessions_left(), 9);
    EXPECT_EQ(facts_of("sale-2").at(0).first_session, 2);
    EXPECT_EQ(facts_of("sale-2").at(0).sessions_left(), 8);
    EXPECT_EQ(facts_of("sale-3").at(0).what, What::given_back);
    EXPECT_EQ(facts_of("sale-3").at(0).sessions_left(), 9);
    EXPECT_EQ(facts_of("sale-4").at(0).first_session, 2);
    EXPECT_EQ(facts_of("sale-4").at(0).sessions_here, 2);
    EXPECT_EQ(facts_of("sale-4").at(0).sessions_left(), 7);
    const auto sale = *sale_by_number(sold.salon.database(), sold.salon.vault(), second);
    const auto& salon = sold.salon.engine().salon();
    EXPECT_THAT(text_of(paper_of(sold.salon.database(), salon, false, sale, "en")), HasSubstr("Ticket use 2 of 10, 8 left until 30 Apr 2027"));
    const auto slip = wanted_paper(sold.salon.database(), sold.salon.vault(), salon, false, sale, {PaperKind::consumption, "", ""}, "ja", sold.salon.now);
    ASSERT_TRUE(slip);
    EXPECT_THAT(text_of(*slip), HasSubstr("2回目（全10回）"));
}

TEST(AVouchersCode, StandsWholeOnlyWhereItWasSold)
{
    Sold sold{false};
    const Json voucher{{"id", "v"}, {"kind", "voucher"}, {"code", "7Q2KM4XD"}, {"face", 10000}, {"paid", 10000}, {"owed", 10000}, {"expires", "2027-04-30"}};
    const auto first = tell(sold, "sale.completed", "sale-1", 1, {{"prepaid_sold", Json::array({voucher})}});
    const auto second = tell(sold, "sale.completed", "sale-2", 2, {{"prepaid_moves", Json::array({Json{{"prepaid", "v"}, {"kind", "used"}, {"face", 4000}, {"owed", 4000}}})}},
                             [](Json& document) { document["tenders"].push_back({{"type", "voucher"}, {"label", ""}, {"amount", 4000}, {"reference", "7Q2KM4XD"}, {"prepaid", "v"}, {"face", 4000}}); });
    const auto paper = [&](const std::string& number) {
        const auto sale = *sale_by_number(sold.salon.database(), sold.salon.vault(), number);
        return text_of(paper_of(sold.salon.database(), sold.salon.engine().salon(), false, sale, "en"));
    };
    EXPECT_THAT(paper(first), HasSubstr("Code 7Q2KM4XD"));
    EXPECT_THAT(paper(first), HasSubstr("Worth 10,000 until 30 Apr 2027"));
    EXPECT_THAT(paper(second), HasSubstr("Voucher *M4XD"));
    EXPECT_THAT(paper(second), HasSubstr("6,000 left until 30 Apr 2027"));
    EXPECT_THAT(paper(second), Not(HasSubstr("7Q2KM4XD")));
}

}  // namespace
}  // namespace kushi::test
