import { decidePictureState } from '#app/domain/capability/picture/decide-picture-state.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { PictureView } from '#app/domain/capability/picture/picture.ts';
import { type CountedChanges, countChanges } from '#app/services/capability/picture/count-changes.server.ts';
import { readClosedRounds } from '#app/services/capability/picture/read-closed-rounds.server.ts';
import { readCyclesView } from '#app/services/capability/picture/read-cycles-view.server.ts';
import { readEarlierPeople } from '#app/services/capability/picture/read-earlier-people.server.ts';
import { readExpectationView } from '#app/services/capability/picture/read-expectation-view.server.ts';
import { readExpectationsOf } from '#app/services/capability/picture/read-expectations-of.server.ts';
import { readPeopleView } from '#app/services/capability/picture/read-people-view.server.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { readRoleLevelsView } from '#app/services/capability/picture/read-role-levels-view.server.ts';
import { readSource } from '#app/services/capability/picture/read-source.server.ts';
import { readSummaryCounts } from '#app/services/capability/picture/read-summary-counts.server.ts';
import { readTeamFigures } from '#app/services/capability/picture/read-team-figures.server.ts';
import { readTeamsView } from '#app/services/capability/picture/read-teams-view.server.ts';
import { readVersionsOn } from '#app/services/capability/picture/read-versions-on.server.ts';
import type { ViewWanted } from '#app/services/capability/picture/view-source.ts';
import { readCellsOn } from '#app/services/capability/read-cells-on.server.ts';
import { readTeam } from '#app/services/people/read-team.server.ts';
import type { TestOrganisation } from '#tests/helpers/organisation.ts';
import type { Cases, Scene } from './scene.ts';

const today = '2026-06-01';
const teamsOf = (of: TestOrganisation) => Object.values(of.teams);
const peopleOf = (of: TestOrganisation) => Object.values(of.people).map((id) => ({ id, roleLevelId: of.roleLevels.juniorKeeper }));
const asked = (view: PictureView, before: string | null = null, asOf: string | null = null) => ({ ...parsePictureState(new URLSearchParams()), view, before, asOf });

/** Reads a view with A's team that has B's teams for its subtree and a round of B: what a mistake in the code above could hand down. */
const forged = <T>({ inA, a, b }: Scene, read: (wanted: ViewWanted) => Promise<T>, state = asked('people')): Promise<T> =>
  inA(async (tx, context) => {
    const team = { ...(await readTeam(context, a.teams.service)), subtreeIds: teamsOf(b), children: [{ id: b.teams.boats, parentId: b.teams.service, name: 'Boats' }] };
    const rounds = [{ id: b.cycleId, name: 'Round', on: '2026-05-01', teamId: null }];
    const { state: shown } = decidePictureState(state, { mayNamePeople: true, isService: true, today });
    const answer = await read({ tx, context, team, state: shown, today, rounds: Promise.resolve(rounds) });
    // The ids of B's teams are the question; what is told of them is the answer.
    return JSON.parse(JSON.stringify(answer).replaceAll(b.teams.boats, '')) as T;
  });

/** The pictures: what each is read from. */
export const pictureCases: Cases = {
  'capability/read-cells-on': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readCellsOn(tx, a.id, peopleOf(b), today, []))],
    ['nothing', ({ inA, b }) => inA((tx) => readCellsOn(tx, b.id, peopleOf(b), today, []))],
  ],
  'capability/picture/count-changes': [
    [
      'nothing',
      async ({ context, a, b }) => {
        const [counted] = await context.db.read<CountedChanges>(countChanges(a.id, b.teams.lights)!);
        if (counted?.teams !== 0 || counted.parent !== null || counted.changes !== null) throw new Error('Teams of the other were counted.');
        return counted;
      },
    ],
  ],
  'capability/picture/read-picture': [
    ['404', ({ context, b }) => readPicture(context, b.teams.service, asked('people'))],
    ['404', ({ context, b }) => readPicture(context, b.teams.service, asked('teams', '2026-05-01'))],
    ['nothing', ({ context, a, b }) => readPicture(context, a.teams.service, { ...asked('people'), filters: { ...asked('people').filters, teams: teamsOf(b), skills: [] } })],
  ],
  'capability/picture/read-people-view': [
    ['nothing', (scene) => forged(scene, readPeopleView)],
    ['nothing', (scene) => forged(scene, readPeopleView, asked('people', '2026-05-01'))],
    ['nothing', (scene) => forged(scene, readPeopleView, asked('voices'))],
  ],
  'capability/picture/read-teams-view': [
    ['nothing', (scene) => forged(scene, readTeamsView, asked('teams'))],
    ['nothing', (scene) => forged(scene, readTeamsView, asked('teams', '2026-05-01'))],
  ],
  'capability/picture/read-role-levels-view': [['nothing', (scene) => forged(scene, readRoleLevelsView, asked('role-levels'))]],
  'capability/picture/read-cycles-view': [['nothing', (scene) => forged(scene, readCyclesView, asked('cycles'))]],
  'capability/picture/read-expectation-view': [['nothing', (scene) => forged(scene, readExpectationView, asked('expectation'))]],
  'capability/picture/read-source': [
    ['nothing', (scene) => forged(scene, readSource)],
    ['nothing', (scene) => forged(scene, readSource, asked('people', '2026-05-01', '2026-05-20'))],
  ],
  'capability/picture/read-team-figures': [
    ['nothing', (scene) => forged(scene, readTeamFigures, asked('teams'))],
    ['nothing', (scene) => forged(scene, readTeamFigures, asked('teams', null, '2026-05-20'))],
  ],
  'capability/picture/read-summary-counts': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readSummaryCounts(tx, a.id, teamsOf(b), today))],
    ['nothing', ({ inA, b }) => inA((tx) => readSummaryCounts(tx, b.id, teamsOf(b), today))],
  ],
  'capability/picture/read-earlier-people': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readEarlierPeople(tx, a.id, teamsOf(b), today))],
    ['hidden', ({ inA, b }) => inA((tx) => readEarlierPeople(tx, b.id, teamsOf(b), today))],
  ],
  'capability/picture/read-closed-rounds': [
    [
      'nothing',
      async ({ inA, a, b, context }) => {
        const team = { ...(await readTeam(context, a.teams.service)), subtreeIds: teamsOf(b) };
        return inA((tx) => readClosedRounds(tx, a.id, team));
      },
    ],
  ],
  'capability/picture/read-versions-on': [
    ['nothing', ({ inA, a }) => inA((tx) => readVersionsOn(tx, a.id, today))],
    ['nothing', ({ inA, b }) => inA((tx) => readVersionsOn(tx, b.id, today))],
  ],
  'capability/picture/read-expectations-of': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readExpectationsOf(tx, a.id, [b.versionId], Object.values(b.roleLevels)))],
    ['hidden', ({ inA, b }) => inA((tx) => readExpectationsOf(tx, b.id, [b.versionId], Object.values(b.roleLevels)))],
  ],
};
