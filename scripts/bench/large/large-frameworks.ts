import type { Client } from 'pg';

/** Skills that the people of the large organisation are expected to hold, together: the width of a service's picture. */
const wantedSkills = 60;
/** Role levels of a small organisation, whose framework is a cut of the large one's. */
const smallRoleLevels = 5;

interface RoleLevelSkills {
  role_level_id: string;
  skills: string[];
}

/** Role levels in their order, each taken if the skills of all that are taken stay within the number wanted. */
function choose(levels: readonly RoleLevelSkills[]): string[] {
  const taken = new Set<string>();
  return levels
    .filter(({ skills }) => {
      if (new Set([...taken, ...skills]).size > wantedSkills) return false;
      for (const skill of skills) taken.add(skill);
      return true;
    })
    .map((level) => level.role_level_id);
}

const id = (column: string) => `md5(o.id || '/' || ${column})::uuid`;

/** The tables of a framework in the order in which one needs the other, and how a small organisation's row is made of the large one's (`t`). */
const copies: [table: string, columns: string, values: string, taken?: string][] = [
  ['framework', 'organisation_id, id, key, name, kind', `o.id, ${id('t.id')}, t.key, t.name, t.kind`],
  ['framework_version', 'organisation_id, id, framework_id, label, fingerprint, published_at', `o.id, ${id('t.id')}, ${id('t.framework_id')}, t.label, t.fingerprint, t.published_at`],
  ['framework_adoption', 'organisation_id, framework_id, version_id, adopted_at', `o.id, ${id('t.framework_id')}, ${id('t.version_id')}, t.adopted_at`],
  ['role', 'organisation_id, id, framework_id, key, name', `o.id, ${id('t.id')}, ${id('t.framework_id')}, t.key, t.name`, 't.id in (select role_id from taken_level)'],
  ['role_level', 'organisation_id, id, role_id, key, name', `o.id, ${id('t.id')}, ${id('t.role_id')}, t.key, t.name`, 't.id in (select id from taken_level)'],
  ['skill', 'organisation_id, id, framework_id, key, name', `o.id, ${id('t.id')}, ${id('t.framework_id')}, t.key, t.name`, 't.id in (select id from taken_skill)'],
  ['scale_step', 'organisation_id, version_id, ordinal, name', `o.id, ${id('t.version_id')}, t.ordinal, t.name`],
  ['role_content', 'organisation_id, version_id, role_id, name, description', `o.id, ${id('t.version_id')}, ${id('t.role_id')}, t.name, t.description`, 't.role_id in (select role_id from taken_level)'],
  ['role_level_content', 'organisation_id, version_id, role_level_id, name, seniority, seniority_stated', `o.id, ${id('t.version_id')}, ${id('t.role_level_id')}, t.name, t.seniority, t.seniority_stated`, 't.role_level_id in (select id from taken_level)'],
  ['skill_content', 'organisation_id, version_id, skill_id, name, description', `o.id, ${id('t.version_id')}, ${id('t.skill_id')}, t.name, t.description`, 't.skill_id in (select id from taken_skill)'],
  ['skill_level', 'organisation_id, version_id, skill_id, ordinal, defined, statements', `o.id, ${id('t.version_id')}, ${id('t.skill_id')}, t.ordinal, t.defined, t.statements`, 't.skill_id in (select id from taken_skill)'],
  ['expectation', 'organisation_id, version_id, role_level_id, skill_id, expected_level', `o.id, ${id('t.version_id')}, ${id('t.role_level_id')}, ${id('t.skill_id')}, t.expected_level`, 't.role_level_id in (select id from taken_level)'],
];

/**
 * Chooses the role levels that people will hold, leaves them as `made_level`, with the expectations as `made_expectation`, and gives
 * each small organisation (`made_organisation` but the first) a framework of its own, cut out of the large one's.
 */
export async function largeFrameworks(owner: Client, largeId: string): Promise<void> {
  const { rows } = await owner.query<RoleLevelSkills>(
    `select e.role_level_id, array_agg(e.skill_id::text) as skills
     from expectation e join role_level l on l.organisation_id = e.organisation_id and l.id = e.role_level_id
     join role r on r.organisation_id = e.organisation_id and r.id = l.role_id
     where e.organisation_id = $1 group by e.role_level_id, r.key, l.key order by r.key, l.key`,
    [largeId],
  );
  const chosen = choose(rows);
  await owner.query('create temp table chosen_level as select id, at - 1 as at from unnest($1::uuid[]) with ordinality as chosen(id, at)', [chosen]);
  await owner.query(`create temp table taken_level as
    select l.id, l.role_id, chosen.at from chosen_level chosen join role_level l on l.organisation_id = '${largeId}' and l.id = chosen.id where chosen.at < ${smallRoleLevels}`);
  await owner.query(`create temp table taken_skill as select distinct skill_id as id from expectation where organisation_id = '${largeId}' and role_level_id in (select id from taken_level)`);
  for (const [table, columns, values, taken = 'true'] of copies) {
    await owner.query(`insert into ${table} (${columns}) select ${values} from made_organisation o cross join ${table} t where o.at > 0 and t.organisation_id = '${largeId}' and ${taken}`);
  }
  await owner.query(`create temp table made_level as
    select '${largeId}'::uuid as organisation_id, id, at from chosen_level
    union all select o.id, ${id('t.id')}, t.at from made_organisation o cross join taken_level t where o.at > 0`);
  await owner.query(`create temp table made_expectation as
    select e.organisation_id, e.version_id, e.role_level_id, e.skill_id, s.key as skill_key, e.expected_level
    from made_level l join expectation e on e.organisation_id = l.organisation_id and e.role_level_id = l.id
    join skill s on s.organisation_id = e.organisation_id and s.id = e.skill_id`);
  await owner.query('analyze made_level, made_expectation');
}
