import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeHarbour } from '#tests/helpers/harbour-organisation.ts';
import { readUploaded } from '#tests/helpers/read-uploaded.ts';
import { releaseFiles, ropeWorkRenamed } from '#tests/helpers/release-files.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { compareAgain } from './compare-again.server.ts';
import { decideRelease } from './decide-release.server.ts';
import { readRelease } from './read-release.server.ts';

const database = useTestDatabase();
useTestRuntime(database);

describe('comparing a release again', () => {
  it('keeps what was decided where the documents contradict the version that is adopted now', async () => {
    const { context, id: organisationId } = await makeHarbour(database);
    const { id, plan } = await readUploaded(context, releaseFiles(...ropeWorkRenamed));
    const decisions = { [plan?.undecided[0] ?? '']: 'accept' as const };
    expect(await decideRelease(context, id, { revision: 0, decisions })).toMatchObject({ ok: true });
    const before = await readRelease(context, id);
    const rename = (from: string, to: string) => database.ownerPool.query('update scale_step set name = $3 where organisation_id = $1 and name = $2', [organisationId, from, to]);
    await rename('Awareness', 'Seen once');
    expect(await compareAgain(context, id)).toMatchObject({ ok: false, problem: { field: null, message: expect.any(String) } });
    await rename('Seen once', 'Awareness');
    expect(await readRelease(context, id)).toEqual(before);
    expect(before.decisions).toEqual(decisions);
    // The control: what it was refused for is gone, and it is compared with the decisions that were kept.
    expect(await compareAgain(context, id)).toMatchObject({ ok: true, value: { undecided: 0 } });
  });
});
