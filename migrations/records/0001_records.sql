-- One table for each kind of record. The envelope stands first; `body` is the whole content as JSON; the columns
-- after it repeat what is found and sorted by. `client_id` serves as the record's own column of that name.

CREATE TABLE organisation (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org_id, id)
);

CREATE TABLE member (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    role_key TEXT,
    contact_id TEXT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX member_by_contact_id ON member (org_id, contact_id);
CREATE INDEX member_by_role_key ON member (org_id, role_key);

CREATE TABLE series (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org_id, id)
);

CREATE TABLE client (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    sort_key TEXT,
    name TEXT,
    language TEXT,
    currency TEXT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX client_by_sort_key_id ON client (org_id, sort_key, id);

CREATE TABLE client_note (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org_id, id)
);

CREATE TABLE contact (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    email TEXT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX contact_by_client_id ON contact (org_id, client_id);

CREATE TABLE draft (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    edited_at BIGINT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX draft_by_edited_at ON draft (org_id, edited_at);

CREATE TABLE draft_line (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    draft_id TEXT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX draft_line_by_draft_id ON draft_line (org_id, draft_id);

CREATE TABLE invoice (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    number_key TEXT,
    issue_date TEXT,
    due_date TEXT,
    currency TEXT,
    total BIGINT,
    source TEXT,
    sequence BIGINT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX invoice_by_client_id_issue_date ON invoice (org_id, client_id, issue_date, id);
CREATE INDEX invoice_by_issue_date_id ON invoice (org_id, issue_date, id);
CREATE INDEX invoice_by_number_key ON invoice (org_id, number_key);
CREATE INDEX invoice_by_source_sequence ON invoice (org_id, source, sequence);

CREATE TABLE invoice_standing (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    issue_date TEXT,
    due_date TEXT,
    currency TEXT,
    total BIGINT,
    amount_due BIGINT,
    open BIGINT,
    status TEXT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX invoice_standing_by_open_due_date ON invoice_standing (org_id, open, due_date);
CREATE INDEX invoice_standing_by_open_issue_date ON invoice_standing (org_id, open, issue_date, id, due_date, status);
CREATE INDEX invoice_standing_by_client_id_open ON invoice_standing (org_id, client_id, open, issue_date, id);

CREATE TABLE invoice_pdf (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org_id, id)
);

CREATE TABLE delivery (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    invoice_id TEXT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX delivery_by_invoice_id ON delivery (org_id, invoice_id);

CREATE TABLE payment (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    received_on TEXT,
    currency TEXT,
    amount BIGINT,
    reverses_id TEXT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX payment_by_client_id_received_on ON payment (org_id, client_id, received_on, id);
CREATE INDEX payment_by_received_on_id ON payment (org_id, received_on, id);
CREATE INDEX payment_by_reverses_id ON payment (org_id, reverses_id);

CREATE TABLE allocation (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    payment_id TEXT,
    invoice_id TEXT,
    amount BIGINT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX allocation_by_payment_id ON allocation (org_id, payment_id);
CREATE INDEX allocation_by_invoice_id ON allocation (org_id, invoice_id);

CREATE TABLE thread (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    subject_id TEXT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX thread_by_client_id ON thread (org_id, client_id);
CREATE INDEX thread_by_subject_id ON thread (org_id, subject_id);

CREATE TABLE message (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    thread_id TEXT,
    author_id TEXT,
    author_role TEXT,
    sent_at BIGINT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX message_by_thread_id_sent_at ON message (org_id, thread_id, sent_at, id);

CREATE TABLE read_mark (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    thread_id TEXT,
    principal_id TEXT,
    up_to BIGINT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX read_mark_by_thread_id ON read_mark (org_id, thread_id);
CREATE INDEX read_mark_by_principal_id ON read_mark (org_id, principal_id);

CREATE TABLE document (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    added_at BIGINT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX document_by_client_id ON document (org_id, client_id);
CREATE INDEX document_by_added_at ON document (org_id, added_at);

CREATE TABLE document_version (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    document_id TEXT,
    sha256_key TEXT,
    added_at BIGINT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX document_version_by_document_id ON document_version (org_id, document_id);

CREATE TABLE field_history (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    about_id TEXT,
    at BIGINT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX field_history_by_about_id ON field_history (org_id, about_id);
CREATE INDEX field_history_by_at ON field_history (org_id, at);

CREATE TABLE import_run (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT,
    PRIMARY KEY (org_id, id)
);

CREATE TABLE activity (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT,
    action TEXT,
    actor_id TEXT,
    actor_role TEXT,
    about_id TEXT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX activity_by_at_id ON activity (org_id, at, id);
CREATE INDEX activity_by_client_id_at ON activity (org_id, client_id, at, id);
CREATE INDEX activity_by_actor_role_at ON activity (org_id, actor_role, at, id);
CREATE INDEX activity_by_about_id_at ON activity (org_id, about_id, at, id);

CREATE TABLE trail_link (
    org_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT,
    side TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    position BIGINT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX trail_link_by_position ON trail_link (org_id, position);

-- What searches find: one line for each token of a record (made by `folio_domain::search`).
CREATE TABLE search_token (
    org_id TEXT NOT NULL,
    token TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (org_id, kind, token, id)
);
CREATE INDEX search_token_by_record ON search_token (org_id, kind, id, token);
