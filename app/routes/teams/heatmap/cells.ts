import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { conditionalAnswer } from '#app/platform/conditional-answer.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { readPictureRevision } from '#app/services/capability/picture/read-picture-revision.server.ts';

/** The figures of a whole picture, as columns, for whatever draws more than a page of it. */
export const handle = { access: { action: 'read-aggregates', subject: 'team' } satisfies RouteAccess };

/** Whoever has them already, as they still are, is told so in a few bytes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const teamId = params.teamId ?? '';
  const revision = await readPictureRevision(context, teamId);
  const state = parsePictureState(new URL(request.url).searchParams);
  return conditionalAnswer(request, revision, async () => (await readPicture(context, teamId, state)).picture);
}
