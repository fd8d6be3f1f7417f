import { type SQL, sql } from 'drizzle-orm';

/**
 * The common table expressions behind every answer to "what was said of this person and skill", the last
 * of them `counting`: the history of these people, each row under the skill that it counts for. Put it after
 * `with recursive`. One text for what is kept ready, for a look back and for the form, so that they cannot differ.
 *
 * A row counts for its own skill. By a succession it counts for the skill that took its place as well, if it
 * was recorded under a release before the one that brought the succession: what is said of a skill that lives
 * on after a split says nothing of the other half. Successions of several releases are followed in the order
 * of the releases; `union` keeps each way once, so that a circle ends. Where the skill itself is gone and
 * something took its place, its own cell is gone too.
 *
 * `review` says that the wording of the skill has changed its meaning since (a lower `meaning_revision` under
 * the row's version than under the adopted one), or that the row came across a succession. A reading of
 * "not observed" holds no level that could be looked at again.
 */
export function countingAssessments(organisationId: string, personIds: readonly string[]): SQL {
  const ids = sql.param([...personIds]);
  // Membership in a set is a hash that no estimate undoes; a join would be read again for each row of a bulk load.
  return sql`
    carried as (
      select brought.from_skill_id, brought.to_skill_id, version.published_at as since,
        coalesce(version.base_version_id, version.id) as release_id, version.published_at as latest
      from skill_succession brought
      join framework_version version on version.organisation_id = ${organisationId}
        and version.id = brought.version_id and version.withdrawn_at is null
      where brought.organisation_id = ${organisationId}
      union
      select carried.from_skill_id, brought.to_skill_id, carried.since, carried.release_id, version.published_at
      from carried
      join skill_succession brought on brought.organisation_id = ${organisationId}
        and brought.from_skill_id = carried.to_skill_id and brought.to_skill_id <> carried.from_skill_id
      join framework_version version on version.organisation_id = ${organisationId}
        and version.id = brought.version_id and version.withdrawn_at is null
        and version.published_at >= carried.latest
    ), gone as (
      select from_skill_id as skill_id from carried
      where from_skill_id not in (
        select content.skill_id from framework_adoption adopted
        join skill_content content on content.organisation_id = ${organisationId} and content.version_id = adopted.version_id
        where adopted.organisation_id = ${organisationId})
    ), reworded as (
      select old.version_id, old.skill_id
      from framework_adoption adopted
      join skill_content present on present.organisation_id = ${organisationId} and present.version_id = adopted.version_id
      join skill_content old on old.organisation_id = ${organisationId} and old.skill_id = present.skill_id
      where adopted.organisation_id = ${organisationId} and present.meaning_revision > 1
        and old.meaning_revision < present.meaning_revision
    ), counting as (
      select id, person_id, skill_id, source, level, exempt_until, assessed_on, sequence,
        level is not null and (framework_version_id, skill_id) in (select version_id, skill_id from reworded) as review
      from assessment
      where organisation_id = ${organisationId} and person_id = any(${ids}::uuid[])
        and skill_id not in (select skill_id from gone)
      union all
      select row.id, row.person_id, carried.to_skill_id, row.source, row.level, row.exempt_until, row.assessed_on, row.sequence, row.level is not null
      from (select distinct from_skill_id, to_skill_id, since, release_id from carried) carried
      join assessment row on row.organisation_id = ${organisationId} and row.person_id = any(${ids}::uuid[])
        and row.skill_id = carried.from_skill_id
      join framework_version made on made.organisation_id = ${organisationId} and made.id = row.framework_version_id
        and made.published_at <= carried.since and coalesce(made.base_version_id, made.id) <> carried.release_id
      where carried.to_skill_id not in (select skill_id from gone)
    )`;
}
