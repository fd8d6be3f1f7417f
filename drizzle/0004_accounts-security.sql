-- The policy of 0001 on the tenant tables that have come since.
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOR tenant_table IN
    SELECT c.relname
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
    WHERE c.relkind = 'r' AND c.relname <> 'session' AND NOT c.relrowsecurity
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING (organisation_id = (SELECT nullif(current_setting(''app.organisation_id'', true), '''')::uuid))',
      tenant_table
    );
  END LOOP;
END $$;
--> statement-breakpoint
-- What a job reads before it knows for which organisation to work: which mails are due, and which
-- organisations there are. It reads no more than that; the work itself is done inside the organisation.
CREATE POLICY due_mail ON mail FOR SELECT USING ((SELECT current_setting('app.job', true)) = 'mail' AND state IN ('waiting', 'sending'));
--> statement-breakpoint
CREATE POLICY every_organisation ON organisation FOR SELECT USING ((SELECT current_setting('app.job', true)) = 'retention');
--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON audit_head FROM capability_app;
--> statement-breakpoint
-- The only ways in which history and audit shrink. They run as the owner of the tables, inside the
-- organisation that the transaction has set: forced row-level security binds the owner as well, and
-- the predicate stands beside it.
CREATE FUNCTION erase_assessments_of(erased_person uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own uuid := nullif(current_setting('app.organisation_id', true), '')::uuid;
  erased bigint;
BEGIN
  DELETE FROM assessment WHERE organisation_id = own AND person_id = erased_person;
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;
--> statement-breakpoint
-- Answers that a newer one of the same source has taken the place of. The newest always stays.
CREATE FUNCTION erase_superseded_assessments(before date) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own uuid := nullif(current_setting('app.organisation_id', true), '')::uuid;
  erased bigint;
BEGIN
  DELETE FROM assessment old
  WHERE old.organisation_id = own AND old.assessed_on < before AND EXISTS (
    SELECT FROM assessment newer
    WHERE newer.organisation_id = own AND newer.person_id = old.person_id AND newer.skill_id = old.skill_id
      AND newer.source = old.source AND (newer.assessed_on, newer.sequence) > (old.assessed_on, old.sequence)
  );
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;
--> statement-breakpoint
-- Takes away the oldest rows of the audit, in one piece from the front, and keeps the place and hash of
-- the last one taken, so that the rest of the chain can still be shown to be whole. Never the last year.
CREATE FUNCTION trim_audit(before timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own uuid := nullif(current_setting('app.organisation_id', true), '')::uuid;
  newest timestamptz;
  last_position bigint;
  last_hash text;
  trimmed bigint;
BEGIN
  PERFORM FROM audit_head WHERE organisation_id = own FOR UPDATE;
  SELECT max(at) INTO newest FROM audit_event WHERE organisation_id = own;
  IF before > newest - interval '365 days' THEN
    RAISE EXCEPTION 'The audit of the last 365 days is kept.' USING ERRCODE = '22023';
  END IF;
  SELECT position, hash INTO last_position, last_hash FROM audit_event
  WHERE organisation_id = own AND position < (SELECT min(position) FROM audit_event WHERE organisation_id = own AND at >= before)
  ORDER BY position DESC LIMIT 1;
  IF last_position IS NULL THEN
    RETURN 0;
  END IF;
  DELETE FROM audit_event WHERE organisation_id = own AND position <= last_position;
  GET DIAGNOSTICS trimmed = ROW_COUNT;
  UPDATE audit_head SET trimmed_position = last_position, trimmed_hash = last_hash WHERE organisation_id = own;
  RETURN trimmed;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION erase_assessments_of(uuid), erase_superseded_assessments(date), trim_audit(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_assessments_of(uuid), erase_superseded_assessments(date), trim_audit(timestamptz) TO capability_app;
