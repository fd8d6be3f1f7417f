import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import type { MatrixCell } from '#app/domain/capability/cell.ts';
import { apiRoute, endpoint } from '#app/platform/api/api-route.server.ts';
import { revisionTag } from '#app/platform/revision-tag.server.ts';
import type { CountedChanges } from '#app/services/capability/picture/count-changes.server.ts';
import { readPictureRevision } from '#app/services/capability/picture/read-picture-revision.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import type { LevelName } from '#app/services/framework/read-adopted-content.server.ts';
import { askedDay } from './asked-day.server.ts';
import { changesOfTeam } from './changes-of-team.server.ts';
import { readTeamMatrixOperation } from './operations/read-team-matrix.ts';

export const handle = { access: { action: 'read-ratings', subject: 'team' } satisfies RouteAccess };

const route = apiRoute(
  endpoint(readTeamMatrixOperation, changesOfTeam)(async ({ context, request, parameter, ahead }) => {
    const asked = { teamId: parameter('teamId'), asOf: askedDay(request), page: 'api' } as const;
    const { tag, isKnown } = revisionTag(request, await readPictureRevision(context, asked.teamId, ahead as CountedChanges[]));
    // Shows nothing that was not shown, and recorded as a look, with the answer of this tag.
    if (isKnown) return { status: 304, headers: { ETag: tag } };
    const { team, asOf, matrix, levelName } = await readTeamMatrix(context, asked);
    const skillName = new Map(matrix.skills.map(({ id, name }) => [id, name]));
    return {
      status: 200,
      headers: { ETag: tag },
      body: {
        team: team.name,
        teamId: team.id,
        asOf,
        skills: matrix.skills.map(({ id, key, name }) => ({ id, key, name })),
        people: matrix.people.map((person) => ({
          id: person.id,
          name: person.name,
          team: person.teamName,
          teamId: person.teamId,
          role: person.roleName,
          roleLevel: person.roleLevelName,
          seniority: person.seniority,
          leavesOn: person.leavesOn,
          cells: person.cells.map((cell) => cellAnswer(cell, skillName.get(cell.skillId) ?? '', levelName)),
        })),
      },
    };
  }),
);

function cellAnswer({ skillId, ...cell }: MatrixCell, skill: string, levelName: LevelName) {
  return {
    skill,
    skillId,
    expectedLevel: cell.expectedLevel,
    expectedLevelName: levelName(skillId, cell.expectedLevel),
    selfLevel: cell.selfLevel,
    selfLevelName: levelName(skillId, cell.selfLevel),
    managerLevel: cell.managerLevel,
    managerLevelName: levelName(skillId, cell.managerLevel),
    agreedLevel: cell.agreedLevel,
    agreedLevelName: levelName(skillId, cell.agreedLevel),
    agreedOn: cell.agreedOn,
    gap: cell.gap,
    state: cell.state,
    marks: cell.marks,
  };
}

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
