import { json, type LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { decidePictureState } from '#app/domain/capability/picture/decide-picture-state.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { readTeam } from '#app/services/people/read-team.server.ts';
import { openDetail } from '#app/routes/teams/heatmap/panel/open-detail.server.ts';

/** What stands open beside a picture, without the picture. */
export const handle = { access: { action: 'read-ratings', subject: 'team' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const team = await readTeam(context, params.teamId ?? '');
  authorise(context, 'read-ratings', { teamId: team.id });
  const asked = parsePictureState(new URL(request.url).searchParams);
  if (asked.open === null) return json({ key: '', detail: null });
  const reader = { mayNamePeople: true, isService: team.children.length > 0, today: todayOf(context) };
  return json(await openDetail(context, team, { ...decidePictureState(asked, reader).state, open: asked.open }));
}
