-- CreateTable
CREATE TABLE "AuditEntry" (
    "teamId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "objectType" TEXT NOT NULL,
    "objectId" TEXT,
    "details" JSONB NOT NULL,
    "requestId" TEXT,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("teamId","seq")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "teamId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("teamId")
);

-- CreateIndex
CREATE INDEX "AuditEntry_teamId_action_seq_idx" ON "AuditEntry"("teamId", "action", "seq" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_teamId_actorId_seq_idx" ON "AuditEntry"("teamId", "actorId", "seq" DESC);

-- Append-only, for whichever role the studio runs as: privileges do not bind a table's owner, triggers do.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only: % of "%" is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEntry"
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "AuditEntry"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- The head of a chain moves on by one entry at a time and never goes away.
CREATE TRIGGER only_onwards BEFORE UPDATE ON "AuditHead"
    FOR EACH ROW WHEN (NEW."seq" <> OLD."seq" + 1 OR NEW."teamId" <> OLD."teamId")
    EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER never_removed BEFORE DELETE ON "AuditHead"
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER never_removed_all BEFORE TRUNCATE ON "AuditHead"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
