import pg from 'pg';
import { appRole } from '#db/roles.ts';
import type { Job } from './measure-rounds.ts';
import type { Bench } from './open-bench.ts';

type Row = Record<string, unknown>;

const cellsQuery = `
  select person_id, skill_id, expected_level, self_level, self_on::text, manager_level, manager_on::text, agreed_level, agreed_on::text,
    agreed_exempt_until::text, needs_review, disputed
  from current_assessment where organisation_id = $1 and team_id = any($2)`;
const peopleQuery = `
  select person.id, person.name, placement.team_id, placement.role_level_id, person.leaves_on::text
  from placement join person on person.organisation_id = $1 and person.id = placement.person_id
  where placement.organisation_id = $1 and placement.team_id = any($2) and placement.ends_on is null
    and person.starts_on <= current_date and (person.leaves_on is null or person.leaves_on >= current_date)`;
const countsQuery = 'select team_id, skill_id, expected, assessed, met from team_skill_summary where organisation_id = $1 and team_id = any($2)';
const levelsQuery = `
  select team_id, skill_id, expected, assessed, met, at_level::text, oldest_agreed_on::text
  from team_skill_summary where organisation_id = $1 and team_id = any($2)`;
const presentQuery = `
  select placement.team_id, count(*)::int as people
  from placement join person on person.organisation_id = $1 and person.id = placement.person_id
  where placement.organisation_id = $1 and placement.team_id = any($2) and placement.ends_on is null
    and person.starts_on <= current_date and (person.leaves_on is null or person.leaves_on >= current_date)
  group by placement.team_id`;
const namesOf = (table: 'skill' | 'team') => `select id, name from ${table} where organisation_id = $1 and id = any($2)`;
const rolesQuery = `
  select role_level.id, role_level.name, role.name as role_name from role_level
  join role on role.organisation_id = $1 and role.id = role_level.role_id
  where role_level.organisation_id = $1 and role_level.id = any($2)`;

/** Each answers the rows that are the result itself, beside which names are few. */
export interface Floors {
  /** What is known of each person of the teams, with the names of people, teams, roles and skills. */
  people: () => Promise<Row[]>;
  /** The counts of each team, as the older matrix has them, with the names of teams and skills and the people in each. */
  counts: () => Promise<Row[]>;
  /** The same, with the people at each level and the oldest day, as the picture has them. */
  levels: () => Promise<Row[]>;
  /** The cells or the counts alone, without a name. */
  bareCells: Job;
  bareCounts: Job;
  close(): Promise<void>;
}

/**
 * The same results by plain SQL through one connection, written as with care: prepared statements that are planned once, each of one
 * index, names by their ids, no transaction, the dates and lists as the texts that they travel as, and the organisation set once for the
 * whole connection, whose role row-level security binds as it binds the service's. They sort, judge and pack nothing, record no look and
 * ask nobody whether they may.
 */
export async function openFloors({ runtime }: Pick<Bench, 'runtime'>, organisationId: string, teamIds: readonly string[]): Promise<Floors> {
  const client = new pg.Client({ connectionString: runtime.pool.options.connectionString });
  await client.connect();
  await client.query(`set role ${appRole}`);
  await client.query("select set_config('app.organisation_id', $1, false)", [organisationId]);
  let statements = 0;
  const prepared = (text: string) => {
    const name = `floor-${(statements += 1)}`;
    return async (ids = teamIds) => (await client.query<Row>({ name, text, values: [organisationId, ids] })).rows;
  };
  const [cells, people, counts, levels, present] = [prepared(cellsQuery), prepared(peopleQuery), prepared(countsQuery), prepared(levelsQuery), prepared(presentQuery)];
  const [skills, teams, roles] = [prepared(namesOf('skill')), prepared(namesOf('team')), prepared(rolesQuery)];
  const distinct = (rows: readonly Row[], column: string) => [...new Set(rows.map((row) => row[column] as string))];
  const withNames = (read: () => Promise<Row[]>) => async () => {
    const rows = await read();
    await teams();
    await present();
    await skills(distinct(rows, 'skill_id'));
    return rows;
  };
  return {
    people: async () => {
      const rows = await cells();
      const placed = await people();
      await roles(distinct(placed, 'role_level_id'));
      await teams();
      await skills(distinct(rows, 'skill_id'));
      return rows;
    },
    counts: withNames(counts),
    levels: withNames(levels),
    bareCells: () => cells(),
    bareCounts: () => counts(),
    close: () => client.end(),
  };
}
