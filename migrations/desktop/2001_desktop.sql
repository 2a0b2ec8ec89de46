-- The desktop's own tables: who it belongs to, what waits for the server, and the server's version of the rows
-- that waiting changes have touched.

CREATE TABLE replica (
    one BIGINT NOT NULL PRIMARY KEY,
    org_id TEXT NOT NULL,
    principal_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    person TEXT NOT NULL,
    cookie TEXT,
    epoch TEXT NOT NULL,
    caught_up BIGINT NOT NULL,
    next_mid BIGINT NOT NULL
);

CREATE TABLE outbox (
    mid BIGINT NOT NULL PRIMARY KEY,
    mutation_id TEXT NOT NULL UNIQUE,
    args_version BIGINT NOT NULL,
    mutation TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    held_until BIGINT NOT NULL,
    state TEXT NOT NULL,
    result TEXT,
    acknowledged_at BIGINT
);
CREATE INDEX outbox_by_state ON outbox (state, mid);

CREATE TABLE base_row (
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    row_json TEXT,
    PRIMARY KEY (entity, id)
);

-- Files that this desktop brings: their encrypted pieces lie beside the database.
CREATE TABLE upload (
    version_id TEXT NOT NULL PRIMARY KEY,
    size_bytes BIGINT NOT NULL,
    received BIGINT NOT NULL,
    sent BIGINT NOT NULL
);

-- Rows that a new snapshot has brought so far; what it did not bring goes when it is complete.
CREATE TABLE seen_row (
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (entity, id)
);
