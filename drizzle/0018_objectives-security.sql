-- The policy of 0001 on the tenant tables that objectives bring.
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
