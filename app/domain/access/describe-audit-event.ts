import { type OwnDeed, ownDeeds } from './own-deed.ts';

/** What somebody did, after their name. `{subject}` is whom or what they did it to; another name in braces is of the detail. */
const words: Record<string, string> = {
  'access.deny': 'was refused "{wanted}" on {subject}',
  'account.rename': 'changed the name of the account of {subject}',
  'answer.hand-in': 'handed in answers about {subject}',
  'answer.reveal': 'let both sides see what was said of {subject}',
  'answer.save': 'answered about {subject}',
  'answer.take-back': 'took back answers about {subject}',
  'api-key.create': 'made {subject}',
  'api-key.revoke': 'withdrew {subject}',
  'assessment.save': 'recorded levels of {subject}',
  'coverage-rule.add': 'added {subject}',
  'coverage-rule.remove': 'removed {subject}',
  'evidence.add': 'added evidence for {subject}',
  'evidence.edit': 'changed their evidence for {subject}',
  'evidence.withdraw': 'withdrew their evidence for {subject}',
  'objective.add': 'added an objective for {subject}',
  'objective.edit': 'changed an objective of {subject}',
  'objective.end': 'said how an objective of {subject} ended',
  'objective.reopen': 'opened an objective of {subject} again',
  'objective.withdraw': 'withdrew an objective of {subject} that they had added',
  'dispute.raise': 'disputed an agreed level of {subject}',
  'dispute.withdraw': 'withdrew what was disputed of {subject}',
  'export.audit': 'downloaded the audit',
  'export.person': 'looked at or downloaded the data of {subject}',
  'export.picture': 'took away the picture of {subject} as a file ({format})',
  'cycle.add': 'planned {subject}',
  'cycle.ask-again': 'let {subject} take part in a round again',
  'cycle.close': 'closed {subject}',
  'cycle.delete': 'deleted {subject}',
  'cycle.edit': 'changed {subject}',
  'cycle.exempt': 'let {subject} sit a round out',
  'cycle.open': 'opened {subject}',
  'framework.import': 'imported files into {subject}',
  'framework.own.add': 'added something of their own to {subject}',
  'framework.own.change': 'changed an own addition to {subject}',
  'framework.own.publish': 'published the own additions to {subject}',
  'framework.own.remove': 'removed an own addition to {subject}',
  'framework.publish': 'published a version of {subject}',
  'framework.release.compare': 'compared {subject} anew',
  'framework.release.decide': 'decided about {subject}',
  'framework.release.discard': 'discarded {subject}',
  'framework.release.publish': 'published {subject}',
  'framework.release.read': 'read the documents of {subject}',
  'framework.release.start': 'handed in documents of {subject}',
  'framework.release.withdraw': 'took back {subject}',
  'grants.change': 'changed what {subject} may do',
  'identity-provider.save': 'changed the single sign-on of the organisation',
  'identity-provider.remove': 'removed the single sign-on of the organisation',
  'identity.link': 'tied {subject} to an account of the organisation’s provider',
  'identity.unlink': 'untied {subject} from the organisation’s provider',
  'import.apply': 'brought in {subject}',
  'import.begin': 'had {subject} brought in',
  'import.discard': 'threw away {subject}',
  'import.export': 'downloaded {subject} with its problems',
  'import.fail': 'opened {subject} again, which could not be brought in',
  'import.map': 'said what {subject} means',
  'import.read': 'read {subject}',
  'import.start': 'handed in {subject}',
  'invitation.accept': 'accepted {subject}',
  'invitation.resend': 'sent {subject} again',
  'invitation.revoke': 'withdrew {subject}',
  'invitation.send': 'sent {subject}',
  'job-description.change': 'changed {subject}',
  'job-description.create': 'drafted {subject}',
  'job-description.remove': 'removed {subject}',
  'mail.discard': 'discarded {subject}',
  'mail.resend': 'sent {subject} again',
  'mail.show': 'read {subject} in the outbox',
  'mail.show-link': 'looked at the link in {subject}',
  'moderation.decide': 'decided about a level of {subject}',
  'moderation.sign-off': 'signed off the moderated levels of {subject}',
  'moderation.undo-sign-off': 'took back that the levels of {subject} are moderated',
  'notice.save': 'changed a notice',
  'organisation.create': 'set up the organisation',
  'organisation.switch': 'switched to the organisation',
  'passkey.add': 'added a passkey for {subject}',
  'passkey.remove': 'removed a passkey of {subject}',
  'password.change': 'changed the password of {subject}',
  'password.fail': 'gave a wrong present password for {subject}',
  'password.reset': 'set a new password for {subject} by a link in a mail',
  'password.reset-request': 'asked for a link to set a new password for {subject}',
  'person.add': 'added {subject}',
  'person.edit': 'changed the record of {subject}',
  'person.erase': 'erased {subject}',
  'person.move': 'moved {subject}',
  'ratings.view': 'looked at the ratings of {subject} ({page})',
  'recovery-code.use': 'signed in with a recovery code of {subject}',
  'recovery-codes.make': 'made new recovery codes for {subject}',
  'retention.erase': 'erased records that were kept long enough',
  'retention.run': 'looked for records that were kept long enough',
  'retention.save': 'changed how long records are kept',
  'score.confirm': 'confirmed a departmental score of {subject}',
  'score.view': 'looked at the scores of {subject}',
  'scoring-scheme.add': 'added {subject}',
  'scoring-scheme.edit': 'changed the rules of {subject}',
  'scoring-scheme.switch-off': 'switched off {subject}',
  'scoring-scheme.switch-on': 'switched on {subject}',
  'second-factor.add': 'set up an authenticator for {subject}',
  'second-factor.begin': 'began to set up an authenticator for {subject}',
  'second-factor.remove': 'removed the authenticator of {subject}',
  'session.end': 'ended a session of {subject}',
  'settings.save': 'changed the settings of the organisation',
  'sign-in': 'signed in',
  'sign-in.fail': 'tried to sign in as {subject} with a wrong password',
  'sign-in.second-factor-failed': 'showed a wrong second factor for {subject}',
  'sign-in.single-sign-on-failed': 'failed to sign in by single sign-on',
  'sign-in.throttled': 'was held back after too many attempts to sign in as {subject}',
  'sign-out': 'signed out',
  'team.add': 'added {subject}',
  'team.edit': 'changed {subject}',
  'user.create': 'added {subject} as a user',
  'user.remove': 'removed {subject} from the users',
  'user.restore': 'let {subject} in again',
  'user.suspend': 'suspended {subject}',
};

/** A row of the audit as far as its sentence tells of it. */
export interface AuditStory {
  actorName: string;
  action: string;
  /** Whom or what it was done to, such as "the team Lights". */
  subject: string;
  detail: Readonly<Record<string, unknown>>;
}

/**
 * One sentence, without its full stop, for a row of the audit: who did what to whom. An action that
 * nobody has found words for is named as it is.
 */
export function describeAuditEvent({ actorName, action, subject, detail }: AuditStory): string {
  if (action === 'access.deny' && Object.hasOwn(ownDeeds, String(detail.wanted))) {
    return `${actorName} was not allowed ${ownDeeds[detail.wanted as OwnDeed]}`;
  }
  const said = Object.hasOwn(words, action) ? words[action]! : `did "${action}" on {subject}`;
  const filled = said.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'subject') return subject;
    const value = Object.hasOwn(detail, name) ? detail[name] : undefined;
    return typeof value === 'string' ? value : 'something';
  });
  return `${actorName} ${filled}`;
}
