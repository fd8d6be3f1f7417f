import { sayAnswer } from '#app/domain/assessment/grid/say-answer.ts';
import { cellKey } from '#app/domain/assessment/grid/cell-key.ts';
import type { GridVoice } from '#app/domain/assessment/grid/team-grid.ts';
import type { Context, Problem } from '#app/platform/context.ts';
import { gridCellsInput } from '#app/services/assessments/grid/grid-cells-input.ts';
import { saveGridCells } from '#app/services/assessments/grid/save-grid-cells.server.ts';
import { readGridForm } from './grid-form.ts';
import { holdWords } from './hold-words.ts';

interface RefusedGrid {
  /** Each at the cell it belongs to, by its key. */
  problems: Problem[];
  /** What was typed into cells that are not saved. */
  typed: { key: string; text: string }[];
  wrong: string[];
  /** Cells with a level that the framework does not define. */
  confirm: { key: string; name: string }[];
}

type SavedForm = { ok: true; count: number } | { ok: false; status: 409 | 422; refused: RefusedGrid };

const nothing: RefusedGrid = { problems: [], typed: [], wrong: [], confirm: [] };

/**
 * Saves every cell that was changed on the form that works without scripts. What can be saved is saved; every conflict and
 * everything that cannot be read is told, and what was typed there comes back.
 */
export async function saveGridForm(context: Context, teamId: string, voice: GridVoice, form: FormData): Promise<SavedForm> {
  const read = readGridForm(form);
  const parsed = read && gridCellsInput.safeParse({ source: voice, cells: read.changes });
  if (!read || !parsed?.success) {
    return { ok: false, status: 422, refused: { ...nothing, problems: [{ field: null, message: 'Nothing was saved: open this page again and send its form' }] } };
  }
  const results = await saveGridCells(context, teamId, parsed.data);
  const textOf = new Map(read.typed.map((cell) => [cell.key, cell]));
  const nameOf = (key: string) => textOf.get(key)?.name ?? '';
  const problems: Problem[] = read.problems.map(({ key, message }) => ({ field: key, message: `${nameOf(key)}: ${message}` }));
  const confirm: RefusedGrid['confirm'] = [];
  let isStale = false;
  for (const { outcome, ...place } of results) {
    if (outcome.ok) continue;
    const key = cellKey(place);
    const typed = textOf.get(key);
    problems.push({ field: key, message: `${nameOf(key)}: ${holdWords(outcome.hold, typed?.text.trim() || sayAnswer(null, []), [])}` });
    if (outcome.hold.kind === 'confirm') confirm.push({ key, name: `${nameOf(key)}: ${typed?.text.trim() ?? ''}` });
    if (outcome.hold.kind === 'conflict') isStale = true;
  }
  const count = results.filter(({ outcome }) => outcome.ok).length;
  if (problems.length === 0) return { ok: true, count };
  const wrong = problems.flatMap(({ field }) => field ?? []);
  const typed = read.typed.filter(({ key }) => wrong.includes(key)).map(({ key, text }) => ({ key, text }));
  const savedToo: Problem[] = count > 0 ? [{ field: null, message: count === 1 ? 'One other answer is saved.' : `${count} other answers are saved.` }] : [];
  return { ok: false, status: isStale ? 409 : 422, refused: { problems: [...savedToo, ...problems], typed, wrong, confirm } };
}
