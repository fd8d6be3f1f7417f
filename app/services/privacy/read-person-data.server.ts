import type { PersonalData } from '#app/domain/privacy/personal-data.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import { readDataSubject } from './read-data-subject.server.ts';
import { readPersonalData } from './read-personal-data.server.ts';

/**
 * Everything that the organisation holds about a person, without their account. That somebody asked for
 * it is recorded in the same transaction. Throws 404 for an unknown person, 403 where the viewer may not export their record.
 */
export async function readPersonData(
  context: Context,
  personId: string,
  as: 'page' | 'file',
): Promise<{ person: PersonRecord; data: PersonalData }> {
  const organisationId = context.db.organisationId;
  const person = await readPerson(context, personId);
  authorise(context, 'export-person', personSubject(person));
  return context.db.transaction(async (tx) => {
    const subject = await readDataSubject(tx, organisationId, { personId });
    if (!subject) throw notFound();
    const detail = { as, ...(personId === context.viewer.personId ? { own: true } : {}) };
    await recordAudit(tx, context, { action: 'export.person', subjectKind: 'person', subjectId: personId, detail });
    return { person, data: await readPersonalData(tx, subject, { now: context.now, withAccount: false, withOwnWords: personId === context.viewer.personId }) };
  });
}
