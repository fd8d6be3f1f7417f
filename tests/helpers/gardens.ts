import type { OwnAdditionContent } from '#app/domain/framework/own/own-addition.ts';
import type { Context } from '#app/platform/context.ts';
import { addOwnAddition } from '#app/services/framework/own/add-own-addition.server.ts';
import { readOwnAdditions } from '#app/services/framework/own/read-own-additions.server.ts';
import { publishVersion } from '#app/services/framework/publish/publish-version.server.ts';
import type { TestDatabase } from './database.ts';
import { frameworkFacts } from './framework-facts.ts';
import { makeOrganisation } from './organisation.ts';

export const gardensKey = 'gardens';

/** What an addition of one kind says. */
export type OwnOf<Kind extends OwnAdditionContent['kind']> = Extract<OwnAdditionContent, { kind: Kind }>;

export const bees: OwnOf<'skill'> = {
  kind: 'skill',
  skill: { name: 'Bees', description: null, levels: [1, 2, 3, 4].map((ordinal) => ({ ordinal, defined: true, statements: [`Keep bees at step ${ordinal}.`], wordingSource: 'own' as const, wordingDate: null })) },
};
export const keeper = (name = 'Bee keeper'): OwnOf<'role'> => ({
  kind: 'role',
  role: { familyName: 'Gardens', name, description: null, roleLevels: [{ name: 'Bee keeper', description: null, seniority: 1, grades: null, expectations: [{ skillName: 'Bees', expectedLevel: 2 }] }] },
});

/** An organisation with a framework of gardens, and somebody who leads it. */
export async function makeGardens(database: TestDatabase) {
  const organisation = await makeOrganisation(database);
  const context = await organisation.as('head-of-service');
  const { versionId } = await publishVersion(context, { frameworkKey: gardensKey, frameworkName: 'Gardens', kind: 'own', label: 'Spring', facts: frameworkFacts() });
  return { organisation, context, releaseId: versionId };
}

/** How often the list of additions was changed. */
export const ownRevisionOf = async (context: Context) => (await readOwnAdditions(context, gardensKey)).revision;

/** Puts additions on the list, and tells the ids of all that are on it. */
export async function addOwn(context: Context, ...contents: OwnAdditionContent[]): Promise<string[]> {
  for (const content of contents) {
    const outcome = await addOwnAddition(context, { frameworkKey: gardensKey, revision: await ownRevisionOf(context) }, content);
    if (!outcome.ok) throw new Error(outcome.problem.message);
  }
  return (await readOwnAdditions(context, gardensKey)).rows.map(({ addition }) => addition.id);
}
