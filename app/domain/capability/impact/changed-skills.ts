import type { MatrixCell } from '#app/domain/capability/cell.ts';

/** The skills of one person that are expected or known otherwise than before, by any voice: what flags can be about. */
export function changedSkills(before: readonly MatrixCell[], after: readonly MatrixCell[]): string[] {
  const gone = new Map(before.map((cell) => [cell.skillId, cell]));
  const changed = after.filter((cell) => {
    const was = gone.get(cell.skillId);
    gone.delete(cell.skillId);
    return (
      was?.expectedLevel !== cell.expectedLevel ||
      was.agreedOn !== cell.agreedOn ||
      was.agreedLevel !== cell.agreedLevel ||
      was.selfLevel !== cell.selfLevel ||
      was.managerLevel !== cell.managerLevel
    );
  });
  return [...changed.map(({ skillId }) => skillId), ...gone.keys()];
}
