import type { JourneyDatabase } from './database.ts';

/** Gives the service so many people more, about: copies of those it has, with what is recorded of them. */
export async function enlargeService({ ownerPool }: JourneyDatabase, organisationId: string, people: number): Promise<void> {
  await ownerPool.query(
    `with original as (
       select person.*, placement.team_id, placement.role_level_id, row_number() over (order by person.id) as place, count(*) over () as many
       from person join placement on placement.organisation_id = person.organisation_id and placement.person_id = person.id and placement.ends_on is null
       where person.organisation_id = $1
     ), copy as materialized (
       select original.*, gen_random_uuid() as copy_id, number from original, generate_series(1, ($2 / original.many)::int) as number
     ), people as (
       insert into person (organisation_id, id, name, starts_on, created_at)
       select organisation_id, copy_id, name || ' ' || number, starts_on, created_at from copy
     ), placements as (
       insert into placement (organisation_id, id, person_id, team_id, role_level_id, starts_on, created_at)
       select organisation_id, gen_random_uuid(), copy_id, team_id, role_level_id, starts_on, created_at from copy
     )
     insert into current_assessment (organisation_id, person_id, skill_id, team_id, role_level_id, expected_level, self_level, self_on, manager_level, manager_on, agreed_level, agreed_on)
     select copy.organisation_id, copy_id, skill_id, now.team_id, now.role_level_id, expected_level, self_level, self_on, manager_level, manager_on, agreed_level, agreed_on
     from copy join current_assessment now on now.organisation_id = copy.organisation_id and now.person_id = copy.id`,
    [organisationId, people],
  );
}
