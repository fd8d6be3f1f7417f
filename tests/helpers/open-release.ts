import { randomUUID } from 'node:crypto';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import type { ReleasePlan } from '#app/domain/framework/release/release-plan.ts';
import { frameworkRelease } from '#db/schema/index.ts';
import type { Context } from '#app/platform/context.ts';
import type { TestOrganisation } from './organisation.ts';

/** Puts a release that was already compared and decided into an organisation, to be looked at and published. Answers its id. */
export async function openRelease(
  context: Context,
  organisation: TestOrganisation,
  plan: { facts: FrameworkFacts } & Partial<Omit<ReleasePlan, 'facts'>>,
  comparedVersionId = organisation.versionId,
): Promise<string> {
  const id = randomUUID();
  await context.db.transaction((tx) =>
    tx.insert(frameworkRelease).values({
      organisationId: organisation.id,
      id,
      uploadId: id,
      frameworkKey: 'coast',
      frameworkName: 'Coast',
      kind: 'own',
      state: 'open',
      label: `Release ${id.slice(0, 8)}`,
      comparedVersionId,
      plan: { items: [], moves: { renamed: [], succeeded: [] }, meaningChanged: [], kept: [], undecided: [], notices: [], refusals: [], ...plan },
      createdAt: context.now,
    }),
  );
  return id;
}
