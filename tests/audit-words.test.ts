import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { auditGroups } from '#app/domain/access/audit-groups.ts';
import { describeAuditEvent } from '#app/domain/access/describe-audit-event.ts';
import { decidedActions } from '#app/domain/access/effect-on-pictures.ts';

/** What stands before `subjectKind` in an entry of the audit, or is handed on by its name. */
const entries = /action: '([a-z-]+(?:\.[a-z-]+)?)',\s*(?:\.\.\.\w+|subjectKind)|recordFailedSignIn\([^']*'([a-z.-]+)'/g;

const actions = [
  ...new Set(
    readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.server.ts'))
      .flatMap((name) => [...readFileSync(`app/${name}`, 'utf8').matchAll(entries)].map(([, direct, handed]) => (direct ?? handed)!)),
  ),
].sort();

const sentence = (action: string) => describeAuditEvent({ actorName: 'Ada', subject: 'Ben', action, detail: {} });
const isGrouped = (action: string) => auditGroups.some(({ words }) => words.some((word) => word === action.split('.')[0]));

it('everything that is recorded has a sentence on the page of the audit, and can be searched for', () => {
  expect(actions.length).toBeGreaterThan(40);
  expect(actions).toEqual(expect.arrayContaining(['access.deny', 'assessment.save', 'ratings.view', 'sign-in', 'sign-in.fail', 'export.audit']));
  expect(actions.filter((action) => sentence(action).includes(' did "'))).toEqual([]);
  expect(actions.filter((action) => !isGrouped(action))).toEqual([]);
});

it('everything that is recorded is decided about: what it changes of the pictures', () => {
  expect(actions.filter((action) => !decidedActions.includes(action))).toEqual([]);
});

it('and one that has none would be noticed', () => {
  expect(decidedActions).not.toContain('lamp.light');
  expect(sentence('lamp.light')).toContain(' did "lamp.light"');
  expect(isGrouped('lamp.light')).toBe(false);
});
