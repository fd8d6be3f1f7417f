import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { addEvidence } from './add-evidence.server.ts';
import { editEvidence } from './edit-evidence.server.ts';
import { type EvidenceInput, evidenceInput } from './evidence-input.ts';
import { readEvidence } from './read-evidence.server.ts';
import { withdrawEvidence } from './withdraw-evidence.server.ts';

const database = useTestDatabase();
const nothing = { situation: null, task: null, action: null, result: null, links: [], happenedOn: null, happenedUntil: null };
const told = (summary: string): EvidenceInput => ({ ...nothing, summary });

/** Ben's own account. */
const asBen = ({ as, people }: TestOrganisation) => as('team-member', { personId: people.ben, name: 'Ben' });

async function added(context: Context, personId: string, skillId: string, summary = 'Relit the lamp in a storm'): Promise<string> {
  const outcome = await addEvidence(context, personId, skillId, told(summary));
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value.evidenceId;
}

describe('adding evidence', () => {
  it('keeps what the person or who assesses them wrote, with who and when, and records it without its words', async () => {
    const organisation = await makeOrganisation(database);
    const { ben } = organisation.people;
    const { lamps, signals } = organisation.skills;
    const [self, head] = [await asBen(organisation), await organisation.as('head-of-service', { name: 'Head' })];
    const whole: EvidenceInput = {
      summary: null, situation: 'A storm', task: 'The lamp', action: 'Climbed up', result: 'Lit',
      links: ['https://log.example/1'], happenedOn: '2026-05-01', happenedUntil: '2026-05-02',
    };
    expect((await addEvidence(self, ben, lamps, whole)).ok).toBe(true);
    await added(head, ben, signals, 'Taught the crew');
    const { pieces } = await readEvidence(self, ben, lamps);
    expect(pieces).toMatchObject([{ ...whole, isOwn: true, authorName: 'Ben', addedOn: '2026-06-01', changedOn: null, revision: 1, mayChange: true, skillName: `Lamp keeping ${organisation.canary}` }]);
    expect((await readEvidence(self, ben)).pieces.filter(({ isOwn }) => !isOwn)).toMatchObject([{ skillId: signals, authorName: 'Head', mayChange: false }]);
    const audit = (await readAudit(database, organisation.id)).filter(({ action }) => action.startsWith('evidence'));
    expect(audit).toMatchObject([
      { action: 'evidence.add', subjectKind: 'person', subjectId: ben, actorName: 'Ben', detail: { skillId: lamps } },
      { action: 'evidence.add', subjectId: ben, actorName: 'Head', detail: { skillId: signals } },
    ]);
    expect(JSON.stringify(audit)).not.toMatch(/storm|Climbed|Taught|log\.example/);
  });

  it('keeps a form that was sent twice once, at the same time too', async () => {
    const organisation = await makeOrganisation(database);
    const self = await asBen(organisation);
    const { ben } = organisation.people;
    const ids = await Promise.all(Array.from({ length: 5 }, () => added(self, ben, organisation.skills.lamps)));
    expect(new Set(ids).size).toBe(1);
    expect((await readEvidence(self, ben)).pieces).toHaveLength(1);
  });

  it('refuses a skill that is in no framework, days to come and the fifty-first piece, and stores nothing', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const self = await asBen(organisation);
    const { ben } = organisation.people;
    const { lamps, knots } = organisation.skills;
    for (let at = 0; at < 50; at += 1) await added(self, ben, knots, `Knot ${at}`);
    const before = await tenantChecksum(database, organisation.id);
    for (const skillId of [other.skills.lamps, crypto.randomUUID(), '', 'x']) {
      expect(await addEvidence(self, ben, skillId, told('x'))).toMatchObject({ problem: { field: 'skillId' } });
    }
    for (const field of ['happenedOn', 'happenedUntil'] as const) {
      expect(await addEvidence(self, ben, lamps, { ...told('x'), [field]: '2026-06-02' })).toMatchObject({ problem: { field } });
    }
    expect(await addEvidence(self, ben, knots, told('One more'))).toMatchObject({ problem: { field: null, message: expect.stringContaining('50') as string } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });
});

describe('changing and withdrawing evidence', () => {
  it('is its author’s: the words change, the revision grows, and it is recorded', async () => {
    const organisation = await makeOrganisation(database);
    const self = await asBen(organisation);
    const { ben } = organisation.people;
    const id = await added(self, ben, organisation.skills.lamps);
    const later = { ...self, now: new Date('2026-06-03T09:00:00Z') };
    expect(await editEvidence(later, ben, id, { ...told('Better told'), revision: 1 })).toEqual({ ok: true, value: { evidenceId: id } });
    expect((await readEvidence(self, ben)).pieces).toMatchObject([{ id, summary: 'Better told', revision: 2, addedOn: '2026-06-01', changedOn: '2026-06-03' }]);
    expect((await withdrawEvidence(later, ben, id)).ok).toBe(true);
    expect((await readEvidence(self, ben)).pieces).toEqual([]);
    const audit = (await readAudit(database, organisation.id)).filter(({ action }) => action.startsWith('evidence'));
    expect(audit.map(({ action, detail }) => [action, (detail as { evidenceId: string }).evidenceId])).toEqual([
      ['evidence.add', id],
      ['evidence.edit', id],
      ['evidence.withdraw', id],
    ]);
    expect(JSON.stringify(audit)).not.toContain('Better');
  });

  it('refuses an older revision and what was withdrawn; the same words and a second withdrawal change nothing', async () => {
    const organisation = await makeOrganisation(database);
    const self = await asBen(organisation);
    const { ben } = organisation.people;
    const id = await added(self, ben, organisation.skills.lamps);
    await editEvidence(self, ben, id, { ...told('Second'), revision: 1 });
    const before = await tenantChecksum(database, organisation.id);
    expect(await editEvidence(self, ben, id, { ...told('Late'), revision: 1 })).toMatchObject({ problem: { field: null } });
    expect((await editEvidence(self, ben, id, { ...told('Second'), revision: 1 })).ok).toBe(true);
    expect(await editEvidence(self, ben, id, { ...told('Tomorrow'), happenedOn: '2026-06-02', revision: 2 })).toMatchObject({ problem: { field: 'happenedOn' } });
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
    await withdrawEvidence(self, ben, id);
    const withdrawn = await tenantChecksum(database, organisation.id);
    expect(await editEvidence(self, ben, id, { ...told('Again'), revision: 2 })).toMatchObject({ problem: { field: null } });
    expect((await withdrawEvidence(self, ben, id)).ok).toBe(true);
    expect(await tenantChecksum(database, organisation.id)).toEqual(withdrawn);
  });

  it('answers 404 for what is not there or somebody withdrew, and 403 to whoever is not its author', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const [self, head] = [await asBen(organisation), await organisation.as('head-of-service')];
    const { ben, ada } = organisation.people;
    const id = await added(self, ben, organisation.skills.lamps);
    const foreign = await added(await asBen(other), other.people.ben, other.skills.lamps);
    const input = { ...told('Mine now'), revision: 1 };
    await expectSame404({ other: foreign, own: id }, (evidenceId) => editEvidence(self, ben, evidenceId, input));
    await expectSame404({ other: foreign, own: id }, (evidenceId) => withdrawEvidence(self, ben, evidenceId));
    await expectSame404({ other: other.people.ben, own: ben }, (personId) => editEvidence(head, personId, id, input));
    await expect(editEvidence(head, ada, id, input)).rejects.toMatchObject({ status: 404 });
    await expect(editEvidence(head, ben, id, input)).rejects.toMatchObject({ status: 403 });
    await expect(withdrawEvidence(head, ben, id)).rejects.toMatchObject({ status: 403 });
    await withdrawEvidence(self, ben, id);
    await expect(withdrawEvidence(head, ben, id)).rejects.toMatchObject({ status: 404 });
  });

  it('is not done where it cannot be recorded', async () => {
    const organisation = await makeOrganisation(database);
    const self = await asBen(organisation);
    const { ben } = organisation.people;
    const id = await added(self, ben, organisation.skills.lamps);
    const before = await tenantChecksum(database, organisation.id);
    await expectFailureWithoutAudit(database, () => added(self, ben, organisation.skills.knots));
    await expectFailureWithoutAudit(database, () => editEvidence(self, ben, id, { ...told('New'), revision: 1 }));
    await expectFailureWithoutAudit(database, () => withdrawEvidence(self, ben, id));
    await expectFailureWithoutAudit(database, () => readEvidence(self, ben));
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });
});

describe('who reads and writes evidence', () => {
  it('is the person, those who assess them and moderators, who write none; and each look is recorded', async () => {
    const organisation = await makeOrganisation(database);
    const { people, teams, skills, roles, as } = organisation;
    const { ben } = people;
    await added(await asBen(organisation), ben, skills.lamps);
    const attempts = {
      'the person': await asBen(organisation),
      head: await as('head-of-service'),
      'their manager': await as('team-manager', { teamId: teams.lights }),
      moderator: await as('moderator', { roleId: roles.keeper }),
      'another role’s moderator': await as('moderator', { roleId: roles.boatman }),
      'another team’s manager': await as('team-manager', { teamId: teams.boats }),
      'another member': await as('team-member', { personId: people.ada }),
      administrator: await as('administrator'),
      analyst: await as('analyst'),
      'a key that reads': await as('api-read'),
      'a key that writes': await as('api-write'),
    };
    const may: Record<string, string> = {};
    for (const [name, context] of Object.entries(attempts)) {
      const reads = await readEvidence(context, ben).then(({ pieces }) => pieces.length === 1, () => false);
      const writes = await added(context, ben, skills.signals, `By ${name}`).then(() => true, () => false);
      may[name] = [reads && 'reads', writes && 'writes'].filter(Boolean).join(' and ') || 'nothing';
      await withdrawAll(context, ben, skills.signals);
    }
    expect(may).toEqual({
      'the person': 'reads and writes', head: 'reads and writes', 'their manager': 'reads and writes',
      moderator: 'reads', 'another role’s moderator': 'nothing', 'another team’s manager': 'nothing', 'another member': 'nothing',
      administrator: 'nothing', analyst: 'nothing', 'a key that reads': 'nothing', 'a key that writes': 'nothing',
    });
    const looks = (await readAudit(database, organisation.id)).filter(({ action }) => action === 'ratings.view');
    expect(looks[0]).toMatchObject({ subjectId: ben, detail: { page: 'evidence', own: true } });
    expect(new Set(looks.map(({ actorName }) => actorName)).size).toBe(4);
  });

  async function withdrawAll(context: Context, personId: string, skillId: string): Promise<void> {
    const mine = await readEvidence(context, personId, skillId).then(({ pieces }) => pieces, () => []);
    for (const { id } of mine) await withdrawEvidence(context, personId, id).catch(() => undefined);
  }

  it('answers 404 for an unknown person and what can be no skill', async () => {
    const [organisation, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const head = await organisation.as('head-of-service');
    const ids = { other: other.people.ben, own: organisation.people.ben };
    await expectSame404(ids, (id) => readEvidence(head, id));
    await expectSame404(ids, (id) => addEvidence(head, id, organisation.skills.lamps, told('x')));
    await expect(readEvidence(head, organisation.people.ben, 'x')).rejects.toMatchObject({ status: 404 });
  });
});

describe('what is typed as evidence', () => {
  const read = (typed: object) => evidenceInput.safeParse({ fields: 'one', summary: 'x', links: [], ...typed });
  const complaint = (typed: object) => read(typed).error?.issues.map(({ path, message }) => [path[0], message]);

  it('is one text or four parts, never both', () => {
    const both = { summary: ' One ', situation: 'S', task: '', action: 'A', result: ' ' };
    expect(read(both).data).toMatchObject({ summary: 'One', situation: null, action: null });
    expect(read({ ...both, fields: 'four' }).data).toMatchObject({ summary: null, situation: 'S', task: null, action: 'A', result: null });
  });

  it('says something, with real days in their order, and links that lead to the web', () => {
    expect(complaint({ summary: ' ' })).toEqual([['summary', expect.any(String)]]);
    expect(complaint({ fields: 'four', summary: 'x' })).toEqual([['situation', expect.any(String)]]);
    expect(complaint({ summary: 'x'.repeat(8001) })).toEqual([['summary', 'Use 8,000 characters or fewer here']]);
    expect(complaint({ happenedOn: '2026-02-30' })?.[0]?.[0]).toBe('happenedOn');
    expect(complaint({ happenedUntil: '2026-02-03' })?.[0]?.[0]).toBe('happenedOn');
    expect(complaint({ happenedOn: '2026-02-03', happenedUntil: '2026-02-02' })?.[0]?.[0]).toBe('happenedUntil');
    expect(complaint({ links: ['https://a.example', 'javascript:alert(1)'] })).toEqual([['links', expect.stringContaining('Link 2, “javascript:alert(1)”')]]);
    expect(complaint({ links: Array.from({ length: 11 }, (_, at) => `https://a.example/${at}`) })?.[0]?.[1]).toContain('There are 11');
    expect(read({ links: [' https://a.example ', '', 'https://a.example'], happenedOn: '2026-02-03', happenedUntil: '' }).data).toMatchObject({
      links: ['https://a.example'], happenedOn: '2026-02-03', happenedUntil: null,
    });
  });
});
