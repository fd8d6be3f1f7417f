import type { PersonalData } from '#app/domain/privacy/personal-data.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import { readDataSubject } from './read-data-subject.server.ts';
import { readPersonalData } from './read-personal-data.server.ts';

/**
 * Everything that the organisation holds about a person, without their account. Throws 404 for an
 * unknown person, 403 where the viewer may not export their record.
 */
export async function readPersonData(context: Context, personId: string): Promise<{ person: PersonRecord; data: PersonalData }> {
  const organisationId = context.db.organisationId;
  const person = await readPerson(context, personId);
  authorise(context, 'export-person', { personId, teamId: person.teamId });
  return context.db.transaction(async (tx) => {
    const subject = await readDataSubject(tx, organisationId, { personId });
    if (!subject) throw notFound();
    return { person, data: await readPersonalData(tx, subject, { now: context.now, withAccount: false }) };
  });
}
