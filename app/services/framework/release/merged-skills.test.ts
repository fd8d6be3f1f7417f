import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { importFramework } from '#app/services/framework/import/import-framework.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { loadDemo } from '#scripts/demo/load-demo.ts';
import { type MadeUpRelease, madeUpRelease } from '#tests/fixtures/made-up-release.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { textFile } from '#tests/helpers/framework-files.ts';
import { readUploaded } from '#tests/helpers/read-uploaded.ts';
import { tenantChecksumWithoutAudit } from '#tests/helpers/tenant-checksum.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { decideRelease } from './decide-release.server.ts';
import { publishRelease } from './publish-release.server.ts';
import { withdrawRelease } from './withdraw-release.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const now = new Date('2026-06-01T09:00:00Z');
const official = new URL('../../../../../shared/framework/', import.meta.url);
const officialFiles = ['roles.csv', 'skills.csv', 'role-pages/incident-manager.txt', 'role-pages/it-service-manager.txt'];
const overCatalogue = [
  ['the bundled catalogue', 'carry-first', { both: [2, false], gone: null, staying: [4, false] }],
  ['the bundled catalogue', 'carry-all', { both: [3, true], gone: [1, true], staying: [4, false] }],
] as const;
/** Last, as it is published and stays. */
const overOfficial = [['the official files', 'carry-all', { both: [3, true], gone: [1, true], staying: [4, false] }]] as const;
const cases = existsSync(official) ? [...overCatalogue, ...overOfficial] : overCatalogue;

/** What a release leaves behind when it was taken back: its own rows, its withdrawn version, and identities that wait for their return. */
const leftBehind = /^(?:organisation_revision|team_revision|framework_(?:release|release_decision|version)|role_level|scale_step|(?:role|role_level|skill)_content|skill_level|expectation)$/;

describe('the skills that the made-up release merges', () => {
  let organisationId = '';
  let context: Context;
  let made: MadeUpRelease;
  /** Who holds both skills, only the one that goes, only the one that stays. */
  let both = '';
  let gone = '';
  let staying = '';

  const rowsOf = async <Row extends object>(text: string, ...values: unknown[]) => (await database.ownerPool.query<Row>(text, [organisationId, ...values])).rows;
  const skillId = async (name: string) => (await rowsOf<{ id: string }>('select id from skill where organisation_id = $1 and name = $2', name))[0]!.id;
  /** The agreed level of the skill that stays, and whether it is to be reviewed. */
  const standing = async () => {
    const rows = await rowsOf<{ person_id: string; agreed_level: number | null; needs_review: boolean }>(
      'select person_id, agreed_level, needs_review from current_assessment where organisation_id = $1 and skill_id = $2',
      await skillId(made.expected.merged.after),
    );
    const of = (personId: string) => rows.filter((row) => row.person_id === personId).map((row) => [row.agreed_level, row.needs_review])[0] ?? null;
    return { both: of(both), gone: of(gone), staying: of(staying) };
  };
  const recorded = () => rowsOf('select * from assessment where organisation_id = $1 order by sequence');

  async function publish(choice: ReleaseChoice): Promise<string> {
    const open = await readUploaded(context, [textFile('roles.csv', made.rolesCsv), textFile('skills.csv', made.skillsCsv), textFile('change-notes.csv', made.changeNotesCsv)]);
    const asked = open.plan!.items.filter(({ asks }) => asks);
    const decisions = Object.fromEntries(asked.map(({ key, kind, proposal }) => [key, kind === 'merged' ? choice : proposal]));
    const decided = await decideRelease(context, open.id, { revision: open.revision, decisions });
    if (!decided.ok) throw new Error(decided.problem.message);
    const published = await publishRelease(context, open.id, decided.value.revision);
    if (!published.ok) throw new Error(published.problem.message);
    return open.id;
  }

  /** The made-up next release of what is adopted. */
  async function makeUp(): Promise<void> {
    const [adopted] = await rowsOf<{ version_id: string }>(
      "select version_id from framework_adoption a join framework f on f.organisation_id = $1 and f.id = a.framework_id and f.key = 'gdad' where a.organisation_id = $1",
    );
    made = madeUpRelease(await context.db.transaction((tx) => readFrameworkFacts(tx, organisationId, adopted!.version_id)));
  }

  async function importOfficial(): Promise<void> {
    const files = officialFiles.map((name) => textFile(name.split('/').at(-1)!, readFileSync(new URL(name, official), 'utf8')));
    const imported = await importFramework(context, files);
    if (!imported.ok) throw new Error(JSON.stringify(imported));
    await makeUp();
  }

  beforeAll(async () => {
    ({ organisationId } = await loadDemo(database.pool, { slug: 'merging', now }));
    context = await contextAs(database, { accessRole: 'administrator', organisationId, now, alsoLeads: true });
    await makeUp();
    const [stays = '', goes = ''] = await Promise.all(made.expected.merged.before.map(skillId));
    const people = await rowsOf<{ id: string }>(
      `select id from person where organisation_id = $1 and leaves_on is null and starts_on < '2026-01-01'
       and not exists (select 1 from assessment a where a.organisation_id = $1 and a.person_id = person.id and a.skill_id = any($2)) order by name limit 3`,
      [stays, goes],
    );
    [both = '', gone = '', staying = ''] = people.map(({ id }) => id);
    const agree = async (personId: string, id: string, level: number, assessedOn: string) => {
      const saved = await saveAssessment(context, personId, { assessedOn, entries: [{ skillId: id, source: 'agreed', level, note: null }] });
      if (!saved.ok) throw new Error(saved.problem.message);
    };
    await agree(both, stays, 2, '2026-05-20');
    await agree(both, goes, 3, '2026-05-25');
    await agree(gone, goes, 1, '2026-05-25');
    await agree(staying, stays, 4, '2026-05-20');
  }, 120_000);

  it.each(cases)('over %s count as it is decided by %s; nothing recorded changes, and taking it back leaves no trace in the records', async (base, choice, expected) => {
    if (base === 'the official files') await importOfficial();
    const [history, sums, before] = [await recorded(), await tenantChecksumWithoutAudit(database, organisationId), await standing()];
    const id = await publish(choice);
    expect(await standing()).toEqual(expected);
    expect(await recorded()).toEqual(history);
    expect(await measureDrift(context.db, '2026-06-01')).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
    expect(await withdrawRelease(context, id)).toMatchObject({ ok: true });
    expect(await standing()).toEqual(before);
    const after = await tenantChecksumWithoutAudit(database, organisationId);
    expect(Object.keys(after).filter((table) => after[table] !== sums[table] && !leftBehind.test(table))).toEqual([]);
  }, 120_000);
});
