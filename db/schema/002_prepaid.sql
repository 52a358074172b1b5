-- Tickets, vouchers and deposits: money that is owed to clients, as it was sold. What was used of it stands in
-- prepaid_move; used_* and closed are derived from there. A date of its own (an extension) is a field of entity prepaid.
CREATE TABLE prepaid (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, item TEXT NOT NULL, client TEXT NOT NULL,
    visit TEXT NOT NULL, sale TEXT NOT NULL, line TEXT NOT NULL, sessions INTEGER NOT NULL, face INTEGER NOT NULL,
    paid INTEGER NOT NULL, owed INTEGER NOT NULL, rate TEXT NOT NULL, taxed_at_issue INTEGER NOT NULL,
    services TEXT NOT NULL, sold_on TEXT NOT NULL, at TEXT NOT NULL, expires TEXT NOT NULL,
    terminal INTEGER NOT NULL, seq INTEGER NOT NULL,
    used_sessions INTEGER NOT NULL, used_face INTEGER NOT NULL, used_owed INTEGER NOT NULL,
    closed TEXT NOT NULL  -- cancelled or expired; empty while it can be used
) STRICT, WITHOUT ROWID;
CREATE INDEX prepaid_of_client ON prepaid (client);
CREATE INDEX prepaid_by_code ON prepaid (code) WHERE code <> '';
CREATE INDEX prepaid_of_sale ON prepaid (sale);
CREATE INDEX prepaid_of_day ON prepaid (sold_on, kind, owed);
CREATE INDEX prepaid_to_expire ON prepaid (expires) WHERE closed = '' AND expires <> '';
-- used, given_back, expired, cancelled; all positive. owed is what of the debt it takes away, or brings back.
CREATE TABLE prepaid_move (
    terminal INTEGER NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL, prepaid TEXT NOT NULL, kind TEXT NOT NULL,
    sale TEXT NOT NULL, sessions INTEGER NOT NULL, face INTEGER NOT NULL, owed INTEGER NOT NULL,
    business_date TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (terminal, seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX prepaid_move_of ON prepaid_move (prepaid);
CREATE INDEX prepaid_move_of_day ON prepaid_move (business_date, prepaid);
CREATE INDEX prepaid_move_of_sale ON prepaid_move (sale);

-- What a card machine or a QR service was asked for, recorded before it is asked; its state is a field.
CREATE TABLE card_payment (
    id TEXT PRIMARY KEY, visit TEXT NOT NULL, type TEXT NOT NULL, amount INTEGER NOT NULL, at TEXT NOT NULL,
    business_date TEXT NOT NULL, staff TEXT NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL,
    state TEXT NOT NULL, reference TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX card_payment_of_visit ON card_payment (visit);
CREATE INDEX card_payment_of_day ON card_payment (business_date);

CREATE TABLE sale_tip (
    sale TEXT NOT NULL, position INTEGER NOT NULL, staff TEXT NOT NULL, amount INTEGER NOT NULL,
    PRIMARY KEY (sale, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE sale ADD COLUMN prepaid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sale ADD COLUMN taxed_before INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sale_line ADD COLUMN prepaid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sale_line ADD COLUMN list_price INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sale_line ADD COLUMN ticket TEXT NOT NULL DEFAULT '';
ALTER TABLE sale_line ADD COLUMN shares TEXT NOT NULL DEFAULT '';
ALTER TABLE tender ADD COLUMN prepaid TEXT NOT NULL DEFAULT '';
ALTER TABLE tender ADD COLUMN face INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tender ADD COLUMN payment TEXT NOT NULL DEFAULT '';
ALTER TABLE drawer_move ADD COLUMN pieces TEXT NOT NULL DEFAULT '';
ALTER TABLE day_close ADD COLUMN sealed BLOB;
CREATE INDEX sale_of_client ON sale (client) WHERE client <> '';
CREATE INDEX sale_by_amount ON sale (total + prepaid);  -- what changed hands for it, which is searched for
CREATE INDEX tender_of_payment ON tender (payment) WHERE payment <> '';
-- What a report asks for by day, and a shelf by its newest count, without reading their whole history.
CREATE INDEX visit_rebooked ON visit (rebooked_from) WHERE rebooked_from <> '';
CREATE INDEX audit_reprints ON audit (business_date) WHERE type = 'paper.reprinted';
CREATE INDEX stock_counts ON stock_move (product, lot, hlc) WHERE kind = 'count';
CREATE INDEX stock_expiries ON stock_move (product, lot, expires) WHERE expires <> '';
