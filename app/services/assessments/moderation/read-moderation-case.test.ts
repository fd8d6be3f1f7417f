import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeModeratedRound } from '#tests/helpers/moderated-round.ts';
import { readAudit } from '#tests/helpers/refused-audit.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { readModerationCase } from './read-moderation-case.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

describe('a case', () => {
  it('holds all that is on record of the person and skill, and nothing that is hidden', async () => {
    const round = await makeModeratedRound(database);
    const { organisation, cycleId, moderator } = round;
    const { ben, ada } = organisation.people;
    const { lamps } = organisation.skills;
    const view = await readModerationCase(moderator, { personId: ben, skillId: lamps, cycleId });
    expect(view.skill).toMatchObject({ expectedLevel: 1 });
    expect(view.entries.map(({ source, level: found, assessedOn }) => [source, found, assessedOn])).toEqual([
      ['agreed', 3, '2026-06-01'],
      ['manager', 3, '2026-06-01'],
      ['self', 2, '2026-06-01'],
      ['agreed', 1, '2025-06-02'],
    ]);
    expect(view.newest).toMatchObject({ self: { level: 2, cycleName: 'Year 2026' }, manager: { level: 3, assessorName: 'Una' }, agreed: { level: 3 } });
    expect(view.doubts.map(({ kind }) => kind)).toEqual(['unbacked', 'far-from-last-year']);
    const hidden = await readModerationCase(moderator, { personId: ada, skillId: lamps, cycleId });
    expect(hidden).toMatchObject({ entries: [], newest: { self: null, manager: null, agreed: null }, doubts: [], agreedSequence: null });
    const looks = (await readAudit(database, organisation.id)).filter(({ action, detail }) => action === 'ratings.view' && detail.page === 'moderation');
    expect(looks.map(({ subjectId }) => subjectId)).toEqual([ben, ada]);
  });
});
