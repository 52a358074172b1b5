#include "db/vault/key_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "db/vault/vault.h"

namespace kushi {
namespace {

namespace fs = std::filesystem;

class KeyFolder : public testing::Test {
protected:
    KeyFolder()
    {
        std::string pattern = (fs::temp_directory_path() / "kushi_keys_XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
        home_ = pattern;
        keys_ = home_ / "salon" / "keys";
    }
    ~KeyFolder() override { fs::remove_all(home_); }

    fs::path home_;
    fs::path keys_;
};

unsigned mode_of(const fs::path& path)
{
    struct stat found {};
    EXPECT_EQ(::stat(path.c_str(), &found), 0) << path;
    return found.st_mode & 0777U;
}

std::string content_of(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void write(const fs::path& path, const std::string& content)
{
    std::ofstream{path, std::ios::binary | std::ios::trunc} << content;
}

TEST_F(KeyFolder, IsForItsUserAloneWhateverTheMask)
{
    const mode_t before = ::umask(0);
    Vault::create(keys_);
    ::umask(before);
    EXPECT_EQ(mode_of(keys_), 0700U);
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator{keys_}) {
        EXPECT_EQ(mode_of(entry.path()), 0600U) << entry.path();
        EXPECT_EQ(entry.file_size(), 32U) << entry.path();
        ++files;
    }
    EXPECT_EQ(files, 3U) << "nothing unfinished stays behind";
}

TEST_F(KeyFolder, GivesTheSameVaultAfterARestart)
{
    const Vault made = Vault::create(keys_, PinCost::least());
    const std::string sealed = made.seal("さとう", "1|2|client.added");
    const std::string hash = made.hash_pin("482915");
    const Vault opened = Vault::open(keys_, PinCost::least());
    EXPECT_EQ(opened.open_sealed(sealed, "1|2|client.added"), "さとう");
    EXPECT_TRUE(opened.pin_matches(hash, "482915"));
    EXPECT_EQ(opened.signing_public_key(), made.signing_public_key());
    EXPECT_TRUE(verify_signature("tip", opened.sign("tip"), made.signing_public_key()));
    EXPECT_EQ(opened.salon_key_id(), made.salon_key_id());
}

TEST_F(KeyFolder, KeepsTheKeysItHasWhenAskedForNewOnes)
{
    Vault::create(keys_);
    const std::string salon = content_of(keys_ / "salon.key");
    try {
        Vault::create(keys_);
        FAIL() << "the salon's data would be lost";
    } catch (const KeyProblem& problem) {
        EXPECT_EQ(problem.fault(), KeyFault::already_there);
    }
    EXPECT_EQ(content_of(keys_ / "salon.key"), salon);
    fs::remove(keys_ / "salon.key");
    EXPECT_THROW(Vault::create(keys_), KeyProblem) << "a lost salon key is not replaced beside an old pepper";
    EXPECT_FALSE(fs::exists(keys_ / "salon.key"));
}

TEST_F(KeyFolder, ForgetsAnUnfinishedWriteOfAPowerCut)
{
    make_key_folder(keys_);
    write(keys_ / "salon.key.new", "half");
    EXPECT_NO_THROW(Vault::create(keys_));
    EXPECT_FALSE(fs::exists(keys_ / "salon.key.new"));
    EXPECT_NO_THROW(Vault::open(keys_));
}

TEST_F(KeyFolder, SaysWhatIsWrongAndNeverWhatItHolds)
{
    struct Case { const char* why; std::string_view code; std::function<void(const fs::path&)> harm; };
    const std::string secret = "a-secret-that-must-not-show-up!!";
    const std::vector<Case> cases{
        {"folder gone", "key_missing", [](const fs::path& keys) { fs::remove_all(keys); }},
        {"file gone", "key_missing", [](const fs::path& keys) { fs::remove(keys / "pin.pepper"); }},
        {"empty", "key_wrong_size", [](const fs::path& keys) { write(keys / "terminal.key", ""); }},
        {"a byte more", "key_wrong_size", [&](const fs::path& keys) { write(keys / "salon.key", secret + "x"); }},
        {"zeros after a power cut", "key_damaged",
         [](const fs::path& keys) { write(keys / "salon.key", std::string(32, '\0')); }},
        {"group may read", "key_readable_by_others",
         [&](const fs::path& keys) { write(keys / "salon.key", secret); ::chmod((keys / "salon.key").c_str(), 0640); }},
        {"all may read", "key_readable_by_others",
         [](const fs::path& keys) { ::chmod((keys / "pin.pepper").c_str(), 0604); }},
        {"all may write", "key_readable_by_others",
         [](const fs::path& keys) { ::chmod((keys / "pin.pepper").c_str(), 0602); }},
        {"folder open to the group", "key_readable_by_others",
         [](const fs::path& keys) { ::chmod(keys.c_str(), 0750); }},
        {"a folder in its place", "key_not_a_file",
         [](const fs::path& keys) { fs::remove(keys / "salon.key"); fs::create_directory(keys / "salon.key"); }},
        {"a pipe in its place does not hold the start up", "key_not_a_file",
         [](const fs::path& keys) { fs::remove(keys / "salon.key"); ::mkfifo((keys / "salon.key").c_str(), 0600); }},
        {"a file where the folder should be", "key_not_a_file",
         [](const fs::path& keys) { fs::remove_all(keys); write(keys, "x"); }}};
    for (const auto& c : cases) {
        fs::remove_all(keys_);
        Vault::create(keys_);
        c.harm(keys_);
        try {
            Vault::open(keys_);
            ADD_FAILURE() << c.why;
        } catch (const KeyProblem& problem) {
            EXPECT_EQ(problem.code(), c.code) << c.why;
            EXPECT_EQ(std::string{problem.what()}.find(secret), std::string::npos) << c.why;
            EXPECT_NE(std::string{problem.what()}.find(keys_.string()), std::string::npos) << c.why;
        }
    }
}

TEST_F(KeyFolder, ThatOthersMayReadIsNotUsedForNewKeys)
{
    fs::create_directories(keys_);
    ::chmod(keys_.c_str(), 0755);
    EXPECT_THROW(Vault::create(keys_), KeyProblem);
    EXPECT_TRUE(fs::is_empty(keys_));
}

TEST_F(KeyFolder, MayBeALinkToAnotherDisk)
{
    Vault::create(home_ / "stick");
    fs::create_directory_symlink(home_ / "stick", home_ / "link");
    EXPECT_NO_THROW(Vault::open(home_ / "link"));
}

TEST_F(KeyFolder, ThatCannotBeMadeIsSaid)
{
    write(home_ / "file", "x");
    try {
        Vault::create(home_ / "file" / "keys");
        FAIL() << "a folder inside a file";
    } catch (const KeyProblem& problem) {
        EXPECT_EQ(problem.fault(), KeyFault::cannot_write);
    }
}

}  // namespace
}  // namespace kushi
