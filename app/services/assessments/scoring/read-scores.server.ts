import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { scoreLevels, type SkillScore, type SuggestedScore } from '#app/domain/assessment/scoring/score-levels.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { within } from '#app/platform/within.server.ts';
import { confirmedScore, cycle, cycleParticipant, person, placement, role, roleLevel, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { readScheme } from './read-scheme.server.ts';
import { readScoredSkills } from './read-scored-skills.server.ts';
import type { Scheme } from './read-schemes.server.ts';

export interface ConfirmedScore {
  band: string | null;
  points: number;
  reason: string | null;
  confirmedByName: string;
  confirmedAt: Date;
}

export interface ScoredPerson {
  id: string;
  name: string;
  teamName: string;
  roleLevelName: string;
  suggestion: Omit<SuggestedScore, 'skills'> & { skills: (SkillScore & { name: string })[] };
  /** The newest confirmation for this scheme and round; null where nobody has confirmed one. */
  confirmed: ConfirmedScore | null;
  /** True where what was confirmed rests on other points than are suggested now. */
  isOutdated: boolean;
}

export interface Scores {
  scheme: Scheme;
  cycle: { id: string; name: string };
  /** By name; those in the round whom the viewer may confirm scores of. */
  people: ScoredPerson[];
}

/**
 * What a scheme suggests for the people of a round whom the viewer may confirm scores of, with what was confirmed. A scheme
 * that is off shows the same as a preview. Throws 404 for an unknown scheme or round, 403 where the viewer may not manage
 * scoring. The look is recorded.
 */
export async function readScores(context: Context, schemeId: string, cycleId: string): Promise<Scores> {
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const scheme = await readScheme(within(context, tx), schemeId);
    const [round] = isUuid(cycleId)
      ? await tx.select({ id: cycle.id, name: cycle.name }).from(cycle).where(and(eq(cycle.organisationId, organisationId), eq(cycle.id, cycleId)))
      : [];
    if (!round) throw notFound();
    const people = (await readPeople(tx, organisationId, cycleId)).filter((one) => isPermitted(context.viewer, 'confirm-scores', personSubject(one)));
    const ids = people.map(({ id }) => id);
    const skills = await readScoredSkills(tx, organisationId, cycleId, ids);
    const confirmations = await readConfirmations(tx, organisationId, schemeId, cycleId, ids);
    if (ids.length > 0) {
      await recordAudit(tx, context, { action: 'score.view', subjectKind: 'scoring-scheme', subjectId: schemeId, detail: { cycleId, people: ids.length } });
    }
    return {
      scheme,
      cycle: round,
      people: people.map(({ id, name, teamName, roleLevelName }) => {
        const own = skills.get(id) ?? [];
        const suggestion = scoreLevels(scheme.rules, own);
        const confirmed = confirmations.get(id) ?? null;
        return {
          id,
          name,
          teamName,
          roleLevelName,
          suggestion: { ...suggestion, skills: suggestion.skills.map((skill, at) => ({ ...skill, name: own[at]!.name })) },
          confirmed,
          isOutdated: confirmed !== null && confirmed.points !== suggestion.points,
        };
      }),
    };
  });
}

function readPeople(tx: Tx, organisationId: string, cycleId: string) {
  return tx
    .select({ id: person.id, name: person.name, teamId: placement.teamId, teamName: team.name, roleId: role.id, roleLevelName: roleLevel.name })
    .from(cycleParticipant)
    .innerJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, cycleParticipant.personId)))
    .innerJoin(placement, and(eq(placement.organisationId, organisationId), eq(placement.personId, person.id)))
    .innerJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, placement.teamId)))
    .innerJoin(roleLevel, and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.id, placement.roleLevelId)))
    .innerJoin(role, and(eq(role.organisationId, organisationId), eq(role.id, roleLevel.roleId)))
    .where(and(eq(cycleParticipant.organisationId, organisationId), eq(cycleParticipant.cycleId, cycleId), isNull(placement.endsOn), isNull(cycleParticipant.exemptReason)))
    .orderBy(asc(person.name), asc(person.id));
}

async function readConfirmations(tx: Tx, organisationId: string, schemeId: string, cycleId: string, personIds: readonly string[]): Promise<Map<string, ConfirmedScore>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([confirmedScore.personId], {
      personId: confirmedScore.personId,
      band: confirmedScore.confirmedBand,
      points: confirmedScore.suggestedPoints,
      reason: confirmedScore.reason,
      confirmedByName: confirmedScore.confirmedByName,
      confirmedAt: confirmedScore.confirmedAt,
    })
    .from(confirmedScore)
    .where(
      and(
        eq(confirmedScore.organisationId, organisationId),
        eq(confirmedScore.schemeId, schemeId),
        eq(confirmedScore.cycleId, cycleId),
        inArray(confirmedScore.personId, [...personIds]),
      ),
    )
    .orderBy(confirmedScore.personId, desc(confirmedScore.confirmedAt), desc(confirmedScore.id));
  return new Map(rows.map(({ personId, ...score }) => [personId, score]));
}
