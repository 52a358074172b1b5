#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/sale/sale.h"
#include "db/database.h"
#include "db/journal.h"
#include "db/vault/vault.h"

namespace kushi::test {

/// A folder of its own that goes with the object.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A terminal that sells: every act is priced by the calculator and appended to a real journal, one transaction each.
class LittleSalon {
public:
    explicit LittleSalon(Database database);
    LittleSalon(const LittleSalon&) = delete;
    LittleSalon& operator=(const LittleSalon&) = delete;

    Stamp record(const char* type, nlohmann::json pub, const nlohmann::json& priv);
    Stamp record(const char* type, nlohmann::json pub);
    void open_day(std::int64_t opening_float);
    /// A head spa at this price and a bottle at 2,000, paid in cash with 10,000 more than is due; a discount of 500.
    Sale sell(std::int64_t price, std::int64_t tip = 0);
    /// The first line comes back.
    Sale refund(const Sale& sale);
    Sale take_back(const Sale& sale);
    void close_day();
    /// A morning: people, a catalogue, a visit from booking to payment, a refund, a void, the close.
    void one_day();
    void next_day();

    [[nodiscard]] const Database& database() const { return database_; }
    [[nodiscard]] const Vault& vault() const { return vault_; }
    [[nodiscard]] Journal& journal() { return journal_; }
    [[nodiscard]] std::string day() const;
    Database take_database() { return std::move(database_); }

private:
    Sale numbered(SaleKind kind);
    void keep(const Sale& sale, const char* type, const std::string& of_id, nlohmann::json extra);

    Vault vault_ = Vault::in_memory();
    Database database_;
    Instant now_{std::chrono::milliseconds{1'768'446'000'000}};  ///< 2026-01-15 12:00 in Tokyo
    Journal journal_;
};

}  // namespace kushi::test
