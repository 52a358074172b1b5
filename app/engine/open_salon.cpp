#include "app/engine/open_salon.h"

#include <cstdlib>

namespace kushi {

namespace fs = std::filesystem;

fs::path database_file(const fs::path& folder) { return folder / "kushi.db"; }

fs::path keys_folder(const fs::path& folder)
{
    const char* moved = std::getenv("KUSHI_KEYS");
    return moved != nullptr && *moved != '\0' ? fs::path{moved} : folder / "keys";
}

OpenSalon::OpenSalon(const fs::path& folder, World world)
{
    if (!fs::exists(database_file(folder))) {
        throw DatabaseProblem{DatabaseProblem::Kind::missing, "there is no salon in " + folder.string()};
    }
    lock_ = std::make_unique<FolderLock>(folder);
    database_ = std::make_unique<Database>(Database::open(database_file(folder)));
    vault_ = std::make_unique<Vault>(Vault::open(keys_folder(folder)));
    engine_ = std::make_unique<Engine>(*database_, *vault_, std::move(world));
}

}  // namespace kushi
