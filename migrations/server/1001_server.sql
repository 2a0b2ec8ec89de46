-- The server's own tables: organisations, the change feed, people's sign-ins, links and jobs.

CREATE TABLE org (
    org_id TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    epoch TEXT NOT NULL,
    trail_position BIGINT NOT NULL,
    trail_hash TEXT NOT NULL,
    recovery_recipient TEXT NOT NULL,
    wrapped_file_key TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Which record was touched last in which place. A pull looks the row up as it is now.
CREATE TABLE change (
    org_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    side TEXT NOT NULL,
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (org_id, client_id, side, entity, id)
);
CREATE INDEX change_by_place ON change (org_id, client_id, side, seq);
CREATE INDEX change_by_seq ON change (org_id, seq);

CREATE TABLE mutation_result (
    org_id TEXT NOT NULL,
    mutation_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    mid BIGINT NOT NULL,
    args_sha256 TEXT NOT NULL,
    result TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (org_id, mutation_id)
);
CREATE INDEX mutation_result_by_device ON mutation_result (org_id, device_id, seq);

CREATE TABLE principal (
    principal_id TEXT NOT NULL PRIMARY KEY,
    org_id TEXT NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    client_id TEXT,
    contact_id TEXT,
    language TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    ended_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX principal_by_email ON principal (email);
CREATE INDEX principal_by_org ON principal (org_id, role);

-- What a principal may see. A new one brings its own snapshot; a revoked one says which rows must go.
CREATE TABLE access_grant (
    grant_id TEXT NOT NULL PRIMARY KEY,
    org_id TEXT NOT NULL,
    principal_id TEXT NOT NULL,
    gen BIGINT NOT NULL,
    grant_json TEXT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX access_grant_by_principal ON access_grant (org_id, principal_id);

CREATE TABLE device (
    device_id TEXT NOT NULL PRIMARY KEY,
    org_id TEXT NOT NULL,
    principal_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    last_mid BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX device_by_principal ON device (org_id, principal_id);

-- Tokens, by their SHA-256. `kind` is access or refresh; a used refresh token stays, to know its reuse.
CREATE TABLE session_token (
    token_hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    family TEXT NOT NULL,
    org_id TEXT NOT NULL,
    principal_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    link_invoice_id TEXT,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX session_token_by_family ON session_token (family);
CREATE INDEX session_token_by_device ON session_token (device_id);

-- Links that open one thing, by the SHA-256 of their token.
CREATE TABLE link (
    token_hash TEXT NOT NULL PRIMARY KEY,
    org_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    about_id TEXT NOT NULL,
    payload TEXT NOT NULL,
    single_use BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX link_by_about ON link (org_id, purpose, about_id);

-- Work to be done once. `unique_key` keeps a job from being there twice.
CREATE TABLE job (
    job_id TEXT NOT NULL PRIMARY KEY,
    org_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    unique_key TEXT NOT NULL,
    payload TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    last_error TEXT NOT NULL,
    done_at BIGINT
);
CREATE UNIQUE INDEX job_by_key ON job (org_id, kind, unique_key);
CREATE INDEX job_by_time ON job (done_at, run_at);
