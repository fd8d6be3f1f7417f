import { describe, expect, it } from 'vitest';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { throttleLimits } from '#app/platform/throttle/throttle-limits.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { makeKey, useApi } from '#tests/helpers/api-server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';

const db = useTestDatabase();
const api = useApi(db, useTestRuntime(db));

describe('a key that asks too often', () => {
  it('is told to wait with 429, and other keys are not', async () => {
    const organisationId = await addOrganisation(db);
    const { points, seconds } = throttleLimits['api-key'];
    const [key, other] = [await makeKey(db, organisationId, 'read'), await makeKey(db, organisationId, 'read')];
    for (let call = 0; call < points; call += 1) await takeTurn('api-key', { key: `Bearer ${key}` });
    const { status, headers, json } = await api.call('GET', '/teams', { key });
    expect([status, json]).toEqual([429, { type: 'about:blank', title: 'Too Many Requests', status: 429, detail: expect.any(String) as string }]);
    expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(seconds);
    expect((await api.call('GET', '/teams', { key: other })).status).toBe(200);
  });
});
