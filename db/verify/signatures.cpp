#include <algorithm>
#include <optional>
#include <set>

#include "db/vault/vault.h"
#include "db/verify/findings.h"

namespace kushi::verify_detail {
namespace {

struct OwnTerminal {
    std::int64_t number = 0;
    SigningPublicKey key{};
};

/// Only the terminal's own signatures stand in its file; of the others it has the chain.
std::optional<OwnTerminal> own_terminal(const Database& database, Findings& findings)
{
    Query row{database, "SELECT terminal, public_key FROM terminal"};
    if (!row.next()) {
        findings.add({"signature", "missing", 0, 0, {}, "The file does not say which terminal it belongs to."});
        return std::nullopt;
    }
    OwnTerminal own{row.integer(0), {}};
    const auto key = row.text(1);
    if (key.size() != own.key.size()) {
        findings.add({"signature", "unreadable", own.number, 0, {}, "The terminal's public key is none."});
        return std::nullopt;
    }
    std::copy(key.begin(), key.end(), own.key.begin());
    return own;
}

bool holds(const std::string& hash, const std::string& bytes, const SigningPublicKey& key)
{
    Signature signature{};
    if (bytes.size() != signature.size()) return false;
    std::copy(bytes.begin(), bytes.end(), signature.begin());
    return verify_signature(hash, signature, key);
}

/// @returns the seqs that bear a signature, good or not
std::set<std::int64_t> check_stored(const Database& database, const OwnTerminal& own, std::int64_t from, Findings& findings)
{
    std::set<std::int64_t> signed_seqs;
    Query row{database,
              "SELECT s.seq, s.signature, e.hash FROM tip_signature s "
              "LEFT JOIN event e ON e.terminal = s.terminal AND e.seq = s.seq WHERE s.terminal = ? AND s.seq >= ? ORDER BY s.seq",
              own.number, from};
    while (row.next()) {
        const auto seq = row.integer(0);
        signed_seqs.insert(seq);
        ++findings.report.signatures;
        if (row.null(2)) {
            findings.add({"signature", "missing", own.number, seq, {}, "An event that was signed is not there."});
        } else if (!holds(row.text(2), row.text(1), own.key)) {
            findings.add({"signature", "changed", own.number, seq, {}, "The terminal's key did not sign the chain as it stands here."});
        }
    }
    return signed_seqs;
}

/// Every 500th event and every close of a day bear one: who writes the chain anew cannot just leave them out.
void check_none_is_missing(const Database& database, const OwnTerminal& own, std::int64_t from,
                           const std::set<std::int64_t>& signed_seqs, Findings& findings)
{
    Query row{database,
              "SELECT seq FROM event WHERE terminal = ? AND seq >= ? AND (seq % 500 = 0 OR type = 'day.closed') ORDER BY seq",
              own.number, from};
    while (row.next()) {
        if (signed_seqs.contains(row.integer(0))) continue;
        findings.add({"signature", "missing", own.number, row.integer(0), {}, "The signature of this event is not there."});
    }
}

}  // namespace

void check_signatures(const Database& database, const VerifyOptions& options, Findings& findings)
{
    const auto own = own_terminal(database, findings);
    if (!own) return;
    if (options.vault != nullptr && options.vault->signing_public_key() != own->key) {
        findings.add({"signature", "changed", own->number, 0, {}, "The public key in the file is not that of this terminal's own key."});
    }
    const auto signed_seqs = check_stored(database, *own, options.from, findings);
    check_none_is_missing(database, *own, options.from, signed_seqs, findings);
}

}  // namespace kushi::verify_detail
