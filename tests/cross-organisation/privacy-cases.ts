import { retentionPeriods } from '#app/domain/privacy/retention-periods.ts';
import { readNoticeTexts } from '#app/services/organisation/read-notice-texts.server.ts';
import { readNotices } from '#app/services/organisation/read-notices.server.ts';
import { readPublicNotice } from '#app/services/organisation/read-public-notice.server.ts';
import { readSettings } from '#app/services/organisation/read-settings.server.ts';
import { readSlug } from '#app/services/organisation/read-slug.server.ts';
import { saveNotice } from '#app/services/organisation/save-notice.server.ts';
import { saveSettings } from '#app/services/organisation/save-settings.server.ts';
import type { DataSubject } from '#app/services/privacy/data-subject.ts';
import { eraseAssessingRecords } from '#app/services/privacy/erase-assessing-records.server.ts';
import { eraseDueRecords } from '#app/services/privacy/erase-due-records.server.ts';
import { eraseNames } from '#app/services/privacy/erase-names.server.ts';
import { erasePerson } from '#app/services/privacy/erase-person.server.ts';
import { eraseRecords } from '#app/services/privacy/erase-records.server.ts';
import { eraseSpentSecrets } from '#app/services/privacy/erase-spent-secrets.server.ts';
import { readAccountRecords } from '#app/services/privacy/read-account-records.server.ts';
import { readAssessingRecords } from '#app/services/privacy/read-assessing-records.server.ts';
import { readAuditRecords } from '#app/services/privacy/read-audit-records.server.ts';
import { readDataSubject } from '#app/services/privacy/read-data-subject.server.ts';
import { readErasure } from '#app/services/privacy/read-erasure.server.ts';
import { readMemberRecords } from '#app/services/privacy/read-member-records.server.ts';
import { readMessageRecords } from '#app/services/privacy/read-message-records.server.ts';
import { readOwnData } from '#app/services/privacy/read-own-data.server.ts';
import { readPersonData } from '#app/services/privacy/read-person-data.server.ts';
import { readPersonalData } from '#app/services/privacy/read-personal-data.server.ts';
import { readRetention } from '#app/services/privacy/read-retention.server.ts';
import { readStaffRecords } from '#app/services/privacy/read-staff-records.server.ts';
import { removeUser } from '#app/services/privacy/remove-user.server.ts';
import { retentionJob } from '#app/services/privacy/retention-job.server.ts';
import { runRetention } from '#app/services/privacy/run-retention.server.ts';
import { saveRetention } from '#app/services/privacy/save-retention.server.ts';
import type { Cases, Scene } from './scene.ts';

const today = '2026-06-01';
const erasure = { reason: 'asked' as const, typedName: 'x', isEarly: true, removesUser: true };

/** A subject of A with B's person, user and addresses: what a mistake in the code above could hand down. */
const forged = ({ a, b }: Scene): DataSubject => ({
  organisationId: a.id,
  personId: b.people.ada,
  userId: b.users.manager,
  name: 'Anybody',
  names: ['Anybody'],
  emails: [`ada@${b.canary}.example`, `manager@${b.canary}.example`],
});

/** The organisation's settings and notices, and the duties towards its staff. */
export const privacyCases: Cases = {
  'organisation/read-notice-texts': [['hidden', ({ inA, b }) => inA((tx) => readNoticeTexts(tx, b.id))]],
  'organisation/read-notices': [['nothing', ({ context }) => readNotices(context)]],
  // A notice is public: of a short name that is B's, B's may be read, and names nobody.
  'organisation/read-public-notice': [['404', () => readPublicNotice('no-such-organisation', 'privacy-notice')]],
  'organisation/read-settings': [['nothing', ({ context }) => readSettings(context)]],
  'organisation/read-slug': [['nothing', ({ context }) => readSlug(context)]],
  'organisation/save-notice': [['nothing', ({ context }) => saveNotice(context, 'purpose', { body: 'Ours', revision: 0 })]],
  'organisation/save-settings': [
    ['nothing', ({ context }) => saveSettings(context, { name: 'Ours', reviewPeriodDays: 365, secondFactorRequired: false, revision: 1 })],
  ],
  'privacy/erase-assessing-records': [
    ['nothing', ({ inA, a, b }) => inA((tx) => eraseAssessingRecords(tx, { organisationId: a.id, personId: b.people.ben, words: [b.canary] }))],
  ],
  'privacy/erase-names': [
    ['nothing', ({ inA, a, b }) => inA((tx) => eraseNames(tx, { organisationId: a.id, userId: b.users.head, names: [`Head ${b.canary}`] }))],
  ],
  'privacy/read-assessing-records': [
    ['nothing', (scene) => scene.inA((tx) => readAssessingRecords(tx, forged(scene), { withOwnWords: true }))],
  ],
  'privacy/erase-due-records': [['nothing', ({ context }) => eraseDueRecords(context.db, context.now)]],
  'privacy/erase-person': [['404', ({ context, b }) => erasePerson(context, b.people.ben, erasure)]],
  'privacy/erase-records': [
    ['nothing', ({ inA, a, b }) => inA((tx) => eraseRecords(tx, { organisationId: a.id, personId: b.people.ben, today, removesUser: true }))],
  ],
  'privacy/erase-spent-secrets': [['nothing', () => eraseSpentSecrets()]],
  // The account is its user's in every organisation: this one is asked for nobody else (read-own-data).
  'privacy/read-account-records': [['nothing', ({ inA, a }) => inA((tx) => readAccountRecords(tx, a.id, a.users.head))]],
  'privacy/read-audit-records': [['nothing', (scene) => scene.inA((tx) => readAuditRecords(tx, forged(scene), []))]],
  'privacy/read-data-subject': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readDataSubject(tx, a.id, { personId: b.people.ada }))],
    ['hidden', ({ inA, b }) => inA((tx) => readDataSubject(tx, b.id, { userId: b.users.manager }))],
  ],
  'privacy/read-erasure': [['404', ({ context, b }) => readErasure(context, b.people.ben)]],
  'privacy/read-member-records': [['nothing', (scene) => scene.inA((tx) => readMemberRecords(tx, forged(scene)))]],
  'privacy/read-message-records': [['nothing', (scene) => scene.inA((tx) => readMessageRecords(tx, forged(scene)))]],
  'privacy/read-own-data': [['nothing', ({ context }) => readOwnData(context, 'file')]],
  'privacy/read-person-data': [['404', ({ context, b }) => readPersonData(context, b.people.ben, 'file')]],
  'privacy/read-personal-data': [
    ['nothing', (scene) => scene.inA((tx) => readPersonalData(tx, forged(scene), { now: scene.context.now, withAccount: false, withOwnWords: false }))],
  ],
  'privacy/read-retention': [['nothing', ({ context }) => readRetention(context)]],
  'privacy/read-staff-records': [['nothing', (scene) => scene.inA((tx) => readStaffRecords(tx, forged(scene)))]],
  // The membership stays, being B's, and the account with it: the database refuses to delete it.
  'privacy/remove-user': [['nothing', ({ inA, a, b }) => inA((tx) => removeUser(tx, { organisationId: a.id, userId: b.users.head }))]],
  // Goes through every organisation by itself, and leaves B a row that says so.
  'privacy/retention-job': [['nothing', () => retentionJob()]],
  'privacy/run-retention': [['nothing', () => runRetention(AbortSignal.abort())]],
  'privacy/save-retention': [['nothing', ({ context }) => saveRetention(context, { periods: retentionPeriods([]), revision: 2 })]],
};
