import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessRole } from '#app/domain/access/access-role.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { decideRelease } from '#app/services/framework/release/decide-release.server.ts';
import { publishRelease } from '#app/services/framework/release/publish-release.server.ts';
import { readReleaseEffects } from '#app/services/framework/release/read-release-effects.server.ts';
import { readUpload } from '#app/services/framework/release/read-upload.server.ts';
import { startRelease } from '#app/services/framework/release/start-release.server.ts';
import { loadDemo } from '#scripts/demo/load-demo.ts';
import { madeUpRelease, type MadeUpRelease } from '#tests/fixtures/made-up-release.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { readFlags } from './read-flags.server.ts';
import { readReleaseImpact, type ReleaseImpact } from './read-release-impact.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const now = new Date('2026-06-01T09:00:00Z');
const today = '2026-06-01';

let organisationId = '';
let releaseId = '';
let versionId = '';
let made: MadeUpRelease;

const contextOf = (accessRole: AccessRole, teamId?: string) => contextAs(database, { accessRole, organisationId, now, ...(teamId ? { teamId } : {}) });
const rowsOf = async <Row extends object>(text: string, ...values: unknown[]) => (await database.ownerPool.query<Row>(text, [organisationId, ...values])).rows;

/** People present today who stand in a role level, with what is kept of them and one skill: counted in SQL alone. */
const placedIn = (roleName: string, roleLevelName: string, skillName: string) =>
  rowsOf<{ person_id: string; team_id: string; expected_level: number | null; agreed_level: number | null }>(
    `select p.person_id, p.team_id, c.expected_level, c.agreed_level from placement p
     join person on person.organisation_id = $1 and person.id = p.person_id
     join role_level rl on rl.organisation_id = $1 and rl.id = p.role_level_id
     join role r on r.organisation_id = $1 and r.id = rl.role_id
     left join skill s on s.organisation_id = $1 and s.name = $4
     left join current_assessment c on c.organisation_id = $1 and c.person_id = p.person_id and c.skill_id = s.id
     where p.organisation_id = $1 and p.ends_on is null and r.name = $2 and rl.name = $3
       and person.starts_on <= '${today}' and (person.leaves_on is null or person.leaves_on >= '${today}')`,
    roleName,
    roleLevelName,
    skillName,
  );

const recordedIn = (skillName: string) =>
  rowsOf<{ person_id: string }>(
    `select c.person_id from current_assessment c join skill s on s.organisation_id = $1 and s.id = c.skill_id and s.name = $2
     join person on person.organisation_id = $1 and person.id = c.person_id
     where c.organisation_id = $1 and c.team_id is not null and coalesce(c.self_level, c.manager_level, c.agreed_level) is not null
       and person.starts_on <= '${today}' and (person.leaves_on is null or person.leaves_on >= '${today}')`,
    skillName,
  );

/** Everybody's cells, by person and skill, and the whole of the flags. */
async function standing() {
  const cells = await rowsOf<{ cell: string; person_id: string; expected_level: number | null; agreed_level: number | null }>(
    `select c.person_id || ' ' || c.skill_id as cell, c.person_id, c.expected_level, c.agreed_level from current_assessment c
     join person on person.organisation_id = $1 and person.id = c.person_id
     where c.organisation_id = $1 and c.team_id is not null and person.starts_on <= '${today}' and (person.leaves_on is null or person.leaves_on >= '${today}')`,
  );
  const [top] = await rowsOf<{ id: string }>('select id from team where organisation_id = $1 and parent_id is null');
  const { flags } = await readFlags(await contextOf('head-of-service'), { teamId: top!.id });
  return { cells: new Map(cells.map((row) => [row.cell, row])), flags };
}

const keyed = (impact: ReleaseImpact, key: string) => impact.items.find(({ itemKey }) => itemKey === key)!;

beforeAll(async () => {
  ({ organisationId } = await loadDemo(database.pool, { slug: 'released', now }));
  const head = await contextOf('head-of-service');
  const [adopted] = await rowsOf<{ version_id: string }>(
    "select a.version_id from framework_adoption a join framework f on f.organisation_id = $1 and f.id = a.framework_id where a.organisation_id = $1 and f.key = 'gdad'",
  );
  versionId = adopted!.version_id;
  made = madeUpRelease(await head.db.transaction((tx) => readFrameworkFacts(tx, organisationId, versionId)));
  const files = Object.entries({ 'roles.csv': made.rolesCsv, 'skills.csv': made.skillsCsv, 'change-notes.csv': made.changeNotesCsv });
  const started = await startRelease(head, files.map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
  if (!started.ok) throw new Error(started.problem.message);
  releaseId = started.value.releaseIds[0]!;
  await readUpload(head.db, releaseId);
}, 60_000);

describe('the impact of the made-up release on the demo organisation', () => {
  it('counts every moved expectation as plain SQL does', async () => {
    const impact = (await readReleaseImpact(await contextOf('head-of-service'), releaseId))!;
    const { items } = await readReleaseEffects(await contextOf('head-of-service'), releaseId);
    for (const { roleName, roleLevelName, skillName, levelBefore, levelAfter } of made.expected.moved) {
      const people = await placedIn(roleName, roleLevelName, skillName);
      expect(people.length).toBeGreaterThan(0);
      expect(people.map((person) => person.expected_level)).toEqual(people.map(() => levelBefore));
      const item = items.find(({ kind, detail, after }) => kind.startsWith('expectation-') && detail.skillName === skillName && after.includes(roleLevelName))!;
      const met = ({ agreed_level: agreed }: { agreed_level: number | null }, expected: number | null) => agreed !== null && expected !== null && agreed >= expected;
      const below = ({ agreed_level: agreed }: { agreed_level: number | null }, expected: number | null) => agreed !== null && expected !== null && agreed < expected;
      const found = keyed(impact, item.key);
      expect(found).toMatchObject({
        people: people.length,
        teams: new Set(people.map((person) => person.team_id)).size,
        unseen: 0,
        measuredOtherwise: people.length,
        metToBelow: people.filter((person) => met(person, levelBefore) && below(person, levelAfter)).length,
        belowToMet: people.filter((person) => below(person, levelBefore) && met(person, levelAfter)).length,
        more: 0,
      });
      expect(found.rows.map(({ personId, agreedBefore, agreedAfter, expectedBefore, expectedAfter, gapBefore, gapAfter }) => [personId, agreedBefore, agreedAfter, expectedBefore, expectedAfter, gapBefore, gapAfter]).sort()).toEqual(
        people
          .map(({ person_id: id, agreed_level: agreed }) => {
            const gap = (expected: number | null) => (agreed === null || expected === null ? null : agreed - expected);
            return [id, agreed, agreed, levelBefore, levelAfter, gap(levelBefore), gap(levelAfter)];
          })
          .sort(),
      );
    }
    // Two of the three incident managers meet awareness of the skill, and not what is asked for instead.
    expect(impact.items.reduce((sum, { metToBelow }) => sum + metToBelow, 0)).toBe(2);
  });

  it('counts who was recorded in what is renamed, and who stands in the role that goes', async () => {
    const impact = (await readReleaseImpact(await contextOf('head-of-service'), releaseId))!;
    const { items } = await readReleaseEffects(await contextOf('head-of-service'), releaseId);
    for (const { before, after } of made.expected.renamed) {
      const item = items.find(({ kind, after: names }) => kind === 'renamed' && names.includes(after))!;
      expect(keyed(impact, item.key)).toMatchObject({ people: (await recordedIn(before)).length, measuredOtherwise: 0, metToBelow: 0, belowToMet: 0, flags: { come: [], go: [], change: [] } });
    }
    const gone = keyed(impact, items.find(({ kind, part }) => kind === 'gone' && part === 'role')!.key);
    const [{ people }] = (await rowsOf<{ people: number }>(
      `select count(*)::int as people from placement p join role_level rl on rl.organisation_id = $1 and rl.id = p.role_level_id
       join role r on r.organisation_id = $1 and r.id = rl.role_id where p.organisation_id = $1 and p.ends_on is null and r.name = $2`,
      made.expected.goneRole,
    )) as [{ people: number }];
    expect(people).toBeGreaterThan(0);
    expect(gone).toMatchObject({ people, measuredOtherwise: people });
    expect(gone.rows.every(({ expectedBefore, expectedAfter, agreedBefore, agreedAfter }) => expectedBefore !== null && expectedAfter === null && agreedBefore === agreedAfter)).toBe(true);
    for (const reworded of items.filter(({ kind }) => kind === 'wording')) expect(keyed(impact, reworded.key)).toMatchObject({ people: 0, rows: [] });
  });

  it('tells an administrator where people stand and nothing of their levels or flags', async () => {
    const impact = (await readReleaseImpact(await contextOf('administrator'), releaseId))!;
    const { items } = await readReleaseEffects(await contextOf('administrator'), releaseId);
    const nothing = { measuredOtherwise: 0, metToBelow: 0, belowToMet: 0, toReview: 0, flags: null };
    for (const item of impact.items) expect(item).toMatchObject({ ...nothing, rows: [], more: 0, unseen: item.people });
    expect(impact.total).toMatchObject({ ...nothing, flagsBefore: null, flagsAfter: null, unseen: impact.total.people });
    const [first] = made.expected.moved;
    const item = items.find(({ kind, detail }) => kind === 'expectation-moved' && detail.skillName === first!.skillName)!;
    expect(keyed(impact, item.key).people).toBe((await placedIn(first!.roleName, first!.roleLevelName, first!.skillName)).length);
  });

  it('records the look of whoever sees levels, and none of whoever does not', async () => {
    const looks = async () => (await rowsOf<{ count: string }>("select count(*) from audit_event where organisation_id = $1 and action = 'ratings.view' and detail->>'page' = 'release'"))[0]!.count;
    const before = Number(await looks());
    await readReleaseImpact(await contextOf('administrator'), releaseId);
    expect(Number(await looks())).toBe(before);
    await readReleaseImpact(await contextOf('head-of-service'), releaseId);
    expect(Number(await looks())).toBe(before + 1);
  });

  it('names a head of one team their own people, and counts the others', async () => {
    const [first] = made.expected.moved;
    const [somebody] = await placedIn(first!.roleName, first!.roleLevelName, first!.skillName);
    const [elsewhere] = await rowsOf<{ id: string }>('select id from team where organisation_id = $1 and id <> $2 and not exists (select 1 from team below where below.organisation_id = $1 and below.parent_id = team.id)', somebody!.team_id);
    const [mine, theirs] = [await contextOf('head-of-service', somebody!.team_id), await contextOf('head-of-service', elsewhere!.id)];
    const { items } = await readReleaseEffects(mine, releaseId);
    const { key } = items.find(({ kind, detail }) => kind === 'expectation-moved' && detail.skillName === first!.skillName)!;
    const [seen, hidden] = [keyed((await readReleaseImpact(mine, releaseId))!, key), keyed((await readReleaseImpact(theirs, releaseId))!, key)];
    expect([seen.unseen, seen.rows.length]).toEqual([0, seen.people]);
    expect(hidden).toMatchObject({ people: seen.people, unseen: seen.people, rows: [], measuredOtherwise: 0, flags: { come: [], go: [], change: [] } });
  });

  it('is what is measured after it was published', async () => {
    const head = await contextOf('head-of-service');
    const { items } = await readReleaseEffects(head, releaseId);
    const asked = items.filter(({ asks, proposal }) => asks && proposal !== null);
    const decided = await decideRelease(head, releaseId, { revision: 0, decisions: Object.fromEntries(asked.map(({ key, proposal }) => [key, proposal])) });
    if (!decided.ok) throw new Error(decided.problem.message);
    const { total } = (await readReleaseImpact(head, releaseId))!;
    const before = await standing();
    expect(await publishRelease(head, releaseId, decided.value.revision)).toMatchObject({ ok: true });
    const after = await standing();
    const cells = [...new Set([...before.cells.keys(), ...after.cells.keys()])].map((cell) => ({ person: cell.split(' ')[0], was: before.cells.get(cell), is: after.cells.get(cell) }));
    const gap = (row: { expected_level: number | null; agreed_level: number | null } | undefined) => (row?.expected_level == null || row.agreed_level === null ? null : row.agreed_level - row.expected_level);
    const crossed = (from: (gap: number) => boolean, to: (gap: number) => boolean) =>
      cells.filter(({ was, is }) => gap(was) !== null && gap(is) !== null && from(gap(was)!) && to(gap(is)!)).length;
    expect(total.measuredOtherwise).toBe(
      new Set(cells.filter(({ was, is }) => (was?.expected_level ?? null) !== (is?.expected_level ?? null) || (was?.agreed_level ?? null) !== (is?.agreed_level ?? null)).map(({ person }) => person)).size,
    );
    expect([total.metToBelow, total.belowToMet]).toEqual([crossed((one) => one >= 0, (one) => one < 0), crossed((one) => one < 0, (one) => one >= 0)]);
    expect([total.flagsBefore, total.flagsAfter]).toEqual([before.flags.length, after.flags.length]);
    // Nothing that was recorded is another: no agreed level of anybody changed.
    expect(cells.filter(({ was, is }) => was && is && was.agreed_level !== is.agreed_level)).toEqual([]);
    await expect(readReleaseImpact(head, releaseId)).rejects.toMatchObject({ status: 404 });
  });
});
