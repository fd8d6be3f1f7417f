import type { ImpactRow } from '#app/domain/capability/impact/release-impact.ts';
import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';

/** What a change does to one person in one skill: "Testing: expected at working, then at practitioner; agreed working; falls below". */
export function describeReach(row: ImpactRow, scale: readonly ScaleStep[]): string {
  const { skillName, agreedBefore, agreedAfter, expectedBefore, expectedAfter, crossing, toReview, isMoved } = row;
  const name = (level: number) => (level === 0 ? 'below the first level' : (scale.find(({ ordinal }) => ordinal === level)?.name ?? `level ${level}`).toLowerCase());
  const expected = (level: number | null) => (level === null ? 'not expected' : `expected at ${name(level)}`);
  const agreed = (level: number | null) => (level === null ? 'not agreed' : `agreed ${name(level)}`);
  const parts = [
    expectedBefore === expectedAfter ? expected(expectedAfter) : `${expected(expectedBefore)}, then ${expected(expectedAfter)}`,
    agreedBefore === agreedAfter ? agreed(agreedAfter) : `${agreed(agreedBefore)}, then ${agreed(agreedAfter)}`,
    crossing === 'met-to-below' ? 'falls below' : crossing === 'below-to-met' ? 'then meets it' : '',
    toReview ? 'to be reviewed' : '',
    isMoved ? '' : 'stays as it is',
  ];
  return `${skillName}: ${parts.filter((part) => part !== '').join('; ')}`;
}
