import { readGridPeople } from '#app/services/assessments/grid/read-grid-people.server.ts';
import { readGridSkills } from '#app/services/assessments/grid/read-grid-skills.server.ts';
import { readGridTeam } from '#app/services/assessments/grid/read-grid-team.server.ts';
import { readLastAnswers } from '#app/services/assessments/grid/read-last-answers.server.ts';
import { readTeamGrid } from '#app/services/assessments/grid/read-team-grid.server.ts';
import { saveGridCells } from '#app/services/assessments/grid/save-grid-cells.server.ts';
import type { TestOrganisation } from '#tests/helpers/organisation.ts';
import type { Cases } from './scene.ts';

const cell = (person: TestOrganisation, skill: TestOrganisation) => ({
  personId: person.people.ben,
  skillId: skill.skills.knots,
  answer: { kind: 'level' as const, level: 2 },
  revision: 0,
  seenSequence: 0,
});

/** The grid of a team: read whole, written cell by cell. */
export const gridCases: Cases = {
  'assessments/grid/read-team-grid': [
    ['404', ({ context, b }) => readTeamGrid(context, b.teams.lights, 'manager')],
    ['nothing', ({ context, a }) => readTeamGrid(context, a.teams.service, 'manager', { below: true })],
  ],
  'assessments/grid/read-grid-team': [['404', ({ context, b }) => readGridTeam(context, b.teams.lights, 'agreed')]],
  // Each cell is refused by itself.
  'assessments/grid/save-grid-cells': [
    ['404', ({ context, b }) => saveGridCells(context, b.teams.lights, { source: 'manager', cells: [cell(b, b)] })],
    ['nothing', ({ context, a, b }) => saveGridCells(context, a.teams.lights, { source: 'manager', cells: [cell(b, b), cell(a, b)] })],
  ],
  'assessments/grid/read-grid-people': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readGridPeople(tx, a.id, [b.teams.lights], '2026-06-01'))],
    ['hidden', ({ inA, b }) => inA((tx) => readGridPeople(tx, b.id, [b.teams.lights], '2026-06-01'))],
  ],
  'assessments/grid/read-last-answers': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readLastAnswers(tx, a.id, [b.people.ben], ['self', 'manager', 'agreed']))],
    ['nothing', ({ inA, b }) => inA(async (tx) => (await readLastAnswers(tx, b.id, [b.people.ben], ['agreed'])).length > 5)],
  ],
  'assessments/grid/read-grid-skills': [
    ['nothing', ({ inA, b }) => inA((_tx, inside) => readGridSkills(inside, [{ id: b.skills.lamps, key: 'lamps', name: 'Lamps', frameworkId: b.frameworkId, versionId: b.versionId, highestLevel: 4 }]))],
  ],
};
