#include "db/tables.h"

#include <algorithm>

#include "db/apply/apply.h"

namespace kushi {
namespace {

/// One value with its type in front, so that 1, "1" and nothing differ.
std::string cell_of(const SQLite::Column& column)
{
    std::string cell(1, static_cast<char>('0' + column.getType()));
    if (!column.isNull()) cell += column.getString();
    return cell;
}

void add_with_length(std::string& bytes, const std::string& part)
{
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(part.size() >> shift & 0xff);
    bytes += part;
}

/// The rows of one table in the order of its primary key, one at a time.
class Rows {
public:
    Rows(const Database& database, std::string_view table)
        : key_{key_columns(database, table)}, rows_{database.connection(), select(table, key_)}
    {
        next();
    }

    [[nodiscard]] bool has_row() const { return has_row_; }
    void next() { has_row_ = rows_.executeStep(); }
    [[nodiscard]] int width() { return rows_.getColumnCount(); }
    [[nodiscard]] std::string cell(int column) { return cell_of(rows_.getColumn(column)); }
    [[nodiscard]] std::string column_name(int column) { return rows_.getColumnName(column); }

    /// The primary key for people to read.
    [[nodiscard]] std::string key_text()
    {
        std::string text;
        for (const auto& part : key_) text += (text.empty() ? "" : "/") + rows_.getColumn(part.column).getString();
        return text;
    }

    /// Which of two rows comes first by its key: below 0 for this one's, 0 for the same key.
    int compare_key(Rows& other)
    {
        for (const auto& part : key_) {
            const auto mine = rows_.getColumn(part.column);
            const auto theirs = other.rows_.getColumn(part.column);
            if (mine.isInteger() && theirs.isInteger()) {
                if (mine.getInt64() != theirs.getInt64()) return mine.getInt64() < theirs.getInt64() ? -1 : 1;
            } else if (const int order = mine.getString().compare(theirs.getString()); order != 0) {
                return order;
            }
        }
        return 0;
    }

private:
    struct KeyPart {
        std::string name;
        int column = 0;
    };

    static std::vector<KeyPart> key_columns(const Database& database, std::string_view table)
    {
        std::vector<KeyPart> key;
        Query row{database, "SELECT name, cid FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table};
        while (row.next()) key.push_back({row.text(0), static_cast<int>(row.integer(1))});
        if (key.empty()) throw std::logic_error{"a table without a key: " + std::string{table}};
        return key;
    }

    static std::string select(std::string_view table, const std::vector<KeyPart>& key)
    {
        std::string sql = "SELECT * FROM " + std::string{table} + " ORDER BY ";
        for (const auto& part : key) sql += (&part == &key.front() ? "" : ", ") + part.name;
        return sql;
    }

    std::vector<KeyPart> key_;
    SQLite::Statement rows_;
    bool has_row_ = false;
};

std::optional<TableDifference> difference_in_row(Rows& found, Rows& expected, std::string_view table)
{
    for (int column = 0; column < expected.width(); ++column) {
        if (found.cell(column) == expected.cell(column)) continue;
        return TableDifference{TableDifference::Kind::changed, std::string{table}, found.key_text(), found.column_name(column)};
    }
    return std::nullopt;
}

}  // namespace

Hash table_hash(const Database& database, std::string_view table)
{
    Hash hash{};
    for (Rows rows{database, table}; rows.has_row(); rows.next()) {
        std::string bytes(hash.begin(), hash.end());
        for (int column = 0; column < rows.width(); ++column) add_with_length(bytes, rows.cell(column));
        hash = sha256(bytes);
    }
    return hash;
}

std::string state_hash(const Database& database)
{
    std::string hashes;
    for (const auto table : derived_tables()) {
        const auto hash = table_hash(database, table);
        hashes.append(hash.begin(), hash.end());
    }
    return hex(sha256(hashes));
}

std::optional<TableDifference> first_difference(const Database& found_in, const Database& expected_in, std::string_view table)
{
    Rows found{found_in, table};
    Rows expected{expected_in, table};
    while (found.has_row() || expected.has_row()) {
        const int order = !found.has_row() ? 1 : !expected.has_row() ? -1 : found.compare_key(expected);
        if (order < 0) return TableDifference{TableDifference::Kind::inserted, std::string{table}, found.key_text(), {}};
        if (order > 0) return TableDifference{TableDifference::Kind::missing, std::string{table}, expected.key_text(), {}};
        if (auto changed = difference_in_row(found, expected, table)) return changed;
        found.next();
        expected.next();
    }
    return std::nullopt;
}

}  // namespace kushi
