import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readTeam } from '#app/services/people/read-team.server.ts';

export const handle = { access: { action: 'read-teams', subject: 'team' } satisfies RouteAccess };

/** A team's own address leads to the first of its pages that the viewer may open. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const team = await readTeam(context, params.teamId ?? '');
  authorise(context, 'read-teams', { teamId: team.id });
  const mayCompare = isPermitted(context.viewer, 'read-aggregates', { teamId: team.id });
  return redirect(`/teams/${team.id}/${mayCompare ? 'heatmap' : 'people'}`);
}
