import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readServiceReport } from '#app/services/reports/read-service-report.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { cycle, cycleParticipant } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { addScheme } from './add-scheme.server.ts';
import { confirmScore } from './confirm-score.server.ts';
import { editScheme } from './edit-scheme.server.ts';
import { readSchemes } from './read-schemes.server.ts';
import { readScores } from './read-scores.server.ts';
import { schemeInput } from './scheme-input.ts';

const database = useTestDatabase();

const typed = { name: 'Allowance', below: '0', at: '2', above: '3', bestOf: '', unassessedAllowed: '3', bands: 'First: 2\nSecond: 5' };
const input = schemeInput.parse(typed);

/** A round in which Ben and Dan take part and Ben's lamps are agreed at 4; a scheme, on unless said otherwise. */
async function makeRound({ isOn = true } = {}) {
  const organisation = await makeOrganisation(database);
  const { teams, people, skills } = organisation;
  const head = await organisation.as('head-of-service', { teamId: teams.service });
  const cycleId = randomUUID();
  await head.db.transaction(async (tx) => {
    await tx.insert(cycle).values({ organisationId: organisation.id, id: cycleId, name: 'Round', state: 'open', opensOn: '2026-01-01', closesOn: '2026-12-31' });
    await tx.insert(cycleParticipant).values([people.ben, people.dan].map((personId) => ({ organisationId: organisation.id, cycleId, personId, revealedAt: head.now })));
  });
  const added = await addScheme(head, input);
  if (!added.ok) throw new Error(added.problem.message);
  const { schemeId } = added.value;
  if (isOn) await editScheme(head, schemeId, { isOn: true }, 1);
  await saveAssessment(head, people.ben, { entries: [{ skillId: skills.lamps, source: 'agreed', level: 4, note: null }] });
  const ben = async () => (await readScores(head, schemeId, cycleId)).people.find(({ id }) => id === people.ben)!;
  const confirm = (changes: object = {}, context = head) => confirmScore(context, schemeId, cycleId, { personId: people.ben, seenPoints: 3, band: 'First', reason: null, ...changes });
  return { organisation, head, cycleId, schemeId, ben, confirm };
}

describe('a scoring scheme', () => {
  it('is off when it is added, changes by whoever saw it last, and is audited', async () => {
    const organisation = await makeOrganisation(database);
    const head = await organisation.as('head-of-service', { teamId: null });
    const added = await addScheme(head, input);
    expect((await readSchemes(head)).find(({ name }) => name === 'Allowance')).toMatchObject({ isOn: false, revision: 1, rules: input.rules });
    expect(await addScheme(head, input)).toMatchObject({ ok: false, problem: { field: 'name' } });
    const { schemeId } = (added as { value: { schemeId: string } }).value;
    expect(await editScheme(head, schemeId, { isOn: true }, 1)).toMatchObject({ ok: true, value: { changed: true } });
    expect(await editScheme(head, schemeId, { ...input, name: 'Late' }, 1)).toMatchObject({ ok: false, problem: { field: null } });
    expect(await editScheme(head, schemeId, { isOn: true }, 1)).toEqual({ ok: true, value: { changed: false } });
    expect((await readAudit(database, organisation.id)).map(({ action }) => action)).toEqual(['scoring-scheme.add', 'scoring-scheme.switch-on']);
  });

  it.each(['administrator', 'team-manager', 'moderator', 'team-member', 'analyst', 'api-write'] as const)('is refused to a %s', async (role) => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as(role, { teamId: organisation.teams.service });
    await expect(addScheme(context, input)).rejects.toMatchObject({ status: 403 });
    await expect(readSchemes(context)).rejects.toMatchObject({ status: 403 });
  });

  it.each([
    [{ name: ' ' }, 'Enter a name'],
    [{ below: '-1' }, 'Points are 0 or more'],
    [{ at: '1.3' }, 'Enter whole or half points'],
    [{ bestOf: '0' }, 'Count at least one skill'],
    [{ bands: 'First 2' }, 'Write each band on a line'],
    [{ bands: 'First: 5\nSecond: 5' }, 'Write the bands in rising order'],
    [{ bands: 'First: 5\nfirst: 6' }, 'Give each band a name of its own'],
  ])('with %j is refused: %s', (changes, message) => {
    const parsed = schemeInput.safeParse({ ...typed, ...changes });
    expect(parsed.error?.issues[0]?.message).toContain(message);
  });
});

describe('a score', () => {
  it('is suggested from what the round agreed alone, and confirmed by a named person, once', async () => {
    const { head, ben, confirm, organisation } = await makeRound();
    const before = await ben();
    expect(before.suggestion).toMatchObject({ points: 3, isPossible: true, band: 'First' });
    expect(before.confirmed).toBeNull();
    expect(await confirm()).toEqual({ ok: true, value: { confirmed: true } });
    expect(await confirm()).toEqual({ ok: true, value: { confirmed: false } });
    expect((await ben()).confirmed).toMatchObject({ band: 'First', points: 3, confirmedByName: head.viewer.name });
    const rows = await database.ownerPool.query('select 1 from confirmed_score where organisation_id = $1', [organisation.id]);
    expect(rows.rowCount).toBe(1);
    expect((await readAudit(database, organisation.id)).filter(({ action }) => action === 'score.confirm')).toHaveLength(1);
  });

  it('asks for a reason where another band is confirmed, and keeps both', async () => {
    const { ben, confirm } = await makeRound();
    expect(await confirm({ band: 'Second' })).toMatchObject({ ok: false, problem: { field: 'reason' } });
    expect(await confirm({ band: 'Third', reason: 'Because' })).toMatchObject({ ok: false, problem: { field: 'band' } });
    expect(await confirm({ band: 'Second', reason: 'Led the rebuild' })).toMatchObject({ ok: true });
    expect((await ben()).confirmed).toMatchObject({ band: 'Second', reason: 'Led the rebuild' });
  });

  it('is not confirmed while the scheme is off, or from points that are no longer so', async () => {
    const off = await makeRound({ isOn: false });
    expect((await off.ben()).suggestion.points).toBe(3);
    expect(await off.confirm()).toMatchObject({ ok: false, problem: { message: expect.stringContaining('is off') } });
    const on = await makeRound();
    expect(await on.confirm({ seenPoints: 2 })).toMatchObject({ ok: false, problem: { message: expect.stringContaining('have changed') } });
    await on.confirm();
    const { people, skills } = on.organisation;
    await saveAssessment(on.head, people.ben, { entries: [{ skillId: skills.lamps, source: 'agreed', level: 1, note: null }] });
    expect(await on.ben()).toMatchObject({ isOutdated: true });
  });

  it('is for whom the viewer answers for: nobody of another team, never oneself', async () => {
    const { organisation, schemeId, cycleId, confirm } = await makeRound();
    const { teams, people } = organisation;
    const ofBoats = await organisation.as('head-of-service', { teamId: teams.boats });
    expect((await readScores(ofBoats, schemeId, cycleId)).people.map(({ id }) => id)).toEqual([people.dan]);
    await expect(confirm({}, ofBoats)).rejects.toMatchObject({ status: 403 });
    const oneself = await organisation.as('head-of-service', { teamId: teams.service, personId: people.ben });
    expect((await readScores(oneself, schemeId, cycleId)).people.map(({ id }) => id)).toEqual([people.dan]);
    await expect(confirm({}, oneself)).rejects.toMatchObject({ status: 403 });
  });

  it('stands in no report', async () => {
    const { head, confirm, organisation } = await makeRound();
    const report = async () => JSON.stringify(await readServiceReport(head, { teamId: organisation.teams.service }));
    const before = await report();
    await confirm({ band: 'Second', reason: 'Numbat' });
    expect(await report()).toBe(before);
  });
});
