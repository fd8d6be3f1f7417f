import { personSubject } from '#app/domain/access/person-subject.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { type ErasedCounts, eraseRecords } from './erase-records.server.ts';
import type { ErasureInput } from './erasure-input.ts';

const tidy = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * Erases a person's record for good. The name has to be typed as it is recorded, in any case; somebody
 * whose last day is not past is erased only where the form says so. Throws 404 for an unknown person, 403
 * for whoever may not erase them, oneself included.
 */
export async function erasePerson(context: Context, personId: string, input: ErasureInput): Promise<Outcome<ErasedCounts>> {
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  return context.db.transaction(async (tx) => {
    const person = await readPerson(within(context, tx), personId);
    const { name, leavesOn } = person;
    authorise(context, 'erase-person', personSubject(person));
    const hasLeft = leavesOn !== null && leavesOn < today;
    if (!hasLeft && !input.isEarly) {
      return refused('isEarly', 'This person has not left: tick that they are to be erased all the same, or record their last day first');
    }
    if (tidy(input.typedName) !== tidy(name)) return refused('typedName', 'This is not the name of the person: type it as it stands above');
    const { reason, removesUser } = input;
    const counts = await eraseRecords(tx, { organisationId, personId, today, removesUser });
    if (!counts) throw notFound();
    const detail = { reason, hadLeft: hasLeft, ...counts };
    await recordAudit(tx, context, { action: 'person.erase', subjectKind: 'person', subjectId: personId, detail });
    return done(counts);
  });
}
