import { exportAudit } from '#app/services/organisation/export-audit.server.ts';
import { readAuditConditions } from '#app/services/organisation/read-audit-conditions.server.ts';
import { readAuditSubjects } from '#app/services/organisation/read-audit-subjects.server.ts';
import { readAudit } from '#app/services/organisation/read-audit.server.ts';
import { verifyAudit } from '#app/services/organisation/verify-audit.server.ts';
import { auditEvent } from '#db/schema/index.ts';
import type { Cases, Scene } from './scene.ts';

const most = 100;
const subjectsOf = ({ b }: Scene) => [
  { subjectKind: 'person', subjectId: b.people.ben },
  { subjectKind: 'team', subjectId: b.teams.boats },
  { subjectKind: 'user', subjectId: b.users.head },
  { subjectKind: 'framework', subjectId: b.frameworkId },
];

/** The audit: read, searched for names and ids of B, downloaded and checked. */
export const auditCases: Cases = {
  'organisation/export-audit': [
    ['nothing', ({ context }) => exportAudit(context, {})],
    ['nothing', async ({ context, b }) => (await exportAudit(context, { subject: b.people.ben })).rows],
  ],
  'organisation/read-audit': [
    ['nothing', ({ context }) => readAudit(context, { filters: {}, most })],
    ['nothing', ({ context, b }) => readAudit(context, { filters: { subject: b.people.ben }, most })],
    ['nothing', ({ context, b }) => readAudit(context, { filters: { subject: `ben ${b.canary}` }, most })],
    ['nothing', ({ context, b }) => readAudit(context, { filters: { who: b.users.head }, most })],
  ],
  'organisation/read-audit-conditions': [
    // The condition itself holds what was asked for; what it finds is what counts.
    ['nothing', ({ inA, a, b }) => inA(async (tx) => tx.select().from(auditEvent).where(await readAuditConditions(tx, a.id, { subject: `ben ${b.canary}` })))],
    ['hidden', ({ inA, b }) => inA(async (tx) => tx.select().from(auditEvent).where(await readAuditConditions(tx, b.id, {})))],
  ],
  'organisation/read-audit-subjects': [
    ['nothing', (scene) => scene.inA((tx) => readAuditSubjects(tx, scene.a.id, subjectsOf(scene)))],
    ['hidden', (scene) => scene.inA((tx) => readAuditSubjects(tx, scene.b.id, subjectsOf(scene)))],
  ],
  'organisation/verify-audit': [['nothing', ({ context }) => verifyAudit(context)]],
};
