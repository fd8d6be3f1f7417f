import { bareCell } from '#app/domain/assessment/grid/bare-cell.ts';
import type { CellOutcome, CellPlace } from '#app/domain/assessment/grid/grid-words.ts';
import type { Context } from '#app/platform/context.ts';
import { saveAnswer, type SaveAnswerOutcome } from '#app/services/assessments/answer/save-answer.server.ts';
import type { GridCellsInput } from './grid-cells-input.ts';
import { readGridTeam } from './read-grid-team.server.ts';

export type SavedCell = CellPlace & { outcome: CellOutcome };

/**
 * Keeps changes of single cells of a team's grid, each by itself and in the order given: one that is refused holds no other up.
 * Somebody who has left the viewer's reach meanwhile is refused like any other cell. Throws 404 for an unknown team, 403 where
 * the viewer may not speak as this voice there.
 */
export async function saveGridCells(context: Context, teamId: string, { source, cells }: GridCellsInput): Promise<SavedCell[]> {
  await readGridTeam(context, teamId, source);
  const saved: SavedCell[] = [];
  for (const { personId, ...change } of cells) {
    saved.push({ personId, skillId: change.skillId, outcome: await outcomeOf(saveAnswer(context, personId, { ...change, source })) });
  }
  return saved;
}

async function outcomeOf(saving: Promise<SaveAnswerOutcome>): Promise<CellOutcome> {
  try {
    const outcome = await saving;
    if (outcome.ok) return { ok: true, stored: bareCell(outcome.stored) };
    if (outcome.kind === 'conflict') {
      return { ok: false, hold: { kind: 'conflict', theirs: outcome.theirs && bareCell(outcome.theirs), recorded: outcome.recorded } };
    }
    return { ok: false, hold: { kind: outcome.kind === 'confirm-undefined' ? 'confirm' : 'refused', message: outcome.problem.message } };
  } catch (error) {
    if (!(error instanceof Response) || ![403, 404].includes(error.status)) throw error;
    return { ok: false, hold: { kind: 'refused', message: 'You may not, or no longer, assess this person.' } };
  }
}
