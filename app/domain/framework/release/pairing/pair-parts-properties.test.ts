import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import type { FrameworkFacts, RoleFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { assignBest } from './assign-best.ts';
import { pairParts } from './pair-parts.ts';

/** Words that no other word shares: each skill and statement is told by its own. */
const word = (seed: number) => [...seed.toString(5).padStart(6, '0')].map((digit) => ['ba', 'do', 'ki', 'lu', 'me'][Number(digit)]).join('');
const statement = (seed: number) => Array.from({ length: 5 }, (_, index) => word(seed * 5 + index)).join(' ');
const skillOf = (seed: number, name: string): SkillFacts => ({
  name,
  description: null,
  levels: [1, 2, 3].map((ordinal) => ({ ordinal, defined: true, statements: [statement(seed * 6 + ordinal * 2), statement(seed * 6 + ordinal * 2 + 1)], wordingSource: 'skills-csv', wordingDate: null })),
});
const nameOf = (seed: number) => `${word(seed + 9000)} ${word(seed + 11000)}`;

/** A framework of skills 0 to count - 1 and three roles that expect them in turn, with names given by `named`. */
function framework(seeds: readonly number[], named: (seed: number) => string = nameOf): FrameworkFacts {
  const roles = [0, 1, 2].map(
    (index): RoleFacts => ({
      familyName: null,
      name: `Role ${['one', 'two', 'three'][index]}`,
      description: null,
      roleLevels: ['Junior', 'Senior'].map((rank, step) => ({
        name: `${rank} ${['alpha', 'beta', 'gamma'][index]}`,
        description: null,
        seniority: step + 1,
        grades: null,
        expectations: seeds.filter((seed) => seed % 3 !== index).map((seed) => ({ skillName: named(seed), expectedLevel: 1 + ((seed + step) % 3) })),
      })),
    }),
  );
  return { scale: officialScale.map((step) => ({ ...step })), families: [], roles, skills: seeds.map((seed) => skillOf(seed, named(seed))) };
}

function pair(before: FrameworkFacts, after: FrameworkFacts) {
  const names = new Set(after.skills.map(({ name }) => name));
  return pairParts({ before, after, notes: [], absentSkills: before.skills.map(({ name }) => name).filter((name) => !names.has(name)), absentRoles: [] });
}

const seeds = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 20 });

describe('pairing', () => {
  it('proposes nothing for a state and itself', () => {
    fc.assert(
      fc.property(seeds, (some) => {
        expect(pair(framework(some), framework(some))).toEqual({ proposals: [], fresh: [], gone: [], respelled: [], replacedWords: [] });
      }),
      { numRuns: 30 },
    );
  });

  it('finds every rename of a random part of the skills, and nothing else', () => {
    fc.assert(
      fc.property(seeds, fc.func(fc.boolean()), (some, isRenamed) => {
        const renamed = new Set(some.filter((seed) => isRenamed(seed)));
        const now = (seed: number) => (renamed.has(seed) ? nameOf(seed + 3000) : nameOf(seed));
        const pairing = pair(framework(some), framework(some, now));
        const found = pairing.proposals.map(({ kind, before, after }) => `${kind} ${before.join()} -> ${after.join()}`);
        expect(found.sort()).toEqual([...renamed].map((seed) => `renamed ${nameOf(seed)} -> ${now(seed)}`).sort());
        expect([...pairing.gone, ...pairing.fresh]).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('proposes no rename where skills go and unrelated ones come', () => {
    fc.assert(
      fc.property(seeds, seeds, (some, others) => {
        const [gone, come] = [some.filter((seed) => seed % 2 === 0), others.map((seed) => seed + 400)];
        const pairing = pair(framework(some), framework([...some.filter((seed) => !gone.includes(seed)), ...come]));
        expect(pairing.proposals).toEqual([]);
        expect(pairing.gone.map(({ name }) => name).sort()).toEqual(gone.map(nameOf).sort());
        expect(pairing.fresh.map(({ name }) => name).sort()).toEqual(come.map(nameOf).sort());
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of anything', () => {
    const shuffled = <Thing>(things: readonly Thing[], order: (index: number) => number) => things.map((thing, index) => ({ thing, at: order(index) })).sort((a, b) => a.at - b.at).map(({ thing }) => thing);
    fc.assert(
      fc.property(seeds, fc.func(fc.nat({ max: 1000 })), (some, order) => {
        const mix = (facts: FrameworkFacts): FrameworkFacts => ({ ...facts, skills: shuffled(facts.skills, order), roles: shuffled(facts.roles, order).map((role) => ({ ...role, roleLevels: shuffled(role.roleLevels, order) })) });
        const [before, after] = [framework(some), framework([...some.slice(1), 301, 302], (seed) => (seed % 3 === 0 ? nameOf(seed + 3000) : nameOf(seed)))];
        expect(pair(mix(before), mix(after))).toEqual(pair(before, after));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the best assignment', () => {
  it('is as good as the best of all orders', () => {
    const best = (worth: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number =>
      row === worth.length ? 0 : Math.max(best(worth, row + 1, taken), ...(worth[row] ?? []).map((one, column) => (taken.includes(column) ? 0 : one + best(worth, row + 1, [...taken, column]))));
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) => fc.array(fc.array(fc.nat({ max: 9 }), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));
    fc.assert(
      fc.property(table, (worth) => {
        const columns = assignBest(worth);
        const used = columns.filter((column) => column !== null);
        expect(new Set(used).size).toBe(used.length);
        expect(columns.reduce<number>((sum, column, row) => sum + (column === null ? 0 : (worth[row]?.[column] ?? 0)), 0)).toBe(best(worth));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves rows without a pair where nothing is worth it', () => expect(assignBest([[0, 0], [0, 2]])).toEqual([null, 1]));
});
