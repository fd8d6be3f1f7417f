import { and, asc, eq } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import type { EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';
import type { HistoryEntry } from '#app/domain/assessment/history/history-line.ts';
import { type LevelStep, levelSteps } from '#app/domain/assessment/history/level-steps.ts';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { missingLevels } from '#app/domain/capability/missing-levels.ts';
import { roleLevelWords } from '#app/domain/framework/role-level-words.ts';
import type { Objective } from '#app/domain/review/objective.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readEvidencePieces } from '#app/services/assessments/evidence/read-evidence-pieces.server.ts';
import { readPersonObjectives } from '#app/services/assessments/objective/read-person-objectives.server.ts';
import { readExpectedSpans } from '#app/services/assessments/read-expected-spans.server.ts';
import { readHistoryEvents } from '#app/services/assessments/read-history-events.server.ts';
import { readRecordedAssessments } from '#app/services/assessments/read-recorded-assessments.server.ts';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { readTeam } from '#app/services/people/read-team.server.ts';
import { skillLevel } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { type DetailSkill, readDetailSkill } from './read-detail-skill.server.ts';

/** What the framework says that somebody at one level does. */
export interface DetailStep {
  ordinal: number;
  /** False where the framework leaves the level undefined. */
  defined: boolean;
  statements: string[];
  /** True where the statements are our own summary, not the framework's wording. */
  ours: boolean;
}

type Said = Pick<HistoryEntry, 'level' | 'assessedOn' | 'assessorName' | 'note' | 'exemptUntil' | 'exemptReason' | 'unchangedSince'>;

/** One skill of one person, and what led to it. */
export interface CellDetail {
  team: { id: string; name: string };
  /** ISO date, and whether it is today. */
  asOf: string;
  isToday: boolean;
  person: { id: string; name: string; teamName: string | null; roleLevel: string | null };
  skill: DetailSkill;
  cell: MatrixCell;
  /** What each source said last, with who and when; null where it has said nothing that is on record. */
  said: Record<AssessmentSource, Said | null>;
  /** The steps between the agreed and the expected level, lowest first; where nothing is agreed, the expected one alone. */
  steps: DetailStep[];
  /** For the step line. */
  history: { until: string; highestLevel: number; said: Record<AssessmentSource, LevelStep[]>; expected: { from: string; until: string | null; expectedLevel: number }[] };
  /** Newest first; null for a viewer who may not read evidence. */
  evidence: EvidencePiece[] | null;
  /** Open ones first; null for a viewer who may not read objectives. */
  objectives: Objective[] | null;
  /** The day on which the person disputed the agreed level; null while they do not. */
  disputedOn: string | null;
  /** What this viewer may do about it, today. */
  may: { assess: boolean; dispute: boolean; decide: boolean; writeEvidence: boolean; writeObjectives: boolean };
}

/**
 * Everything that is on record about one skill of one person who stood in a team, or one under it, on an ISO date: levels with who gave them
 * and when, the statements still to be shown, the course over time and the evidence. What a round still hides is no part of it. Throws 404
 * for a team, person or skill that is not the organisation's, and where the person did not stand in the team on that day; 403 where the
 * viewer may not see ratings here. The look is recorded.
 */
export async function readCellDetail(context: Context, teamId: string, personId: string, skillId: string, asOf: string): Promise<CellDetail> {
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const team = await readTeam(inside, teamId);
    authorise(context, 'read-ratings', { teamId });
    const skill = await readDetailSkill(inside, skillId);
    const { person, place, cells } = await readPersonCapability(inside, personId, 'heatmap', asOf);
    if (place.teamId === null || !team.subtreeIds.includes(place.teamId)) throw notFound();
    const cell = cells.find((one) => one.skillId === skillId) ?? nothingKnown(skillId);
    const subject = personSubject(person);
    const ofSkill = (entry: HistoryEntry) => entry.skillId === skillId || entry.countsFor.includes(skill.name);
    const entries = (await readRecordedAssessments(tx, organisationId, personId, asOf)).filter(ofSkill);
    const spans = (await readExpectedSpans(tx, organisationId, personId, asOf)).filter((span) => span.skillId === skillId);
    const dispute = (await readHistoryEvents(tx, organisationId, personId, asOf)).find((event) => event.skillId === skillId && event.kind === 'disputed');
    const mayReadEvidence = isPermitted(context.viewer, 'read-evidence', subject);
    const mayReadObjectives = isPermitted(context.viewer, 'read-objectives', subject);
    const pieces = mayReadEvidence ? await readEvidencePieces(tx, context, organisationId, personId, skillId) : null;
    return {
      team: { id: team.id, name: team.name },
      asOf,
      isToday: asOf === todayOf(context),
      person: { id: person.id, name: person.name, teamName: place.teamName, roleLevel: place.roleLevelName && roleLevelWords(place.roleLevelName, place.seniority) },
      skill,
      cell,
      said: { self: saidLast(entries, 'self'), manager: saidLast(entries, 'manager'), agreed: saidLast(entries, 'agreed') },
      steps: await readSteps(tx, organisationId, skill, cell),
      history: {
        until: asOf,
        highestLevel: Math.max(skill.levels.length, ...entries.map(({ level }) => level ?? 0)),
        said: levelSteps(entries),
        expected: spans.map(({ from, until, expectedLevel }) => ({ from, until, expectedLevel })),
      },
      objectives: mayReadObjectives ? await readPersonObjectives(tx, context, organisationId, { personId, skillId, asOf }) : null,
      evidence: pieces && pieces.filter(({ addedOn }) => addedOn <= asOf),
      disputedOn: cell.marks.includes('disputed') ? (dispute?.on ?? null) : null,
      may: actionsOf(context.viewer, subject, cell, asOf === todayOf(context)),
    };
  });
}

function nothingKnown(skillId: string): MatrixCell {
  return { skillId, expectedLevel: null, selfLevel: null, managerLevel: null, agreedLevel: null, gap: null, state: 'not-expected', marks: [], agreedOn: null };
}

function saidLast(entries: readonly HistoryEntry[], source: AssessmentSource): Said | null {
  const newest = entries.find((entry) => entry.source === source);
  if (!newest) return null;
  const { level, assessedOn, assessorName, note, exemptUntil, exemptReason, unchangedSince } = newest;
  return { level, assessedOn, assessorName, note, exemptUntil, exemptReason, unchangedSince };
}

/** What is still to be shown; where nothing is agreed nobody knows what is missing, and the step that is expected stands for itself. */
async function readSteps(tx: Tx, organisationId: string, skill: DetailSkill, cell: MatrixCell): Promise<DetailStep[]> {
  const { expectedLevel, agreedLevel } = cell;
  if (expectedLevel === null) return [];
  const wanted = agreedLevel === null ? [expectedLevel] : missingLevels(agreedLevel, expectedLevel);
  const levels = await tx
    .select({ ordinal: skillLevel.ordinal, defined: skillLevel.defined, statements: skillLevel.statements, wordingSource: skillLevel.wordingSource })
    .from(skillLevel)
    .where(and(eq(skillLevel.organisationId, organisationId), eq(skillLevel.versionId, skill.versionId), eq(skillLevel.skillId, skill.id)))
    .orderBy(asc(skillLevel.ordinal));
  return levels.filter(({ ordinal }) => wanted.includes(ordinal)).map(({ wordingSource, ...step }) => ({ ...step, ours: wordingSource === 'ours' }));
}

/** Nothing is done about a day that has passed. */
function actionsOf(viewer: Viewer, subject: ReturnType<typeof personSubject>, cell: MatrixCell, isToday: boolean): CellDetail['may'] {
  const may = (...any: Parameters<typeof isPermitted>[1][]) => isToday && any.some((action) => isPermitted(viewer, action, subject));
  const isDisputed = cell.marks.includes('disputed');
  return {
    assess: may('assess-self', 'assess-manager', 'assess-agreed'),
    dispute: cell.agreedOn !== null && may('dispute-level'),
    decide: isDisputed && may('moderate-levels'),
    writeEvidence: may('write-evidence'),
    writeObjectives: may('write-objectives'),
  };
}
