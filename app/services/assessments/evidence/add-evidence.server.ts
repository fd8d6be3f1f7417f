import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { evidence } from '#db/schema/index.ts';
import type { EvidenceInput } from './evidence-input.ts';
import { isSameEvidence } from '#app/domain/assessment/evidence/is-same-evidence.ts';

/** More of one skill nobody reads; it also bounds what one account can fill the database with. */
const mostOfASkill = 50;

/**
 * Adds evidence for a skill of a person: by the person, or by somebody who assesses them. A form sent twice is stored once.
 * Throws 404 for an unknown person, 403 where the viewer may not write evidence for them.
 */
export async function addEvidence(
  context: Context,
  personId: string,
  skillId: string,
  input: EvidenceInput,
): Promise<Outcome<{ evidenceId: string }>> {
  const organisationId = context.db.organisationId;
  const { userId, name } = context.viewer;
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const person = await readLockedPerson(inside, personId);
    authorise(context, 'write-evidence', personSubject(person));
    if (!(await readAssessableSkills(inside)).has(skillId)) return refused('skillId', 'Choose a skill from the list');
    const today = todayOf(context);
    if ((input.happenedOn ?? '') > today) return refused('happenedOn', 'Enter a day that is not in the future');
    if ((input.happenedUntil ?? '') > today) return refused('happenedUntil', 'Enter a day that is not in the future');
    const standing = await tx
      .select()
      .from(evidence)
      .where(
        and(
          eq(evidence.organisationId, organisationId),
          eq(evidence.personId, personId),
          eq(evidence.skillId, skillId),
          isNull(evidence.withdrawnAt),
        ),
      );
    const twice = standing.find((piece) => piece.authorUserId === userId && piece.authorName === name && isSameEvidence(piece, input));
    if (twice) return done({ evidenceId: twice.id });
    if (standing.length >= mostOfASkill) {
      return refused(null, `There are already ${mostOfASkill} pieces of evidence for this skill. Change or withdraw one of yours first.`);
    }
    const evidenceId = randomUUID();
    const source = context.viewer.personId === personId ? 1 : 2;
    await tx.insert(evidence).values({
      ...input,
      organisationId,
      id: evidenceId,
      personId,
      skillId,
      source,
      authorUserId: userId,
      authorName: name,
      addedAt: context.now,
    });
    await recordAudit(tx, context, { action: 'evidence.add', subjectKind: 'person', subjectId: personId, detail: { evidenceId, skillId } });
    return done({ evidenceId });
  });
}
