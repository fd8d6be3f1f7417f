import type { FrameworkFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';
import type { Tx } from '#db/tenant.ts';

const ourDescriptions = new Set(loadCatalogue().facts.skills.flatMap(({ description }) => description ?? []));

/**
 * What a version says, as the documents that were imported say it: the descriptions that come with the product, which
 * fill gaps of the downloads, are left out of skills that a download words. Runs inside the caller's transaction, who
 * has authorised it.
 */
export async function readExportedFacts(tx: Tx, organisationId: string, versionId: string): Promise<FrameworkFacts> {
  const facts = await readFrameworkFacts(tx, organisationId, versionId);
  return { ...facts, skills: facts.skills.map((skill) => (isGapFilled(skill) ? { ...skill, description: null } : skill)) };
}

function isGapFilled({ description, levels }: SkillFacts): boolean {
  const isWorded = levels.some(({ wordingSource }) => wordingSource === 'roles-csv' || wordingSource === 'skills-csv');
  return isWorded && description !== null && ourDescriptions.has(description);
}
