import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { headSession, readingKey } from './head-session.ts';
import { headOf, makeLarge } from './make-large.ts';
import type { Bench } from './open-bench.ts';
import type { ServedPages } from './serve-pages.ts';

/** The counts of a service's teams, and the cells of a team's people: what the pictures are made of, and nothing else. */
const countsQuery = `
  select team_id, skill_id, expected, assessed, met from team_skill_summary
  where organisation_id = $1 and team_id = any($2) order by team_id, skill_id`;
const cellsQuery = `
  select person_id, skill_id, expected_level, self_level, self_on, manager_level, manager_on, agreed_level, agreed_on
  from current_assessment where organisation_id = $1 and team_id = any($2) order by person_id, skill_id`;

/** The address of a view with nothing else chosen. */
export const stateOf = (view: string) => parsePictureState(new URLSearchParams({ view }));

/** Prepared once: after the first time only the values travel. */
const prepared = ({ owner }: Bench, text: string, values: unknown[]) => async () => (await owner.query({ name: text.slice(0, 40).trim(), text, values })).rows as unknown[];

/** A page of 50 teams x 60 skills, of an organisation of 1,000 made for it in the same database. */
export async function serviceJobs(bench: Bench, served: ServedPages) {
  const { organisationId } = await makeLarge(bench.runtime.pool, bench.owner, { people: 1_000, small: 20, now: bench.context.now });
  const cookie = await headSession(bench, organisationId);
  const context = headOf(bench.runtime.pool, organisationId, bench.context.now);
  const { rows } = await bench.owner.query<{ id: string }>("select id from team where organisation_id = $1 and name = 'Service 001'", [organisationId]);
  const teamId = rows[0]!.id;
  const { matrix, team } = await readServiceMatrix(context, { teamId });
  const floor = prepared(bench, countsQuery, [organisationId, team.subtreeIds]);
  const address = `/teams/${teamId}/heatmap/cells?view=teams`;
  const { etag } = await served.get(address, { cookie });
  return {
    size: { teams: matrix.teams.length, skills: matrix.skills.length, rows: (await floor()).length },
    jobs: {
      floor,
      service: () => readServiceMatrix(context, { teamId }),
      picture: () => readPicture(context, teamId, stateOf('teams')),
      json: () => served.get(address, { cookie }),
      unchanged: () => served.get(address, { cookie, 'if-none-match': etag! }, 304),
    },
  };
}

/** The matrix of the demo's service: 48 people x 27 skills. */
export async function teamJobs(bench: Bench, served: ServedPages) {
  const { context, serviceId, cookie } = bench;
  const { organisationId } = context.db;
  const { matrix, team } = await readTeamMatrix(context, { teamId: serviceId });
  const floor = prepared(bench, cellsQuery, [organisationId, team.subtreeIds]);
  const [address, api] = [`/teams/${serviceId}/heatmap/cells?view=people`, `/api/v1/teams/${serviceId}/matrix`];
  const authorization = `Bearer ${await readingKey(bench, organisationId)}`;
  const { etag } = await served.get(address, { cookie });
  const { etag: apiTag } = await served.get(api, { authorization });
  return {
    size: { people: matrix.people.length, skills: matrix.skills.length, rows: (await floor()).length },
    jobs: {
      floor,
      service: () => readTeamMatrix(context, { teamId: serviceId }),
      picture: () => readPicture(context, serviceId, stateOf('people')),
      json: () => served.get(address, { cookie }),
      api: () => served.get(api, { authorization }),
      unchanged: () => served.get(address, { cookie, 'if-none-match': etag! }, 304),
      unchangedApi: () => served.get(api, { authorization, 'if-none-match': apiTag! }, 304),
    },
  };
}
