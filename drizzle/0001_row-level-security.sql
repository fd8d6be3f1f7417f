-- One policy on every tenant table, forced, so that not even the owner reads past it.
-- The setting is transaction-local (db/tenant.ts) and wrapped in a sub-select so that it is
-- evaluated once a query, and not once a row.
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOR tenant_table IN
    SELECT c.relname
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
    WHERE c.relkind = 'r' AND c.relname <> 'session'
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
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON organisation USING (id = (SELECT nullif(current_setting('app.organisation_id', true), '')::uuid));
--> statement-breakpoint
-- The two look-ups that come before the organisation is known: a command names it by its slug,
-- and a person who signs in has memberships. Each sees exactly what was named, and only reads.
CREATE POLICY by_slug ON organisation FOR SELECT USING (slug = (SELECT nullif(current_setting('app.organisation_slug', true), '')));
--> statement-breakpoint
CREATE POLICY own_membership ON membership FOR SELECT USING (user_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
--> statement-breakpoint
-- History and audit grow and are never rewritten by the application.
REVOKE UPDATE, DELETE, TRUNCATE ON assessment, audit_event FROM capability_app;
--> statement-breakpoint
CREATE INDEX current_assessment_team_cells ON current_assessment (organisation_id, team_id, skill_id)
  INCLUDE (person_id, expected_level, self_level, self_on, manager_level, manager_on, agreed_level, agreed_on);
