-- What an import brought, in parts, so that it can be undone as a whole.
CREATE TABLE import_part (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    run_id TEXT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX import_part_by_run_id ON import_part (org_id, run_id);
