import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { editTeam } from '#app/services/people/edit-team.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { accountCases } from './cross-organisation/account-cases.ts';
import { answerCases } from './cross-organisation/answer-cases.ts';
import { assessmentImportCases } from './cross-organisation/assessment-import-cases.ts';
import { auditCases } from './cross-organisation/audit-cases.ts';
import { careerCases } from './cross-organisation/career-cases.ts';
import { cycleCases } from './cross-organisation/cycle-cases.ts';
import { credentialCases } from './cross-organisation/credential-cases.ts';
import { jobCases } from './cross-organisation/job-cases.ts';
import { detailCases } from './cross-organisation/detail-cases.ts';
import { evidenceCases } from './cross-organisation/evidence-cases.ts';
import { objectiveCases } from './cross-organisation/objective-cases.ts';
import { frameworkCases } from './cross-organisation/framework-cases.ts';
import { gridCases } from './cross-organisation/grid-cases.ts';
import { furtherCases, withoutData } from './cross-organisation/further-cases.ts';
import { invitationsCases } from './cross-organisation/invitations-cases.ts';
import { keysCases } from './cross-organisation/keys-cases.ts';
import { importCases } from './cross-organisation/import-cases.ts';
import { lineCases } from './cross-organisation/line-cases.ts';
import { outboxCases } from './cross-organisation/outbox-cases.ts';
import { ownCases } from './cross-organisation/own-cases.ts';
import { moderationBoardCases } from './cross-organisation/moderation-board-cases.ts';
import { moderationCases } from './cross-organisation/moderation-cases.ts';
import { pictureCases } from './cross-organisation/picture-cases.ts';
import { pictureExportCases } from './cross-organisation/picture-export-cases.ts';
import { privacyCases } from './cross-organisation/privacy-cases.ts';
import { releaseCases } from './cross-organisation/release-cases.ts';
import { releaseImpactCases } from './cross-organisation/release-impact-cases.ts';
import { type Cases, type Expected, makeScene, type Scene } from './cross-organisation/scene.ts';
import { scoringCases } from './cross-organisation/scoring-cases.ts';
import { singleSignOnCases } from './cross-organisation/single-sign-on-cases.ts';
import { usersCases } from './cross-organisation/users-cases.ts';
import { versionCases } from './cross-organisation/version-cases.ts';
import { useTestDatabase } from './helpers/database.ts';
import { tenantChecksum } from './helpers/tenant-checksum.ts';
import { useTestRuntime } from './helpers/test-runtime.ts';

const database = useTestDatabase();
/** The same tables with every policy switched off: what the services refuse by themselves. */
const unguarded = useTestDatabase();

const cases: Cases = {
  ...pictureExportCases,
  ...detailCases,
  ...importCases,
  ...answerCases,
  ...assessmentImportCases,
  ...releaseCases,
  ...gridCases,
  ...releaseImpactCases,
  ...evidenceCases,
  ...objectiveCases,
  ...scoringCases,
  ...singleSignOnCases,
  ...keysCases,
  ...credentialCases,
  ...cycleCases,
  ...moderationBoardCases,
  ...moderationCases,
  ...versionCases,
  ...auditCases,
  ...invitationsCases,
  ...privacyCases,
  ...usersCases, ...outboxCases, ...ownCases, ...lineCases, ...pictureCases, ...careerCases, ...frameworkCases, ...jobCases, ...furtherCases, ...accountCases };
const files = readdirSync('app/services', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.server.ts'))
  .map((name) => name.replaceAll('\\', '/').replace(/\.server\.ts$/, ''));

/** Maps and sets have no JSON of their own, and would hide what they hold. */
const readable = (answer: unknown) =>
  JSON.stringify(answer, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value)) ?? '';

async function outcomeOf(answer: unknown): Promise<{ kind: Expected; text: string }> {
  try {
    const value: unknown = await answer;
    const isRefused = typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
    return { kind: isRefused ? 'refused' : 'nothing', text: readable(value) };
  } catch (error) {
    if (error instanceof Response && error.status === 404) return { kind: '404', text: await error.text() };
    const code = (error as { cause?: { code?: unknown } }).cause?.code;
    // 42501: a row of another organisation; 23503: a reference to one.
    if (code === '42501' || code === '23503') return { kind: 'denied', text: '' };
    throw error;
  }
}

describe('every service function', () => {
  it('stands in a table of this test, and nothing else does', () => {
    expect([...Object.keys(cases), ...withoutData].sort()).toEqual(files.sort());
  });

  it.each(withoutData)('%s reaches no data', (name) => {
    expect(readFileSync(`app/services/${name}.server.ts`, 'utf8')).not.toMatch(/#db\/(?!seed\/)|\/context\.ts|runtime\.server/);
  });
});

const calls = Object.entries(cases).flatMap(([name, ofService]) => ofService.map(([expected, call], at) => [name, at + 1, expected, call] as const));

async function switchPoliciesOff(): Promise<void> {
  const { rows } = await unguarded.ownerPool.query<{ name: string }>(`select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`);
  expect(rows.length).toBeGreaterThan(20);
  for (const { name } of rows) await unguarded.ownerPool.query(`alter table "${name}" disable row level security`);
}

describe.each([
  ['with the policies of the database', database, calls],
  // What the database alone refuses is left out here, but for the look behind what it hides.
  ['with every policy switched off', unguarded, calls.filter(([, , expected]) => expected !== 'denied')],
] as const)("another organisation's ids, %s", (_layer, db, tried) => {
  useTestRuntime(db);
  let scene: Scene;
  beforeAll(async () => {
    if (db === unguarded) await switchPoliciesOff();
    scene = await makeScene(db);
  });

  it.each(tried)('%s (%d) answers %s, tells nothing of the other and changes nothing there', async (_name, _at, expected, call) => {
    const before = await tenantChecksum(db, scene.b.id);
    const { kind, text } = await outcomeOf(call(scene));
    expect(kind, text.slice(0, 500)).toBe(expected === 'hidden' ? 'nothing' : expected);
    expect(text.includes(scene.b.canary), text.slice(0, 500)).toBe(expected === 'hidden' && db === unguarded);
    expect(await tenantChecksum(db, scene.b.id)).toEqual(before);
  });

  it('would be seen: the same look finds the other where it is let in', async () => {
    const { b } = scene;
    const own = await b.as('head-of-service');
    expect((await outcomeOf(readPerson(own, b.people.ben))).text).toContain(b.canary);
    const before = await tenantChecksum(db, b.id);
    await editTeam(own, b.teams.boats, { name: 'Changed', parentId: b.teams.service, revision: 1 });
    const after = await tenantChecksum(db, b.id);
    expect(Object.keys(before).filter((table) => before[table] !== after[table]).sort()).toEqual(['audit_event', 'audit_head', 'organisation_revision', 'team']);
  });

  it('are past every policy, or bound by them, as this run says', async () => {
    const { rows } = await db.pool.query<{ count: string }>('select count(*) from person');
    expect(Number(rows[0]?.count) > 0).toBe(db === unguarded);
  });
});
