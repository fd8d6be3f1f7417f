import { z } from 'zod';
import { cellKey } from '#app/domain/assessment/grid/cell-key.ts';
import { readCellText } from '#app/domain/assessment/grid/read-cell-text.ts';
import type { GridCellsInput } from '#app/services/assessments/grid/grid-cells-input.ts';
import type { SeenCells } from './seen-cells.ts';

const seenInput = z.object({
  people: z.array(z.tuple([z.uuid(), z.string()])).max(2_000),
  skills: z.array(z.tuple([z.uuid(), z.string(), z.array(z.string())])).max(2_000),
  cells: z.record(z.string(), z.tuple([z.int().min(0), z.int().min(0), z.string()])),
});

interface TypedCell {
  key: string;
  name: string;
  text: string;
}

/** What somebody changed on the form that works without scripts. */
export interface GridForm {
  changes: GridCellsInput['cells'];
  /** Every cell that was changed, by its key, to be shown again. */
  typed: TypedCell[];
  /** What could not be read. */
  problems: { key: string; message: string }[];
}

/** Reads what was changed on the form; null where it is no form of ours. Cells whose level was confirmed are named in `confirm`. */
export function readGridForm(form: FormData): GridForm | null {
  const seen = readSeen(form.get('seen'));
  if (!seen) return null;
  const confirmed = new Set(form.getAll('confirm'));
  const read: GridForm = { changes: [], typed: [], problems: [] };
  for (const [field, value] of form) {
    const at = /^c\.(\d+)$/.exec(field)?.[1];
    if (at === undefined || typeof value !== 'string') continue;
    const person = seen.people[Math.floor(Number(at) / seen.skills.length)];
    const skill = seen.skills[Number(at) % seen.skills.length];
    const [revision, seenSequence, sign] = seen.cells[at] ?? [0, 0, ''];
    if (!person || !skill || value.trim() === sign) continue;
    const [personId, personName] = person;
    const [skillId, skillName, levelNames] = skill;
    const key = cellKey({ personId, skillId });
    read.typed.push({ key, name: `${personName}, ${skillName}`, text: value });
    const reading = readCellText(value, levelNames);
    if (reading.kind === 'unreadable') read.problems.push({ key, message: reading.message });
    else {
      const answer = reading.kind === 'answer' ? reading.answer : null;
      const flags = { unchanged: reading.kind === 'unchanged', undefinedConfirmed: confirmed.has(key) };
      read.changes.push({ personId, skillId, answer, ...flags, revision, seenSequence });
    }
  }
  return read;
}

function readSeen(value: FormDataEntryValue | null): SeenCells | null {
  if (typeof value !== 'string') return null;
  try {
    const parsed = seenInput.safeParse(JSON.parse(value));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
