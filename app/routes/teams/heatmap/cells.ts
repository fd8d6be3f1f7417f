import type { LoaderFunctionArgs } from '@remix-run/node';
import { tellPicture } from '#app/charts/heatmap/told/tell-picture.ts';
import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { Context } from '#app/platform/context.ts';
import { conditionalAnswer } from '#app/platform/conditional-answer.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { readPictureRevision } from '#app/services/capability/picture/read-picture-revision.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { sidesOf } from './sides-of.ts';

/** A whole picture with every look and every word of it, for whatever draws more than a page of it. */
export const handle = { access: { action: 'read-aggregates', subject: 'team' } satisfies RouteAccess };

/** Whoever has it already, as it still is, is told so in a few bytes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const teamId = params.teamId ?? '';
  const revision = await readPictureRevision(context, teamId);
  return conditionalAnswer(request, revision, () => tell(context, teamId, new URL(request.url).searchParams));
}

async function tell(context: Context, teamId: string, search: URLSearchParams): Promise<ToldPicture> {
  const { picture, choices } = await readPicture(context, teamId, parsePictureState(search));
  const { scales } = await readSkillScales(context, (picture.view === 'cycles' ? picture.rows : picture.columns).map(({ id }) => id));
  const side = search.get('side');
  const shown = side === 'before' || side === 'after' ? sidesOf(picture)?.[side] : null;
  return tellPicture(shown ?? picture, { metrics: choices.metrics, scales });
}
