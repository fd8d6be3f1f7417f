import { randomUUID } from 'node:crypto';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { within } from '#app/platform/within.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { confirmedScore } from '#db/schema/index.ts';
import { readScores, type ScoredPerson } from './read-scores.server.ts';
import type { ScoreInput } from './scheme-input.ts';

/**
 * A named person confirms a suggested score, or another band with a reason. Kept with the rules of now. Refused where the
 * scheme is off, a score is not possible, or the points are no longer those that were seen; the same confirmation sent twice is
 * stored once. Throws 404 for whoever is not in the round, 403 where the viewer may not confirm scores of them.
 */
export async function confirmScore(context: Context, schemeId: string, cycleId: string, input: ScoreInput): Promise<Outcome<{ confirmed: boolean }>> {
  const organisationId = context.db.organisationId;
  const { personId, seenPoints, band, reason } = input;
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    authorise(context, 'confirm-scores', personSubject(await readLockedPerson(inside, personId)));
    const { scheme, people } = await readScores(inside, schemeId, cycleId);
    const person = people.find(({ id }) => id === personId);
    if (!person) throw notFound();
    if (!scheme.isOn) return refused<{ confirmed: boolean }>(null, `${scheme.name} is off: switch it on before scores are confirmed`);
    const { suggestion } = person;
    if (!suggestion.isPossible) return refused<{ confirmed: boolean }>(null, `${person.name} cannot be scored yet: ${suggestion.unassessed} expected skills have no level agreed in this round`);
    if (suggestion.points !== seenPoints) return refused<{ confirmed: boolean }>(null, `The points of ${person.name} have changed since you looked: ${suggestion.points} now. Look again, then confirm.`);
    if (band !== null && !scheme.rules.bands.some(({ name }) => name === band)) return refused<{ confirmed: boolean }>('band', 'Choose a band of the scheme');
    if (band !== suggestion.band && reason === null) return refused<{ confirmed: boolean }>('reason', 'Say why another band is confirmed than the suggested one');
    if (isTheSame(person, input)) return done({ confirmed: false });
    await tx.insert(confirmedScore).values({
      organisationId,
      id: randomUUID(),
      schemeId,
      personId,
      cycleId,
      rules: scheme.rules,
      suggestedPoints: suggestion.points,
      suggestedBand: suggestion.band,
      confirmedBand: band,
      reason,
      confirmedByUserId: context.viewer.userId,
      confirmedByName: context.viewer.name,
      confirmedAt: context.now,
    });
    await recordAudit(tx, context, { action: 'score.confirm', subjectKind: 'person', subjectId: personId, detail: { schemeId, cycleId } });
    return done({ confirmed: true });
  });
}

function isTheSame({ confirmed, suggestion }: ScoredPerson, { band, reason }: ScoreInput): boolean {
  return confirmed !== null && confirmed.band === band && confirmed.reason === reason && confirmed.points === suggestion.points;
}
