import type { FrameworkOverview } from '#app/services/framework/read-framework-overview.server.ts';

/** The choices of a form that asks for a place in a framework, by role; `wholeRoles` offers each role as a whole too. */
export function listPlaceOptions({ roles }: FrameworkOverview, wholeRoles: boolean) {
  return roles
    .filter(({ roleLevels }) => roleLevels.length > 0)
    .map(({ key, name, roleLevels }) => ({
      group: name,
      options: [
        ...(wholeRoles ? [{ value: key, label: `${name}, the whole role` }] : []),
        ...roleLevels.map((level) => ({ value: `${key}/${level.key}`, label: level.name })),
      ],
    }));
}
