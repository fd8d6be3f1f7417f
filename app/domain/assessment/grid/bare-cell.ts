import type { CellStored } from './grid-words.ts';

/** A stored answer as a cell of the grid knows it, without what else stands beside it. */
export function bareCell({ answer, note, unchangedSince, undefinedConfirmed, revision, writerName }: CellStored): CellStored {
  return { answer, note, unchangedSince, undefinedConfirmed, revision, writerName };
}
