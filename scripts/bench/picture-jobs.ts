import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { readPictureRevision } from '#app/services/capability/picture/read-picture-revision.server.ts';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { headSession, readingKey } from './head-session.ts';
import { headOf, makeLarge } from './make-large.ts';
import type { Bench } from './open-bench.ts';
import { openFloors } from './picture-floors.ts';
import type { ServedPages } from './serve-pages.ts';

/** The address of a view with nothing else chosen. */
export const stateOf = (view: string) => parsePictureState(new URLSearchParams({ view }));

/** A page of 50 teams x 60 skills, of an organisation of 1,000 made for it in the same database. */
export async function serviceJobs(bench: Bench, served: ServedPages) {
  const { organisationId } = await makeLarge(bench.runtime.pool, bench.owner, { people: 1_000, small: 20, now: bench.context.now });
  const cookie = await headSession(bench, organisationId);
  const context = headOf(bench.runtime.pool, organisationId, bench.context.now);
  const { rows } = await bench.owner.query<{ id: string }>("select id from team where organisation_id = $1 and name = 'Service 001'", [organisationId]);
  const teamId = rows[0]!.id;
  const { matrix, team } = await readServiceMatrix(context, { teamId });
  const floors = await openFloors(bench, organisationId, team.subtreeIds);
  const [address, api] = [`/teams/${teamId}/heatmap/cells?view=teams`, `/api/v1/teams/${teamId}/counts`];
  const authorization = `Bearer ${await readingKey(bench, organisationId)}`;
  const { etag } = await served.get(address, { cookie });
  const { etag: apiTag } = await served.get(api, { authorization });
  return {
    size: { teams: matrix.teams.length, skills: matrix.skills.length, rows: (await floors.levels()).length },
    close: floors.close,
    jobs: {
      bare: floors.bareCounts,
      floor: floors.levels,
      matrixFloor: floors.counts,
      service: () => readServiceMatrix(context, { teamId }),
      picture: () => readPicture(context, teamId, stateOf('teams')),
      revision: () => readPictureRevision(context, teamId),
      api: () => served.get(api, { authorization }),
      page: () => served.get(address, { cookie }),
      unchangedApi: () => served.get(api, { authorization, 'if-none-match': apiTag! }, 304),
      unchangedPage: () => served.get(address, { cookie, 'if-none-match': etag! }, 304),
    },
  };
}

/** The matrix of the demo's service: 48 people x 27 skills. */
export async function teamJobs(bench: Bench, served: ServedPages) {
  const { context, serviceId, cookie } = bench;
  const { organisationId } = context.db;
  const { matrix, team } = await readTeamMatrix(context, { teamId: serviceId });
  const floors = await openFloors(bench, organisationId, team.subtreeIds);
  const [address, api] = [`/teams/${serviceId}/heatmap/cells?view=people`, `/api/v1/teams/${serviceId}/matrix`];
  const authorization = `Bearer ${await readingKey(bench, organisationId)}`;
  const { etag } = await served.get(address, { cookie });
  const { etag: apiTag } = await served.get(api, { authorization });
  return {
    size: { people: matrix.people.length, skills: matrix.skills.length, rows: (await floors.people()).length },
    close: floors.close,
    jobs: {
      bare: floors.bareCells,
      floor: floors.people,
      service: () => readTeamMatrix(context, { teamId: serviceId }),
      picture: () => readPicture(context, serviceId, stateOf('people')),
      revision: () => readPictureRevision(context, serviceId),
      api: () => served.get(api, { authorization }),
      page: () => served.get(address, { cookie }),
      unchangedApi: () => served.get(api, { authorization, 'if-none-match': apiTag! }, 304),
      unchangedPage: () => served.get(address, { cookie, 'if-none-match': etag! }, 304),
    },
  };
}
