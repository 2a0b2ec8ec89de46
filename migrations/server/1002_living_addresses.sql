-- An address is one living sign-in's; who has left may be invited again under it.
DROP INDEX principal_by_email;
CREATE UNIQUE INDEX principal_by_email ON principal (email) WHERE ended_at IS NULL;
