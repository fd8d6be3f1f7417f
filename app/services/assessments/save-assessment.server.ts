import { randomUUID } from 'node:crypto';
import { and, eq, gte, lte } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Problem } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import { assessment, cycle, frameworkAdoption } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import type { AssessmentEntry, AssessmentInput } from './assessment-input.ts';
import { type AssessableSkill, readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readNewestEntries, type NewestEntry } from './read-newest-entries.server.ts';

export type SaveAssessmentOutcome =
  | { ok: true; value: { saved: number } }
  | { ok: false; problem: Problem; staleSkillIds: string[] };

const actionOf = { self: 'assess-self', manager: 'assess-manager', agreed: 'assess-agreed' } as const;

/**
 * Adds what was said of a person to the history; nothing is ever overwritten. All entries are stored
 * or none. An entry written on an older revision than the newest one is refused, with the skills that
 * changed meanwhile; the very same entry sent twice is stored once. Throws 404 for an unknown person,
 * 403 where the viewer may not speak as one of the sources.
 */
export async function saveAssessment(
  context: Context,
  personId: string,
  input: AssessmentInput,
): Promise<SaveAssessmentOutcome> {
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  const assessedOn = input.assessedOn ?? today;
  return context.db.transaction(async (tx) => {
    await holdAdoptions(tx, organisationId);
    const skills = await readAssessableSkills(within(context, tx));
    const subject = await readLockedPerson(within(context, tx), personId);
    const reach = personSubject(subject);
    for (const source of new Set(input.entries.map((entry) => entry.source))) authorise(context, actionOf[source], reach);
    if (assessedOn > today) return problem('assessedOn', 'Enter a date that is not in the future');
    const unanswerable = findProblem(input.entries, skills);
    if (unanswerable) return unanswerable;
    const newest = await readNewestEntries(tx, organisationId, personId);
    const sameDay = await readNewestEntries(tx, organisationId, personId, assessedOn);
    const fresh = input.entries.filter((entry) => !isAlreadyStored(entry, sameDay, context, skills));
    const stale = fresh.filter((entry) => isStale(entry, newest));
    if (stale.length > 0) {
      return {
        ...problem(null, 'Somebody else recorded a level meanwhile. Nothing was saved, and what you wrote is still here.'),
        staleSkillIds: [...new Set(stale.map((entry) => entry.skillId))],
      };
    }
    if (fresh.length === 0) return { ok: true, value: { saved: 0 } };
    const cycleId = await openCycleOn(tx, organisationId, assessedOn);
    await tx.insert(assessment).values(
      fresh.map((entry) => ({
        organisationId,
        id: randomUUID(),
        personId,
        skillId: entry.skillId,
        frameworkVersionId: skills.get(entry.skillId)?.versionId ?? '',
        source: sourceCodes[entry.source],
        level: entry.level,
        note: entry.note,
        assessorUserId: context.viewer.userId,
        assessorName: context.viewer.name,
        assessedOn,
        cycleId,
        recordedAt: context.now,
      })),
    );
    await refreshCurrentAssessments(tx, organisationId, [personId]);
    if (subject.teamId) await refreshTeamSkillSummary(tx, organisationId, [subject.teamId], today);
    await recordAudit(tx, context, {
      action: 'assessment.save',
      subjectKind: 'person',
      subjectId: personId,
      detail: { assessedOn, entries: fresh.map(({ skillId, source }) => ({ skillId, source })) },
    });
    return { ok: true, value: { saved: fresh.length } };
  });
}

/**
 * Which versions are adopted stays so until the transaction ends: whoever takes a version back waits, and then
 * finds what was recorded under it. Taken before the person, as publishing a version does.
 */
async function holdAdoptions(tx: Tx, organisationId: string): Promise<void> {
  await tx
    .select({ frameworkId: frameworkAdoption.frameworkId })
    .from(frameworkAdoption)
    .where(eq(frameworkAdoption.organisationId, organisationId))
    .orderBy(frameworkAdoption.frameworkId)
    .for('share');
}

function problem(field: string | null, message: string): { ok: false; problem: Problem; staleSkillIds: string[] } {
  return { ok: false, problem: { field, message }, staleSkillIds: [] };
}

function findProblem(entries: readonly AssessmentEntry[], skills: ReadonlyMap<string, AssessableSkill>) {
  const answered = new Set<string>();
  for (const { skillId, source, level } of entries) {
    const known = skills.get(skillId);
    if (!known) return problem(skillId, 'This skill is not in a framework that your organisation has adopted');
    if (level !== null && level > known.highestLevel) {
      return problem(skillId, `The levels of ${known.name} go from 0 to ${known.highestLevel}`);
    }
    if (answered.has(`${skillId}/${source}`)) return problem(skillId, `Give one ${source} level of ${known.name}, not two`);
    answered.add(`${skillId}/${source}`);
  }
  return null;
}

/**
 * The same answer by the same writer for the same day is a form sent twice, not a second opinion; under another
 * framework version it is one, because it looks at another wording.
 */
function isAlreadyStored(
  entry: AssessmentEntry,
  sameDay: NewestEntry[],
  context: Context,
  skills: ReadonlyMap<string, AssessableSkill>,
): boolean {
  return sameDay.some(
    (stored) =>
      stored.skillId === entry.skillId &&
      stored.versionId === skills.get(entry.skillId)?.versionId &&
      stored.source === entry.source &&
      stored.level === entry.level &&
      stored.note === entry.note &&
      stored.assessorUserId === context.viewer.userId &&
      stored.assessorName === context.viewer.name,
  );
}

function isStale(entry: AssessmentEntry, newest: NewestEntry[]): boolean {
  if (entry.revision === undefined) return false;
  const seen = entry.revision;
  return newest.some((stored) => stored.skillId === entry.skillId && stored.sequence > seen);
}

async function openCycleOn(tx: Tx, organisationId: string, day: string): Promise<string | null> {
  const [open] = await tx
    .select({ id: cycle.id })
    .from(cycle)
    .where(and(eq(cycle.organisationId, organisationId), lte(cycle.opensOn, day), gte(cycle.closesOn, day)))
    .orderBy(cycle.opensOn)
    .limit(1);
  return open?.id ?? null;
}
