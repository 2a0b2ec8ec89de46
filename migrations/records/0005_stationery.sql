CREATE TABLE stationery (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org_id, id)
);
