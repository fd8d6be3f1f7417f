/** A key as the browser tells of it. */
export interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

export type Move = 'up' | 'down' | 'left' | 'right' | 'row-start' | 'row-end' | 'grid-start' | 'grid-end' | 'page-up' | 'page-down';

export type KeyAct =
  | { kind: 'move'; move: Move; extends: boolean }
  /** As read-cell-text reads it. */
  | { kind: 'type'; text: string }
  | { kind: 'undo' | 'redo' | 'fill' | 'open' | 'select-none' };

const moves: Record<string, Move> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', Home: 'row-start', End: 'row-end', PageUp: 'page-up', PageDown: 'page-down' };
const farMoves: Record<string, Move> = { Home: 'grid-start', End: 'grid-end' };

/**
 * What a key means in a cell of the grid; null leaves it to the browser: copying, pasting, Tab, and all that the browser or a
 * screen reader takes for itself with Alt. Ctrl and the command key mean the same.
 */
export function keyAct({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): KeyAct | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    const far = farMoves[key];
    if (far) return { kind: 'move', move: far, extends: shiftKey };
    const letter = key.toLowerCase();
    if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
    if (letter === 'y') return { kind: 'redo' };
    return letter === 'd' && !shiftKey ? { kind: 'fill' } : null;
  }
  const move = moves[key];
  if (move) return { kind: 'move', move, extends: shiftKey };
  if (key === 'Enter' || key === 'F2') return { kind: 'open' };
  if (key === 'Escape') return { kind: 'select-none' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'type', text: '' };
  return /^[0-9nN=]$/.test(key) ? { kind: 'type', text: key.toLowerCase() } : null;
}
