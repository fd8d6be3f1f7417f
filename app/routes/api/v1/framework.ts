import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { apiRoute, endpoint } from '#app/platform/api/api-route.server.ts';
import { type FrameworkOverview, readFrameworkOverview } from '#app/services/framework/read-framework-overview.server.ts';
import { readFramework } from './operations/read-framework.ts';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

const route = apiRoute(
  endpoint(readFramework)(async ({ context }) => ({
    status: 200,
    body: { versions: (await readFrameworkOverview(context)).map(versionAnswer) },
  })),
);

function versionAnswer(version: FrameworkOverview) {
  const nameOf = new Map(version.scale.map(({ ordinal, name }) => [ordinal, name]));
  return {
    id: version.versionId,
    framework: version.frameworkName,
    frameworkKey: version.frameworkKey,
    kind: version.kind,
    label: version.label,
    scale: version.scale.map(({ ordinal, name }) => ({ level: ordinal, levelName: name })),
    skills: version.skills.map(({ id, key, name }) => ({ id, key, name })),
    roles: version.roles.map(({ roleLevels, ...role }) => ({
      ...role,
      roleLevels: roleLevels.map(({ expectations, ...roleLevel }) => ({
        ...roleLevel,
        expectations: expectations.map(({ skill, expectedLevel }) => ({
          skill: skill.name,
          skillId: skill.id,
          skillKey: skill.key,
          expectedLevel,
          expectedLevelName: nameOf.get(expectedLevel) ?? '',
        })),
      })),
    })),
  };
}

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
