import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '#db/tenant.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation } from '#tests/helpers/organisation.ts';
import { inlined } from './statement.ts';

const database = useTestDatabase();
const noTeams = { text: 'select 1', values: [] };

describe('a statement in one message', () => {
  it('takes any text as the same text, alone and in lists', async () => {
    const { db } = await (await makeOrganisation(database)).as('head-of-service');
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    const hostile = ["'; drop table team; --", String.raw`\'; select 1; --`, '$1', '$2', "E'\\", '"', ''];
    for (const one of [...hostile, ...fc.sample(text, { numRuns: 20, seed: 5 })]) {
      const asked = { text: 'select $1::text as one, $2::text[] as many, $1::text = $3 as same', values: [one, [one, 'x', one], one] };
      const [row] = await db.read<{ one: string; many: string[]; same: boolean }>(asked);
      expect(row).toEqual({ one, many: [one, 'x', one], same: true });
      expect(await db.transaction((tx) => rowsOf(tx, asked))).toEqual([row]);
    }
  });

  it('takes numbers, truth, nothing and an empty list, and refuses a place without a value and a number that is none', async () => {
    const { db } = await (await makeOrganisation(database)).as('head-of-service');
    const asked = { text: 'select 0-$1::int as one, $2::boolean as two, $3::int as three, $4::uuid[] as four', values: [-7, true, null, []] };
    expect(await db.read(asked)).toEqual([{ one: 7, two: true, three: null, four: [] }]);
    expect(() => inlined({ text: 'select $2', values: ['x'] })).toThrow('$2');
    expect(() => inlined({ text: 'select $1', values: [Infinity] })).toThrow('finite');
    expect(() => inlined({ text: 'select $1', values: ['a\0b'] })).toThrow('null character');
    expect(() => inlined({ text: 'select $1', values: [['a', '\0']] })).toThrow('null character');
  });

  it('sees its own organisation alone, and no other by the next message of the connection', async () => {
    const [one, other] = [await makeOrganisation(database), await makeOrganisation(database)];
    const teams = { text: 'select distinct organisation_id from team', values: [] };
    for (const { id } of [one, other, one]) expect(await database.tenant(id).read(teams)).toEqual([{ organisation_id: id }]);
  });

  it('writes nothing, and leaves the connection as it was after a fault', async () => {
    const organisation = await makeOrganisation(database);
    const db = database.tenant(organisation.id);
    const refused = [
      ['update team set name = $1', /read-only transaction/],
      ['select $1::uuid', /invalid input syntax for type uuid/],
      ['select from nowhere where $1 = 1', /"nowhere" does not exist/],
    ] as const;
    for (const [text, reason] of refused) {
      await expect(db.read({ text, values: ['x'] })).rejects.toThrow(reason);
      expect(await db.read(noTeams)).toHaveLength(1);
    }
    const names = await db.read<{ name: string }>({ text: 'select name from team where name = $1', values: ['x'] });
    expect(names).toEqual([]);
  });

  it('is a statement of the transaction that it is asked in, savepoints too, and of none that has ended', async () => {
    const organisation = await makeOrganisation(database);
    const db = database.tenant(organisation.id);
    const seen = { text: 'select pg_current_xact_id_if_assigned()::text as id', values: [] };
    const kept: { ask?: () => Promise<unknown> } = {};
    await db.transaction(async (tx) => {
      const [own] = await rowsOf<{ id: string | null }>(tx, { text: 'select pg_current_xact_id()::text as id', values: [] });
      expect(await tx.transaction((inner) => rowsOf(inner, seen))).toEqual([own]);
      kept.ask = () => rowsOf(tx, seen);
    });
    await expect(kept.ask!()).rejects.toThrow('has ended');
  });
});
