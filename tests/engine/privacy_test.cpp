#include <gtest/gtest.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <iterator>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

namespace fs = std::filesystem;

/// Words that stand nowhere else, put where a person's words can be put.
const std::vector<std::string> secrets{
    "Quxberta Vantongeren", "くくすべるた",         "080-0000-7311",  "quxberta@example.org", "prefers zanzibar tea", "zibelwort",
    "numbness-xq left",     "crown looks qwumble", "note qorvald",   "override quibbolt",    "refer quandrix",       "skip quellon",
    "towel quomble",        "product quostel",     "line quastor",   "discount quaxil",      "refund quimber",       "void quorgan",
    "drawer quipster",      "move quassel",        "cancel quetzor", "look quarzine",        "reprint quell-fee",    "consent-stroke",
    "half a quelmform"};

std::string in_utf16(const std::string& text)
{
    std::string wide;
    for (const char c : text) wide += {c, '\0'};  // the ASCII ones: enough to be found
    return wide;
}

/// Everything that the salon leaves on a disk but its keys.
std::string bytes_in(const fs::path& folder)
{
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file() || entry.path().parent_path().filename() == "keys") continue;
        std::ifstream file{entry.path(), std::ios::binary};
        all.append(std::istreambuf_iterator<char>{file}, {});
    }
    return all;
}

void speak_all_secrets(TestSalon& salon)
{
    const auto& s = secrets;
    const auto therapist = TestSalon::therapist;
    const auto client = salon.client({{"name", s[0]}, {"reading", s[1]}, {"phone", s[2]}, {"email", s[3]}, {"notes", s[4]}, {"birthday", "1971-03-09"},
                                      {"allergies", {s[5]}}});
    const auto visit = salon.visit(client);
    salon.consult(visit, {{"safety", {{"allergies", {s[6]}}}}});
    salon.does({{"do", "scalp_map"}, {"visit", visit}, {"moment", "before"}, {"zones", {{"crown", {{"note", s[7]}}}}}}, therapist);
    salon.does({{"do", "keep"}, {"visit", visit}, {"form", "note"}, {"content", {{"text", s[24]}}}}, therapist);
    salon.does({{"do", "note"}, {"visit", visit}, {"text", s[8]}}, therapist);
    salon.does({{"do", "accept_plan"}, {"visit", visit}, {"service", "head-massage-30"}, {"override_reason", s[9]}}, therapist);
    salon.does({{"do", "refer"}, {"visit", visit}, {"decision", "adapt"}, {"reason", s[10]}}, therapist);
    const auto steps = salon.does({{"do", "start_ritual"}, {"visit", visit}}, therapist)["steps"];
    salon.does({{"do", "step"}, {"visit", visit}, {"step", steps[0]["step"]}, {"action", "skip"}, {"reason", s[11]}}, therapist);
    salon.does({{"do", "add_step"}, {"visit", visit}, {"kind", "towel"}, {"name", s[12]}}, therapist);
    salon.does({{"do", "use_product"}, {"visit", visit}, {"product", "yuzu-cleanser"}, {"amount", "1"}, {"unit", "ml"}, {"reason", s[13]}}, therapist);
    const auto line = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}, {"reason", s[14]}})["line"];
    salon.does({{"do", "discount"}, {"visit", visit}, {"line", line}, {"amount", 10}, {"reason", s[15]}});
    salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}});
    const auto sale = salon.pay(visit);
    salon.does({{"do", "refund"}, {"sale", sale["sale"]}, {"all", true}, {"reason", s[16]}, {"key", salon.key()}}, TestSalon::manager);
    const auto second = salon.pay(salon.visit(client));
    salon.does({{"do", "void"}, {"sale", second["sale"]}, {"reason", s[17]}, {"key", salon.key()}}, TestSalon::manager);
    salon.does({{"do", "open_drawer"}, {"reason", s[18]}});
    const auto third = salon.visit(client);
    salon.does({{"do", "move_visit"}, {"visit", third}, {"room", "room-1"}, {"reason", s[19]}});
    salon.does({{"do", "cancel_visit"}, {"visit", third}, {"reason", s[20]}});
    salon.does({{"do", "show"}, {"what", "client"}, {"id", client}, {"reason", s[21]}}, TestSalon::manager);
    salon.does({{"do", "reprint"}, {"number", sale["number"]}, {"reason", s[22]}});
    salon.does({{"do", "set_client"}, {"client", client}, {"name", s[0] + " the second"}});
    salon.does(salon.approved({{"do", "board"}}));
    salon.perform({{"do", "note"}, {"visit", visit}, {"text", s[23] + " " + std::string(5'000, 'x')}}, therapist);  // refused, and nowhere
}

TEST(NothingPersonal, CanBeReadOnTheDisk)
{
    TestSalon salon{"tokyo", {.training = false, .on_disk = true}};
    spdlog::set_default_logger(spdlog::basic_logger_mt("privacy", (salon.folder() / "kushi.log").string()));
    spdlog::set_level(spdlog::level::trace);
    salon.open_day();
    speak_all_secrets(salon);
    spdlog::default_logger()->flush();
    const auto disk = bytes_in(salon.folder());
    ASSERT_GT(disk.size(), 100'000u);
    ASSERT_NE(disk.find("signature-head-spa"), std::string::npos) << "what is no secret is there to be found";
    auto hidden = secrets;
    for (const char* code : {"mei", "aoi", "kenji", TestSalon::manager, TestSalon::desk}) hidden.push_back(salon.pin(code));
    hidden.insert(hidden.end(), {"1971-03-09", "Hanako", "Mei Fujita"});
    for (const auto& secret : hidden) {
        EXPECT_EQ(disk.find(secret), std::string::npos) << secret << " in UTF-8";
        EXPECT_EQ(disk.find(in_utf16(secret)), std::string::npos) << secret << " in UTF-16";
        // A part of it is as bad, where it is long enough to be no chance.
        for (std::size_t i = 0; i + 12 <= secret.size(); i += 12) {
            EXPECT_EQ(disk.find(secret.substr(i, 12)), std::string::npos) << secret.substr(i, 12);
        }
    }
}

TEST(TheJournal, NamesNoSecretInItsPublicPart)
{
    TestSalon salon;
    salon.open_day();
    speak_all_secrets(salon);
    Query row{salon.database(), "SELECT pub FROM event"};
    while (row.next()) {
        for (const auto& secret : secrets) EXPECT_EQ(row.text(0).find(secret), std::string::npos) << row.text(0);
    }
}

constexpr std::array health_fields{"consultation", "zones", "zones_after", "recommendation", "plan", "referral", "steps", "products", "notes"};

TEST(HealthData, IsNullForTheDeskAndOpensForManagersWithAReasonThatIsKept)
{
    TestSalon salon;
    const auto client = salon.client({{"name", "Rei Test"}, {"notes", "prefers tea"}, {"allergies", {"wool"}}});
    const auto visit = salon.visit(client);
    salon.consult(visit, {{"concerns", {"itch"}}});
    salon.does({{"do", "note"}, {"visit", visit}, {"text", "likes quiet"}}, TestSalon::therapist);
    const auto show = [&](const char* what, const std::string& id, const char* as, const Json& reason = nullptr) {
        return salon.does({{"do", "show"}, {"what", what}, {"id", id}, {"reason", reason}}, as)[what];
    };
    const auto views = [&] { return salon.events("record.viewed").size(); };
    for (const char* as : {TestSalon::desk, TestSalon::manager, TestSalon::owner}) {
        const auto seen = show("visit", visit, as);
        for (const char* field : health_fields) EXPECT_TRUE(seen.contains(field) && seen[field].is_null()) << as << " sees " << field;
        EXPECT_EQ(seen["alerts"], Json({"wool"})) << "a stop sign is for everybody who serves the client";
        const auto card = show("client", client, as);
        EXPECT_TRUE(card["notes"].is_null());
        EXPECT_TRUE(card["visits"][0]["notes"].is_null());
    }
    EXPECT_TRUE(show("visit", visit, TestSalon::desk, "I am curious")["notes"].is_null()) << "a reason opens nothing at the desk";
    EXPECT_EQ(views(), 0u);
    for (const char* as : {TestSalon::manager, TestSalon::owner}) {
        const auto before = views();
        EXPECT_EQ(show("visit", visit, as, "complaint")["notes"][0]["text"], "likes quiet");
        EXPECT_EQ(show("client", client, as, "complaint")["notes"], "prefers tea");
        ASSERT_EQ(views(), before + 2);
        EXPECT_EQ(salon.events("record.viewed").back()["subject"], client);
        EXPECT_EQ(salon.events("record.viewed").back()["by"], salon.staff_id(as));
    }
    const auto before = views();
    EXPECT_EQ(show("visit", visit, TestSalon::therapist)["consultation"]["concerns"], Json({"itch"}));
    EXPECT_EQ(show("visit", visit, TestSalon::other_therapist)["notes"][0]["text"], "likes quiet") << "today's clients are the whole team's";
    EXPECT_EQ(views(), before + 2) << "every look is a fact";
}

TEST(AnotherTherapistsClient, OfAnotherDayIsNotShown)
{
    TestSalon salon;
    const auto client = salon.client({{"name", "Rei Test"}, {"allergies", {"wool"}}});
    const auto visit = salon.visit(client);
    salon.consult(visit, {{"concerns", {"itch"}}});
    salon.pass(std::chrono::hours{48});
    const Json show{{"do", "show"}, {"what", "visit"}, {"id", visit}};
    const auto seen = salon.does(show, TestSalon::other_therapist)["visit"];
    for (const char* field : health_fields) EXPECT_TRUE(seen[field].is_null()) << field;
    EXPECT_TRUE(seen["alerts"].is_null()) << "an allergy is health data of somebody who is not here";
    salon.refuses({{"do", "show"}, {"what", "client"}, {"id", client}}, "not_yours", TestSalon::other_therapist);
    EXPECT_EQ(salon.does(show, TestSalon::therapist)["visit"]["alerts"], Json({"wool"})) << "one's own clients stay one's own";
}

TEST(BoardAndLists, NameNoClient)
{
    TestSalon salon;
    const auto client = salon.client({{"name", "Quxberta"}, {"phone", "080-0000-7311"}, {"notes", "zanzibar"}, {"allergies", {"zibelwort"}}});
    salon.open_day();
    const auto visit = salon.visit(client);
    salon.pay(visit);
    for (const Json& request : {Json{{"do", "board"}}, Json{{"do", "list"}, {"what", "visits"}}, Json{{"do", "list"}, {"what", "sales"}},
                                Json{{"do", "list"}, {"what", "staff"}}, Json{{"do", "list"}, {"what", "items"}}}) {
        const auto answer = salon.does(request, "").dump();
        for (const char* secret : {"Quxberta", "080-0000-7311", "zanzibar", "zibelwort", "pin_hash", "argon2"}) {
            EXPECT_EQ(answer.find(secret), std::string::npos) << request << " tells " << secret;
        }
    }
}

}  // namespace
}  // namespace kushi::test
