-- What every request asks, as functions: PostgreSQL plans their statements once for a connection and keeps the plans, where a pooler in
-- transaction mode lets nobody prepare statements, and to plan these takes several times as long as to answer them. They run as whoever
-- calls them, inside the organisation that the transaction has set: row-level security binds their statements as it binds any other.

-- The key of an organisation by its hash. Where a counter is named, its call is counted in that row of the throttle: how many were, and until
-- when they count. No counter begins for a key that is not there.
CREATE FUNCTION caller_by_key(asked_organisation uuid, asked_hash text, counter text, counts_until bigint, at bigint)
RETURNS TABLE (id uuid, name text, access text, last_used_at timestamptz, organisation_name text, points integer, expire bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  SELECT api_key.id, api_key.name, api_key.access, api_key.last_used_at, organisation.name
  INTO id, name, access, last_used_at, organisation_name
  FROM api_key JOIN organisation ON organisation.id = api_key.organisation_id
  WHERE api_key.organisation_id = asked_organisation AND api_key.key_hash = asked_hash AND api_key.revoked_at IS NULL;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF counter IS NOT NULL THEN
    INSERT INTO throttle AS taken (key, points, expire) VALUES (counter, 1, counts_until)
    ON CONFLICT (key) DO UPDATE SET points = CASE WHEN taken.expire <= at THEN 1 ELSE taken.points + 1 END,
      expire = CASE WHEN taken.expire <= at THEN excluded.expire ELSE taken.expire END
    RETURNING taken.points, taken.expire INTO points, expire;
  END IF;
  RETURN NEXT;
END $$;
--> statement-breakpoint
-- How often the pictures of a team and the teams under it have changed, how many teams that are, and which team is above it.
CREATE FUNCTION changes_of_pictures(asked_organisation uuid, asked_team uuid)
RETURNS TABLE (organisation bigint, parent uuid, teams integer, changes numeric)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH RECURSIVE subtree AS (
    SELECT id, parent_id FROM team WHERE organisation_id = asked_organisation AND id = asked_team
    UNION
    SELECT team.id, team.parent_id FROM subtree JOIN team ON team.organisation_id = asked_organisation AND team.parent_id = subtree.id
  )
  SELECT (SELECT revision FROM organisation_revision WHERE organisation_id = asked_organisation),
    (SELECT parent_id FROM subtree WHERE id = asked_team), count(subtree.id)::integer, sum(kept.revision)
  FROM subtree LEFT JOIN team_revision kept ON kept.organisation_id = asked_organisation AND kept.team_id = subtree.id;
END $$;
--> statement-breakpoint
-- The session of a token's hash that has not ended by a moment. Sessions stand outside every organisation.
CREATE FUNCTION lasting_session(asked_hash text, at timestamptz)
RETURNS TABLE (user_id uuid, public_id uuid, organisation_id uuid, created_at timestamptz, expires_at timestamptz, method text, second_factor_at timestamptz,
  awaits text, bound_organisation_id uuid)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT user_id, public_id, organisation_id, created_at, expires_at, method, second_factor_at, awaits, bound_organisation_id
  FROM session WHERE id = asked_hash AND expires_at > at;
END $$;
--> statement-breakpoint
-- Who a user is in an organisation, with what they were granted; the teams only where a grant is of one.
CREATE FUNCTION member_of(asked_organisation uuid, asked_user uuid)
RETURNS TABLE (name text, organisation_name text, second_factor_required boolean, person_id uuid, suspended boolean, leaves_on text, granted json, teams json)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT app_user.name, organisation.name, organisation.second_factor_required, membership.person_id,
    membership.suspended_at IS NOT NULL, person.leaves_on::text, given.granted,
    CASE WHEN given.by_team THEN (
      SELECT json_agg(json_build_object('id', team.id, 'parentId', team.parent_id, 'name', team.name)) FROM team WHERE team.organisation_id = asked_organisation
    ) END
  FROM membership
  JOIN app_user ON app_user.id = membership.user_id
  JOIN organisation ON organisation.id = membership.organisation_id
  LEFT JOIN person ON person.organisation_id = membership.organisation_id AND person.id = membership.person_id
  CROSS JOIN (
    SELECT json_agg(json_build_object('accessRole', access_role, 'teamId', team_id, 'roleId', role_id)) AS granted, bool_or(team_id IS NOT NULL) AS by_team
    FROM access_grant WHERE organisation_id = asked_organisation AND user_id = asked_user
  ) given
  WHERE membership.organisation_id = asked_organisation AND membership.user_id = asked_user;
END $$;
