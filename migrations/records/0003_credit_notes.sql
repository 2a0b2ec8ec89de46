ALTER TABLE invoice ADD COLUMN credits_id TEXT;
CREATE INDEX invoice_by_credits_id ON invoice (org_id, credits_id);
ALTER TABLE payment ADD COLUMN sets_off_id TEXT;
UPDATE invoice_standing SET due_date = NULL WHERE total < 0;
