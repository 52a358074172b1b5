#pragma once

#include <filesystem>
#include <memory>

#include "app/engine/engine.h"
#include "app/engine/world.h"
#include "db/database.h"
#include "db/vault/vault.h"

namespace kushi {

std::filesystem::path database_file(const std::filesystem::path& folder);
/// DIR/keys, or where KUSHI_KEYS moves it.
std::filesystem::path keys_folder(const std::filesystem::path& folder);

/// A salon's folder, held for this process: its lock, its database, its keys and the engine over them.
class OpenSalon {
public:
    /// @throws DatabaseProblem, KeyProblem, std::system_error
    OpenSalon(const std::filesystem::path& folder, World world);
    [[nodiscard]] Engine& engine() { return *engine_; }
    [[nodiscard]] const Database& database() const { return *database_; }
    [[nodiscard]] const Vault& vault() const { return *vault_; }

private:
    // In this order: the lock is taken first and given back last.
    std::unique_ptr<FolderLock> lock_;
    std::unique_ptr<Database> database_;
    std::unique_ptr<Vault> vault_;
    std::unique_ptr<Engine> engine_;
};

}  // namespace kushi
