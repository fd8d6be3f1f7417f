import type { CellArea, CellAt, CellChange } from './grid-words.ts';
import { readCellText } from './read-cell-text.ts';

/** What a paste has to fit, of the grid that is shown. */
export interface PasteGround {
  rows: number;
  columns: number;
  levelNames(column: number): readonly string[];
  /** Why nothing can be answered in this row; null where something can. */
  closed(row: number): string | null;
  /** What this voice recorded last there, for "no change since"; null for nothing. */
  lastAnswer(at: CellAt): CellChange['answer'];
}

export interface PastePlan {
  changes: (CellAt & { change: CellChange })[];
  refused: (CellAt & { text: string; why: string })[];
  /** Texts that would stand beyond the last row or column. */
  beyond: number;
}

/**
 * What pasting a block would do, before it is done. It begins at the area's upper left corner; a single text fills the whole
 * area. An empty text changes nothing. What cannot be read, or stands where nothing can be answered, is refused by itself and
 * holds nothing else up.
 */
export function planPaste(block: readonly (readonly string[])[], area: CellArea, ground: PasteGround): PastePlan {
  const plan: PastePlan = { changes: [], refused: [], beyond: 0 };
  for (const { row, column, text } of placed(block, area)) {
    if (text.trim() === '') continue;
    if (row >= ground.rows || column >= ground.columns) {
      plan.beyond += 1;
      continue;
    }
    const why = ground.closed(row);
    const reading = readCellText(text, ground.levelNames(column));
    if (why !== null) plan.refused.push({ row, column, text, why });
    else if (reading.kind === 'unreadable') plan.refused.push({ row, column, text, why: reading.message });
    else if (reading.kind === 'answer') plan.changes.push({ row, column, change: { answer: reading.answer, unchanged: false, undefinedConfirmed: false } });
    else {
      const last = ground.lastAnswer({ row, column });
      if (last === null) plan.refused.push({ row, column, text, why: 'There is no earlier answer that could be unchanged' });
      else plan.changes.push({ row, column, change: { answer: last, unchanged: true, undefinedConfirmed: false } });
    }
  }
  return plan;
}

function placed(block: readonly (readonly string[])[], area: CellArea): (CellAt & { text: string })[] {
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  if (only === undefined) {
    return block.flatMap((cells, down) => cells.map((text, across) => ({ row: area.top + down, column: area.left + across, text })));
  }
  const filled: (CellAt & { text: string })[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) filled.push({ row, column, text: only });
  }
  return filled;
}
