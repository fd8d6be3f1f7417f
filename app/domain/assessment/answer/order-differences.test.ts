import fc from 'fast-check';
import { expect, it } from 'vitest';
import { levelsApart } from './levels-apart.ts';
import { orderDifferences } from './order-differences.ts';

const skill = (name: string, selfLevel: number | null, managerLevel: number | null) => ({ name, selfLevel, managerLevel });

it('puts the furthest apart first, then what one side left out, then what both say', () => {
  const ordered = orderDifferences([skill('d', 2, 2), skill('c', null, 3), skill('b', 1, 2), skill('e', null, null), skill('a', 4, 1), skill('b2', 3, 2)]);
  expect(ordered.map(({ name }) => name)).toEqual(['a', 'b', 'b2', 'c', 'd', 'e']);
});

it('loses and adds nothing, and never puts a smaller difference before a larger one', () => {
  const anyLevel = fc.option(fc.integer({ min: 0, max: 4 }));
  const anySkills = fc.array(fc.tuple(fc.string(), anyLevel, anyLevel).map(([name, self, manager]) => skill(name, self, manager)));
  fc.assert(
    fc.property(anySkills, (skills) => {
      const ordered = orderDifferences(skills);
      expect(new Set(ordered)).toEqual(new Set(skills));
      const apart = ordered.map((one) => Math.abs(levelsApart(one) ?? 0));
      expect(apart).toEqual([...apart].sort((one, other) => other - one));
    }),
  );
});
