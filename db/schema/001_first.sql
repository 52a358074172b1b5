-- Who this file is. One row.
CREATE TABLE terminal (
    salon TEXT NOT NULL,
    terminal INTEGER NOT NULL,
    series TEXT NOT NULL,
    public_key BLOB NOT NULL,
    training INTEGER NOT NULL
) STRICT;

-- The journal: append only. priv may become NULL (a person was erased) and applied may be set; nothing else changes.
CREATE TABLE event (
    terminal INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hlc INTEGER NOT NULL,
    type TEXT NOT NULL,
    v INTEGER NOT NULL,
    pub TEXT NOT NULL,
    priv BLOB,
    pub_hash BLOB NOT NULL,
    priv_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    applied INTEGER NOT NULL,
    PRIMARY KEY (terminal, seq)
) STRICT;  -- with a rowid: a row of over 1,002 bytes would spill half a page in a table without one (measured: 35 % unused)
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append only'); END;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE OF terminal, seq, hlc, type, v, pub, pub_hash, priv_hash, hash ON event
    BEGIN SELECT RAISE(ABORT, 'the journal is append only'); END;
CREATE TRIGGER event_priv_is_only_erased BEFORE UPDATE OF priv ON event WHEN NEW.priv IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the journal is append only'); END;

-- Signatures of the chain's tip by this terminal's own key, on each Z and every 500 events.
CREATE TABLE tip_signature (
    terminal INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (terminal, seq)
) STRICT, WITHOUT ROWID;

-- Carts and half-filled forms: durable at every tap, not chained, gone when they become facts.
CREATE TABLE draft (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    content TEXT NOT NULL,
    sealed BLOB,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- From here to the spool every table can be dropped and rebuilt from the events. No foreign keys between them: a
-- consultation may arrive before its visit. `sealed` is an event's personal part, byte for byte.

-- Last writer wins, a field at a time: settings, catalogue, staff, clients, visits, lines. A field whose value is in the
-- event's sealed part has value NULL and is opened from `personal`.
CREATE TABLE field (
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    hlc INTEGER NOT NULL,
    terminal INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    value TEXT,
    PRIMARY KEY (entity, id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE personal (
    terminal INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    type TEXT NOT NULL,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    sealed BLOB,
    PRIMARY KEY (terminal, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX personal_of ON personal (entity, id);

CREATE TABLE item (code TEXT PRIMARY KEY, kind TEXT NOT NULL, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE price (
    item TEXT NOT NULL, hlc INTEGER NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL, price INTEGER NOT NULL,
    PRIMARY KEY (item, hlc, terminal, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE staff (id TEXT PRIMARY KEY, roles TEXT NOT NULL, active INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE client (id TEXT PRIMARY KEY, first_seen INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- Add-wins set: an allergy stays until a removal names it.
CREATE TABLE allergy (
    id TEXT PRIMARY KEY, client TEXT, terminal INTEGER, seq INTEGER, type TEXT, sealed BLOB, removed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX allergy_of_client ON allergy (client);
CREATE TABLE consent (
    id TEXT PRIMARY KEY, client TEXT NOT NULL, visit TEXT NOT NULL, parts TEXT NOT NULL, version TEXT NOT NULL,
    language TEXT NOT NULL, on_paper INTEGER NOT NULL, at TEXT NOT NULL, staff TEXT NOT NULL,
    terminal INTEGER NOT NULL, seq INTEGER NOT NULL, sealed BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_of_client ON consent (client, at);
CREATE INDEX consent_of_visit ON consent (visit);

-- A visit's status is derived from its marks and its sales, never stored by an event.
CREATE TABLE visit (
    id TEXT PRIMARY KEY, status TEXT NOT NULL, business_date TEXT NOT NULL, client TEXT NOT NULL, service TEXT NOT NULL,
    therapist TEXT NOT NULL, room TEXT NOT NULL, nominated INTEGER NOT NULL, start TEXT NOT NULL, arrived_at TEXT NOT NULL,
    rebooked_from TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_of_day ON visit (business_date);
CREATE INDEX visit_of_client ON visit (client);
CREATE TABLE visit_mark (
    visit TEXT NOT NULL, mark TEXT NOT NULL, at TEXT NOT NULL, business_date TEXT NOT NULL, staff TEXT NOT NULL,
    hlc INTEGER NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL, sealed BLOB,
    PRIMARY KEY (visit, mark)  -- the first of its kind
) STRICT, WITHOUT ROWID;
CREATE TABLE appointment (
    visit TEXT PRIMARY KEY, start TEXT NOT NULL, minutes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_by_start ON appointment (start);
CREATE TABLE visit_line (
    line TEXT PRIMARY KEY, visit TEXT NOT NULL, item TEXT NOT NULL, removed INTEGER NOT NULL,
    hlc INTEGER NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_line_of_visit ON visit_line (visit);

CREATE TABLE consultation (
    id TEXT PRIMARY KEY, visit TEXT NOT NULL, at TEXT NOT NULL, staff TEXT NOT NULL, hlc INTEGER NOT NULL,
    terminal INTEGER NOT NULL, seq INTEGER NOT NULL, sealed BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX consultation_of_visit ON consultation (visit);
-- The zones of one map stand sealed together.
CREATE TABLE scalp_zone (
    id TEXT PRIMARY KEY, visit TEXT NOT NULL, moment TEXT NOT NULL, at TEXT NOT NULL, staff TEXT NOT NULL,
    hlc INTEGER NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL, sealed BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX scalp_zone_of_visit ON scalp_zone (visit);
CREATE TABLE plan (
    visit TEXT NOT NULL, service TEXT NOT NULL, ritual TEXT NOT NULL, staff TEXT NOT NULL,
    hlc INTEGER NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL, sealed BLOB,
    PRIMARY KEY (terminal, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_of_visit ON plan (visit);
CREATE TABLE referral (
    id TEXT PRIMARY KEY, visit TEXT NOT NULL, decision TEXT NOT NULL, at TEXT NOT NULL, staff TEXT NOT NULL,
    approved_by TEXT NOT NULL, hlc INTEGER NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL, sealed BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_of_visit ON referral (visit);

CREATE TABLE treatment (
    id TEXT PRIMARY KEY, visit TEXT NOT NULL, ritual TEXT NOT NULL, started_at TEXT NOT NULL, staff TEXT NOT NULL,
    hlc INTEGER NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX treatment_of_visit ON treatment (visit);
CREATE TABLE step (
    id TEXT PRIMARY KEY, visit TEXT NOT NULL, treatment TEXT NOT NULL, position TEXT NOT NULL, kind TEXT NOT NULL,
    name TEXT NOT NULL, planned_s INTEGER NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL, sealed BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX step_of_treatment ON step (treatment);
CREATE TABLE step_end (
    step TEXT NOT NULL, state TEXT NOT NULL, actual_s INTEGER NOT NULL, settings TEXT NOT NULL, staff TEXT NOT NULL,
    hlc INTEGER NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL, sealed BLOB,
    PRIMARY KEY (step, hlc, terminal, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE product_use (
    id TEXT PRIMARY KEY, visit TEXT NOT NULL, product TEXT NOT NULL, amount TEXT NOT NULL, unit TEXT NOT NULL,
    lot TEXT NOT NULL, step TEXT NOT NULL, at TEXT NOT NULL, business_date TEXT NOT NULL, staff TEXT NOT NULL,
    cost INTEGER NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX product_use_of_visit ON product_use (visit);
CREATE INDEX product_use_of_lot ON product_use (product, lot);
CREATE INDEX product_use_of_day ON product_use (business_date);
CREATE TABLE note (
    id TEXT PRIMARY KEY, visit TEXT NOT NULL, at TEXT NOT NULL, staff TEXT NOT NULL, hlc INTEGER NOT NULL,
    terminal INTEGER NOT NULL, seq INTEGER NOT NULL, sealed BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX note_of_visit ON note (visit);

-- A sale, refund or void: immutable. Amounts are positive in all three; kind tells the direction.
CREATE TABLE sale (
    id TEXT PRIMARY KEY, number TEXT NOT NULL, series TEXT NOT NULL, counter INTEGER NOT NULL, kind TEXT NOT NULL,
    of TEXT NOT NULL, of_number TEXT NOT NULL, of_business_date TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, visit TEXT NOT NULL, client TEXT NOT NULL, staff TEXT NOT NULL,
    approved_by TEXT NOT NULL, terminal INTEGER NOT NULL, seq INTEGER NOT NULL, business_date TEXT NOT NULL,
    at TEXT NOT NULL, currency TEXT NOT NULL, price_mode TEXT NOT NULL, gross INTEGER NOT NULL, discounts INTEGER NOT NULL,
    service_charge INTEGER NOT NULL, total INTEGER NOT NULL, tax_total INTEGER NOT NULL, tip INTEGER NOT NULL, tip_staff TEXT NOT NULL, due INTEGER NOT NULL,
    cash_due INTEGER NOT NULL, cash_rounding INTEGER NOT NULL, cash_in INTEGER NOT NULL, change INTEGER NOT NULL,
    bill_discount INTEGER NOT NULL, chain_mark TEXT NOT NULL, sealed BLOB,
    UNIQUE (terminal, key), UNIQUE (terminal, series, counter)
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_of_day ON sale (business_date);
CREATE INDEX sale_of_visit ON sale (visit);
CREATE INDEX sale_of_sale ON sale (of);
CREATE INDEX sale_by_number ON sale (number);
CREATE TABLE sale_line (
    sale TEXT NOT NULL, position INTEGER NOT NULL, line TEXT NOT NULL, item TEXT NOT NULL, kind TEXT NOT NULL,
    name TEXT NOT NULL, name_ja TEXT NOT NULL, quantity TEXT NOT NULL, unit_price INTEGER NOT NULL,
    extended INTEGER NOT NULL, line_discount INTEGER NOT NULL, bill_discount_share INTEGER NOT NULL,
    final INTEGER NOT NULL, rate TEXT NOT NULL, reduced INTEGER NOT NULL, therapist TEXT NOT NULL,
    PRIMARY KEY (sale, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE sale_tax (
    sale TEXT NOT NULL, position INTEGER NOT NULL, rate TEXT NOT NULL, net INTEGER NOT NULL, tax INTEGER NOT NULL,
    gross INTEGER NOT NULL, PRIMARY KEY (sale, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE tender (
    sale TEXT NOT NULL, position INTEGER NOT NULL, type TEXT NOT NULL, label TEXT NOT NULL, amount INTEGER NOT NULL,
    reference TEXT NOT NULL, PRIMARY KEY (sale, position)
) STRICT, WITHOUT ROWID;
-- Which lines of the original a refund gave back.
CREATE TABLE refund (
    sale TEXT NOT NULL, position INTEGER NOT NULL, of TEXT NOT NULL, line TEXT NOT NULL, quantity TEXT NOT NULL,
    amount INTEGER NOT NULL, PRIMARY KEY (sale, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_of_sale ON refund (of);

CREATE TABLE stock_move (
    terminal INTEGER NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL, product TEXT NOT NULL, lot TEXT NOT NULL,
    thousandths INTEGER NOT NULL, kind TEXT NOT NULL, month TEXT NOT NULL, hlc INTEGER NOT NULL, expires TEXT NOT NULL,
    PRIMARY KEY (terminal, seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_move_of_product ON stock_move (product, lot, month);
-- Moves that are not counts, summed a month at a time, so that a shelf's history never has to be read whole.
CREATE TABLE stock_month (
    product TEXT NOT NULL, lot TEXT NOT NULL, month TEXT NOT NULL, thousandths INTEGER NOT NULL,
    PRIMARY KEY (product, lot, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE drawer_move (
    terminal INTEGER NOT NULL, seq INTEGER NOT NULL, business_date TEXT NOT NULL, kind TEXT NOT NULL,
    amount INTEGER NOT NULL, at TEXT NOT NULL, staff TEXT NOT NULL, approved_by TEXT NOT NULL, sealed BLOB,
    PRIMARY KEY (terminal, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX drawer_move_of_day ON drawer_move (business_date);
CREATE TABLE day_close (
    terminal INTEGER NOT NULL, z INTEGER NOT NULL, business_date TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL,
    staff TEXT NOT NULL, counted INTEGER NOT NULL, report TEXT NOT NULL, grand_total_after INTEGER NOT NULL,
    PRIMARY KEY (terminal, z)
) STRICT, WITHOUT ROWID;
CREATE INDEX day_close_of_day ON day_close (business_date);
-- Who looked at, reprinted or was refused what.
CREATE TABLE audit (
    terminal INTEGER NOT NULL, seq INTEGER NOT NULL, type TEXT NOT NULL, subject TEXT NOT NULL, staff TEXT NOT NULL,
    at TEXT NOT NULL, business_date TEXT NOT NULL, sealed BLOB, PRIMARY KEY (terminal, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_of_subject ON audit (subject);

-- The spool and the devices: this terminal's own, not rebuildable from the events.
CREATE TABLE printer (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, host TEXT NOT NULL, port INTEGER NOT NULL, profile TEXT NOT NULL,
    next_process_id INTEGER NOT NULL, broken INTEGER NOT NULL, UNIQUE (host, port)
) STRICT;
CREATE TABLE print_job (
    id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, printer_id INTEGER NOT NULL, kind TEXT NOT NULL,
    number TEXT NOT NULL, doc BLOB, doc_sha BLOB NOT NULL, priority INTEGER NOT NULL, created_at INTEGER NOT NULL,
    not_after INTEGER NOT NULL, state TEXT NOT NULL, attempt INTEGER NOT NULL, bytes_total INTEGER NOT NULL,
    bytes_sent INTEGER NOT NULL, pid TEXT NOT NULL, started_at INTEGER, finished_at INTEGER, reason TEXT NOT NULL,
    reprint_of TEXT NOT NULL, origin_sale_id TEXT, copy_no INTEGER NOT NULL, fallbacks INTEGER NOT NULL,
    UNIQUE (origin_sale_id, kind, copy_no)
) STRICT;
CREATE INDEX print_job_open ON print_job (state) WHERE state IN ('QUEUED', 'WAITING', 'SENDING', 'SENT', 'UNCERTAIN');
CREATE TABLE print_event (
    job_id INTEGER NOT NULL, at INTEGER NOT NULL, from_state TEXT NOT NULL, to_state TEXT NOT NULL, detail TEXT NOT NULL
) STRICT;
CREATE TABLE pin_attempt (staff TEXT NOT NULL, at INTEGER NOT NULL, failed INTEGER NOT NULL) STRICT;
CREATE INDEX pin_attempt_of_staff ON pin_attempt (staff, at);
