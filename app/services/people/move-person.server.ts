import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, placement, role, roleLevel, roleLevelContent } from '#db/schema/index.ts';
import { readLockedPerson } from './read-locked-person.server.ts';
import { readTeamTree } from './read-team-tree.server.ts';

export interface Move {
  teamId: string;
  roleLevelId: string;
  /**
   * The first day in the new place: not before the present placement began, and not in the future, but
   * for somebody who has yet to start, who is placed anew from their first day.
   */
  movesOn: string;
  /** The team and role level that the form was filled in on. */
  fromTeamId: string | null;
  fromRoleLevelId: string | null;
}

/**
 * Ends a person's open placement and begins another: a team, a role level or both. What was assessed
 * stays as it was. The viewer needs to be allowed to write in both teams. A move made meanwhile by
 * somebody else is refused. Throws 404 for an unknown person, 403 where the viewer may not write.
 */
export async function movePerson(
  context: Context,
  personId: string,
  move: Move,
): Promise<Outcome<{ personId: string }>> {
  const organisationId = context.db.organisationId;
  const joins = frameworkJoins(organisationId);
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const before = await readLockedPerson(inside, personId);
    authorise(context, 'write-people', personSubject(before));
    const tree = await readTeamTree(inside.db);
    if (!tree.some((team) => team.id === move.teamId)) return refused('teamId', 'Choose a team from the list');
    authorise(context, 'write-people', { ...personSubject(before), teamId: move.teamId });
    const today = todayOf(context);
    if (move.movesOn > today && move.movesOn !== before.startsOn) {
      if (before.startsOn <= today) return refused('movesOn', 'Enter a date that is not in the future');
      return refused('movesOn', `Enter ${formatDate(before.startsOn)}, the day this person starts`);
    }
    const [open] = await tx
      .select()
      .from(placement)
      .where(
        and(
          eq(placement.organisationId, organisationId),
          eq(placement.personId, personId),
          isNull(placement.endsOn),
        ),
      );
    // Who stands in a role level that is gone can be moved to another team without leaving it; nobody else comes into it.
    const [known] = await tx
      .select({ id: roleLevel.id })
      .from(roleLevel)
      .innerJoin(role, joins.role(roleLevel.roleId))
      .innerJoin(frameworkAdoption, joins.adoption(role.frameworkId))
      .innerJoin(roleLevelContent, joins.roleLevelContent(frameworkAdoption.versionId, roleLevel.id))
      .where(and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.id, move.roleLevelId)));
    if (!known && open?.roleLevelId !== move.roleLevelId) return refused('roleLevelId', 'Choose a role level from the list');
    if ((open?.teamId ?? null) !== move.fromTeamId || (open?.roleLevelId ?? null) !== move.fromRoleLevelId) {
      return refused(null, 'Somebody else moved this person meanwhile. Nothing was saved: look at where they are now.');
    }
    if (open?.teamId === move.teamId && open.roleLevelId === move.roleLevelId) {
      return refused('teamId', 'Choose another team or another role level');
    }
    if (move.movesOn < (open?.startsOn ?? before.startsOn)) {
      return refused('movesOn', 'The move cannot be before the present placement began');
    }
    if (open) {
      await tx
        .update(placement)
        .set({ endsOn: move.movesOn })
        .where(and(eq(placement.organisationId, organisationId), eq(placement.id, open.id)));
    }
    await tx.insert(placement).values({
      organisationId,
      id: randomUUID(),
      personId,
      teamId: move.teamId,
      roleLevelId: move.roleLevelId,
      startsOn: move.movesOn,
      createdAt: context.now,
    });
    await refreshCurrentAssessments(tx, organisationId, [personId]);
    const touched = open ? [open.teamId, move.teamId] : [move.teamId];
    await refreshTeamSkillSummary(tx, organisationId, touched, today);
    await recordAudit(tx, context, {
      action: 'person.move',
      subjectKind: 'person',
      subjectId: personId,
      detail: {
        fromTeamId: move.fromTeamId,
        fromRoleLevelId: move.fromRoleLevelId,
        teamId: move.teamId,
        roleLevelId: move.roleLevelId,
        movesOn: move.movesOn,
      },
    });
    return done({ personId });
  });
}
