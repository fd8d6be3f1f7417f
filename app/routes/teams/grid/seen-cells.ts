import { answerSign } from '#app/domain/assessment/grid/answer-sign.ts';
import type { TeamGrid } from '#app/domain/assessment/grid/team-grid.ts';

/** What a form that works without scripts was made of: its fields are named by place, because ids would fill it. */
export interface SeenCells {
  people: [id: string, name: string][];
  skills: [id: string, name: string, levelNames: string[]][];
  /** By place: the revision, the newest recorded sequence, and the sign that stood in the cell. What is not here is 0, 0 and nothing. */
  cells: Record<string, [revision: number, seenSequence: number, sign: string]>;
}

/** The name of the field of the cell at a place. */
export const cellField = (at: number) => `c.${at}`;

/** What goes along with the form, unseen. */
export function seenCells({ people, skills, answers, lastSequences }: TeamGrid): SeenCells {
  const cells: SeenCells['cells'] = {};
  lastSequences.forEach((sequence, at) => {
    if (sequence > 0) cells[at] = [0, sequence, ''];
  });
  for (const { at, revision, answer } of answers) cells[at] = [revision, lastSequences[at] ?? 0, answerSign(answer)];
  return {
    people: people.map(({ id, name }) => [id, name]),
    skills: skills.map(({ id, name, levels }) => [id, name, levels.map((level) => level.name)]),
    cells,
  };
}
