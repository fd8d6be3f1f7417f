import { randomUUID } from 'node:crypto';
import { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import { assessment } from '#db/schema/index.ts';
import type { DemoPlan } from '#db/seed/demo/demo-plan.ts';
import type { Tx } from '#db/tenant.ts';
import { type DemoIds, idOf } from './demo-ids.ts';
import { storeRounds } from './store-rounds.ts';

/** A statement takes at most 65,535 parameters; an assessment has 12. */
const rowsAtOnce = 1000;

/** Stores the rounds and all that was said in them, each as if recorded on its day by who said it. */
export async function storeAssessments(
  tx: Tx,
  organisationId: string,
  plan: DemoPlan,
  ids: DemoIds & { userIds: ReadonlyMap<string, string>; versionId: string },
): Promise<void> {
  const cycleIds = await storeRounds(tx, organisationId, plan, ids);
  const rows = plan.assessments.map(({ personName, skillName, source, cycleName, ...said }) => ({
    organisationId,
    id: randomUUID(),
    personId: idOf(ids.personIds, personName),
    skillId: idOf(ids.skillIds, skillName),
    frameworkVersionId: ids.versionId,
    source: sourceCodes[source],
    assessorUserId: ids.userIds.get(said.assessorName) ?? null,
    cycleId: idOf(cycleIds, cycleName),
    recordedAt: new Date(`${said.assessedOn}T12:00:00Z`),
    ...said,
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.insert(assessment).values(rows.slice(from, from + rowsAtOnce));
  }
}
