-- Takes the name of somebody who was erased off the assessments that they recorded of others. The levels
-- and dates stay: they are those people's records. `erased_name` finds what was recorded under the name
-- by somebody who is no member any more.
CREATE FUNCTION erase_assessor(erased_user uuid, erased_name text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own uuid := nullif(current_setting('app.organisation_id', true), '')::uuid;
  erased bigint;
BEGIN
  UPDATE assessment SET assessor_name = 'Somebody who has left'
  WHERE organisation_id = own AND (
    assessor_user_id = erased_user
    OR (assessor_name = erased_name AND NOT EXISTS (
      SELECT FROM membership
      WHERE membership.organisation_id = own AND membership.user_id = assessment.assessor_user_id
    ))
  );
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION erase_assessor(uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_assessor(uuid, text) TO capability_app;
