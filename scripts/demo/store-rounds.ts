import { randomUUID } from 'node:crypto';
import { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import { answer, cycle, cycleParticipant } from '#db/schema/index.ts';
import type { DemoPlan } from '#db/seed/demo/demo-plan.ts';
import { headOfServiceName } from '#db/seed/demo/demo-teams.ts';
import type { Tx } from '#db/tenant.ts';
import { type DemoIds, idOf } from './demo-ids.ts';

const noonOf = (day: string | null) => (day === null ? null : new Date(`${day}T12:00:00Z`));

/** Stores the rounds, who took part, and what is typed in the open one. Answers the ids of the rounds by name. */
export async function storeRounds(
  tx: Tx,
  organisationId: string,
  plan: DemoPlan,
  ids: DemoIds & { userIds: ReadonlyMap<string, string> },
): Promise<Map<string, string>> {
  const cycleIds = new Map(plan.cycles.map(({ name }) => [name, randomUUID()]));
  await tx.insert(cycle).values(
    plan.cycles.map(({ teamName, ...one }) => ({
      ...one,
      organisationId,
      id: idOf(cycleIds, one.name),
      teamId: teamName === null ? null : idOf(ids.teamIds, teamName),
      openedAt: noonOf(one.opensOn),
      closedAt: one.state === 'closed' ? noonOf(one.closesOn) : null,
      closedByName: one.state === 'closed' ? headOfServiceName : null,
    })),
  );
  await tx.insert(cycleParticipant).values(
    plan.participants.map(({ cycleName, personName, teamName, selfInOn, managerInOn, managerName, shownOn, agreedOn, agreedName, exemptReason }) => ({
      organisationId,
      cycleId: idOf(cycleIds, cycleName),
      personId: idOf(ids.personIds, personName),
      teamId: idOf(ids.teamIds, teamName),
      selfInAt: noonOf(selfInOn),
      managerInAt: noonOf(managerInOn),
      managerInUserId: managerName === null ? null : (ids.userIds.get(managerName) ?? null),
      managerInName: managerName,
      revealedAt: noonOf(shownOn),
      agreedAt: noonOf(agreedOn),
      agreedName,
      exemptReason,
    })),
  );
  await tx.insert(answer).values(
    plan.answers.map(({ personName, skillName, source, level, note, writerName, writtenOn }) => ({
      organisationId,
      personId: idOf(ids.personIds, personName),
      skillId: idOf(ids.skillIds, skillName),
      source: sourceCodes[source],
      kind: 'level' as const,
      level,
      note,
      writerUserId: ids.userIds.get(writerName) ?? null,
      writerName,
      writtenAt: noonOf(writtenOn)!,
    })),
  );
  return cycleIds;
}
