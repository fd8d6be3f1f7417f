import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.ts';
import { frameworkOverlay } from '#db/schema/index.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { addOwn, bees, gardensKey, keeper, makeGardens } from '#tests/helpers/gardens.ts';
import { expectFailureWithoutAudit } from '#tests/helpers/refused-audit.ts';
import { tenantChecksum } from '#tests/helpers/tenant-checksum.ts';
import { expectSame404 } from '#tests/helpers/unknown-ids.ts';
import { addOwnAddition } from './add-own-addition.server.ts';
import { changeOwnAddition } from './change-own-addition.server.ts';
import { previewOwnAdditions } from './preview-own-additions.server.ts';
import { publishOwnAdditions } from './publish-own-additions.server.ts';
import { readOwnAdditions } from './read-own-additions.server.ts';
import { removeOwnAddition } from './remove-own-addition.server.ts';
import { saveOwnExpectations } from './save-own-expectations.server.ts';

const database = useTestDatabase();
const frameworkKey = gardensKey;

describe('the writes of own additions', () => {
  const writes = (context: Context, key: string, revision: number, additionId: string): [string, () => Promise<{ ok: boolean }>][] => [
    ['add', () => addOwnAddition(context, { frameworkKey: key, revision }, { ...bees, skill: { ...bees.skill, name: 'Wasps' } })],
    ['change', () => changeOwnAddition(context, { frameworkKey: key, revision, additionId }, bees)],
    ['remove', () => removeOwnAddition(context, { frameworkKey: key, revision, additionId })],
    ['save expectations', () => saveOwnExpectations(context, { frameworkKey: key, revision }, { roleName: 'Gardener', roleLevelName: 'Gardener', levels: new Map() })],
    ['publish', () => publishOwnAdditions(context, { frameworkKey: key, revision })],
  ];

  it('refuse an older revision and store nothing', async () => {
    const { organisation, context } = await makeGardens(database);
    const [additionId] = await addOwn(context, bees);
    const before = await tenantChecksum(database, organisation.id);
    for (const revision of [0, 2]) {
      for (const [name, write] of writes(context, frameworkKey, revision, additionId!)) expect(await write(), name).toMatchObject({ ok: false, problem: { field: null } });
    }
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
  });

  it('let one of two at once win', async () => {
    const { context } = await makeGardens(database);
    const outcomes = await Promise.all([addOwnAddition(context, { frameworkKey, revision: 0 }, bees), addOwnAddition(context, { frameworkKey, revision: 0 }, keeper())]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await readOwnAdditions(context, frameworkKey)).rows).toHaveLength(1);
  });

  it('are closed to everybody but heads of service and administrators, and so is the list', async () => {
    const { organisation, context } = await makeGardens(database);
    const [additionId] = await addOwn(context, bees);
    for (const closed of [
      await organisation.as('team-manager'),
      await organisation.as('team-member', { personId: organisation.people.ben }),
      await organisation.as('analyst'),
      await organisation.as('api-write'),
    ]) {
      for (const [name, write] of writes(closed, frameworkKey, 1, additionId!)) await expect(write(), name).rejects.toMatchObject({ status: 403 });
      await expect(readOwnAdditions(closed, frameworkKey)).rejects.toMatchObject({ status: 403 });
      await expect(previewOwnAdditions(closed, frameworkKey)).rejects.toMatchObject({ status: 403 });
    }
    const administrator = await organisation.as('administrator');
    for (const [name, write] of writes(administrator, frameworkKey, 1, additionId!).slice(-1)) expect(await write(), name).toMatchObject({ ok: true });
  });

  it("answer 404 for another organisation's framework and for an addition that is not on the list", async () => {
    const [{ context }, other] = [await makeGardens(database), await makeGardens(database)];
    const [[additionId], [foreign]] = [await addOwn(context, bees), await addOwn(other.context, bees)];
    for (const at of writes(context, frameworkKey, 1, additionId!).keys()) {
      const call = (key: string) => writes(context, key, 1, additionId!)[at]![1]();
      await expect(call('no-such-framework')).rejects.toMatchObject({ status: 404 });
      await expect(call('x y')).rejects.toMatchObject({ status: 404 });
    }
    for (const at of [1, 2]) await expectSame404({ other: foreign!, own: additionId! }, (id) => writes(context, frameworkKey, 1, id)[at]![1]());
    await expect(readOwnAdditions(context, 'no-such-framework')).rejects.toMatchObject({ status: 404 });
  });

  it('store nothing when the audit row cannot be written', async () => {
    const { organisation, context } = await makeGardens(database);
    const [additionId] = await addOwn(context, bees);
    const before = await tenantChecksum(database, organisation.id);
    for (const at of [0, 2, 3, 4]) await expectFailureWithoutAudit(database, () => writes(context, frameworkKey, 1, additionId!)[at]![1]());
    expect(await tenantChecksum(database, organisation.id)).toEqual(before);
    expect(await context.db.transaction((tx) => tx.select().from(frameworkOverlay))).toHaveLength(1);
  });
});
