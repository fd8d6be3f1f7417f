import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { isRecorded } from './is-recorded.ts';

/** One person and skill before and after. A level or gap is null where there is none. */
export interface CellChange {
  skillId: string;
  agreedBefore: number | null;
  agreedAfter: number | null;
  expectedBefore: number | null;
  expectedAfter: number | null;
  gapBefore: number | null;
  gapAfter: number | null;
  /** True where the level is to be reviewed afterwards and was not before. */
  toReview: boolean;
  /** True where the person is measured otherwise; false where only a name changed. */
  isMoved: boolean;
  /** Where the bar moved across what is agreed: met before and below after, or the other way round. */
  crossing: 'met-to-below' | 'below-to-met' | null;
}

/**
 * The cells of one person that are judged otherwise than before, and those of `told` skills that hold a level, in the
 * order of the cells before, then of those that come.
 */
export function compareCells(before: readonly MatrixCell[], after: readonly MatrixCell[], told: ReadonlySet<string>): CellChange[] {
  const was = new Map(before.map((cell) => [cell.skillId, cell]));
  const is = new Map(after.map((cell) => [cell.skillId, cell]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((skillId) => {
    const change = changeOf(skillId, was.get(skillId), is.get(skillId));
    return change.isMoved || (told.has(skillId) && isRecorded(was.get(skillId))) ? [change] : [];
  });
}

function changeOf(skillId: string, was: MatrixCell | undefined, is: MatrixCell | undefined): CellChange {
  const [agreedBefore, agreedAfter] = [was?.agreedLevel ?? null, is?.agreedLevel ?? null];
  const [expectedBefore, expectedAfter] = [was?.expectedLevel ?? null, is?.expectedLevel ?? null];
  const [gapBefore, gapAfter] = [was?.gap ?? null, is?.gap ?? null];
  const toReview = (is?.marks.includes('review') ?? false) && !(was?.marks.includes('review') ?? false);
  const crosses = gapBefore !== null && gapAfter !== null && gapBefore < 0 !== gapAfter < 0;
  return {
    skillId,
    agreedBefore,
    agreedAfter,
    expectedBefore,
    expectedAfter,
    gapBefore,
    gapAfter,
    toReview,
    isMoved: agreedBefore !== agreedAfter || expectedBefore !== expectedAfter || toReview,
    crossing: crosses ? (gapAfter < 0 ? 'met-to-below' : 'below-to-met') : null,
  };
}
