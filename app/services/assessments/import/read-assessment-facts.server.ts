import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Action } from '#app/domain/access/action.ts';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import type { AssessmentFacts, ImportablePerson, ImportableSkill } from '#app/domain/spreadsheet/assessments/assessment-facts.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { cycle, cycleParticipant, person, placement, roleLevel, skillLevel, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** What it takes beside the right to import; people's own levels are brought in by whoever may import. */
const actionOf: Record<AssessmentSource, Action> = { self: 'import-assessments', manager: 'assess-manager', agreed: 'assess-agreed' };

/**
 * What a spreadsheet of assessments is held against: the people whose levels the viewer may bring in and nobody else, with the
 * open round of each; the skills of the adopted versions. `inside` is the context within the caller's transaction, who has asked
 * whether the viewer may import at all.
 */
export async function readAssessmentFacts(inside: Context): Promise<AssessmentFacts> {
  const skills = await readImportableSkills(inside);
  const people = await inside.db.transaction((tx) => readImportablePeople(tx, inside));
  return { today: todayOf(inside), people, skills };
}

async function readImportablePeople(tx: Tx, { viewer, db: { organisationId } }: Context): Promise<ImportablePerson[]> {
  const rows = await tx
    .select({
      id: person.id, name: person.name, email: person.email, startsOn: person.startsOn, leavesOn: person.leavesOn,
      teamId: placement.teamId, teamName: team.name, roleId: roleLevel.roleId,
    })
    .from(person)
    .leftJoin(placement, and(eq(placement.organisationId, organisationId), eq(placement.personId, person.id), isNull(placement.endsOn)))
    .leftJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, placement.teamId)))
    .leftJoin(roleLevel, frameworkJoins(organisationId).roleLevel(placement.roleLevelId))
    .where(eq(person.organisationId, organisationId))
    .orderBy(person.name, person.id);
  const rounds = await readRounds(tx, organisationId);
  return rows
    .filter((row) => isPermitted(viewer, 'import-assessments', personSubject(row)))
    .map(({ roleId, ...row }) => ({ ...row, sources: sourcesOf(viewer, { ...row, roleId }), isImporter: row.id === viewer.personId, round: rounds.get(row.id) ?? null }));
}

function sourcesOf(viewer: Viewer, row: Parameters<typeof personSubject>[0]): AssessmentSource[] {
  return assessmentSources.filter((source) => isPermitted(viewer, actionOf[source], personSubject(row)));
}

async function readRounds(tx: Tx, organisationId: string): Promise<Map<string, NonNullable<ImportablePerson['round']>>> {
  const rows = await tx
    .select({ personId: cycleParticipant.personId, id: cycle.id, name: cycle.name, opensOn: cycle.opensOn, closesOn: cycle.closesOn, revealedAt: cycleParticipant.revealedAt })
    .from(cycleParticipant)
    .innerJoin(cycle, and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleParticipant.cycleId)))
    .where(and(eq(cycleParticipant.organisationId, organisationId), isNull(cycleParticipant.exemptReason), eq(cycle.state, 'open')));
  return new Map(rows.map(({ personId, revealedAt, ...round }) => [personId, { ...round, isRevealed: revealedAt !== null }]));
}

async function readImportableSkills(inside: Context): Promise<ImportableSkill[]> {
  const organisationId = inside.db.organisationId;
  const versions = await readAdoptedVersions(inside);
  const scales = new Map(versions.map(({ versionId, scale }) => [versionId, scale]));
  const known = await readAssessableSkills(inside);
  if (scales.size === 0) return [];
  const rows = await inside.db.transaction((tx) =>
    tx
      .select({ versionId: skillLevel.versionId, skillId: skillLevel.skillId, ordinal: skillLevel.ordinal })
      .from(skillLevel)
      .where(and(eq(skillLevel.organisationId, organisationId), inArray(skillLevel.versionId, [...scales.keys()]), eq(skillLevel.defined, false))),
  );
  const undefinedLevels = new Map<string, Set<number>>();
  for (const { skillId, versionId, ordinal } of rows) {
    const key = `${versionId}/${skillId}`;
    undefinedLevels.set(key, (undefinedLevels.get(key) ?? new Set()).add(ordinal));
  }
  return [...known.values()].map(({ id, name, versionId }) => ({
    id, name, versionId, scale: scales.get(versionId) ?? [], undefinedLevels: undefinedLevels.get(`${versionId}/${id}`) ?? new Set<number>(),
  }));
}
