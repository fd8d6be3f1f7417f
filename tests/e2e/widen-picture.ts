import type { JourneyDatabase } from './database.ts';

interface Widening {
  /** How many columns the picture of people has then. */
  columns: number;
  /** Of whom each further skill is expected: of everybody, or of every so many people. */
  everyNth?: number;
}

/**
 * Gives the picture of an organisation's people more columns: skills of its frameworks that nobody there needs yet are expected of people,
 * and some of these are assessed in them. Throws an Error where the frameworks have too few skills.
 */
export async function widenPicture({ ownerPool }: JourneyDatabase, organisationId: string, { columns, everyNth = 1 }: Widening): Promise<void> {
  const { rows } = await ownerPool.query<{ there: number; more: string[] }>(
    `with there as (
       select skill_id from current_assessment where organisation_id = $1 and team_id is not null
       union select skill_id from coverage_rule where organisation_id = $1
     )
     select (select count(*) from there)::int as there, array_agg(skill.id order by skill.name) as more
     from skill
     where skill.organisation_id = $1 and skill.id not in (select skill_id from there)
       and exists (
         select from framework_adoption adopted
         join skill_content content on content.organisation_id = $1 and content.version_id = adopted.version_id
         where adopted.organisation_id = $1 and content.skill_id = skill.id)`,
    [organisationId],
  );
  const { there, more } = rows[0]!;
  const added = more.slice(0, columns - there);
  if (there + added.length !== columns) throw new Error(`The picture has ${there} columns and could get ${more.length} more: that does not make ${columns}.`);
  await ownerPool.query(
    `insert into current_assessment (organisation_id, person_id, skill_id, team_id, role_level_id, expected_level, agreed_level, agreed_on)
     select $1, person.person_id, skill.id, person.team_id, person.role_level_id, 2,
       case when number % 5 = 0 then null else number % 4 end, case when number % 5 = 0 then null else current_date end
     from (select *, row_number() over (order by person_id) as place from placement where organisation_id = $1 and ends_on is null) as person
     cross join unnest($2::uuid[]) with ordinality as skill (id, at), lateral (select (place + skill.at)::int as number) as mixed
     where number % $3::int = 0`,
    [organisationId, added, everyNth],
  );
}
