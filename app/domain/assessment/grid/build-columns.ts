import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { bareCell } from './bare-cell.ts';
import { cellKey } from './cell-key.ts';
import type { CellPlace, CellStored } from './grid-words.ts';
import type { GridAnswer, GridPerson, GridSkill, GridVoice, TeamGrid } from './team-grid.ts';

interface Known {
  expected: readonly (CellPlace & { level: number | null })[];
  last: readonly (CellPlace & { source: AssessmentSource; answer: Answer; assessedOn: string; sequence: number })[];
  stored: readonly (CellPlace & CellStored)[];
  voice: GridVoice;
}

type Columns = Pick<TeamGrid, 'expectedLevels' | 'lastAnswers' | 'lastDays' | 'lastSequences' | 'agreedAnswers' | 'answers'>;

/** What is known of single cells as columns, person after person, in the order of these people and skills; what is of nobody or nothing here is left out. */
export function buildColumns(people: readonly Pick<GridPerson, 'id'>[], skills: readonly Pick<GridSkill, 'id'>[], { expected, last, stored, voice }: Known): Columns {
  const places = people.flatMap(({ id: personId }) => skills.map(({ id: skillId }) => cellKey({ personId, skillId })));
  const at = new Map(places.map((key, place) => [key, place]));
  const expectedLevels = places.map((): number | null => null);
  const lastAnswers: Columns['lastAnswers'] = places.map(() => null);
  const lastDays: Columns['lastDays'] = places.map(() => null);
  const lastSequences = places.map(() => 0);
  const agreedAnswers: Columns['agreedAnswers'] = places.map(() => null);
  for (const cell of expected) {
    const place = at.get(cellKey(cell));
    if (place !== undefined) expectedLevels[place] = cell.level;
  }
  for (const said of last) {
    const place = at.get(cellKey(said));
    if (place === undefined) continue;
    if (said.source === 'agreed') agreedAnswers[place] = said.answer;
    if (said.source !== voice) continue;
    lastAnswers[place] = said.answer;
    lastDays[place] = said.assessedOn;
    lastSequences[place] = said.sequence;
  }
  const answers = stored.flatMap((one): GridAnswer[] => {
    const place = at.get(cellKey(one));
    return place === undefined ? [] : [{ at: place, ...bareCell(one) }];
  });
  return { expectedLevels, lastAnswers, lastDays, lastSequences, agreedAnswers, answers };
}
