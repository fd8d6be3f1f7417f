import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { adoptBundledFramework } from '#app/services/framework/import/adopt-bundled-framework.server.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { readCareerSteps } from './read-career-steps.server.ts';
import { readComparison } from './read-comparison.server.ts';

const database = useTestDatabase();

async function official() {
  const organisationId = await addOrganisation(database);
  await adoptBundledFramework(await contextAs(database, { accessRole: 'administrator', organisationId }));
  return contextAs(database, { accessRole: 'team-member', organisationId });
}

const nothing = { one: null, other: null, frameworkKey: null };

describe('comparing in a framework', () => {
  it('shows two role levels skill by skill, by the numbers of the framework', async () => {
    const context = await official();
    const comparison = await readComparison(context, { ...nothing, one: 'it-service-manager/senior-it-service-manager', other: 'it-service-manager/head-of-it-service-management' });
    const focus = comparison?.chosen?.skills.find(({ name }) => name === 'Service focus');
    // The head is not expected to hold it: expectations are not monotonic.
    expect(focus).toMatchObject({ other: null, difference: 'only-one' });
    expect(comparison?.chosen?.skills.every(({ one, other }) => one === null || other === null || one.lowest === one.highest)).toBe(true);
  });

  it('shows two whole roles by the levels between which theirs lie', async () => {
    const context = await official();
    const comparison = await readComparison(context, { ...nothing, one: 'it-service-manager', other: 'incident-manager' });
    expect(comparison?.chosen?.one).toMatchObject({ name: 'IT service manager', grades: null });
    expect(comparison?.chosen?.skills.some(({ one }) => one !== null && one.lowest < one.highest)).toBe(true);
  });

  it('asks to choose first, and knows no place of another framework', async () => {
    const organisation = await makeOrganisation(database);
    const context = await organisation.as('team-member');
    expect(await readComparison(context, nothing)).toMatchObject({ chosen: null, version: { frameworkKey: 'coast' } });
    expect((await readComparison(context, nothing))?.options.map(({ options }) => options.map(({ value }) => value))).toEqual([
      ['boatman', 'boatman/crew', 'boatman/coxswain'],
      ['keeper', 'keeper/juniorKeeper', 'keeper/seniorKeeper'],
    ]);
    for (const wrong of [{ one: 'keeper', other: 'nobody' }, { one: 'keeper/crew', other: 'keeper' }, { frameworkKey: 'gdad' }]) {
      await expect(readComparison(context, { ...nothing, ...wrong })).rejects.toMatchObject({ status: 404 });
    }
    const empty = await contextAs(database, { accessRole: 'team-member', organisationId: await addOrganisation(database) });
    expect([await readComparison(empty, nothing), await readCareerSteps(empty, { from: null, frameworkKey: null })]).toEqual([null, null]);
  });
});

describe('where a role level can lead', () => {
  it('shows the nearest others with what is shared and missing, also in other roles', async () => {
    const organisation = await makeOrganisation(database);
    const view = await readCareerSteps(await organisation.as('team-member'), { from: 'keeper/juniorKeeper', frameworkKey: null });
    // Junior keeper holds lamps 1, signals 2. Senior keeper: lamps 3, signals 2, charts 4; crew: boats 2, signals 1.
    expect(view?.steps.map(({ address, stepsMissing, distance }) => [address, stepsMissing, distance])).toEqual([
      ['boatman/crew', 2, 2 / 3],
      ['keeper/seniorKeeper', 6, 6 / 9],
    ]);
    expect(view?.steps.find(({ address }) => address === 'boatman/crew')).toMatchObject({ shared: [{ key: 'signals' }], missing: [{ key: 'boats', expectedLevel: 2, heldLevel: null }] });
  });

  it('reaches across the families of the official framework', async () => {
    const view = await readCareerSteps(await official(), { from: 'it-service-manager/it-service-manager', frameworkKey: null });
    expect(new Set(view?.steps.map(({ isOtherFamily }) => isOtherFamily))).toEqual(new Set([true, false]));
    expect(view?.steps.every(({ stepsMissing }) => stepsMissing > 0)).toBe(true);
    expect(view?.withinReach).toBeGreaterThan(0);
  });

  it('does not start from a whole role', async () => {
    const organisation = await makeOrganisation(database);
    await expect(readCareerSteps(await organisation.as('team-member'), { from: 'keeper', frameworkKey: null })).rejects.toMatchObject({ status: 404 });
  });
});
