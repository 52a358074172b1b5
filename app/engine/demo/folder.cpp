#include "app/engine/demo/folder.h"

#include <fstream>
#include <set>
#include <string>

#include "app/engine/open_salon.h"
#include "db/database.h"

namespace kushi {
namespace {

namespace fs = std::filesystem;

/// Its presence says that the folders beside it are a demo's and may be made anew.
constexpr const char* mark = ".kushi-demo";

bool is_practice(const fs::path& salon)
{
    if (!fs::exists(database_file(salon))) return true;
    const auto database = Database::open_reader(database_file(salon));
    Query row{database, "SELECT training FROM terminal"};
    return row.next() && row.integer(0) != 0;
}

Outcome<void> holds_a_demo_only(const DemoFolder& folder)
{
    const std::set<std::string> ours{mark, "salon", "receipts", "report"};
    const bool marked = fs::exists(folder.root / mark);
    for (const auto& entry : fs::directory_iterator{folder.root}) {
        const auto name = entry.path().filename().string();
        if (!marked || !ours.contains(name)) return refused("foreign_files", "out", name);
    }
    return {};
}

}  // namespace

Outcome<DemoFolder> clear_demo_folder(const fs::path& root)
{
    DemoFolder folder{root};
    if (fs::exists(root) && !fs::is_directory(root)) return refused("foreign_files", "out", root.filename().string());
    fs::create_directories(root);
    if (const auto only = holds_a_demo_only(folder); !only) return unexpected{only.error()};
    if (fs::exists(folder.salon())) {
        const FolderLock lock{folder.salon()};  // nobody works on in what is about to go
        if (!is_practice(folder.salon())) return refused("foreign_files", "out", "salon");
        fs::remove_all(folder.salon());
    }
    fs::remove_all(folder.receipts());
    fs::remove_all(folder.report());
    std::ofstream{root / mark} << "Made by kushi demo, which may make it anew.\n";
    fs::create_directories(folder.receipts());
    fs::create_directories(folder.report());
    return folder;
}

}  // namespace kushi
