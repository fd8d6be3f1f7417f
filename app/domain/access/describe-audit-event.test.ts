import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditGroups } from './audit-groups.ts';
import { describeAuditEvent } from './describe-audit-event.ts';

const story = { actorName: 'Ada', subject: 'Ben', detail: {} };

describe('describeAuditEvent', () => {
  it('says who did what to whom', () => {
    expect(describeAuditEvent({ ...story, action: 'ratings.view', detail: { page: 'history' } })).toBe('Ada looked at the ratings of Ben (history)');
    expect(describeAuditEvent({ ...story, action: 'access.deny', detail: { wanted: 'read-audit' } })).toBe('Ada was refused "read-audit" on Ben');
    expect(describeAuditEvent({ ...story, action: 'access.deny', detail: { wanted: 'change-password' } })).toBe('Ada was not allowed to change their password');
    expect(describeAuditEvent({ ...story, action: 'export.person', detail: { as: 'page' } })).toBe('Ada looked at or downloaded the data of Ben');
    expect(describeAuditEvent({ ...story, action: 'sign-in' })).toBe('Ada signed in');
  });

  it('names an action that it has no words for, and what the detail does not say', () => {
    expect(describeAuditEvent({ ...story, action: 'lamp.light' })).toBe('Ada did "lamp.light" on Ben');
    expect(describeAuditEvent({ ...story, action: 'constructor' })).toBe('Ada did "constructor" on Ben');
    expect(describeAuditEvent({ ...story, action: 'access.deny' })).toBe('Ada was refused "something" on Ben');
  });

  it('takes names as they are, whatever signs are in them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (actorName, subject) => {
        expect(describeAuditEvent({ actorName, subject, action: 'team.edit', detail: {} })).toBe(`${actorName} changed ${subject}`);
      }),
    );
  });
});

it('no word stands in two groups of the audit', () => {
  const words = auditGroups.flatMap((group) => [...group.words]);
  expect(new Set(words).size).toBe(words.length);
});
