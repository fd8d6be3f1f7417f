import { fillNotice } from '#app/domain/privacy/fill-notice.ts';
import type { PersonalData } from '#app/domain/privacy/personal-data.ts';
import { retentionClasses, retentionClassNames } from '#app/domain/privacy/retention-class.ts';
import { readNoticeTexts } from '#app/services/organisation/read-notice-texts.server.ts';
import type { Tx } from '#db/tenant.ts';
import type { DataSubject } from './data-subject.ts';
import { readAccountRecords } from './read-account-records.server.ts';
import { readAuditRecords } from './read-audit-records.server.ts';
import { readAssessingRecords } from './read-assessing-records.server.ts';
import { readMemberRecords } from './read-member-records.server.ts';
import { readMessageRecords } from './read-message-records.server.ts';
import { readStaffRecords } from './read-staff-records.server.ts';

const always = [
  'Records of other people: whom you assessed or looked at, and what you wrote about them, is theirs.',
  'Secrets, such as passwords, codes and links that let their bearer in, and sums over them: the service does not know most of them itself.',
  'What others have written about you in a round of assessing and not put on record: it is, and stands here, once both sides have answered, or the round closes.',
  'Other organisations that use this service: each answers for its own records.',
];

const withoutAccount =
  'The account itself and its sessions: it belongs to its user and to no organisation. They can download it from their own account, signed in with their own password or passkey.';

const withoutOwnWords = 'What the person has answered in a round and not put on record: only they see it before.';

/**
 * Everything that an organisation holds about somebody and, `withAccount`, their account. Which columns
 * are in here is decided in app/domain/privacy/personal-columns.ts. Asks no permission: the caller has.
 */
export async function readPersonalData(tx: Tx, subject: DataSubject, { now, withAccount, withOwnWords }: { now: Date; withAccount: boolean; withOwnWords: boolean }): Promise<PersonalData> {
  const { organisationId, userId, name } = subject;
  const { texts, facts } = await readNoticeTexts(tx, organisationId);
  const { invitationIds, ...messages } = await readMessageRecords(tx, subject);
  return {
    about: { name, organisation: facts.organisationName, asAt: now.toISOString() },
    why: {
      purpose: fillNotice(texts.purpose.body, facts),
      lawfulBasis: fillNotice(texts['lawful-basis'].body, facts),
      keptFor: retentionClassNames.map((key) => ({ what: retentionClasses[key].title, days: facts.periods[key] })),
    },
    leftOut: [...always, ...(withAccount ? [] : [withoutAccount]), ...(withOwnWords ? [] : [withoutOwnWords])],
    records: {
      ...(withAccount && userId !== null ? await readAccountRecords(tx, organisationId, userId) : {}),
      ...(await readMemberRecords(tx, subject)),
      ...(await readStaffRecords(tx, subject)),
      ...(await readAssessingRecords(tx, subject, { withOwnWords })),
      ...messages,
      ...(await readAuditRecords(tx, subject, invitationIds)),
    },
  };
}
