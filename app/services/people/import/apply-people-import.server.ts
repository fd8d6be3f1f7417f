import { eq } from 'drizzle-orm';
import type { ImportSummary } from '#app/domain/spreadsheet/import-words.ts';
import type { AddDeed, ChangeDeed } from '#app/domain/spreadsheet/people/people-words.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import { frameworkAdoption, person } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { ImportRows } from './import-rows.ts';
import { inChunks } from '#app/domain/spreadsheet/in-chunks.ts';
import { readPeoplePlan } from './read-people-plan.server.ts';
import { writeAddedPeople } from './write-added-people.server.ts';
import { writeChangedPeople } from './write-changed-people.server.ts';

/** People whose kept rows are renewed in one statement. */
const chunk = 500;

/**
 * Brings in the people of a spreadsheet, all rows or none, in the caller's transaction. Everybody recorded and the adopted versions are
 * held first and everything is planned again, so that what is written is what holds now. Every person has their own row in the
 * audit, as adding or moving them by hand has. An answer that counts refused rows says that nothing was written. `onStep` hears how much is done, of 100. Throws 403 where the viewer may import people nowhere.
 */
export async function applyPeopleImport(tx: Tx, context: Context, rows: ImportRows, onStep: (done: number, of: number) => void): Promise<ImportSummary> {
  const organisationId = context.db.organisationId;
  const inside = within(context, tx);
  await tx.select({ id: frameworkAdoption.frameworkId }).from(frameworkAdoption).where(eq(frameworkAdoption.organisationId, organisationId)).orderBy(frameworkAdoption.frameworkId).for('share');
  await tx.select({ id: person.id }).from(person).where(eq(person.organisationId, organisationId)).orderBy(person.id).for('update');
  const { plan, deeds } = await readPeoplePlan(inside, rows);
  if (plan.summary.counts.refused > 0) return plan.summary;
  onStep(20, 100);
  const added = await writeAddedPeople(tx, context, deeds.filter((deed): deed is AddDeed => deed.kind === 'add'));
  onStep(35, 100);
  const changes = deeds.filter((deed): deed is ChangeDeed => deed.kind === 'change');
  await writeChangedPeople(tx, context, changes);
  onStep(45, 100);
  const ids = [...added.map(({ personId }) => personId), ...changes.flatMap(({ personId, move }) => (move === null ? [] : [personId]))].toSorted();
  let done = 0;
  for (const some of inChunks(ids, chunk)) {
    await refreshCurrentAssessments(tx, organisationId, some);
    done += some.length;
    onStep(45 + Math.round((45 * done) / ids.length), 100);
  }
  const teams = [...added.map(({ teamId }) => teamId), ...changes.flatMap(({ teamId, move }) => [teamId, move?.teamId ?? null])].filter((id) => id !== null);
  await refreshTeamSkillSummary(tx, organisationId, [...new Set(teams)], todayOf(context));
  onStep(95, 100);
  return plan.summary;
}
