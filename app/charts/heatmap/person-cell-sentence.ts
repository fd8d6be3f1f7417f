import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { personCellState } from './person-cell-state.ts';

/** A step of the framework's scale, as pictures need it. */
export interface ScaleName {
  /** From 1. */
  ordinal: number;
  name: string;
}

/**
 * A person's cell as one sentence for someone who does not see it: "Asha Rao, Continuity management: agreed
 * working, level 2 of expected 3, one below, stale". A level that the scale does not name is said by its number.
 */
export function personCellSentence(
  personName: string,
  skillName: string,
  cell: MatrixCell,
  scale: readonly ScaleName[],
): string {
  return `${personName}, ${skillName}: ${facts(cell, scale)}`;
}

function facts(cell: MatrixCell, scale: readonly ScaleName[]): string {
  const state = personCellState(cell);
  const { agreedLevel, expectedLevel } = cell;
  if (agreedLevel !== null) {
    const of = expectedLevel === null ? '' : ` of expected ${expectedLevel}`;
    return `agreed ${levelWords(agreedLevel, scale)}level ${agreedLevel}${of}, ${state}`;
  }
  if (expectedLevel === null) return state;
  return `${state}, expected ${levelWords(expectedLevel, scale)}level ${expectedLevel}`;
}

function levelWords(ordinal: number, scale: readonly ScaleName[]): string {
  if (ordinal === 0) return 'not yet at the first level, ';
  const name = scale.find((step) => step.ordinal === ordinal)?.name;
  return name === undefined ? '' : `${name.toLowerCase()}, `;
}
