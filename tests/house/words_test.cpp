#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>

#include "tests/engine/temporary_folder.h"

namespace kushi {
namespace {

/// What a command says on both outputs, and how it ended.
struct Said {
    std::string text;
    int exit = -1;
};

Said said_by(const std::string& command)
{
    Said said;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return said;
    std::array<char, 4'096> part{};
    while (std::fgets(part.data(), part.size(), pipe) != nullptr) said.text += part.data();
    said.exit = ::pclose(pipe);
    return said;
}

std::string content_of(const std::filesystem::path& file)
{
    std::ifstream in{file};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The catalogues joined, and what xgettext finds in the sources.
class ScreenWords : public ::testing::Test {
protected:
    void SetUp() override
    {
        const std::string source = KUSHI_SOURCE;
        const auto joined = said_by("msgcat --no-wrap --use-first -o " + ja.string() + " " + source + "/app/words/screens/ja/*.po");
        ASSERT_EQ(joined.exit, 0) << joined.text;
        const auto found = said_by("find " + source + "/app/widgets " + source + "/app/screens " + source +
                                   "/app/paper -name '*.cpp' -o -name '*.h' | sort | xgettext --from-code=UTF-8 -C -k -ktr -ktr_in:1c,2 -ktr_count:1,2 -o " +
                                   used.string() + " -f -");
        ASSERT_EQ(found.exit, 0) << found.text;
    }
    TemporaryFolder folder;
    std::filesystem::path ja = folder.path() / "ja.po", used = folder.path() / "used.pot";
};

TEST_F(ScreenWords, AreAllThereInJapanese)
{
    const auto compared = said_by("msgcmp --no-fuzzy-matching " + ja.string() + " " + used.string());
    EXPECT_EQ(compared.exit, 0) << "words of the screens without Japanese:\n" << compared.text;
}

TEST_F(ScreenWords, HaveNoTranslationThatNothingSays)
{
    // msgcmp the other way round wants translations in the template: the English itself serves.
    const auto filled = said_by("msgen -o " + (folder.path() / "en.po").string() + " " + used.string());
    ASSERT_EQ(filled.exit, 0) << filled.text;
    const auto compared = said_by("msgcmp --no-fuzzy-matching " + (folder.path() / "en.po").string() + " " + ja.string());
    EXPECT_EQ(compared.exit, 0) << "translations that no screen uses:\n" << compared.text;
}

TEST_F(ScreenWords, AreTheSameInEveryRoom)
{
    // Two rooms that mean two things by one English word say so by its context (tr_in).
    const std::regex entry{R"re((?:msgctxt ("(?:[^"\\]|\\.)*")\n)?msgid "((?:[^"\\]|\\.)+)"\n(?:msgid_plural .*\n)?msgstr(?:\[0\])? "((?:[^"\\]|\\.)*)")re"};
    std::map<std::string, std::pair<std::string, std::string>> said;  // by context and word: the translation and where it stands
    for (const auto& file : std::filesystem::directory_iterator{std::string{KUSHI_SOURCE} + "/app/words/screens/ja"}) {
        const auto text = content_of(file.path());
        for (std::sregex_iterator one{text.begin(), text.end(), entry}, end; one != end; ++one) {
            const auto [place, fresh] = said.try_emplace((*one)[1].str() + (*one)[2].str(), (*one)[3].str(), file.path().filename().string());
            EXPECT_EQ(place->second.first, (*one)[3].str()) << (*one)[2] << " in " << place->second.second << " and " << file.path().filename();
        }
    }
    EXPECT_GT(said.size(), 300u);
}

TEST_F(ScreenWords, AreNoGuesses)
{
    EXPECT_EQ(said_by("msgattrib --only-fuzzy --no-obsolete " + ja.string()).text, "");
}

TEST_F(ScreenWords, KeepTheirPlacesForWhatIsFilledIn)
{
    const auto text = content_of(ja);
    const std::regex entry{R"re(msgid "((?:[^"\\]|\\.)*)"\nmsgstr "((?:[^"\\]|\\.)*)")re"};
    const auto places = [](const std::string& words) {
        std::size_t count = 0;
        for (std::size_t at = words.find('{'); at != std::string::npos; at = words.find('{', at + 1)) ++count;
        return count;
    };
    int seen = 0;
    for (std::sregex_iterator one{text.begin(), text.end(), entry}, end; one != end; ++one) {
        ++seen;
        EXPECT_EQ(places((*one)[1]), places((*one)[2])) << (*one)[1] << " / " << (*one)[2];
    }
    EXPECT_GT(seen, 50);
}

TEST_F(ScreenWords, SayNothingThatOnlyALicensedTradeMay)
{
    const auto text = content_of(ja);
    for (const char* word : {"マッサージ", "治る", "育毛", "頭痛改善"}) EXPECT_EQ(text.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace kushi
