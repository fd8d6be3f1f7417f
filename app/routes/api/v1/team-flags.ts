import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { describeFlag } from '#app/domain/capability/describe-flag.ts';
import type { Flag } from '#app/domain/capability/flag.ts';
import { apiRoute, endpoint } from '#app/platform/api/api-route.server.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import type { LevelName } from '#app/services/framework/read-adopted-content.server.ts';
import { readLevelNames } from '#app/services/framework/read-level-names.server.ts';
import { askedDay } from './asked-day.server.ts';
import { readTeamFlags } from './operations/read-team-flags.ts';

export const handle = { access: { action: 'read-flags', subject: 'team' } satisfies RouteAccess };

const route = apiRoute(
  endpoint(readTeamFlags)(async ({ context, request, parameter }) => {
    const { team, asOf, flags } = await readFlags(context, { teamId: parameter('teamId'), asOf: askedDay(request), page: 'api' });
    const levelName = await readLevelNames(context);
    return {
      status: 200,
      body: { team: team.name, teamId: team.id, asOf, flags: flags.map((flag) => flagAnswer(flag, levelName)) },
    };
  }),
);

function flagAnswer(flag: Flag, levelName: LevelName) {
  return {
    kind: flag.kind,
    severity: flag.severity,
    sentence: describeFlag(flag),
    skill: flag.skill?.name ?? null,
    skillId: flag.skill?.id ?? null,
    team: flag.team.name,
    teamId: flag.team.id,
    minimumLevel: flag.rule?.minimumLevel ?? null,
    minimumLevelName: flag.rule ? levelName(flag.rule.skillId, flag.rule.minimumLevel) : null,
    required: flag.required,
    actual: flag.actual,
    leftOut: flag.leftOut ?? 0,
    endsOn: flag.endsOn,
    people: flag.people.map(({ id, name, detail }) => ({ id, name, detail })),
  };
}

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
