#include <array>

#include "core/money/decimal.h"
#include "db/verify/findings.h"

namespace kushi::verify_detail {
namespace {

/// An identity that every document holds. `broken` finds those that do not: number, terminal, seq.
struct Identity {
    const char* sentence;
    const char* broken;
};

// Rates are compared as numbers, because "0.1" and "0.10" are one rate; amounts are whole numbers throughout.
constexpr std::array identities{
    Identity{"Net and tax of a rate are its gross.",
             "SELECT number, terminal, seq FROM sale s WHERE EXISTS "
             "(SELECT 1 FROM sale_tax t WHERE t.sale = s.id AND t.net + t.tax <> t.gross)"},
    Identity{"The rates come to the total.",
             "SELECT number, terminal, seq FROM sale s WHERE total <> "
             "(SELECT COALESCE(SUM(gross), 0) FROM sale_tax t WHERE t.sale = s.id)"},
    Identity{"The rates' taxes come to the tax.",
             "SELECT number, terminal, seq FROM sale s WHERE tax_total <> "
             "(SELECT COALESCE(SUM(tax), 0) FROM sale_tax t WHERE t.sale = s.id)"},
    Identity{"A line is its price less both discounts.",
             "SELECT number, terminal, seq FROM sale s WHERE EXISTS (SELECT 1 FROM sale_line l WHERE l.sale = s.id "
             "AND l.extended - l.line_discount - l.bill_discount_share <> l.final)"},
    // A refund gives a service charge back in proportion and has no field of its own for it.
    Identity{"The lines and the service charge come to the total.",
             "SELECT number, terminal, seq FROM sale s WHERE "
             "(SELECT COALESCE(SUM(final), 0) FROM sale_line l WHERE l.sale = s.id) + service_charge <> "
             "total - CASE price_mode WHEN 'exclusive' THEN tax_total ELSE 0 END "
             "AND NOT (kind = 'refund' AND EXISTS (SELECT 1 FROM sale o WHERE o.id = s.of AND o.service_charge <> 0))"},
    Identity{"The lines of a rate come to the rate.",
             "SELECT number, terminal, seq FROM sale s WHERE service_charge = 0 AND EXISTS (SELECT 1 FROM sale_tax t "
             "WHERE t.sale = s.id AND CASE s.price_mode WHEN 'exclusive' THEN t.net ELSE t.gross END <> "
             "(SELECT COALESCE(SUM(final), 0) FROM sale_line l WHERE l.sale = s.id AND CAST(l.rate AS REAL) = CAST(t.rate AS REAL))) "
             "AND NOT (kind = 'refund' AND EXISTS (SELECT 1 FROM sale o WHERE o.id = s.of AND o.service_charge <> 0))"},
    Identity{"The shares of the bill's discount come to it.",
             "SELECT number, terminal, seq FROM sale s WHERE bill_discount <> "
             "(SELECT COALESCE(SUM(bill_discount_share), 0) FROM sale_line l WHERE l.sale = s.id)"},
    Identity{"The discounts are those of the lines and the bill.",
             "SELECT number, terminal, seq FROM sale s WHERE discounts - bill_discount <> "
             "(SELECT COALESCE(SUM(line_discount), 0) FROM sale_line l WHERE l.sale = s.id)"},
    Identity{"Gross is the total and the discounts.", "SELECT number, terminal, seq FROM sale WHERE gross <> total + discounts"},
    Identity{"Due is the total and the tip.", "SELECT number, terminal, seq FROM sale WHERE due <> total + tip"},
    Identity{"The tenders less change and cash rounding are what was due.",
             "SELECT number, terminal, seq FROM sale s WHERE due <> "
             "(SELECT COALESCE(SUM(amount), 0) FROM tender t WHERE t.sale = s.id) - change - cash_rounding"},
    Identity{"Change comes from cash alone.",
             "SELECT number, terminal, seq FROM sale s WHERE change < 0 OR cash_in - change <> cash_due OR cash_in <> "
             "(SELECT COALESCE(SUM(amount), 0) FROM tender t WHERE t.sale = s.id AND t.type = 'cash')"},
    Identity{"Refunds never give back more than was sold.",
             "SELECT s.number, s.terminal, s.seq FROM sale s WHERE s.kind = 'sale' AND (s.total, s.tax_total) <> (0, 0) AND EXISTS "
             "(SELECT 1 FROM sale r WHERE r.of = s.id AND r.kind = 'refund' "
             "GROUP BY r.of HAVING SUM(r.total) > s.total OR SUM(r.tax_total) > s.tax_total)"},
    Identity{"A void takes a whole sale back, once, and not a refunded one.",
             "SELECT v.number, v.terminal, v.seq FROM sale v JOIN sale s ON s.id = v.of WHERE v.kind = 'void' AND "
             "((v.total, v.tax_total, v.tip) <> (s.total, s.tax_total, s.tip) OR EXISTS "
             "(SELECT 1 FROM sale o WHERE o.of = s.id AND o.id <> v.id))"},
    Identity{"A number is its series and its counter.",
             "SELECT number, terminal, seq FROM sale WHERE number <> printf('%s-%06d', series, counter)"},
    Identity{"The numbers of a series go from 1 without a hole.",
             "SELECT number, terminal, seq FROM (SELECT number, terminal, seq, counter, "
             "LAG(counter, 1, 0) OVER (PARTITION BY terminal, series ORDER BY counter) AS before FROM sale) "
             "WHERE counter <> before + 1"},
};

Quantity quantity_in(const std::string& text) { return Quantity::parse(text).value_or(Quantity{-1}); }

/// Quantities are decimal text, which SQL cannot add exactly: line by line of each sale that gave something back.
void check_returned_lines(const Database& database, Findings& findings)
{
    Query row{database,
              "SELECT l.quantity, l.final, s.number, s.terminal, s.seq, r.of, r.line, group_concat(r.quantity), SUM(r.amount) "
              "FROM refund r JOIN sale s ON s.id = r.of JOIN sale_line l ON l.sale = r.of AND l.line = r.line "
              "GROUP BY r.of, r.line, l.position"};
    while (row.next()) {
        std::int64_t returned = 0;
        const auto quantities = row.text(7);
        for (std::size_t start = 0; start <= quantities.size();) {
            const auto end = std::min(quantities.find(',', start), quantities.size());
            returned += quantity_in(quantities.substr(start, end - start)).units;
            start = end + 1;
        }
        if (returned <= quantity_in(row.text(0)).units && row.integer(8) <= row.integer(1)) continue;
        findings.add({"money", "wrong", row.integer(3), row.integer(4), row.text(2), "More of a line came back than was sold."});
    }
}

}  // namespace

void check_money(const Database& database, Findings& findings)
{
    Query count{database, "SELECT COUNT(*) FROM sale"};
    count.next();
    findings.report.sales = count.integer(0);
    std::int64_t done = 0;
    for (const auto& identity : identities) {
        Query broken{database, identity.broken};
        while (broken.next()) {
            findings.add({"money", "wrong", broken.integer(1), broken.integer(2), broken.text(0), identity.sentence});
        }
        findings.progress("money", ++done, static_cast<std::int64_t>(identities.size()) + 1);
    }
    check_returned_lines(database, findings);
    findings.progress("money", done + 1, done + 1);
}

}  // namespace kushi::verify_detail
