import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { thrownResponse } from './thrown-response.ts';

/**
 * Holds a service to "another organisation's id reads exactly like a random one": for the other's id,
 * a random id, its own id in capitals and texts that can be no id, the same 404.
 */
export async function expectSame404(ids: { other: string; own: string }, call: (id: string) => Promise<unknown>): Promise<void> {
  const random = await thrownResponse(call(randomUUID()));
  expect(random.status).toBe(404);
  for (const id of [ids.other, ids.own.toUpperCase(), '', 'x', `${ids.own} `, `{${ids.own}}`, "' or true --", '\u0000']) {
    expect(await thrownResponse(call(id)), `for the id ${JSON.stringify(id)}`).toEqual(random);
  }
}
