import { describe, expect, it } from 'vitest';
import { agreeLevels } from '#app/services/assessments/answer/agree-levels.server.ts';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { accessGrant, appUser, assessment, dispute, mail, membership } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { expectFailureWithoutAudit, readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { thrownResponse } from '#tests/helpers/thrown-response.ts';
import { disputeInput } from './dispute-input.ts';
import { raiseDispute } from './raise-dispute.server.ts';
import { withdrawDispute } from './withdraw-dispute.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

async function scene() {
  const organisation = await makeOrganisation(database);
  const head = await organisation.as('head-of-service', { name: 'Hale' });
  const { ben } = organisation.people;
  const { lamps } = organisation.skills;
  const person = await organisation.as('team-member', { personId: ben, name: 'Ben' });
  await agreeLevels(head, ben, { entries: [{ skillId: lamps, level: 1, note: null }] });
  const [agreed] = await head.db.transaction((tx) => tx.select().from(assessment));
  const input = { skillId: lamps, assessmentId: agreed!.id, words: 'I lit it alone all winter' };
  const marks = async () => (await readPersonCapability(head, ben)).cells.find((cell) => cell.skillId === lamps)?.marks;
  const disputes = () => head.db.transaction((tx) => tx.select().from(dispute));
  const mails = () => head.db.transaction((tx) => tx.select().from(mail));
  return { organisation, head, person, ben, lamps, input, marks, disputes, mails };
}

describe('disputing an agreed level', () => {
  it('marks the level, keeps the words, and tells those who decide that there is a dispute, not what it is', async () => {
    const { organisation, person, ben, lamps, input, marks, disputes, mails } = await scene();
    expect(await raiseDispute(person, ben, input)).toMatchObject({ ok: true });
    expect(await disputes()).toMatchObject([{ skillId: lamps, words: input.words, raisedByUserId: person.viewer.userId, raisedOn: '2026-06-01', settledAt: null }]);
    expect(await marks()).toContain('disputed');
    // Nobody is a moderator here: the head of the service decides.
    const told = await mails();
    expect(told.map((one) => [one.kind, one.toAddress])).toEqual([['dispute', `head@${organisation.canary}.example`]]);
    expect(told[0]!.body).not.toContain('winter');
    expect(told[0]!.body).not.toContain('Lamp');
    const audit = await readAudit(database, organisation.id);
    expect(audit.find(({ action }) => action === 'dispute.raise')).toMatchObject({ action: 'dispute.raise', subjectId: ben, detail: { skillId: lamps } });
    expect(JSON.stringify(audit)).not.toContain('winter');
  });

  it('tells at most five moderators, and no head where there are moderators', async () => {
    const { organisation, head, person, ben, input, mails } = await scene();
    await head.db.transaction(async (tx) => {
      for (let n = 0; n < 7; n += 1) {
        const userId = crypto.randomUUID();
        await tx.insert(appUser).values({ id: userId, email: `m${n}@${organisation.canary}.example`, name: `Moderator ${n}`, createdAt: head.now });
        await tx.insert(membership).values({ organisationId: organisation.id, userId, createdAt: head.now });
        await tx.insert(accessGrant).values({ organisationId: organisation.id, id: crypto.randomUUID(), userId, accessRole: 'moderator', roleId: n === 0 ? organisation.roles.boatman : null, createdAt: head.now });
      }
    });
    await raiseDispute(person, ben, input);
    const addresses = (await mails()).map((one) => one.toAddress.split('@')[0]).sort();
    expect(addresses).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
  });

  it('is one dispute when the same words come twice at once, and one open dispute a skill', async () => {
    const { person, ben, input, disputes, mails } = await scene();
    const [one, two] = await Promise.all([raiseDispute(person, ben, input), raiseDispute(person, ben, input)]);
    expect(one).toEqual(two);
    expect(await raiseDispute(person, ben, { ...input, words: 'Something else' })).toMatchObject({ ok: false, isStale: true });
    expect(await disputes()).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it('is told when another level was agreed meanwhile, and of what nobody agreed', async () => {
    const { organisation, head, person, ben, lamps, input, disputes } = await scene();
    await agreeLevels(head, ben, { entries: [{ skillId: lamps, level: 2, note: null }] });
    expect(await raiseDispute(person, ben, input)).toMatchObject({ ok: false, isStale: true });
    expect(await raiseDispute(person, ben, { ...input, skillId: organisation.skills.knots })).toMatchObject({ ok: false, isStale: false });
    expect(await disputes()).toEqual([]);
  });

  it('asks for words, and for no more than 4,000 characters', () => {
    const ids = { skillId: crypto.randomUUID(), assessmentId: crypto.randomUUID() };
    expect(disputeInput.safeParse({ ...ids, words: '   ' }).error?.issues[0]?.message).toBe('Say why you do not agree');
    expect(disputeInput.safeParse({ ...ids, words: 'x'.repeat(4001) }).success).toBe(false);
    expect(disputeInput.safeParse({ ...ids, words: 'x'.repeat(4000) }).success).toBe(true);
  });

  it('stands open to the person alone', async () => {
    const { organisation, head, person, ben, input } = await scene();
    for (const viewer of [head, await organisation.as('administrator'), await organisation.as('moderator'), await organisation.as('team-member', { personId: organisation.people.ada })]) {
      expect((await thrownResponse(raiseDispute(viewer, ben, input))).status, viewer.viewer.name).toBe(403);
    }
    expect((await thrownResponse(raiseDispute(person, crypto.randomUUID(), input))).status).toBe(404);
    await expectFailureWithoutAudit(database, () => raiseDispute(person, ben, input));
  });
});

describe('withdrawing a dispute', () => {
  it('takes the mark away, once, and leaves what was said to those who may read it', async () => {
    const { organisation, person, ben, input, marks, disputes } = await scene();
    const raised = await raiseDispute(person, ben, input);
    const id = raised.ok ? raised.value.disputeId : '';
    for (let press = 0; press < 2; press += 1) expect(await withdrawDispute(person, ben, id)).toEqual({ ok: true, value: { disputeId: id } });
    expect(await disputes()).toMatchObject([{ outcome: 'withdrawn', settledOn: '2026-06-01' }]);
    expect(await marks()).not.toContain('disputed');
    expect((await readAudit(database, organisation.id)).filter(({ action }) => action === 'dispute.withdraw')).toHaveLength(1);
    expect(await raiseDispute(person, ben, input)).toMatchObject({ ok: true });
  });

  it('is not possible once a moderator has decided, nor for anybody else, nor for what is not there', async () => {
    const { head, person, ben, input } = await scene();
    const raised = await raiseDispute(person, ben, input);
    const id = raised.ok ? raised.value.disputeId : '';
    expect((await thrownResponse(withdrawDispute(head, ben, id))).status).toBe(403);
    for (const unknown of [crypto.randomUUID(), 'nothing']) expect((await thrownResponse(withdrawDispute(person, ben, unknown))).status).toBe(404);
    await expectFailureWithoutAudit(database, () => withdrawDispute(person, ben, id));
    await head.db.transaction((tx) => tx.update(dispute).set({ outcome: 'kept', settledOn: '2026-06-01', settledAt: head.now }));
    expect(await withdrawDispute(person, ben, id)).toMatchObject({ ok: false });
  });
});
